"""One article → its mentions, on one screen: text → dates, people, places → events."""

import re

from pipeline.dates import find_dates
from pipeline.entities.people import People, find_people
from pipeline.events import find_events
from pipeline.events.document import Document
from pipeline.lexicon.date_rules import LEXICON
from pipeline.models import Article, Mention, Timex
from pipeline.text.normalise import for_dating, for_matching
from pipeline.text.sentences import split_sentences


def extract(article: Article) -> tuple[Mention, ...]:
    """The mentions of an article in reading order.

    >>> found = extract(Article("1", "1.txt", "Envoy Ana Ruiz resigned over the war on 3 May 2021."))
    >>> [(m.type, m.persons, m.date.start.isoformat(), m.motive) for m in found]
    [('resignation', ('Ana Ruiz',), '2021-05-03', 'over the war on 3 May 2021')]
    """
    return find_events(annotate(article))


def annotate(article: Article) -> Document:
    """What the event stages need to know of an article: sentences, dates, people."""
    plain = for_matching(article.text)
    sentences = split_sentences(article.text, article.language)
    people = find_people(plain)
    folded = for_dating(article.text)
    found = find_dates(article.text, article.published, article.country, folded)
    timexes = tuple(timex for timex in found if not _is_name(timex, people, plain))
    return Document(article.article_id, article.text, plain, folded, sentences, people, timexes, article.published)


_WHEN = re.compile(
    r"(?:\b(?:in|of|by|since|until|from|to|for|last|next|this|late|early|mid|and|on|"
    r"[\d,]+(?:st|nd|rd|th)?)|^|[.,;:—-]) ?$",
    re.IGNORECASE,
)


def _is_name(timex: Timex, people: People, plain: str) -> bool:
    """ "Minister June Ruiz": a bare month before a name and after no word that a date follows."""
    if not LEXICON.traits(timex.rule).may_be_a_name or not timex.text.isalpha():
        return False
    if not people.within(timex.end, timex.end + 2):
        return False
    return not _WHEN.search(plain[max(0, timex.start - 12) : timex.start])
