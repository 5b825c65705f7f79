"""One officer of a cell while it is put together."""

from dataclasses import dataclass

from normalise.values.officer_lexicon import key_of, lexicon
from normalise.values.officer_pieces import Piece
from normalise.values.officer_words import Words, text_of

ALIASES = frozenset("IDAWCB")  # classes of one word in capitals
Range = tuple[int, int]


@dataclass(slots=True)
class Mention:
    """One officer while it is put together: ranges of words."""

    start: int
    stop: int
    name: Range | None = None
    role: Range | None = None
    unit: Range | None = None  # a team, service or unit that stands alone
    body: Range | None = None  # a body that stands alone, or a person's organisation
    councillor: bool = False
    titled: bool = False  # Cllr before the name
    initials: bool = False
    one_word: bool = False
    role_classes: str = ""
    unit_kind: str = ""
    relation: str | None = None
    implied_lead: bool = False
    clause: int = 0
    clause_mark: str = ""

    @property
    def nameless(self) -> bool:
        """True for a title that still waits for a name, or is a post."""
        return self.name is None and self.role is not None


def label_key(text: str) -> str:
    """Key of a relation: "Lead officer -" is "lead officer:", "led by" stays."""
    bare = text.rstrip(" :-\u2013\u2014\u2010\u2011")
    return key_of(bare) + ("" if bare == text else ":")


def is_alias(mention: Mention, piece: Piece, words: Words) -> bool:
    """True for the initials of the officer just read, in brackets or behind a dash: "Ann Lee (AL)"."""
    known = mention.name or mention.role or mention.unit or mention.body
    if piece.mark not in ("(", "-") or known is None or piece.classes not in ALIASES:
        return False
    return text_of(words, piece.start, piece.stop).replace(".", "") == initials_of(text_of(words, *known))


def initials_of(text: str) -> str:
    """The capitals that open the words: "Ann Lee-Fox" -> ALF."""
    return "".join(part[0] for part in text.replace("-", " ").split() if part[0].isupper())


def is_of_officers(title: str) -> bool:
    """True for a title that no councillor holds: Director, Manager."""
    return not lexicon().officers_only.isdisjoint(key_of(title).split())


def officers_only(mention: Mention, words: Words) -> bool:
    """True where the title of the mention is one that no councillor holds."""
    return mention.role is not None and is_of_officers(text_of(words, *mention.role))
