"""Markup inside a line or cell: HTML tags, entities, emphasis, links, escapes.

Only tags that converters write into cells are markup, and only in their exact
form, so that "if a<b then c" and "<Name of officer>" stay text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.entities import html5

from parsers.invisible import visible

_ATTRIBUTES = r"""(?:\s+[a-zA-Z][\w:-]*\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))*\s*/?"""
_LINE_TAGS = r"p|br|div|ul|ol|li|h[1-6]|center|blockquote|hr|table|thead|tbody|tr|td|th"
_STRUCK_TAGS = r"s|strike|del"
_INLINE_TAGS = r"b|i|em|strong|u|a|span|font|small|big|ins|mark|sub|sup|code"
_TAG = re.compile(
    rf"</?(?:(?P<line>{_LINE_TAGS})|(?P<struck>{_STRUCK_TAGS})|{_INLINE_TAGS}){_ATTRIBUTES}>", re.IGNORECASE
)
_ORDINAL_SUP = re.compile(rf"(?<=\d)(\s*)<sup{_ATTRIBUTES}>\s*(st|nd|rd|th)\s*</sup\s*>", re.IGNORECASE)
# The spans are bounded so that a line of unpaired marks costs linear time.
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>")
_LINK = re.compile(
    r"!?\[([^\[\]]{0,500})\]\((?:<[^<>]{0,500}>|[^()\s]{0,500}(?:\([^()\s]{0,99}\)[^()\s]{0,99})?)(?:\s+\"[^\"]{0,200}\")?\)"
)
_CODE = re.compile(r"(`{1,3})([^`]{1,500})\1")
_EMPHASIS = re.compile(r"(\*{2,3}|(?<!\w)\*)(?![\s*).,;:])((?:(?!\1)[^\n]){0,2000}?[^\s*])\1(?!\*)")
_UNDERLINED = re.compile(r"(?<![\w_])(_{1,3})(?![\s_])((?:(?!\1)[^\n]){0,2000}?[^\s_])\1(?![\w_])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPECIAL = re.compile(r"[<&*_`\\\[]|~~")
_WHOLE_STRONG = re.compile(
    r"\s*(\*\*|__|<b>|<strong>)(?!\s)(.+?)(\*\*|__|</b>|</strong>)\s*:?\s*", re.IGNORECASE
)
_GLUE = "\x00"
_KEPT = "\x01"
# Where words struck through begin and end, while markup is taken off.
_STRUCK, _UNSTRUCK = "\x02", "\x03"
_STRUCK_MARKS = re.compile(f"[{_STRUCK}{_UNSTRUCK}]")
_STRIKE = re.compile(r"~~(?![\s~])([^~]{0,2000}?[^\s~])~~(?!~)")


def is_strong(raw: str) -> bool:
    """Tell whether the whole line is bold."""
    found = _WHOLE_STRONG.fullmatch(raw)
    return found is not None and not re.search(r"\*\*|__", found.group(2))


def plain(raw: str) -> str:
    """Return the text of a line or cell, markup gone; line tags become line ends."""
    return _STRUCK_MARKS.sub("", _unmarked(raw))


def _unmarked(raw: str) -> str:
    """Take markup off, all but the two signs for where words struck through begin and end."""
    if not _SPECIAL.search(raw):
        return raw
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match.group(1))
        return _KEPT

    text = _ESCAPE.sub(keep, raw)
    for sign, taken_off in _STEPS:
        if sign in text:
            text = taken_off(text)
    if kept:
        escaped = iter(kept)
        text = re.sub(_KEPT, lambda _: next(escaped), text)
    return text


def _strip_tags(text: str) -> str:
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    text = _ORDINAL_SUP.sub(lambda m: (_GLUE if m.group(1) else "") + m.group(2), text)
    text = _TAG.sub(_tag, text)
    return _AUTOLINK.sub(r"\1", text)


def _tag(tag: re.Match[str]) -> str:
    if tag["line"]:
        return "\n"
    if tag["struck"]:
        return _UNSTRUCK if tag.group().startswith("</") else _STRUCK
    return ""


def _character(entity: re.Match[str]) -> str:
    """Decode an entity; a name that is none, as in "Terms&notes;", stays text."""
    printed = entity.group()
    return html.unescape(printed) if printed[1] == "#" else html5.get(printed[1:], printed)


# What each kind of markup has in it, and how it is taken off, in this order.
_STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("<", _strip_tags),
    ("](", lambda text: _LINK.sub(r"\1", text)),
    ("`", lambda text: _CODE.sub(r"\2", text)),
    ("*", lambda text: _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))),
    ("~~", lambda text: _STRIKE.sub(rf"{_STRUCK}\1{_UNSTRUCK}", text)),
    ("_", lambda text: _UNDERLINED.sub(r"\2", text)),
    ("&", lambda text: visible(_ENTITY.sub(_character, text))),
)


def tokens(raw: str) -> list[tuple[str, str, bool]]:
    """Split a line or cell into its words.

    Returns:
        Each word, what stands before it (a blank, a line end or nothing), and whether it is struck through.
    """
    text = _unmarked(raw)
    if "\n" not in text and _GLUE not in text and _STRUCK not in text:
        return [(run, " ", False) for run in _STRUCK_MARKS.sub("", text).split()]
    found: list[tuple[str, str, bool]] = []
    struck = False
    for line in text.split("\n"):
        before = "\n"
        for run in line.split():
            for part in filter(None, run.split(_GLUE)):
                struck = struck or _STRUCK in part
                if word := _STRUCK_MARKS.sub("", part):
                    found.append((word, before, struck))
                    before = ""
                struck = struck and part.rfind(_UNSTRUCK) <= part.rfind(_STRUCK)
            before = " " if before == "" else before
    return found
