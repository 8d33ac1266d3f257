"""What both charts share: lanes with their names, the axis, the first day of the count, stretches behind the marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go
import plotly.io as pio

from pages.shared.style import COLOUR_INDEX

ROW_HEIGHT: Final = 20
GREY: Final = "rgba(128,128,128,0.25)"
CONFIG: Final = {
    "displaylogo": False,
    "displayModeBar": True,
    "scrollZoom": False,
    "modeBarButtons": [["zoomIn2d", "zoomOut2d", "pan2d", "resetScale2d"]],
}


@dataclass(frozen=True)
class Behind:
    """What lies behind the marks, in milliseconds: the day from which days are counted, and stretches to be shaded."""

    start: float | None = None
    stretches: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class Lane:
    """A lane of the chart: what stands after its name, and how many rows it is high."""

    name: str
    told: str
    rows: int


def tops(lanes: Iterable[Lane]) -> tuple[dict[str, float], float]:
    """Top of each lane in rows downwards from 0, and the height of all."""
    found, y = {}, 0.0
    for lane in lanes:
        found[lane.name] = y
        y += lane.rows + 1.6
    return found, y


def colour(lane: str) -> str:
    """A placeholder that the browser replaces by the category's colour of the theme in use, light or dark."""
    return str(pio.templates["streamlit"].layout.colorway[COLOUR_INDEX[lane]])


def dress(figure: go.Figure, lanes: list[Lane], shown: tuple[float, float], behind: Behind) -> go.Figure:
    """Names, lines and axis of a chart, in one step: every single one that Plotly is told takes a millisecond."""
    found, height = tops(lanes)
    height += 0.9  # room for a word at the foot
    shapes, notes = _behind(behind, shown, height)
    shapes += [
        _rule({"x0": 0, "x1": 1, "xref": "paper", "y0": -(y - 0.1), "y1": -(y - 0.1)}) for y in found.values() if y
    ]
    notes += [_name(lane, found[lane.name]) for lane in lanes]
    return figure.update_layout(
        xaxis={
            "type": "date", "range": [*shown], "showgrid": True, "gridcolor": GREY, "zeroline": False,
            "tickfont": {"size": 13, "color": colour("military")},
        },
        yaxis={"visible": False, "range": [-height, 0.1], "fixedrange": True},
        shapes=shapes, annotations=notes, height=int(height * ROW_HEIGHT) + 60,
        margin={"l": 0, "r": 0, "t": 8, "b": 30}, showlegend=False, dragmode=False, hovermode="closest",
        bargap=0, barmode="overlay",
    )  # fmt: skip


def _name(lane: Lane, top: float) -> dict[str, Any]:
    return {
        "text": f"<b>{lane.name.capitalize()}</b>  {lane.told}", "x": 0, "xref": "paper", "xanchor": "left",
        "y": -(top + 0.4), "showarrow": False, "font": {"color": colour(lane.name), "size": 14},
    }  # fmt: skip


def _behind(behind: Behind, shown: tuple[float, float], height: float) -> tuple[list[Any], list[Any]]:
    whole = {"yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    ground = {"type": "rect", "line": {"width": 0}, "fillcolor": colour("leaving"), "opacity": 0.1}
    shapes = [{**ground, **whole, "x0": first, "x1": last} for first, last in behind.stretches]
    if behind.start is None or not shown[0] <= behind.start <= shown[1]:
        return shapes, []
    at, ink = behind.start, colour("military")
    note = {
        "text": "day 1", "x": at, "xanchor": "left", "xshift": 2, "y": -height, "yanchor": "bottom",
        "showarrow": False, "font": {"color": ink, "size": 12},
    }  # fmt: skip
    return [*shapes, {**_rule({"x0": at, "x1": at, **whole}), "line": {"color": ink, "width": 1, "dash": "dot"}}], [
        note
    ]


def _rule(place: dict[str, Any]) -> dict[str, Any]:
    return {"type": "line", "line": {"color": GREY, "width": 1}, **place}
