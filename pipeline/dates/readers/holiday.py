"""Readers of seasons and holidays."""

from datetime import date, timedelta

from pipeline.dates.calendar import SEASON_MONTHS, easter, month_ends, nth_weekday
from pipeline.dates.context import DateContext
from pipeline.dates.readers.reading import Groups, Reading, mod_of, word_value
from pipeline.dates.readers.year_choice import exists, fitting, stated_year


def read_season(groups: Groups, context: DateContext) -> Reading | None:
    """A season: after "last" the latest that is over, after "next" the first to come, else the tense decides."""
    season = word_value("season", groups["season"])
    year, given = stated_year(groups, context)
    mod = mod_of(groups)
    if year:
        return Reading(f"{year:04}-{season}", mod=mod, relative=not given, why="the season as written")
    if context.dct is None:
        return Reading(f"XXXX-{season}", mod=mod, relative=True, why="no year is known")
    which = groups.get("which", "").replace("the ", "")
    spans = [month_ends(context.dct.year + add, SEASON_MONTHS[season], 3) for add in (-2, -1, 0, 1)]
    if which in ("last", "past", "previous", "this past"):
        year = max(first.year for first, last in spans if last < context.dct)
    elif which in ("next", "coming", "upcoming", "this coming", "following"):
        year = min(first.year for first, _ in spans if first > context.dct)
    elif which in ("this", "current"):
        year = context.dct.year if season != "WI" or context.dct.month > 5 else context.dct.year - 1
    elif context.tense() == "future":
        year = min(first.year for first, last in spans if last >= context.dct)
    else:
        year = max(first.year for first, _ in spans if first <= context.dct)
    return Reading(f"{year:04}-{season}", mod=mod, relative=True, why="the season near the publication day that fits")


def read_holiday(groups: Groups, context: DateContext) -> Reading | None:
    """A holiday with a fixed or a computed day, of the year that fits: "Christmas Day", "Easter Sunday 2019"."""
    code = word_value("holiday", groups["holiday"])
    if "X" in code:
        return None
    year, given = stated_year(groups, context)
    if year:
        day = _holiday(code, year)
        return Reading(day.isoformat(), relative=not given, why="the holiday of that year") if day else None
    if context.dct is None:
        fixed = code if code[2:3] == "-" and len(code) == 5 and "easter" not in code else "XX-XX"
        return Reading(f"XXXX-{fixed}", relative=True, why="no year is known")
    days = [day for add in (-1, 0, 1) if (day := _holiday(code, context.dct.year + add))]
    chosen, why = fitting(context, days, groups.get("which", ""))
    return Reading(chosen.isoformat(), relative=True, why=f"the holiday, {why}") if chosen else None


def _holiday(code: str, year: int) -> date | None:
    if code.startswith(("easter", "orthodox")):
        if not 1583 <= year <= 4099:
            return None
        base = easter(year, code.startswith("orthodox"))
        return base + timedelta(days=int(code.replace("easter", "").replace("orthodox", "")))
    month, day, *nth = code.split("-")
    if nth:
        return nth_weekday(year, int(month), int(day), 0 if nth[0] == "L" else int(nth[0]))
    return date(year, int(month), int(day)) if exists(year, int(month), int(day)) else None
