"""Mentions gathered into forms: one name with one title in one council, over the years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from extract.across.mentions import Mention
from extract.across.names import Name, plain, read_name
from extract.across.roles import Words, role_words

PEOPLE = frozenset({"person", "councillor"})
# A post is held for some years; over a longer silence a name or a title alone may be another's.
YEARS_NEAR = 5

ActionKey = tuple[str, str]


@dataclass(eq=False)
class Form:
    """One printed form of an officer: the mentions with one name, title and organisation.

    Attributes:
        mentions: where it is printed, the oldest first.
        name: the name; null for posts, teams and bodies, which their words tell apart.
        role: the words of the title; of a post, team or body those of its label.
        organisation: the letters of the body; "" for the council's own.
    """

    mentions: list[Mention]
    name: Name | None
    role: Words
    organisation: str

    @property
    def first(self) -> Mention:
        """Return the oldest mention."""
        return self.mentions[0]

    @property
    def label(self) -> str:
        """Return the name as first printed, of a post its title."""
        return self.first.name or self.first.role or ""

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """Return the first and the last year; None where no paper is dated."""
        found = [mention.circle.year for mention in self.mentions if mention.circle.year is not None]
        return (min(found), max(found)) if found else None

    @cached_property
    def papers(self) -> frozenset[str]:
        """Return the papers that print it."""
        return frozenset(mention.circle.paper_id for mention in self.mentions)

    @cached_property
    def groups(self) -> frozenset[str]:
        """Return the reviews or committees whose papers print it."""
        return frozenset(mention.circle.group for mention in self.mentions)

    @cached_property
    def actions(self) -> dict[ActionKey, set[str]]:
        """Return the actions that name it, with what it is to each."""
        found: dict[ActionKey, set[str]] = {}
        for mention in self.mentions:
            if mention.action_id:
                found.setdefault((mention.circle.paper_id, mention.action_id), set()).add(mention.relation)
        return found

    def years_between(self, other: Form) -> int:
        """Return the years from one form to the other; 0 where they overlap or one has no date."""
        if self.years is None or other.years is None:
            return 0
        return max(0, self.years[0] - other.years[1], other.years[0] - self.years[1])

    def is_near(self, other: Form) -> bool:
        """Tell whether two forms are of one time, as far as dates say."""
        return self.years_between(other) <= YEARS_NEAR


@dataclass
class _Open:
    """The form of a key that later mentions may still join."""

    form: Form
    last_year: int | None = field(default=None)


def gather(mentions: Iterable[Mention]) -> list[Form]:
    """Gather mentions, each counted once, into forms: the form printed first stands first.

    A name that is silent for more than `YEARS_NEAR` years begins a new form.
    """
    ordered = sorted({mention.order: mention for mention in mentions}.values(), key=lambda one: one.order)
    forms: list[Form] = []
    opened: dict[tuple[object, ...], _Open] = {}
    for mention in ordered:
        name = read_name(mention.name) if mention.name and mention.kind in PEOPLE else None
        role = role_words((mention.role if name else mention.name or mention.role) or "")
        organisation = plain(mention.organisation or "")
        key = (mention.circle.scope, mention.kind, *_name_key(name, mention), role, organisation)
        held, year = opened.get(key), mention.circle.year
        is_silent = name and held and held.last_year and year and year - held.last_year > YEARS_NEAR
        if held is None or is_silent:
            held = opened[key] = _Open(Form([], name, role, organisation))
            forms.append(held.form)
        held.form.mentions.append(mention)
        held.last_year = year or held.last_year
    return forms


def _name_key(name: Name | None, mention: Mention) -> tuple[str, ...]:
    """Return what tells names apart; initials and single words are known in their own circle only."""
    if name is None:
        return ()
    return (name.key, mention.circle.group) if name.shape in ("initials", "single") else (name.key,)
