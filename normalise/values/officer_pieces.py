"""Cut an officer cell into pieces: names, titles, teams, bodies, with the mark before each.

Steps: `clauses` cuts at full stops, semicolons and lines; each clause is cut into atoms at commas, dashes,
brackets, slashes and "and"; an atom gives pieces; `joined` puts back together what a comma, "and" or slash
cut inside a unit or title.
"""

import re
from typing import NamedTuple

from normalise.values.names import later_name, leading_name
from normalise.values.officer_lexicon import key_of, lexicon
from normalise.values.officer_words import Words, text_of

NAME, WORD, ROLE, POST, TEAM, SERVICE = "name", "word", "role", "councillor post", "team", "service"
UNIT, ACRONYM, BODY, BOARD = "unit", "acronym", "body", "board"
NOBODY, TIME, OTHER, RELATION, SKIPPED, FROM = "nobody", "time", "other", "relation", "skipped", "from"
APART = frozenset("&/wKk")  # marks that always begin the next officer
UNITS = frozenset({UNIT, ACRONYM, WORD, SERVICE})


class Piece(NamedTuple):
    """A run of words of one kind: half-open range of words, the mark before it, its classes.

    `mark` is one class letter, or "" where the piece follows another with nothing between.
    """

    kind: str
    start: int
    stop: int
    mark: str
    classes: str

    @property
    def head(self) -> bool:
        """True where the piece is a title that ends in its head: Planning Manager."""
        return self.kind in (ROLE, POST) and self.classes[-1] in "RrMDV"


# --- clauses and atoms ---------------------------------------------------------------------------

CLAUSE = re.compile(r"[^;.n]+")
ATOM = re.compile(r"([,:()/&\-wKk]*)([^,:()/&\-wKk]*)")
STRONGEST_FIRST = "Kkw&/(-:),"


def clauses(words: Words) -> list[tuple[str, list[Piece]]]:
    """The clauses of a cell in order, each with the mark before it and its pieces."""
    found = []
    for clause in CLAUSE.finditer(words.classes):
        mark = words.classes[clause.start() - 1] if clause.start() else ""
        atoms = [
            atom
            for match in ATOM.finditer(words.classes, clause.start(), clause.end())
            if match.group()
            for atom in _atom(match, words)
        ]
        found.append((mark, joined(_swallowed(atoms, words.classes, clause.end()), words)))
    return found


def _atom(match: re.Match[str], words: Words) -> list[Piece]:
    """The pieces between two marks; a relation phrase among the marks is a piece of its own."""
    marks, classes = match.group(1), match.group(2)
    pieces = [
        Piece(
            RELATION if letter == "K" else SKIPPED, match.start() + i, match.start() + i + 1, letter, letter
        )
        for i, letter in enumerate(marks)
        if letter in "Kk"
    ]
    mark = next((letter for letter in STRONGEST_FIRST if letter in marks), "")
    if mark in "&/" and ")" in marks:
        mark = "w"  # nothing goes on over a closed bracket
    return pieces + _pieces(classes, match.start(2), mark, words)


def _swallowed(pieces: list[Piece], classes: str, end: int) -> list[Piece]:
    """Words that say what is to be done take the rest of their clause or bracket with them."""
    for index, piece in enumerate(pieces):
        if piece.kind == OTHER and TAIL.search(piece.classes):
            close = classes.find(")", piece.stop, end) if piece.mark == "(" else -1
            stop = end if close < 0 else close
            rest = [later for later in pieces[index + 1 :] if later.start > stop]
            return [*pieces[:index], piece._replace(stop=stop), *_swallowed(rest, classes, end)]
    return pieces


# --- one atom ------------------------------------------------------------------------------------

TAIL = re.compile(r"2[xzv]|[vx]")
TITLE_END = re.compile(r"[^RrMDVUB]*[Rr]$|x+[UuCB]$|[^xvz]*2[xzv][^v]*R$")
TIME_TAIL = re.compile(r"f[o2a]?[9jy]*[9j]$")
WHENCE = re.compile(r"[fo]a?(?=[^9j]*[BC][^9j]*$)")


