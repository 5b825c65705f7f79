"""The forms of dates as papers print them in a date column, with their meaning by the contract."""

from __future__ import annotations

from calendar import month_name, monthrange
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.support.generator.said import Said, Truth

Form = Callable[[Random, date], Said]

_RECURRING = {
    "Quarterly": "R/P3M",
    "Monthly": "R/P1M",
    "Annually": "R/P1Y",
    "6 monthly": "R/P6M",
    "Every six months": "R/P6M",
}
_WORDS_ALONE = {
    "Ongoing": "ongoing",
    "On-going": "ongoing",
    "On going": "ongoing",
    "TBC": "tbc",
    "To be confirmed": "tbc",
    "Immediately": "immediate",
    "Immediate": "immediate",
}
_SEASONS = {"Spring": (21, 3, 5), "Summer": (22, 6, 8), "Autumn": (23, 9, 11)}
_TERMS = {"Spring": ("01", "03"), "Summer": ("04", "07"), "Autumn": ("09", "12")}
_DURATIONS = {
    "Within 3 months": "P3M",
    "Within 6 months": "P6M",
    "Within 12 months": "P12M",
    "28 days": "P28D",
    "the next eighteen months": "P18M",
    "6 months": "P6M",
}


def date_of(edtf: str | None, role: str) -> Truth:
    """Return the entry of a date."""
    return {"edtf": edtf, "role": role}


def month_of(day: date) -> tuple[str, str]:
    """Return a month as printed and in EDTF."""
    return f"{month_name[day.month]} {day.year}", f"{day:%Y-%m}"


def ordinal(day: date) -> str:
    """Print a day as "21st March 2024"."""
    return f"{_numbered(day.day)} {month_name[day.month]} {day.year}"


def _numbered(number: int) -> str:
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def bounds(first: date, last: date) -> Truth:
    """Return the first and last day of a date."""
    return {"earliest": first.isoformat(), "latest": last.isoformat()}


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def month(lot: Random, day: date) -> Said:
    """Draw a month and year."""
    text = lot.choice((month_of(day)[0],) * 3 + (f"{day:%b %Y}", f"{day:%b-%y}", f"{day:%b} {day:%y}"))
    if text[-3] not in " -":
        text = lot.choice(("", "", "", "By ")) + text
    truth = date_of(f"{day:%Y-%m}", "deadline") | bounds(day.replace(day=1), _end(day.year, day.month))
    return Said(text, (truth | {"precision": "month"},))


def in_words(lot: Random, day: date) -> Said:
    """Draw a day in words."""
    plain = f"{day.day} {month_name[day.month]} {day.year}"
    forms = (
        ordinal(day),
        plain,
        plain,
        f"{day.day} {day:%b %Y}",
        f"{day:%A} {plain}",
        f"{day.day} {day:%b %y}",
    )
    return _a_day(lot.choice(("", "", "", "By ", "by ")) + lot.choice(forms), day)


