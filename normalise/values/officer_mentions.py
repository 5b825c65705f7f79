"""Put the pieces of an officer cell together: which title, unit and body belong to which name.

Pieces come in the order of print; `Assembly` keeps the mention that is open and gives each piece to it or
begins the next. A title goes to the name before it, a name to the title before it, whichever is still
without; "and", "with" and a slash always begin the next one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from normalise.values.officer_lexicon import key_of, lexicon
from normalise.values.officer_mention import (
    Mention,
    Range,
    initials_of,
    is_alias,
    is_of_officers,
    label_key,
    officers_only,
)
from normalise.values.officer_pieces import (
    ACRONYM,
    APART,
    BOARD,
    BODY,
    FROM,
    NAME,
    NOBODY,
    OTHER,
    POST,
    RELATION,
    ROLE,
    SERVICE,
    SKIPPED,
    TEAM,
    TIME,
    UNIT,
    WORD,
    Piece,
)
from normalise.values.officer_words import Words, text_of

MODIFIERS = frozenset("mM")
BESIDE = frozenset("-:()")  # marks that tie a unit or body to the name beside it


@dataclass(slots=True)
class Assembly:
    """The mentions and left-over words found so far, and the mention that is open."""

    words: Words
    council: frozenset[str]
    mentions: list[Mention] = field(default_factory=list)
    others: list[Range] = field(default_factory=list)
    relation: str | None = None
    lasting: str | None = None  # relation of a label: holds until the next label
    clause: int = 0
    clause_mark: str = ""
    titles: bool = False  # "Cllrs A and B": the title covers the list
    skipping: bool = False
    pieces: list[Piece] = field(default_factory=list)
    index: int = 0
    open: Mention | None = None

    def read_clause(self, mark: str, pieces: list[Piece]) -> None:
        """Take the pieces of the next clause."""
        self.clause += 1
        self.clause_mark, self.pieces, self.open = mark, pieces, None
        self.relation, self.titles, self.skipping = self.lasting, False, False
        for self.index, piece in enumerate(pieces):
            if self.skipping and piece.mark not in (",", "("):
                self._absorb(piece)
                continue
            self.skipping = False
            if piece.mark in APART:
                self._open_apart(piece)
            if not self._take_beside(piece):
                TAKERS[piece.kind](self, piece)

    # --- small questions --------------------------------------------------------------------------

    def _text(self, piece: Piece) -> str:
        return text_of(self.words, piece.start, piece.stop)

    def _next_piece(self) -> Piece | None:
        return self.pieces[self.index + 1] if self.index + 1 < len(self.pieces) else None

    def _open_apart(self, piece: Piece) -> None:
        """Close the open mention; keep it only for a second title joined by "and"."""
        mention = self.open
        dual = piece.mark == "&" and piece.kind in (ROLE, POST) and mention is not None and mention.name
        if not dual or not self._role_is_last(piece):
            self.open = None

    def _begin(self, piece: Piece) -> Mention:
        """Begin the next mention with this piece."""
        start = piece.start
        if self.index and self.pieces[self.index - 1].kind == RELATION:
            start = self.pieces[self.index - 1].start
        self.open = Mention(
            start, piece.stop, relation=self.relation, clause=self.clause, clause_mark=self.clause_mark
        )
        self.mentions.append(self.open)
        return self.open

    def _absorb(self, piece: Piece) -> None:
        """Words that belong to the open officer's raw text alone."""
        if self.mentions and self.mentions[-1].clause == self.clause:
            self.mentions[-1].stop = piece.stop

    def _extend_role(self, mention: Mention, piece: Piece) -> None:
        if mention.role is None:
            return
        mention.role = (mention.role[0], piece.stop)
        mention.role_classes += "," + piece.classes
        mention.stop = piece.stop

    def _role_is_last(self, piece: Piece) -> bool:
        """True where the open mention's title ends just before this piece, no bracket closed between."""
        if self.open is None or self.open.role is None or self.open.role[1] != self.open.stop:
            return False
        between = self.words.classes[self.open.role[0] : piece.start]
        return between.count(")") <= between.count("(")

    # --- pieces by kind ---------------------------------------------------------------------------

    def _take_name(self, piece: Piece) -> None:
        mention = self.open
        initials = set(piece.classes) == {"I"}
        titled = "T" in piece.classes or "t" in piece.classes
        if initials and mention and mention.name and not mention.initials and self._role_is_last(piece):
            self._extend_role(mention, piece)
            return
        if mention and piece.mark == "(" and mention.name and not mention.role:
            if mention.initials and initials_of(self._text(piece)) == self._initials(mention):
                mention.name, mention.stop, mention.initials = self._bare_name(piece), piece.stop, False
            else:
                self._take_other(piece)  # a by-name, or a title in another language
            return
        if mention is None or not self._takes_name(mention, piece):
            mention = self._begin(piece)
        elif mention.unit:
            mention.role, mention.role_classes, mention.unit = mention.unit, "S", None
        mention.name = self._bare_name(piece)
        mention.initials = initials
        mention.one_word = len(piece.classes.strip("HTtp")) == 1
        mention.titled = titled or self.titles
        mention.councillor = mention.councillor or mention.titled
        mention.stop = piece.stop
        self.titles = self.titles or "t" in piece.classes

    def _initials(self, mention: Mention) -> str:
        return text_of(self.words, *mention.name).replace(".", "") if mention.name else ""

    def _takes_name(self, mention: Mention, piece: Piece) -> bool:
        """True where the open mention is a title, unit or body that still waits for its name."""
        if mention.name:
            return False
        if mention.nameless:
            titled = "T" in piece.classes or "t" in piece.classes
            return not self._title_follows(piece) and not (titled and officers_only(mention, self.words))
        if mention.unit or mention.body:
            return piece.mark in BESIDE or piece.mark == ""
        return True

    def _title_follows(self, piece: Piece) -> bool:
        """True where the name has its own title with nothing between: "…, Ann Lee Head of Tax"."""
        after = self._next_piece()
        return bool(piece.mark) and after is not None and after.kind in (ROLE, POST) and after.mark == ""

    def _bare_name(self, piece: Piece) -> Range:
        """The name without honorifics and councillors' titles."""
        honorifics = len(piece.classes) - len(piece.classes.lstrip("HTt"))
        return (piece.start + honorifics, piece.stop)

    def _take_beside(self, piece: Piece) -> bool:
        """Take what is no part of the officer: an alias in brackets, "(lead)" behind a name."""
        mention = self.open
        if mention is None:
            return False
        if is_alias(mention, piece, self.words):
            mention.stop = piece.stop
            return True
        label = lexicon().relations.get(key_of(self._text(piece)) + ":")
        if label and piece.mark and mention.name and not mention.role:
            mention.relation, mention.stop = label, piece.stop
            return True
        if (
            piece.classes == "I"
            and piece.kind == OTHER
            and mention.one_word
            and piece.mark == ","
            and mention.name
        ):
            mention.name = (mention.name[0], piece.stop)  # surname first: "Okafor, L"
            mention.stop = piece.stop
            return True
        return False

    def _take_word(self, piece: Piece) -> None:
        """One capitalised word: the unit of the title before it, else a person of one name."""
        mention = self.open
        if mention and self._role_is_last(piece) and not (mention.nameless and piece.mark == "("):
            self._extend_role(mention, piece)
        elif mention and mention.name and not mention.role and self._unit_of_name(mention, piece):
            self._take_other(piece)  # a firm, a programme: nothing tells which
        else:
            self._take_name(piece)

    def _unit_of_name(self, mention: Mention, piece: Piece) -> bool:
        if piece.mark in (",", ")"):
            return not (mention.initials or mention.one_word or self.titles)
        return True

    def _take_role(self, piece: Piece) -> None:
        mention = self.open
        post = piece.kind == POST
        if mention and piece.mark == "(" and self._role_is_last(piece):
            self._extend_role(mention, piece)  # a second title: "Director of Resources (S151 Officer)"
            return
        if mention and piece.mark == "&":
            if self._name_follows():
                mention = self._begin(piece)
            else:
                self._extend_role(mention, piece)
                return
        elif mention is None or not self._takes_role(mention, piece):
            mention = self._begin(piece)
        start = piece.start
        while self.words.classes[start] in "a0" and start + 1 < piece.stop:
            start += 1
        stop = piece.stop
        while self.words.classes[stop - 1] == "0" and stop - 1 > start:
            stop -= 1
        mention.role = (start, stop)
        mention.role_classes = piece.classes
        mention.councillor = mention.councillor or post
        mention.stop = piece.stop

    def _takes_role(self, mention: Mention, piece: Piece) -> bool:
        if mention.role or mention.name is None or mention.body:
            beside = bool(mention.name) or piece.mark in ("-", ":", "(")
            return mention.body is not None and mention.role is None and beside
        if piece.classes.lstrip("a")[0] == "Q":
            return False  # "Ann Lee, all Directors"
        if mention.titled and piece.kind == ROLE:
            return not is_of_officers(self._text(piece))
        after = self._next_piece()
        if after and after.kind == NAME and after.mark == "" and piece.mark:
            later = self.pieces[self.index + 2] if self.index + 2 < len(self.pieces) else None
            return later is not None and later.kind in (ROLE, POST) and later.mark not in APART
        return True

    def _name_follows(self) -> bool:
        """True where the title just reached has a name of its own behind it."""
        rest = self.pieces[self.index + 1 :]
        for piece in rest:
            if piece.mark in APART:
                return False
            if piece.kind == NAME:
                return True
            if piece.kind not in (UNIT, SERVICE, ACRONYM, WORD):
                return False
        return False

    def _take_unit(self, piece: Piece) -> None:
        """A unit goes to the title before it, then to a name without title, else stands as a team."""
        mention = self.open
        if mention and self._role_is_last(piece):
            self._extend_role(mention, piece)
        elif mention and mention.unit and self._part_of_team(mention, piece):
            mention.unit, mention.stop = (mention.unit[0], piece.stop), piece.stop
        elif (
            mention
            and mention.name
            and not mention.role
            and not mention.body
            and self._unit_of_name(mention, piece)
        ):
            mention.role, mention.role_classes = (piece.start, piece.stop), "S"
            mention.stop = piece.stop
        else:
            mention = self._begin(piece)
            mention.unit, mention.unit_kind = self._without_article(piece), piece.kind

    def _part_of_team(self, mention: Mention, piece: Piece) -> bool:
        """True for the part of a team behind a dash or in brackets: "Place Directorate – Highways"."""
        return mention.unit_kind in (TEAM, SERVICE) and piece.kind == UNIT and piece.mark in ("-", "(")

    def _take_team(self, piece: Piece) -> None:
        """A team is the unit of a title that names none yet: "Team Manager, Duty team"."""
        mention = self.open
        if mention and mention.role and not self._lacks_unit(mention):
            self.open = None
        self._take_unit(piece)

    def _lacks_unit(self, mention: Mention) -> bool:
        return "o" not in mention.role_classes and "," not in mention.role_classes

    def _take_board(self, piece: Piece) -> None:
        """A board that meets is the unit of its chair, else a person's body, else stands alone."""
        mention = self.open
        if mention and mention.role and self._role_is_last(piece) and self._lacks_unit(mention):
            self._extend_role(mention, piece)
        elif mention and mention.role:
            self.open = None
            self._take_body(piece)
        else:
            self._take_body(piece)

    def _take_body(self, piece: Piece) -> None:
        """A body behind a person or post is where they work, except the paper's own council."""
        mention = self.open
        if mention and mention.nameless and piece.mark == "(" and self._is_plural_noun(piece):
            self._extend_role(mention, piece)
            return
        listed = mention is not None and piece.mark == "," and (mention.initials or mention.one_word)
        if mention and (mention.name or mention.role) and not mention.body and not listed:
            if not self._own_council(piece):
                mention.body = self._without_article(piece)
            mention.stop = piece.stop
        else:
            self._begin(piece).body = self._without_article(piece)

    def _is_plural_noun(self, piece: Piece) -> bool:
        """True for bodies of a kind, which a title is for: "Advisory Teacher (Schools)"."""
        word = self._text(piece)
        return piece.classes == "B" and word.endswith("s") and not word.isupper()

    def _without_article(self, piece: Piece) -> Range:
        start = piece.start + (self.words.classes[piece.start] == "a")
        return (start, piece.stop)

    def _own_council(self, piece: Piece) -> bool:
        text = {word for word in key_of(self._text(piece)).split() if word not in lexicon().council_words}
        return text <= self.council

    def _take_from(self, piece: Piece) -> None:
        if self.open and self.open.name and not self.open.body:
            if not self._own_council(piece):
                self.open.body = self._without_article(piece)
            self.open.stop = piece.stop
        else:
            self._take_other(piece)

    def _take_relation(self, piece: Piece) -> None:
        """A relation phrase or label: what follows it takes part so."""
        found = lexicon().relations.get(label_key(self._text(piece)))
        if self._text(piece)[-1] in ":-\u2013\u2014":
            self.lasting = found
        elif found == "support":
            for mention in self.mentions:
                mention.implied_lead = mention.clause == self.clause and mention.relation is None
        self.relation = found
        self.open = None

    def _take_skipped(self, piece: Piece) -> None:
        self._absorb(piece)
        self.skipping = True

    def _take_nobody(self, piece: Piece) -> None:
        if self.open:
            self._absorb(piece)

    def _take_time(self, piece: Piece) -> None:
        if self.open:
            self._absorb(piece)
        else:
            self._take_other(piece)

    def _take_other(self, piece: Piece) -> None:
        if self.open and piece.mark == "(" and set(piece.classes) <= MODIFIERS and self._role_is_last(piece):
            self._extend_role(self.open, piece)  # "Director (Interim)", "ACE (Corporate)"
            return
        self.others.append((piece.start, piece.stop))
        if piece.mark != "(":  # a remark in brackets does not end the officer
            self.open = None


TAKERS: dict[str, Callable[[Assembly, Piece], None]] = {
    NAME: Assembly._take_name,
    WORD: Assembly._take_word,
    ROLE: Assembly._take_role,
    POST: Assembly._take_role,
    UNIT: Assembly._take_unit,
    ACRONYM: Assembly._take_unit,
    SERVICE: Assembly._take_unit,
    TEAM: Assembly._take_team,
    BOARD: Assembly._take_board,
    BODY: Assembly._take_body,
    FROM: Assembly._take_from,
    RELATION: Assembly._take_relation,
    SKIPPED: Assembly._take_skipped,
    NOBODY: Assembly._take_nobody,
    TIME: Assembly._take_time,
    OTHER: Assembly._take_other,
}
