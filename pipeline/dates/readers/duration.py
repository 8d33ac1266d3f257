"""Readers of lengths, repetitions and times of the clock."""

from typing import Final

from pipeline.dates.context import DateContext
from pipeline.dates.readers.calendar_date import read_calendar
from pipeline.dates.readers.reading import Groups, Reading, amount_of, mod_of, single_spaced, unit_of, word_value
from pipeline.dates.readers.relative import read_today, read_weekday
from pipeline.text.numbers import number_of

_LENGTH: Final = {
    "S": "S", "M": "M", "H": "H", "D": "D", "N": "D", "W": "W", "E": "WE", "F": "W", "MO": "M", "Q": "Q", "SE": "S",
    "SM": "H", "Y": "Y", "DE": "E", "C": "C", "L": "L",
}  # fmt: skip
_SETS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P1Q", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def read_duration(groups: Groups, _context: DateContext) -> Reading | None:
    """A length of time: "nine months" is P9M, "several years" PXY, "half an hour" PT30M."""
    return Reading(_length(groups), "DURATION", mod_of(groups), why="a length of time")


def read_window(groups: Groups, context: DateContext) -> Reading | None:
    """A length that begins or ends with the publication day: "the past three weeks"."""
    which = single_spaced(groups["which"])
    near = {"last": "up to", "past": "up to", "latest": "up to", "next": "from", "coming": "from", "following": "from"}
    why = f"a length of time {near[which]} publication" if which in near else "a length of time"
    return Reading(_length(groups), "DURATION", mod_of(groups), relative=which in near, why=why)


def read_vague_window(groups: Groups, _context: DateContext) -> Reading | None:
    """Words that point back ("recent years") or ahead ("the coming weeks"), but to no date."""
    back = groups["which"] in ("recent", "past", "last", "previous", "early")
    return Reading("PAST_REF" if back else "FUTURE_REF", relative=True, why="no number is given")


def read_set(groups: Groups, _context: DateContext) -> Reading | None:
    """What comes again: "every Monday" is XXXX-WXX-1, "every three months" P3M."""
    part = "T" + word_value("part", groups["part"]) if "part" in groups else ""
    if "weekday" in groups:
        return Reading(f"XXXX-WXX-{word_value('weekday', groups['weekday'])}{part}", "SET", why="again and again")
    if "month" in groups:
        return Reading(f"XXXX-{int(word_value('month', groups['month'])):02}", "SET", why="again and again")
    if "season" in groups:
        return Reading(f"XXXX-{word_value('season', groups['season'])}", "SET", why="again and again")
    if "unit" in groups:
        nth = {"number": word_value("ordinal", groups["nth"].replace("other", "second"))} if "nth" in groups else {}
        return Reading(_length({"vague": "a", **groups, **nth}), "SET", why="again and again")
    return Reading(f"XXXX-XX-XX{part}", "SET", why="again and again")


def read_set_word(groups: Groups, _context: DateContext) -> Reading | None:
    """What comes again, in one word: "weekly" is P1W."""
    return Reading(_SETS[groups["setword"]], "SET", why="again and again")


def read_clock(groups: Groups, context: DateContext) -> Reading | None:
    """A time of the day named with it, else of the one mentioned before, else of publication: "5 p.m. on Monday"."""
    hour, minute = int(groups.get("hour") or number_of(groups["number"]) or 0), int(groups.get("minute", 0))
    half = groups.get("meridiem", "").replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif (groups.get("part") in ("afternoon", "evening", "night") or "tonight" in groups.values()) and hour < 12:
        hour += 12
    if hour > 23:
        return None
    time = f"T{hour:02}:{minute:02}"
    groups = {key: value for key, value in groups.items() if key != "part"}
    if "month" in groups:
        day = read_calendar(groups, context)
    elif "weekday" in groups:
        day = read_weekday(groups, context)
    else:
        day = read_today(groups, context)
    if day is None or len(day.value) < 10:
        return None
    return Reading(day.value[:10] + time, "TIME", mod_of(groups), day.relative, day.why)


def _length(groups: Groups) -> str:
    unit, amount = unit_of(groups), amount_of(groups)
    clock = "T" if unit in ("S", "M", "H") else ""
    if amount is None:
        return f"P{clock}X{_LENGTH[unit]}"
    if unit == "F":
        amount *= 2
    if amount != int(amount):
        finer = {"Y": ("MO", 12), "H": ("M", 60), "D": ("H", 24), "DE": ("Y", 10), "C": ("Y", 100)}.get(unit)
        if finer and amount * finer[1] == int(amount * finer[1]):
            unit, amount = finer[0], amount * finer[1]
            clock = "T" if unit in ("M", "H") else ""
    return f"P{clock}{amount:g}{_LENGTH[unit]}" if amount < 1e6 else f"P{clock}X{_LENGTH[unit]}"
