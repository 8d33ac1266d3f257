"""Event dates as EDTF (ISO 8601-2, levels 0 and 1) and in words, and the sentence that tells how a date came about."""

import re
from datetime import date, timedelta
from typing import Final

from pipeline.dates.calendar import Ends, ends_of, month_ends
from pipeline.models import UNKNOWN, EventDate

_SEASONS: Final = {3: 21, 6: 22, 9: 23, 12: 24}
_SEASON_NAMES: Final = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_SEASON: Final = re.compile(r"(\d{4})-(2[1-4])$")
_PLAIN: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PARTS: Final = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}


def to_edtf(value: EventDate) -> str:
    """The date as EDTF; "" for unknown. A reported date is no later than its day, hence the open start.

    >>> day = date(2022, 3, 23)
    >>> to_edtf(EventDate(day, day, "day", "stated")), to_edtf(EventDate(day, day, "day", "reported"))
    ('2022-03-23', '../2022-03-23')
    >>> to_edtf(EventDate(date(2022, 6, 1), date(2022, 8, 31), "season", "relative")), to_edtf(EventDate())
    ('2022-22', '')
    """
    start, end = value.start, value.end
    if value.precision == UNKNOWN or (start is None and end is None):
        return ""
    if value.basis == "reported":
        return f"../{end.isoformat()}" if end else ""
    if start is None or end is None:
        return f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"
    return _short(start, end, value.precision) or f"{start.isoformat()}/{end.isoformat()}"


def from_edtf(text: str) -> tuple[date | None, date | None, str]:
    """First day, last day and precision; "" is unknown. Raises ValueError for what to_edtf never writes.

    >>> from_edtf("2022-03-14/2022-03-20")
    (datetime.date(2022, 3, 14), datetime.date(2022, 3, 20), 'week')
    >>> from_edtf("../2022-03-23"), from_edtf("")
    ((None, datetime.date(2022, 3, 23), 'range'), (None, None, 'unknown'))
    """
    if not text:
        return None, None, UNKNOWN
    if match := _SEASON.match(text):
        first, last = month_ends(int(match[1]), (int(match[2]) - 20) * 3, 3)
        return first, last, "season"
    if "/" in text:
        left, _, right = text.partition("/")
        start = None if left in ("..", "") else date.fromisoformat(left)
        end = None if right in ("..", "") else date.fromisoformat(right)
        if (start is None and end is None) or (start and end and end < start):
            raise ValueError(f"no EDTF interval: {text!r}")
        return start, end, "week" if _is_week(start, end) else "range"
    ends = ends_of(text) if _PLAIN.match(text) else None
    if ends is None:
        raise ValueError(f"no EDTF date of level 0 or 1: {text!r}")
    return ends


def in_words(start: date | None, end: date | None, precision: str, basis: str) -> str:
    """The date for screens.

    >>> day, week = date(2022, 3, 23), (date(2022, 3, 14), date(2022, 3, 20))
    >>> in_words(day, day, "day", "stated"), in_words(day, day, "day", "reported"), in_words(*week, "week", "relative")
    ('23 March 2022', 'by 23 March 2022', '14–20 March 2022 (a week)')
    >>> in_words(date(2022, 3, 1), None, "range", "relative"), in_words(None, None, "unknown", "unknown")
    ('since 1 March 2022', 'date unknown')
    """
    if precision == UNKNOWN or (start is None and end is None):
        return "date unknown"
    if end is None:
        return f"since {_day(start)}"
    if basis == "reported":
        return f"by {_day(end)}"
    if start is None:
        return f"until {_day(end)}"
    return _name(start, end, precision) or _stretch(start, end) + (" (a week)" if precision == "week" else "")


def derivation(words: str, why: str, value: str) -> str:
    """What the words are, and what they amount to where that is a day or a stretch of days.

    >>> derivation("on Wednesday", "the Wednesday on or before publication", "2022-03-23")
    '“on Wednesday”: the Wednesday on or before publication, Wed 23 March 2022'
    >>> derivation("last night", "the day before publication", "2022-03-22TNI")
    '“last night”: the day before publication, Tue 22 March 2022, night'
    >>> derivation("last week", "the week before that of publication", "2022-W11")
    '“last week”: the week before that of publication, Mon 14 to Sun 20 March 2022'
    >>> derivation("the 1990s", "the decade as written", "199"), derivation("now", "a word that gives no date", "")
    ('“the 1990s”: the decade as written, 1990–1999', '“now”: a word that gives no date')
    >>> derivation("in Q1", "the quarter near publication that fits", "2022-Q1")
    '“in Q1”: the quarter near publication that fits, January to March 2022'
    """
    words = " ".join(words.split())
    ends = ends_of(value)
    if ends is None:
        return f"“{words}”: {why}"
    part = value.partition("T")[2]
    return f"“{words}”: {why}, {_page(ends)}" + (f", {_PARTS.get(part, part)}" if part else "")


def _short(start: date, end: date, precision: str) -> str:
    """One EDTF date where a day, month, season or year is meant and filled exactly; else ""."""
    if precision == "day" and start == end:
        return start.isoformat()
    if precision == "month" and (start, end) == month_ends(start.year, start.month):
        return start.isoformat()[:7]
    if precision == "season" and start.month in _SEASONS and (start, end) == month_ends(start.year, start.month, 3):
        return f"{start.year:04}-{_SEASONS[start.month]}"
    whole = (start, end) == (date(start.year, 1, 1), date(start.year, 12, 31))
    return f"{start.year:04}" if precision == "year" and whole else ""


def _name(start: date, end: date, precision: str) -> str:
    if start == end:
        return _day(start)
    if precision == "month" and (start, end) == month_ends(start.year, start.month):
        return f"{_MONTHS[start.month - 1]} {start.year}"
    if precision == "season" and start.month in _SEASON_NAMES:
        return f"{_SEASON_NAMES[start.month]} {start.year}" + (f"–{end.year % 100:02}" if end.year > start.year else "")
    if precision == "year":
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    return ""


def _stretch(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _day(day: date | None) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def _is_week(start: date | None, end: date | None) -> bool:
    return start is not None and end is not None and start.isoweekday() == 1 and end - start == timedelta(days=6)


def _page(ends: Ends) -> str:
    """Days with their weekday; longer stretches as months or years, which nobody thinks of as days."""
    first, last, precision = ends
    if first == last:
        return _weekday(first)
    if (last - first).days > 7:
        return _months(first, last) if precision == "range" else in_words(first, last, precision, "")
    if (first.year, first.month) == (last.year, last.month):
        return f"{_WEEKDAYS[first.weekday()]} {first.day} to {_weekday(last)}"
    if first.year == last.year:
        return f"{_weekday(first).removesuffix(f' {first.year}')} to {_weekday(last)}"
    return f"{_weekday(first)} to {_weekday(last)}"


def _months(first: date, last: date) -> str:
    if last.year > first.year:
        return f"{first.year}–{last.year}"
    return f"{_MONTHS[first.month - 1]} to {_MONTHS[last.month - 1]} {last.year}"


def _weekday(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {_day(day)}"
