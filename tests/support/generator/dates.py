"""Dates as papers print them in a date column, with their meaning by the contract."""

from __future__ import annotations

from calendar import month_name, monthrange
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.support.generator.said import Said, Truth

_LATER = (40, 540)  # days from the paper's own date to a due date
_RECURRING = {"Quarterly": "R/P3M", "Monthly": "R/P1M", "Annually": "R/P1Y"}
_SEASONS = {"Spring": (21, 3, 5), "Summer": (22, 6, 8), "Autumn": (23, 9, 11)}
_TERMS = {"Spring": ("01", "03"), "Summer": ("04", "07"), "Autumn": ("09", "12")}


def due(lot: Random, meeting: date) -> Said:
    """Draw the cell of a due date after a paper's own date."""
    form = lot.choices([form for form, _ in _FORMS], [weight for _, weight in _FORMS])[0]
    return form(lot, _after(lot, meeting))


def plain(lot: Random, meeting: date) -> Said:
    """Draw a single date with a year."""
    return lot.choice((_month, _words, _figures))(lot, _after(lot, meeting))


def undated(lot: Random) -> Said:
    """Draw a date cell that says nothing."""
    return Said(lot.choice(("", "", "-")))


def yearless(lot: Random, meeting: date) -> Said:
    """Draw a day without its year, which the paper's own date settles."""
    day = meeting + timedelta(days=lot.randint(20, 330))
    return Said(
        f"{day.day} {month_name[day.month]}", (_date(day.isoformat(), "deadline") | {"basis": "inferred"},)
    )


def moved(lot: Random, meeting: date) -> tuple[Said, Said]:
    """Draw the cells of an original and a revised date."""
    first = _after(lot, meeting)
    later = first + timedelta(days=lot.randint(40, 300))
    form = lot.choice((_month, _words, _figures))
    one, other = form(lot, first), form(lot, later)
    return Said(one.text, ({**one.truth[0], "role": "superseded"},)), other


def printed_day(lot: Random, day: date) -> str:
    """Print a day in one of the forms of a cover."""
    return lot.choice((f"{day.day} {month_name[day.month]} {day.year}", f"{day:%d/%m/%Y}", _ordinal(day)))


def month_of(day: date) -> tuple[str, str]:
    """Return a month as printed and in EDTF."""
    return f"{month_name[day.month]} {day.year}", f"{day:%Y-%m}"


def _after(lot: Random, meeting: date) -> date:
    return meeting + timedelta(days=lot.randint(*_LATER))


def _ordinal(day: date) -> str:
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} {month_name[day.month]} {day.year}"


def _date(edtf: str | None, role: str) -> Truth:
    return {"edtf": edtf, "role": role}


def _bounds(first: date, last: date) -> Truth:
    return {"earliest": first.isoformat(), "latest": last.isoformat()}


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _month(lot: Random, day: date) -> Said:
    text = lot.choice((f"{month_name[day.month]} {day.year}",) * 3 + (f"{day:%b %Y}", f"{day:%b-%y}"))
    text = lot.choice(("", "", "", "By ")) + text
    bounds = _bounds(day.replace(day=1), _end(day.year, day.month))
    return Said(text, (_date(f"{day:%Y-%m}", "deadline") | bounds | {"precision": "month"},))


def _words(lot: Random, day: date) -> Said:
    text = lot.choice(
        (_ordinal(day), f"{day.day} {month_name[day.month]} {day.year}", f"{day.day} {day:%b %Y}")
    )
    text = lot.choice(("", "", "", "By ", "by ")) + text
    return Said(text, (_date(day.isoformat(), "deadline") | _bounds(day, day) | {"precision": "day"},))


