"""Forms joined into officers, and those that must stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.across.forms import ActionKey, Form
from extract.across.roles import Agreement, agreement

# An officer with more titles than this is compared by the oldest of them.
MOST_FORMS = 20


class Group:
    """The forms of one officer.

    Attributes:
        forms: the forms, in the order in which they were joined.
        first: the form printed first.
        fullest: the form with the most of the name; of equals the one printed first.
        names: its names, each once.
        actions: the forms that each action names.
        apart: forms that are never joined to it.
    """

    def __init__(self, form: Form) -> None:
        """Begin with one form."""
        self.forms = [form]
        self.first = self.fullest = form
        self.names = [form.name] if form.name else []
        self.actions: dict[ActionKey, list[Form]] = {action: [form] for action in form.actions}
        self.apart: set[Form] = set()

    @property
    def fullness(self) -> tuple[int, int]:
        """Return how much of the name its fullest form has."""
        return self.fullest.name.fullness if self.fullest.name else (0, 0)

    def pairs(self, other: Group) -> Iterator[tuple[Form, Form]]:
        """Give the forms of two officers side by side."""
        for one in self.forms[:MOST_FORMS]:
            for two in other.forms[:MOST_FORMS]:
                yield one, two

    def agreement(self, other: Group) -> Agreement | None:
        """Return the first way in which titles of two officers agree at a time when both held them."""
        return next((found for one, two in self.pairs(other) if (found := agree_near(one, two))), None)

    def take(self, other: Group) -> None:
        """Take the forms of another officer."""
        self.forms += other.forms
        self.apart |= other.apart
        is_later = other.first.first.order > self.first.first.order
        self.first = self.first if is_later else other.first
        ordered = (self, other) if self.fullest.first.order < other.fullest.first.order else (other, self)
        self.fullest = max(ordered, key=lambda group: group.fullness).fullest
        known = {name.key for name in self.names}
        self.names += [name for name in other.names if name.key not in known]
        for action, forms in other.actions.items():
            self.actions.setdefault(action, []).extend(forms)


class Groups:
    """All officers of a run while they are joined."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Begin with each form an officer of its own."""
        self._of = {form: Group(form) for form in forms}

    def __iter__(self) -> Iterator[Group]:
        """Give each officer once."""
        return iter(dict.fromkeys(self._of.values()))

    def of(self, form: Form) -> Group:
        """Return the officer of a form."""
        return self._of[form]

    def distinct(self, forms: Iterable[Form]) -> list[Group]:
        """Return the officers of forms, each once, in order."""
        return list(dict.fromkeys(self._of[form] for form in forms))

    def keep_apart(self, one: Form, other: Form) -> None:
        """Forbid that two forms are ever one officer."""
        self._of[one].apart.add(other)
        self._of[other].apart.add(one)

    def are_apart(self, one: Group, other: Group) -> bool:
        """Tell whether two officers are known to be two: it was decided, or one action names both."""
        if not one.apart.isdisjoint(other.forms) or not other.apart.isdisjoint(one.forms):
            return True
        less, more = sorted((one.actions, other.actions), key=len)
        return any(
            _are_two(first, second, action)
            for action in less
            if action in more
            for first in less[action]
            for second in more[action]
        )

    def join(self, one: Form, other: Form, *, decided: bool = False) -> None:
        """Make two forms one officer, unless they are known to be two.

        A join that the user `decided` holds whatever the papers say.
        """
        into, from_ = self._of[one], self._of[other]
        if into is from_ or (not decided and self.are_apart(into, from_)):
            return
        if decided and not into.apart.isdisjoint(from_.forms):
            return
        if len(into.forms) < len(from_.forms):
            into, from_ = from_, into
        into.take(from_)
        for form in from_.forms:
            self._of[form] = into


def agree_near(one: Form, other: Form) -> Agreement | None:
    """Say how the titles of two forms agree; None too where years lie between or the bodies differ."""
    if one.organisation and other.organisation and one.organisation != other.organisation:
        return None
    return agreement(one.role, other.role) if one.is_near(other) else None


def _are_two(one: Form, other: Form, action: ActionKey) -> bool:
    """Tell whether two forms in one action are two people.

    Two names are.  One name is where it stands twice in one place, with titles that do not agree.
    """
    if one.name is None or other.name is None or one.name.key != other.name.key:
        return True
    if one.actions[action].isdisjoint(other.actions[action]) or not (one.role and other.role):
        return False
    return agreement(one.role, other.role) is None
