"""Departures, and the officials who left or tried to, in the order of their leaving."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import numpy as np
import pandas as pd

from pages.text.wording import Row, as_rows
from pipeline.query.postings import Numbers, once
from pipeline.tables.files import Tables, split_list

APPOINTED: Final = "appointment"
LEFT: Final = ("resignation", "dismissal", "departure", "defection")
SURE: Final = ("confirmed", "reported")

Official = tuple[str, str, list[Row]]
"""Name, person_id and leaving events; "" for both where nobody is named."""


@dataclass(frozen=True, eq=False)
class _Named:
    """Each person named in each event: the event's position, and the person's number in `ids`.

    An event that names nobody has one entry, with a number below zero that no other event has.
    """

    events: Numbers
    persons: Numbers
    ids: tuple[str, ...]


def departures(events: pd.DataFrame) -> pd.Series:
    """Which of these events are departures: somebody left a post or the country, confirmed or reported, no background.

    An attempt that was stopped, an allegation and an appointment are none.
    """
    return events["type"].isin(LEFT) & events["status"].isin(SURE) & ~events["background"]


def leavers(events: pd.DataFrame, tables: Tables) -> Numbers:
    """A number for each person who left or tried to, and for each such event that names nobody, by date.

    Persons who left only in background events come last. An appointment alone is no leaving.
    """
    left = ((events["category"] == "leaving") & (events["type"] != APPOINTED)).to_numpy()
    rows = events.index.to_numpy()[left]
    behind = np.argsort(events["background"].to_numpy()[left], kind="stable")
    named, rank = _named(tables), np.full(len(tables.events), -1)
    rank[rows[behind]] = np.arange(len(rows))
    ranks = rank[named.events]
    theirs = np.flatnonzero(ranks >= 0)
    return pd.unique(named.persons[theirs[np.argsort(ranks[theirs], kind="stable")]])


def leavers_with_events(numbers: Iterable[int], events: pd.DataFrame, tables: Tables) -> Iterator[Official]:
    """These officials with their leaving events, in the order given."""
    named, at = _named(tables), np.full(len(tables.events), -1)
    leaving = np.flatnonzero((events["category"] == "leaving").to_numpy())
    at[events.index.to_numpy()[leaving]] = leaving
    chosen = list(numbers)
    found = [at[named.events[named.persons == number]] for number in chosen]
    found = [np.sort(offsets[offsets >= 0]) for offsets in found]
    # One frame, then cut: taking sixty frames one by one is slow.
    rows = as_rows(events.iloc[np.concatenate(found)]) if found else []
    ends = [0, *accumulate(map(len, found))]
    for number, first, last in zip(chosen, ends, ends[1:], strict=False):
        theirs = rows[first:last]
        yield (*(_name(named.ids[number], theirs[0]) if number >= 0 else ("", "")), theirs)


def _name(person_id: str, event: Row) -> tuple[str, str]:
    names = dict(zip(split_list(event["person_ids"]), split_list(event["persons"]), strict=False))
    return names[person_id], person_id


@once
def _named(tables: Tables) -> _Named:
    cells = [
        [person_id for person_id, _ in zip(split_list(ids), split_list(names), strict=False)]
        for ids, names in zip(tables.events["person_ids"].tolist(), tables.events["persons"].tolist(), strict=True)
    ]
    numbers: dict[str, int] = {}
    pairs = [
        (event, numbers.setdefault(person_id, len(numbers)) if person_id else -1 - event)
        for event, ids in enumerate(cells)
        for person_id in ids or [""]
    ]
    found = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return _Named(found[:, 0], found[:, 1], tuple(numbers))
