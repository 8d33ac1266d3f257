"""The dated events as spans of time: first and last moment, and the kind of mark for each."""

from typing import Final

import numpy as np
import pandas as pd

DAY_MS: Final = 86_400_000.0
SHAPES: Final = ("day", "by", "since", "span")
"""A day; by a day (open start); since a day (open end); some time within a span of days."""


def extents(events: pd.DataFrame) -> pd.DataFrame:
    """First and last moment, shape, lane and background of the dated events, by row of the table.

    An event known by a day, or since one, has both moments there. Only these columns, because whole rows of 100,000
    events are slow.
    """
    first, last = milliseconds(events["date_start"]), milliseconds(events["date_end"])
    by = np.isnan(first) | (events["date_basis"] == "reported").to_numpy()
    since = np.isnan(last) & ~by
    end = np.where(np.isnan(last), first, last)
    shape = pd.Categorical.from_codes(np.select([by, since, end > first], [1, 2, 3], 0), pd.Index(SHAPES))
    known = pd.DataFrame({"first": np.where(by, end, first), "last": end, "shape": shape}, index=events.index)
    known["lane"], known["background"] = events["category"], events["background"]
    dated = ~np.isnan(end) & (events["date_precision"] != "unknown").to_numpy()
    return known if dated.all() else known[dated]


def milliseconds(days: pd.Series) -> np.ndarray:
    """Days as milliseconds since 1970, NaN for none: numbers reach the browser in eight bytes each."""
    numbers = days.to_numpy("datetime64[ms]").astype("int64").astype("float64")
    return np.where(days.isna().to_numpy(), np.nan, numbers)
