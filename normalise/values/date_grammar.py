"""The grammar of dates as council papers print them: text -> calendar points with their places.

One regex with an alternative for each form finds the points, builders turn them into `Point`s, and neighbours
are joined to ranges and lists ("September to December 2014", "April and October 2022"). Day first always.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import islice

from normalise.values import date_words as words
from normalise.values.date_joins import Found, join
from normalise.values.periods import (
    Point,
    academic_year,
    financial_year,
    full_year,
    municipal_year,
    quarter,
    unplaced,
    year_point,
)

# too short to be dates in a sentence without help
LOOSE_FORMS = frozenset({"pair", "year", "fy", "month", "season"})


_D = f"[{words.DASH}]"
_M = words.alternation(words.MONTHS)
_SEASON = words.alternation(words.SEASONS)
_ORDINAL = words.alternation(words.ORDINALS)
_QUARTER = rf"(?:(?:q|qtr\.?\s?|quarter\s)(?P<_q>[1-4])|(?P<_o>{_ORDINAL})\s+(?:quarter|qtr))\b"
_WEEKDAY = rf"(?:(?:{words.alternation(words.WEEKDAYS)})\b\.?,?\s+(?:the\s+)?)?"
_DAY = r"(?P<_d>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?"
_NO_COUNT = rf"(?!\s?%|(?!\s+(?:{words.alternation(words.MAY_FOLLOW)})\b)\s+(?-i:[a-z]))"
_Y2 = rf"['’‘]?\d\d(?!\d|st|nd|rd|th|[:.,/{words.DASH}]\d|\s*(?:{_M})\b){_NO_COUNT}"
_Y4 = r"(?:19|20)\d\d(?!\d|[.,]\d)"
_YEAR = rf"(?P<_y>{_Y4}|{_Y2})"
_YEARS = (
    rf"(?:fy\s?)?(?P<_y>{_Y4}|\d\d(?=\s?/\s?\d\d(?!\d)))"
    rf"(?:(?:\s?/\s?|{_D})(?P<_y2>(?:20)?\d\d)(?!\d|[/.]\d))?"
)
_KIND = r"(?P<_k>academic|school|financial|municipal|council|fiscal)\s+year"

_NO_CODE = rf"(?<![^\W\d_][{words.DASH}])"  # "COVID-19 March": the figures end a word
_NO_TAIL = rf"(?<!\d[{words.DASH}/])"  # "01642-526-2021": the figures end a number

_FORMS = {
    "iso": rf"{_NO_CODE}(?P<_y>{_Y4})(?P<_s>[-/.])(?P<_m>\d\d)(?P=_s)(?P<_d>\d\d)(?!\d)",
    "figures": (
        rf"{_WEEKDAY}{_NO_CODE}(?P<_d>\d{{1,2}})\s?(?P<_s>[./{words.DASH}])\s?(?P<_m>\d{{1,2}})\s?(?P=_s)\s?"
        r"(?P<_y>\d{4}(?!\d|\.\d)|\d\d(?!\d|(?P=_s)\d|\.\d))"
    ),
    "days": (
        rf"{_WEEKDAY}{_NO_CODE}(?P<_e>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?"
        rf"(?P<_g>\s*{_D}\s*|\s+to\s+|\s*[,/&]\s*|\s+and\s+)"
        rf"(?:the\s+)?{_WEEKDAY}{_DAY}\s+(?:of\s+)?(?P<_m>{_M})\b\.?(?:[\s,]*{_YEAR})?"
    ),
    "dmy": (
        rf"{_WEEKDAY}{_NO_CODE}{_DAY}(?:\s*[/{words.DASH}]\s*|\s+of\s+|\s*)(?P<_m>{_M})(?![^\W\d_])\.?"
        rf"(?:[\s,/{words.DASH}]*{_YEAR})?"
    ),
    "mdy": (
        rf"(?P<_m>{_M})\b\.?\s+(?P<_d>\d{{1,2}})"
        rf"(?:(?:st|nd|rd|th)\b(?:,?\s+(?P<_y>{_Y4}))?|,?\s+(?P<_z>{_Y4}))"
    ),
    "my": rf"(?P<_m>{_M})(?![^\W\d_])\.?(?:\s+of\s+|[\s,'’/{words.DASH}]*){_YEAR}",
    "figures_my": rf"{_NO_CODE}{_NO_TAIL}(?P<_m>\d{{1,2}})[/.{words.DASH}](?P<_y>{_Y4})(?![/-]\d)",
    "quarter": (
        rf"{_QUARTER}(?:[\s,({words.DASH}]*(?:(?:of|in|for)\s+)?(?:the\s+)?(?:financial\s+year\s+)?"
        rf"{_YEARS})?"
    ),
    "quarter_after": rf"{_YEARS}[\s,({words.DASH}]*{_QUARTER}",
    "term": (
        rf"(?P<_n>{_SEASON})\s+term(?:time)?\b(?:[\s,({words.DASH}]*(?:(?:of|in)\s+)?(?:the\s+)?"
        rf"(?:(?:academic|school)\s+year\s+)?(?:{_YEARS}|(?P<_w>{_Y2})))?"
    ),
    "term_after": rf"{_YEARS}\s+(?P<_n>{_SEASON})\s+term\b",
    "term_number": rf"term\s+[1-6]\b(?:[\s,({words.DASH}]*{_YEARS})?",
    "season": rf"(?P<_n>{_SEASON})\b(?:[\s,'’]*(?:of\s+)?(?:(?P<_w>{_Y2})|{_YEARS}))?",
    "fy": (
        rf"{_NO_TAIL}(?:{_KIND}(?:\s+(?:of|in))?[\s:(]*|fy\s?)?"
        rf"(?:(?P<_y>{_Y4})(?:\s?/\s?|\s?{_D}\s?|\s+to\s+)(?P<_y2>(?:20)?\d\d)|(?P<_f>\d\d)/(?P<_g>\d\d))"
        rf"(?!\d|[/.]\d|\s*(?:{_M})\b|{_D}\d)(?:\s+{_KIND.replace('_k', '_l')})?"
    ),
    "year_end": rf"(?<=\bof\s)(?:the\s+|this\s+|current\s+)*{_KIND}\b",
    "year": rf"{_NO_TAIL}(?P<_y>(?:199|20\d)\d)(?![\d/]|[.,:]\d|-\w)",
    "month": rf"(?P<_m>{_M})(?![^\W\d_]|['’]s)",
}
# Every form starts with a figure or with one of these: the rest of a text is passed over quickly.
_OPENERS = (
    "q1",
    "quarter",
    "qtr",
    "fy",
    "term",
    "academic",
    "school",
    "financial",
    "municipal",
    "council",
    "fiscal",
)
_HEADS = {
    word[:2]
    for word in (
        *words.MONTHS,
        *words.SEASONS,
        *words.WEEKDAYS,
        *words.ORDINALS,
        *_OPENERS,
        "the",
        "this",
        "current",
    )
}


def _named(name: str, body: str) -> str:
    """A form as a named alternative, its own groups prefixed with its name."""
    return f"(?P<{name}>{body.replace('<_', f'<{name}_').replace('(?P=_', f'(?P={name}_')})"


_DATE = re.compile(
    rf"(?<![\w£$€#@])(?<!\d[.,])(?=\d|q\d|{words.alternation(_HEADS)})"
    rf"(?:{'|'.join(_named(name, body) for name, body in _FORMS.items())})",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(r"\s+([a-z][\w'’]*)|\s?%")
_END_OF = re.compile(r"\bend\s+of\s+$", re.IGNORECASE)
_WEB_SIGNS = ("www.", "://", "@")
_WEB = re.compile(r"\S*(?:://|www\.|@)\S*")


class _Parts:
    """The named parts of one match, without the form's prefix."""

    __slots__ = ("form", "known", "match")

    def __init__(self, match: re.Match[str], known: date | None) -> None:
        self.match, self.form, self.known = match, match.lastgroup or "", known

    def get(self, name: str) -> str | None:
        index = _DATE.groupindex.get(f"{self.form}_{name}")
        return self.match[index] if index else None

    def year(self, *names: str) -> int | None:
        for name in names or ("y",):
            if digits := self.get(name):
                return full_year(digits.lstrip("'’‘"), self.known)
        return None

    def number(self, name: str) -> int:
        return int(self.get(name) or 0)

    def month(self) -> int:
        printed = self.get("m") or ""
        return int(printed) if printed.isdecimal() else words.MONTHS[printed.lower()]


