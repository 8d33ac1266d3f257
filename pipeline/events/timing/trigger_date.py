"""When: the date that belongs to the trigger, and whether an undated event may be called news of the day."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.document import Document
from pipeline.events.factuality.cues import has_cue
from pipeline.events.timing.direction import aimed
from pipeline.events.timing.frames import framed_date, year_of_story
from pipeline.events.timing.nearest_date import date_for
from pipeline.events.triggers import Trigger
from pipeline.lexicon.date_rules import LEXICON
from pipeline.lexicon.phrases import phrase
from pipeline.models import EventDate, Timex
from pipeline.vocabulary import CATEGORY_BY_TYPE

_LEAD = 4
"""Sentences in which news says what is new."""
_OTHER_LEAD = 20
"""The same for other events: a report on a war or a trial goes on with the day's events."""
_OLD_DAYS = 45
"""Days before publication after which an act is background. These three were chosen by hand."""
_MOST = 16
"""Time expressions that are weighed for one trigger."""


def date_of(document: Document, trigger: Trigger, others: Sequence[Trigger], modality: str) -> EventDate:
    """The date of a trigger's event; unknown where the text gives no day and the event is not the day's news."""
    index = trigger.sentence
    sentence = document.sentences[index]
    leaving = CATEGORY_BY_TYPE[trigger.rule.type] == "leaving"
    if leaving and (framed := framed_date(document, trigger)):
        return framed
    spans = [
        (sentence.start + t.start, sentence.start + t.end) for t in others if t.sentence == index and t is not trigger
    ]
    own = sentence.start + trigger.start, sentence.start + trigger.end
    found = date_for(
        own,
        sentence,
        document.folded,
        _nearest([t for t in document.timexes_near(index) if not leaving or t.end <= own[0] or own[1] <= t.start], own),
        document.dct,
        neighbours=[s for s in document.sentences[max(0, index - 2) : index + 1] if s.paragraph == sentence.paragraph],
        triggers=spans,
    )
    past = not _PRESENT.search(document.line(index)[trigger.start : trigger.end])
    if leaving and (reason := _of_another(document, trigger, found, modality)):
        return EventDate(derivation=reason)
    if leaving and (past or modality == "planned"):
        found = aimed(found, document, sentence.start + trigger.end, modality)
    if modality == "happened" and past and _to_come(found, document):
        return EventDate(derivation="the date words of the sentence speak of what is still to come")
    if found.basis == "relative":
        found = _same_day_stated(document, index, found)
    if found.basis == "reported":
        found = _since(document, index, sentence.start + trigger.end) or found
    if found.basis == "reported":
        found = year_of_story(document, trigger) or found
    if found.basis == "reported" and not _fresh(document, trigger, modality):
        return EventDate(derivation="no date words, and the text does not tell it as the news of the day")
    return found


def _nearest(timexes: Sequence[Timex], own: tuple[int, int]) -> Sequence[Timex]:
    """The expressions nearest to the trigger, in reading order."""
    if len(timexes) <= _MOST:
        return timexes
    near = sorted(timexes, key=lambda t: max(t.start - own[1], own[0] - t.end))[:_MOST]
    return sorted(near, key=lambda t: t.start)


def _of_another(document: Document, trigger: Trigger, found: EventDate, modality: str) -> str:
    """Why the date found is not that of the act, or ""."""
    sentence, line = document.sentences[trigger.sentence], document.line(trigger.sentence)
    if modality == "hypothetical":
        return "what is called for or only possible has no day"
    if found.span and _SAID_THEN.match(document.plain[sentence.start + trigger.end : found.span[0]]):
        return "the date words of the sentence say when somebody spoke"
    if modality in _UNREAL and found.span and not sentence.start <= found.span[0] < sentence.end:
        return "no date words in the sentence, and it does not tell that this happened"
    if trigger.rule.type == "dismissal" and _TOLD_IN_PASSING.search(line[: trigger.start]) and found.span:
        far = max(found.span[0] - sentence.start - trigger.end, sentence.start + trigger.start - found.span[1])
        if _PARTICIPLE.match(line, trigger.start) and far > _BESIDE:
            return "the act is only named in passing"
    return ""


def _to_come(found: EventDate, document: Document) -> bool:
    """Does the date lie ahead of publication, wholly or from that day on ("within a week")?"""
    if document.dct is None or found.start is None:
        return False
    takes_effect = found.span and _EFFECT.search(document.plain[max(0, found.span[0] - 40) : found.span[0]])
    within = LEXICON.traits(found.rule).window and found.end is not None and found.end > document.dct
    ahead = found.start > document.dct or found.start == document.dct and within
    return bool((ahead or _TO_COME.search(found.text)) and not takes_effect)


def _same_day_stated(document: Document, index: int, found: EventDate) -> EventDate:
    """Of two expressions for one day the calendar date: "today, on May 23"."""
    for timex in document.timexes_near(index):
        if found.span and 0 <= timex.start - found.span[1] < 12:
            other = timex.date
            if other.basis == "stated" and (other.start, other.end) == (found.start, found.end):
                return other
    return found


_EFFECT = phrase("trigger_date.takes_effect")
_TO_COME = phrase("trigger_date.to_come")
_RECENTLY = phrase("trigger_date.recently")
_WHEN = phrase("trigger_date.when")
_PERFECT = phrase("trigger_date.perfect")
_PRESENT = phrase("trigger_date.present")
_SAID_THEN = phrase("trigger_date.said_then")
_PARTICIPLE = phrase("trigger_date.participle")
_BESIDE = 30
_TOLD_IN_PASSING = phrase("trigger_date.told_in_passing")
_UNREAL = ("hypothetical", "denied", "alleged")
_SINCE = phrase("trigger_date.since")
_BREAK = phrase("trigger_date.break")


