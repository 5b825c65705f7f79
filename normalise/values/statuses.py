"""Status words, colours and grades -> the names of the record; the paper's own legend first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from normalise.lexicon import load
from normalise.text import fold, fold_label

# A cell this short that opens with a status word is a status and not a narrative.
MAX_STATUS_WORDS = 12
_LEAD = re.compile(r"^\W*")
_GRADE = re.compile(
    r"(?:grade\s+|score\s+)?(?P<grade>\d{1,3}\s*%|\d{1,2}|[a-h](?![a-z])|[ivx]{1,4}(?![a-z]))(?=\s*(?:[.):=–-]|\s|$))",
    re.IGNORECASE,
)
_ENDS_WORDS = re.compile(r"\s*(?:$|[.,;:(\n–—-])")
_GAP = re.compile(r"[\s.):=–-]*")


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One step of a paper's own scale: the grade as printed, its words, what it means."""

    grade: str
    label: str
    status: str | None


@dataclass(frozen=True, slots=True)
class Scale:
    """A paper's own legend; empty where it prints none."""

    steps: tuple[ScaleStep, ...] = ()

    def by_grade(self, grade: str) -> ScaleStep | None:
        """Find a step by its grade; a percentage also by the range that holds it."""
        exact = next((step for step in self.steps if fold(step.grade) == fold(grade)), None)
        return exact or next((step for step in self.steps if _in_range(grade, step.grade)), None)

    def by_words(self, text: str) -> tuple[ScaleStep, str] | None:
        """Find the step whose label, or grade in words, opens the text; the longest words win.

        Returns:
            The step and its words.
        """
        words = fold_label(text)
        named = [(step, step.label) for step in self.steps]
        named += [
            (step, step.grade) for step in self.steps if len(step.grade) > 2 and step.grade[:1].isalpha()
        ]
        named.sort(key=lambda pair: -len(pair[1]))
        return next(((step, label) for step, label in named if _opens(words, fold_label(label))), None)


@dataclass(frozen=True, slots=True)
class GradeReading:
    """A grade at the head of a cell.

    Attributes:
        grade: as the legend writes it, else as printed; None where the cell has none.
        status: by the legend, else by the words.
        end: offset behind the grade and its words; what follows is explanation.
        mismatch: whether the number and the words say different things.
    """

    grade: str | None
    status: str | None
    end: int
    mismatch: bool = False


NO_SCALE = Scale()


def _in_range(grade: str, span: str) -> bool:
    """Tell whether a percentage lies in a range such as "26-75%"."""
    value, bounds = re.fullmatch(r"(\d{1,3})\s*%", grade.strip()), re.findall(r"\d{1,3}", span)
    if not value or "%" not in span or len(bounds) != 2:
        return False
    return int(bounds[0]) <= int(value.group(1)) <= int(bounds[1])


def _opens(words: str, phrase: str) -> bool:
    return bool(phrase) and (words == phrase or words.startswith(phrase + " "))


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    statuses = {_spelled(p): name for name, phrases in load("statuses")["status"].items() for p in phrases}
    gapped = (
        r"[^\w%]+".join(map(re.escape, words.split())) for words in sorted(statuses, key=len, reverse=True)
    )
    return re.compile(rf"\W*({'|'.join(gapped)})(?!\w)", re.IGNORECASE), statuses


def lead_status(text: str) -> tuple[str, int] | None:
    """Return the status whose words lead the text, and the offset behind them."""
    pattern, statuses = _phrases()
    found = pattern.match(text)
    return (statuses[_spelled(found.group(1))], found.end()) if found else None


def _spelled(words: str) -> str:
    """Return the words of a phrase as the lexicon spells them, whatever stands between them."""
    return " ".join(re.findall(r"[\w%]+", fold(words)))


def read_status(text: str, scale: Scale = NO_SCALE) -> str | None:
    """Read a status cell: the paper's legend, else the lexicon; None where no word is known."""
    grade = read_grade(text, scale)
    if grade and grade.status:
        return grade.status
    found = lead_status(text)
    return found[0] if found else None


def is_status_cell(text: str) -> bool:
    """Tell whether a cell holds a status word and at most a few words more."""
    return lead_status(text) is not None and len(text.split()) <= MAX_STATUS_WORDS


