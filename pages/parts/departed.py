"""Who left, in the order in which they left, from many thousand events as quickly as from ten."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import numpy as np
import pandas as pd

from pages.text.wording import Row
from pipeline.query.postings import Numbers, once
from pipeline.tables.files import Tables, split_list

APPOINTED: Final = "appointment"

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


def officials(events: pd.DataFrame, tables: Tables) -> Numbers:
    """A number for each person who left in these events, and for each of them that names nobody, by when they left.

    Who left only in what is told as background comes last. Who is only appointed did not leave.
    """
    left = ((events["category"] == "leaving") & (events["type"] != APPOINTED)).to_numpy()
    places = events.index.to_numpy()[left]
    behind = np.argsort(events["background"].to_numpy()[left], kind="stable")
    named, rank = _named(tables), np.full(len(tables.events), -1)
    rank[places[behind]] = np.arange(len(places))
    ranks = rank[named.events]
    theirs = np.flatnonzero(ranks >= 0)
    return pd.unique(named.persons[theirs[np.argsort(ranks[theirs], kind="stable")]])


def who(numbers: Iterable[int], events: pd.DataFrame, tables: Tables) -> Iterator[Official]:
    """Of these officials, what of these events is about leaving, in their order."""
    named, at = _named(tables), np.full(len(tables.events), -1)
    leaving = np.flatnonzero((events["category"] == "leaving").to_numpy())
    at[events.index.to_numpy()[leaving]] = leaving
    chosen = list(numbers)
    found = [at[named.events[named.persons == number]] for number in chosen]
    found = [np.sort(places[places >= 0]) for places in found]
    # Taken together and cut: sixty frames taken one by one would take long.
    rows = events.iloc[np.concatenate(found)].to_dict("records") if found else []
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
