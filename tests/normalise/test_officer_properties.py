"""Cells composed of names and titles in every punctuation read back to the same people."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from normalise.values.officer_words import words_of
from normalise.values.officers import read_officers

GIVEN = """
Ann Tunde Siân Gruffudd Eilidh Ruairí Siobhán Aoife Priya Harpreet Zainab Mohammed Nguyễn Wei Xiaoming Łukasz
Agnieszka Zsófia İpek Ángel Lucía João Björn Ingrid Chukwuemeka Ngozi Kwame Abdirahman Yetunde Thandiwe Dmitri
Oksana Eleni Ioannis Hiroshi Yuki Min-jun Jean-Pierre Mary-Kate Renée Farah Reza Shira Tevita Aroha Blessing
"""
FAMILY = """
Osei Okafor Okonkwo-Eze Llewellyn Prys-Jones MacAulay O'Neill O’Hara D'Souza Balasubramaniam Sandhu Begum Khan
Al-Hassan Mai Zhang Wójcik Krzyżanowska Szűcs Yılmaz Muñoz-Peña Guðmundsdóttir Østergård Boateng Mohamed Ngata
Ivanova Papadopoulos Watanabe Fitzsimons McDonald Lefèvre Hosseini Cohen Taufa Smith Featherstonehaugh Adeyemi
"""
PARTICLES = ["", "", "", "van der ", "de la ", "ap ", "bin ", "Ó ", "Mac ", "von ", "dos "]
LETTERS = "abcdefghijklmnopqrstuvwyzáéíóúäöüñçłşğåøæ"

SUBJECTS = """
Housing Planning Finance Highways Education Licensing Safeguarding Procurement Libraries Waste Culture Parking
Communities Leisure Regeneration
"""
HEADS = ["Manager", "Officer", "Team Leader", "Director", "Adviser", "Coordinator", "Surveyor", "Lead"]
OPENERS = ["", "", "Senior ", "Interim ", "Assistant ", "Principal ", "Deputy "]


def invented(alphabet: str) -> st.SearchStrategy[str]:
    """A capitalised word that no vocabulary has."""
    words = st.text(alphabet, min_size=4, max_size=9).map(str.capitalize)
    return words.filter(lambda word: words_of(word).classes == "N")


FIRSTS = st.one_of(st.sampled_from(GIVEN.split()), invented(LETTERS))
LASTS = st.builds(
    str.__add__, st.sampled_from(PARTICLES), st.one_of(st.sampled_from(FAMILY.split()), invented(LETTERS))
)
MIDDLES = st.one_of(st.just(""), st.just(""), st.sampled_from("ABCDEFGHJKLMNPRSTW"), FIRSTS)
NAMES = st.builds(lambda *parts: " ".join(filter(None, parts)), FIRSTS, MIDDLES, LASTS)
SUBJECT = st.one_of(
    st.sampled_from(SUBJECTS.split()),
    st.lists(st.sampled_from(SUBJECTS.split()), min_size=2, max_size=2, unique=True).map(" and ".join),
    st.lists(st.sampled_from(SUBJECTS.split()), min_size=2, max_size=2, unique=True).map(" & ".join),
)
TITLES = st.one_of(
    st.builds(
        "{}{} {}".format, st.sampled_from(OPENERS), st.sampled_from(SUBJECTS.split()), st.sampled_from(HEADS)
    ),
    st.builds("{}Head of {}".format, st.sampled_from(["", "Interim "]), SUBJECT),
    st.builds("{}Director of {}".format, st.sampled_from(["", "Assistant ", "Corporate "]), SUBJECT),
    st.builds("Head of Service ({})".format, st.sampled_from(SUBJECTS.split())),
)


class Person(NamedTuple):
    """A person whom a cell names."""

    name: str
    title: str


PEOPLE = st.lists(st.builds(Person, NAMES, TITLES), min_size=1, max_size=3, unique_by=lambda one: one.name)
FORMS = [
    "{0}, {1}",
    "{0} - {1}",
    "{0} – {1}",
    "{0}: {1}",
    "{0} ({1})",
    "{0} {1}",
    "{1}, {0}",
    "{1} - {0}",
    "{1}: {0}",
    "{1} ({0})",
    "{1} {0}",
]
JOINERS = ["; ", "\n", " / ", " and ", " & ", ", and ", "; and "]


@settings(max_examples=1500, deadline=None, database=None, derandomize=True)
@given(PEOPLE, st.sampled_from(FORMS), st.sampled_from(JOINERS))
def test_names_with_titles(people: list[Person], form: str, joiner: str) -> None:
    assume(not ("(" in people[0].title and "({" in form))
    cell = joiner.join(form.format(*one) for one in people)
    reading = read_officers(cell)
    assert [(one.name, one.role, one.kind) for one in reading.officers] == [
        (one.name, one.title, "person") for one in people
    ]
    assert reading.unparsed == ()


@settings(max_examples=800, deadline=None, database=None, derandomize=True)
@given(
    st.lists(NAMES, min_size=1, max_size=5, unique=True),
    st.sampled_from([", ", "; ", "\n", "/", " / ", " and ", " & ", " + ", " | "]),
)
def test_names_alone(names: list[str], joiner: str) -> None:
    reading = read_officers(joiner.join(names))
    assert [(one.name, one.role, one.kind) for one in reading.officers] == [
        (name, None, "person") for name in names
    ]


@settings(max_examples=400, deadline=None, database=None, derandomize=True)
@given(
    st.lists(NAMES, min_size=2, max_size=4, unique=True),
    st.sampled_from(["Group Managers", "Principal Officers"]),
)
def test_one_plural_title_over_several_names(names: list[str], title: str) -> None:
    cell = f"{', '.join(names[:-1])} and {names[-1]}, {title}"
    assert [(one.name, one.role) for one in read_officers(cell).officers] == [(name, title) for name in names]


@settings(max_examples=400, deadline=None, database=None, derandomize=True)
@given(st.lists(TITLES, min_size=1, max_size=4, unique=True), st.sampled_from(["; ", "\n", " / "]))
def test_posts_alone(titles: list[str], joiner: str) -> None:
    reading = read_officers(joiner.join(titles))
    assert [(one.name, one.role, one.kind) for one in reading.officers] == [
        (None, title, "post") for title in titles
    ]
