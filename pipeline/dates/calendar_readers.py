"""Readers of calendar words: days, months, years, numeric dates, decades, centuries, seasons and holidays."""

from datetime import date, timedelta
from typing import Final

from pipeline.dates.ends import month_ends
from pipeline.dates.numbers import number_of
from pipeline.dates.reading import Groups, Reading, look_up, mod_of, unit_of
from pipeline.dates.scene import Scene
from pipeline.dates.units import SEASON_MONTHS, UNDERSPECIFIED, easter, nth_weekday, value_of

_MONTH_FIRST: Final = frozenset({"US", "PH", "PR"})
"""Countries that write 3/14 for 14 March."""
_FAR, _NEAR = 200, 75
"""A day over 200 days back and under 75 ahead is the one to come, even in the past tense ("set it for Nov. 15")."""


def read_calendar(groups: Groups, scene: Scene) -> Reading | None:
    """Day, month and year in any combination; a missing year is the fitting one near the publication day."""
    year, given = _stated_year(groups, scene)
    mod = mod_of(groups)
    if "month" not in groups:
        return Reading(f"{year:04}", mod=mod, relative=not given, why="the year as written") if year else None
    month = int(look_up("month", groups["month"]))
    day = int(groups["day"].rstrip("stndrh")) if "day" in groups else 0
    if not _exists(year or 2000, month, day):
        return None
    why = "the date as written" if given else "the date as written, in the year that the words name"
    if year is None:
        weekday = int(look_up("weekday", groups["weekday"])) if "weekday" in groups else 0
        year, why = _year_near(scene, (month, day, weekday), groups.get("which", ""))
    tail = f"-{day:02}" if day else ""
    return Reading(
        f"{year:04}-{month:02}{tail}" if year else f"XXXX-{month:02}{tail}", mod=mod, relative=not given, why=why
    )


def read_nth_weekday(groups: Groups, scene: Scene) -> Reading | None:
    """Reads "the first Tuesday of November 2020"."""
    year, given = _stated_year(groups, scene)
    month = int(look_up("month", groups["month"]))
    why = "counted within the month"
    if year is None:
        year, why = _year_near(scene, (month, 0, 0), "")
    if not year:
        return Reading(f"XXXX-{month:02}", relative=True, why=why)
    nth = int(look_up("ordinal", groups["ordinal"]))
    day = nth_weekday(year, month, int(look_up("weekday", groups["weekday"])), nth)
    return Reading(day.isoformat(), relative=not given, why=why) if day else None


def read_week_of(groups: Groups, scene: Scene) -> Reading | None:
    """Reads "the week of March 7" and "the weekend of 12 March"."""
    unit = unit_of(groups)
    reading = read_calendar(groups, scene)
    if reading is None or not reading.value[0].isdigit():
        return reading and Reading(
            UNDERSPECIFIED[unit], relative=True, why="a week of a year that the text does not name"
        )
    week = value_of(date.fromisoformat(reading.value), unit)
    return Reading(week, relative=reading.relative, why="the week that holds the day")


