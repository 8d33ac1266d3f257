"""`make bench`: measures, prints a table a topic, and writes data/figures.json, which the About page shows.

What is measured against an annotation needs ../shared, what a reader waits for needs Chromium; without them the stored
figures stay.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks import bench_browser, bench_dates, bench_events, bench_reader, bench_readers, bench_scale
from tests.benchmarks.figures import Row, row, store, table
from tests.benchmarks.many import many

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SIZES = (5, 1_000, 10_000, 100_000)
READ_BY_MANY = 10_000
DATE_MEASURES = {
    "dates": "DATE and TIME, value F1",
    "all": "all types, value F1",
    "relaxed": "found at all, F1",
    "strict": "found to the letter, F1",
}
EVENT_MEASURES = {
    "leaving": ("precision", "recall", "f1", "modality", "date", "false alarms per 100 articles"),
    "other": ("recall", "type", "date"),
}
BASELINE = {
    ("leaving", "precision"): 32, ("leaving", "recall"): 17, ("leaving", "f1"): 22, ("leaving", "modality"): 96,
    ("leaving", "date"): 9, ("leaving", "false alarms per 100 articles"): 25, ("other", "recall"): 0,
}  # fmt: skip
"""The nearest-name-and-verb baseline on all 112 annotated articles."""


def main() -> int:
    """Prints everything; exit code 0."""
    if not SHARED.is_dir():
        print("Accuracy is not measured: the annotations (../shared) are not here. Its stored figures stay.")
    else:
        dates = bench_dates.figures(SHARED)
        print(bench_dates.table(dates), flush=True)
        events = bench_events.figures(SHARED)
        print(f"\n{json.dumps(events, indent=1)}", flush=True)
        store([*_date_rows(dates), *_event_rows(events)])
    with TemporaryDirectory() as folder:
        bench_scale.main(many(size, Path(folder)) for size in SIZES)
        for reading in (
            bench_browser.rows(ROOT / "data", [Path(folder, f"{size}") for size in SIZES[1:]]),
            bench_readers.rows(Path(folder, f"{READ_BY_MANY}")),
            bench_reader.rows(Path(folder, f"{SIZES[-1]}")),
        ):
            measured = list(reading)
            print(f"\n{table(measured)}", flush=True)
            store(measured)
    return 0


def _date_rows(found: dict[str, Any]) -> Iterator[Row]:
    peer = bench_dates.PEERS["HeidelTime 2.2"]
    for corpus in bench_dates.CORPORA:
        for part in ("set aside", "tuned on", "whole"):
            for key, measure in DATE_MEASURES.items():
                theirs = f"{peer[corpus][key]} (HeidelTime 2.2)" if part == "whole" else ""
                yield row("dates", f"{corpus}, {part}", measure, f"{found[corpus][part][key]}", theirs)
    speed = f"{peer['characters_per_second']:,} (HeidelTime 2.2)"
    yield row("dates", "real news", "characters per second, one core", f"{found['characters_per_second']:,.0f}", speed)


def _event_rows(found: dict[str, Any]) -> Iterator[Row]:
    for part in ("set aside", "tuned on"):
        corpus = f"annotated real news, {found[part]['articles']} articles, {part}"
        for group, measures in EVENT_MEASURES.items():
            for measure in measures:
                theirs = BASELINE.get((group, measure))
                peer = "" if theirs is None else f"{theirs} (nearest name and verb, all articles)"
                yield row("events", corpus, f"{group}: {measure}", f"{found[part][group][measure]}", peer)
    yield row("events", "real news", "characters per second, one core", f"{found['characters per second']:,}")


if __name__ == "__main__":
    sys.exit(main())
