"""The steps of a legend in a text: a grade, what parts it from its words, the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.values.colours import read_rag
from normalise.values.scales import ScaleStep
from normalise.values.status_sentences import sentence_status
from normalise.values.statuses import lead_status, told_statuses, weakest

MAX_STEPS = 10
# The longest grade read is "Grade 1–99 %" or two words of colour.
MAX_TOKEN = 24
# Words of a label or line that announce a scale; "key dates" and the like announce none.
ANNOUNCES = re.compile(
    r"\b(?:grad(?:e|es|ed|ing|ings)|key(?!\s+(?:dates?|facts?|stages?|milestones?|actions?|findings?|issues?|points?|themes?|decisions?|messages?|lines?|areas?)\b)"
    r"|legend|b?rag|ratings?|scale|assessments?|definitions?|status(?:es)?|scor(?:e|es|ing)|rated|colours?|symbols?|traffic\s+lights?)\b",
    re.IGNORECASE,
)
_SIGN = r"[\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\u221a\u00d7]\ufe0f?"
_COLOURS = r"red|amber|green|blue|yellow|grey|gray|white|black|purple|orange"
_SHARES = r"\d{1,3}\s*%?\s*(?:[-–]|to)\s*\d{1,3}\s*%|\d{1,3}\s*%"
_TOKEN = re.compile(
    rf"(?:grade\s*)?(?:\d{{1,2}}|[A-Z]|[IVX]{{1,4}}|{_SHARES}|{_SIGN}|{_COLOURS})[.:)]?", re.IGNORECASE
)
_BETWEEN = (
    r"(?:\s*(?:=|:|[-–—](?=\s))\s*|\s+-\s*"
    r"|\s+(?:means?|indicates?|denotes?|represents?|signifies)\s+(?:that\s+)?)"
)
_STEP = re.compile(
    rf"(?:^|(?<=[;,\n|.:(])|(?<=\sand\s))\s*(?:and\s+)?(?:[*†]\s*)?"
    rf"(?:(?P<grade>\(?(?:{_SHARES}|\d{{1,2}}|[A-Z]|{_COLOURS})\)?){_BETWEEN}|(?P<sign>{_SIGN})(?:{_BETWEEN}|\s*))"
    r"(?P<label>[^;,\n|]+?)\s*(?=[;,\n|]|\.\s|\.?\)?\s*$)",
    re.IGNORECASE,
)
# A grade that is a word or two, with what it means: "Complete: everything agreed has been done".
_WORD_STEP = re.compile(rf"\s*(?P<grade>[A-Z][^:=;.\n]{{1,30}}?){_BETWEEN}(?P<label>\S.*)", re.DOTALL)
_TOKEN_STEP = re.compile(
    rf"\W?\s*(?:(?P<grade>\(?(?:{_SHARES}|\d{{1,2}}|[A-Z]|{_COLOURS})\)?){_BETWEEN}|(?P<sign>{_SIGN})(?:{_BETWEEN}|\s*))(?P<label>\S.*)",
    re.IGNORECASE,
)
# "Actions are rated green where they are on track and red where they are overdue."
_RATED_STEP = re.compile(
    rf"\b(?P<grade>{_COLOURS})\s+(?:where|when|if)\s+(?P<label>[^;,.]+?)(?=\s*(?:[;,.]|\s(?:and|or)\s+(?:{_COLOURS})\b|$))",
    re.IGNORECASE,
)
# "Green denotes ‘on track’, red as ‘not started’": what it means in quotes.
_QUOTED_STEP = re.compile(
    rf"\b(?P<grade>{_COLOURS})\s+(?:as|is|means|denotes|indicates|shows)\s+[‘“'\"](?P<label>[^‘’“”'\"\n]{{2,80}})[’”'\"]",
    re.IGNORECASE,
)
# Signs with their words one behind the other: "🔵 complete 🟢 on target".
_SIGNED_STEP = re.compile(rf"(?P<sign>{_SIGN})\s*(?P<label>[A-Za-z][^;,\n|]*?)\s*(?=[;,\n|]|{_SIGN}|\.?\s*$)")
_BARE_STEP = re.compile(r"(?P<grade>\d{1,2}|[A-Z])\s+(?P<label>\S.*)")
_CODED_STEP = re.compile(rf"(?P<grade>[A-Z]{{1,3}}){_BETWEEN}(?P<label>\S.*)")
# Two codes may be two of anything.
MIN_CODES = 3
_SPAN = re.compile(
    r"(?P<low>\d{1,2})\s*%?\s*(?:[-–]|to)\s*(?P<high>\d{1,3})\s*%(?:\s*complete)?", re.IGNORECASE
)
_OPEN_SPAN = re.compile(
    r"(?:over|more than|above|at least|up to|under(?!\s?-?way)|less than|below)\b", re.IGNORECASE
)


def is_token(text: str) -> bool:
    """Tell whether a text is a grade: a number, letter, percentage, sign or colour."""
    if len(text) > MAX_TOKEN:
        return False
    return bool(_TOKEN.fullmatch(text.strip()) or (read_rag(text) and len(text.split()) < 3))


def step(grade: str, label: str) -> ScaleStep:
    """Make a step of its printed grade and words."""
    words = " ".join(label.split()).rstrip(".;")
    status = _meaning(words)
    if status is None and (found := lead_status(grade)):
        status = found.status
    return ScaleStep(grade.strip().strip("().:").strip(), words, None if status == "unknown" else status)


def _meaning(words: str) -> str | None:
    """Return what the words of a step mean: a status that leads them, a sentence, a share of the work."""
    if _OPEN_SPAN.match(words):
        return None
    span = _SPAN.match(words)
    if span:
        return "in_progress" if int(span["low"]) > 0 and int(span["high"]) < 100 else None
    told = told_statuses(words)
    if told:
        return weakest(told)
    sentence = sentence_status(words)
    return sentence.status if sentence else None


def accept(steps: Sequence[ScaleStep], announced: bool) -> bool:
    """Tell whether steps make a scale: announced by a label, or known by their words or colours."""
    if not 2 <= len(steps) <= MAX_STEPS or not all(any(map(str.isalpha, one.label)) for one in steps):
        return False
    known = sum(one.status is not None for one in steps)
    coloured = all(re.fullmatch(_COLOURS, one.grade, re.IGNORECASE) for one in steps)
    return announced or 2 * known > len(steps) or coloured


def find_steps(string: str) -> tuple[list[ScaleStep], int]:
    """Return the steps that a text names one after the other, and where the first begins."""
    lines = string.splitlines()
    for first in (0, 1):
        steps = line_steps("\n".join(lines[first:])) if len(lines) > first + 1 else []
        if steps:
            return steps, len("\n".join(lines[:first]))
    announcement, _, rest = string.partition(":")
    if coded := _coded(rest):
        return coded, len(announcement)
    found = list(_STEP.finditer(string))
    if len(found) > 1:
        return [step(one["grade"] or one["sign"], one["label"]) for one in found], found[0].start()
    found = list(_SIGNED_STEP.finditer(string))
    if len(found) > 1:
        return [step(one["sign"], one["label"]) for one in found], found[0].start()
    for pattern in (_RATED_STEP, _QUOTED_STEP):
        found = list(pattern.finditer(string))
        if len(found) > 1:
            return [step(one["grade"], one["label"]) for one in found], found[0].start()
    return _worded(rest) or _bare(rest), len(announcement)


def line_steps(string: str) -> list[ScaleStep]:
    """Return the steps of lines that hold one each; none where a line holds something else."""
    steps = []
    for line in string.splitlines():
        found = _TOKEN_STEP.fullmatch(line)
        named = None if found else _WORD_STEP.fullmatch(line)
        if found:
            steps.append(step(found["grade"] or found["sign"], found["label"]))
        elif named and lead_status(named["grade"]):
            steps.append(step(named["grade"], named["label"]))
        else:
            return []
    return steps


def _coded(rest: str) -> list[ScaleStep]:
    """Read steps of short codes with known words: "Key: C = Complete; OT = On target; NS = Not started"."""
    found = [_CODED_STEP.fullmatch(part.strip()) for part in re.split(r"[;,\n]", rest.strip().rstrip("."))]
    if len(found) < MIN_CODES or not all(one and lead_status(one["label"]) for one in found):
        return []
    return [step(one["grade"], one["label"]) for one in found if one]


def _worded(rest: str) -> list[ScaleStep]:
    """Read steps whose grades are words: "Key: Achieved = …; Partly achieved = …"."""
    found = [_WORD_STEP.fullmatch(part.strip()) for part in rest.split(";")]
    return [step(one["grade"], one["label"]) for one in found if one and lead_status(one["grade"])]


def _bare(rest: str) -> list[ScaleStep]:
    """Read steps with a blank for a sign: "Grades: 1 Achieved; 2 On track"; all of known words."""
    parts = re.split(r"[;,\n]", rest.strip().rstrip("."))
    found = [_BARE_STEP.fullmatch(part.strip()) for part in parts]
    if not all(one and lead_status(one["label"]) for one in found):
        return []
    return [step(one["grade"], one["label"]) for one in found if one]
