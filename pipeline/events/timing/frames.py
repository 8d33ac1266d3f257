"""Dates that a frame gives to the act within it: "It is five years since …", "Since May she has …", a story of 1993."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.events.document import Document
from pipeline.events.triggers import Trigger
from pipeline.lexicon.phrases import phrase
from pipeline.models import EventDate
from pipeline.text.numbers import number_of

_YEARS_SINCE = phrase("frames.years_since")
_OPENS_WITH_SINCE = phrase("frames.opens_with_since")
_PERFECT = phrase("frames.perfect")
_SINCE = phrase("frames.since")


def framed_date(document: Document, trigger: Trigger) -> EventDate | None:
    """The date that the frame of the trigger's sentence gives to it, or None where it has no such frame."""
    if document.dct is None:
        return None
    return _years_ago(document, trigger, document.dct) or _ever_since(document, trigger, document.dct)


def _years_ago(document: Document, trigger: Trigger, dct: date) -> EventDate | None:
    """A year, counted back from that of publication: "it is five years since Ruiz resigned"."""
    offset = document.sentences[trigger.sentence].start
    match = _YEARS_SINCE.search(document.line(trigger.sentence)[: trigger.start])
    if match is None:
        return None
    number = int(number_of(match.group("number")) or 0)
    if not 0 < number < dct.year:
        return None
    year, text = dct.year - number, match.group("frame").strip()
    return EventDate(
        date(year, 1, 1),
        date(year, 12, 31),
        "year",
        "relative",
        text,
        f"“{text}”: the year {year}, counted back from publication",
        "frame.years_since",
        (offset + match.start(), offset + match.start() + len(text)),
    )


def _ever_since(document: Document, trigger: Trigger, dct: date) -> EventDate | None:
    """Some day from then to publication: "since coming to power in May, she has sacked …"."""
    line, sentence = document.line(trigger.sentence), document.sentences[trigger.sentence]
    if not _OPENS_WITH_SINCE.search(line) or not _PERFECT.search(line[: trigger.start]):
        return None
    comma = line.find(",")
    for timex in document.timexes_near(trigger.sentence):
        offset = timex.start - sentence.start
        if 0 < offset < comma < trigger.start and _SINCE.match(line[:offset]):
            found = timex.date
            if found.start and found.start < dct:
                why = f"{found.derivation}; from then to the day of publication"
                return replace(found, end=dct, precision="range", derivation=why, rule="frame.since")
    return None


_PAST_ACTS = ("resignation", "dismissal", "departure", "appointment")
_LONG_AGO = 300
"""Days before publication from which a story is one of long ago. Chosen by hand."""
_STORY = 2
"""Sentences back in which the story of long ago was dated."""
_NOWADAYS = phrase("frames.nowadays")
_PERFECT_ENDS = phrase("frames.perfect_ends")
_PAST_PERFECT = phrase("frames.past_perfect")


def year_of_story(document: Document, trigger: Trigger) -> EventDate | None:
    """A story of long ago goes on: the one date of the sentence before, where that is well past; else its year.

    Over one more sentence without dates of its own the story still is of that year.
    """
    index, dct = trigger.sentence, document.dct
    perfect = _PERFECT_ENDS.search(document.line(index)[: trigger.start])
    now = _NOWADAYS.search(document.line(index))
    if perfect or now or trigger.rule.type not in _PAST_ACTS or dct is None:
        return None
    for number in range(index - 1, max(-1, index - 1 - _STORY), -1):
        before = document.sentences[number]
        if before.paragraph != document.sentences[index].paragraph:
            return None
        if _PAST_PERFECT.search(document.line(number)) and not _PAST_PERFECT.search(document.line(index)):
            return None
        times = [t for t in document.timexes_near(number) if before.start <= t.start < before.end]
        dates = [t.date for t in times if t.date.start and t.date.end]
        if dates:
            return _of_story(dates, dct, index - number)
        if _NOWADAYS.search(document.line(number)):
            return None
    return None


def _of_story(dates: Sequence[EventDate], dct: date, back: int) -> EventDate | None:
    old = [found for found in dates if found.end and (dct - found.end).days > _LONG_AGO]
    if len(old) != 1 or len(dates) != 1 or old[0].basis != "stated" or old[0].start is None or old[0].end is None:
        return None
    found, why = old[0], "named in the sentence before, whose story goes on"
    if back > 1:
        year = found.end.year if found.end else 0
        found = replace(found, start=date(year, 1, 1), end=date(year, 12, 31), precision="year")
        why = "the year of which the sentences before tell a story that goes on"
    return replace(found, derivation=f"{found.derivation}; {why}")
