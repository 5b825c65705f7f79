"""Headings, numbered and bulleted lines, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.model import Heading, Item, Paragraph, Place, Text
from parsers.model.words import join
from parsers.text import aligned, unfolded
from parsers.text.builder import Builder
from parsers.text.markup import is_strong

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|$)(.*?)\s*#*\s*")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{3,})\s*")
_RULE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|`{3,}\w*|~{3,}\w*)")
_BULLET = re.compile(r"(\s*)([-*+•●▪◦·‣➢–o]|\uf0b7|\uf0a7)(?:\s+|$)")
_MARKDOWN_BULLETS = "-*+"
# "1.", "1)", "(1)", "2.1", "2.1.", "a.", "a)", "(a)", "iv)", "10.", "R3." at the head of a line.
_ROMAN = r"x{0,3}(?:ix|iv|v?i{0,3})"
_MARK = re.compile(
    rf"(\s*)(\*{{0,2}})((?:\d{{1,3}}(?:\.\d{{1,3}})+\.?\)?|\d{{1,3}}[.)]|\(\d{{1,3}}\)|\(?[A-Za-z][.)]|\({_ROMAN}\)|{_ROMAN}[.)])"
    rf"(?:\([a-z]\))?)(\*{{0,2}})(?:\s+|$)(?=\S|$)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:;][\"'’”)]*\s*$")


def mark_of(line: str, *, strict: bool = False) -> re.Match[str] | None:
    """Match a bullet or the printed number or letter at the head of a line.

    `strict` wants a mark that no table cell is: a bullet, or a number with its
    full stop or bracket.
    """
    return _BULLET.match(line) or _MARK.match(line) if strict else _MARK.match(line)


def read(builder: Builder, lines: Sequence[str], at: int) -> int:
    """Read the prose block that begins at line index `at`; return how many lines it takes."""
    heading = _HEADING.fullmatch(lines[at])
    if heading:
        text = builder.text(heading.group(2), Place(line=at + 1))
        if text:
            builder.blocks.append(Heading(text, len(heading.group(1))))
        return 1
    if _RULE.fullmatch(lines[at]):
        return 1
    return _item_or_paragraph(builder, lines, at)


def _item_or_paragraph(builder: Builder, lines: Sequence[str], at: int) -> int:
    """Read one item or paragraph with the lines that wrap under it."""
    mark, rest, depth = _item(builder, lines[at], at + 1)
    parts = [builder.text(rest, Place(line=at + 1))]
    strong = is_strong(rest)
    end = at + 1
    while end < len(lines) and _goes_on(builder, lines, end) and not _counts_on(mark, lines[end]):
        strong = strong and is_strong(lines[end])
        parts.append(builder.text(lines[end], Place(line=end + 1)))
        end += 1
    text = join(parts, "\n")
    underline = _UNDERLINE.fullmatch(lines[end]) if end < len(lines) and end == at + 1 else None
    if underline and mark is None and text:
        builder.blocks.append(Heading(text, 1 if underline.group(1)[0] == "=" else 2))
        return end + 1 - at
    if mark is not None:
        builder.blocks.append(Item(mark, text, depth, strong))
    elif text:
        builder.blocks.append(Paragraph(text, strong))
    return end - at


def _counts_on(mark: Text | None, line: str) -> bool:
    """Tell whether a line has the number or letter that follows a mark: "2)" or "1.1" behind "1)"."""
    found = _MARK.match(line) if mark else None
    if mark is None or not found:
        return False
    before, after = str(mark).split()[-1], found.group(3)
    if after.strip("().") == f"{before.strip('().')}.1":
        return True  # "1.1" under the heading "1."
    if "." in before.strip("().") and "." in after.strip("()."):
        stem, last = before.strip("().").rsplit(".", 1)
        return after.strip("().") == f"{stem}.{int(last) + 1}"
    if before.strip("().").isdecimal() and after.strip("().").isdecimal():
        return int(after.strip("().")) == int(before.strip("().")) + 1 and before[-1] == after[-1]
    return len(before) == len(after) and before.strip("().").isalpha() and _next_letter(before) == after


def _next_letter(mark: str) -> str:
    return "".join(chr(ord(letter) + 1) if letter.isalpha() else letter for letter in mark)


def _item(builder: Builder, line: str, number: int) -> tuple[Text | None, str, int]:
    """Take bullet and mark off the head of a line: mark (None for a paragraph), rest, depth."""
    depth, bullet = 0, _BULLET.match(line)
    glyph = ""
    if bullet:
        depth = len(bullet.group(1).expandtabs(4)) // 2
        glyph = bullet.group(2) if bullet.group(2) not in _MARKDOWN_BULLETS else ""
        line = line[bullet.end() :]
    found = _MARK.match(line)
    if found:
        depth = depth or len(found.group(1).expandtabs(4)) // 2
        rest = line[found.end() :]
        if found.group(2) and not found.group(4):
            rest = found.group(2) + rest
        mark = builder.text(f"{glyph} {found.group(3)}", Place(line=number))
        return mark, rest, depth
    if bullet:
        return builder.text(glyph, Place(line=number)), line, depth
    return None, line, depth


def _goes_on(builder: Builder, lines: Sequence[str], at: int) -> bool:
    """Tell whether a line wraps on from the paragraph above it."""
    line = lines[at]
    if (
        not line.strip()
        or "\t" in line
        or _HEADING.fullmatch(line)
        or _UNDERLINE.fullmatch(line)
        or _RULE.fullmatch(line)
    ):
        return False
    if line.lstrip().startswith("|") or ("|" in line and unfolded.is_there(builder, lines, at)):
        return False
    if aligned.is_there(builder, lines, at):
        return False
    if _BULLET.match(line) and not line.lstrip().startswith("o "):
        return False
    return not (_MARK.match(line) and _SENTENCE_END.search(lines[at - 1]))
