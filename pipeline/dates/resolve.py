"""From matched words to Timex: the reader of the rule's kind, the part of the day, and a sentence for people."""

from collections.abc import Callable
from datetime import date
from typing import Final

from pipeline.dates import (
    calendar_readers,
    foreign,
    holiday_readers,
    length_readers,
    quarter_readers,
    relative_readers,
)
from pipeline.dates.ends import ends_of
from pipeline.dates.lexicon import LEXICON
from pipeline.dates.reading import Groups, Reading, look_up
from pipeline.dates.recognise import Found
from pipeline.dates.scene import Scene
from pipeline.models import Timex

Reader = Callable[[Groups, Scene], Reading | None]
READERS: Final[dict[str, Reader]] = {
    "calendar": calendar_readers.read_calendar,
    "nth_weekday": calendar_readers.read_nth_weekday,
    "week_of": calendar_readers.read_week_of,
    "numeric": calendar_readers.read_numeric,
    "foreign": foreign.read_foreign,
    "decade": calendar_readers.read_decade,
    "century": calendar_readers.read_century,
    "era": calendar_readers.read_era,
    "spelled_year": calendar_readers.read_spelled_year,
    "two_thousand": calendar_readers.read_two_thousand,
    "season": holiday_readers.read_season,
    "holiday": holiday_readers.read_holiday,
    "weekday": relative_readers.read_weekday,
    "today": relative_readers.read_today,
    "deictic": relative_readers.read_deictic,
    "offset": relative_readers.read_offset,
    "year_ago": quarter_readers.read_year_ago,
    "latest_period": quarter_readers.read_latest_period,
    "day_offset": relative_readers.read_day_offset,
    "duration": length_readers.read_duration,
    "window": length_readers.read_window,
    "vague_window": length_readers.read_vague_window,
    "set": length_readers.read_set,
    "set_word": length_readers.read_set_word,
    "clock": length_readers.read_clock,
    "quarter": quarter_readers.read_quarter,
    "half": quarter_readers.read_half,
    "quarter_ended": quarter_readers.read_quarter_ended,
    "year_period": quarter_readers.read_year_period,
}
"""The function behind each `kind` of the lexicon; `fixed` rules carry their value themselves."""

if unknown := {rule.kind for rule in LEXICON.rules} - set(READERS) - {"fixed"}:
    raise ValueError(f"the lexicon of dates has kinds that no reader knows: {sorted(unknown)}")


def resolve(found: Found, text: str, scene: Scene) -> Timex | None:
    """The Timex of the words, or None where they turn out to be no date ("31 June"). The scene's focus moves on."""
    scene.start, scene.end = found.start, found.end
    words = text[found.start : found.end]
    known = scene.recall(lambda: _resolved(found, words, scene), (words, found.rule.id, found.groups.get("year")))
    if known is None:
        return None
    kind, value, mod, derivation, relative = known
    if kind in ("DATE", "TIME"):
        scene.remember(value)
    return Timex(found.start, found.end, words, kind, value, mod, found.rule.id, derivation, relative)


def _resolved(found: Found, words: str, scene: Scene) -> tuple[str, str, str, str, bool] | None:
    reading = _read(found, scene)
    if reading is None:
        return None
    value, kind = reading.value, reading.type
    if "part" in found.groups and kind == "DATE" and len(value) == 10:
        part = look_up("part", found.groups["part"])
        value, kind = f"{value}T{part}", "TIME"
    return kind, value, reading.mod, _sentence(words, reading, value), reading.relative


def show_day(day: date) -> str:
    """A day as screens show it in a derivation.

    >>> show_day(date(2022, 3, 23))
    'Wed 23 March 2022'
    """
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _read(found: Found, scene: Scene) -> Reading | None:
    if found.rule.kind == "fixed":
        return Reading(found.rule.value, found.rule.type, relative=True, why="a word that gives no date")
    return READERS[found.rule.kind](found.groups, scene)


def _sentence(words: str, reading: Reading, value: str) -> str:
    ends = ends_of(value)
    if ends is None:
        return f"“{words}”: {reading.why}"
    first, last, precision = ends
    shown = (
        show_day(first) if first == last else value if precision == "year" else f"{show_day(first)} to {show_day(last)}"
    )
    return f"“{words}”: {reading.why}, {shown}"
