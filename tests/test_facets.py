"""facets: a count is what choosing that value would give. filter_in_words: the filter as one line."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from pipeline.query.facets import facets, offered
from pipeline.query.filter import LISTS, Filter, apply
from pipeline.query.summary import conditions_in_words, filter_in_words, period_in_words
from pipeline.tables.files import Tables
from tests.test_query import filters, the_tables


@given(filters())
def test_a_count_is_what_choosing_the_value_would_give(chosen: Filter) -> None:
    counts = facets(chosen, the_tables())
    assert tuple(counts) == LISTS
    for name in LISTS:
        for value, count in counts[name].items():
            assert count == len(apply(replace(chosen, **{name: (value,)}), the_tables())), (name, value)


@pytest.mark.parametrize(
    ("chosen", "name", "counts"),
    [
        (Filter(), "person", {"Aino Virtanen": 2, "José Núñez": 2}),
        (Filter(), "category", {"leaving": 3, "pressure": 1, "military": 1}),
        (Filter(category=("military",)), "category", {"leaving": 3, "pressure": 1, "military": 1}),
        (Filter(category=("military",)), "person", {}),
        (Filter(category=("justice",), person=("José Núñez",)), "category", {"leaving": 2, "justice": 0}),
        (Filter(category=("military",), person=("José Núñez",)), "person", {"José Núñez": 0}),
        (Filter(), "place", {"Odesa": 1, "Ukraine": 1}),
        (Filter(), "source", {"Wire": 4, "Agency": 2}),
        (Filter(q="virtanen"), "status", {"confirmed": 1, "reported": 1}),
        (Filter(start=date(2024, 5, 1)), "type", {"resignation": 1, "ban": 1, "strike": 1}),
    ],
)
def test_counts(chosen: Filter, name: str, counts: dict[str, int]) -> None:
    assert list(facets(chosen, the_tables())[name].items()) == list(counts.items())


def test_tables_without_events_count_nothing() -> None:
    whole = the_tables()
    empty = Tables(whole.events[:0], whole.evidence[:0], whole.people[:0])
    assert facets(Filter(), empty) == {name: {} for name in LISTS}
    assert apply(Filter(q="x", start=date(2024, 1, 1), sort="most sources"), empty).empty


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-03-01", "2022-03-31", "March 2022"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-27", "1–27 February 2023"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2021-01-01", "2022-12-31", "2021–2022"),
        ("2022-03-01", "2022-05-31", "March–May 2022"),
        ("2021-11-01", "2022-03-31", "November 2021 – March 2022"),
        ("2022-03-01", "2022-03-18", "1–18 March 2022"),
        ("2022-03-05", "2022-04-30", "5 March – 30 April 2022"),
        ("2022-03-05", "2022-03-05", "5 March 2022"),
        ("2022-03-01", "", "since 1 March 2022"),
        ("", "2022-03-31", "until 31 March 2022"),
        ("", "", ""),
    ],
)
def test_days_in_words(start: str, end: str, words: str) -> None:
    assert period_in_words(*(date.fromisoformat(day) if day else None for day in (start, end))) == words


@pytest.mark.parametrize(
    ("chosen", "shown", "line"),
    [
        (Filter(), 5, "5 events"),
        (Filter(sort="newest"), 5, "5 events · newest first"),
        (Filter(person=("Aino Virtanen",), start=date(2022, 3, 1), end=date(2022, 3, 31)), 0,
         "0 of 5 events · Aino Virtanen · March 2022 · uncertain dates included"),
        (Filter(person=("A", "B", "C"), within="certain", start=date(2022, 3, 1)), 1, "1 of 5 events · A, B or C · since 1 March 2022 · certain dates only"),
        (Filter(type=("resignation_attempt",), source=("Wire", "Agency"), q="two words", sort="most sources"), 2,
         "2 of 5 events · resignation attempt · by Wire or by Agency · “two words” · most sources first"),
        (Filter(place=tuple("ABCDEFG")), 2, "2 of 5 events · A, B, C, D, E or 2 more"),
        (Filter(within="certain"), 5, "5 events"),
    ],
)  # fmt: skip
def test_the_filter_in_words(chosen: Filter, shown: int, line: str) -> None:
    assert filter_in_words(chosen, the_tables(), shown) == line


@given(filters())
def test_words_are_said_exactly_where_something_narrows(chosen: Filter) -> None:
    assert bool(conditions_in_words(chosen)) == (replace(chosen, sort="oldest", within="possible") != Filter())


def test_of_too_many_values_those_with_the_most_events_are_offered_and_those_chosen() -> None:
    tables = the_tables()
    assert offered("person", 2, Filter(), tables) == ("Aino Virtanen", "José Núñez")
    assert offered("person", 1, Filter(), tables) == ("Aino Virtanen",)
    assert offered("person", 1, Filter(type=("departure",)), tables) == ("José Núñez",)
    assert offered("person", 1, Filter(person=("José Núñez",)), tables) == ("Aino Virtanen", "José Núñez")
    assert offered("person", 0, Filter(), tables) == ()
