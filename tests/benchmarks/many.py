"""Invented news, and the tables made of it: what a server would hold after years of work."""

import csv
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from pipeline.corpus.articles import MANIFEST_COLUMNS
from pipeline.merge import merge
from pipeline.models import Article, EventDate, Mention
from pipeline.tables.files import Tables, read_tables, write_tables
from tests.benchmarks.timing import timed

PER_ARTICLE = 5
PER_EVENT = 1.1
"""Mentions that make one event, rounded up: of the invented ones about one in twelve tells what another article tells."""
FIRST_DAY = date(2022, 2, 24)
KINDS = (
    ("resignation", "leaving"),
    ("dismissal", "leaving"),
    ("strike", "military"),
    ("talks", "diplomacy"),
    ("ban", "pressure"),
)
PLACES = ("Kyiv", "Kharkiv", "Odesa", "Mykolaiv", "Geneva", "Warsaw", "Paris", "Ankara")
WORDS = 25
"""Words of a sentence, about as many as news sentences have."""


@dataclass(frozen=True)
class Many:
    """Tables and articles as a server holds them, without what they were built from; the folder that has them as files,
    and the seconds of each step."""

    folder: Path
    tables: Tables
    articles: dict[str, Article]
    seconds: dict[str, float]


def many(events: int, folder: Path) -> Many:
    """At least so many events (of five, perhaps fewer), as files in a folder of their own and as they are read back."""
    articles, mentions = _news(int(events * PER_EVENT))
    merged, merging = timed(lambda: merge(mentions, articles))
    own = folder / f"{events}"
    own.mkdir()
    texts = {a.article_id: a.text for a in articles}
    _, writing = timed(lambda: write_tables(own, merged.events, merged.evidence, merged.people, texts))
    tables, reading = timed(lambda: read_tables(own))
    _write(articles, own)
    return Many(own, tables, {a.article_id: a for a in articles}, {"merge": merging, "write": writing, "read": reading})


def _write(articles: Iterable[Article], folder: Path) -> None:
    """The texts and their manifest, as a build would find them."""
    (folder / "articles").mkdir()
    with (folder / "articles.csv").open("w", encoding="utf-8", newline="") as out:
        rows = csv.DictWriter(out, MANIFEST_COLUMNS, restval="", lineterminator="\n")
        rows.writeheader()
        for a in articles:
            (folder / "articles" / a.file).write_text(a.text, encoding="utf-8")
            told = {"article_id": a.article_id, "file": a.file, "origin": a.origin, "published": str(a.published)}
            rows.writerow({**told, "title": f"Article {a.article_id}", "publisher": a.origin})


def _news(size: int) -> tuple[list[Article], list[Mention]]:
    """Invented mentions, in which articles tell one another's events; the same at every run."""
    chance = random.Random(7)
    words = [f"{_letters(n * 7919 + 997)}" for n in range(5_000)]
    weights = [1 / (n + 1) for n in range(len(words))]  # as words of a language are: Zipf
    articles, mentions = [], []
    for number in range(max(1, size // PER_ARTICLE)):
        published = FIRST_DAY + timedelta(days=number * 1000 * PER_ARTICLE // max(size, 1000))
        sentences = [f"{' '.join(chance.choices(words, weights, k=WORDS))}." for _ in range(PER_ARTICLE)]
        text, name = " ".join(sentences), f"{number:06}"
        articles.append(Article(name, f"{name}.txt", text, origin=f"Origin {number % 400}", published=published))
        starts = accumulate((len(sentence) + 1 for sentence in sentences[:-1]), initial=0)
        for start, sentence in zip(starts, sentences, strict=True):
            mentions.append(_mention(chance, name, published, (start, start + len(sentence)), size))
    return articles, mentions


def _mention(chance: random.Random, article_id: str, published: date, span: tuple[int, int], size: int) -> Mention:
    kind, category = chance.choice(KINDS)
    when = published - timedelta(days=chance.randrange(4))
    name = chance.randrange(max(4, size // 10))
    person = f"Person{_letters(name)} Surname{_letters(name * 7919 % 1_000_003)}"
    return Mention(
        article_id,
        category,
        kind,
        *span,
        (span[0], span[0] + 1),
        EventDate(when, when, "day", chance.choice(("stated", "relative", "reported"))),
        persons=(person,) if category != "military" else (),
        place=chance.choice(PLACES) if category == "military" else "",
        rule="bench",
    )


def _letters(number: int) -> str:
    """A number in letters, so that names differ as names do."""
    letters = ""
    while number:
        number, digit = divmod(number, 26)
        letters += chr(97 + digit)
    return letters
