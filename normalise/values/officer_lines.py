"""Line ends and labels of an officer cell.

`unwrap` drops the line ends that only wrap, so that those left part officers; `label` finds "Lead:".
"""

import re
from itertools import pairwise

from normalise.values.officer_lexicon import key_of, lexicon
from normalise.values.officer_words import Words, text_of

# --- lines that wrap ------------------------------------------------------------------------------

WRAPS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=[oa2f&(/,\-pmHTtKkw:])(?P<cut>n)",
        r"(?P<cut>n)(?=[o2f&,()/\-:Kp])",
        r"(?:(?<![NIYyWo])Y|(?<=o)Y(?=nS(?![SYo&]*[Rr])))(?P<cut>n)(?=S)",
        r"(?:^|[n,;&/(\-:])m[mSYNo&]{0,9}(?P<cut>n)",  # Senior Tenancy | Services Officer
        r"\([^();n]*(?P<cut>n)(?=[^();n]*\))",
        r"(?:^|[,n(&/\-:])[UuC](?P<cut>n)(?=[Rr])",
        r"(?:^|[n,;&/(\-:])M(?P<cut>n)(?=R)",  # Lead | Officer
        r"(?:^|(?<=[n,;&/(]))N(?P<cut>n)(?=N(?:[Mm]|Ro))",
        r"(?<=[)RrMDV:\-])N(?P<cut>n)(?=[NYyW](?:$|[n,;&/(]))",
        r"(?<=[)RD])N(?P<cut>n)(?=p*[NI][NYWIp])",
        r"(?:^|[;/])n?[HT]*(?:p*[NIYyW])+(?P<cut>n)(?=[^n;/]*[RrMDV][^n;/]*n?[;/])",
        r"[;/]n?[HT]*(?:p*[NIYyW])+(?P<cut>n)(?=[^n;/]*[RrMDV][^n;/]*(?:$|n?[;/]))",
    )
)
# only where the next word had no room in its line
FULL_WRAPS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:^|[,n;&/(\-:])[SYNoamMu]*[SY](?P<cut>n)"
        r"(?=[Uu]?[Rr](?!o)|[Uu]+(?:$|[n,;:(/&)\-])|M(?:$|[n,;:(/&)\-]))",
        r"(?:^|[n,;&/(K])(?:[HT]|(?<=K))N(?P<cut>n)(?=p*[NYyW](?:$|[,n\-(;&/:]))",  # Mrs Jane | Ash
        r"[,(\-]n?[SYN]{1,2}(?P<cut>n)(?=[SYN]?B(?:$|[n,;:(/&)\-]))",  # Jane Ash, West Vale | Police
        r"[RM][oaSYUu&]*[SYUu]N(?P<cut>n)(?=p*[NYyW](?:$|[,n\-(;&/:]))",  # Head of Housing Jane | Ash
        r"[SY](?P<cut>n)(?=[CB](?:$|[n,;:(/&)\-]))",  # Safety | Partnership
        r"[NYW][UuC](?P<cut>n)(?=R)",
        r"[SY](?P<cut>n)(?=u)",
        r"[RMrDV][oaSYNAu&,:(\-]*(?P<cut>n)(?=[SYu&oa]+(?:$|[,;.)n:(/\-]|p*[NI]))",
    )
)
# only in a cell of which a line end is known to wrap: Waste | Contracts | Manager
NARROW_WRAPS = re.compile(r"(?:^|(?<=[n,;&/(]))[SYC]+(?P<cut>n)(?=[SYo&]+[UuCBR](?:$|[n,;:(/&)\-]))")
SINGLE_NAMES = re.compile(r"(?:^|(?<=[n,;&/(:\-]))N(?:n[NYyW])+(?=$|[,n\-(;&/:kKw])")
BARE_HEAD = re.compile(r"[RM](?:$|[n,;:(/&)\-])")
TIMES = 3  # one title runs over so many line ends more
ROOM = 0.8  # of the longest line: a proportional type is up to a fifth wider or narrower than its letters say


def unwrap(words: Words) -> Words:
    """Drop the line ends inside one officer: a name, title or unit broken by a narrow column."""
    if "n" not in words.classes:
        return words
    printed = words.classes.count("n")
    begins_small = words.text.lstrip()[:1].islower()
    words = _without(
        words,
        {
            i
            for i, letter in enumerate(words.classes)
            if letter == "n" and _goes_on(words, i, begins_small=begins_small)
        },
    )
    roomy = _roomy(words.text)
    for pattern in WRAPS * TIMES:
        words = _without(words, {found.start("cut") for found in pattern.finditer(words.classes)})
    for pattern in FULL_WRAPS * TIMES:
        words = _without_full(words, pattern, roomy)
    if words.classes.count("n") < printed:
        words = _without_full(words, NARROW_WRAPS, roomy)
    return _without(words, _cuts_in_names(words.classes))


