"""The day of the article's news, told once near its beginning, holds for the acts that the text goes on to list.

"Norland's premier sacked two ministers on Monday. … Ana Ruiz was named finance minister." The second act has no date
words and needs none: a news text tells what is new in the plain past and marks what is older ("had", "who", "later").
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from pipeline.events.document import Document
from pipeline.events.factuality.cues import has_cue
from pipeline.lexicon.date_rules import LEXICON
from pipeline.lexicon.phrases import phrase
from pipeline.models import EventDate, Mention

_ACTS = ("resignation", "dismissal", "appointment", "defection")
_SAID = ("planned", "denied")
_LEAD = 3
"""Sentences in which the news stands."""
_SOON = 5
"""Sentences after it in which the text says when it was made known."""
_REACH = 20
"""Sentences over which it is unfolded."""
_NEAR = 90
"""Characters beside a trigger whose words tell its time: a clause."""
_WEEK = timedelta(days=7)
_HAD = phrase("news_day.had")
_EARLIER_BEFORE = phrase("news_day.earlier_before")
_NOT_NOW = phrase("news_day.not_now")
_NOT_NOW_BEFORE = phrase("news_day.not_now_before")
_NOT_NOW_AFTER = phrase("news_day.not_now_after")
_SHIFTED = phrase("news_day.not_now_first")
_NAMED_BEFORE = phrase("news_day.named_before")
_PERFECT = phrase("news_day.perfect_before")


def carry(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those without date words dated by the news of the article where they unfold it."""
    told = [_announced(document, mention) for mention in mentions]
    news = next(iter(_lead(document, told)), None)
    first = None if news and news.date.worded or not document.sentences else _day(document, 0)
    known = {person for m in told if news and m.trigger <= news.trigger for person in m.persons}
    return [
        _dated(mention, news.date)
        if news and _unfolds(document, mention, news, known)
        else _dated(mention, first)
        if first and _beside(document, mention)
        else mention
        for mention in told
    ]


def _beside(document: Document, mention: Mention) -> bool:
    """Is this an act told at once after a first sentence that names the day of something else, its frame?"""
    if mention.type not in _ACTS or mention.modality != "happened" or mention.date.worded:
        return False
    return (
        0 < mention.sentence < _LEAD
        and not _PERFECT.search(document.before(mention, _NEAR))
        and _plain_past(document, mention)
    )


def _lead(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The acts that the article opens with, dated to a day of the week before publication; those in words first."""
    opening = [
        m
        for m in mentions
        if m.sentence < _LEAD
        and m.type in _ACTS
        and m.modality == "happened"
        and m.date.precision == "day"
        and document.dct
        and m.date.end
        and timedelta(0) <= document.dct - m.date.end <= _WEEK
    ]
    return sorted(opening, key=lambda m: (not m.date.worded, m.trigger))


def _unfolds(document: Document, mention: Mention, news: Mention, known: set[str]) -> bool:
    """Is this an act of the same news: undated, told in a plain main clause? What is planned or denied is said then."""
    if mention is news or mention.type not in _ACTS or mention.date.worded or mention.date.basis == news.date.basis:
        return False
    if mention.modality in _SAID and mention.trigger > news.trigger:
        return mention.sentence < 2 * _LEAD and not _HAD.search(document.before(mention, _NEAR))
    if mention.modality != "happened" or mention.sentence > _REACH:
        return False
    if mention.trigger < news.trigger and _PERFECT.search(document.before(mention, _NEAR)):
        return False
    if (
        mention.type == "appointment"
        and known & set(mention.persons)
        or _elsewhere(document, mention.sentence - 1, news.date)
    ):
        return False
    return _plain_past(document, mention)


def _elsewhere(document: Document, index: int, news: EventDate) -> bool:
    """Has the sentence before gone to another time? A past perfect there is an aside, after which the news goes on."""
    line = document.line(index) if index >= 0 else ""
    if not line or _HAD.search(line):
        return False
    sentence = document.sentences[index]
    dates = [timex.date for timex in document.timexes_near(index) if sentence.start <= timex.start < sentence.end]
    older = any(found.end and news.start and found.end < news.start for found in dates)
    return older or bool(_NOT_NOW.search(line))


def _plain_past(document: Document, mention: Mention) -> bool:
    """Told in the plain past or present, with no word that sets it apart from the news?"""
    left, line = document.before(mention, _NEAR), document.line(mention.sentence)
    if (
        _EARLIER_BEFORE.search(left)
        or _NAMED_BEFORE.search(left)
        or _SHIFTED.search(line)
        or _NOT_NOW_BEFORE.search(left)
    ):
        return False
    return not (_NOT_NOW_AFTER.search(document.after(mention, _NEAR)) or has_cue("stale", left))


def _announced(document: Document, mention: Mention) -> Mention:
    """The news without date words, where a sentence soon after says when it was made known."""
    told = mention.modality in _SAID or mention.modality == "happened" and _plain_past(document, mention)
    if mention.sentence >= _LEAD or mention.type not in _ACTS or mention.date.worded or not told:
        return mention
    for number in range(mention.sentence + 1, min(mention.sentence + _SOON, len(document.sentences))):
        if has_cue("made_known", document.line(number)) and (found := _day(document, number)):
            return _dated(mention, found)
    return mention


def _day(document: Document, index: int) -> EventDate | None:
    """The one day that a sentence names, if it lies within the week before publication."""
    sentence, dct = document.sentences[index], document.dct
    days = [
        timex.date
        for timex in document.timexes_near(index)
        if sentence.start <= timex.start < sentence.end
        and timex.date.precision == "day"
        and not LEXICON.traits(timex.rule).hour_only
    ]
    if dct is None or len({(found.start, found.end) for found in days}) != 1:
        return None
    found = days[0]
    return found if found.end and timedelta(0) <= dct - found.end <= _WEEK else None


def _dated(mention: Mention, found: EventDate) -> Mention:
    note = f"{found.derivation}; the day of the news that this is part of"
    return replace(mention, date=replace(found, derivation=note), background=False)
