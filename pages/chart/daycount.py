"""Days counted from day 1, which the reader may choose. By default it is the first day of the war in the tables."""

from datetime import date
from typing import Final

import pandas as pd

from pages.text.wording import Row, day_of
from pipeline.models import EARLIEST, LATEST
from pipeline.query.postings import once
from pipeline.tables.files import Tables
from pipeline.text.normalise import without_controls

SHORTEST: Final = ("day", "week", "range", "month")
"""Precisions for which a count of days is useful; for a season or a year it would only be long."""
LONGEST: Final = 62
"""Days of the longest date that is counted: two months."""


@once
def war_began(tables: Tables) -> date:
    """The earliest day of an invasion, else of any event that is not background, else of any event.

    Only days that the reader could choose: articles mention Napoleon's invasion of Russia too. Where the tables hold no
    such day, it is the nearest day that could be chosen.
    """
    days = tables.events[tables.events["date_start"].notna() & (tables.events["date_precision"] == "day")]
    events = days[days["date_start"].between(pd.Timestamp(EARLIEST), pd.Timestamp(LATEST))]
    for some in (events[events["type"] == "invasion"], events[~events["background"]], events):
        if len(some):
            return _earliest(some)
    return min(max(_earliest(days), EARLIEST), LATEST) if len(days) else date(2022, 2, 24)


def _earliest(events: pd.DataFrame) -> date:
    return pd.Timestamp(events["date_start"].min()).date()


def day_one(tables: Tables, since: date) -> str:
    """The words at day 1: "day 1: Ruritania invades Graustark" where the tables hold an invasion on that day."""
    events = tables.events
    told = events[(events["type"] == "invasion") & (events["date_start"] == pd.Timestamp(since))]
    told = told[(told["date_precision"] == "day") & (told["date_basis"] != "reported")]
    return f"day 1: {without_controls(told['headline'].iloc[0])}" if len(told) else "day 1"


def in_days(event: Row, since: date) -> str:
    """The date as a count of days: "day 28", "days 19–25", "by day 28", "3 days before day 1"; "" for a wide date."""
    start, end = day_of(event["date_start"]), day_of(event["date_end"])
    first, last = (start - since).days if start else None, (end - since).days if end else None
    if event["date_precision"] not in SHORTEST or (first is None and last is None):
        return ""
    if last is not None and (first is None or event["date_basis"] == "reported"):
        return f"by {_day(last)}"
    if first is None or last is None:
        return "" if first is None else f"{'by' if event['date_basis'] == 'reported' else 'since'} {_day(first)}"
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