def is_only_status(text: str) -> bool:
    """Tell whether a cell holds status words and nothing else."""
    found = lead_status(text)
    return found is not None and not re.search(r"\w", text[found[1] :])


@cache
def _sentence() -> re.Pattern[str]:
    subjects = "|".join(map(re.escape, load("statuses")["sentence"]["subjects"]))
    verbs = "|".join(map(re.escape, load("statuses")["sentence"]["verbs"]))
    return re.compile(
        rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?:this|the|all|these|both)?\s*(?:{subjects})s?\s+(?:(?:{verbs})\s+){{1,4}}",
        re.IGNORECASE,
    )


def sentence_status(text: str) -> tuple[str, str] | None:
    """Find a sentence whose subject is the action itself; return its status and its words."""
    for found in _sentence().finditer(text):
        status = lead_status(text[found.end() :])
        if status:
            end = re.search(r"[.!?](?:\s|$)|\n|$", text[found.end() :])
            stop = found.end() + (end.end() if end else 0)
            return status[0], text[found.start() : stop].strip()
    return None


def read_rag(text: str, *, column: bool = False) -> str | None:
    """Read a colour as printed; single letters only where the column is one of colours."""
    for sign, colour in load("statuses")["rag_signs"].items():
        if sign in text:
            return str(colour)
    words = fold_label(text).split()
    for colour, names in load("statuses")["rag"].items():
        if words and words[0] in names and (len(words[0]) > 1 or (column and len(words) == 1)):
            return str(colour)
    return None


def read_grade(text: str, scale: Scale) -> GradeReading | None:
    """Read a grade and its words at the head of a cell by the paper's own legend.

    "2. On Track", "1 Fully achieved", "B – some progress" or the words alone.
    None where the cell opens with neither a grade nor a label of the legend.
    """
    start = _LEAD.match(text)
    at = start.end() if start else 0
    found = _GRADE.match(text, at)
    if found and not _stands_alone(text, found, scale):
        found = None
    step = scale.by_grade(found.group("grade")) if found else None
    if found and (step or not scale.steps):
        return _with_words(text, found, step, scale)
    named = scale.by_words(text)
    return GradeReading(named[0].grade, named[0].status, _label_end(text, named[1])) if named else None


def _stands_alone(text: str, found: re.Match[str], scale: Scale) -> bool:
    """Tell a grade from a word: a bare letter wants a mark, the end or words of the scale behind it."""
    rest = text[found.end() :]
    if (
        not found.group("grade").isalpha()
        or not rest.strip()
        or rest[:1] == "\n"
        or rest.lstrip()[:1] in ".):=–-"
    ):
        return True
    return scale.by_words(rest) is not None or lead_status(rest) is not None


def _with_words(text: str, found: re.Match[str], step: ScaleStep | None, scale: Scale) -> GradeReading | None:
    """Read the words behind a printed grade; they may say something else than the grade."""
    gap = _GAP.match(text, found.end())
    at = gap.end() if gap else found.end()
    words = lead_status(text[at:])
    if step is None:
        if not re.search(r"\w", text[at:]):
            return GradeReading(found.group("grade"), None, len(text))  # printed, but what it means is not
        return GradeReading(found.group("grade"), words[0], at + words[1]) if words else None
    if words and not _ENDS_WORDS.match(text, at + words[1]):
        words = None  # "C. Delay in agreeing a price" goes on: it explains
    worded = scale.by_words(text[at:])
    behind = _label_end(text[at:], worded[1]) if worded else (words[1] if words else 0)
    other = worded[0].status if worded else (words[0] if words else None)
    mismatch = None not in (other, step.status) and other != step.status
    printed = found.group("grade")
    return GradeReading(printed if "%" in printed else step.grade, step.status, at + behind, mismatch)


def _label_end(text: str, label: str) -> int:
    """Return the offset behind the words of a label at the head of a text."""
    pattern = r"\W*" + r"\W+".join(map(re.escape, re.findall(r"\w+", label)))
    found = re.match(pattern, text, re.IGNORECASE)
    return found.end() if found else 0
