"""One article → its mentions, on one screen: text → dates, people, places → events."""

from pipeline.dates import find_dates
from pipeline.events import find_events
from pipeline.events.scene import Scene
from pipeline.lexicon import straighten
from pipeline.models import Article, Mention
from pipeline.people import find_people
from pipeline.text import split_sentences


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
    sentences = split_sentences(article.text, article.language)
    timexes = tuple(find_dates(article.text, article.published, article.country, sentences=sentences))
    return Scene(article.article_id, article.text, plain, sentences, find_people(plain), timexes, article.published)
