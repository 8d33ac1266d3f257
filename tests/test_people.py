"""Who is a person: names of many cultures, never places, organisations or nationalities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.people import find_people, surname

NAMED = [
    ("Envoy Ana Ruiz Soto quit on Monday.", {"Ana Ruiz Soto"}),  # Hispanic double surname
    ("President Omar al-Sadiq resigned.", {"Omar al-Sadiq"}),
    ("Foreign Minister Li Wenbo spoke. Li said no.", {"Li Wenbo"}),  # family name first
    ("Gen Abdel Karim Toure, 61, was sacked.", {"Abdel Karim Toure"}),
    ("Volodymyr Kravets said he would stay.", {"Volodymyr Kravets"}),
    ("The mayor, Jean-Luc O'Brien, left.", {"Jean-Luc O'Brien"}),
    ("J. R. van der Meer said no.", {"J. R. van der Meer"}),
    ("Andrew and Tristan Cole were arrested.", {"Andrew Cole", "Tristan Cole"}),
    ("Suspended President Choi Min-ho arrived.", {"Choi Min-ho"}),
    ("The head of the water board, Aylin Demir, was fired.", {"Aylin Demir"}),
    ("Bishop Jonas Lind of Leeds stood down.", {"Jonas Lind"}),
    ("Conrad Hall, the mayor, met Samantha Power.", {"Conrad Hall", "Samantha Power"}),  # surnames that are words
    ("In a statement Angela May said no. She went on May 5.", {"Angela May"}),
    ("The president of the Provincial Railways Krzysztof Berg quit.", {"Krzysztof Berg"}),
    ("A Downing Street source told the Daily Telegraph about New York.", set()),
    ("The European Union and the Supreme Court met in South Africa.", set()),
    ("Russian and Ukrainian troops met on Monday in March.", set()),
    ("", set()),
]


@pytest.mark.parametrize(("text", "persons"), NAMED, ids=[text[:30] for text, _ in NAMED])
def test_names(text: str, persons: set[str]) -> None:
    assert {name.person for name in find_people(text).names} == persons


def test_a_surname_points_to_the_full_name() -> None:
    found = find_people("Kenji Ito said he was tired. Ito left. Mr Ito slept.")
    assert [name.person for name in found.names] == ["Kenji Ito"] * 3


def test_a_shared_surname_points_to_nobody() -> None:
    found = find_people("Kenji Ito said no. Maria Ito said yes. Ito left.")
    assert "Ito" not in [name.text for name in found.names]


def test_titles_tell_the_sex() -> None:
    found = find_people("Ms Ana Ruiz said no. Mr Kenji Ito said yes.")
    assert found.female == {"Ana Ruiz"} and found.male == {"Kenji Ito"}


def test_surname_of_nothing() -> None:
    assert surname("") == ""


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    for name in find_people(text).names:
        assert text[name.start : name.end] == name.text
        assert name.person.strip() and "\n" not in name.person
