"""Small makers of the nouns, so that a test names only what it is about."""

from datetime import date

from pipeline.events import extract
from pipeline.merge.one_article import clearest_mentions
from pipeline.models import Article, EventDate, Mention


def an_article(article_id: str = "a1", text: str = "", published: str = "2024-05-08", **fields: object) -> Article:
    values = {
        "origin": f"Origin of {article_id}",
        "publisher": f"Paper {article_id}",
        "file": f"{article_id}.txt",
    } | fields
    return Article(article_id, text=text, published=date.fromisoformat(published) if published else None, **values)


def day(iso: str, basis: str = "stated", words: str = "") -> EventDate:
    """One day; `reported` days are what an article without date words gets."""
    when = date.fromisoformat(iso)
    return EventDate(when, when, "day", basis, words)


def days(first: str, last: str, precision: str, basis: str = "relative", words: str = "") -> EventDate:
    return EventDate(date.fromisoformat(first), date.fromisoformat(last), precision, basis, words)


UNDATED = EventDate()


def a_mention(
    article: Article, quote: str, kind: str, when: EventDate, category: str = "leaving", **fields: object
) -> Mention:
    """A mention whose sentence is the (first) place of `quote` in the article."""
    start = article.text.index(quote)
    return Mention(article.article_id, category, kind, start, start + len(quote), (start, start + 1), when, **fields)


def told_once(article: Article) -> tuple[Mention, ...]:
    """Each event of an article once, as `extract` of the command line answers."""
    return clearest_mentions(extract(article), article)
