"""One article → its mentions, on one screen: text → dates, people, places → events."""

import re
from itertools import pairwise

from pipeline.dates import find_dates
from pipeline.events import find_events
from pipeline.events.scene import Scene
from pipeline.lexicon import straighten
from pipeline.models import Article, Mention, Sentence
from pipeline.people import find_people
from pipeline.text import split_sentences

_GLUED = re.compile(r"(?<=[a-z0-9)%][.!?])(?=[A-Z\"“‘])|(?<=[a-z0-9,][.!?][\"”’])(?=[A-Z\"“])")


def extract(article: Article) -> tuple[Mention, ...]:
    """The mentions of an article in reading order.

    >>> found = extract(Article("1", "1.txt", "Envoy Ana Ruiz resigned over the war on 3 May 2021."))
    >>> [(m.type, m.persons, m.date.start.isoformat(), m.motive) for m in found]
    [('resignation', ('Ana Ruiz',), '2021-05-03', 'over the war on 3 May 2021')]
    """
    return find_events(scene_of(article))


def scene_of(article: Article) -> Scene:
    """What the event stages need to know of an article: sentences, dates, people."""
    plain = straighten(article.text)
    sentences = unglued(split_sentences(article.text, article.language))
    timexes = tuple(find_dates(article.text, article.published, article.country, sentences=sentences))
    return Scene(article.article_id, article.text, plain, sentences, find_people(plain), timexes, article.published)


def unglued(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Sentences that the copy from the web ran together ("… to parliament.A court …") taken apart.

    >>> [s.text for s in unglued((Sentence(0, 20, "She quit.He did not.", 0),))]
    ['She quit.', 'He did not.']
    """
    apart: list[Sentence] = []
    for sentence in sentences:
        cuts = [0, *(match.start() for match in _GLUED.finditer(sentence.text)), len(sentence.text)]
        for start, end in pairwise(cuts):
            text = sentence.text[start:end]
            apart.append(Sentence(sentence.start + start, sentence.start + end, text, sentence.paragraph))
    return tuple(apart)
