"""Read an officer cell: words -> pieces -> mentions -> officers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from normalise.values.officer_lexicon import key_of
from normalise.values.officer_lines import label, unwrap
from normalise.values.officer_mention import Mention, officers_only
from normalise.values.officer_mentions import Assembly
from normalise.values.officer_pieces import clauses
from normalise.values.officer_values import OfficerReading, OfficerValue
from normalise.values.officer_words import Words, text_of, words_of

RESPONSIBLE = "responsible"


def read_officers(
    text: str, *, relation: str = RESPONSIBLE, councillors: bool = False, council: str | None = None
) -> OfficerReading:
    """Read the officers of a cell, in the order of print (contract, rules **Officers**).

    Args:
        text: the cell, its lines separated by line ends.
        relation: what the column says of its officers; a word in the cell ("Support:") says it louder.
        councillors: the column is a cabinet member's, so that untitled names are councillors.
        council: the paper's council, which is nobody's `organisation`.
    """
    words = label(unwrap(words_of(text, council)))
    if not words.classes.strip(",;:.()/&-n"):
        return OfficerReading((), ())
    assembly = Assembly(words, frozenset(key_of(council).split()) if council else frozenset())
    for mark, pieces in clauses(words):
        assembly.read_clause(mark, pieces)
    mentions = _titles_shared(_lines_paired(assembly.mentions, words), words)
    relations = _relations(mentions, relation)
    officers = [
        _officer(mention, said, words, councillors=councillors)
        for mention, said in zip(mentions, relations, strict=True)
    ]
    others = (text_of(words, *span).strip(" ,;:.-\u2013\u2014") for span in assembly.others)
    named = [_service(officer) for officer in _filled_first(officers)]
    return OfficerReading(_once(named), tuple(other for other in others if other))


SERVICE_TEAM = re.compile(r"[A-Z][\w'’-]+ Services?")


def _service(officer: OfficerValue) -> OfficerValue:
    """A service named after its post is a team: "Ranger Service"."""
    if officer.kind == "post" and SERVICE_TEAM.fullmatch(officer.role or ""):
        return replace(officer, kind="team", name=officer.role, role=None)
    return officer


VACANT = re.compile(r"(?:vacant (?:post|position)|vacancy)", re.IGNORECASE)


def _filled_first(officers: list[OfficerValue]) -> list[OfficerValue]:
    """Leave "Vacant post" out where the cell names the post."""
    named = [officer for officer in officers if not VACANT.fullmatch(officer.role or "")]
    return named if any(officer.kind == "post" for officer in named) else officers


# --- name and title on lines of their own --------------------------------------------------------


ALTERNATE = re.compile(r"(?:NR)+N?|(?:RN)+")


def _lines_paired(mentions: list[Mention], words: Words) -> list[Mention]:
    """Join a name and a title that stand on lines of their own, where the whole cell alternates so."""
    lines = Counter(mention.clause for mention in mentions)
    forms = "".join(
        _line_form(mention, alone=lines[mention.clause] == 1, first=mention is mentions[0])
        for mention in mentions
    )
    if not ALTERNATE.fullmatch(forms):
        return mentions
    if any(one.titled for one in mentions) and any(officers_only(one, words) for one in mentions):
        return mentions  # "Director of Housing", and below it "Cllr Ann Lee"
    paired = []
    for index in range(0, len(mentions) - 1, 2):
        first, second = mentions[index], mentions[index + 1]
        first.name = first.name or second.name
        first.role = first.role or second.role
        first.body = first.body or second.body
        first.councillor = first.councillor or second.councillor
        first.role_classes = first.role_classes or second.role_classes
        first.stop = second.stop
        paired.append(first)
    return paired + (mentions[-1:] if len(mentions) % 2 else [])


def _line_form(mention: Mention, *, alone: bool, first: bool) -> str:
    """N for a line that is a name alone, R for one that is a title alone, x for any other."""
    if not alone or mention.unit or (mention.clause_mark not in ("n", "") and not first):
        return "x"
    if mention.name and not mention.role:
        return "x" if mention.initials else "N"
    return "R" if mention.nameless else "x"


# --- one plural title over several names ---------------------------------------------------------


def _titles_shared(mentions: list[Mention], words: Words) -> list[Mention]:
    """Give a plural title to each name of its list: "A and B, Group Managers"."""
    for index, mention in enumerate(mentions):
        if mention.name and mention.role and _is_plural(mention, words):
            step = -1 if mention.role > mention.name else 1
            near = index + step
            while 0 <= near < len(mentions) and _shares(mentions[near], mention):
                mentions[near].role = mention.role
                mentions[near].councillor = mentions[near].councillor or mention.councillor
                near += step
    return mentions


def _is_plural(mention: Mention, words: Words) -> bool:
    if mention.role is None:
        return False
    first_part = words.classes[slice(*mention.role)].split("o")[0].split(",")[0]
    return first_part.endswith("r") or (
        first_part.endswith("V") and text_of(words, *mention.role).split()[-1].endswith("s")
    )


def _shares(near: Mention, mention: Mention) -> bool:
    return near.clause == mention.clause and near.name is not None and near.role is None


# --- relations -----------------------------------------------------------------------------------


def _relations(mentions: Sequence[Mention], column: str) -> list[str]:
    """The relation of each: a lead is one only where the cell tells it apart from others.

    Contract: "relation is `responsible` whatever the column is called; lead and support only where one cell
    or two columns tell them apart". "A supported by B" tells both apart.
    """
    said = [mention.relation or ("lead" if mention.implied_lead else None) for mention in mentions]
    officers = {one for one, mention in zip(said, mentions, strict=True) if not mention.councillor}
    if (officers or set(said)) == {"lead"}:
        said = [None] * len(said)
    if column != RESPONSIBLE:
        said = [None if mention.implied_lead else one for mention, one in zip(mentions, said, strict=True)]
    return [one or column for one in said]


# --- the values ----------------------------------------------------------------------------------

COLLECTIVE = re.compile(r"a?Q|.*r(?![^&,/]*[RM])")


def _officer(mention: Mention, relation: str, words: Words, *, councillors: bool) -> OfficerValue:
    name, role, organisation, kind = _name_and_kind(mention, words, councillors=councillors)
    return OfficerValue(_raw(words, mention), name, role, organisation, kind, relation)


def _name_and_kind(
    mention: Mention, words: Words, *, councillors: bool
) -> tuple[str | None, str | None, str | None, str]:
    """Name, role, organisation and kind of a mention."""
    role = _clean(words, mention.role)
    body = _clean(words, mention.body)
    if mention.name:
        officer = mention.role is not None and not mention.councillor and "R" in mention.role_classes
        councillor = mention.councillor or (councillors and not officer)
        return _clean(words, mention.name), role, body, "councillor" if councillor else "person"
    if mention.role:
        if mention.councillor:
            return None, role, body, "councillor"
        if COLLECTIVE.match(_before_of(mention.role_classes)):
            return role, None, body, "team"
        return None, role, body, "post"
    if mention.unit:
        if councillors and mention.unit_kind == "unit":
            return None, _clean(words, mention.unit), None, "councillor"
        return _clean(words, mention.unit), None, None, "team"
    return body, None, None, "body"


def _before_of(classes: str) -> str:
    return classes.split("o")[0]


def _clean(words: Words, span: tuple[int, int] | None) -> str | None:
    """The words of a range without marks at its ends; a bracket that opens inside is closed."""
    if span is None:
        return None
    text = text_of(words, *span).strip(" ,;:\u2013\u2014/&")
    if text.count("(") > text.count(")") and _next_mark(words, span[1]) == ")":
        text += ")"
    return text or None


def _next_mark(words: Words, index: int) -> str:
    return words.classes[index] if index < len(words.classes) else ""


def _raw(words: Words, mention: Mention) -> str:
    text = text_of(words, mention.start, mention.stop).strip(" ,;:\u2013\u2014/&")
    if text.count("(") > text.count(")") and _next_mark(words, mention.stop) == ")":
        text += ")"
    return text


def _once(officers: Sequence[OfficerValue]) -> tuple[OfficerValue, ...]:
    """Each officer once: the first mention stands, with a title that a later one adds."""
    found: dict[tuple[str, str], OfficerValue] = {}
    for officer in officers:
        key = (officer.kind, key_of(officer.name or officer.role or ""))
        first = found.get(key)
        if first is None:
            found[key] = officer
        elif officer.name and officer.role and not first.role:
            found[key] = OfficerValue(
                first.raw,
                first.name,
                officer.role,
                first.organisation or officer.organisation,
                first.kind,
                first.relation,
            )
    return tuple(found.values())
