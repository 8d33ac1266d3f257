"""Which year a month, a day or a holiday without a year belongs to."""

from datetime import date

from pipeline.dates.context import DateContext
from pipeline.dates.readers.reading import Groups

_FAR, _NEAR = 200, 75
"""A day over 200 days back and under 75 ahead is the one to come, even in the past tense ("set it for Nov. 15")."""
_FAR_AHEAD, _PAST = 270, 60
"""A day over 270 days ahead and under 60 back is the past one, even in the future tense. All four were chosen by
hand."""
_MONTHS_FAR = 999
"""A whole month is never too far: no day of it is known that could be near."""


def stated_year(groups: Groups, context: DateContext) -> tuple[int | None, bool]:
    """The year in the words and whether it stands there in figures ("last year" does not)."""
    if "year" in groups:
        return full_year(int(groups["year"]), context), True
    which = groups.get("which", "").split(" ")[-1]
    if "which" in groups and context.dct and groups.get("of_year"):
        step = {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1}.get(which, 0)
        return context.dct.year + step, False
    return None, False


def full_year(year: int, context: DateContext) -> int:
    """A year of two figures is the latest that is at most ten years ahead of publication.

    >>> [full_year(year, DateContext("", date(2022, 3, 23))) for year in (14, 32, 33, 68, 1968)]
    [2014, 2032, 1933, 1968, 1968]
    """
    if year > 99:
        return year
    now = context.dct.year if context.dct else 2020
    return year + (2000 if year + 2000 <= now + 10 else 1900)


def year_near(context: DateContext, written: tuple[int, int, int], which: str) -> tuple[int | None, str]:
    """The year that a month, day (0: none) and weekday (0: none) belong to, and how it was chosen."""
    month, day, weekday = written
    dct = context.dct
    if dct is None:
        return None, "no year is known"
    reach = range(-4, 5) if (month, day) == (2, 29) else range(-1, 2)
    days = [date(year, month, day or 1) for add in reach if exists(year := dct.year + add, month, day)]
    if weekday and (same := [day for day in days if day.isoweekday() == weekday]):
        return min(same, key=lambda one: abs((one - dct).days)).year, "the year in which the weekday fits"
    chosen, why = fitting(context, days, which, whole_month=not day)
    return (chosen.year if chosen else None), why


def nearest_year(context: DateContext, month: int, day: int) -> int | None:
    """The year that puts a day and month nearest to publication; None where publication is not known."""
    dct = context.dct
    if dct is None:
        return None
    days = [date(year, month, day) for add in range(-4, 5) if exists(year := dct.year + add, month, day)]
    return min(days, key=lambda one: abs((one - dct).days)).year if days else None


def fitting(context: DateContext, days: list[date], which: str, whole_month: bool = False) -> tuple[date | None, str]:
    """The day that word and tense ask for, else the nearest one."""
    dct = context.dct
    if dct is None or not days:
        return None, "of an unknown year"
    back = [day for day in days if day <= dct]
    ahead = [day for day in days if (day.replace(day=28) if whole_month else day) >= dct]
    which = which.replace("the ", "").replace("this past", "last")
    if which in ("last", "past", "previous"):
        earlier = [day for day in back if not (whole_month and (day.year, day.month) == (dct.year, dct.month))]
        return max(earlier, default=None), "the last one before publication"
    if which in ("next", "coming", "upcoming", "this coming"):
        return min((day for day in ahead if day > dct), default=None), "the next one after publication"
    if which in ("this", "current"):
        return next((day for day in days if day.year == dct.year), None), "the one of this year"
    return _by_tense(context.tense(), back, ahead, dct, _FAR if not whole_month else _MONTHS_FAR)


def _by_tense(tense: str, back: list[date], ahead: list[date], dct: date, far: int) -> tuple[date | None, str]:
    """Past tense looks back, future ahead, unless that is far and the other one near; no verb: the nearest."""
    last, coming = max(back, default=None), min(ahead, default=None)
    if tense == "past" and last and not (coming and (dct - last).days > far and (coming - dct).days < _NEAR):
        return last, "the last one on or before publication"
    if tense == "future" and coming and not (last and (coming - dct).days > _FAR_AHEAD and (dct - last).days < _PAST):
        return coming, "the next one on or after publication"
    known = [day for day in (last, coming) if day]
    return min(known, key=lambda day: (abs((day - dct).days), day), default=None), "the one nearest to publication"


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day; day 0 asks for the month.

    >>> exists(2022, 2, 29), exists(2022, 2, 0)
    (False, True)
    """
    try:
        return bool(date(year, month, day or 1))
    except ValueError:
        return False
