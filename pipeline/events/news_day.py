"""The day of the article's news, told once near its beginning, holds for the acts that the text goes on to list.

"Norland's premier sacked two ministers on Monday. … Ana Ruiz was named finance minister." The second act has no date
words and needs none: a news text tells what is new in the plain past and marks what is older ("had", "who", "later").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from pipeline.dates import event_date
from pipeline.events.modality import cues
from pipeline.events.scene import Scene
from pipeline.models import EventDate, Mention

_WORDED = ("stated", "relative")
_ACTS = ("resignation", "dismissal", "appointment", "defection")
_LEAD = 3
"""Sentences in which the news stands."""
_REACH = 20
"""Sentences over which it is unfolded."""
_WEEK = timedelta(days=7)
_HAD = re.compile(r"\b(?:had|having|would|used to)\b[^.;,]{0,20}$")
_NOT_NOW = re.compile(
    r"\b(?:recently|previously|earlier|already|once|originally|first|in the past|later|then|subsequently|afterwards?|"
    r"of late|"
    r"(?:in|over) (?:recent|the (?:past|last)) (?:days|weeks|months|years))\b"
)
_REDUCED = re.compile(
    r"\b(?:the|an?|this|that|[\w-]+'s|his|her|their) (?:[\w-]+ ){0,3}$|\b(?:was|is|been|were) (?:a|an|the)\b[^.;,]*$"
)


def carry(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those without date words dated by the news of the article where they unfold it."""
    index_of = {sentence.start: number for number, sentence in enumerate(scene.sentences)}
    told = [_announced(scene, mention, index_of[mention.start]) for mention in mentions]
    news = next((m for m in _lead(scene, told, index_of)), None)
    if news is None:
        return told
    known = {person for m in told if m.trigger <= news.trigger for person in m.persons}
    return [
        _dated(scene, mention, news.date) if _unfolds(scene, mention, news, known, index_of[mention.start]) else mention
        for mention in told
    ]


def _lead(scene: Scene, mentions: Sequence[Mention], index_of: dict[int, int]) -> list[Mention]:
    """The acts that the article opens with, dated to a day of the week before publication; those in words first."""
    opening = [
        m
        for m in mentions
        if index_of[m.start] < _LEAD
        and m.type in _ACTS
        and m.modality == "happened"
        and m.date.precision == "day"
        and scene.dct
        and m.date.end
        and timedelta(0) <= scene.dct - m.date.end <= _WEEK
    ]
    return sorted(opening, key=lambda m: (m.date.basis not in _WORDED, m.trigger))


def _unfolds(scene: Scene, mention: Mention, news: Mention, known: set[str], index: int) -> bool:
    """Is this an act of the same news: undated, real, told in a plain main clause after it?"""
    if mention.type not in _ACTS or mention.modality != "happened" or mention.date.basis in _WORDED:
        return False
    if mention.date.basis == news.date.basis or mention.trigger <= news.trigger or index > _REACH:
        return False
    if mention.type == "appointment" and known & set(mention.persons) or _elsewhere(scene, index - 1, news.date):
        return False
    return plain_past(
        scene.plain[mention.start : mention.end], mention.trigger[0] - mention.start, mention.trigger[1] - mention.start
    )


def _elsewhere(scene: Scene, index: int, news: EventDate) -> bool:
    """Has the sentence before gone to another time? A past perfect there is an aside, after which the news goes on."""
    line = scene.line(index)
    if re.search(r"\bhad\b", line):
        return False
    sentence = scene.sentences[index]
    dates = [
        event_date(timex, scene.text, scene.dct)
        for timex in scene.timexes_near(index)
        if sentence.start <= timex.start < sentence.end
    ]
    older = any(found.end and news.start and found.end < news.start for found in dates)
    return older or bool(_NOT_NOW.search(line))


def plain_past(line: str, start: int, end: int) -> bool:
    """Told in the plain past or present, with no word that sets it apart from the news?"""
    left = line[max(0, start - 90) : start]
    if _HAD.search(left) or _REDUCED.search(left) or _NOT_NOW.search(line[max(0, start - 60) : end + 60]):
        return False
    return not any(pattern.search(left) for pattern in cues("stale"))


def _announced(scene: Scene, mention: Mention, index: int) -> Mention:
    """The news without date words, where a sentence soon after says when it was made known."""
    if index >= _LEAD or mention.type not in _ACTS or mention.modality != "happened" or mention.date.basis in _WORDED:
        return mention
    if mention.date.basis == "unknown" and not plain_past(
        scene.plain[mention.start : mention.end], mention.trigger[0] - mention.start, mention.trigger[1] - mention.start
    ):
        return mention
    for place in range(index + 1, min(index + 3, len(scene.sentences))):
        if any(pattern.search(scene.line(place)) for pattern in cues("made_known")) and (found := _day(scene, place)):
            return _dated(scene, mention, found)
    return mention


def _day(scene: Scene, index: int) -> EventDate | None:
    """The one day that a sentence names, if it lies within the week before publication."""
    sentence, dct = scene.sentences[index], scene.dct
    days = [
        found
        for timex in scene.timexes_near(index)
        if sentence.start <= timex.start < sentence.end
        and not timex.rule.startswith("clock.noon")
        and (found := event_date(timex, scene.text, dct)).precision == "day"
    ]
    if dct is None or len({(found.start, found.end) for found in days}) != 1:
        return None
    found = days[0]
    return found if found.end and timedelta(0) <= dct - found.end <= _WEEK else None


def _dated(scene: Scene, mention: Mention, found: EventDate) -> Mention:
    note = f"{found.derivation}; the day of the news that this is part of"
    return replace(mention, date=replace(found, derivation=note), background=False)
