"""Who comes next: an appointment told without date words is news only where the text tells other news of posts."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.document import Document
from pipeline.events.factuality.cues import has_cue
from pipeline.events.timing.trigger_date import is_made_known
from pipeline.lexicon.phrases import phrase
from pipeline.models import EventDate, Mention

_REACH = 8
"""Sentences between the news of a post and a successor who is named without a day."""
_LEFT = 60
_ONCE = phrase("successors.past_before")
_BEEN = phrase("successors.been_last")


def settled(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without the appointments that nothing makes news: "who was named head of the bank".

    A successor named within a few sentences of dated news of a post is kept as of that day, and so is the next one
    in a list of successors.
    """
    news: tuple[int, EventDate] | None = None
    kept = []
    for mention in mentions:
        here = mention.sentence
        if _is_undated(mention):
            if news is None or here - news[0] > _REACH or _is_past(document, mention):
                continue
            mention = replace(mention, date=_beside(news[1]))
            news = here, news[1]
        elif _is_news(mention):
            news = here, mention.date
        kept.append(mention)
    return kept


def _beside(found: EventDate) -> EventDate:
    if "named beside" in found.derivation:
        return found
    return replace(found, derivation=f"{found.derivation}; named beside the news of that day")


def _is_undated(mention: Mention) -> bool:
    return mention.type == "appointment" and mention.modality == "happened" and mention.date.precision == "unknown"


def _is_news(mention: Mention) -> bool:
    dated = mention.date.precision != "unknown" and not mention.background
    return mention.category == "leaving" and mention.modality == "happened" and dated


def _is_past(document: Document, mention: Mention) -> bool:
    """Told as what was before: "who had been named", "originally hired as", "after he was appointed"."""
    left = document.before(mention, _LEFT)
    whole = left + document.plain[slice(*mention.trigger)]
    if is_made_known(left) or is_made_known(_BEEN.sub(" ", whole)):
        return False
    return bool(_ONCE.search(left) or _ONCE.search(whole)) or has_cue("stale", left)


def without_undated(_: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without the appointments that no date makes news, after dates have been shared."""
    return [m for m in mentions if m.type != "appointment" or m.date.precision != "unknown" or m.modality == "planned"]