def _since(document: Document, index: int, end: int) -> EventDate | None:
    """The date of "since" that follows at once: "… bombardment since early March"."""
    for timex in document.timexes_near(index):
        between = document.plain[end : timex.start]
        if 0 < timex.start - end < 60 and _SINCE.search(between) and not _BREAK.search(between):
            return timex.date if timex.date.precision != "unknown" else None
    return None


_SPOKEN = phrase("trigger_date.spoken")
_OTHER_CLAUSE = phrase("trigger_date.other_clause")


def worded_here(document: Document, trigger: Trigger, found: EventDate, told: bool) -> bool:
    """Do the date words stand in the trigger's own clause, or in the sentence before, which tells the same story?"""
    sentence = document.sentences[trigger.sentence]
    if not found.worded or found.span is None or found.span[0] >= sentence.end:
        return False
    if found.span[0] < sentence.start:
        return found.precision == "day" and not is_background(document, found)
    low, high = sentence.start + trigger.start, sentence.start + trigger.end
    if found.span[1] <= low and not told and _SPOKEN.search(document.plain[sentence.start : found.span[0]]):
        return False
    between = document.plain[high : found.span[0]] if found.span[0] >= high else document.plain[found.span[1] : low]
    return not _OTHER_CLAUSE.search(between)


def _fresh(document: Document, trigger: Trigger, modality: str) -> bool:
    line = document.line(trigger.sentence)
    unreal = modality in ("hypothetical", "denied", "planned")
    leaving = CATEGORY_BY_TYPE[trigger.rule.type] == "leaving"
    once = leaving and (_RECENTLY.search(line) or _WHEN.search(line[trigger.end :]))
    if unreal or once or trigger.rule.who == "possessor" or _is_attribute(line, trigger):
        return False
    if leaving and (reach := _reach_of_perfect(line[: trigger.start], trigger, modality)):
        return trigger.sentence < reach
    left = line[max(0, trigger.start - 60) : trigger.start]
    if not leaving and _in_passing(trigger, line, left):
        return False
    if has_cue("fresh", line[max(0, trigger.start - 60) : trigger.end + 40]):
        return True
    if has_cue("stale", left) or leaving and modality != "happened":
        return False
    return trigger.sentence < (_LEAD if leaving else _other_lead(line, trigger))


def _reach_of_perfect(left: str, trigger: Trigger, modality: str) -> int:
    """Sentences in which an act in the perfect is the day's news; 0 where it is not in the perfect."""
    if _PERFECT.search(left):
        return (6 if trigger.rule.type == "appointment" else 2) * _LEAD
    return 2 * _LEAD if modality == "happened" and is_made_known(left) else 0


_MADE_KNOWN = phrase("trigger_date.made_known")


def is_made_known(left: str) -> bool:
    """Is it made known, and so news even in the past perfect? "The minister said that Ruiz had been (sacked)"."""
    return _MADE_KNOWN.search(left) is not None


def _other_lead(line: str, trigger: Trigger) -> int:
    """Sentences in which an undated event that is no leaving is the day's news: fewer where it is only named."""
    return _OTHER_LEAD if is_told(line, trigger) else 2 * _LEAD


_PERFECT_NOW = phrase("trigger_date.perfect_now")
_TOLD = phrase("trigger_date.told")


def is_told(line: str, trigger: Trigger) -> bool:
    """Does the trigger tell, or does it only name: "killed", "has spoken", beside "the attack"?"""
    return _TOLD.search(line, trigger.start, trigger.end) is not None


_GERUND = phrase("trigger_date.gerund")
_PROGRESSIVE = phrase("trigger_date.progressive")


def _in_passing(trigger: Trigger, line: str, left: str) -> bool:
    """Is it named in passing, and no news without date words? "By recapturing the city", "the recent raid".

    Nor is what a late sentence tells in the perfect: "the army has also won the south".
    """
    if trigger.sentence >= 2 * _LEAD and _PERFECT_NOW.search(f"{left}{line[trigger.start : trigger.end]}"):
        return True
    gerund = _GERUND.match(line, trigger.start) and not _PROGRESSIVE.search(left)
    return bool(gerund) or has_cue("passing", left)


_ENDS_AS_GERUND = phrase("trigger_date.ends_as_gerund")
_ATTRIBUTE = phrase("trigger_date.attribute")


def _is_attribute(line: str, trigger: Trigger) -> bool:
    """Is a dismissal only an attribute? "Ousted leader", "sacking several officials"."""
    if trigger.rule.type != "dismissal":
        return False
    before = line[: trigger.start]
    return (
        _ENDS_AS_GERUND.search(line[trigger.start : trigger.end]) is not None
        or bool(_ATTRIBUTE.search(before))
        and trigger.rule.effect != "act_itself"
    )


def is_background(document: Document, found: EventDate) -> bool:
    """Is the event old beside the news?"""
    if document.dct is None or found.end is None:
        return False
    return (document.dct - found.end).days > _OLD_DAYS


def shared(first: EventDate, second: EventDate) -> EventDate:
    """Of two dates of one event the one that the text gives in words; the first when both or neither do."""
    if first.worded or not second.worded and first.precision != "unknown":
        return first
    return replace(second, derivation=f"{second.derivation}; told of the same event in a sentence beside this one")
