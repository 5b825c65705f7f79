"""Officer cells: who is responsible, read as the contract says (rules **Officers**).

The reader works on word classes (`officer_words`), cuts a cell into pieces (`officer_pieces`), puts pieces
together (`officer_mentions`) and settles kinds and relations (`officer_reader`).
"""

import re

from normalise.values.contacts import read_contact
from normalise.values.officer_lexicon import lexicon
from normalise.values.officer_reader import read_officers
from normalise.values.officer_values import ContactValue, OfficerReading, OfficerValue
from normalise.values.officer_words import text_of, words_of

__all__ = [
    "ContactValue",
    "OfficerReading",
    "OfficerValue",
    "looks_like_officer_cell",
    "read_contact",
    "read_officers",
    "stops_unfinished",
]


LONGEST_CELL = 300  # characters; the longest officer cell of the papers read has 107
SENTENCE = re.compile(r"[9jv]|[xz].*[xz]")
WEAK = re.compile(r"[SYyNaozmpQ2&/,.n-]*\Z")
STRONG_NAME = re.compile(r"[NI](?:p*[NIYyW])")


def looks_like_officer_cell(text: str) -> bool:
    """True where a reader would take the cell for officers: names, titles, teams, bodies, initials.

    No for dates, statuses, sentences, references, and for a lone subject ("Housing") or unknown word,
    which a theme column holds too.
    """
    if not text.strip() or len(text) > LONGEST_CELL:
        return False
    classes = words_of(text).classes
    if SENTENCE.search(classes):
        return False
    reading = read_officers(text)
    if not reading.officers or reading.unparsed:
        return False
    return not WEAK.match(classes) or STRONG_NAME.search(classes) is not None


NEVER_LAST = re.compile(r"[oa2f&pmHTtKkw,/(:-]$")


def stops_unfinished(text: str) -> bool:
    """True where the cell stops in the middle of a name or title: "Head of", "Ann Lee,", "Assistant"."""
    words = words_of(text)
    classes = words.classes.rstrip("n")
    if not classes.strip(",;:.()/&-"):
        return False
    if NEVER_LAST.search(classes) or classes.count("(") > classes.count(")"):
        return True
    last = text_of(words, len(classes) - 1, len(classes)).casefold()
    alone = len(classes) == 1 or classes[-2] not in "SYNUuBC"
    return last in lexicon().particles or (last in lexicon().unfinished and alone)
