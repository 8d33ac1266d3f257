"""Periods of the calendar as addresses write them: 2022, 2022-03, 2022-W11, 2022-03-14."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd

from pages.chart.extent import DAY_MS
from pages.text.wording import day

_FORMS: Final = (
    ("day", r"(\d{4})-(\d\d)-(\d\d)"), ("week", r"(\d{4})-W(\d\d)"), ("month", r"(\d{4})-(\d\d)"), ("year", r"(\d{4})"),
)  # fmt: skip

_STEPS: Final = {"month": "datetime64[M]", "year": "datetime64[Y]"}


@dataclass(frozen=True)
class Period:
    """A period with its code; both ends belong to it."""

    code: str
    unit: str
    first: date
    last: date

    @property
    def words(self) -> str:
        """In words: "March 2022"."""
        if self.unit == "week":
            return f"week of {day(self.first)}"
        year = str(self.first.year)
        return {"day": day(self.first), "month": f"{self.first:%B} {year}", "year": year}[self.unit]


def read_period(code: str) -> Period | None:
    """The period of a code; None for a code that means none.

    >>> read_period("2022-02").last, read_period("2022-W09").words, read_period("2022-13")
    (datetime.date(2022, 2, 28), 'week of 28 February 2022', None)
    """
    for unit, form in _FORMS:
        if code.isascii() and (found := re.fullmatch(form, code)):
            try:
                return Period(code, unit, *_ends(unit, [int(part) for part in found.groups()]))
            except (ValueError, OverflowError):
                return None
    return None


def _ends(unit: str, parts: list[int]) -> tuple[date, date]:
    if unit == "week":
        year, week = parts
        monday = date.fromisocalendar(year, week, 1)
        return monday, monday + min(timedelta(days=6), date.max - monday)
    year, month, first = [*parts, *([1] * (3 - len(parts)))]
    last = {"day": (month, first), "month": (month, monthrange(year, month)[1]), "year": (12, 31)}[unit]
    return date(year, month, first), date(year, *last)


def inside(known: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Those `extents` that may fall, at least in part, in the period."""
    first, last = (_milliseconds(end) for end in (period.first, period.last))
    return known[(known["last"] >= first) & (known["first"] <= last)]


def binned(moments: np.ndarray, unit: str) -> tuple[list[Period], np.ndarray]:
    """The periods that hold any of these moments (milliseconds), in order, and how many each holds."""
    days = np.floor_divide(moments, DAY_MS).astype("int64")
    if unit == "week":
        days -= (days + 3) % 7  # 1 January 1970 was a Thursday
    starts = days.astype("datetime64[D]").astype(_STEPS.get(unit, "datetime64[D]"))
    found, counts = np.unique(starts, return_counts=True)
    return [_of(start, unit) for start in found.astype("datetime64[D]").tolist()], counts


def _of(start: date, unit: str) -> Period:
    parts = {"week": [*start.isocalendar()][:2]}.get(unit, [start.year, start.month, start.day])
    parts = parts[: {"year": 1, "month": 2, "week": 2, "day": 3}[unit]]
    code = {"year": "{:04}", "month": "{:04}-{:02}", "week": "{:04}-W{:02}", "day": "{:04}-{:02}-{:02}"}[unit]
    return Period(code.format(*parts), unit, *_ends(unit, parts))


def _milliseconds(moment: date) -> float:
    return (moment - date(1970, 1, 1)).days * DAY_MS
