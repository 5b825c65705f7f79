"""The forms in which council papers print dates: one regex with a named alternative for each.

Day first always. What each form means is in `date_points`, which of its matches stand in `date_grammar`.
"""

from __future__ import annotations

import re

from normalise.values import date_words as words
from normalise.values.month_slips import LIKE_MONTHS, SLIPPED_HEADS

# too short to be dates in a sentence without help
LOOSE_FORMS = frozenset({"pair", "year", "fy", "month", "season"})
# name a time that no calendar places: Easter, a half term, "financial year 2024"
UNPLACED_FORMS = frozenset({"event", "term_number", "year_kind"})

SLIP_FORMS = frozenset({"slip", "day_slip"})  # read in spite of a misspelt month


_D = f"[{words.DASH}]"
_M = words.alternation(words.MONTHS)
_SEASON = words.alternation(words.SEASONS)
_ORDINAL = words.alternation(words.ORDINALS)
_FOUR = "[1-4]|one|two|three|four"
_QUARTER = (
    rf"(?:(?:q\s?(?P<_q>[1-4])|(?:qtr\.?|quarter)\s?(?P<_n>{_FOUR})|(?P<_o>{_ORDINAL})\s+(?:quarter|qtr)))\b"
)
_WEEKDAY = rf"(?:(?:{words.alternation(words.WEEKDAYS)})\b\.?,?\s+(?:the\s+)?)?"
_TH = r"(?:\s?\^?(?:st|nd|rd|th|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)(?:\^|\b))"  # ^ marks a raised "st" in Markdown
_DAY = rf"(?P<_d>\d{{1,2}}){_TH}?"
_NO_COUNT = rf"(?!\s?%|(?!\s+(?:{words.alternation(words.MAY_FOLLOW)})\b)[^\S\n]+(?-i:[a-z]))"
_Y2 = rf"['’‘]?\d\d(?!\d|st|nd|rd|th|[:.,/{words.DASH}]\d|[^\S\n]*(?:{_M})\b){_NO_COUNT}"
_Y4 = r"(?:19|20)\d\d(?!\d|[.,]\d)"
_YEAR = rf"(?P<_y>{_Y4}|{_Y2})"
_SLIP_YEAR = rf"\d{{3,5}}(?!\d|[:.,/{words.DASH}]\d|\s*[ap]\.?m\b|\s?h){_NO_COUNT}"  # "2203", "202"
_PAIR = rf"\d\d(?=\s?[/{words.DASH}]\s?\d\d(?!\d))"  # the first half of "23/24"
_YEARS = (
    rf"(?:fy\s?)?(?P<_y>{_Y4}|{_PAIR})"
    rf"(?:(?:\s?/\s?|\s?{_D}\s?)(?P<_y2>(?:20)?\d\d)(?!\d|[/.]\d|\s*(?:{_M})\b))?"
)
_KIND = r"(?P<_k>academic|school|financial|municipal|council|fiscal)\s+year"
_EVENT = (
    rf"(?:(?:{_M}|{_SEASON})\s+(?:{words.alternation(words.OF_SEASONS)})"
    rf"|(?:(?:{_SEASON}|{_M})\s+)?half[{words.DASH}\s]?terms?|(?:{words.alternation(words.FEASTS)})(?:\s+term)?)\b"
)

_NO_CODE = rf"(?<![^\W\d_][{words.DASH}])"  # "COVID-19 March": the figures end a word
_NO_TAIL = rf"(?<!\d[{words.DASH}/])"  # "01642-526-2021": the figures end a number

