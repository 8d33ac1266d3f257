"""query: a filter survives the address; unknown values are ignored with a notice; dates know their uncertainty."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models import Event, EventDate, Evidence, Person
from pipeline.query.filter import SORTS, WITHIN, Filter, apply, options, read_filter, to_query, undated
from pipeline.tables.files import Tables, read_tables, write_tables
from tests.factories import day, days


def an_event(name: str, kind: str, category: str, when: EventDate, **fields: object) -> Event:
    return Event(
        name,
        category,
        kind,
        f"Headline of {name}",
        date=when,
        **{"status": "reported", "articles": ("a1",), "origins": ("Wire",), **fields},
    )


EVENTS = [
    an_event("year", "appointment", "leaving", days("2020-01-01", "2020-12-31", "year"), persons=("Aino Virtanen",), person_ids=("aino-virtanen",)),
    an_event("week", "resignation", "leaving", days("2024-04-29", "2024-05-05", "week"), persons=("Aino Virtanen", "José Núñez"),
             person_ids=("aino-virtanen", "jose-nunez"), origins=("Wire", "Agency"), status="confirmed"),
    an_event("day", "strike", "military", day("2024-05-06"), place="Odesa", country="Ukraine"),
    an_event("reported", "ban", "pressure", day("2024-05-08", "reported"), origins=("Agency",)),
    an_event("undated", "departure", "leaving", EventDate(), persons=("José Núñez",), person_ids=("jose-nunez",)),
]  # fmt: skip
PEOPLE = [
    Person("aino-virtanen", "Aino Virtanen", ("Aino Wirtanen",), events=("year", "week")),
    Person("jose-nunez", "José Núñez", events=("week", "undated")),
]


@cache
def the_tables() -> Tables:
    with TemporaryDirectory() as folder:
        texts = {e.event_id: f"Quote about {e.event_id} in Łódź" for e in EVENTS}
        claims = [
            Evidence(e.event_id, e.event_id, "act", e.type, text, 0, len(text), "happened", "", "reporter")
            for e, text in zip(EVENTS, texts.values(), strict=True)
        ]
        write_tables(Path(folder), EVENTS, claims, PEOPLE, texts)
        return read_tables(Path(folder))


def found(query: str) -> list[str]:
    chosen, _ = read_filter(parse_qsl(query), the_tables())
    return list(apply(chosen, the_tables())["event_id"])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["year", "week", "day", "reported", "undated"]),
        ("person=Aino+Virtanen", ["year", "week"]),
        ("person=jose-nunez", ["week", "undated"]),
        ("person=jose+nunez&person=aino-virtanen", ["year", "week", "undated"]),
        ("category=leaving&status=confirmed", ["week"]),
        ("category=justice", []),
        ("type=strike&type=ban", ["day", "reported"]),
        ("type=resignation+attempt&type=Departure", ["undated"]),
        ("type=resignation_attempt&type=departure", ["undated"]),
        ("place=Ukraine", ["day"]),
        ("place=odesa", ["day"]),
        ("source=Agency", ["week", "reported"]),
        ("from=2024-05-01", ["week", "day", "reported"]),
        ("from=2024-05-01&within=certain", ["day"]),
        ("to=2024-05-08&within=certain", ["year", "week", "day", "reported"]),
        ("from=2020-06-01&to=2020-06-30", ["year"]),
        ("from=2020-06-01&to=2020-06-30&within=certain", []),
        ("from=2024-05-06&to=2024-05-01", ["week", "day"]),
        ("q=lodz", ["year", "week", "day", "reported", "undated"]),
        ("q=wirtanen", ["year", "week"]),
        ("q=virtanen+week", ["week"]),
        ("q=[(", []),
        ("sort=newest", ["reported", "day", "week", "year", "undated"]),
        ("sort=most+sources", ["week", "year", "day", "reported", "undated"]),
        ("zz=1&id=7&at=9", ["year", "week", "day", "reported", "undated"]),
    ],
)
def test_what_a_query_finds(query: str, expected: list[str]) -> None:
    assert found(query) == expected


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("person=Nobody", "Unknown person “Nobody”: ignored."),
        ("category=war", "Unknown category “war”: ignored."),
        ("from=2022-99-99", "Unknown “from” date “2022-99-99”: ignored."),
        ("from=0001-01-01", "Unknown “from” date “"),
        ("within=maybe", "Unknown within “maybe”: ignored."),
        ("sort=%00%00", "Unknown sort “"),
        ("from=2024-05-06&to=2024-05-01", "the two dates were swapped"),
        ("place=" + "x" * 5000, "x" * 40 + "…"),
        ("person=%E2%80%AEgnp.exe", "Unknown person “gnp.exe”: ignored."),
    ],
)
def test_nonsense_is_dropped_with_a_line(query: str, says: str) -> None:
    _, notices = read_filter(parse_qsl(query), the_tables())
    assert len(notices) == 1 and says in notices[0]


def test_a_good_address_gives_no_line() -> None:
    assert (
        read_filter(parse_qsl("person=aino-virtanen&from=2024-05-01&q=x&sort=newest&within=certain"), the_tables())[1]
        == ()
    )


def test_undated_events_are_counted_where_a_date_filter_hides_them() -> None:
    assert undated(Filter(), the_tables()) == 0
    assert undated(Filter(start=date(2024, 5, 1)), the_tables()) == 1
    assert undated(Filter(start=date(2024, 5, 1), category=("military",)), the_tables()) == 0


DAYS = st.none() | st.dates(date(1990, 1, 1), date(2035, 12, 31))


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    known = options(the_tables())
    lists = {
        name: tuple(draw(st.lists(st.sampled_from(values), unique=True))) for name, values in known.items() if values
    }
    start, end = draw(DAYS), draw(DAYS)
    if start and end and start > end:
        start, end = end, start
    words = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_categories=("C",)), max_size=30)
    return Filter(
        **lists,
        start=start,
        end=end,
        within=draw(st.sampled_from(WITHIN)),
        q=draw(words),
        sort=draw(st.sampled_from(SORTS)),
    )


@given(filters())
def test_every_filter_survives_the_address(chosen: Filter) -> None:
    again, notices = read_filter(parse_qsl(to_query(chosen), keep_blank_values=True), the_tables())
    assert again == replace(chosen, q=" ".join(chosen.q.split())) and notices == ()
    assert list(apply(again, the_tables())["event_id"]) == list(apply(chosen, the_tables())["event_id"])


@given(filters())
def test_certain_is_a_part_of_possible(chosen: Filter) -> None:
    certain, possible = (
        set(apply(replace(chosen, within=w), the_tables())["event_id"]) for w in ("certain", "possible")
    )
    assert certain <= possible


@given(
    st.lists(st.tuples(st.text(max_size=10) | st.sampled_from(["person", "from", "q", "sort"]), st.text(max_size=20)))
)
def test_no_address_raises(pairs: list[tuple[str, str]]) -> None:
    chosen, _ = read_filter(pairs, the_tables())
    apply(chosen, the_tables())
