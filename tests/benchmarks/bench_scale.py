"""How time grows: merging, reading, searching, filtering, exporting, at 5 to 100,000 invented events."""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from statistics import median

from pipeline.exports import FORMATS, select
from pipeline.query.facets import facets
from pipeline.query.filter import Filter, apply, options
from pipeline.query.postings import evidence_of
from pipeline.query.search import build_index, search
from pipeline.tables.files import Tables
from tests.benchmarks.many import Many
from tests.benchmarks.timing import timed

BUSY = Filter(category=("leaving",), start=date(2022, 3, 1), end=date(2022, 6, 30), q="person")
WAITS: dict[str, Callable[[Tables], object]] = {
    "search": lambda tables: search("kharkiv", tables),
    "three words": lambda tables: search("person surname resign", tables),
    "typo": lambda tables: search("kharkif mykolaev", tables),
    "filter": lambda tables: apply(BUSY, tables),
    "facets": lambda tables: facets(BUSY, tables),
}
WORK = ("merge", "write", "read", "index", *WAITS)
EXPORTS = tuple(FORMATS)


def main(made: Iterable[Many]) -> None:
    """Prints two Markdown tables, one core: seconds, and for exports seconds until the first chunk and for all of it.

    Merging to index run once; what a reader waits for is the median of five.
    """
    rows = {f"{len(world.tables.events):,}": _row(world) for world in made}
    for columns in (WORK, EXPORTS):
        print(f"\n| events | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
        for events, row in rows.items():
            print(f"| {events} | {' | '.join(row[column] for column in columns)} |", flush=True)


def _row(world: Many) -> dict[str, str]:
    tables, seconds = world.tables, dict(world.seconds)
    _, seconds["index"] = timed(lambda: (build_index(tables), options(tables), evidence_of(tables)))
    for name, work in WAITS.items():
        seconds[name] = median(timed(partial(work, tables))[1] for _ in range(5))
    selection = select(Filter(), tables, world.articles, "https://ranks.example")
    exports = {name: _streamed(kind.stream(selection)) for name, kind in FORMATS.items()}
    return {name: f"{spent:.3f}" for name, spent in seconds.items()} | exports


def _streamed(chunks: Iterator[bytes]) -> str:
    began = time.perf_counter()
    next(chunks)
    next(chunks, b"")  # the first chunk may be a head without events
    first = time.perf_counter() - began
    size = sum(map(len, chunks))
    return f"{first:.3f} / {time.perf_counter() - began:.2f}" + (f" ({size / 1e6:.0f} MB)" if size > 1e6 else "")
