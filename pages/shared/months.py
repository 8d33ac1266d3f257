"""Events grouped under headings by month, in the order that they come in."""

from collections.abc import Iterator
from itertools import groupby

import pandas as pd


def by_month(events: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Month and its events: "March 2022"; an event stands under the month it begins in, a year alone under its year."""
    heads = [_head(first, last, precision) for first, last, precision in _dates(events)]
    for head, group in groupby(range(len(heads)), key=heads.__getitem__):
        yield head, events.iloc[list(group)]


def _dates(events: pd.DataFrame) -> zip:
    return zip(events["date_start"], events["date_end"], events["date_precision"], strict=True)


def _head(first: pd.Timestamp, last: pd.Timestamp, precision: str) -> str:
    day = last if pd.isna(first) else first
    return f"{day:%Y}" if precision == "year" else f"{day:%B %Y}"
