"""Events: triggers → mentions, with who, when, where, how real, who says so and why."""

from itertools import groupby

from pipeline.events.document import Document
from pipeline.events.mention import read_trigger
from pipeline.events.passes.denials import attach
from pipeline.events.passes.link import link
from pipeline.events.passes.successors import settled
from pipeline.events.passes.withdrawn import taken_back
from pipeline.events.triggers import Trigger, find_triggers
from pipeline.models import Mention
from pipeline.vocabulary import CATEGORY_BY_TYPE

__all__ = ["find_events"]


def find_events(document: Document) -> tuple[Mention, ...]:
    """All mentions of an article in reading order; a repeated sentence gives a mention each time."""
    mentions: list[Mention] = []
    for _, group in groupby(find_triggers(document.plain, document.sentences), key=lambda trigger: trigger.sentence):
        beside = tuple(group)
        here: list[Mention] = []
        for trigger in beside:
            if any(_overlap(trigger, document, m) for m in here):
                continue
            mention = read_trigger(document, trigger, beside)
            if mention and not any(m.type == mention.type and _same(m, mention) and _meet(m, mention) for m in here):
                here.append(mention)
        here.sort(key=lambda m: m.trigger)
        mentions += here
    return attach(document, link(document, settled(document, taken_back(mentions))))


def _overlap(trigger: Trigger, document: Document, mention: Mention) -> bool:
    """Rules of one category do not read the same words twice."""
    start = document.sentences[trigger.sentence].start
    first, last = mention.trigger[0] - start, mention.trigger[1] - start
    return mention.category == CATEGORY_BY_TYPE[trigger.rule.type] and first < trigger.end and trigger.start < last


def _meet(first: Mention, second: Mention) -> bool:
    """ "Retired as king in 2005 and as patron in 2007" tells two acts: two dates in words that do not overlap."""
    return not (first.date.span and second.date.span) or first.date.overlaps(second.date)


def _same(first: Mention, second: Mention) -> bool:
    return not first.persons or not second.persons or bool(set(first.persons) & set(second.persons))
