"""The user's `officers.toml`: who is one officer, and who is not."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from extract.across.forms import Form
from extract.across.groups import Groups
from extract.across.mentions import council_key
from extract.across.names import read_name
from extract.across.roles import Words, role_words
from extract.errors import BrokenOfficersFile
from extract.options import first_problem

Element = tuple[str, Words]


class Decision(BaseModel):
    """One line of the file: printed names, and the council or councils that they are of.

    Attributes:
        council: a council, or several whose officers are one; null for each council by itself.
        names: names as printed, each alone or with a title behind a comma; a post by its title.
            One name alone, to be joined, stands for all who have it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    council: tuple[str, ...] = ()
    names: tuple[str, ...] = Field(min_length=1)

    @field_validator("council", mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        """Take a single name for a list of one."""
        return (value,) if isinstance(value, str) else value

    @field_validator("council", "names")
    @classmethod
    def _say_something(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        """Refuse blank names, and the same name twice."""
        if any(not _element(name)[0] for name in value):
            raise ValueError("a name is blank")
        if len({_element(name) for name in value}) < len(value):
            raise ValueError("it holds one name twice")
        return value


class Decisions(BaseModel):
    """The file: joins that the user confirms, and joins that the user forbids."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    same: tuple[Decision, ...] = ()
    different: tuple[Decision, ...] = ()

    @property
    def digest(self) -> str | None:
        """Return the SHA-256 of what the file says, whatever its layout; null where it says nothing."""
        if not (self.same or self.different):
            return None
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    @model_validator(mode="after")
    def _agree(self) -> Decisions:
        """Refuse a line that says nothing, and lines that contradict one another."""
        for other in self.different:
            if len(other.names) < 2:
                raise ValueError("different: name two forms")
        for one, other in ((one, other) for one in self.same for other in self.different):
            if set(one.council) == set(other.council) and len(_elements(one) & _elements(other)) > 1:
                raise ValueError(f"same and different both hold {' and '.join(other.names)}")
        return self


@dataclass(frozen=True, slots=True)
class _Index:
    """The forms of a run by name, and of posts, teams and bodies by their words."""

    forms: dict[object, list[Form]]

    def matching(self, names: Sequence[str], councils: Iterable[str]) -> list[list[Form]]:
        """Return for each name its forms; a form that a name with title fits is no other's."""
        keys = {council_key(council) for council in councils}
        found = [
            [form for form in self._forms(name) if not keys or form.first.circle.scope in keys]
            for name in names
        ]
        titled = {
            form for name, forms in zip(names, found, strict=True) if _element(name)[1] for form in forms
        }
        return [
            forms if _element(name)[1] else [form for form in forms if form not in titled]
            for name, forms in zip(names, found, strict=True)
        ]

    def _forms(self, name: str) -> list[Form]:
        key, title = _element(name)
        people = [form for form in self.forms.get(key, []) if not title or form.role == title]
        return people or self.forms.get(role_words(name), [])


NO_DECISIONS = Decisions()


def read_decisions(path: Path) -> Decisions:
    """Read the user's file.

    Raises:
        BrokenOfficersFile: it cannot be read, is no TOML or says what has no meaning.
    """
    try:
        return Decisions.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except ValidationError as error:
        raise BrokenOfficersFile(f"{path.name}: {first_problem(error)}") from error
    except OSError as error:
        raise BrokenOfficersFile(f"{path.name}: {error.strerror}") from error
    except ValueError as error:
        raise BrokenOfficersFile(f"{path.name}: {error}") from error


def apply_decisions(decisions: Decisions, groups: Groups, forms: Iterable[Form]) -> None:
    """Keep apart what the user tells apart, then join what the user joins."""
    if not (decisions.same or decisions.different):
        return
    index = _indexed(forms)
    for decision in decisions.different:
        for some, others in combinations(index.matching(decision.names, decision.council), 2):
            for one in some:
                for other in others:
                    groups.keep_apart(one, other)
    for decision in decisions.same:
        held: dict[str, Form] = {}
        for form in (form for found in index.matching(decision.names, decision.council) for form in found):
            scope = "" if len(decision.council) > 1 else form.first.circle.scope
            groups.join(held.setdefault(scope, form), form, decided=True)


def _indexed(forms: Iterable[Form]) -> _Index:
    """Index the forms of a run."""
    found: dict[object, list[Form]] = {}
    for form in forms:
        found.setdefault(form.name.key if form.name else form.role, []).append(form)
    return _Index(found)


def _element(name: str) -> Element:
    """Return the key of a name and the words of the title behind its comma."""
    printed, _, title = name.partition(",")
    return read_name(printed).key, role_words(title)


def _elements(decision: Decision) -> set[Element]:
    return {_element(name) for name in decision.names}
