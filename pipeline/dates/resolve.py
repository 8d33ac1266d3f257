"""From matched words to Timex: the reader of the rule's kind, the part of the day, and a sentence for people."""

from collections.abc import Callable
from typing import Final

from pipeline.dates.context import DateContext
from pipeline.dates.edtf import derivation
from pipeline.dates.readers import calendar_date, duration, foreign, holiday, quarter, relative
from pipeline.dates.readers.reading import Groups, Reading, word_value
from pipeline.dates.recognise import Found
from pipeline.lexicon.date_rules import LEXICON
from pipeline.models import Timex

Reader = Callable[[Groups, DateContext], Reading | None]
READERS: Final[dict[str, Reader]] = {
    "calendar": calendar_date.read_calendar,
    "nth_weekday": calendar_date.read_nth_weekday,
    "week_of": calendar_date.read_week_of,
    "numeric": calendar_date.read_numeric,
    "foreign": foreign.read_foreign,
    "decade": calendar_date.read_decade,
    "century": calendar_date.read_century,
    "era": calendar_date.read_era,
    "spelled_year": calendar_date.read_spelled_year,
    "two_thousand": calendar_date.read_two_thousand,
    "season": holiday.read_season,
    "holiday": holiday.read_holiday,
    "weekday": relative.read_weekday,
    "today": relative.read_today,
    "deictic": relative.read_deictic,
    "offset": relative.read_offset,
    "year_ago": quarter.read_year_ago,
    "latest_period": quarter.read_latest_period,
    "day_offset": relative.read_day_offset,
    "overnight_into": relative.read_overnight_into,
    "duration": duration.read_duration,
    "window": duration.read_window,
    "vague_window": duration.read_vague_window,
    "set": duration.read_set,
    "set_word": duration.read_set_word,
    "clock": duration.read_clock,
    "quarter": quarter.read_quarter,
    "half": quarter.read_half,
    "quarter_ended": quarter.read_quarter_ended,
    "year_period": quarter.read_year_period,
}
"""The function behind each `kind` of the lexicon; `fixed` rules carry their value themselves."""

if unknown := {rule.kind for rule in LEXICON.rules} - set(READERS) - {"fixed"}:
    raise ValueError(f"the lexicon of dates has kinds that no reader knows: {sorted(unknown)}")


def resolve_match(found: Found, text: str, context: DateContext) -> Timex | None:
    """The Timex of the words, or None where they turn out to be no date ("31 June"). The context's focus moves on."""
    context.start, context.end = found.start, found.end
    reading = _read(found, context)
    if reading is None:
        return None
    words, value, kind = text[found.start : found.end], reading.value, reading.type
    if "part" in found.groups and kind == "DATE" and len(value) == 10:
        value, kind = f"{value}T{word_value('part', found.groups['part'])}", "TIME"
    if kind in ("DATE", "TIME"):
        context.remember(value)
    why = derivation(words, reading.why, value)
    return Timex(found.start, found.end, words, kind, value, reading.mod, found.rule.id, why, reading.relative)


_FIXED: Final = {"DATE": "words that give no date", "SET": "again and again", "DURATION": "a length of time"}


def _read(found: Found, context: DateContext) -> Reading | None:
    if found.rule.kind == "fixed":
        return Reading(found.rule.value, found.rule.type, relative=True, why=_FIXED[found.rule.type])
    return READERS[found.rule.kind](found.groups, context)
