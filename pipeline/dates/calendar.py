"""The calendar: units and their ISO-TimeML values, a value's first and last day, and days that are computed."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

Ends = tuple[date, date, str]
_VALUE: Final = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d?)(?:-(?P<weekend>WE)|-(?P<weekday>\d))?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|WI)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<time>T.*)?$"
)
_LONG: Final = re.compile(r"(\d{2,3})X*$")

UNDERSPECIFIED: Final = {
    "D": "XXXX-XX-XX", "N": "XXXX-XX-XXTNI", "W": "XXXX-WXX", "E": "XXXX-WXX-WE", "F": "XXXX-WXX", "MO": "XXXX-XX",
    "Q": "XXXX-QX", "SE": "XXXX-SX", "SM": "XXXX-HX", "HY": "XXXX-HX", "Y": "XXXX", "DE": "XXX", "C": "XX", "L": "X",
}  # fmt: skip
"""What a value looks like when nothing says which day, week … is meant."""

NAMES: Final = {
    "S": "second", "M": "minute", "H": "hour", "D": "day", "N": "night", "W": "week", "E": "weekend", "F": "fortnight",
    "MO": "month", "Q": "quarter", "SE": "season", "SM": "semester", "HY": "half-year", "Y": "year", "DE": "decade",
    "C": "century", "L": "millennium",
}  # fmt: skip

_MONTHS: Final = {"MO": 1, "Q": 3, "SE": 3, "SM": 6, "HY": 6, "Y": 12, "DE": 120, "C": 1200, "L": 12000}
_DAYS: Final = {"D": 1, "N": 1, "W": 7, "E": 7, "F": 14}
SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def shift(day: date, count: int, unit: str) -> date | None:
    """The day `count` units later (negative: earlier), or None beyond the calendar.

    Where the month has no such day, its last one.

    >>> shift(date(2022, 3, 31), -1, "MO"), shift(date(2022, 3, 23), -3, "W"), shift(date(2022, 3, 23), -9999, "Y")
    (datetime.date(2022, 2, 28), datetime.date(2022, 3, 2), None)
    """
    try:
        if unit in _DAYS:
            return day + timedelta(days=count * _DAYS[unit])
        if unit not in _MONTHS:
            return day
        months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def value_of(day: date, unit: str) -> str:
    """The ISO-TimeML value of the unit that holds the day.

    >>> [value_of(date(2022, 3, 23), unit) for unit in ("D", "W", "E", "MO", "Q", "Y", "DE", "C")]
    ['2022-03-23', '2022-W12', '2022-W12-WE', '2022-03', '2022-Q1', '2022', '202', '20']
    """
    if unit in ("W", "E", "F"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "E" else "")
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit in ("SM", "HY"):
        return f"{day.year:04}-H{1 if day.month < 7 else 2}"
    if unit == "SE":
        return f"{day.year:04}-{season_of(day)}"
    text = day.isoformat()
    return text[: {"MO": 7, "Y": 4, "DE": 3, "C": 2, "L": 1}.get(unit, 10)] + ("TNI" if unit == "N" else "")


def season_of(day: date) -> str:
    """The season by calendar months: spring March to May, and so on.

    >>> season_of(date(2022, 3, 1)), season_of(date(2022, 1, 1))
    ('SP', 'WI')
    """
    return ("WI", "SP", "SU", "FA")[day.month % 12 // 3]


def easter(year: int, orthodox: bool = False) -> date:
    """Easter Sunday (Meeus, Astronomical Algorithms); the Orthodox one as a Gregorian day, right for 1900 to 2099.

    >>> easter(2022), easter(2022, orthodox=True)
    (datetime.date(2022, 4, 17), datetime.date(2022, 4, 24))
    """
    if orthodox:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        return date(year, (d + e + 114) // 31, (d + e + 114) % 31 + 1) + timedelta(days=13)
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth weekday (1 Monday) of a month; nth 0 is the last one; None where the month has no fifth.

    >>> nth_weekday(2021, 11, 4, 4), nth_weekday(2022, 5, 1, 0)
    (datetime.date(2021, 11, 25), datetime.date(2022, 5, 30))
    """
    last = monthrange(year, month)[1]
    first = 1 + (weekday - date(year, month, 1).isoweekday()) % 7
    day = first + 7 * (nth - 1) if nth else first + 7 * ((last - first) // 7)
    return date(year, month, day) if day <= last else None


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
