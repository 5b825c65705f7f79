"""How forms become officers: an ordered list of small steps, the surest first.

Each step joins what it can prove and leaves the rest to the next; what no step
joins stays apart, and `proposals` says where a person should look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from extract.across.forms import Form
from extract.across.groups import Group, Groups, agree_near
from extract.across.names import EXPLAINED, Likeness, Name, block_keys, likeness
from extract.across.roles import agreement

Blocks = dict[tuple[str, str, str], list[Form]]

# In a block that holds more officers of one council a shared surname proves nothing.
LARGEST_BLOCK = 100
# A name with more titles than this is compared with those printed before it, not with all of them.
MOST_TITLES = 20
# Two spellings of one post-holder stand in papers of one year or the next.
YEARS_OF_A_MISPRINT = 1
MISPRINT: Likeness = "first names that look alike"


def apply_steps(groups: Groups, forms: Iterable[Form]) -> None:
    """Join forms by all steps in order."""
    named = _blocks(forms, lambda name: (name.key,))
    alike = _blocks(forms, block_keys)
    for step, blocks in ((one_name, named), (a_form_of_the_name, alike), (a_misprint, alike)):
        for block in blocks.values():
            step(groups, block)


def blocks_of(forms: Iterable[Form]) -> Iterator[list[Form]]:
    """Give the people whose names may be alike: of one council and kind, or of one name and of any."""
    yield from _blocks(forms, block_keys).values()
    yield from _blocks(forms, lambda name: (name.key,), whoever=True).values()


def one_name(groups: Groups, forms: Sequence[Form]) -> None:
    """Join one full name in one council, whatever its titles: titles change.

    Not where bodies differ, or years lie between, and the titles do not agree; and
    not where the name is known to be two people's: then only titles that agree join.
    With initials only titles that agree join.  A form without title or body joins
    where all others of its time are one officer.
    """
    told = [form for form in forms if form.role or form.organisation]
    pairs = list(_neighbours(told))
    is_full = all(form.name and form.name.shape == "full" for form in forms)
    for one, other in pairs:
        if agree_near(one, other) or (is_full and _same_title(one, other)):
            groups.join(one, other)
    if is_full and not any(_are_known_two(groups, one, other) for one, other in pairs):
        for one, other in pairs:
            if one.organisation == other.organisation and one.is_near(other):
                groups.join(one, other)
    for bare in forms:
        if not (bare.role or bare.organisation):
            near = groups.distinct(form for form in told if _is_known_beside(form, bare))
            if len(near) == 1:
                groups.join(near[0].first, bare)


def a_form_of_the_name(groups: Groups, forms: Sequence[Form]) -> None:
    """Join initials, short forms, and forms with or without a middle name, where title or team agree.

    Only where exactly one officer of the council fits: "C White" of Housing stays
    apart where Catherine and Colin White both are of Housing.
    """
    found = _by_fullness(groups, forms)
    for at, group in enumerate(found):
        fitting = [
            other
            for other in found[:at]
            if groups.of(other.forms[0]) is other and _is_form_of(groups, group, other)
        ]
        if len(fitting) == 1:
            groups.join(fitting[0].first, group.first)


def a_misprint(groups: Groups, forms: Sequence[Form]) -> None:
    """Join first names that look alike where one post, which one person holds, has both at one time."""
    for one, other in combinations(_by_fullness(groups, forms), 2):
        if groups.of(one.first) is groups.of(other.first):
            continue
        kinds = _likenesses(one, other)
        is_misprint = MISPRINT in kinds and kinds <= EXPLAINED | {MISPRINT}
        if is_misprint and any(_one_post_at_one_time(first, second) for first, second in one.pairs(other)):
            groups.join(one.first, other.first)


def _blocks(forms: Iterable[Form], keys: Callable[[Name], Iterable[str]], *, whoever: bool = False) -> Blocks:
    """Gather the people whose names share a key, each block in the order of print.

    They are of one council and kind, or `whoever` has the name.
    """
    blocks: Blocks = {}
    for form in forms:
        for key in dict.fromkeys(keys(form.name)) if form.name else ():
            scope, kind = (form.first.circle.scope, form.first.kind) if not whoever else ("", "")
            blocks.setdefault((scope, kind, key), []).append(form)
    return {key: block for key, block in blocks.items() if len(block) > 1}


def _neighbours(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Give pairs of forms, of a long list only those that stand near one another in time."""
    for at, form in enumerate(forms):
        for other in forms[max(0, at - MOST_TITLES) : at]:
            yield other, form


def _are_known_two(groups: Groups, one: Form, other: Form) -> bool:
    """Tell whether two forms are two officers by decision or by an action that names both."""
    first, second = groups.of(one), groups.of(other)
    return first is not second and groups.are_apart(first, second)


def _is_known_beside(told: Form, bare: Form) -> bool:
    """Tell whether a form without title is of the time of another; initials must be of its circle too."""
    is_weak = bare.name is not None and bare.name.shape in ("initials", "single")
    return told.is_near(bare) and not (is_weak and told.groups.isdisjoint(bare.groups))


def _same_title(one: Form, other: Form) -> bool:
    """Tell whether two forms of one name have titles that agree, however many years lie between."""
    return one.organisation == other.organisation and agreement(one.role, other.role) is not None


def _by_fullness(groups: Groups, forms: Sequence[Form]) -> list[Group]:
    """Return the officers of a block, the fullest name first; none of a block that is too large."""
    found = groups.distinct(forms)
    if len(found) > LARGEST_BLOCK or len(found) < 2:
        return []
    found.sort(key=lambda group: group.first.first.order)
    found.sort(key=lambda group: group.fullness, reverse=True)
    return found


def _is_form_of(groups: Groups, one: Group, other: Group) -> bool:
    """Tell whether every name of one officer is a form of every name of the other, and titles agree."""
    kinds = _likenesses(one, other)
    return kinds <= EXPLAINED and one.agreement(other) is not None and not groups.are_apart(one, other)


def _likenesses(one: Group, other: Group) -> set[Likeness | None]:
    """Return how each name of one officer is like each name of the other.

    Where they share a surname, other surnames, which the user joined, are left out.
    """
    pairs = [(first, second) for first in one.names for second in other.names]
    shared = [(first, second) for first, second in pairs if first.surname == second.surname]
    return {likeness(first, second) for first, second in shared or pairs}


def _one_post_at_one_time(one: Form, other: Form) -> bool:
    """Tell whether two forms hold the same post, of one holder, in papers of one year or the next."""
    if agree_near(one, other) != "the same post" or one.organisation != other.organisation:
        return False
    if one.papers & other.papers:
        return True
    is_dated = one.years is not None and other.years is not None
    return is_dated and one.years_between(other) <= YEARS_OF_A_MISPRINT
