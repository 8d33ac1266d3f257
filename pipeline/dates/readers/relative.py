"""Readers of words that lean on the publication day or on a date mentioned before."""

import re
from datetime import date
from typing import Final

from pipeline.dates.calendar import NAMES, UNDERSPECIFIED, Ends, shift, value_of
from pipeline.dates.context import DateContext
from pipeline.dates.readers.quarter import year_before
from pipeline.dates.readers.reading import Groups, Reading, amount_of, mod_of, single_spaced, unit_of, word_value

_BY_FOCUS: Final = frozenset({"previous", "preceding", "prior", "following", "that", "that same", "same", "very same"})
_STEP: Final = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this past": -1, "this last": -1,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1, "this coming": 1, "this upcoming": 1,
    "before last": -2, "after next": 2, "latest": -1, "most recent": -1, "latest fiscal": -1,
}  # fmt: skip
_ANY_WEEKDAY: Final = re.compile(r"(?:\b(?:on|always|any)|,) an? $")
_ENDS_THERE: Final = re.compile(r" ?(?:[.,;:!?)\n\"”]|$| (?:in|of|when|that|and|or|as|but|so)\b)")
_TO_WEEKDAY: Final = re.compile(
    r"day(?: morning| afternoon| evening| night)? ?(?:to|until|till|through|-) ?(?:late |early )?$"
)
_FINE_ENOUGH: Final = {
    "D": ("day",),
    "N": ("day",),
    "W": ("day", "week"),
    "E": ("day", "week"),
    "MO": ("day", "week", "month"),
}
"""Which dates can tell the day, week or month that "that day" means: "May" names no day."""
_DAYS_OFF: Final = {
    "today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "overnight": -1, "tomorrow": 1,
    "before yesterday": -2, "after tomorrow": 2,
}  # fmt: skip


_FROM_TODAY: Final = {
    0: "the day of publication", -1: "the day before publication", 1: "the day after publication",
    -2: "two days before publication", 2: "two days after publication",
}  # fmt: skip


def read_weekday(groups: Groups, context: DateContext) -> Reading | None:
    """A weekday: in past tense the last one, in future the next; the publication day itself counts."""
    weekday = int(word_value("weekday", groups["weekday"]))
    which = _bare(groups.get("which", ""))
    mod = mod_of(groups)
    base, named = context.dct, "publication"
    led = context.before(24)
    if not which and _ANY_WEEKDAY.search(led) and _ENDS_THERE.match(context.after(8)):
        return _of_that_day(weekday, context, mod)
    if (paired := bool(not which and _TO_WEEKDAY.search(led))) or which in _BY_FOCUS:
        focus = context.latest("day")
        base, named = (focus[0], "the day mentioned before") if focus else (base, named)
        which = "next" if paired and focus else which
    if base is None:
        return Reading(f"XXXX-WXX-{weekday}", mod=mod, relative=True, why="the publication day is not known")
    if groups.get("of_week"):
        return _weekday_of_week(weekday, _STEP.get(which, 0), base, mod)
    ahead = (weekday - base.isoweekday()) % 7
    if which in ("last", "past", "previous", "preceding", "this past", "prior"):
        step, why = (ahead or 0) - 7, f"the last {_day_name(weekday)} before {named}"
    elif which in ("next", "coming", "following", "this coming", "upcoming"):
        step, why = ahead or 7, f"the next {_day_name(weekday)} after {named}"
    elif which in ("that", "that same", "same"):
        step, why = (ahead - 7 if ahead else 0), f"the {_day_name(weekday)} on or before {named}"
    else:
        tense = context.tense()
        forward = tense == "future" or (which == "this" and tense not in ("past", "said"))
        step = ahead if forward else (ahead - 7 if ahead else 0)
        why = f"the {_day_name(weekday)} on or {'after' if forward else 'before'} publication"
    if groups.get("week_ago"):
        step, why = step - 7, f"a week before {why}"
    day = shift(base, step, "D")
    return Reading(day.isoformat(), mod=mod, relative=True, why=why) if day else None


