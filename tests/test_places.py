"""Places under their modern names, in any spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.places import is_place, look_up

SPELLINGS = [
    ("Kiev", "Kyiv", "Ukraine"),
    ("Kharkov", "Kharkiv", "Ukraine"),
    ("Nikolaev", "Mykolaiv", "Ukraine"),
    ("Odessa", "Odesa", "Ukraine"),
    ("Makarov", "Makariv", "Ukraine"),
    ("Irpen", "Irpin", "Ukraine"),
    ("the UK", "United Kingdom", "United Kingdom"),
    ("US", "United States", "United States"),
    ("the Gaza Strip", "Gaza", "Palestinian Territory"),
    ("Lima", "Lima", "Peru"),
]


@pytest.mark.parametrize(("spelling", "name", "country"), SPELLINGS)
def test_spellings(spelling: str, name: str, country: str) -> None:
    place = look_up(spelling)
    assert place and (place.name, place.country) == (name, country)


def test_a_city_has_a_point_and_a_country_has_none() -> None:
    city, country = look_up("Kyiv"), look_up("Ukraine")
    assert city and city.latitude and 50 < city.latitude < 51
    assert country and country.latitude is None and country.kind == "country"


@pytest.mark.parametrize("word", ["", "Narnia", "of", "Reading", "March", "xyzzy"])
def test_no_place(word: str) -> None:
    assert look_up(word) is None and not is_place(word)


@given(st.text(max_size=40))
def test_any_text_may_be_asked(text: str) -> None:
    look_up(text)
