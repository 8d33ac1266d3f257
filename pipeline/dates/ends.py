"""A TIMEX3 value as first day, last day and precision."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from pipeline.dates.units import SEASON_MONTHS, shift

Ends = tuple[date, date, str]
_VALUE: Final = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d?)(?:-(?P<weekend>WE)|-(?P<weekday>\d))?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|WI)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<time>T.*)?$"
)
_LONG: Final = re.compile(r"(\d{2,3})X*$")


@lru_cache(maxsize=4096)
def ends_of(value: str) -> Ends | None:
    """First day, last day and precision of a resolved value; None for what no calendar page shows.

    >>> ends_of("2022-W11")
    (datetime.date(2022, 3, 14), datetime.date(2022, 3, 20), 'week')
    >>> ends_of("2014-WI"), ends_of("P3W"), ends_of("XXXX-03"), ends_of("PAST_REF")
    ((datetime.date(2014, 12, 1), datetime.date(2015, 2, 28), 'season'), None, None, None)
    """
    try:
        if match := _VALUE.match(value):
            return _calendar_ends(match)
        if match := _LONG.match(value):
            figures = match.group(1)
            size = 10 ** (4 - len(figures))
            first = int(figures) * size
            return date(first, 1, 1), date(first + size - 1, 12, 31), "range"
    except (ValueError, OverflowError):
        pass
    return None


def month_ends(year: int, month: int, months: int = 1) -> tuple[date, date]:
    """First and last day of a stretch of whole months.

    >>> month_ends(2022, 12, 3)
    (datetime.date(2022, 12, 1), datetime.date(2023, 2, 28))
    """
    first = date(year, month, 1)
    final = shift(first, months - 1, "MO") or first
    return first, final.replace(day=monthrange(final.year, final.month)[1])


def _calendar_ends(match: re.Match[str]) -> Ends | None:
    year = int(match["year"])
    if match["week"]:
        return _week_ends(year, match)
    if match["quarter"] or match["half"] or match["season"]:
        return _stretch_ends(year, match)
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day, "day"
    if match["month"]:
        return *month_ends(year, int(match["month"])), "month"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _stretch_ends(year: int, match: re.Match[str]) -> Ends:
    if match["quarter"]:
        return *month_ends(year, int(match["quarter"]) * 3 - 2, 3), "range"
    if match["half"]:
        return *month_ends(year, int(match["half"]) * 6 - 5, 6), "range"
    return *month_ends(year, SEASON_MONTHS[match["season"]], 3), "season"


def _week_ends(year: int, match: re.Match[str]) -> Ends:
    monday = date.fromisocalendar(year, int(match["week"]), 1)
    if match["weekend"]:
        return monday + timedelta(days=5), monday + timedelta(days=6), "range"
    if match["weekday"]:
        day = monday + timedelta(days=int(match["weekday"]) - 1)
        return day, day, "day"
    return monday, monday + timedelta(days=6), "week"