def _pieces(classes: str, start: int, mark: str, words: Words) -> list[Piece]:
    """Pieces of one atom: `NNRoS` -> name, role."""
    if not classes:
        return []
    if name := leading_name(classes):
        first = Piece(NAME, start, start + name.stop, mark, classes[: name.stop])
        if set(first.classes) == {"I"}:
            return _initials(first, words) + _pieces(classes[name.stop :], start + name.stop, "", words)
        return [first, *_behind_name(classes[name.stop :], start + name.stop, words)]
    if (time := TIME_TAIL.search(classes)) and time.start():
        cut = start + time.start()
        return [
            *_pieces(classes[: time.start()], start, mark, words),
            Piece(TIME, cut, start + len(classes), "", "9"),
        ]
    tail = TAIL.search(classes)
    if tail and not TITLE_END.match(classes):
        return _with_tail(classes, start, mark, tail.start(), words)
    name = None if classes[0] == "z" else later_name(classes)
    if name:
        before = _pieces(classes[: name.start], start, mark, words)
        found = Piece(NAME, start + name.start, start + name.stop, "", classes[name.start : name.stop])
        return [*before, found, *_behind_name(classes[name.stop :], start + name.stop, words)]
    return [Piece(kind_of(classes), start, start + len(classes), mark, classes)]


def _initials(piece: Piece, words: Words) -> list[Piece]:
    """Initials alone, each a person of its own; one letter alone is nobody's."""
    found = []
    for index in range(piece.start, piece.stop):
        known = sum(letter.isalpha() for letter in text_of(words, index, index + 1)) > 1
        mark = piece.mark if index == piece.start else ","
        found.append(Piece(NAME if known else OTHER, index, index + 1, mark, "I"))
    return found


def _behind_name(classes: str, start: int, words: Words) -> list[Piece]:
    """What follows a name with no mark between: a title, or "from" and a body."""
    if found := WHENCE.match(classes):
        start, classes = start + found.end(), classes[found.end() :]
        return [Piece(FROM, start, start + len(classes), "", classes)]
    return _pieces(classes, start, "", words)


def _with_tail(classes: str, start: int, mark: str, cut: int, words: Words) -> list[Piece]:
    """An officer and what the officer is to do: only what can be nothing else stands for the officer."""
    before = _pieces(classes[:cut], start, mark, words)
    if before and before[-1].kind in (NAME, ROLE, POST, TEAM, BODY, BOARD):
        return [*before, Piece(OTHER, start + cut, start + len(classes), "", classes[cut:])]
    return [Piece(OTHER, start, start + len(classes), mark, classes)]


OF_HEAD = re.compile(r"a?[^o2]*[UuCB]o")
OFFICE_OF = re.compile(r"a?[SYNm]*Uo")  # "Office of the Chief Executive"
HELD_BY_HEAD = re.compile(r"[RrD]|M0*$|Mo|[mSu]M[SY&]+$")
HEADS_SERVICE = re.compile(r"r(?!o)|^M[^R]*$")
SUBJECT = re.compile(r"(?=.*[SY])[SYNIAWaompQM2]*")
HEAD_LATE = re.compile(r"[^RrMDV]*o.*r$")
ROLE_OVER_UNIT = re.compile(r".*[RrMD][o2]|.*R[SYNAWa]+[UCB]$|.*Ru$|.*R.*u$|.*R.*[UuCB][^UuCB]*[RrM]$")


def kind_of(classes: str) -> str:
    """The kind of words that hold no name: `RoS` -> role, `SU` -> team."""
    for kind, pattern in KINDS:
        if pattern.match(classes):
            return kind
    return _titled(classes) or _collective(classes) or _subject(classes)


KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (NOBODY, r"0+$"),
        (TIME, r"[of2a9jy]*[9j][of2a9jy]*$"),
        (OTHER, r".*[vj]|z[aox2]|z+$|[z]+[oz]"),
        (POST, r"[QmMR]*Vo|(?!.*[UC]$).*[VTt]"),
        (WORD, r"N$"),
        (TEAM, r"Q$"),
        (ACRONYM, r"[AW]+$"),
    )
)


def _titled(classes: str) -> str | None:
    """Role where a head word holds the words together, and no team or body closes them."""
    if not HELD_BY_HEAD.search(classes) or HEAD_LATE.match(classes) or OFFICE_OF.match(classes):
        return None
    last = classes.rstrip("0")[-1]
    if last in "UCB" and not ROLE_OVER_UNIT.match(classes):
        return None
    if last == "u" and HEADS_SERVICE.search(classes):
        return None
    return ROLE


def _collective(classes: str) -> str | None:
    """Team, service, board or body by the word that heads it: the one before "of", else the last."""
    found = [letter for letter in classes if letter in "UuCB"]
    if not found:
        return None
    head = OF_HEAD.match(classes)
    letter = head.group()[-2] if head else classes[-1] if classes[-1] in "UuCB" else ""
    if not letter:
        letter = "B" if "B" in found else found[-1]
    if letter == "C" and "NC" in classes:
        return BODY
    return {"U": TEAM, "u": SERVICE, "C": BOARD, "B": BODY}[letter]


