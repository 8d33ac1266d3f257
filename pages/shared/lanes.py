"""Where each event stands in the timeline: its lane, its row within the lane and what kind of mark it is."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from pipeline.vocabulary import CATEGORIES

DAY_MS: Final = 86_400_000.0
ROOM: Final = 0.042
"""Share of the window that a mark needs for itself, and that a fading tail is long: 15 of a phone's 360 pixels."""
SHAPES: Final = ("day", "by", "since", "span")
"""A day, known by a day (open start), known since a day (open end), somewhere within days."""
NAMED: Final = "leaving"
"""The lane whose marks have the names of the persons beside them, where there are few."""
MOST_NAMED: Final = 14
ROOM_NAMED: Final = 0.33
"""Share of the window that a mark with its name needs: 120 of a phone's 360 pixels."""
MOST_ROWS: Final = 12
"""Rows of a lane before marks share one: beyond it the list reads better than the chart."""


@dataclass(frozen=True)
class Mark:
    """An event on the axis, in milliseconds. `place` is its row of the table; `shape` is one of
    SHAPES."""

    place: int
    lane: str
    row: int
    first: float
    last: float
    shape: str

    @property
    def middle(self) -> float:
        """Where it can be hit: in the middle of a span, else at its known end."""
        return (self.first + self.last) / 2


def marks(known: pd.DataFrame, window: tuple[float, float]) -> list[Mark]:
    """The events of `extents` as marks, packed into rows so that none hides another; the order is that of the lanes."""
    room = (window[1] - window[0]) * ROOM
    placed: list[Mark] = []
    for lane in CATEGORIES:
        of_lane = known[known["lane"] == lane].sort_values(["first", "last"], kind="stable")
        name = (window[1] - window[0]) * ROOM_NAMED if named(lane, len(of_lane)) else 0.0
        ends: list[float] = []
        for place, first, last, shape in of_lane[["first", "last", "shape"]].itertuples(name=None):
            left = first - room * (1.5 if shape == "by" else 0.5)
            right = last + room * (1.5 if shape == "since" else 0.5)
            left, right = (left - name, right) if leftwards(last, window) else (left, right + name)
            row = next((row for row, end in enumerate(ends) if end <= left), len(ends))
            if row == len(ends) and row < MOST_ROWS:
                ends.append(right)
            else:
                row = min(row, MOST_ROWS - 1)
                ends[row] = right
            placed.append(Mark(place, lane, row, first, last, shape))
    return placed


def named(lane: str, marks: int) -> bool:
    """Whether the marks of a lane have names beside them."""
    return lane == NAMED and marks <= MOST_NAMED


def leftwards(moment: float, window: tuple[float, float]) -> bool:
    """Whether a name stands left of its mark, because there is no room on the right."""
    return moment > window[1] - (window[1] - window[0]) * ROOM_NAMED


def window(known: pd.DataFrame) -> tuple[float, float]:
    """First and last moment that the chart shows at first: background may lie outside, everything else is inside."""
    inside = known[~known["background"]]
    inside = inside if len(inside) else known
    first, last = inside["first"].min(), inside["last"].max()
    margin = max((last - first) * 0.05, 10 * DAY_MS)
    return first - margin, last + margin


def extents(events: pd.DataFrame) -> pd.DataFrame:
    """First and last moment, shape, lane and background of the dated events, by row of the table.

    What is known by a day, or since one, stands there. Only what is needed: whole rows of 100,000 events take long.
    """
    first, last = milliseconds(events["date_start"]), milliseconds(events["date_end"])
    by = np.isnan(first) | (events["date_basis"] == "reported").to_numpy()
    since = np.isnan(last) & ~by
    end = np.where(np.isnan(last), first, last)
    shape = pd.Categorical.from_codes(np.select([by, since, end > first], [1, 2, 3], 0), SHAPES)
    known = pd.DataFrame({"first": np.where(by, end, first), "last": end, "shape": shape}, index=events.index)
    known["lane"], known["background"] = events["category"], events["background"]
    dated = ~np.isnan(end) & (events["date_precision"] != "unknown").to_numpy()
    return known if dated.all() else known[dated]


def milliseconds(days: pd.Series) -> np.ndarray:
    """Days as numbers, which travel to the browser in eight bytes each; not-a-number where there is none."""
    numbers = days.to_numpy("datetime64[ms]").astype("int64").astype("float64")
    return np.where(days.isna().to_numpy(), np.nan, numbers)
