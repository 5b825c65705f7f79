"""What the steps left apart and a person should decide: findings `name-variant`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from extract.across.forms import Form
from extract.across.groups import Group, Groups
from extract.across.names import Likeness, in_order, likeness, read_name
from extract.across.results import PaperFinding
from extract.across.rules import LARGEST_BLOCK, blocks_of
from extract.findings import finding

CODE = "name-variant"
# A name that is like more than this many others tells a reader nothing by another finding.
MOST_PROPOSED = 3


def proposals(groups: Groups, forms: Iterable[Form]) -> list[PaperFinding]:
    """Say which officers left apart may be one, each pair once, where the later of the two stands."""
    told: Counter[Group] = Counter()
    findings = []
    for one, other, how in _pairs(groups, forms):
        if max(told[one], told[other]) < MOST_PROPOSED:
            told.update((one, other))
            findings.append(_finding(one, other, how))
    return findings


def _pairs(groups: Groups, forms: Iterable[Form]) -> Iterator[tuple[Group, Group, Likeness]]:
    """Give the pairs of officers that may be one, in the order of print."""
    found: dict[tuple[Group, Group], Likeness] = {}
    for block in blocks_of(forms):
        inside = groups.distinct(block)
        if len(inside) > LARGEST_BLOCK:
            continue
        inside.sort(key=lambda group: group.first.first.order)
        for one, other in combinations(inside, 2):
            how = _how_alike(groups, one, other)
            if how:
                found.setdefault((one, other), how)
    order = sorted(found, key=lambda pair: (pair[1].first.first.order, pair[0].first.first.order))
    return ((one, other, found[one, other]) for one, other in order)


def _how_alike(groups: Groups, one: Group, other: Group) -> Likeness | None:
    """Say how two officers are alike; None where nothing is to be proposed.

    Parts of names (initials, one word) are proposed where titles or teams agree, and
    names of other years only where they are equal.  Officers of two councils are not,
    but one name is where a paper does not say whose it is.
    """
    how = likeness(one.fullest.name, other.fullest.name) if one.fullest.name and other.fullest.name else None
    if how is None or groups.are_apart(one, other):
        return None
    is_weak = any(name.shape in ("initials", "single") for name in (*one.names, *other.names))
    if _are_of_two_councils(one, other):
        is_open = one.first.first.circle.council is None or other.first.first.circle.council is None
        return how if is_open and not is_weak and how == "same name" else None
    if one.agreement(other) or (how == "same name" and not is_weak):
        return how
    is_near = any(first.is_near(second) for first, second in one.pairs(other))
    return how if is_near and not is_weak else None


def _are_of_two_councils(one: Group, other: Group) -> bool:
    """Tell whether two officers are not of one council, as far as papers say."""
    return one.first.first.circle.scope != other.first.first.circle.scope


def _finding(one: Group, other: Group, how: Likeness) -> PaperFinding:
    """Write the finding: both spellings, the evidence, and the line that settles it."""
    first, second = one.first, other.first
    agreed = one.agreement(other) or "no title or team tells"
    mention = second.first
    message = f"{_told(second)} may be {_told(first)} of {first.first.circle.paper_id}: {how}; {agreed}. "
    if _are_of_two_councils(one, other):
        unknown = dict.fromkeys(
            form.first.circle for form in (first, second) if not form.first.circle.council
        )
        message += f"To join them name the council of {' and '.join(circle.paper_id for circle in unknown)}"
    else:
        message += f"To join them add {_line(first, second)} to “same” in the file of --officers"
        message += ", to keep them apart to “different”" if _labels(first, second)[1:] else ""
    found = finding(CODE, message, ref=mention.ref, field="officers", at=mention.place)
    return PaperFinding(mention.circle.paper_id, found)


def _told(form: Form) -> str:
    """Write a form as printed, its title in brackets."""
    title = form.first.role or form.first.organisation
    return f"“{form.label}” ({title})" if title else f"“{form.label}”"


def _line(one: Form, other: Form) -> str:
    """Write the line of the user's file."""
    names = ", ".join(map(_quoted, _labels(one, other)))
    council = one.first.circle.council
    return f"{{ {f'council = {_quoted(council)}, ' if council else ''}names = [{names}] }}"


def _labels(one: Form, other: Form) -> list[str]:
    """Return how the file calls two forms; titles tell equal names apart, and equal titles leave one name."""
    first, second = (in_order(form.label) for form in (one, other))
    if read_name(first).key != read_name(second).key:
        return [first, second]
    if one.role == other.role:
        return [first]
    return [
        f"{name}, {form.first.role}" if form.role else name for name, form in ((first, one), (second, other))
    ]


def _quoted(text: str) -> str:
    """Write a text as TOML does, blanks folded."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
