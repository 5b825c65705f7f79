"""What the paper itself says its initials and acronyms mean: a key, an attendance line, a name in brackets.

"Present: Jane Claxton (JC)" makes JC of an officer cell Jane Claxton; "DoSCE – Director of Social Care and
Education" says which post DoSCE is. Only words that spell the short form count, and only where the paper has
one meaning for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from normalise.values.officer_words import words_of
from normalise.values.officers import OfficerValue, read_officers
from parsers.model import Block, Table

SHORT = r"[A-Z][A-Za-z]*(?:[.&-][A-Za-z]+)*\.?"
LONGEST_SHORT = 7  # FTSUG, NED-WT
LONGEST_MEANING = 90  # characters: a name with its title; more is a sentence
MOST_WORDS = 9  # words before a bracket that may be its meaning
TEAM_WORDS = frozenset("UuQ")  # classes: team, service, all

_SHORT_FORM = re.compile(SHORT)
_BRACKET = re.compile(rf"\((?P<short>{SHORT})(?:, [^()]*)?\)")
# "Cllrs Ann Lee (AL), Bo Tate (BT)": the title is that of each name up to the end of its line or list
_LISTED = re.compile(r"\b(?:Cllrs\.?|Councillors)\s[^\n;:]*$")
_FRAGMENT = re.compile(r"[;\n|\u2022,]+|(?<=[a-z]{4})\.\s")
_SEPARATOR = re.compile(r"\s*(?:=|:|\t|\s[-\u2013\u2014]|[\u2013\u2014])\s*")
_BEFORE_BRACKET = re.compile(r"[;:,.|\u2022()]\s")
_HEAD = re.compile(r"(?P<joined>-?)(?P<first>[^\W\d_])(?:[^\W\d_]|['\u2019])*")


class Glossary:
    """The initials and acronyms that a paper explains, found when the first is asked for."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Keep the blocks of the paper until something is asked."""
        self._blocks = blocks

    def meaning(self, officer: OfficerValue) -> OfficerValue | None:
        """Return the officer with the name or title that the paper gives for its initials, else None.

        `raw` and `relation` stay, and an organisation that the cell names.
        """
        short = officer.name if officer.name else officer.role
        if (
            short is None
            or not _is_short(short)
            or (officer.name and officer.role and officer.kind == "post")
        ):
            return None
        found = self._meanings.get(_bare(short), ())
        if len(found) != 1:
            return None
        return _explained(officer, found[0])

    def is_ambiguous(self, officer: OfficerValue) -> bool:
        """True for initials to which the paper gives more than one meaning."""
        return bool(officer.name) and len(self._meanings.get(_bare(officer.name or ""), ())) > 1

    @cached_property
    def _meanings(self) -> dict[str, tuple[OfficerValue, ...]]:
        """Each short form with what the paper says it means, each meaning once."""
        found: dict[str, dict[str, OfficerValue]] = {}
        for short, meaning in self._pairs():
            officer = _meaning_of(short, meaning)
            if officer:
                key = " ".join((officer.name or officer.role or "").split()).casefold()
                known = found.setdefault(_bare(short), {})
                if key not in known or officer.kind == "councillor":
                    known[key] = officer
        return {short: tuple(meanings.values()) for short, meanings in found.items()}

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for block in self._blocks:
            if isinstance(block, Table):
                yield from _of_table(block)
            else:
                yield from _of_text(str(block.text))


def _explained(officer: OfficerValue, meaning: OfficerValue) -> OfficerValue | None:
    """Put the meaning in the place of the short form; a title of the cell's own stays."""
    if officer.kind in ("team", "body") and officer.kind == meaning.kind:
        return None  # a name as printed, of the kind that it was taken for
    if officer.name is None:
        return replace(officer, role=meaning.role, kind=meaning.kind) if meaning.role else None
    if meaning.name is None:
        return None if officer.role else replace(officer, name=None, role=meaning.role, kind=meaning.kind)
    kind = officer.kind if officer.kind == "councillor" else meaning.kind
    return replace(officer, name=meaning.name, kind=kind)


# --- where a paper explains ----------------------------------------------------------------------


def _of_table(table: Table) -> Iterator[tuple[str, str]]:
    """A cell of initials and the cell on either side of it; and what cells say in brackets."""
    for cell in table.cells:
        yield from _in_brackets(str(cell.text))
    for row in table.grid():
        texts = [str(cell.text).strip() for cell in row]
        for at, text in enumerate(texts):
            if _is_short(text):
                yield from ((text, texts[near]) for near in (at + 1, at - 1) if 0 <= near < len(texts))


def _of_text(text: str) -> Iterator[tuple[str, str]]:
    """Read "JC – Jane Claxton; MW – Mark Webb", in either order, and names with initials in brackets."""
    yield from _in_brackets(text)
    for fragment in _FRAGMENT.split(text):
        parts = _SEPARATOR.split(fragment.strip())
        for at, part in enumerate(parts):
            if _is_short(part):
                yield from ((part, parts[near]) for near in (at + 1, at - 1) if 0 <= near < len(parts))


def _in_brackets(text: str) -> Iterator[tuple[str, str]]:
    """Read "Present: Cllr Jane Claxton (JC)": the fewest words before the bracket that spell it."""
    if "(" not in text:
        return
    folded = " ".join(text.split())
    for found in _BRACKET.finditer(folded):
        short = found["short"]
        before = folded[max(0, found.start() - LONGEST_MEANING) : found.start()]
        words = _BEFORE_BRACKET.split(before)[-1].split()[-MOST_WORDS:]
        for count in range(2, len(words) + 1):
            if spells(short, " ".join(words[-count:])):
                yield short, " ".join(words[-count:])
                yield short, " ".join(words[-count - 1 :])
                if _LISTED.search(text[: text.find(found.group())]):
                    yield short, "Cllr " + " ".join(words[-count:])
                break


# --- what may explain what -----------------------------------------------------------------------


def _is_short(text: str) -> bool:
    """True for two capitals or more of few letters: JC, J.C., DoSCE, NED-WT."""
    if len(text) > LONGEST_SHORT or not _SHORT_FORM.fullmatch(text):
        return False
    return sum(letter.isupper() for letter in text) > 1


def _bare(text: str) -> str:
    return text.replace(".", "").replace("-", "")


def spells(short: str, meaning: str) -> bool:
    """True where the first letters of the words make the short form.

    Small words, and what stands behind a hyphen, may count or not:
    `JC`, "Jane Claxton"; `DoSCE`, "Director of Social Care and Education"; not `MW`, "Mark Peter Webb".
    """
    letters = _bare(short).casefold()
    at = 0
    for found in _HEAD.finditer(meaning):
        if at < len(letters) and letters[at] == found["first"].casefold():
            at += 1
        elif not at or (found["first"].isupper() and not found["joined"]):
            return False
    return at == len(letters)


def _meaning_of(short: str, meaning: str) -> OfficerValue | None:
    """Read the one officer that the meaning names, where its words spell the short form."""
    if len(meaning) > LONGEST_MEANING:
        return None
    reading = read_officers(meaning)
    if len(reading.officers) != 1:
        return None
    officer = reading.officers[0]
    words = officer.name or officer.role or ""
    if len(words.split()) < 2 or not spells(short, words):
        return None
    if officer.kind in ("person", "councillor"):
        return officer if officer.name else None
    if reading.unparsed or (officer.kind == "team" and TEAM_WORDS.isdisjoint(words_of(words).classes)):
        return None  # "Early Help" is a subject, and may be meant as one
    return officer
