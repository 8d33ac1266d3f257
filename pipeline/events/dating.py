"""When: the date that belongs to the trigger, and whether "by the day of publication" may be said where there is none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.dates import date_for
from pipeline.events.modality import cues
from pipeline.events.scene import Scene
from pipeline.events.triggers import Trigger
from pipeline.models import EventDate
from pipeline.vocabulary import CATEGORY_BY_TYPE

_LEAD = 4
"""Sentences in which news says what is new."""
_OLD_DAYS = 45


def date_of(scene: Scene, trigger: Trigger, others: Sequence[Trigger], modality: str) -> EventDate:
    """The date of a trigger's event; unknown where the text gives no day and the event is not the day's news."""
    index = trigger.sentence
    sentence = scene.sentences[index]
    spans = [(sentence.start + t.start, sentence.start + t.end) for t in others if t.sentence == index and t is not trigger]
    found = date_for(
        (sentence.start + trigger.start, sentence.start + trigger.end),
        sentence,
        scene.text,
        scene.timexes_near(index),
        scene.dct,
        neighbours=scene.sentences[max(0, index - 2) : index + 1],
        triggers=spans,
    )
    if found.basis == "reported" and not _fresh(scene, trigger, modality):
        return EventDate(derivation="no date words, and the text does not tell it as the news of the day")
    return found


def _fresh(scene: Scene, trigger: Trigger, modality: str) -> bool:
    if modality in ("hypothetical", "denied"):
        return False
    line = scene.line(trigger.sentence)
    left = line[max(0, trigger.start - 60) : trigger.start]
    if any(pattern.search(line[max(0, trigger.start - 60) : trigger.end + 40]) for pattern in cues("fresh")):
        return True
    if any(pattern.search(left) for pattern in cues("stale")):
        return False
    if CATEGORY_BY_TYPE[trigger.rule.type] != "leaving":
        return True
    return trigger.sentence < _LEAD and modality == "happened"


def is_background(scene: Scene, found: EventDate) -> bool:
    """Is the event old beside the news?"""
    if scene.dct is None or found.end is None:
        return found.precision == "unknown" and scene.dct is not None
    return (scene.dct - found.end).days > _OLD_DAYS


def shared(first: EventDate, second: EventDate) -> EventDate:
    """Of two dates of one event the one that the text gives in words; the first when both or neither do."""
    worded = ("stated", "relative")
    if first.basis in worded or second.basis not in worded:
        return first
    return replace(second, derivation=f"{second.derivation}; told of the same event in a sentence beside this one")


def trim_day(text: str) -> str:
    """A place or phrase without a trailing weekday."""
    return re.sub(r",? (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$", "", text)
