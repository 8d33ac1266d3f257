"""Calendar units: the day that stands N units away, and the ISO-TimeML value of the unit that a day lies in."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

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
