"""Readers of quarters and halves of a year, and of the same time a year before, as business news has them."""

from datetime import date

from pipeline.dates.calendar import shift, value_of
from pipeline.dates.context import DateContext
from pipeline.dates.readers.reading import Groups, Reading, mod_of, word_value
from pipeline.dates.readers.year_choice import stated_year, year_near


def read_quarter(groups: Groups, context: DateContext) -> Reading | None:
    """A quarter: the latest that has begun, or by the tense the next one: "the third quarter"."""
    quarter = int(groups.get("number") or word_value("ordinal", groups["ordinal"]))
    if quarter > 4:
        return None
    mod = mod_of(groups)
    if context.dct is None and "year" not in groups:
        return Reading(f"XXXX-Q{quarter}", mod=mod, relative=True, why="no year is known")
    if "year" in groups:
        return Reading(f"{stated_year(groups, context)[0]:04}-Q{quarter}", mod=mod, why="the quarter as written")
    assert context.dct is not None
    year = context.dct.year
    which = groups.get("which", "")
    if which.startswith(("last", "year-")) or which == "previous":
        year -= 1
    elif which.startswith("next"):
        year += 1
    elif not which.startswith("this"):
        begins = date(year, quarter * 3 - 2, 1)
        if context.tense() != "future" and begins > context.dct:
            year -= 1
        elif context.tense() == "future" and quarter * 3 + 3 < context.dct.month:
            year += 1
    return Reading(f"{year}-Q{quarter}", mod=mod, relative=True, why="the quarter near publication that fits")


def read_half(groups: Groups, context: DateContext) -> Reading | None:
    """A half of a year, of publication's where none is named: "the first half of 2021"."""
    half = groups.get("number") or word_value("ordinal", groups["ordinal"])
    if half not in ("1", "2"):
        return None
    year = stated_year({**groups, "of_year": "year"}, context)[0] or (context.dct.year if context.dct else None)
    shown = f"{year:04}" if year else "XXXX"
    return Reading(f"{shown}-H{half}", relative="year" not in groups, why="the half-year as written")


def read_quarter_ended(groups: Groups, context: DateContext) -> Reading | None:
    """The three months up to the month named: "the quarter ended Sept. 30"."""
    if quarter := context.quarter():
        return Reading(value_of(quarter[0], "Q"), relative=True, why="the quarter reported on")
    month = int(word_value("month", groups["month"]))
    year, why = year_near(context, (month, 0, 0), "")
    value = f"{year:04}-Q{(month + 2) // 3}" if year else f"XXXX-Q{(month + 2) // 3}"
    return Reading(value, relative=True, why=f"the quarter that the month closes, {why}")


def read_year_period(groups: Groups, context: DateContext) -> Reading | None:
    """The quarter of a year that has the number of the one mentioned before: "the 1988 quarter"."""
    quarter = context.quarter()
    if groups["unit"] == "period" and context.longer():
        return Reading(groups["year"], why="the year as written")
    if quarter:
        return Reading(
            groups["year"] + value_of(quarter[0], "Q")[4:],
            relative=True,
            why="the quarter mentioned before, in that year",
        )
    last = shift(context.dct, -1, "Q") if context.dct else None
    if groups["unit"] == "quarter" and last:
        return Reading(
            groups["year"] + value_of(last, "Q")[4:], relative=True, why="the last full quarter, in that year"
        )
    return Reading(groups["year"], why="the year as written")


def read_year_ago(groups: Groups, context: DateContext) -> Reading | None:
    """A year before the quarter mentioned before, else the year before publication: "the year-ago quarter"."""
    quarter = context.quarter()
    if groups.get("period") == "quarter" and not quarter and context.dct:
        base = shift(context.dct, -5, "Q")
        return (
            Reading(value_of(base, "Q"), relative=True, why="the last full quarter, a year earlier") if base else None
        )
    if "ordinal" in groups and context.dct:
        return Reading(
            f"{context.dct.year - 1}-Q{word_value('ordinal', groups['ordinal'])}", relative=True, why="a year earlier"
        )
    if groups.get("period") != "quarter" and context.longer():
        quarter = None
    base = quarter[0] if quarter else context.dct
    if base is None:
        return Reading("XXXX", relative=True, why="the publication day is not known")
    day = shift(base, -1, "Y")
    return Reading(value_of(day, "Q" if quarter else "Y"), relative=True, why="a year earlier") if day else None


def read_latest_period(_groups: Groups, context: DateContext) -> Reading | None:
    """The quarter that a report is about, else the last full one: "the latest period"."""
    quarter = context.quarter()
    base = quarter[0] if quarter else context.dct and shift(context.dct, -1, "Q")
    return Reading(value_of(base, "Q"), relative=True, why="the quarter reported on") if base else None


def year_before(context: DateContext, dct: date) -> Reading | None:
    """Figures are compared with those of the same quarter a year before, where the story is about a quarter."""
    quarter = None if context.longer() else context.quarter()
    base = quarter[0] if quarter else dct
    day = shift(base, -1, "Y") if base.year >= dct.year - (dct.month < 4) else base
    unit = "Q" if quarter else "Y"
    return Reading(value_of(day, unit), relative=True, why="the same time of the year before") if day else None
