"""When each dated event was: first and last moment, and what kind of mark that makes."""

from typing import Final

import numpy as np
import pandas as pd

DAY_MS: Final = 86_400_000.0
SHAPES: Final = ("day", "by", "since", "span")
"""A day, known by a day (open start), known since a day (open end), somewhere within days."""


def extents(events: pd.DataFrame) -> pd.DataFrame:
    """First and last moment, shape, lane and background of the dated events, by row of the table.

    What is known by a day, or since one, stands there. Only what is needed: whole rows of 100,000 events take long.
    """
    first, last = milliseconds(events["date_start"]), milliseconds(events["date_end"])
    by = np.isnan(first) | (events["date_basis"] == "reported").to_numpy()
    since = np.isnan(last) & ~by
    end = np.where(np.isnan(last), first, last)
    shape = pd.Categorical.from_codes(np.select([by, since, end > first], [1, 2, 3], 0), SHAPES)
    known = pd.DataFrame({"first": np.where(by, end, first), "last": end, "shape": shape}, index=events.index)
    known["lane"], known["background"] = events["category"], events["background"]
    dated = ~np.isnan(end) & (events["date_precision"] != "unknown").to_numpy()
    return known if dated.all() else known[dated]


def milliseconds(days: pd.Series) -> np.ndarray:
    """Days as numbers, which travel to the browser in eight bytes each; not-a-number where there is none."""
    numbers = days.to_numpy("datetime64[ms]").astype("int64").astype("float64")
    return np.where(days.isna().to_numpy(), np.nan, numbers)