def _build_day(parts: _Parts) -> list[Point]:
    return [Point("day", parts.year("y", "z"), parts.month(), day=parts.number("d"))]


def _build_days(parts: _Parts) -> list[Point]:
    [last] = _build_day(parts)
    return [replace(last, day=parts.number("e")), last]


def _build_month(parts: _Parts) -> list[Point]:
    return [Point("month", parts.year(), parts.month())]


def _year_pair(parts: _Parts) -> tuple[int | None, int | None]:
    """The printed year and, of "2021/22", the second; (None, None) without one."""
    year, second = parts.year(), parts.get("y2")
    if year is None or second is None:
        return year, None
    if len(second) == 4:
        return year, int(second)
    century = year // 100 * 100
    return year, century + int(second) + (100 if int(second) < year % 100 - 50 else 0)  # "1999/00"


def _build_quarter(parts: _Parts) -> list[Point]:
    number = parts.number("q") or words.ORDINALS[(parts.get("o") or "").lower()]
    year, second = _year_pair(parts)
    if second is not None and second != (year or 0) + 1:
        return [unplaced("quarter")]
    if year is not None and second is None and number == 4:
        return [unplaced("quarter")]  # "Q4 2022": the January before, or the January after
    return [quarter(number, year)]


def _build_term(parts: _Parts) -> list[Point]:
    name = (parts.get("n") or "").lower()
    if name not in words.TERMS:
        return [unplaced("term")]
    month, length, in_second_year = words.TERMS[name]
    year, second = _year_pair(parts)
    if second is not None and second != (year or 0) + 1:
        return [unplaced("term")]
    if second is not None and in_second_year:
        year = second
    return [Point("term", year if year is not None else parts.year("w"), month, length)]


