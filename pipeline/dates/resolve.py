"""From matched words to Timex: the reader of the rule's kind, the part of the day, and a sentence for people."""

from collections.abc import Callable
from typing import Final

from pipeline.dates import (
    calendar_readers,
    foreign,
    holiday_readers,
    length_readers,
    quarter_readers,
    relative_readers,
)
from pipeline.dates.derivation import derivation
from pipeline.dates.reading import Groups, Reading, look_up
from pipeline.dates.recognise import Found
from pipeline.dates.scene import Scene
from pipeline.lexicon.date_rules import LEXICON
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
    "overnight_into": relative_readers.read_overnight_into,
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
    known = scene.recall(
        lambda: _resolved(found, words, scene),
        (words, found.rule.id, found.groups.get("year"), found.groups.get("after")),
    )
    if known is None:
        return None
    kind, value, mod, told, relative = known
    if kind in ("DATE", "TIME"):
        scene.remember(value)
    return Timex(found.start, found.end, words, kind, value, mod, found.rule.id, told, relative)


def _resolved(found: Found, words: str, scene: Scene) -> tuple[str, str, str, str, bool] | None:
    reading = _read(found, scene)
    if reading is None:
        return None
    value, kind = reading.value, reading.type
    if "part" in found.groups and kind == "DATE" and len(value) == 10:
        part = look_up("part", found.groups["part"])
        value, kind = f"{value}T{part}", "TIME"
    return kind, value, reading.mod, derivation(words, reading.why, value), reading.relative


_FIXED: Final = {"DATE": "words that give no date", "SET": "again and again", "DURATION": "a length of time"}


def _read(found: Found, scene: Scene) -> Reading | None:
    if found.rule.kind == "fixed":
        return Reading(found.rule.value, found.rule.type, relative=True, why=_FIXED[found.rule.type])
    return READERS[found.rule.kind](found.groups, scene)
