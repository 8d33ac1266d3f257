"""How time grows: merging, reading, searching, filtering, exporting, at 5 to 100,000 invented events."""

import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

from pipeline.exports import FORMATS, select
from pipeline.facets import facets
from pipeline.index import evidence_of
from pipeline.merge import merge
from pipeline.models import Article, EventDate, Mention
from pipeline.query import Filter, apply, options
from pipeline.search import build, search
from pipeline.tables import Tables, read_tables, write_tables

SIZES = (5, 1_000, 10_000, 100_000)
PER_ARTICLE = 5
FIRST_DAY = date(2022, 2, 24)
KINDS = (
    ("resignation", "leaving"),
    ("dismissal", "leaving"),
    ("strike", "military"),
    ("talks", "diplomacy"),
    ("ban", "pressure"),
)
PLACES = ("Kyiv", "Kharkiv", "Odesa", "Mykolaiv", "Geneva", "Warsaw", "Paris", "Ankara")
T = TypeVar("T")
WORDS = 25
"""Words of a sentence, about as many as news sentences have."""
WAITS: dict[str, Callable[[Tables], object]] = {
    "search": lambda tables: search("kharkiv", tables),
    "three words": lambda tables: search("person surname resign", tables),
    "typo": lambda tables: search("kharkif mykolaev", tables),
    "filter": lambda tables: apply(BUSY, tables),
    "facets": lambda tables: facets(BUSY, tables),
}
BUSY = Filter(category=("leaving",), start=date(2022, 3, 1), end=date(2022, 6, 30), q="person")
WORK = ("merge", "write", "read", "index", *WAITS)
EXPORTS = tuple(FORMATS)


def main() -> None:
    """Prints two Markdown tables, one core: seconds, and for exports seconds until the first chunk and for all of it.

    Merging to index run once; what a reader waits for is the median of five.
    """
    rows = [_row(size) for size in SIZES]
    for columns in (WORK, EXPORTS):
        print(f"\n| mentions | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
        for size, row in zip(SIZES, rows, strict=True):
            print(f"| {size:,} | {' | '.join(row[column] for column in columns)} |")


def _row(size: int) -> dict[str, str]:
    tables, articles, seconds = _built(size)
    _, seconds["index"] = _timed(lambda: (build(tables), options(tables), evidence_of(tables)))
    for name, work in WAITS.items():
        seconds[name] = median(_timed(partial(work, tables))[1] for _ in range(5))
    selection = select(Filter(), tables, articles, "https://ranks.example")
    exports = {name: _streamed(kind.stream(selection)) for name, kind in FORMATS.items()}
    return {name: f"{spent:.3f}" for name, spent in seconds.items()} | exports


def _built(size: int) -> tuple[Tables, dict[str, Article], dict[str, float]]:
    """Tables and articles as a server holds them, without what they were built from, and the seconds of each step."""
    articles, mentions = _news(size)
    merged, merging = _timed(lambda: merge(mentions, articles))
    with TemporaryDirectory() as folder:
        _, writing = _timed(lambda: write_tables(Path(folder), merged.events, merged.evidence, merged.people))
        tables, reading = _timed(lambda: read_tables(Path(folder)))
    return tables, {a.article_id: a for a in articles}, {"merge": merging, "write": writing, "read": reading}


def _streamed(chunks: Iterator[bytes]) -> str:
    began = time.perf_counter()
    next(chunks)
    next(chunks, b"")  # the first chunk may be a head without events
    first = time.perf_counter() - began
    size = sum(map(len, chunks))
    return f"{first:.3f} / {time.perf_counter() - began:.2f}" + (f" ({size / 1e6:.0f} MB)" if size > 1e6 else "")


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    result = work()
    return result, time.perf_counter() - began


def _news(size: int) -> tuple[list[Article], list[Mention]]:
    """Invented mentions, about one in five of an event that another article tells as well; the same at every run."""
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
        headline=f"{person}: {kind}",
        rule="bench",
    )


def _letters(number: int) -> str:
    """A number in letters, so that names differ as names do."""
    letters = ""
    while number:
        number, digit = divmod(number, 26)
        letters += chr(97 + digit)
    return letters
