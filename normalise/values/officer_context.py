"""Classes of the words of an officer cell that hang on their neighbours.

"AD" is a post before a unit and a person's initials elsewhere; Leader alone is the council's.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from normalise.values.officer_lexicon import key_of, lexicon

LOWER_UNIT = re.compile(r"[RMrDV]o[oa]?(x+)")


class At(NamedTuple):
    """A word among its neighbours: its text and the classes of the cell, "" beyond its ends.

    `capitals` is true where the whole cell is printed in capitals.
    """

    text: str
    capitals: bool
    spans: Sequence[tuple[int, int]]
    classes: list[str]
    place: int

    @property
    def word(self) -> str:
        """The word as printed."""
        return self.text[slice(*self.spans[self.place])]

    def class_at(self, step: int) -> str:
        """Class of the word so many words on, or back."""
        at = self.place + step
        return self.classes[at] if 0 <= at < len(self.classes) else ""

    @property
    def opens(self) -> bool:
        """True where nothing or a mark that parts officers stands before the word."""
        return not self.place or self.class_at(-1) in OPENERS

    def closes(self, step: int = 0) -> bool:
        """True where the name may end behind the word so many words on: nothing, a mark or a title."""
        return self.class_at(step + 1) in ENDS


def in_context(text: str, spans: Sequence[tuple[int, int]], classes: list[str]) -> str:
    """Classes that hang on the neighbour: AD before a unit, a particle, Leader, `head of early help`."""
    capitals = text.isupper()
    for place, letter in enumerate(classes):
        for step in STEPS.get(letter, ()):
            if classes[place] == letter:
                classes[place] = step(At(text, capitals, spans, classes, place), letter)
    joined = "".join(classes)
    if "x" not in joined:
        return joined
    return LOWER_UNIT.sub(lambda found: found.group().replace("x", "S"), joined)


def _given_name(at: At, letter: str) -> str:
    """The first name of "Faith Akinola", where one unknown word follows and the name ends."""
    if key_of(at.word) not in lexicon().given or not at.word[0].isupper():
        return letter
    return "N" if at.opens and at.class_at(1) == "N" and at.closes(1) else letter


def _place(at: At, letter: str) -> str:
    """A place where staff work, behind its own name: the library of "Market Overton Library"."""
    if key_of(at.word) not in lexicon().places or at.class_at(1) not in MARKS_AFTER:
        return letter
    behind = at.text[at.spans[at.place][1] :].split("\n")[0].split()
    if at.class_at(1) == "&" and key_of(behind[-1]) in lexicon().places:
        return letter  # "Overton Museum and Art Gallery"
    return "U" if OWN_NAME.search("".join(at.classes[: at.place])) else letter


def _month_as_name(at: At, letter: str) -> str:
    """The first name of "Jun Watanabe", "Jan van den Berg"."""
    return "N" if at.opens and at.class_at(1) in NAME_GOES_ON else letter


def _closing_word(at: At, letter: str) -> str:
    """A word that makes a body of what is before it: "Highways England", "Shelter Cymru", "Acme Homes"."""
    key = key_of(at.word)
    before = at.class_at(-1)
    known = lexicon()
    if not before or before not in "NSYBz" or at.class_at(1) not in MARKS_AFTER:
        return letter
    if key in known.firms:
        return "B" if before == "N" else letter
    if key in known.nations and key_of(at.text[slice(*at.spans[at.place - 1])]) not in known.compass:
        return letter if before == "N" and key in known.nations_as_surnames else "B"
    return "S" if key in known.nations and letter == "I" else letter


def _last_initial(at: At, letter: str) -> str:
    """The second letter of "David W": a surname cut to its initial."""
    whole = len(at.word.rstrip(".")) == 1 and at.class_at(-1) == "N" and at.class_at(1) in MARKS_AFTER
    first = at._replace(place=at.place - 1)
    return "N" if whole and first.opens else letter


def _surname_first(at: At, letter: str) -> str:
    """The comma of "SMITH, John": part of the name where a surname in capitals opens it."""
    surname = at._replace(place=at.place - 1)
    if not at.place or at.class_at(-1) not in "NW" or not surname.opens or at.capitals:
        return letter
    if not surname.word.isupper() or at.class_at(1) != "N":
        return letter
    if not (at.closes(1) or (at.class_at(2) in NAME_GOES_ON and at.closes(2))):
        return letter
    at.classes[at.place - 1] = "N"
    return "p"


def _nation_in_capitals(at: At, letter: str) -> str:
    """UK before other words is their subject and nobody's initials."""
    return "S" if key_of(at.word) in lexicon().nations and letter == "I" else letter


