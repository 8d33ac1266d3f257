"""Days counted from a first day that the reader may choose: by default that on which the war of the tables began."""

from datetime import date
from typing import Final

import pandas as pd

from pages.text.wording import Row
from pipeline.models import EARLIEST, LATEST
from pipeline.query.postings import once
from pipeline.tables.files import Tables
from pipeline.text.normalise import without_controls

SHORTEST: Final = ("day", "week", "range", "month")
"""Precisions that a count of days says something about: of a season or a year it would only be long."""
LONGEST: Final = 62


@once
def war_began(tables: Tables) -> date:
    """The earliest day of an invasion, else of any event that is told for its own sake, else of any event.

    Only days that the reader may choose as well: that Napoleon invaded Russia is told beside many a war. Where the
    tables know none of them, it is the nearest one.
    """
    days = tables.events[tables.events["date_start"].notna() & (tables.events["date_precision"] == "day")]
    events = days[days["date_start"].between(pd.Timestamp(EARLIEST), pd.Timestamp(LATEST))]
    for some in (events[events["type"] == "invasion"], events[~events["background"]], events):
        if len(some):
            return some["date_start"].min().date()
    return min(max(days["date_start"].min().date(), EARLIEST), LATEST) if len(days) else date(2022, 2, 24)


def day_one(tables: Tables, since: date) -> str:
    """What stands at day 1: "day 1: Ruritania invades Graustark" where an invasion on that day is told."""
    events = tables.events
    told = events[(events["type"] == "invasion") & (events["date_start"] == pd.Timestamp(since))]
    told = told[(told["date_precision"] == "day") & (told["date_basis"] != "reported")]
    return f"day 1: {without_controls(told['headline'].iloc[0])}" if len(told) else "day 1"


def in_days(event: Row, since: date) -> str:
    """The date as a count of days, as sure as the date is: "day 28", "days 19–25", "by day 28"; "" if too wide.

    The first day is day 1; what lies before it is told as days before.
    """
    first, last = (None if pd.isna(event[c]) else (event[c].date() - since).days for c in ("date_start", "date_end"))
    if event["date_precision"] not in SHORTEST or (first is None and last is None):
        return ""
    if first is None or event["date_basis"] == "reported":
        return f"by {_day(first if last is None else last)}"
    if last is None:
        return f"since {_day(first)}"
    if first == last:
        return _day(first)
    return "" if last - first > LONGEST else _days(first, last)


def _day(number: int) -> str:
    if number >= 0:
        return f"day {number + 1:,}"
    return f"{-number:,} day{'s' * (number < -1)} before day 1"


def _days(first: int, last: int) -> str:
    if first >= 0:
        return f"days {first + 1:,}–{last + 1:,}"
    return f"{-first:,} to {-last:,} days before day 1" if last < 0 else f"{_day(first)} to day {last + 1:,}"
