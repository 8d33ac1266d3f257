"""What both charts share: lanes with their names, the axis, the line at day 1, shaded stretches."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go
import plotly.io as pio

from pages.chart.axis import Axis, Stretch, ticks
from pages.chart.extent import DAY_MS
from pages.text.style import COLOUR_INDEX
from pipeline.query.summary import count

ROW_HEIGHT: Final = 20
HEAD: Final = 1.0
"""Rows above the first lane, where the first day of the count is named."""
NAME: Final = 1.7
"""Rows that a lane's name takes, and the room under its last row."""
GREY: Final = "rgba(128,128,128,0.25)"
MARGIN_TOP: Final = 56
"""Pixels for the axis, and for the buttons above it."""
_WHOLE: Final = {"yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
CONFIG: Final = {
    "displaylogo": False,
    "displayModeBar": True,
    "scrollZoom": False,
    "modeBarButtons": [["zoomIn2d", "zoomOut2d", "pan2d", "resetScale2d"]],
}

Trace = dict[str, Any]
"""A trace of Plotly in its own words."""


@dataclass(frozen=True)
class Behind:
    """What is drawn behind the marks, in milliseconds: day 1 with its words, and stretches to shade."""

    start: float | None = None
    words: str = "day 1"
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True)
class Lane:
    """A lane of the chart: the note after its name, and its height in rows."""

    name: str
    note: str
    rows: int


def tops(lanes: Iterable[Lane]) -> tuple[dict[str, float], float]:
    """Top of each lane in rows downwards from 0, and the height of all."""
    found, y = {}, HEAD
    for lane in lanes:
        found[lane.name] = y
        y += lane.rows + NAME
    return found, y


def row(top: float, number: float) -> float:
    """The height of the middle of a lane's row; the axis points upwards."""
    return -(top + NAME - 0.2 + number)


def colour(lane: str) -> str:
    """A placeholder that the browser replaces by the category's colour of the theme in use, light or dark."""
    return str(pio.templates["streamlit"].layout.colorway[COLOUR_INDEX[lane]])


def figure(traces: list[Trace], lanes: list[Lane], shown: Axis, behind: Behind) -> go.Figure:
    """A chart of these traces with names, lines and axis.

    In one step and unchecked: Plotly's check of every value takes most of the time. test_chart.py checks instead.
    """
    found, height = tops(lanes)
    height += HEAD * bool(shown.quiet)
    shapes, notes = _shaded(behind, shown), [_name(lane, found[lane.name]) for lane in lanes]
    shapes += [_rule({"x0": 0, "x1": 1, "xref": "paper", "y0": -y, "y1": -y}) for y in found.values()]
    if behind.start is not None and shown.first <= behind.start <= shown.last:
        shapes += [_day_one(shown.x(behind.start), found[lane.name], lane.rows) for lane in lanes]
        notes.append(_said_above(behind.start, behind.words, shown))
    for stretch in shown.quiet:
        shapes.append(_left_out(shown.x(stretch[1]), height))
        notes.append(_said_below(stretch, shown, height))
    layout = {
        "xaxis": {
            "range": [shown.first, shown.x(shown.last)], "showgrid": True, "gridcolor": GREY, "zeroline": False,
            "tickfont": {"size": 13, "color": colour("military")}, "side": "top", "tickangle": 0, **_dates(shown),
        },
        "yaxis": {"visible": False, "range": [-height, 0], "fixedrange": True},
        "shapes": shapes, "annotations": notes, "height": int(height * ROW_HEIGHT) + MARGIN_TOP,
        "margin": {"l": 0, "r": 0, "t": MARGIN_TOP, "b": 0}, "showlegend": False, "dragmode": False,
        "hovermode": "closest", "bargap": 0, "barmode": "overlay",
    }  # fmt: skip
    return go.Figure({"data": traces, "layout": layout}, _validate=False)


def _dates(shown: Axis) -> dict[str, Any]:
    """Plotly's own dates, or ours where the axis leaves something out: its way to do so cannot be zoomed into."""
    at, words = ticks(shown) if shown.quiet else ([], [])
    return {"type": "linear", "tickvals": at, "ticktext": words} if shown.quiet else {"type": "date"}


def _name(lane: Lane, top: float) -> dict[str, Any]:
    return {
        "text": f"<b>{lane.name.capitalize()}</b>  {lane.note}", "x": 0, "xref": "paper", "xanchor": "left",
        "y": -(top + 0.6), "showarrow": False, "font": {"color": colour(lane.name), "size": 14},
    }  # fmt: skip


def _shaded(behind: Behind, shown: Axis) -> list[dict[str, Any]]:
    ground = {"type": "rect", "line": {"width": 0}, "fillcolor": colour("leaving"), "opacity": 0.1}
    return [{**ground, **_WHOLE, "x0": shown.x(first), "x1": shown.x(last)} for first, last in behind.stretches]


def _day_one(at: float, top: float, rows: int) -> dict[str, Any]:
    """The line beside a lane's rows only: it would cross the lanes' names."""
    ends = {"y0": row(top, -0.3), "y1": row(top, rows - 0.5), "layer": "below"}
    line = {"color": colour("military"), "width": 1, "dash": "dot"}
    return {"type": "line", "x0": at, "x1": at, **ends, "line": line}


def _said_above(start: float, words: str, shown: Axis) -> dict[str, Any]:
    return _note(words, shown.x(start), -HEAD / 2, "left" if shown.share(start) < 0.5 else "right")


def _left_out(at: float, height: float) -> dict[str, Any]:
    ends = {"x0": at, "x1": at, "y0": 0, "y1": HEAD - height, "layer": "below"}
    return {"type": "line", **ends, "line": {"color": colour("military"), "width": 2, "dash": "dash"}, "opacity": 0.45}


def _said_below(stretch: Stretch, shown: Axis, height: float) -> dict[str, Any]:
    months = max(round((stretch[1] - stretch[0]) / DAY_MS / 30.44), 1)
    told = f"{count(months, 'month')} without events (not drawn)"
    return _note(told, shown.x(stretch[1]), -(height - HEAD / 2), "center")


def _note(text: str, at: float, y: float, side: str) -> dict[str, Any]:
    font = {"color": colour("military"), "size": 12}
    return {"text": text, "x": at, "xanchor": side, "y": y, "showarrow": False, "font": font}


def _rule(ends: dict[str, Any]) -> dict[str, Any]:
    return {"type": "line", "line": {"color": GREY, "width": 1}, **ends}
