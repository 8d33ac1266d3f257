"""chart and density: Plotly knows everything that it is told; it is not asked while a reader waits."""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from pages.chart import histogram, plot
from pages.chart.extent import DAY_MS, extents, milliseconds
from pages.chart.frame import Behind
from pages.chart.period import binned
from pipeline.tables.files import Tables, read_tables

WAR = date(2031, 4, 1)
BEHIND = Behind((WAR - date(1970, 1, 1)).days * DAY_MS, "day 1", ((1.93e12, 1.94e12),))


def moments(days: list[str]) -> np.ndarray:
    return milliseconds(pd.Series(pd.to_datetime(days)))


@pytest.fixture
def read(tables: Path) -> Tables:
    return read_tables(tables)


def test_plotly_knows_every_word_of_both_charts(read: Tables) -> None:
    opened = read.events[read.events["event_id"] == "kovac-resigns"]
    for figure in (
        plot.marks_figure(read.events, WAR, BEHIND, opened),
        plot.marks_figure(read.events, WAR, BEHIND, opened[:0]),
        histogram.bars_figure(extents(read.events), BEHIND),
    ):
        told = figure.to_dict()
        assert go.Figure(told).to_dict() == told  # a word that it does not know raises ValueError


@pytest.mark.parametrize(
    ("unit", "codes"),
    [
        ("day", {"1969-12-31": 1, "1970-01-01": 2, "2024-12-30": 1}),
        ("week", {"1970-W01": 3, "2025-W01": 1}),
        ("month", {"1969-12": 1, "1970-01": 2, "2024-12": 1}),
        ("year", {"1969": 1, "1970": 2, "2024": 1}),
    ],
)
def test_days_are_counted_by_their_period(unit: str, codes: dict[str, int]) -> None:
    days = ["2024-12-30", "1970-01-01", "1969-12-31", "1970-01-01"]
    periods, counts = binned(moments(days), unit)
    assert dict(zip([p.code for p in periods], counts.tolist(), strict=True)) == codes


def test_no_days_are_in_no_period() -> None:
    assert [len(part) for part in binned(moments([]), "month")] == [0, 0]
