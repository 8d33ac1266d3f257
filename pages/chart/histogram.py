"""The chart for many events: bars with the number of events in each day, week, month or year."""

from typing import Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from pages.chart import frame
from pages.chart.axis import within_calendar
from pages.chart.extent import DAY_MS
from pages.chart.period import Period, binned
from pipeline.query.summary import count
from pipeline.vocabulary import CATEGORIES

ROWS: Final = 4
"""Height of a lane, in rows of the chart of marks."""
LONGEST: Final = {"day": 70, "week": 420, "month": 4_400}
"""The longest chart, in days, for each unit of its bars; a longer one takes the next unit."""
LEGEND: Final = (
    "Taller bars mean more events. Each lane has its own scale. An event counts on the day its date begins, or on "
    "the day by which it is known. Click a bar, or choose a period, to see its events."
)


def bars_figure(known: pd.DataFrame, behind: frame.Behind) -> go.Figure:
    """Bars in lanes by category for these `extents`; a bar's customdata is the code of its period."""
    first, last = known["first"].min(), known["first"].max()
    unit = _unit((last - first) / DAY_MS)
    counted = {lane: binned(of.to_numpy(), unit) for lane, of in known["first"].groupby(known["lane"])}
    lanes = [
        frame.Lane(lane, f"{counts.sum():,}, at most {counts.max():,} a {unit}", ROWS)
        for lane in CATEGORIES
        if lane in counted
        for _, counts in [counted[lane]]
    ]
    tops, _ = frame.tops(lanes)
    bars = [_bars(*counted[lane.name], tops[lane.name], frame.colour(lane.name)) for lane in lanes]
    margin = max((last - first) * 0.02, DAY_MS)
    return frame.figure(bars, lanes, within_calendar(first - margin, last + margin + DAY_MS), behind)


def _bars(periods: list[Period], counts: np.ndarray, top: float, colour: str) -> frame.Trace:
    starts = np.array([p.first for p in periods], "datetime64[ms]").astype("int64").astype("float64")
    widths = np.array([(p.last - p.first).days + 1 for p in periods]) * DAY_MS
    return {
        "type": "bar", "x": starts + widths / 2, "width": widths * 0.86, "y": counts / counts.max() * (ROWS - 0.2),
        "base": frame.row(top, ROWS - 0.5),
        "marker": {"color": colour, "line": {"width": 0}}, "customdata": [[p.code] for p in periods],
        "text": [f"{p.words}: {count(int(n), 'event')}" for p, n in zip(periods, counts, strict=True)],
        "textposition": "none", "hovertemplate": "%{text}<extra></extra>", "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip


def _unit(days: float) -> str:
    return next((unit for unit, longest in LONGEST.items() if days <= longest), "year")
