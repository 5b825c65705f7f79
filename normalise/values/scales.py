"""Grades and words of a paper's own scale; without one, those of the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalise.text import fold, fold_label
from normalise.values.boxes import ticked
from normalise.values.status_sentences import sentence_status
from normalise.values.statuses import lead_status, leading_words, mark_status, told_statuses, weakest

_LEAD = re.compile(r"^\W*")
_GRADE = re.compile(
    r"(?:grade\s+|score\s+)?(?P<grade>\d{1,3}\s*%|\d{1,2}|[a-z](?![a-z])|[ivx]{1,4}(?![a-z]))(?=\s*(?:[.):=–-]|\s|$))",
    re.IGNORECASE,
)
# letters that grade where no legend says so
_LETTERS = frozenset("abcdefghivx")
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

    def by_sign(self, text: str) -> tuple[ScaleStep, str] | None:
        """Find the step whose grade is a sign, such as a tick, that opens the text."""
        signs = [step for step in self.steps if step.grade and not re.search(r"\w", step.grade)]
        return next(((step, step.grade) for step in signs if text.lstrip().startswith(step.grade)), None)

    def by_words(self, text: str) -> tuple[ScaleStep, str] | None:
        """Find the step whose grade in words, or label, opens the text; the longest words win.

        Returns:
            The step and its words.
        """
        words = fold_label(text)
        named = [
            (step, step.grade) for step in self.steps if len(step.grade) > 2 and step.grade[:1].isalpha()
        ]
        named += [(step, step.label) for step in self.steps]
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


@dataclass(frozen=True, slots=True)
class StatusReading:
    """What a status cell says.

    Attributes:
        status: by the legend, else by the words; None where neither is known.
        mismatch: whether grade and words say different things.
        several: whether the cell names several statuses, of which the weakest was taken.
    """

    status: str | None
    mismatch: bool = False
    several: bool = False


NO_SCALE = Scale()


def _in_range(grade: str, span: str) -> bool:
    """Tell whether a percentage lies in a range such as "26-75%"."""
    value, bounds = re.fullmatch(r"(\d{1,3})\s*%", grade.strip()), re.findall(r"\d{1,3}", span)
    if not value or "%" not in span or len(bounds) != 2:
        return False
    return int(bounds[0]) <= int(value.group(1)) <= int(bounds[1])


def _opens(words: str, phrase: str) -> bool:
    return bool(phrase) and (words == phrase or words.startswith(phrase + " "))


def read_status(text: str, scale: Scale = NO_SCALE) -> StatusReading:
    """Read a status cell: the paper's legend, then the lexicon, then a sentence about the action."""
    text = ticked(text)
    grade = read_grade(text, scale)
    if grade and grade.status:
        return StatusReading(grade.status, grade.mismatch)
    told = told_statuses(text)
    if told:
        return StatusReading(weakest(told), several=len(set(told) - {"unknown"}) > 1)
    sentence = sentence_status(text)
    return StatusReading(sentence.status if sentence else mark_status(text))


def read_grade(text: str, scale: Scale) -> GradeReading | None:
    """Read a grade and its words at the head of a cell by the paper's own legend.

    "2. On Track", "1 Fully achieved", "B – some progress" or the words alone.
    None where the cell opens with neither a grade nor a label of the legend.
    """
    sign = scale.by_sign(text)
    if sign:
        return GradeReading(sign[0].grade, sign[0].status, text.index(sign[1]) + len(sign[1]))
    start = _LEAD.match(text)
    at = start.end() if start else 0
    found = _GRADE.match(text, at)
    if found and not (_stands_alone(text, found, scale) and _may_grade(found.group("grade"), scale)):
        found = None
    step = scale.by_grade(found.group("grade")) if found else None
    if found and (step or not scale.steps):
        return _with_words(text, found, step, scale)
    whole = scale.by_grade(text.strip().rstrip("."))  # a code: "OT"
    return GradeReading(whole.grade, whole.status, len(text)) if whole else _named(text, scale)


def _named(text: str, scale: Scale) -> GradeReading | None:
    """Read words of the legend at the head of a cell, its number perhaps behind them."""
    named = scale.by_words(text)
    if named is None:
        return None
    step, label = named
    end = _label_end(text, label)
    behind = re.match(r"\s*[(–-]\s*(\d{1,2}|[A-Ha-h])\)?\s*$", text[end:])
    other = scale.by_grade(behind.group(1)) if behind else None
    mismatch = other is not None and None not in (other.status, step.status) and other.status != step.status
    return GradeReading(step.grade, step.status, len(text) if other else end, mismatch)


def _may_grade(printed: str, scale: Scale) -> bool:
    """Tell whether a grade is a figure, one of the first letters, or any letter of the legend."""
    lone = len(printed) == 1 and printed.isalpha() and printed.lower() not in _LETTERS
    return not lone or scale.by_grade(printed) is not None


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
    words = leading_words(text[at:])
    if step is None:
        return _without_legend(text, found, at)
    if words and not _ENDS_WORDS.match(text, at + words.end):
        words = None  # "C. Delay in agreeing a price" goes on: it explains
    worded = scale.by_words(text[at:])
    behind = _label_end(text[at:], worded[1]) if worded else (words.end if words else 0)
    other = worded[0].status if worded else (words.status if words else None)
    mismatch = None not in (other, step.status) and other != step.status
    printed = found.group("grade")
    return GradeReading(printed if "%" in printed else step.grade, step.status, at + behind, mismatch)


def _without_legend(text: str, found: re.Match[str], at: int) -> GradeReading | None:
    """Read a grade that no legend explains; a share of completion says how far the action is."""
    share = lead_status(text) if "%" in found.group("grade") else None
    words = lead_status(text[at:])
    if share:
        return GradeReading(found.group("grade"), share.status, share.end)
    if not re.search(r"\w", text[at:]):
        return GradeReading(found.group("grade"), None, len(text))  # printed, but what it means is not
    return GradeReading(found.group("grade"), words.status, at + words.end) if words else None


def _label_end(text: str, label: str) -> int:
    """Return the offset behind the words of a label at the head of a text."""
    pattern = r"\W*" + r"\W+".join(map(re.escape, re.findall(r"\w+", label)))
    found = re.match(pattern, text, re.IGNORECASE)
    return found.end() if found else 0