def _subject(classes: str) -> str:
    """Unit where only its subjects are printed: Revs and Bens, Public Health."""
    if SUBJECT.fullmatch(classes):
        return UNIT
    return OTHER


# --- what a mark cut inside a unit ---------------------------------------------------------------


def joined(pieces: list[Piece], words: Words) -> list[Piece]:
    """Put back together units and titles that "and", "&", "/" or a list comma cut."""
    found: list[Piece] = []
    for piece in pieces:
        belongs = found and _belongs(found[-1], piece) and not _stands_apart(found[-1], piece, words)
        if belongs or _goes_on_in_title(found, piece):
            left = found.pop()
            kind = _joint_kind(left, piece)
            piece = Piece(kind, left.start, piece.stop, left.mark, left.classes + "&" + piece.classes)
        while found and _list_comma(found[-1], piece):
            left = found.pop()
            piece = Piece(piece.kind, left.start, piece.stop, left.mark, left.classes + "," + piece.classes)
        found.append(piece)
    return found


def _goes_on_in_title(found: list[Piece], piece: Piece) -> bool:
    """Join "Portfolio Holder - Social Services & Housing": a title's units may close with Services."""
    if len(found) < 2 or piece.mark != "&" or piece.kind not in UNITS or found[-1].kind == piece.kind == WORD:
        return False
    return found[-2].kind in (ROLE, POST) and found[-1].kind in UNITS and found[-1].mark not in APART


def _joint_kind(left: Piece, right: Piece) -> str:
    if left.kind in (ROLE, POST, BODY):
        return left.kind
    return UNIT if right.kind == WORD or right.kind == ACRONYM else right.kind


def _belongs(left: Piece, right: Piece) -> bool:
    """True where the mark between two pieces stands inside one unit, title or collective."""
    if right.mark == "&":
        return _and_inside(left, right)
    return right.mark == "/" and _slash_inside(left, right)


def _opens_with_head(piece: Piece) -> bool:
    return piece.kind == POST or (piece.kind == ROLE and piece.classes.lstrip("a0")[0] in "RrMmD")


def _and_inside(left: Piece, right: Piece) -> bool:
    """Join "Fostering and Adoption", "Director of Finance and Audit"; never two names, titles or teams."""
    if left.kind in (ROLE, POST):
        if left.classes[0] in "Qm" and right.kind == ROLE and right.classes[-1] == "r":
            return True
        if left.classes[-1] == right.classes == "r" and len(left.classes) > 1:
            return True  # Scrutiny Chairs and Vice Chairs
        return not left.head and right.kind in UNITS
    if left.kind in (UNIT, WORD, ACRONYM):
        if right.kind == ROLE:
            return not _opens_with_head(right)
        if left.kind == right.kind and left.kind != UNIT:
            return False
        return right.kind in UNITS or right.kind in (TEAM, BODY, BOARD)
    if left.kind == BODY and right.kind == BODY:
        return left.classes[-1] in "NS"
    if left.kind == BODY and right.kind == WORD:
        return left.classes[0] == "B" and left.classes[-1] == "N"  # NHS Ayrshire and Arran
    return False


def _slash_inside(left: Piece, right: Piece) -> bool:
    """Join "Housing/Revs and Bens", "Advisers/Officers"; a person or a whole title on one side cuts."""
    if left.kind == WORD and right.kind == WORD:
        return False
    if left.kind in (UNIT, WORD, ACRONYM):
        return (
            right.kind in UNITS
            or right.kind in (TEAM, BOARD)
            or (right.kind == ROLE and left.kind != ACRONYM and not _opens_with_head(right))
        )
    if left.kind == ROLE and right.kind == ROLE:
        return left.classes == "r"
    return left.kind == ROLE and right.kind in UNITS and not left.head


def _stands_apart(left: Piece, right: Piece, words: Words) -> bool:
    """True for a whole behind a slash in blanks: "Head of Finance / Legal Services", "ICT / Web Team Leader".

    "Head of Legal / Democratic Services" has one word for both: "Legal" wants it.
    """
    between = words.text[words.spans[left.stop - 1][1] : words.spans[right.start][0]]
    if right.mark != "/" or between.strip() == between:
        return False
    wants = key_of(text_of(words, left.stop - 1, left.stop)) in lexicon().wants_service
    return (right.kind == SERVICE and not wants) or (right.kind == ROLE and "U" in right.classes)


def _list_comma(left: Piece, right: Piece) -> bool:
    """Join "Communities, Policy & Engagement team": a comma of the list that "and" ends."""
    if left.kind != UNIT or right.mark != "," or "&" not in right.classes:
        return False
    return right.kind in (UNIT, TEAM, SERVICE, BOARD, BODY, ROLE) and not _opens_with_head(right)
