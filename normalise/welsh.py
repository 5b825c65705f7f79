"""What of a paper is in Welsh: told by the words of the language, kept as printed, not read."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from enum import Enum
from functools import cache

from normalise.lexicon import load
from normalise.text import fold
from normalise.values.officers import read_officers
from parsers.model import Block, Text
from parsers.model.layout import block_texts
from parsers.model.words import join

# Fewer Welsh words than this in a whole paper are names: "Cyngor", "Ysgol y Bont", "Tîm Caffael".
MIN_VOCABULARY = 4
# Words of a language wanted of a text: two of a line of a few words, one in eight of a long one.
MIN_WORDS = 2
SHARE = 1 / 8
_WORD = re.compile(r"[^\W\d_]+")
_PARTED = re.compile(r"\s+[/|]\s+|\n")
_STROKE = re.compile(r"\s*[/|\n]\s*|\s+[–-]\s+")


class Language(Enum):
    """What language a text is in, as far as its words tell."""

    WELSH = "Welsh"
    ENGLISH = "English"
    UNTOLD = "untold"


@cache
def _welsh() -> frozenset[str]:
    words = load("welsh")["words"]
    return frozenset(f"{words['common']} {words['council']}".split())


@cache
def _english() -> frozenset[str]:
    return frozenset(load("welsh")["words"]["english"].split())


def may_hold_welsh(vocabulary: Set[str]) -> bool:
    """Tell whether the words of a paper are worth a closer look."""
    return len(_welsh() & vocabulary) >= MIN_VOCABULARY


def language_of(text: str) -> Language:
    """Tell a text's language by its words; one that has words of both, or of neither, is untold."""
    words = _WORD.findall(fold(text))
    welsh = sum(word in _welsh() for word in words)
    english = sum(word in _english() for word in words)
    enough = max(MIN_WORDS, SHARE * len(words))
    if welsh >= enough and welsh > 2 * english:
        return Language.WELSH
    return Language.ENGLISH if english >= enough and english > 2 * welsh else Language.UNTOLD


def is_welsh(block: Block) -> bool:
    """Tell whether the texts of a block, a table's cells among them, are in Welsh taken together."""
    texts = [str(text) for text in block_texts(block) if text]
    told = [language_of(text) for text in texts]
    if Language.ENGLISH in told:
        return False
    return Language.WELSH in told and language_of(" ".join(texts)) is Language.WELSH


def english_part(text: Text) -> Text:
    """Return the English half of a cell that says the same in Welsh, parted by a stroke or a line end.

    Where its words do not tell, or the Welsh half holds more than the English one, the cell is
    returned whole.
    """
    pieces = _pieces(str(text), _PARTED)
    if len(pieces) != 2:
        return text
    kept = [span for span in pieces if not _has_welsh(str(text)[slice(*span)])]
    return text.cut(*kept[0]) if len(kept) == 1 else _with_english_title(text, pieces)


def _with_english_title(text: Text, pieces: Sequence[tuple[int, int]]) -> Text:
    """Return a name with the second of its titles: "Elin Prys, Rheolwr / Manager" is one person."""
    (start, end), second = pieces
    name, comma, title = str(text)[start:end].partition(",")
    if not comma or not _has_welsh(title):
        return text
    others = read_officers(str(text)[slice(*second)]).officers
    if len(others) != 1 or others[0].name is not None:
        return text
    return join((text.cut(start, start + len(name) + 1), text.cut(*second)), " ")


def english_label(label: str) -> str:
    """Return the English half of a label in both languages: "Statws / Status" is "Status".

    The Welsh half stands first or last, and what is left keeps its own strokes.
    """
    if not _STROKE.search(label):
        return label
    pieces = _pieces(label, _STROKE)
    told = [_has_welsh(label[start:end]) for start, end in pieces]
    english = [at for at, welsh in enumerate(told) if not welsh]
    one_run = english and english[-1] - english[0] + 1 == len(english)
    return label[pieces[english[0]][0] : pieces[english[-1]][1]] if one_run and any(told) else label


def _pieces(string: str, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the pieces of a text stand that a mark parts."""
    cuts = [found.span() for found in mark.finditer(string)]
    return list(
        zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(string)], strict=True)
    )


def _has_welsh(piece: str) -> bool:
    return "," not in piece and any(word in _welsh() for word in _WORD.findall(fold(piece)))


def welsh_blocks(blocks: Sequence[Block], vocabulary: Set[str]) -> frozenset[int]:
    """Return the places of the blocks that are in Welsh."""
    if not may_hold_welsh(vocabulary):
        return frozenset()
    return frozenset(at for at, block in enumerate(blocks) if is_welsh(block))