def _of_that_day(weekday: int, context: DateContext, mod: str) -> Reading:
    """The day named just before if it was one ("24 February, a Thursday"), else any such day."""
    focus = context.latest("day")
    if focus and focus[0].isoweekday() == weekday and context.before(4) == ", a ":
        return Reading(focus[0].isoformat(), mod=mod, relative=True, why="the day mentioned before")
    return Reading(f"XXXX-WXX-{weekday}", mod=mod, relative=True, why="the words do not say which")


def read_today(groups: Groups, context: DateContext) -> Reading | None:
    """A day beside publication or the day mentioned before: "today", "overnight", "the next morning"."""
    word = _bare(groups.get("deictic", ""))
    night = "TNI" if word in ("tonight", "overnight") and "part" not in groups else ""
    step = _DAYS_OFF.get(word, 0)
    base, why = context.dct, _FROM_TODAY[step]
    if word in ("that", "same", "next", "following", "previous"):
        focus = context.latest("day")
        if focus is None and word != "next":
            return Reading(UNDERSPECIFIED["D"], relative=True, why="no day is named before it")
        base, why = (focus[0] if focus else base), "counted from the day mentioned before"
        step = {"next": 1, "following": 1, "previous": -1}.get(word, 0)
    elif "deictic" not in groups:
        if groups.get("part") == "night" and groups.get("bare"):
            step, why = (0 if context.tense() == "future" else -1), "the night before the publication day"
        elif focus := context.latest("day"):
            base, why = focus[0], "on the day mentioned before"
    if base is None:
        return Reading(UNDERSPECIFIED["D"] + night, relative=True, why="the publication day is not known")
    day = shift(base, step, "D")
    return Reading(day.isoformat() + night, type="TIME" if night else "DATE", relative=True, why=why) if day else None


def read_deictic(groups: Groups, context: DateContext) -> Reading | None:
    """A week, month … beside that of publication or of a date mentioned before: "last week", "the following year"."""
    unit = unit_of(groups)
    which = _bare(groups.get("which", ""))
    mod = mod_of(groups)
    step = _STEP.get(which, 0)
    base, why = context.dct, f"the {NAMES[unit]} of publication"
    if step:
        why = f"{_reach(step, NAMES[unit])} publication"
    if which in _BY_FOCUS or (which in ("next", "the next") and unit == "D"):
        focus = context.latest(*_FINE_ENOUGH.get(unit, ()))
        if focus is None and which not in ("previous", "preceding", "prior"):
            return Reading(UNDERSPECIFIED[unit], mod=mod, relative=True, why="no date is named before it")
        if focus:
            base, why = focus[1] if step > 0 else focus[0], f"counted from the {NAMES[unit]} mentioned before"
    if base is None:
        return Reading(UNDERSPECIFIED[unit], mod=mod, relative=True, why="the publication day is not known")
    if unit == "E":
        step += _weekend_step(which, base, context.tense())
        why = "the weekend nearest to publication that fits"
    if unit == "Q" and which in ("", "that") and (quarter := context.quarter()):
        base, step = quarter[0], 0
    elif unit == "Q" and which == "":
        step = -1
    day = shift(base, step, "W" if unit == "E" else unit)
    return Reading(value_of(day, unit), mod=mod, relative=True, why=why) if day else None


def read_offset(groups: Groups, context: DateContext) -> Reading | None:
    """So many units from publication ("three weeks ago") or from the date mentioned before ("two days earlier")."""
    unit, amount, side = unit_of(groups), amount_of(groups), groups["side"]
    back = side in ("ago", "earlier", "before", "prior", "previously", "back")
    from_dct = side in ("ago", "from now", "from today", "hence", "back", "in")
    mod = mod_of(groups)
    if amount is None and not from_dct:
        return Reading(f"PX{({'MO': 'M', 'DE': 'E'}).get(unit, unit)}", "DURATION", mod, why="no number is given")
    if amount is None:
        return Reading("PAST_REF" if back else "FUTURE_REF", mod=mod, relative=True, why="no number is given")
    if unit == "Y" and amount == 1 and context.compares() and context.dct and side in ("ago", "earlier", "before"):
        return year_before(context, context.dct)
    focus = None if from_dct else context.latest()
    base = focus[0] if focus else context.dct if from_dct or unit == "Y" else None
    unit = "D" if unit == "N" else unit
    if base is None:
        return Reading(
            UNDERSPECIFIED.get(unit, "XXXX-XX-XX"), mod=mod, relative=True, why="no date to count from is known"
        )
    if unit in ("S", "M", "H"):
        days = int(amount / {"S": 86400, "M": 1440, "H": 24}[unit])
        day = shift(base, -days if back else days, "D")
        return Reading(day.isoformat(), mod=mod, relative=True, why="counted from publication") if day else None
    shown = "D" if "exact" in groups else _grain(unit, focus, side)
    day = _shifted(base, -amount if back else amount, unit)
    anchor = "the date mentioned before" if focus else "publication"
    why = f"{single_spaced(_count(amount, unit))} {'before' if back else 'after'} {anchor}"
    return Reading(value_of(day, shown), mod=mod, relative=True, why=why) if day else None


