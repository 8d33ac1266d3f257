"""Readers of calendar words: days, months, years, numeric dates, decades and centuries."""

from datetime import date
from typing import Final

from pipeline.dates.calendar import UNDERSPECIFIED, nth_weekday, value_of
from pipeline.dates.context import DateContext
from pipeline.dates.readers.reading import Groups, Reading, mod_of, unit_of, word_value
from pipeline.dates.readers.year_choice import exists, full_year, nearest_year, stated_year, year_near
from pipeline.text.numbers import number_of

_MONTH_FIRST: Final = frozenset({"US", "PH", "PR"})
"""Countries that write 3/14 for 14 March."""


def read_calendar(groups: Groups, context: DateContext) -> Reading | None:
    """Day, month and year in any combination; a missing year is the fitting one near publication: "on 3 May"."""
    year, given = stated_year(groups, context)
    mod = mod_of(groups)
    if "month" not in groups:
        return Reading(f"{year:04}", mod=mod, relative=not given, why="the year as written") if year else None
    month = int(word_value("month", groups["month"]))
    day = int(groups["day"].rstrip("stndrh")) if "day" in groups else 0
    if "ordinal" in groups:
        day = int(word_value("ordinal", groups["ordinal"]))
    if not exists(year or 2000, month, day):
        return None
    why = "the date as written" if given else "the date as written, in the year that the words name"
    if year is None:
        weekday = int(word_value("weekday", groups["weekday"])) if "weekday" in groups else 0
        year, why = _year_after(groups, context, month) or year_near(
            context, (month, day, weekday), groups.get("which", "")
        )
    tail = f"-{day:02}" if day else ""
    return Reading(
        f"{year:04}-{month:02}{tail}" if year else f"XXXX-{month:02}{tail}", mod=mod, relative=not given, why=why
    )


def _year_after(groups: Groups, context: DateContext, month: int) -> tuple[int, str] | None:
    """The year that goes on from the month named just before, as long as the story lies in the past."""
    if "after" not in groups or context.dct is None or context.tense() == "future":
        return None
    year, other = (int(part) for part in groups["after"].split("-"))
    goes_on = month >= other and date(year, month, 1) <= context.dct
    return (year, "the first one after the date mentioned before") if goes_on else None


def read_nth_weekday(groups: Groups, context: DateContext) -> Reading | None:
    """A weekday counted within its month: "the first Tuesday of November 2020"."""
    year, given = stated_year(groups, context)
    month = int(word_value("month", groups["month"]))
    why = "counted within the month"
    if year is None:
        year, why = year_near(context, (month, 0, 0), "")
    if not year:
        return Reading(f"XXXX-{month:02}", relative=True, why=why)
    nth = int(word_value("ordinal", groups["ordinal"]))
    day = nth_weekday(year, month, int(word_value("weekday", groups["weekday"])), nth)
    return Reading(day.isoformat(), relative=not given, why=why) if day else None


def read_week_of(groups: Groups, context: DateContext) -> Reading | None:
    """The week or weekend that holds a day: "the week of March 7", "the weekend of 12 March"."""
    unit = unit_of(groups)
    reading = read_calendar(groups, context)
    if reading is None or not reading.value[0].isdigit():
        return reading and Reading(
            UNDERSPECIFIED[unit], relative=True, why="a week of a year that the text does not name"
        )
    week = value_of(date.fromisoformat(reading.value), unit)
    return Reading(week, relative=reading.relative, why="the week that holds the day")


def read_numeric(groups: Groups, context: DateContext) -> Reading | None:
    """A date in figures: of 3/4/2022 the publisher's country says which is the month, else only the year is certain."""
    if "month" in groups:
        year, month, day = int(groups["year"]), int(groups["month"]), int(groups["day"])
        if not exists(year, month, day):
            return None
        if "hour" in groups:
            time = f"T{groups['hour']}:{groups['minute']}"
            return Reading(f"{year:04}-{month:02}-{day:02}{time}", "TIME", why="the time as written")
        return Reading(f"{year:04}-{month:02}-{day:02}", why="the date as written")
    first, second = int(groups["a"]), int(groups["b"])
    if "year" not in groups:
        either = groups["sep"] == "/" and first <= 12 and second <= 12 and not context.country
        return None if either else _day_and_month(first, second, context)
    year = full_year(int(groups["year"]), context)
    both = first <= 12 and second <= 12 and first != second and groups["sep"] != "."
    american = first <= 12 < second or (both and context.country.upper() in _MONTH_FIRST)
    if both and not context.country:
        return Reading(f"{year:04}", why="day and month may stand in either order, so only the year is certain")
    month, day = (first, second) if american else (second, first)
    order = "month first, as American papers write" if american else "day first"
    return Reading(f"{year:04}-{month:02}-{day:02}", why=f"read {order}") if exists(year, month, day) else None


def read_decade(groups: Groups, context: DateContext) -> Reading | None:
    """A decade in figures or words: "the 1980s", "the mid-90s", "the nineties"."""
    word = groups.get("decadeword")
    figures = word_value("decadeword", word) if word else groups["decade"].lstrip("'")
    if len(figures) == 2:
        now = context.dct.year if context.dct else 2000
        figures = f"{'20' if int(figures) <= (now % 100 if now >= 2030 else 10) else '19'}{figures}"
    return Reading(figures[:3], mod=mod_of(groups), why="the decade as written")


def read_century(groups: Groups, _context: DateContext) -> Reading | None:
    """A century, which TIMEX3 counts from 0: "the 19th century" is 18."""
    return Reading(
        f"{int(word_value('ordinal', groups['ordinal'])) - 1:02}", mod=mod_of(groups), why="the century as written"
    )


def read_era(groups: Groups, _context: DateContext) -> Reading | None:
    """A year with its era: "AD 988" is 0988, "44 BC" is BC0044."""
    year = int(groups["figures"])
    before = groups["era"].replace(".", "").startswith("b")
    return Reading(f"{'BC' if before else ''}{year:04}", why="the year as written") if year else None


def read_spelled_year(groups: Groups, _context: DateContext) -> Reading | None:
    """A year in two pairs of figures, in words: "nineteen sixty-four"."""
    century = int(number_of(groups["century"]) or 0)
    rest = 0 if groups["rest"] == "hundred" else number_of(groups["rest"].replace("oh", "").strip(" -"))
    return Reading(f"{century:02}{int(rest):02}", why="the year in words") if rest is not None else None


def read_two_thousand(groups: Groups, _context: DateContext) -> Reading | None:
    """A year of this millennium in words: "the year two thousand and five"."""
    return Reading(f"{2000 + int(number_of(groups.get('rest', '')) or 0)}", why="the year in words")


def _day_and_month(first: int, second: int, context: DateContext) -> Reading | None:
    """Day and month in figures, of the year that is nearest: "on Sunday (27.04)"."""
    day, month = (
        (second, first) if context.country.upper() in _MONTH_FIRST and second <= 31 and first <= 12 else (first, second)
    )
    if not exists(2000, month, day):
        return None
    year = nearest_year(context, month, day)
    if year is None:
        return Reading(f"XXXX-{month:02}-{day:02}", relative=True, why="no year is known")
    why = "the date as written, in the year nearest to publication"
    return Reading(f"{year:04}-{month:02}-{day:02}", relative=True, why=why)
