"""How real an event is and when, read in the clause that tells it, and so that the two agree."""

from collections.abc import Sequence

from pipeline.events.document import Document
from pipeline.events.factuality.modality import modality_of
from pipeline.events.timing.trigger_date import date_of, is_told
from pipeline.events.triggers import Trigger
from pipeline.lexicon.phrases import phrase
from pipeline.models import EventDate

_FACT = phrase("tense_and_date.fact")
_RELATIVE = phrase("tense_and_date.relative")
_AHEAD = phrase("tense_and_date.ahead")
_BESIDE = 60
"""Characters after a noun in which its verb stands: "the trial of the four opens in May"."""
_WAS_TO = phrase("tense_and_date.was_to")
_PROGRESSIVE_ENDS = phrase("tense_and_date.progressive_ends")
_UNDER_WAY = phrase("tense_and_date.under_way")


def clause_modality(line: str, trigger: Trigger) -> str:
    """The modality of a trigger in its own clause.

    What follows "that" speaks of the object ("struck down a law that would have barred him").
    """
    if trigger.rule.modality:
        return trigger.rule.modality
    first = max((match.start() for match in _FACT.finditer(line, max(0, trigger.start - 60), trigger.start)), default=0)
    relative = _RELATIVE.search(line, trigger.end) if is_told(line, trigger) else None
    clause = line[first : relative.start()] if relative else line[first:]
    progressive = trigger.rule.who != "none" and _in_progress(line, trigger)
    return modality_of(clause, trigger.start - first, trigger.end - first, not progressive)


def in_time(document: Document, trigger: Trigger, others: Sequence[Trigger], modality: str) -> tuple[EventDate, str]:
    """Date and modality that agree: what lies after the publication day is planned, and no plan lies before it."""
    line = document.line(trigger.sentence)
    found = date_of(document, trigger, others, modality)
    if modality == "planned" and _is_under_way(line, trigger):
        now = date_of(document, trigger, others, "happened")
        return (now, "happened") if now.basis == "reported" else (found, modality)
    if (
        modality == "happened"
        and found.precision == "unknown"
        and _AHEAD.search(line, trigger.start, trigger.end + _BESIDE)
    ):
        later = date_of(document, trigger, others, "planned")
        return (later, "planned") if _is_ahead(document, later) else (found, modality)
    if modality == "happened" and _is_ahead(document, found):
        return found, "planned"
    over = found.end is not None and document.dct is not None and found.end < document.dct
    if modality == "planned" and over and not _WAS_TO.search(line[max(0, trigger.start - 60) : trigger.end]):
        return EventDate(derivation="the date words of the sentence lie before what is planned"), modality
    return found, modality


def _is_ahead(document: Document, found: EventDate) -> bool:
    return found.start is not None and document.dct is not None and found.start > document.dct


def _is_under_way(line: str, trigger: Trigger) -> bool:
    """Does it happen as the news is written? "The envoy is arriving in Oslo", without a day to come."""
    return _in_progress(line, trigger) and _UNDER_WAY.search(line[: trigger.start]) is not None


def _in_progress(line: str, trigger: Trigger) -> bool:
    """Is the first word of the trigger a verb in the progressive, or a gerund?"""
    return _PROGRESSIVE_ENDS.search(line[trigger.start : trigger.end].split(" ", 1)[0]) is not None