def read_day_offset(groups: Groups, context: DateContext) -> Reading | None:
    """The day before or after a weekday: "the day before last Tuesday"."""
    reading = read_weekday(groups, context)
    if reading is None or not reading.value[0].isdigit():
        return reading and Reading(UNDERSPECIFIED["D"], relative=True, why=reading.why)
    day = shift(date.fromisoformat(reading.value), -1 if groups["side"] == "before" else 1, "D")
    return Reading(day.isoformat(), relative=True, why=f"the day {groups['side']} {reading.why}") if day else None


def read_overnight_into(groups: Groups, context: DateContext) -> Reading | None:
    """The night that ends on a weekday: "overnight into Sunday"."""
    reading = read_weekday(groups, context)
    if reading is None or not reading.value[0].isdigit():
        return reading and Reading(UNDERSPECIFIED["N"], "TIME", relative=True, why=reading.why)
    day = shift(date.fromisoformat(reading.value), -1, "D")
    why = f"the night before {reading.why}"
    return Reading(f"{day.isoformat()}TNI", "TIME", relative=True, why=why) if day else None


def _bare(which: str) -> str:
    return single_spaced(which).removeprefix("the ").removeprefix("the").strip()


def _reach(step: int, unit: str) -> str:
    return f"the {'second ' if abs(step) == 2 else ''}{unit} {'before' if step < 0 else 'after'} that of"


def _day_name(weekday: int) -> str:
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday - 1]


def _count(amount: float, unit: str) -> str:
    return f"{amount:g} {NAMES[unit]}{'' if amount == 1 else 's'}".replace("centurys", "centuries")


def _weekday_of_week(weekday: int, step: int, base: date, mod: str) -> Reading | None:
    day = shift(base, 7 * step + weekday - base.isoweekday(), "D")
    why = f"the {_day_name(weekday)} of {_reach(step, 'week')} publication" if step else "the weekday of that week"
    return Reading(day.isoformat(), mod=mod, relative=True, why=why) if day else None


def _weekend_step(which: str, base: date, tense: str) -> int:
    """Weeks to add for "the weekend" and "this weekend": on a Saturday or Sunday this one, before that by the tense."""
    if which in ("last", "past", "next", "coming", "previous", "following", "this past", "this coming"):
        return 0
    if base.isoweekday() >= 6 or tense == "future" or (which == "this" and tense != "past" and base.isoweekday() >= 3):
        return 0
    return -1


def _grain(unit: str, focus: Ends | None, side: str) -> str:
    """What the result shows: the unit counted in, never finer than the date that it is counted from."""
    if side in ("ago", "from now", "hence", "back", "from today", "in"):
        return {"DE": "Y", "C": "Y", "F": "W", "E": "E"}.get(unit, unit)
    if focus is None:
        return "Y" if unit in ("Y", "DE", "C") else unit
    if focus[2] == "day":
        return "D" if unit in ("D", "W", "F") else unit
    if focus[2] == "range" and unit == "Y":
        return "Q"
    return {"week": "W", "month": "MO", "season": "MO", "year": "Y", "range": "MO"}[focus[2]] if unit != "Y" else "Y"


def _shifted(base: date, amount: float, unit: str) -> date | None:
    if amount == int(amount):
        return shift(base, int(amount), unit)
    if unit == "Y":
        return shift(base, round(amount * 12), "MO")
    days = {"D": 1, "W": 7, "MO": 30, "F": 14, "Q": 91}.get(unit, 0)
    return shift(base, round(amount * days), "D") if days else shift(base, round(amount), unit)
