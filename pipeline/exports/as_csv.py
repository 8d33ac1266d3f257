"""Events as CSV for spreadsheets: the columns of events.csv, UTF-8, RFC 4180."""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from pipeline.exports.selection import Selection
from pipeline.tables.columns import COLUMNS
from pipeline.tables.files import DIGITS

_DAYS: Final = "%Y-%m-%d"
_AT_ONCE: Final = 5000


def stream(selection: Selection) -> Iterator[bytes]:
    """The header and then some thousand rows a chunk."""
    for first in range(0, max(1, len(selection.events)), _AT_ONCE):
        yield _rows(selection.events.iloc[first : first + _AT_ONCE], header=first == 0)


def to_csv(events: pd.DataFrame) -> bytes:
    """The rows in the order given. Cells were made harmless for spreadsheets when the table was written
    (`plain.harmless`)."""
    return _rows(events, header=True)


def _rows(events: pd.DataFrame, *, header: bool) -> bytes:
    numbers = {
        column: events[column].map(f"{{:.{digits}f}}".format, na_action="ignore") for column, digits in DIGITS.items()
    }
    background = events["background"].map({True: "true", False: "false"})
    rows = events[list(COLUMNS["events"])].assign(background=background, **numbers)
    return rows.to_csv(index=False, header=header, lineterminator="\n", date_format=_DAYS).encode("utf-8", "replace")
