"""What an officer cell and a contact cell say (contract: Officer, contacts)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfficerValue:
    """One person, post, team, body or councillor of a cell.

    `raw` is a slice of the cell with its blanks folded; every other text is a slice of `raw`'s cell too.
    `kind`: person, post, team, body or councillor. `relation`: responsible, lead, support, facilitator or
    portfolio_holder.
    """

    raw: str
    name: str | None
    role: str | None
    organisation: str | None
    kind: str
    relation: str


@dataclass(frozen=True, slots=True)
class OfficerReading:
    """The officers of a cell in the order of print, and the words that are no officer."""

    officers: tuple[OfficerValue, ...]
    unparsed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContactValue:
    """The parts of a contact: `Ann Lee, Clerk ann@x.gov.uk 01234 567890`."""

    name: str | None
    role: str | None
    email: str | None
    phone: str | None
