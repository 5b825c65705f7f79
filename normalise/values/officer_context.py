"""Classes of the words of an officer cell that hang on their neighbours.

"AD" is a post before a unit and a person's initials elsewhere; Leader alone is the council's.
"""

import re

from normalise.values.officer_lexicon import key_of, lexicon

LOWER_UNIT = re.compile(r"[RMrDV]o[oa]?(x+)")


def in_context(text: str, spans: list[tuple[int, int]], classes: list[str]) -> str:
    """Classes that hang on the neighbour: AD before a unit, a particle, Leader, `head of early help`."""
    for index, letter in enumerate(classes):
        after = classes[index + 1] if index + 1 < len(classes) else ""
        if letter == "I" and after:
            behind = "".join(classes[index + 1 : index + 3])
            classes[index] = _capitals_in_context(text[slice(*spans[index])], behind)
        elif letter in "av" and text[spans[index][0]].isupper():
            classes[index] = _capitalised_small_word(letter, text[slice(*spans[index])], after)
        elif letter == "j" and after in ("N", "Y") and (not index or classes[index - 1] in "/n,;&w"):
            classes[index] = "N"  # "Jun Watanabe"
        elif letter == "z" and text[spans[index][0]].islower() and text[: spans[index][1]].endswith("ed"):
            classes[index] = "x"  # "Cabinet approved the plan"
        elif letter == "p" and (not after or after not in "pNWY"):
            classes[index] = "x"
        elif letter == "R":
            classes[index] = _head(key_of(text[slice(*spans[index])]), classes, index)
    joined = "".join(classes)
    if "x" not in joined:
        return joined
    return LOWER_UNIT.sub(lambda found: found.group().replace("x", "S"), joined)


def _capitals_in_context(word: str, after: str) -> str:
    """Initials, unless a unit follows ("AD Housing") or a rank's bearer ("PC Dave Lowe")."""
    if word in lexicon().before_a_unit and after[0] in "SYouUa":
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
