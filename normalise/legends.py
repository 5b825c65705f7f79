"""The paper's own grading legend, in a table, a line or a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from normalise.cells import RawRow, width_used
from normalise.elements import Legend
from normalise.text import fold_label
from normalise.values.statuses import Scale, ScaleStep, lead_status, read_rag
from parsers.model import Item, Paragraph, Text
from parsers.model.words import join

MAX_STEPS = 10
# Grades, their words, and a title over them.
ACROSS_ROWS = 3
# The longest grade read is "Grade 1–99 %" or two words of colour.
MAX_TOKEN = 24
# A line of more words announces no list of grades.
MAX_ANNOUNCEMENT = 12
# Words of a label or line that announce a scale.
_KEY = re.compile(
    r"\b(?:grad(?:e|es|ed|ing|ings)|key|legend|rag|brag|rating|ratings|scale|assessment|definition|status|scor(?:e|es|ing)|colours?)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"(?:grade\s*)?(?:\d{1,2}|[A-H]|[IVX]{1,4}|\d{1,3}\s*(?:[-–]\s*\d{1,3}\s*)?%?)[.:)]?", re.IGNORECASE
)
_COLOUR = re.compile(r"red|amber|green|blue|yellow|grey|gray|white|black|purple|orange", re.IGNORECASE)
_STEP = re.compile(
    r"(?:^|(?<=[;,\n|.:(]))\s*(?:and\s+)?(?P<grade>\(?(?:\d{1,3}\s*(?:[-–]\s*\d{1,3}\s*)?%|\d{1,2}|[A-H]|red|amber|green|blue|yellow|grey)\)?)"
    r"\s*(?:=|:|[-–—](?=\s)|\s-)\s*(?P<label>[^;,\n|]+?)\s*(?=[;,\n|]|\.\s|\.?\)?\s*$)",
    re.IGNORECASE,
)


# A grade that is a word or two, with what it means: "Complete: everything agreed has been done".
_WORD_STEP = re.compile(
    r"(?P<grade>[A-Z][^:=;.\n]{1,30}?)\s*(?::|=|[-–—](?=\s)|\s-)\s*(?P<label>\S.*)", re.DOTALL
)


def _is_token(text: str) -> bool:
    if len(text) > MAX_TOKEN:
        return False
    return bool(
        _TOKEN.fullmatch(text.strip())
        or _COLOUR.fullmatch(text.strip())
        or (read_rag(text) and len(text.split()) < 3)
    )


def step(grade: str, label: str) -> ScaleStep:
    """Make a step of its printed grade and words."""
    found = lead_status(label) or lead_status(grade)
    return ScaleStep(
        grade.strip().strip("().:").strip(), " ".join(label.split()).rstrip(".;"), found[0] if found else None
    )


def _accept(steps: Sequence[ScaleStep], announced: bool) -> bool:
    """Tell whether steps make a scale: announced by a label, or known by their words."""
    if not 2 <= len(steps) <= MAX_STEPS:
        return False
    known = sum(one.status is not None for one in steps)
    return announced or 2 * known > len(steps)


def table_legend(rows: Sequence[RawRow]) -> Legend | None:
    """Read a legend table: grades across with their words below, or a grade and its words a row."""
    filled = [row for row in rows if row.filled()]
    if not filled or len(filled) > MAX_STEPS + 2:
        return None
    for reader in (_across, _down, _in_cells):
        steps = reader(filled)
        announced = any(_KEY.search(str(cell)) for row in filled[:2] for cell in row.cells)
        if steps and _accept(steps, announced):
            return Legend(Scale(tuple(steps)), tuple(cell for row in filled for cell in row.cells if cell))
    return None


def _across(rows: Sequence[RawRow]) -> list[ScaleStep]:
    """Read grades printed side by side over their words, in a table of nothing else."""
    if len(rows) > ACROSS_ROWS:
        return []
    for upper, lower in pairwise(rows):
        columns = [at for at in upper.filled() if _is_token(str(upper.cells[at]))]
        others = [at for at in upper.filled() if at not in columns]
        if len(columns) > 1 and len(others) <= 1 and all(lower.cells[at] for at in columns):
            return [step(str(upper.cells[at]), str(lower.cells[at])) for at in columns]
    return []


def _down(rows: Sequence[RawRow]) -> list[ScaleStep]:
    """Read a grade and its words a row, under a header or none."""
    if width_used(rows) not in (2, 3):
        return []
    body = [row for row in rows if len(row.filled()) > 1 and _is_token(str(row.cells[row.filled()[0]]))]
    rest = [row for row in rows if row not in body]
    if len(body) < 2 or len(rest) > 1 or any(len(str(row.cells[0]).split()) > 12 for row in rest):
        return []
    return [step(str(row.cells[row.filled()[0]]), str(row.cells[row.filled()[1]])) for row in body]


def _in_cells(rows: Sequence[RawRow]) -> list[ScaleStep]:
    """Read grades side by side, each over its words in one cell: "1" and under it "Fully achieved"."""
    if len(rows) > ACROSS_ROWS:
        return []
    for row in rows:
        cells = [row.cells[at].lines() for at in row.filled()]
        graded = [lines for lines in cells if len(lines) > 1 and _is_token(str(lines[0]))]
        if len(graded) > 1 and len(cells) - len(graded) <= 1:
            return [step(str(lines[0]), str(join(lines[1:], " "))) for lines in graded]
    return []


def line_legend(text: Text) -> Legend | None:
    """Read a legend printed as a line or paragraph: "Grading: 1 = Achieved; 2 = On track"."""
    string = str(text)
    if not _KEY.search(string[: string.find("=") if "=" in string else 60]):
        return None
    steps = [step(found.group("grade"), found.group("label")) for found in _STEP.finditer(string)]
    steps = steps if len(steps) > 1 else _worded(string) or _bare(string)
    grades = {fold_label(one.grade) for one in steps}
    if len(grades) != len(steps) or not _accept(steps, announced=True):
        return None
    return Legend(Scale(tuple(steps)), (text,))


def _worded(string: str) -> list[ScaleStep]:
    """Read steps whose grades are words: "Key: Achieved = …; Partly achieved = …"."""
    _, _, rest = string.partition(":")
    found = [_WORD_STEP.fullmatch(part.strip()) for part in rest.split(";")]
    return [
        step(one.group("grade"), one.group("label"))
        for one in found
        if one and lead_status(one.group("grade"))
    ]


def _bare(string: str) -> list[ScaleStep]:
    """Read steps with a blank for a sign: "Grades: 1 Achieved; 2 On track"; all of known words."""
    _, _, rest = string.partition(":")
    parts = re.split(r"[;,\n]", rest.strip().rstrip("."))
    found = [re.fullmatch(r"(\d{1,2}|[A-H])\s+(\S.*)", part.strip()) for part in parts]
    if not all(one and lead_status(one.group(2)) for one in found):
        return []
    return [step(one.group(1), one.group(2)) for one in found if one]


def announces_list(text: Text) -> bool:
    """Tell whether a line may announce a legend printed as a list under it."""
    return len(text.words) <= MAX_ANNOUNCEMENT and bool(_KEY.search(str(text)))


def list_legend(blocks: Sequence[Paragraph | Item]) -> Legend | None:
    """Read a legend printed as a list."""
    steps, texts = [], []
    for block in blocks:
        if isinstance(block, Item) and block.mark and not _STEP.match(str(block.text)):
            grade, label = str(block.mark), str(block.text)
        else:
            found = _STEP.match(str(block.text)) or _WORD_STEP.fullmatch(str(block.text))
            if not found:
                return None
            grade, label = found.group("grade"), str(block.text)[found.start("label") :]
        if not (_is_token(grade) or lead_status(grade)):
            return None
        steps.append(step(grade, label))
        texts += [block.mark, block.text] if isinstance(block, Item) else [block.text]
    return (
        Legend(Scale(tuple(steps)), tuple(filter(None, texts))) if _accept(steps, announced=False) else None
    )