def _build_season(parts: _Parts) -> list[Point]:
    name = (parts.get("n") or "").lower()
    code, month, length = words.SEASONS[name]
    year, second = _year_pair(parts)
    if second is not None and not (month + length > 13 and second == (year or 0) + 1):
        return [unplaced("season")]  # only winter lies in two years
    return [Point("season", year if year is not None else parts.year("w"), month, length, code=code)]


_YEAR_KINDS: dict[str, Callable[[int | None], Point]] = {
    "academic": academic_year,
    "school": academic_year,
    "municipal": municipal_year,
    "council": municipal_year,
}


def _build_years(parts: _Parts) -> list[Point]:
    kind = (parts.get("k") or parts.get("l") or "").lower()
    if parts.get("f"):
        return _build_pair(parts, kind)
    year, second = _year_pair(parts)
    printed = parts.get("y2") or ""
    if year is None or second is None:
        return []
    hyphened = "/" not in parts.match.group()
    if second == year + 1 and (kind or not (hyphened and len(printed) == 4)):
        return [_YEAR_KINDS.get(kind, financial_year)(year)]
    if second < year and hyphened and 1 <= int(printed) <= 12:
        return [Point("month", year, int(printed))]  # "2021-10"
    return [year_point(year), year_point(second)]


def _build_pair(parts: _Parts, kind: str) -> list[Point]:
    """Two figures of two digits: "08/09" is a financial year, "10/22" a month, "31/03" a day.

    "10/02" is October 2002 in a paper of those years, 10 February in any other, and neither without its date.
    """
    first, second = parts.number("f"), parts.number("g")
    if second == (first + 1) % 100:
        return [_YEAR_KINDS.get(kind, financial_year)(full_year(parts.get("f") or "", parts.known))]
    if kind:
        return []
    if first > 12:
        return [Point("day", None, second, day=first)] if first <= 31 and second <= 12 else []
    year = full_year(parts.get("g") or "", parts.known)
    near = parts.known is not None and abs(year - parts.known.year) <= 10
    if first and (second > 12 or near):
        return [Point("month", year, first)]
    return [Point("day", None, second, day=first)] if parts.known and second else [unplaced("month")]


