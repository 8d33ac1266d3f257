"""The sentence that tells a person how a date came about."""

from datetime import date
from typing import Final

from pipeline.dates.edtf import in_words
from pipeline.dates.ends import Ends, ends_of

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PARTS: Final = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}


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
    return f"“{words}”: {why}, {_shown(ends)}" + (f", {_PARTS.get(part, part)}" if part else "")


def _shown(ends: Ends) -> str:
    """Days with their weekday; longer stretches as months or years, which nobody thinks of as days."""
    first, last, precision = ends
    if first == last:
        return _day(first)
    if (last - first).days > 7:
        return _months(first, last) if precision == "range" else in_words(first, last, precision, "")
    if (first.year, first.month) == (last.year, last.month):
        return f"{_WEEKDAYS[first.weekday()]} {first.day} to {_day(last)}"
    if first.year == last.year:
        return f"{_day(first).removesuffix(f' {first.year}')} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _months(first: date, last: date) -> str:
    if last.year > first.year:
        return f"{first.year}–{last.year}"
    month = in_words(first, first, "day", "").split(" ")[1]
    return f"{month} to {in_words(last, last, 'day', '').split(' ', 1)[1]}"


def _day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {in_words(day, day, 'day', '')}"
