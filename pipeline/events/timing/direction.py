"""A date without its year or week, aimed by what is told of it: what happened lies behind, what is planned ahead.

The date stage reads the tense near the date words; here it is known which act they belong to, and how real it is.
"""

import re
from dataclasses import replace
from datetime import timedelta

from pipeline.dates.calendar import shift
from pipeline.events.document import Document
from pipeline.lexicon.date_rules import LEXICON
from pipeline.lexicon.phrases import phrase
from pipeline.models import EventDate

_BREAK = phrase("direction.break")


def aimed(found: EventDate, document: Document, end: int, modality: str) -> EventDate:
    """The date turned by a year or a week where it lies on the wrong side of publication; else unchanged.

    Only where it follows the trigger, which ends at `end`, in one breath.
    """
    dct = document.dct
    if dct is None or found.span is None or found.start is None or found.end is None or found.span[0] < end:
        return found
    apart = _BREAK.search(document.plain[end : found.span[0]])
    if apart or found.precision == "range" or re.search(r"\d{4}", found.text):
        return found
    if modality == "happened" and found.start > dct:
        return _turned(found, -1, "what has happened lies before publication")
    if modality == "planned" and found.end < dct:
        return _turned(found, 1, "what is planned lies after publication")
    return found


def _turned(found: EventDate, by: int, why: str) -> EventDate:
    if found.start is None or found.end is None:
        return found
    open_part = LEXICON.traits(found.rule).leaves_open
    if open_part == "week":
        start, end = found.start + timedelta(days=7 * by), found.end + timedelta(days=7 * by)
    elif open_part == "year" and (first := shift(found.start, by, "Y")) and (last := shift(found.end, by, "Y")):
        start, end = first, last
    else:
        return found
    return replace(found, start=start, end=end, derivation=f"{found.derivation}; moved to {start.isoformat()}: {why}")
