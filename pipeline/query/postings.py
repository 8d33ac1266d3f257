"""What is computed once for a set of tables and looked up often: which events hold a value or a word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from threading import Lock
from typing import Final, TypeAlias, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.tables.files import Tables

MANY: Final = 200
"""Values from which one pass over all rows is quicker than a slice for each value."""
T = TypeVar("T")
Numbers: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]


def once(compute: Callable[[Tables], T]) -> Callable[[Tables], T]:
    """Keep the result for each Tables as long as somebody holds them; a second caller waits for the first one's."""
    kept: WeakKeyDictionary[Tables, T] = WeakKeyDictionary()
    lock = Lock()

    @wraps(compute)
    def look_up(tables: Tables) -> T:
        with lock:
            if tables not in kept:
                kept[tables] = compute(tables)
            return kept[tables]

    return look_up


@dataclass(frozen=True, eq=False)
class Postings:
    """An inverted index: `rows[starts[n]:starts[n + 1]]` are the positions of the events that hold `values[n]`.

    The values are sorted by code point, so that those with one beginning lie together.
    """

    values: tuple[str, ...]
    starts: Numbers
    rows: Numbers
    events: int

    def mask(self, numbers: Iterable[int]) -> Mask:
        """True for the events that hold any of the values with these numbers."""
        found = np.zeros(self.events, dtype=np.bool_)
        chosen = np.fromiter(numbers, dtype=np.int64)
        if len(chosen) > MANY:
            wanted = np.zeros(len(self.values), dtype=np.bool_)
            wanted[chosen] = True
            found[self.rows[np.repeat(wanted, np.diff(self.starts))]] = True
            return found
        for n in chosen:
            found[self.rows[self.starts[n] : self.starts[n + 1]]] = True
        return found

    def counts(self, keep: Mask) -> Numbers:
        """For each value, how many of the kept events hold it."""
        running = np.concatenate(([0], np.cumsum(keep[self.rows])))
        return running[self.starts[1:]] - running[self.starts[:-1]]


def postings(cells: pd.Series, rows: Numbers, events: int, split: Callable[[str], Iterable[str]]) -> Postings:
    """Index the values that `split` finds in cells; `rows` says to which event (by position) each cell belongs.

    Each distinct cell is split once: quotes and names repeat over many rows.
    """
    codes, distinct = pd.factorize(cells)
    found: list[str] = []
    stops = [0]
    for cell in distinct.tolist():
        found.extend(split(cell))
        stops.append(len(found))
    values = sorted(set(found))
    numbers = {value: n for n, value in enumerate(values)}
    held = np.fromiter(map(numbers.__getitem__, found), dtype=np.int64, count=len(found))
    ends = np.array(stops)
    pairs = _distinct(rows * len(ends) + codes)  # an event has the same quote in several rows of evidence
    rows, codes = np.divmod(pairs, len(ends))
    held, owner = _spread(held, ends, codes)
    keys = _distinct(held * max(events, 1) + rows[owner])
    held, rows = np.divmod(keys, max(events, 1))
    return Postings(tuple(values), np.searchsorted(held, np.arange(len(values) + 1)), rows, events)


def _distinct(numbers: Numbers) -> Numbers:
    """Sorted, each once: twenty times as fast as `np.unique`, which hashes."""
    ordered = np.sort(numbers)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered


def _spread(found: Numbers, ends: Numbers, codes: Numbers) -> tuple[Numbers, Numbers]:
    """The values of each pair's cell in one array, and which pair each belongs to."""
    lengths = np.diff(ends)[codes]
    owner = np.repeat(np.arange(len(codes)), lengths)
    first = np.repeat(ends[codes] - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths) if len(codes) else owner
    return found[first + np.arange(len(owner))], owner


@once
def row_of(tables: Tables) -> "pd.Index[str]":
    """Event identifiers in table order: `get_indexer` gives positions, -1 for identifiers that are not there."""
    identifiers: pd.Index[str] = pd.Index(tables.events["event_id"])
    return identifiers


@once
def evidence_of(tables: Tables) -> Postings:
    """Positions in the evidence by event: value n is the event at position n, in the order of the file."""
    owner = row_of(tables).get_indexer(pd.Index(tables.evidence["event_id"]))
    order = np.argsort(owner, kind="stable").astype(np.int64)
    order = order[owner[order] >= 0]
    starts = np.searchsorted(owner[order], np.arange(len(tables.events) + 1))
    return Postings((), starts, order, len(tables.evidence))
