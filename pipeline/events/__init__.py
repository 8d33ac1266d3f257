"""Events: triggers → mentions, with who, when, where, how real, who says so and why."""

from itertools import groupby

from pipeline.events.document import Document, annotate
from pipeline.events.mention import read_trigger
from pipeline.events.passes import over_the_document
from pipeline.events.triggers import Trigger, find_triggers
from pipeline.models import Article, Mention
from pipeline.vocabulary import CATEGORY_BY_TYPE

__all__ = ["extract", "find_events"]


def extract(article: Article) -> tuple[Mention, ...]:
    """The mentions of an article in reading order.

    >>> found = extract(Article("1", "1.txt", "Envoy Ana Ruiz resigned over the war on 3 May 2021."))
    >>> [(m.type, m.persons, m.date.start.isoformat(), m.motive) for m in found]
    [('resignation', ('Ana Ruiz',), '2021-05-03', 'over the war on 3 May 2021')]
    """
    return find_events(annotate(article))


def find_events(document: Document) -> tuple[Mention, ...]:
    """All mentions of an article in reading order; a repeated sentence gives a mention each time."""
    mentions: list[Mention] = []
    for _, group in groupby(find_triggers(document.plain, document.sentences), key=lambda trigger: trigger.sentence):
        beside = tuple(group)
        here: list[Mention] = []
        for trigger in beside:
            if any(_overlap(trigger, m) for m in here):
                continue
            mention = read_trigger(document, trigger, beside)
            if mention and not any(m.type == mention.type and _same(m, mention) and _meet(m, mention) for m in here):
                here.append(mention)
        here.sort(key=lambda m: m.trigger)
        mentions += here
    return over_the_document(document, mentions)


def _overlap(trigger: Trigger, mention: Mention) -> bool:
    """Rules of one category do not read the same words of a sentence twice."""
    first, last = mention.trigger[0] - mention.start, mention.trigger[1] - mention.start
    return mention.category == CATEGORY_BY_TYPE[trigger.rule.type] and first < trigger.end and trigger.start < last


def _meet(first: Mention, second: Mention) -> bool:
    """May two mentions be one act? Not with two dates in words apart: "retired in 2005 and as patron in 2007"."""
    return not (first.date.span and second.date.span) or first.date.overlaps(second.date)


def _same(first: Mention, second: Mention) -> bool:
    return not first.persons or not second.persons or bool(set(first.persons) & set(second.persons))
