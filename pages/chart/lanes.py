"""The layout of the marks: lane, row within the lane, and kind of mark for each event."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from pages.chart.axis import Axis
from pipeline.vocabulary import CATEGORIES

ROOM: Final = 0.042
"""Share of the axis that a mark needs for itself, and that a fading tail is long: 15 of a phone's 360 pixels."""
MOST_NAMED: Final = 12
"""Marks of a lane up to which each has its name beside it."""
CHARACTER: Final = 6.0 / 360
"""Share of the axis that a character of a name needs, on a phone."""
MOST_ROWS: Final = 12
"""Rows of a lane before marks share one: beyond it the list reads better than the chart."""


@dataclass(frozen=True)
class Mark:
    """An event on the axis, in milliseconds.

    `event` is its row of the table, `row` its row within the lane, `shape` one of extent.SHAPES. `leftwards` means that
    its name is on its left, where there is more room.
    """

    event: int
    lane: str
    row: int
    first: float
    last: float
    shape: str
    leftwards: bool = False

    @property
    def middle(self) -> float:
        """Where it can be hit: in the middle of a span, else at its known end."""
        return (self.first + self.last) / 2


def marks(known: pd.DataFrame, axis: Axis, names: Mapping[int, str]) -> list[Mark]:
    """The events of `extents` as marks, packed into rows so that none hides another; the order is that of the lanes.

    `names` are the texts beside the marks, by row of the table.
    """
    placed: list[Mark] = []
    ordered = sorted(known[["first", "last", "shape", "lane"]].itertuples(name=None), key=lambda row: row[1:3])
    for lane in CATEGORIES:
        ends: list[float] = []
        for event, first, last, shape in (row[:4] for row in ordered if row[4] == lane):
            name = len(names[event]) * CHARACTER
            left = axis.share(first) - ROOM * (1.5 if shape == "by" else 0.5)
            right = axis.share(last) + ROOM * (1.5 if shape == "since" else 0.5)
            leftwards = right + name > 1 and left > 1 - right
            left, right = (left - name, right) if leftwards else (left, right + name)
            row = next((row for row, end in enumerate(ends) if end <= left), len(ends))
            if row == len(ends) and row < MOST_ROWS:
                ends.append(right)
            else:
                row = min(row, MOST_ROWS - 1)
                ends[row] = right
            placed.append(Mark(event, lane, row, first, last, shape, leftwards))
    return placed
