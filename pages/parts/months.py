"""Events grouped under headings by month, in the order that they come in."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import pandas as pd

from pages.text.wording import Row


def by_month(events: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Month and its events: "March 2022"; an event stands under the month it begins in, a year alone under its year."""
    for head, group in groupby(events, key=_head):
        yield head, list(group)


def _head(event: Row) -> str:
    day = event["date_end"] if pd.isna(event["date_start"]) else event["date_start"]
    return f"{day:%Y}" if event["date_precision"] == "year" else f"{day:%B %Y}"
