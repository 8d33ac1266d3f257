"""officials: who has a card, in which order, with which events."""

import pandas as pd
import pytest

from pages.parts.departed import leavers, leavers_with_events
from pipeline.tables.files import Tables

COLUMNS = ("event_id", "category", "type", "background", "persons", "person_ids")
ROWS = [
    ("0", "leaving", "appointment", False, "Ann; Bo", "ann; bo"),
    ("1", "leaving", "resignation", True, "Cy", "cy"),
    ("2", "leaving", "resignation", False, "Dee; Bo", "dee; bo"),
    ("3", "military", "strike", False, "Eve", "eve"),
    ("4", "leaving", "dismissal", False, "", ""),
    ("5", "leaving", "departure", False, "Bo", "bo"),
    ("6", "leaving", "appointment", False, "", ""),
]


@pytest.fixture
def tables() -> Tables:
    return Tables(pd.DataFrame(ROWS, columns=COLUMNS), pd.DataFrame(), pd.DataFrame())


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # who left by when they left, the unnamed among them, background last; who is only appointed is not there
        (range(7), ["dee 2", "bo 0,2,5", " 4", "cy 1"]),
        (range(6, -1, -1), ["bo 5,2,0", " 4", "dee 2", "cy 1"]),
        ([0, 3, 6], []),
        ([1], ["cy 1"]),
        ([], []),
    ],
)
def test_who_left_in_the_order_of_the_events(tables: Tables, rows: list[int], expected: list[str]) -> None:
    events = tables.events.iloc[list(rows)]
    found = leavers_with_events(leavers(events, tables).tolist(), events, tables)
    assert [f"{person_id} {','.join(event['event_id'] for event in of)}" for _, person_id, of in found] == expected


def test_of_very_many_the_first_are_enough(tables: Tables) -> None:
    numbers = leavers(tables.events, tables)[:2].tolist()
    assert [name for name, _, _ in leavers_with_events(numbers, tables.events, tables)] == ["Dee", "Bo"]