def _without_full(words: Words, pattern: re.Pattern[str], roomy: set[int]) -> Words:
    """Drop the line ends of a pattern where the next word had no room in its line.

    A title of several words, "Virtual School Headteacher", is no end of the unit above it.
    """
    cuts = {found.start("cut") for found in pattern.finditer(words.classes)}
    cuts = {cut for cut in cuts if words.classes[cut + 1] not in "Rr" or _is_one_word(words, cut + 1)}
    return _without(
        words, {cut for cut in cuts if words.spans[cut][0] not in roomy and not _labels(words, cut)}
    )


def _is_one_word(words: Words, at: int) -> bool:
    return " " not in text_of(words, at, at + 1)


def _labels(words: Words, cut: int) -> bool:
    """True where the line after this line end begins with a label: "Support:"."""
    following = words.spans[cut + 1 : cut + 1 + LABEL_WORDS + 1]
    marks = (end for start, end in following if words.text[start:end] == ":")
    return any(key_of(words.text[following[0][0] : end]) in lexicon().relations for end in marks)


def _roomy(text: str) -> set[int]:
    """Where the line ends stand after which the next line's first word would have had room."""
    lines = text.split("\n")
    widest = max(map(len, lines))
    ends: set[int] = set()
    at = 0
    for line, after in pairwise(lines):
        at += len(line)
        first = after.split(maxsplit=1)[0] if after.strip() else ""
        if len(line.strip()) + 1 + len(first) <= ROOM * widest:
            ends.add(at)
        at += 1
    return ends


def _cuts_in_names(classes: str) -> set[int]:
    """Line ends between the two parts of names, where single names stand one below the other in pairs."""
    return {
        cut
        for found in SINGLE_NAMES.finditer(classes)
        if (found.end() - found.start() + 1) % 4 == 0
        for cut in range(found.start() + 1, found.end(), 4)
    }


def _without(words: Words, cuts: set[int]) -> Words:
    if not cuts:
        return words
    keep = [index for index in range(len(words.classes)) if index not in cuts]
    return Words(words.text, tuple(words.spans[i] for i in keep), "".join(words.classes[i] for i in keep))


def _goes_on(words: Words, index: int, *, begins_small: bool) -> bool:
    """True where a title stops unfinished before a line end, or the next line begins small."""
    if index + 1 >= len(words.spans) or index == 0:
        return True
    if words.classes[index - 1] in "Uu" and BARE_HEAD.match(words.classes, index + 1):
        return _is_one_word(words, index + 1)  # "Housing Services | Manager"
    last = text_of(words, index - 1, index)
    if last.casefold() in lexicon().unfinished or (len(last.rstrip(".")) == 1 and last.isupper()):
        return True  # "Assistant", "Ó", and the initial of "J. | Smith"
    return not begins_small and words.text[words.spans[index + 1][0]].islower()


# --- labels --------------------------------------------------------------------------------------

LABEL_WORDS = 3
OFFICER_ENDS = re.compile(r"(?:[NIHT][NYyW]|[IrR])$")
TEAM_ENDS = re.compile(r"[Uu]$")
NAME_NEXT = re.compile(r"[HTt]|[NI]p*[NYyW]|I")


def label(words: Words) -> Words:
    """Make one word of class K of each relation label with its colon or dash: "Lead officer:".

    A dash makes a label before a name, or where the cell has two: "Lead - Parks" alone is a title.
    """
    found: list[tuple[int, int]] = []
    for mark in _label_marks(words):
        if span := _label_before(words, mark, labelled=bool(found)):
            found.append(span)
    dashes = sum(words.classes[stop] == "-" for _, stop in found)
    for start, stop in reversed(found):
        named = NAME_NEXT.match(words.classes, stop + 1)
        if words.classes[stop] == ":" or dashes > 1 or named:
            spans, classes = words.spans, words.classes
            whole = (spans[start][0], spans[stop][1])
            words = Words(
                words.text,
                (*spans[:start], whole, *spans[stop + 1 :]),
                classes[:start] + "K" + classes[stop + 1 :],
            )
    return words


def _label_marks(words: Words) -> list[int]:
    return [index for index, letter in enumerate(words.classes) if letter in ":-" and index]


def _label_before(words: Words, mark: int, *, labelled: bool) -> tuple[int, int] | None:
    """First word of the label that ends at this mark, and the mark."""
    for start in range(max(0, mark - LABEL_WORDS), mark):
        if _is_label(
            words.text[words.spans[start][0] : words.spans[mark - 1][1]],
            words.classes[max(0, start - 2) : start],
            labelled=labelled,
        ):
            return start, mark
    return None


def _is_label(text: str, before: str, *, labelled: bool) -> bool:
    """True where the words are a label, and no unit stands before them ("Participation Lead:").

    `before` holds the classes of the two words before them.

    A team may, where a label came before: "Lead: Legal Services Support: Web Team", not "Web Team Lead:".
    """
    if key_of(" ".join(text.split())) + ":" not in lexicon().relations:
        return False
    if not before or before[-1] in ",;.n()/&-K" or OFFICER_ENDS.search(before):
        return True
    return labelled and TEAM_ENDS.search(before) is not None
