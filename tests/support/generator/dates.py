"""Cells of date columns: one of the forms of dates, a date that was moved, or none."""

from __future__ import annotations

from calendar import month_name
from datetime import date, timedelta
from random import Random

from tests.support.generator.date_forms import FORMS, bounds, date_of, figures, in_words, month, ordinal
from tests.support.generator.said import Said

_LATER = (40, 540)  # days from the paper's own date to a due date


def due(lot: Random, meeting: date) -> Said:
    """Draw the cell of a due date after a paper's own date."""
    form = lot.choices([form for form, _ in FORMS], [weight for _, weight in FORMS])[0]
    return form(lot, _after(lot, meeting))


def plain(lot: Random, meeting: date) -> Said:
    """Draw a single date with a year."""
    return lot.choice((month, in_words, figures))(lot, _after(lot, meeting))


def undated(lot: Random) -> Said:
    """Draw a date cell that says nothing."""
    return Said(lot.choice(("", "", "-")))


def yearless(lot: Random, meeting: date) -> Said:
    """Draw a day without its year, which the paper's own date settles."""
    day = meeting + timedelta(days=lot.randint(20, 330))
    return Said(
        f"{day.day} {month_name[day.month]}", (date_of(day.isoformat(), "deadline") | {"basis": "inferred"},)
    )


def past(lot: Random, meeting: date) -> Said:
    """Draw a date that was over when the paper was written: a slip in the year."""
    return in_words(lot, meeting - timedelta(days=lot.randint(300, 400)))


def moved(lot: Random, meeting: date) -> tuple[Said, Said]:
    """Draw the cells of an original and a revised date."""
    one, other = _two(lot, meeting)
    return Said(one.text, ({**one.truth[0], "role": "superseded"},)), other


def started(lot: Random, meeting: date) -> tuple[Said, Said]:
    """Draw the cells of a start and an end date."""
    one, other = _two(lot, meeting)
    return Said(one.text, ({"edtf": one.truth[0]["edtf"], "role": "start"},)), other


def _two(lot: Random, meeting: date) -> tuple[Said, Said]:
    first = _after(lot, meeting)
    form = lot.choice((month, in_words, figures))
    return form(lot, first), form(lot, first + timedelta(days=lot.randint(40, 300)))


def conflicting(lot: Random, meeting: date) -> tuple[str, Said]:
    """Draw a date for the text of an action, and the earlier due date that it contradicts."""
    first = _after(lot, meeting)
    later = first + timedelta(days=lot.randint(60, 300))
    dated = Said(f"{first:%d/%m/%Y}", (date_of(first.isoformat(), "deadline") | bounds(first, first),))
    return f"{later.day} {month_name[later.month]} {later.year}", dated


def printed_day(lot: Random, day: date) -> str:
    """Print a day in one of the forms of a cover."""
    plain_words = f"{day.day} {month_name[day.month]} {day.year}"
    return lot.choice((plain_words, f"{day:%d/%m/%Y}", ordinal(day), f"{day:%A} {plain_words}"))


def _after(lot: Random, meeting: date) -> date:
    return meeting + timedelta(days=lot.randint(*_LATER))