_FORMS = {
    "iso": rf"{_NO_CODE}(?P<_y>{_Y4})(?P<_s>[-/.])(?P<_m>\d\d)(?P=_s)(?P<_d>\d\d)(?!\d)",
    "figures": (
        rf"{_WEEKDAY}{_NO_CODE}(?P<_d>\d{{1,2}})\s?(?P<_s>[./\\{words.DASH}])\s?(?P<_m>\d{{1,2}})\s?(?P=_s)\s?"
        r"(?P<_y>\d{4}(?!\d|\.\d)|\d\d(?!\d|(?P=_s)\d|\.\d))"
    ),
    "figures_apart": rf"{_WEEKDAY}{_NO_CODE}(?P<_d>\d\d)[ ](?P<_m>\d\d)[ ](?P<_y>{_Y4})(?![ ]?\d)",
    "days": (
        rf"{_WEEKDAY}{_NO_CODE}(?P<_e>\d{{1,2}}){_TH}?"
        rf"(?P<_g>\s*{_D}\s*|\s+to\s+|\s*[,/&]\s*|\s+and\s+)"
        rf"(?:the\s+)?{_WEEKDAY}{_DAY}\s+(?:of\s+)?(?P<_m>{_M})\b\.?(?:[\s,]*{_YEAR})?"
    ),
    "dmy": (
        rf"{_WEEKDAY}{_NO_CODE}{_DAY}(?:\s?[/{words.DASH}]|[/{words.DASH}]\s?|\s+of\s+|\s*)(?P<_m>{_M})(?![^\W\d_])\.?"
        rf"(?:[\s,/{words.DASH}]*{_YEAR}|[\s,]+(?P<_x>{_SLIP_YEAR}))?"
    ),
    "mdy": (
        rf"(?P<_m>{_M})\b\.?\s+(?P<_d>\d{{1,2}})"
        rf"(?:{_TH}(?:,?\s+(?P<_y>{_Y4}))?|,?\s+(?P<_z>{_Y4}))"
    ),
    "event": rf"(?:{_EVENT})(?:[\s,]*{_YEAR}|\s*[,(]\s*(?P<_m>{_M})\s+(?P<_z>{_Y4})\)?)?",
    "month_pair": (
        rf"(?P<_m>{_M})(?![^\W\d_])\.?[\s,]*(?P<_y>{_Y4}|{_PAIR})\s?/\s?(?P<_y2>(?:20)?\d\d)(?!\d|[/.]\d)"
    ),
    "my": rf"(?P<_m>{_M})(?![^\W\d_])\.?(?P<_g>\s+of\s+|[\s,'’/{words.DASH}]*){_YEAR}",
    "figures_my": rf"{_NO_CODE}{_NO_TAIL}(?P<_m>\d{{1,2}})[/.{words.DASH}](?P<_y>{_Y4})(?![/-]\d)",
    "quarters": (
        rf"(?:q(?P<_q>[1-4])\s?(?:[/&{words.DASH}]|to)\s?(?P<_r>[1-4])\b(?:[\s,({words.DASH}]*{_YEARS})?"
        rf"|h(?P<_h>[12])[\s,({words.DASH}]*{_YEARS.replace('_y', '_z')})"
    ),
    "quarter": (
        rf"{_QUARTER}(?:[\s,({words.DASH}]*(?:(?:of|in|for)\s+)?(?:the\s+)?(?:financial\s+year\s+)?"
        rf"(?:{_YEARS}|(?P<_w>{_Y2})))?"
    ),
    "quarter_after": rf"{_YEARS}[\s,({words.DASH}]*{_QUARTER}",
    "term_number": (
        rf"(?:term\s+[1-6]|(?:{_SEASON})\s+(?:term\s+)?[1-2](?:\s+term)?)(?!\w|[./]\d|\s*(?:{_M})\b)"
        rf"(?:[\s,({words.DASH}]*{_YEARS})?"
    ),
    "term": (
        rf"(?P<_n>{_SEASON})\s+terms?(?:time)?\b(?:[\s,({words.DASH}]*(?:(?:of|in)\s+)?(?:the\s+)?"
        rf"(?:(?:academic|school)\s+year\s+)?(?:{_YEARS}|(?P<_w>{_Y2})))?"
    ),
    "term_after": rf"{_YEARS}\s+(?P<_n>{_SEASON})\s+term\b",
    "season": rf"(?P<_n>{_SEASON})\b(?:[\s,'’]*(?:of\s+)?(?:(?P<_w>{_Y2})|{_YEARS})(?P<_t>\s+term\b)?)?",
    "year_kind": (
        rf"(?:{_KIND}|year[\s{words.DASH}]end)[\s:(]+(?P<_y>{_Y4})(?!\s?[/{words.DASH}]\s?\d|\s+to\s+\d)"
        rf"|{_Y4}\s+{_KIND.replace('_k', '_l')}\b"
    ),
    "fy": (
        rf"(?:{_NO_TAIL}|(?<=/\d\d{_D}))(?<![^\W\d_]/)(?:{_KIND}(?:\s+(?:of|in))?[\s:(]*|fy\s?|(?P<_a>ay)\s?)?"
        rf"(?:(?P<_y>{_Y4})(?:\s?/\s?|\s?{_D}\s?|\s+to\s+)(?P<_y2>(?:20)?\d\d)"
        rf"|(?P<_f>\d\d)(?:/|(?:(?<=[fa]y\d\d)|(?<=[fa]y\s\d\d)){_D})(?P<_g>\d\d))"
        rf"(?!\d|[/.]\d|\s*(?:{_M})\b|{_D}\d(?!\d(?:\d\d)?/\d\d))(?:\s+{_KIND.replace('_k', '_l')})?"
    ),
    "day_pair": r"(?P<_d>1[3-9]|2\d|3[01])/(?P<_m>[1-9])(?![\w/]|[.,]\d)",
    "year_end": (
        rf"(?:(?<=\bof\s)(?:the\s+)?(?P<_t>(?:this|current)\s+)?|(?:the\s+)?(?P<_u>this|current)\s+){_KIND}\b"
    ),
    "year": rf"{_NO_TAIL}(?P<_y>(?:199|20\d)\d)(?![\d/]|[.,:]\d|-\w)",
    "month": rf"(?P<_m>{_M})(?![^\W\d_]|['’]s)",
    "day_slip": (
        rf"{_WEEKDAY}{_NO_CODE}{_DAY}\s+(?:of\s+)?(?P<_m>{LIKE_MONTHS})(?![\w'’])\.?(?:[\s,]*{_YEAR})?"
    ),
    "slip": rf"(?P<_m>{LIKE_MONTHS})(?![\w'’])\.?[\s,]+(?P<_y>{_Y4})",
}
# Every form starts with a figure or as one of these words do: the rest of a text is passed over quickly.
_OPENERS = (
    *words.MONTHS,
    *words.SEASONS,
    *words.WEEKDAYS,
    *words.ORDINALS,
    *words.FEASTS,
    *("half", "quarter", "qtr", "fy", "ay", "term", "this", "current", "year"),
    *("academic", "school", "financial", "municipal", "council", "fiscal"),
)
_HEADS = {SLIPPED_HEADS, r"the\s+[acfmst]", *(word[:3] for word in _OPENERS)}


def _named(name: str, body: str) -> str:
    """A form as a named alternative, its own groups prefixed with its name."""
    return f"(?P<{name}>{body.replace('<_', f'<{name}_').replace('(?P=_', f'(?P={name}_')})"


DATE = re.compile(
    rf"(?<![\w£$€#@])(?<!\d[.,])(?=\d|[qh]\s?\d|{'|'.join(sorted(_HEADS))})"
    rf"(?:{'|'.join(_named(name, body) for name, body in _FORMS.items())})",
    re.IGNORECASE,
)
