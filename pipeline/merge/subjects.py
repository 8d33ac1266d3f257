"""Mentions as merging sees them: people and places under one name, dates as numbers, words ready to compare."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.entities.places import look_up
from pipeline.merge.headline import telling_words
from pipeline.models import Article, EventDate, Mention
from pipeline.text.normalise import for_comparing


@dataclass(frozen=True, slots=True)
class Subject:
    """A mention with the values that are compared.

    `persons` are canonical names, `place` is the modern name, `first` and `last` are ordinal days (None = open).
    `actor` says who acts where no person is named, `words` what tells the act from others of its kind; both are folded.
    """

    mention: Mention
    origin: str
    persons: tuple[str, ...]
    place: str
    first: int | None
    last: int | None
    actor: str
    words: str


def subjects_of(
    mentions: Sequence[Mention], names: Mapping[str, str], articles: Mapping[str, Article]
) -> list[Subject]:
    """A subject for each mention, in their order; `names` gives every spelling its canonical name."""
    return [_subject(m, names, articles[m.article_id]) for m in mentions]


def _subject(m: Mention, names: Mapping[str, str], article: Article) -> Subject:
    place = look_up(m.place) if m.place else None
    first, last = _ordinals(m.date)
    persons = tuple(dict.fromkeys(names[p] for p in m.persons))
    words = for_comparing(telling_words(m, persons))
    return Subject(
        m, article.origin, persons, place.name if place else m.place, first, last, for_comparing(m.agent), words
    )


def _ordinals(date: EventDate) -> tuple[int | None, int | None]:
    """The ends in days since 1 January of year 1, None = open."""
    return (date.start.toordinal() if date.start else None), (date.end.toordinal() if date.end else None)
