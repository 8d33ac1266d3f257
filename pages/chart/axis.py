"""The axis of the timeline: the period it shows first, and the long quiet stretches that it leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
import pandas as pd

from pages.chart.extent import DAY_MS

QUIET_SHARE: Final = 0.25
"""A stretch without events is left out if it is longer than this share of the period and than QUIET_DAYS."""
QUIET_DAYS: Final = 120
ROOM_BESIDE: Final = 0.06
"""Share of the axis kept on each side of a stretch that is left out: more than the length of a fading tail."""

FEWEST_TICKS: Final = 3
NEAR: Final = 0.03
"""Share of the axis that a date keeps from a stretch that is left out."""
FIRST, LAST = (float(np.datetime64(day, "ms").astype("int64")) for day in ("0001-01-01", "9999-12-31T23:59"))
"""The first and last moment that Python, and the browser, have a date for: no margin leads beyond them."""
Stretch = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """First and last moment, in milliseconds, and the stretches between them that are left out."""

    first: float
    last: float
    quiet: tuple[Stretch, ...] = ()

    @property
    def length(self) -> float:
        """Milliseconds that are shown."""
        return self.x(self.last) - self.first

    def x(self, moment: float) -> float:
        """The position of a moment on the axis: the moment less what is left out before it.

        >>> Axis(10, 100, ((20, 80),)).x(90), Axis(10, 100, ((20, 80),)).x(50), Axis(10, 100).x(90)
        (30, 20, 90)
        """
        return moment - sum(min(max(moment - start, 0), end - start) for start, end in self.quiet)

    def share(self, moment: float) -> float:
        """The same as a share of the axis, from 0 to 1."""
        return (self.x(moment) - self.first) / self.length


def fit_axis(known: pd.DataFrame) -> Axis:
    """The axis for these `extents`: background may lie outside, everything else is inside."""
    inside = known[~known["background"]]
    inside = inside if len(inside) else known
    first, last = inside["first"].min(), inside["last"].max()
    empty = [gap for gap in _gaps(known) if gap[0] >= first and gap[1] <= last and _is_long(gap, last - first)]
    rest = last - first - sum(end - start for start, end in empty)
    margin = max(rest * ROOM_BESIDE, 10 * DAY_MS)
    quiet = tuple((start + margin, end - margin) for start, end in empty if end - start > 4 * margin)
    return within_calendar(first - margin, last + margin, quiet)


def within_calendar(first: float, last: float, quiet: tuple[Stretch, ...] = ()) -> Axis:
    """An axis with these ends, as far as there are dates."""
    return Axis(max(first, FIRST), min(last, LAST), quiet)


def ticks(shown: Axis) -> tuple[list[float], list[str]]:
    """Positions and words of the dates on an axis that leaves something out, as many as there is room for."""
    told: tuple[list[float], list[str]] = ([], [])
    for unit, room in (("Y", 0.1), ("M", 0.19), ("D", 0.25)):
        found = _apart([at for at in _starts(unit, shown) if _is_shown(at, shown)], room, shown)
        told = ([shown.x(at) for at in found], [_word(at, unit) for at in found])
        if len(found) >= FEWEST_TICKS:
            break
    return told


def _starts(unit: str, shown: Axis) -> Iterator[float]:
    """Where the years, months or days begin that are shown; all between the ends may be three million days."""
    edges = [shown.first, *chain.from_iterable(shown.quiet), shown.last]
    for ends in zip(edges[::2], edges[1::2], strict=True):
        first, last = (np.datetime64(int(end), "ms").astype(f"datetime64[{unit}]") for end in ends)
        yield from np.arange(first, last + 1).astype("datetime64[ms]").astype("int64").astype("float64").tolist()


def _word(moment: float, unit: str) -> str:
    day = np.datetime64(int(moment), "ms").astype("datetime64[D]").item()
    return {"Y": "", "M": f"{day:%b} ", "D": f"{day.day} {day:%b} "}[unit] + f"{day.year}"


def _is_shown(moment: float, shown: Axis) -> bool:
    """Not in a stretch that is left out, nor so near that the two lines would look like one."""
    near = shown.length * NEAR
    return not any(start - near <= moment <= end + near for start, end in shown.quiet)


def _apart(moments: list[float], room: float, shown: Axis) -> list[float]:
    """Those at least this share of the axis apart, and far enough from the edge for their words."""
    found: list[float] = []
    edge = room / 2.4
    for moment in moments:
        at = shown.share(moment)
        if edge <= at <= 1 - edge and (not found or at - shown.share(found[-1]) >= room):
            found.append(moment)
    return found


def _is_long(gap: Stretch, whole: float) -> bool:
    return gap[1] - gap[0] > max(whole * QUIET_SHARE, QUIET_DAYS * DAY_MS)


def _gaps(known: pd.DataFrame) -> Iterator[Stretch]:
    """The stretches between the events, in order."""
    ordered = known.sort_values("first")
    reached = ordered["last"].cummax().to_numpy()
    pairs = zip(reached[:-1], ordered["first"].to_numpy()[1:], strict=True)
    yield from ((end, start) for end, start in pairs if start > end)
