"""`make bench`: measures, prints a table a topic, and writes data/figures.json, which the About page shows.

What is measured against an annotation needs ../shared; without it the stored figures stay.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tests.benchmarks import bench_dates, bench_events, bench_scale

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FIGURES = ROOT / "data" / "figures.json"
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
        print("Accuracy is not measured: the annotations (../shared) are not here. data/figures.json stays as it is.")
    else:
        dates = bench_dates.figures(SHARED)
        print(bench_dates.table(dates), flush=True)
        events = bench_events.figures(SHARED)
        print(f"\n{json.dumps(events, indent=1)}", flush=True)
        today = date.today().isoformat()
        rows = [row | {"day": today} for row in (*_date_rows(dates), *_event_rows(events))]
        FIGURES.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    bench_scale.main()
    return 0


def _date_rows(found: dict[str, Any]) -> Iterator[dict[str, str]]:
    peer = bench_dates.PEERS["HeidelTime 2.2"]
    for corpus in bench_dates.CORPORA:
        for part in ("set aside", "tuned on", "whole"):
            for key, measure in DATE_MEASURES.items():
                theirs = f"{peer[corpus][key]} (HeidelTime 2.2)" if part == "whole" else ""  # type: ignore[index]
                yield _row("dates", f"{corpus}, {part}", measure, f"{found[corpus][part][key]}", theirs)
    speed = f"{peer['characters_per_second']:,} (HeidelTime 2.2)"
    yield _row("dates", "real news", "characters per second, one core", f"{found['characters_per_second']:,.0f}", speed)


def _event_rows(found: dict[str, Any]) -> Iterator[dict[str, str]]:
    for part in ("set aside", "tuned on"):
        corpus = f"annotated real news, {found[part]['articles']} articles, {part}"
        for group, measures in EVENT_MEASURES.items():
            for measure in measures:
                theirs = BASELINE.get((group, measure))
                peer = "" if theirs is None else f"{theirs} (nearest name and verb, all articles)"
                yield _row("events", corpus, f"{group}: {measure}", f"{found[part][group][measure]}", peer)
    yield _row("events", "real news", "characters per second, one core", f"{found['characters per second']:,}", "")


def _row(name: str, corpus: str, measure: str, ours: str, peer: str) -> dict[str, str]:
    return {"name": name, "corpus": corpus, "measure": measure, "ours": ours, "peer": peer}


if __name__ == "__main__":
    sys.exit(main())
