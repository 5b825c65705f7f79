"""Month names with one slip of the pen: "Septmber", "Febuary", "Novmeber".

A month is read in spite of one letter wrong, missing, put in or swapped, beside a day or a year only, and
each such reading is reported. Its first two letters are right, or the second and third swapped: "Arpil".
Names of fewer than five letters, and "March", are too near to other words.
"""

from __future__ import annotations

from normalise.values import date_words as words

_LONG = [name for name in words.MONTHS if len(name) > 4 and name not in words.ALSO_VERBS]
_KEPT = 2  # letters at the head that must be right: by them the search tells where a month may begin
SLIPPED_HEADS = f"(?:{'|'.join(sorted({name[0] + letter for name in _LONG for letter in name[1:3]}))})"
# Words that may be such a month; `slipped_month` decides.
LIKE_MONTHS = rf"{SLIPPED_HEADS}[^\W\d_]{{2,9}}"


def slipped_month(printed: str) -> int | None:
    """The number of the month that a misspelt name means; None for other words, and for one spelt right."""
    name = printed.lower()
    near = {words.MONTHS[month] for month in _LONG if month != name and _is_near(name, month)}
    return near.pop() if len(near) == 1 else None


def _is_near(printed: str, name: str) -> bool:
    """Whether one letter is left out, put in or changed, or two are swapped; a plural is not near."""
    head = 0
    while head < min(len(printed), len(name)) and printed[head] == name[head]:
        head += 1
    ours, theirs = printed[head:], name[head:]
    swapped = len(ours) > 1 and ours[1] + ours[0] + ours[2:] == theirs
    if head < _KEPT or ours == "s":
        return swapped and head == 1
    return swapped or ours[1:] == theirs[1:] or ours[1:] == theirs or ours == theirs[1:]