_BUILDERS: dict[str, Callable[[_Parts], list[Point]]] = {
    "iso": _build_day,
    "figures": _build_day,
    "days": _build_days,
    "dmy": _build_day,
    "mdy": _build_day,
    "my": _build_month,
    "figures_my": _build_month,
    "quarter": _build_quarter,
    "quarter_after": _build_quarter,
    "term": _build_term,
    "term_after": _build_term,
    "term_number": lambda _parts: [unplaced("term")],
    "season": _build_season,
    "fy": _build_years,
    "year_end": lambda parts: [_YEAR_KINDS.get((parts.get("k") or "").lower(), financial_year)(None)],
    "year": lambda parts: [year_point(parts.year() or 0)],
    "month": _build_month,
}


MOST_DATES = 300  # of one text; the fullest cell read has nine


def find_dates(text: str, known: date | None = None) -> list[Found]:
    """Find the date expressions of a text, in order, ranges and lists joined.

    Args:
        text: Any text; offsets of the result refer to it.
        known: The paper's date, for the century of two-digit years.

    Returns:
        Points and spans, yearless ones and days that no calendar has among them.
    """
    web = [match.span() for match in _WEB.finditer(text)] if any(sign in text for sign in _WEB_SIGNS) else []
    found: list[Found] = []
    for match in islice(_DATE.finditer(text), MOST_DATES):
        if not any(start <= match.start() < end for start, end in web):
            found += _read(match, text, known)
    return join(text, found) if len(found) > 1 else found


def _read(match: re.Match[str], text: str, known: date | None) -> list[Found]:
    parts = _Parts(match, known)
    start, end, form = match.start(), match.end(), parts.form
    if not _stands(parts, text):
        return []
    points = _BUILDERS[form](parts)
    form = "pair" if form == "fy" and parts.get("f") else form
    if not points:
        return []
    if len(points) == 1:
        return [Found(start, end, form, points[0])]
    if form == "days" and not _is_span(parts.get("g") or "", points):
        cut = match.end("days_e")
        return [Found(start, cut, form, points[0]), Found(match.start("days_d"), end, form, points[1])]
    return [Found(start, end, form, points[0], points[1])]


def _is_span(glue: str, points: list[Point]) -> bool:
    return glue.strip() not in (",", "and", "&", "/") or points[1].day == points[0].day + 1


def _stands(parts: _Parts, text: str) -> bool:
    """Whether a short form is a date here: "may be", "2000 homes", "9/10 people" are none."""
    match, form = parts.match, parts.form
    if form == "month":
        return _month_stands(match, text)
    if form == "season" and match.group().isalpha():
        return _runs_on(text, match.end()) is None
    if form == "year":
        return _previous_word(text, match.start()) in words.LEAD_YEAR or _runs_on(text, match.end()) is None
    if form == "year_end":
        return bool(_END_OF.search(text, max(0, match.start() - 12), match.start()))
    if form == "fy" and parts.get("f"):
        return _runs_on(text, match.end()) is None
    return True


def _month_stands(match: re.Match[str], text: str) -> bool:
    printed = match.group()
    name = printed.lower()
    if name in words.NEVER_BARE or (printed.islower() and name in words.NEEDS_NUMBER | words.ALSO_VERBS):
        return False
    return name not in words.ALSO_VERBS or _runs_on(text, match.end()) is None


def _runs_on(text: str, end: int) -> re.Match[str] | None:
    """The lower-case word after `end` that makes the words before it a count, an adjective or a verb."""
    follows = _RUNS_ON.match(text, end)
    return follows if follows and (follows[1] or "") not in words.MAY_FOLLOW else None


def _previous_word(text: str, start: int) -> str:
    before = text[max(0, start - 20) : start].rstrip(" \t\n-–—").lower()
    return before[len(before.rstrip("abcdefghijklmnopqrstuvwxyz")) :]
