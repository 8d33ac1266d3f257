"""The list parameters of the filter: which events hold which value."""

from typing import Final

import numpy as np
import pandas as pd

from pipeline.query.postings import Mask, Postings, once, postings
from pipeline.tables.files import Tables, split_list

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "person": ("persons",),
    "category": ("category",),
    "type": ("type",),
    "status": ("status",),
    "place": ("place", "country"),
    "source": ("origins",),
}
"""Parameter of the address → the columns of events.csv that it looks in."""
_JOINED: Final = ("person", "source")


@once
def members(tables: Tables) -> dict[str, Postings]:
    """For each list parameter, the events of every value that occurs."""
    return {name: _members(tables, name) for name in COLUMNS}


def holding(name: str, wanted: tuple[str, ...], tables: Tables) -> Mask:
    """True for the events that hold any of the wanted values of a list parameter."""
    index, chosen = members(tables)[name], set(wanted)
    return index.mask(n for n, value in enumerate(index.values) if value in chosen)


def _members(tables: Tables, name: str) -> Postings:
    events = len(tables.events)
    cells = pd.concat([tables.events[column] for column in COLUMNS[name]], ignore_index=True)
    rows = np.tile(np.arange(events), len(COLUMNS[name]))
    return postings(cells, rows, events, split_list if name in _JOINED else lambda cell: (cell,) if cell else ())