def _capital_letters(at: At, letter: str) -> str:
    """What capitals are before what follows them, in brackets too where no others stand in the cell."""
    following = [at.class_at(step) for step in (1, 2, 3)]
    if following[0] == "(" and at.classes.count("I") == 1:
        following = following[1:]
    after = "".join(following[:2])
    return _capitals_in_context(at.word, after) if after and letter == "I" else letter


def _small_word(at: At, letter: str) -> str:
    if not at.word[0].isupper():
        return letter
    after = at.class_at(2) if at.class_at(1) == "a" else at.class_at(1)  # "A A Khan"
    return _capitalised_small_word(letter, at.word, after)


def _past_tense(at: At, letter: str) -> str:
    """The verb of "Cabinet approved the plan"."""
    return "x" if at.word[0].islower() and at.word.endswith("ed") else letter


def _particle(at: At, letter: str) -> str:
    after = at.class_at(2) if at.class_at(1) == "n" else at.class_at(1)
    return letter if after and after in "pNWY" else "x"


def _head_word(at: At, letter: str) -> str:
    return _head(key_of(at.word), at.classes, at.place)


def _capitals_in_context(word: str, after: str) -> str:
    """Initials, unless a unit follows ("AD Housing") or a rank's bearer ("PC Dave Lowe")."""
    if word in lexicon().before_a_unit and after[0] in "SYouUaA":
        return "D"
    if word in lexicon().ranks and after == "NN":
        return "H"
    return "I"


def _capitalised_small_word(letter: str, word: str, after: str) -> str:
    """The initial of "A Khan", the name of "Will Grant", the subject of "Housing Needs Manager"."""
    before_name = bool(after) and after in "NIYWp"
    if letter == "a":
        return "I" if before_name and len(word) == 1 else letter
    return "N" if before_name else "S"


OPENERS = frozenset("/n,;&w-:(HTtK")
ENDS = frozenset({"", *"/n,;&w-:().RMmDVKkf2"})
MARKS_AFTER = frozenset({"", *"/n,;&w-:().Kkf"})
NAME_GOES_ON = frozenset("NYp")
OWN_NAME = re.compile(r"(?:^|[/n,;&w(K-])N[NYy]*S*$")  # Overton; Market Overton Leisure
SEEN_AFTER = 12  # words that tell what a head word is
FULL_NAME_AFTER = re.compile(r"$|[/n;&w,][NI][NYI](?:$|[/n;&w,])")
TITLE_AFTER = re.compile(r"[,(\-][SYuUm]*[RMD]")


def _head(word: str, classes: list[str], index: int) -> str:
    """A head word that is none: Leader alone is the council's; "Paul Nurse, Planner" has a surname."""
    before = classes[index - 1] if index else ""
    if word == "leader":
        return "R" if before and before in "SYUuCBNRMmAr" else "V"
    after = "".join(classes[index + 1 : index + 1 + SEEN_AFTER])
    alone = before == "N" and (index < 2 or classes[index - 2] in "/n,;&w")
    if (
        word in lexicon().surnames
        and before == "N"
        and (TITLE_AFTER.match(after) or (alone and FULL_NAME_AFTER.match(after)))
    ):
        return "Y"
    return "R"


# what may change a class, in this order: the first that does is the last
STEPS: dict[str, tuple[Callable[[At, str], str], ...]] = {
    "S": (_given_name, _place, _closing_word),
    "z": (_given_name, _past_tense),
    "B": (_given_name,),
    "Y": (_given_name,),
    "j": (_month_as_name,),
    "N": (_closing_word,),
    "I": (_closing_word, _last_initial, _nation_in_capitals, _capital_letters),
    ",": (_surname_first,),
    "a": (_small_word,),
    "v": (_small_word,),
    "p": (_particle,),
    "R": (_head_word,),
}
