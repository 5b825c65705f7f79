"""Read a contact: name, title, address and telephone in one cell."""

import re

from normalise.values.officer_reader import read_officers
from normalise.values.officer_values import ContactValue

EMAIL = re.compile(r"[\w.+'\u2019-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w.])(?:\+\d{1,3}[ .-]?)?(?:\(\d{1,5}\)[ .-]?)?\d[\d .-]{4,14}\d"
    r"(?:\s*(?:ext|x|extension)\.?:?\s*\d{2,6})?",
    re.IGNORECASE,
)
LABELS = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|e-?mail|name|title|job title|post|position|contact"
    r"|direct line|ddi|fax)\b"
    r"(?:\s*(?:no|number|address))?\.?\s*:",
    re.IGNORECASE,
)
LONE_LABEL = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|e-?mail)\b(?:\s*(?:no|number))?\.?(?=[\s,;]*(?:$|\n))",
    re.IGNORECASE,
)
SHORTEST_NUMBER = 7
# Numbers as the United Kingdom dials them (Ofcom, National Telephone Numbering Plan): 0 or +44, an area or
# service code, then one or two groups of figures; ten or eleven in all, with a country's code up to thirteen.
_DIALLED = re.compile(
    r"(?<![\w.£/-])(?:\+\d{1,3}[ -]?(?:\(0\)[ -]?)?\d{2,5}|\(0\d{2,5}\)|0\d{2,5})"
    r"[ -]?\d{3,4}(?:[ -]?\d{2,4})?(?:\s*(?:ext|x)\.?\s*\d{2,6})?(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_FEWEST_DIALLED = 9
_LABELLED_NUMBER = re.compile(
    r"(\b(?:tel(?:ephone)?|phone|mob(?:ile)?|fax|ext(?:ension)?|ddi|direct line)\b"
    r"(?:\s*(?:no|number))?\.?[ :]*)"
    r"\(?\+?\d(?:[ ()-]{0,2}\d){3,14}(?!\w)",
    re.IGNORECASE,
)


def read_contact(text: str) -> ContactValue:
    """Read a contact cell: "Ann Lee Head of Tax ann@x.gov.uk 01234 567890" -> its four parts.

    The first officer of the cell gives name and role; a second one is left alone.
    """
    email = EMAIL.search(text)
    rest = EMAIL.sub("\n", text)
    phone = next((found for found in PHONE.finditer(rest) if _is_number(found.group())), None)
    if phone:
        rest = rest[: phone.start()] + "\n" + rest[phone.end() :]
    officers = read_officers(LONE_LABEL.sub(" ", LABELS.sub(" ", rest)).strip()).officers
    first = officers[0] if officers else None
    return ContactValue(
        name=first.name if first else None,
        role=first.role if first else None,
        email=email.group() if email else None,
        phone=" ".join(phone.group().split()) if phone else None,
    )


def _is_number(text: str) -> bool:
    return sum(letter.isdecimal() for letter in text) >= SHORTEST_NUMBER


def without_contacts(text: str) -> str:
    """Put marks in place of e-mail addresses and telephone numbers; dates and sums of money stay.

    A number is one of a telephone where it is dialled from anywhere, with 0 or a country's code before
    nine to twelve figures, or where a label says so.

    >>> without_contacts("Ann Lee (ann.lee@x.gov.uk, 01234 567 890), by 01.04.2024")
    'Ann Lee ([e-mail], [telephone]), by 01.04.2024'
    """
    return _LABELLED_NUMBER.sub(r"\1[telephone]", _DIALLED.sub(_marked, EMAIL.sub("[e-mail]", text)))


def _marked(found: re.Match[str]) -> str:
    figures = sum(letter.isdecimal() for letter in found.group())
    return "[telephone]" if figures >= _FEWEST_DIALLED else found.group()
