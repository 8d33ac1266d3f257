"""The figures that the About page shows: rows of data/figures.json."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

FIGURES = Path(__file__).parents[2] / "data" / "figures.json"
COLUMNS = ("corpus", "measure", "ours", "peer")
Row = dict[str, str]


def row(name: str, corpus: str, measure: str, ours: str, peer: str = "") -> Row:
    """A figure of today; rows of one `name` are measured and replaced together."""
    return {"name": name, "corpus": corpus, "measure": measure, "ours": ours, "peer": peer, "day": f"{date.today()}"}


def store(rows: Iterable[Row]) -> None:
    """Put the rows in the place of those of the same names; what was not measured stays, with its day."""
    new = list(rows)
    names = {one["name"] for one in new}
    old = json.loads(FIGURES.read_text("utf-8")) if FIGURES.is_file() else []
    order = list(dict.fromkeys(one["name"] for one in [*old, *new]))
    rows_now = [*(one for one in old if one["name"] not in names), *new]
    rows_now.sort(key=lambda one: order.index(one["name"]))
    FIGURES.write_text(json.dumps(rows_now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def table(rows: Iterable[Row]) -> str:
    """The rows as Markdown."""
    lines = [f"| {' | '.join(one[column] for column in COLUMNS)} |" for one in rows]
    return "\n".join([f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}", *lines])
