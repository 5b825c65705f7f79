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
