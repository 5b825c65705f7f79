"""Contacts: their four parts, and texts in which addresses and telephone numbers are hidden."""

from __future__ import annotations

import pytest

from normalise.values.contacts import read_contact, without_contacts
from normalise.values.officer_values import ContactValue


@pytest.mark.parametrize(
    ("cell", "name", "email", "phone"),
    [
        ("Ann Lee ann.lee@anytown.gov.uk 01234 567890", "Ann Lee", "ann.lee@anytown.gov.uk", "01234 567890"),
        ("Ann Lee\nTel: 020 7946 0018 ext 204", "Ann Lee", None, "020 7946 0018 ext 204"),
        ("Ann Lee (01234) 567890", "Ann Lee", None, "(01234) 567890"),
        ("Ann Lee, room 12-14, 567 8901", "Ann Lee", None, "567 8901"),
        ("Name: Ann Lee\nE-mail: ann@anytown.gov.uk", "Ann Lee", "ann@anytown.gov.uk", None),
        ("Ann Lee\next 123 456", "Ann Lee", None, None),
        ("01234 567890", None, None, "01234 567890"),
    ],
)
def test_a_contact_has_its_parts(cell: str, name: str | None, email: str | None, phone: str | None) -> None:
    contact = read_contact(cell)
    assert (contact.name, contact.email, contact.phone) == (name, email, phone)


def test_the_first_officer_of_a_contact_gives_name_and_post() -> None:
    cell = "Ann Lee\nHead of Planning\nann@anytown.gov.uk\n01234 567890"
    assert read_contact(cell) == ContactValue(
        "Ann Lee", "Head of Planning", "ann@anytown.gov.uk", "01234 567890"
    )


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Ask ann.lee@anytown.gov.uk or 01234 567890.", "Ask [e-mail] or [telephone]."),
        ("Ring 020 7946 0018 today.", "Ring [telephone] today."),
        ("Ring +44 (0)20 7946 0018 today.", "Ring [telephone] today."),
        ("Ring (01234) 567890 today.", "Ring [telephone] today."),
        ("Ring 0800 1111 or 0800 11111.", "Ring 0800 1111 or [telephone]."),
        ("Ext. 2044", "Ext. [telephone]"),
        ("Due by 01.04.2024 at a cost of £012345678.90", "Due by 01.04.2024 at a cost of £012345678.90"),
        ("Minute 2023/0123456789", "Minute 2023/0123456789"),
    ],
)
def test_contacts_are_hidden_and_nothing_else(text: str, hidden: str) -> None:
    assert without_contacts(text) == hidden
