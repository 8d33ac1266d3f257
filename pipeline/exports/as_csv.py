"""Events as CSV for spreadsheets: the columns of events.csv, UTF-8, RFC 4180."""

import pandas as pd

from pipeline.columns import COLUMNS
from pipeline.tables import DIGITS

_DAYS = "%Y-%m-%d"


def to_csv(events: pd.DataFrame) -> bytes:
    """The rows in the order given. Cells were made harmless for spreadsheets when the table was written
    (`plain.harmless`)."""
    numbers = {
        column: events[column].map(f"{{:.{digits}f}}".format, na_action="ignore") for column, digits in DIGITS.items()
    }
    background = events["background"].map({True: "true", False: "false"})
    rows = events[list(COLUMNS["events"])].assign(background=background, **numbers)
    return rows.to_csv(index=False, lineterminator="\n", date_format=_DAYS).encode("utf-8")
