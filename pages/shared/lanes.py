"""Where each event stands in the timeline: its lane, its row within the lane and what kind of mark it is."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from pipeline.vocabulary import CATEGORIES

DAY_MS: Final = 86_400_000.0
ROOM: Final = 0.042
"""Share of the window that a mark needs for itself, and that a fading tail is long: 15 of a phone's 360 pixels."""
MOST_ROWS: Final = 12
"""Rows of a lane before marks share one: beyond it the list reads better than the chart."""


@dataclass(frozen=True)
class Mark:
    """An event on the axis, in milliseconds. `place` is its row of the table; `shape` is one of
    day, span, by (open start) and since (open end)."""

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


def marks(events: pd.DataFrame, window: tuple[float, float]) -> list[Mark]:
    """The dated events as marks, packed into rows so that none hides another; the order is that of the lanes."""
    room = (window[1] - window[0]) * ROOM
    placed: list[Mark] = []
    for lane in CATEGORIES:
        of_lane = _spans(events[events["category"] == lane])
        ends: list[float] = []
        for place, first, last, shape in sorted(of_lane, key=lambda span: (span[1], span[2])):
            left = first - room * (1.5 if shape == "by" else 0.5)
            right = last + room * (1.5 if shape == "since" else 0.5)
            row = next((row for row, end in enumerate(ends) if end <= left), len(ends))
            if row == len(ends) and row < MOST_ROWS:
                ends.append(right)
            else:
                row = min(row, MOST_ROWS - 1)
                ends[row] = right
            placed.append(Mark(place, lane, row, first, last, shape))
    return placed


def window(events: pd.DataFrame) -> tuple[float, float]:
    """First and last moment that the chart shows at first: background may lie outside, everything else is inside."""
    dated = _spans(events[~events["background"]]) or _spans(events)
    first, last = min(s[1] for s in dated), max(s[2] for s in dated)
    margin = max((last - first) * 0.05, 10 * DAY_MS)
    return first - margin, last + margin


def dated(events: pd.DataFrame) -> pd.DataFrame:
    """The events that have a place on an axis."""
    return events[(events["date_precision"] != "unknown") & (events["date_start"].notna() | events["date_end"].notna())]


def _spans(events: pd.DataFrame) -> list[tuple[int, float, float, str]]:
    events = dated(events)
    first, last = _milliseconds(events["date_start"]), _milliseconds(events["date_end"])
    rows = zip(events.index, first, last, events["date_basis"], strict=True)
    return [_span(int(place), a, b, basis) for place, a, b, basis in rows]


def _span(place: int, first: float | None, last: float | None, basis: str) -> tuple[int, float, float, str]:
    if first is None or basis == "reported":
        end = last if last is not None else first
        assert end is not None
        return place, end, end, "by"
    if last is None:
        return place, first, first, "since"
    return place, first, last, "span" if last > first else "day"


def _milliseconds(days: pd.Series) -> list[float | None]:
    numbers = days.astype("datetime64[ms]").astype("int64").astype("float64")
    return [None if missing else number for number, missing in zip(numbers, days.isna(), strict=True)]
