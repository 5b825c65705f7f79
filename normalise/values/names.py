"""What a personal name looks like: a run of capitalised words, never a list of first names.

Patterns over the word classes of `officer_words`. A name is a run of words that the lexicon of units and
titles does not hold; initials may open it, a word that is also a surname may close it ("Tom Field"), small
particles may stand inside ("Maria de la Cruz"). One such word is a name only where it stands alone or after
an honorific or a councillor's title.
"""

import re
from typing import NamedTuple

RUN = r"p*(?:[NI]|y(?=p*[NW]))(?:p*[NIYyW])*(?<=[NYyW])"
TITLED = r"[HTt]+p*[NIYyW](?:p*[NIYyW])*"
MOST_WORDS = 5  # longer runs are headings, not names

LEADING = re.compile(rf"(?P<titled>{TITLED})|(?P<run>{RUN})")
# not after "of": "Head of Barking Riverside" has no name; before a title or at the end
LATER = re.compile(rf"(?<![oa2fNIYyWpHTt])(?:{TITLED}|{RUN})(?=$|[mM]*[RMDV])|(?<=[oa][NYy])[NI]p*[NYyW]$")
INITIALS = re.compile(r"I+(?=$|2|[xv])")
# what may stand behind a run of capitalised words and shows that it is no name
UNIT_BEHIND = re.compile(r"[SYNIAWaom]*?(?<!o)(?<!oa)[UuCB][^RrMDVx2v]*$|[UCB](?!S*[RrMm])")
SURNAME_TOO_WEAK = re.compile(r"[Rr](?!o)")


class NameAt(NamedTuple):
    """A name in a string of classes: half-open range, honorifics and titles included."""

    start: int
    stop: int


def leading_name(classes: str) -> NameAt | None:
    """The name that opens the classes: `NNRoS` -> 0, 2; none for `NR` (Kickstart Coordinator)."""
    if found := INITIALS.match(classes):
        return NameAt(0, found.end())
    found = LEADING.match(classes)
    if not found:
        return None
    behind = classes[found.end() :]
    if found["titled"]:
        return NameAt(0, found.end())
    words = found.group().replace("p", "")
    if (len(words) < 2 and "p" not in found.group()) or len(words) > MOST_WORDS:
        return None
    if UNIT_BEHIND.match(behind) or (words[-1] in "Yy" and SURNAME_TOO_WEAK.match(behind)):
        return None
    return NameAt(0, found.end())


def later_name(classes: str) -> NameAt | None:
    """The first name further on: `RoSNN` -> 3, 5; after "of" only with a unit's word between."""
    for found in LATER.finditer(classes):
        words = found.group().replace("p", "")
        titled = words[0] in "HTt"
        if found.start() and (titled or 2 <= len(words) <= MOST_WORDS):
            return NameAt(found.start(), found.end())
    return None