def read_numeric(groups: Groups, scene: Scene) -> Reading | None:
    """14/03/2022; where both orders are possible the publisher's country decides, else the date stays open."""
    if "month" in groups:
        year, month, day = int(groups["year"]), int(groups["month"]), int(groups["day"])
        return (
            Reading(f"{year:04}-{month:02}-{day:02}", why="the date as written") if _exists(year, month, day) else None
        )
    first, second = int(groups["a"]), int(groups["b"])
    if "year" not in groups:
        return _day_and_month(first, second, scene)
    year = int(groups["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    both = first <= 12 and second <= 12 and first != second and groups["sep"] != "."
    american = first <= 12 < second or (both and scene.country.upper() in _MONTH_FIRST)
    if both and not scene.country:
        return Reading(f"{year:04}", why="day and month may stand in either order, so only the year is certain")
    month, day = (first, second) if american else (second, first)
    order = "month first, as American papers write" if american else "day first"
    return Reading(f"{year:04}-{month:02}-{day:02}", why=f"read {order}") if _exists(year, month, day) else None


def read_decade(groups: Groups, scene: Scene) -> Reading | None:
    """Reads "the 1980s", "the mid-90s", "the nineties"."""
    word = groups.get("decadeword")
    figures = look_up("decadeword", word) if word else groups["decade"].lstrip("'")
    if len(figures) == 2:
        now = scene.dct.year if scene.dct else 2000
        figures = f"{'20' if int(figures) <= now % 100 and now >= 2030 else '19'}{figures}"
    return Reading(figures[:3], mod=mod_of(groups), why="the decade as written")


def read_century(groups: Groups, _scene: Scene) -> Reading | None:
    """Reads "the 19th century" is 18."""
    return Reading(
        f"{int(look_up('ordinal', groups['ordinal'])) - 1:02}", mod=mod_of(groups), why="the century as written"
    )


def read_spelled_year(groups: Groups, _scene: Scene) -> Reading | None:
    """Reads "nineteen sixty-four"."""
    century = int(number_of(groups["century"]) or 0)
    rest = 0 if groups["rest"] == "hundred" else number_of(groups["rest"].replace("oh", "").strip(" -"))
    return Reading(f"{century:02}{int(rest):02}", why="the year in words") if rest is not None else None


def read_two_thousand(groups: Groups, _scene: Scene) -> Reading | None:
    """Reads "the year two thousand"."""
    return Reading(f"{2000 + int(number_of(groups.get('rest', '')) or 0)}", why="the year in words")


def read_season(groups: Groups, scene: Scene) -> Reading | None:
    """Reads "last summer": the latest that is over; without "last" or "next" the tense decides."""
    season = look_up("season", groups["season"])
    year, given = _stated_year(groups, scene)
    mod = mod_of(groups)
    if year:
        return Reading(f"{year:04}-{season}", mod=mod, relative=not given, why="the season as written")
    if scene.dct is None:
        return Reading(f"XXXX-{season}", mod=mod, relative=True, why="no year is known")
    which = groups.get("which", "").replace("the ", "")
    spans = [month_ends(scene.dct.year + add, SEASON_MONTHS[season], 3) for add in (-2, -1, 0, 1)]
    if which in ("last", "past", "previous", "this past"):
        year = max(first.year for first, last in spans if last < scene.dct)
    elif which in ("next", "coming", "upcoming", "this coming", "following"):
        year = min(first.year for first, _ in spans if first > scene.dct)
    elif which in ("this", "current"):
        year = scene.dct.year if season != "WI" or scene.dct.month > 5 else scene.dct.year - 1
    elif scene.tense() == "future":
        year = min(first.year for first, last in spans if last >= scene.dct)
    else:
        year = max(first.year for first, _ in spans if first <= scene.dct)
    return Reading(f"{year:04}-{season}", mod=mod, relative=True, why="the season near the publication day that fits")


def read_holiday(groups: Groups, scene: Scene) -> Reading | None:
    """A holiday with a fixed or a computed day."""
    code = look_up("holiday", groups["holiday"])
    if "X" in code:
        return None
    year, given = _stated_year(groups, scene)
    if year:
        day = _holiday(code, year)
        return Reading(day.isoformat(), relative=not given, why="the holiday of that year") if day else None
    if scene.dct is None:
        fixed = code if code[2:3] == "-" and len(code) == 5 and "easter" not in code else "XX-XX"
        return Reading(f"XXXX-{fixed}", relative=True, why="no year is known")
    days = [day for add in (-1, 0, 1) if (day := _holiday(code, scene.dct.year + add))]
    chosen, why = _fitting(scene, days, groups.get("which", ""))
    return Reading(chosen.isoformat(), relative=True, why=f"the holiday {why}") if chosen else None


def _stated_year(groups: Groups, scene: Scene) -> tuple[int | None, bool]:
    """The year in the words and whether it stands there in figures ("last year" does not)."""
    if "year" in groups:
        year = int(groups["year"])
        return (year if year > 99 else year + (2000 if year < 70 else 1900)), True
    which = groups.get("which", "").split(" ")[-1]
    if "which" in groups and scene.dct and groups.get("of_year"):
        step = {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1}.get(which, 0)
        return scene.dct.year + step, False
    return None, False


def _year_near(scene: Scene, written: tuple[int, int, int], which: str) -> tuple[int | None, str]:
    """The year that a month, day (0: none) and weekday (0: none) belong to, and how it was chosen."""
    month, day, weekday = written
    dct = scene.dct
    if dct is None:
        return None, "no year is known"
    reach = range(-4, 5) if (month, day) == (2, 29) else range(-1, 2)
    days = [date(year, month, day or 1) for add in reach if _exists(year := dct.year + add, month, day)]
    if weekday and (same := [day for day in days if day.isoweekday() == weekday]):
        return min(same, key=lambda one: abs((one - dct).days)).year, "the year in which the weekday fits"
    chosen, why = _fitting(scene, days, which, whole_month=not day)
    return (chosen.year if chosen else None), why


def _fitting(scene: Scene, days: list[date], which: str, whole_month: bool = False) -> tuple[date | None, str]:
    """The day that word and tense ask for, else the nearest one."""
    dct = scene.dct
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
    return _by_tense(scene.tense(), back, ahead, dct, _FAR if not whole_month else 999)


def _by_tense(tense: str, back: list[date], ahead: list[date], dct: date, far: int) -> tuple[date | None, str]:
    """Past tense looks back, future ahead, unless that is far and the other one near; no verb: the nearest."""
    last, coming = max(back, default=None), min(ahead, default=None)
    if tense == "past" and last and not (coming and (dct - last).days > far and (coming - dct).days < _NEAR):
        return last, "the last one on or before publication"
    if tense == "future" and coming and not (last and (coming - dct).days > 270 and (dct - last).days < 60):
        return coming, "the next one on or after publication"
    known = [day for day in (last, coming) if day]
    return min(known, key=lambda day: (abs((day - dct).days), day), default=None), "the one nearest to publication"


def _day_and_month(first: int, second: int, scene: Scene) -> Reading | None:
    """(27.04) after a weekday: day and month of the year that is nearest."""
    day, month = (
        (second, first) if scene.country.upper() in _MONTH_FIRST and second <= 31 and first <= 12 else (first, second)
    )
    if not _exists(2000, month, day):
        return None
    year = nearest_year(scene, month, day)
    if year is None:
        return Reading(f"XXXX-{month:02}-{day:02}", relative=True, why="no year is known")
    why = "the date as written, in the year nearest to publication"
    return Reading(f"{year:04}-{month:02}-{day:02}", relative=True, why=why)


def nearest_year(scene: Scene, month: int, day: int) -> int | None:
    """The year that puts a day and month nearest to publication; None where publication is not known."""
    dct = scene.dct
    if dct is None:
        return None
    days = [date(year, month, day) for add in range(-4, 5) if _exists(year := dct.year + add, month, day)]
    return min(days, key=lambda one: abs((one - dct).days)).year if days else None


def _holiday(code: str, year: int) -> date | None:
    if code.startswith(("easter", "orthodox")):
        if not 1583 <= year <= 4099:
            return None
        base = easter(year, code.startswith("orthodox"))
        return base + timedelta(days=int(code.replace("easter", "").replace("orthodox", "")))
    month, day, *nth = code.split("-")
    if nth:
        return nth_weekday(year, int(month), int(day), 0 if nth[0] == "L" else int(nth[0]))
    return date(year, int(month), int(day)) if _exists(year, int(month), int(day)) else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day or 1))
    except ValueError:
        return False