def figures(lot: Random, day: date) -> Said:
    """Draw a day in figures."""
    forms = ("%d.%m.%Y", "%d/%m/%Y", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%y")
    text = day.strftime(lot.choice(forms))
    if lot.random() < 0.15:
        text = f"{day.day}/{day.month}/{day.year}"
    return _a_day(text, day)


def _a_day(text: str, day: date) -> Said:
    truth = date_of(day.isoformat(), "deadline") | bounds(day, day)
    return Said(text, (truth | {"precision": "day"},))


def _year(lot: Random, day: date) -> Said:
    start = day.year if day.month > 3 else day.year - 1
    following = f"{(start + 1) % 100:02}"
    financial = f"{start}-04/{start + 1}-03"
    span = bounds(date(start, 4, 1), date(start + 1, 3, 31))
    later = day.year + lot.randint(1, 2)
    return lot.choice(
        (
            Said(str(day.year), (date_of(str(day.year), "deadline"),)),
            Said(f"{start}/{following}", (date_of(financial, "deadline") | span,)),
            Said(f"{start}-{following}", (date_of(financial, "deadline") | span,)),
            Said(f"{day.year}-{later}", (date_of(f"{day.year}/{later}", "deadline"),)),
            _academic(day),
            _end_of_year(lot, day.year),
        )
    )


def _academic(day: date) -> Said:
    start = day.year if day.month > 8 else day.year - 1
    text = f"Academic year {start}/{(start + 1) % 100:02}"
    return Said(text, (date_of(f"{start}-09/{start + 1}-08", "deadline") | {"precision": "academic_year"},))


def _end_of_year(lot: Random, year: int) -> Said:
    last = date(year, 12, 31)
    text = lot.choice(("End of {0}", "By the end of {0}", "by end {0}")).format(year)
    return Said(text, (date_of(str(year), "deadline") | bounds(last, last),))


def _end_of(lot: Random, day: date) -> Said:
    last = _end(day.year, day.month)
    text = f"{lot.choice(('End of', 'By the end of', 'End', 'By end of'))} {month_of(day)[0]}"
    return Said(text, (date_of(f"{day:%Y-%m}", "deadline") | bounds(last, last),))


def _part_of(lot: Random, day: date) -> Said:
    """Draw a part of a month or year, which is the whole of it."""
    text, edtf = lot.choice((month_of(day), (str(day.year), str(day.year))))
    return Said(f"{lot.choice(('Early', 'Mid', 'Late'))} {text}", (date_of(edtf, "deadline"),))


def _range(lot: Random, day: date) -> Said:
    """Draw a span of months from that of the day."""
    count = day.year * 12 + day.month - 1 + lot.randint(1, 5)
    last = date(count // 12, count % 12 + 1, 1)
    year = "" if last.year == day.year else f" {day.year}"
    text = f"{month_name[day.month]}{year} {lot.choice(('to', '-', '–'))} {month_of(last)[0]}"
    if last.month == day.month + 1 and lot.random() < 0.5:
        text = f"{month_name[day.month]}/{month_of(last)[0]}"
    span = bounds(day.replace(day=1), _end(last.year, last.month))
    return Said(text, (date_of(f"{day:%Y-%m}/{last:%Y-%m}", "deadline") | span | {"precision": "span"},))


def _quarter(lot: Random, day: date) -> Said:
    """Draw the quarter of the financial year that a day is in."""
    first = (day.month - 1) // 3 * 3 + 1
    number, start = ((first - 4) // 3 + 1, day.year) if first > 3 else (4, day.year - 1)
    form = lot.choice(
        ("Q{0} {1}", "Quarter {0} {1}", "Quarter {0} of {1}", "Q{0} ({1})", "{2} Quarter - {3}")
    )
    months = f"{month_name[first]} to {month_name[first + 2]} {day.year}"
    text = form.format(number, f"{start}/{(start + 1) % 100:02}", _numbered(number), months)
    edtf = f"{day.year}-{first:02}/{day.year}-{first + 2:02}"
    span = bounds(date(day.year, first, 1), _end(day.year, first + 2))
    return Said(text, (date_of(edtf, "deadline") | span,))


def _season(lot: Random, day: date) -> Said:
    name, (code, first, last) = lot.choice(list(_SEASONS.items()))
    year = day.year + 1
    span = bounds(date(year, first, 1), _end(year, last))
    text = f"{lot.choice(('', '', 'Early ', 'By ', 'Late '))}{name} {year}"
    return Said(text, (date_of(f"{year}-{code}", "deadline") | span,))


def _term(lot: Random, day: date) -> Said:
    name, (first, last) = lot.choice(list(_TERMS.items()))
    year = day.year + 1
    text = lot.choice(("{0} term {1}", "{0} Term {1}")).format(name, year)
    return Said(text, (date_of(f"{year}-{first}/{year}-{last}", "deadline") | {"precision": "term"},))


def _week(lot: Random, day: date) -> Said:
    monday = day - timedelta(days=day.weekday())
    edtf = f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    text = f"{lot.choice(('w/c', 'Week commencing'))} {monday.day} {month_of(monday)[0]}"
    return Said(text, (date_of(edtf, "deadline") | {"precision": "week"},))


def _no_date(lot: Random, _day: date) -> Said:
    text = lot.choice(("Ongoing", "Ongoing", *_WORDS_ALONE, *_RECURRING))
    if text in _RECURRING:
        return Said(text, (date_of(None, "recurring") | {"recurrence": _RECURRING[text]},))
    return Said(text, (date_of(None, _WORDS_ALONE[text]),))


def _done(lot: Random, day: date) -> Said:
    """Draw a status where a date should be, or beside one: when it was done."""
    if lot.random() < 0.5:
        return Said(
            lot.choice(("Completed", "Complete", "COMPLETED")), (date_of(None, "completed"),), "completed"
        )
    text, edtf = lot.choice((month_of(day)[0], f"{day:%b %Y}")), f"{day:%Y-%m}"
    form = lot.choice(("{1} DONE", "Completed {0}", "{0} - Completed", "{0} – complete", "Completed ({0})"))
    return Said(form.format(text, f"{day:%b %Y}"), (date_of(edtf, "completed"),), "completed")


def _start(lot: Random, day: date) -> Said:
    text, edtf = month_of(day)
    if lot.random() < 0.5:
        return Said(f"{lot.choice(('From', 'Commencing', 'Commence'))} {text}", (date_of(edtf, "start"),))
    form = lot.choice(("{0} onwards", "Commencing {0} and ongoing", "From {0} onwards"))
    return Said(form.format(text), (date_of(f"{edtf}/..", "start"),))


def _review(lot: Random, day: date) -> Said:
    text, edtf = lot.choice((month_of(day), (f"{day:%d.%m.%Y}", day.isoformat())))
    return Said(lot.choice(("Review {0}", "{0} Review")).format(text), (date_of(edtf, "review"),))


def _event(lot: Random, day: date) -> Said:
    event, mark = lot.choice(("Cabinet", "Full Council")), lot.choice(("–", "-", "on"))
    return Said(f"{event} {mark} {day.day} {month_of(day)[0]}", ({"edtf": day.isoformat()},))


def _several(lot: Random, day: date) -> Said:
    """Draw two bare dates: nothing marks a change, so the first is a milestone."""
    later = day + timedelta(days=lot.randint(60, 300))
    form = lot.choice((in_words, figures))
    one, other = form(lot, day), form(lot, later)
    text = f"{one.text}{lot.choice((chr(10), chr(10), ' and ', ', '))}{other.text}"
    return Said(text, ({**one.truth[0], "role": "milestone"}, *other.truth))


def _revised(lot: Random, day: date) -> Said:
    """Draw two dates of which words tell that the second took the place of the first."""
    (one, first), (other, last) = month_of(day), month_of(day + timedelta(days=lot.randint(60, 300)))
    form = lot.choice(
        ("{0}\nRevised: {1}", "{0} (revised to {1})", "Original: {0}\nRevised: {1}", "{0} revised to {1}")
    )
    return Said(form.format(one, other), (date_of(first, "superseded"), date_of(last, "deadline")))


def _stages(lot: Random, day: date) -> Said:
    later = day + timedelta(days=lot.randint(60, 300))
    (one, first), (other, last) = month_of(day), month_of(later)
    truth: tuple[Truth, ...] = (date_of(first, "milestone"), {"edtf": last})
    return Said(f"1st draft {one}, final report {other}", truth)


def _targets(lot: Random, day: date) -> Said:
    """Draw numbers to reach by dates of their own."""
    (one, first), (other, last) = month_of(day), month_of(day + timedelta(days=lot.randint(200, 400)))
    low, high = lot.choice(((50, 90), (5, 10), (25, 60)))
    truth: tuple[Truth, ...] = (
        date_of(first, "milestone") | {"target": {"quantity": low, "unit": "%"}},
        date_of(last, "milestone") | {"target": {"quantity": high, "unit": "%"}},
    )
    return Said(f"{low}% by {one} and {high}% by {other}", truth)


def _duration(lot: Random, _day: date) -> Said:
    text = lot.choice(list(_DURATIONS))
    return Said(text, ({"edtf": None, "duration": _DURATIONS[text]},))


# The forms of the survey of papers, and in how many papers each was met.
FORMS: tuple[tuple[Form, int], ...] = (
    (month, 21),
    (in_words, 14),
    (figures, 11),
    (_year, 9),
    (_no_date, 7),
    (_several, 5),
    (_range, 6),
    (_duration, 5),
    (_done, 5),
    (_start, 5),
    (_revised, 3),
    (_season, 2),
    (_term, 2),
    (_quarter, 2),
    (_end_of, 3),
    (_stages, 2),
    (_targets, 2),
    (_review, 2),
    (_event, 2),
    (_week, 1),
    (_part_of, 1),
)
