"""How time grows: merging mentions, reading tables, filtering and exporting, at 5 to 100,000 events of invented data."""

import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from pipeline.exports.as_csv import to_csv
from pipeline.exports.as_json import to_json
from pipeline.merge import Merged, merge
from pipeline.models import Article, EventDate, Mention
from pipeline.query import Filter, apply
from pipeline.tables import read_tables, write_tables

SIZES = (5, 1_000, 10_000, 100_000)
PER_ARTICLE = 5
FIRST_DAY = date(2022, 2, 24)
KINDS = (("resignation", "leaving"), ("dismissal", "leaving"), ("strike", "military"), ("talks", "diplomacy"), ("ban", "pressure"))
PLACES = ("Kyiv", "Kharkiv", "Odesa", "Mykolaiv", "Geneva", "Warsaw", "Paris", "Ankara")
T = TypeVar("T")
SENTENCE = "Somebody did something somewhere and this sentence says so. "


def main() -> None:
    """Prints a Markdown table: seconds, one run each, one core."""
    print("\n| mentions | merge | write | read | first search | filter | to CSV | to JSON |\n|---|---|---|---|---|---|---|---|")
    for size in SIZES:
        print(f"| {size:,} | " + " | ".join(f"{seconds:.3f}" for seconds in _row(size)) + " |", flush=True)


def _row(size: int) -> list[float]:
    articles, mentions = _news(size)
    merged, merging = _timed(lambda: merge(mentions, articles))
    with TemporaryDirectory() as folder:
        _, writing = _timed(lambda: write_tables(Path(folder), merged.events, merged.evidence, merged.people))
        tables, reading = _timed(lambda: read_tables(Path(folder)))
    _, searching = _timed(lambda: apply(Filter(q="kharkiv"), tables))
    chosen = Filter(category=("leaving",), start=date(2022, 3, 1), end=date(2022, 6, 30), q="person")
    found, filtering = _timed(lambda: apply(chosen, tables))
    _, to_csv_time = _timed(lambda: to_csv(tables.events))
    _, to_json_time = _timed(lambda: to_json(tables.events, tables.evidence))
    assert isinstance(merged, Merged) and len(found) <= len(tables.events)
    return [merging, writing, reading, searching, filtering, to_csv_time, to_json_time]


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    result = work()
    return result, time.perf_counter() - began


def _news(size: int) -> tuple[list[Article], list[Mention]]:
    """Invented mentions, about one in five of an event that another article tells as well; the same at every run."""
    chance = random.Random(7)
    articles, mentions = [], []
    text = SENTENCE * PER_ARTICLE
    for number in range(max(1, size // PER_ARTICLE)):
        published = FIRST_DAY + timedelta(days=number * 1000 * PER_ARTICLE // max(size, 1000))
        articles.append(Article(f"{number:06}", f"{number:06}.txt", text, origin=f"Origin {number % 400}", published=published))
        mentions += [_mention(chance, f"{number:06}", published, i, size) for i in range(PER_ARTICLE)]
    return articles, mentions


def _mention(chance: random.Random, article_id: str, published: date, place: int, size: int) -> Mention:
    kind, category = chance.choice(KINDS)
    when = published - timedelta(days=chance.randrange(4))
    name = chance.randrange(max(4, size // 10))
    person = f"Person{_letters(name)} Surname{_letters(name * 7919 % 1_000_003)}"
    start = place * len(SENTENCE)
    return Mention(
        article_id,
        category,
        kind,
        start,
        start + len(SENTENCE) - 1,
        (start, start + 8),
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
