"""Events as people read them: what calendar, feed, timeline and the two documents say of each, once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from pipeline.dates import in_words
from pipeline.exports.selection import Record, Selection, records, web_address
from pipeline.models import Article
from pipeline.query.summary import post_in_words
from pipeline.tables.files import split_list
from pipeline.text.normalise import without_controls

COLUMNS: Final = [
    "event_id", "headline", "category", "type", "status", "date_start", "date_end", "date_precision", "date_basis",
    "persons", "role", "organisation", "place", "country", "motive", "motive_class", "first_reported",
]  # fmt: skip
CLAIMS: Final = ["article_id", "field", "quote", "speaker"]
DEFAULT_DAY: Final = date(1970, 1, 1)
"""Where a format demands a day and the data has none at all."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that states or denies the event: `outlet` published it at `url` ("" if no web address) on `day`.

    `teller` is who says so, after "denial" where it denies; "" for the article itself.
    """

    text: str
    outlet: str
    url: str
    day: date | None
    teller: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One event. `start` and `end` are None where open; `dated` is False where it has no place in time at all."""

    event_id: str
    headline: str
    category: str
    type: str
    status: str
    start: date | None
    end: date | None
    precision: str
    basis: str
    when: str
    persons: tuple[str, ...]
    post: str
    place: str
    motive: str
    reported: date
    quotes: tuple[Quote, ...]
    link: str

    @property
    def dated(self) -> bool:
        """Whether anything is known of when it happened."""
        return self.precision != "unknown" and not (self.start is None and self.end is None)

    @property
    def by_then(self) -> bool:
        """Whether it is only known to have happened by its last day."""
        return self.dated and (self.basis == "reported" or self.start is None)

    @property
    def facts(self) -> tuple[str, ...]:
        """Date, type, status, persons, post, place and motive, each in words where known."""
        kind = self.type.replace("_", " ")
        known = [
            self.when[:1].upper() + self.when[1:],
            kind,
            self.status,
            ", ".join(self.persons),
            self.post,
            self.place,
        ]
        return tuple(fact for fact in (*known, self.motive) if fact)


def entries(selection: Selection) -> Iterator[Entry]:
    """Every event of the selection, in its order, without characters that turn or hide text."""
    for event, claims in records(selection, COLUMNS, CLAIMS):
        yield _entry(event, claims, selection)


def _entry(event: Record, claims: list[Record], selection: Selection) -> Entry:
    start, end, first = (_day(event[column]) for column in ("date_start", "date_end", "first_reported"))
    text = {name: one_line(value) for name, value in event.items() if isinstance(value, str)}
    return Entry(
        event_id=event["event_id"],
        headline=text["headline"],
        category=text["category"],
        type=text["type"],
        status=text["status"],
        start=start,
        end=end,
        precision=event["date_precision"],
        basis=event["date_basis"],
        when=in_words(start, end, event["date_precision"], event["date_basis"]),
        persons=split_list(text["persons"]),
        post=post_in_words(text),
        place=", ".join(dict.fromkeys(part for part in (text["place"], text["country"]) if part)),
        motive=_motive(text["motive"], text["motive_class"]),
        reported=first or start or end or DEFAULT_DAY,
        quotes=_quotes(claims, selection.articles),
        link=selection.address("event", id=event["event_id"]),
    )


def _quotes(claims: list[Record], articles: Mapping[str, Article]) -> tuple[Quote, ...]:
    """The first passage of each article that states the act, then the first of each that denies it."""
    first: dict[tuple[str, str], Record] = {}
    for field in ("act", "denial"):
        for claim in claims:
            if claim["field"] == field:
                first.setdefault((field, claim["article_id"]), claim)
    return tuple(_quote(claim, articles.get(article_id)) for (_, article_id), claim in first.items())


def _quote(claim: Record, article: Article | None) -> Quote:
    denial = "denial" if claim["field"] == "denial" else ""
    text, teller = one_line(claim["quote"]), ": ".join(part for part in (denial, one_line(claim["speaker"])) if part)
    if article is None:
        return Quote(text, one_line(claim["article_id"]), "", None, teller)
    outlet = one_line(article.publisher or article.origin or article.article_id)
    return Quote(text, outlet, web_address(article.url), article.published, teller)


def _motive(motive: str, said_by: str) -> str:
    """The motive is a claim of its own: it never stands without who makes it."""
    return f"motive ({said_by.replace('_', ' ') or 'unattributed'}): {motive}" if motive else ""


def one_line(text: str) -> str:
    """One line without control characters, direction marks and what UTF-8 cannot say."""
    if text.isascii() and text.isprintable():
        return text
    return without_controls(" ".join(text.encode("utf-8", "replace").decode("utf-8").split()))


def _day(value: Any) -> date | None:
    return None if pd.isna(value) else value.date()