def _figures(lot: Random, day: date) -> Said:
    forms = ("%d.%m.%Y", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y")
    text = day.strftime(lot.choice(forms))
    return Said(text, (_date(day.isoformat(), "deadline") | _bounds(day, day) | {"precision": "day"},))


def _year(lot: Random, day: date) -> Said:
    start = day.year if day.month > 3 else day.year - 1
    financial = f"{start}-04/{start + 1}-03"
    bounds = _bounds(date(start, 4, 1), date(start + 1, 3, 31))
    return lot.choice(
        (
            Said(str(day.year), (_date(str(day.year), "deadline"),)),
            Said(f"{start}/{(start + 1) % 100:02}", (_date(financial, "deadline") | bounds,)),
        )
    )


def _end_of(lot: Random, day: date) -> Said:
    last = _end(day.year, day.month)
    text = f"{lot.choice(('End of', 'By the end of', 'End'))} {month_name[day.month]} {day.year}"
    return Said(text, (_date(f"{day:%Y-%m}", "deadline") | _bounds(last, last),))


def _range(lot: Random, day: date) -> Said:
    first = lot.randint(1, 9)
    last = lot.randint(first + 1, 12)
    text = f"{month_name[first]} {lot.choice(('to', '-', '–'))} {month_name[last]} {day.year}"
    bounds = _bounds(date(day.year, first, 1), _end(day.year, last))
    edtf = f"{day.year}-{first:02}/{day.year}-{last:02}"
    return Said(text, (_date(edtf, "deadline") | bounds | {"precision": "span"},))


def _quarter(lot: Random, day: date) -> Said:
    number = lot.randint(1, 4)
    first = (4, 7, 10, 1)[number - 1]
    year = day.year + (number == 4)
    text = lot.choice(("Q{0} {1}", "Quarter {0} {1}", "Quarter {0} of {1}"))
    edtf = f"{year}-{first:02}/{year}-{first + 2:02}"
    bounds = _bounds(date(year, first, 1), _end(year, first + 2))
    truth = _date(edtf, "deadline") | bounds | {"precision": "quarter"}
    return Said(text.format(number, f"{day.year}/{(day.year + 1) % 100:02}"), (truth,))


def _season(lot: Random, day: date) -> Said:
    name, (code, first, last) = lot.choice(list(_SEASONS.items()))
    bounds = _bounds(date(day.year, first, 1), _end(day.year, last))
    return Said(f"{name} {day.year}", (_date(f"{day.year}-{code}", "deadline") | bounds,))


def _term(lot: Random, day: date) -> Said:
    name, (first, last) = lot.choice(list(_TERMS.items()))
    edtf = f"{day.year}-{first}/{day.year}-{last}"
    return Said(f"{name} term {day.year}", (_date(edtf, "deadline") | {"precision": "term"},))


def _week(lot: Random, day: date) -> Said:
    monday = day - timedelta(days=day.weekday())
    edtf = f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    text = f"{lot.choice(('w/c', 'Week commencing'))} {monday.day} {month_name[monday.month]} {monday.year}"
    return Said(text, (_date(edtf, "deadline") | {"precision": "week"},))


def _no_date(lot: Random, day: date) -> Said:
    text = lot.choice(("Ongoing", "Ongoing", "On-going", *_RECURRING, "TBC", "Immediately", "Immediate"))
    if text in _RECURRING:
        return Said(text, (_date(None, "recurring") | {"recurrence": _RECURRING[text]},))
    role = {"TBC": "tbc", "Immediately": "immediate", "Immediate": "immediate"}.get(text, "ongoing")
    return Said(text, (_date(None, role),))


def _done(lot: Random, day: date) -> Said:
    text = lot.choice(("Completed", "Complete"))
    return Said(text, (_date(None, "completed"),), "completed")


def _start(lot: Random, day: date) -> Said:
    month, edtf = month_of(day)
    if lot.random() < 0.5:
        return Said(f"{lot.choice(('From', 'Commencing'))} {month}", (_date(edtf, "start"),))
    return Said(f"{month} onwards", (_date(f"{edtf}/..", "start"),))


def _review(lot: Random, day: date) -> Said:
    month, edtf = month_of(day)
    return Said(f"Review {month}", (_date(edtf, "review"),))


def _several(lot: Random, day: date) -> Said:
    """Draw two bare dates, one under the other: nothing marks a change, so the first is a milestone."""
    later = day + timedelta(days=lot.randint(60, 300))
    form = lot.choice((_words, _figures))
    one, other = form(lot, day), form(lot, later)
    return Said(f"{one.text}\n{other.text}", ({**one.truth[0], "role": "milestone"}, *other.truth))


def _stages(lot: Random, day: date) -> Said:
    later = day + timedelta(days=lot.randint(60, 300))
    (one, first), (other, last) = month_of(day), month_of(later)
    truth: tuple[Truth, ...] = (_date(first, "milestone"), {"edtf": last})
    return Said(f"1st draft {one}, final report {other}", truth)


def _duration(lot: Random, day: date) -> Said:
    count = lot.choice((3, 6, 12))
    return Said(f"Within {count} months", ({"edtf": None, "duration": f"P{count}M"},))


# The forms of the survey of papers, and in how many papers each was met.
_FORMS: tuple[tuple[Callable[[Random, date], Said], int], ...] = (
    (_month, 21),
    (_words, 14),
    (_figures, 11),
    (_year, 6),
    (_several, 4),
    (_stages, 2),
    (_duration, 3),
    (_range, 5),
    (_no_date, 7),
    (_start, 4),
    (_done, 3),
    (_season, 2),
    (_term, 2),
    (_quarter, 2),
    (_end_of, 3),
    (_week, 1),
    (_review, 2),
)
