"""A date that is known, written in every form, reads back as that date; text without dates gives none."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from normalise.values.dates import read_action_dates, read_due_cell

MONTHS = [
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
]
WEEKDAYS = ["Monday", "Tues", "Wed", "Thursday", "Fri", "Saturday", "Sunday"]
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2049, 12, 31))
BY = st.sampled_from(["", "By ", "before ", "no later than ", "Due: ", "Cabinet – ", "by the "])
BLANK = st.sampled_from([" ", "  ", "\n", "\u00a0"])


def ordinal(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@st.composite
def written_days(draw: st.DrawFn) -> tuple[str, date]:
    """A day as a paper may write it, and the day."""
    day = draw(DAYS)
    long, short = MONTHS[day.month - 1]
    blank = draw(BLANK)
    figures = draw(st.sampled_from(["{d}{s}{m}{s}{y}", "{d:02}{s}{m:02}{s}{y}", "{d:02}{s}{m:02}{s}{y2:02}"]))
    sign = draw(st.sampled_from(["/", ".", "-"]))
    forms = [
        f"{day.day}{blank}{long}{blank}{day.year}",
        f"{day.day}{ordinal(day.day)} {long}, {day.year}",
        f"{day.day}{ordinal(day.day)} of {long} {day.year}",
        f"{WEEKDAYS[day.weekday()]} {day.day} {short} {day.year}",
        f"{day.day}-{short}-{day.year % 100:02}",
        f"{day.day} {short.upper()} '{day.year % 100:02}",
        f"{long} {day.day}{ordinal(day.day)}, {day.year}",
        day.isoformat(),
        figures.format(d=day.day, m=day.month, y=day.year, y2=day.year % 100, s=sign),
    ]
    return draw(BY) + draw(st.sampled_from(forms)), day


@st.composite
def written_months(draw: st.DrawFn) -> tuple[str, date, date]:
    """A month as a paper may write it, its first and its last day."""
    day = draw(DAYS)
    long, short = MONTHS[day.month - 1]
    year = day.year % 100
    forms = [
        f"{long} {day.year}",
        f"{long.upper()}{draw(BLANK)}{day.year}",
        f"{short}-{year:02}",
        f"{short} '{year:02}",
        f"{short}. {day.year}",
        f"mid {long} {day.year}",
        f"{day.month:02}/{day.year}",
    ]
    last = monthrange(day.year, day.month)[1]
    return draw(BY) + draw(st.sampled_from(forms)), day.replace(day=1), day.replace(day=last)


@st.composite
def written_quarters(draw: st.DrawFn) -> tuple[str, date, date]:
    """A quarter of a financial year as a paper may write it, its first and its last day."""
    year, number = draw(st.integers(2000, 2048)), draw(st.integers(1, 4))
    first = date(year + (number == 4), (3 * number) % 12 + 1, 1)
    last = (first + timedelta(days=95)).replace(day=1) - timedelta(days=1)
    named = draw(st.sampled_from(["Q{n}", "Quarter {n}", "Qtr {n}", "Q{n} of", "Q{n} FY"])).format(n=number)
    long = f"{year}{draw(st.sampled_from('/-–'))}{(year + 1) % 100:02}"
    short = f"{year % 100:02}{draw(st.sampled_from('/-'))}{(year + 1) % 100:02}"
    pair = draw(st.sampled_from([long, short]))
    text = draw(st.sampled_from([f"{named} {pair}", f"{long} Q{number}", f"Quarter {number} ({long})"]))
    return text, first, last


@settings(deadline=None)
@given(written_days())
def test_a_day_reads_back(written: tuple[str, date]) -> None:
    text, day = written
    [value] = read_due_cell(text, known=date(2020, 6, 1)).dates
    assert (value.earliest, value.latest, value.edtf) == (day, day, day.isoformat())
    assert (value.precision, value.role, value.basis) == ("day", "deadline", "due_column")


@settings(deadline=None)
@given(written_months())
def test_a_month_reads_back(written: tuple[str, date, date]) -> None:
    text, first, last = written
    [value] = read_due_cell(text, known=date(2020, 6, 1)).dates
    assert (value.earliest, value.latest, value.edtf) == (first, last, f"{first:%Y-%m}")


@settings(deadline=None)
@given(written_quarters())
def test_a_quarter_reads_back(written: tuple[str, date, date]) -> None:
    text, first, last = written
    [value] = read_due_cell(text, known=date(2020, 6, 1)).dates
    assert (value.earliest, value.latest, value.precision, value.basis) == (
        first,
        last,
        "quarter",
        "due_column",
    )
    ended = read_due_cell(f"end of {text}", known=None).dates[0]
    assert (ended.earliest, ended.latest, ended.edtf) == (last, last, value.edtf)


@settings(deadline=None)
@given(written_days(), written_days())
def test_a_date_that_was_struck_through_is_superseded(old: tuple[str, date], new: tuple[str, date]) -> None:
    text = f"{old[0]}\n{new[0]}"
    reading = read_due_cell(text, known=date(2020, 6, 1), struck=[(0, len(old[0]))])
    assert [(one.earliest, one.role) for one in reading.dates] == [
        (old[1], "superseded"),
        (new[1], "deadline"),
    ]


PLAIN = [
    "by post",
    "residents may march with officers",
    "£5,000",
    "10%",
    "paragraph 3.2",
    "v1.4",
    "24/7",
    "Grade 2",
    "Band D",
    "tel 01642 526203",
    "minute 12/23",
    "Phase 2",
    "5 schools",
    "9/10 people",
    "COVID-19",
    "Section 106",
    "Year 11",
    "KS4",
    "9.30am",
    "A19",
    "16-25 year olds",
    "1,500 homes by the river",
    "the second item",
    "ext 2024",
    "3 by 3 metres",
    "cut by 20%",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=6))
def test_text_without_dates_gives_none(parts: list[str]) -> None:
    text = "; ".join(parts)
    known = date(2023, 6, 14)
    assert not any(one.edtf or one.duration for one in read_due_cell(text, known=known).dates)
    for combined in (False, True):
        assert not read_action_dates(text, combined=combined, known=known).dates
