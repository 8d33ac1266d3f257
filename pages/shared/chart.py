"""The timeline: lanes by category, a mark a day, a bar a span, a tail that fades where the start is open."""

import html
import textwrap
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio

from pages.shared.lanes import ROOM, Mark, dated, marks, window
from pages.shared.style import COLOUR_INDEX
from pages.shared.words import count, support, when
from pipeline.plain import without_controls
from pipeline.vocabulary import CATEGORIES

ROW_HEIGHT: Final = 20
SYMBOL: Final = {"day": "circle", "span": "diamond", "by": "triangle-left", "since": "triangle-right"}
HOLLOW: Final = ("alleged", "disputed", "denied", "planned")
FADE: Final = (0.55, 0.4, 0.28, 0.17, 0.08)
"""Opacity of a tail's pieces, from the known end into the open."""
LEGEND: Final = (
    "● a day  ·  ◆ somewhere within the bar  ·  ◀ by that day, perhaps earlier  ·  "
    "filled: confirmed or reported  ·  hollow: alleged, disputed, denied or planned"
)
CONFIG: Final = {
    "displaylogo": False,
    "displayModeBar": True,
    "scrollZoom": False,
    "modeBarButtons": [["zoomIn2d", "zoomOut2d", "pan2d", "resetScale2d"]],
}


def timeline(events: pd.DataFrame) -> go.Figure:
    """The dated events as a figure; a point's customdata is its row in the table of events."""
    shown = window(events)
    placed = marks(events, shown)
    tops, height = _lanes(placed)
    figure = go.Figure()
    for lane in tops:
        _draw(figure, events, [m for m in placed if m.lane == lane], tops[lane], (shown[1] - shown[0]) * ROOM)
    _dress(figure, tops, height, shown, {lane: sum(m.lane == lane for m in placed) for lane in tops})
    return figure


def alternative(events: pd.DataFrame) -> str:
    """The chart in a sentence for those who do not see it."""
    on_axis = dated(events)
    return f"{count(len(on_axis), 'dated event')} in lanes by category. The list below holds the same events in words."


def legend(events: pd.DataFrame) -> str:
    """What the marks mean, and what lies outside the first window."""
    shown = window(events)
    outside = sum(m.last < shown[0] or m.first > shown[1] for m in marks(events, shown))
    beyond = (
        f"  ·  {count(outside, 'background event')} outside this window: zoom out, or see the list" if outside else ""
    )
    return f"{LEGEND}{beyond}"


def _lanes(placed: list[Mark]) -> tuple[dict[str, float], float]:
    """Top of each lane that has marks, in rows downwards from 0, and the height of all."""
    tops, y = {}, 0.0
    for lane in CATEGORIES:
        rows = [m.row for m in placed if m.lane == lane]
        if rows:
            tops[lane] = y
            y += max(rows) + 2.6
    return tops, y


def _draw(figure: go.Figure, events: pd.DataFrame, placed: list[Mark], top: float, tail: float) -> None:
    colour = _colour(placed[0].lane)
    _bars(figure, [m for m in placed if m.shape == "span"], top, colour)
    _tails(figure, [m for m in placed if m.shape in ("by", "since")], top, tail, colour)
    rows = events.loc[[m.place for m in placed]]
    symbols = [SYMBOL[m.shape] + "-open" * (status in HOLLOW) for m, status in zip(placed, rows["status"], strict=True)]
    figure.add_trace(
        go.Scatter(
            x=[m.middle for m in placed],
            y=[_y(m, top) for m in placed],
            mode="markers",
            marker={"symbol": symbols, "size": 11, "color": colour, "line": {"width": 2, "color": colour}},
            customdata=[[m.place] for m in placed],
            text=[_hover(row) for _, row in rows.iterrows()],
            hovertemplate="%{text}<extra></extra>",
            hoverlabel={"align": "left"},
            selected={"marker": {"size": 16}},
            unselected={"marker": {"opacity": 1}},
        )  # fmt: skip
    )


def _bars(figure: go.Figure, spans: list[Mark], top: float, colour: str) -> None:
    _line(figure, [(m.first, m.last, _y(m, top)) for m in spans], colour, 0.35, 9)


def _tails(figure: go.Figure, open_ended: list[Mark], top: float, tail: float, colour: str) -> None:
    piece = tail / len(FADE)
    for step, opacity in enumerate(FADE):
        pieces = []
        for m in open_ended:
            way = -piece if m.shape == "by" else piece
            pieces.append((m.middle + way * step, m.middle + way * (step + 1), _y(m, top)))
        _line(figure, pieces, colour, opacity, 8)


def _line(figure: go.Figure, pieces: list[tuple[float, float, float]], colour: str, opacity: float, width: int) -> None:
    if not pieces:
        return
    x = [value for first, last, _ in pieces for value in (first, last, None)]
    y = [value for _, _, row in pieces for value in (row, row, None)]
    line = {"color": colour, "width": width}
    figure.add_trace(go.Scatter(x=x, y=y, mode="lines", line=line, opacity=opacity, hoverinfo="skip"))


def _y(mark: Mark, top: float) -> float:
    return -(top + 1.4 + mark.row)


def _colour(lane: str) -> str:
    """A placeholder that the browser replaces by the category's colour of the theme in use, light or dark."""
    return str(pio.templates["streamlit"].layout.colorway[COLOUR_INDEX[lane]])


def _hover(event: pd.Series) -> str:
    headline = "<br>".join(html.escape(line) for line in textwrap.wrap(without_controls(event["headline"]), 38))
    lines = [when(event), f"{event['status']} · {support(event)}"]
    return "<br>".join([f"<b>{headline}</b>", *(html.escape(line) for line in lines)])


def _dress(
    figure: go.Figure, tops: dict[str, float], height: float, shown: tuple[float, float], sizes: dict[str, int]
) -> None:
    grey = "rgba(128,128,128,0.25)"
    for lane, top in tops.items():
        figure.add_annotation(
            text=f"<b>{lane.capitalize()}</b>  {sizes[lane]}", x=0, xref="paper", xanchor="left", y=-(top + 0.4),
            showarrow=False, font={"color": _colour(lane), "size": 14},
        )  # fmt: skip
        if top:
            line = {"color": grey, "width": 1}
            figure.add_shape(type="line", xref="paper", x0=0, x1=1, y0=-(top - 0.1), y1=-(top - 0.1), line=line)
    x_axis: dict[str, Any] = {"type": "date", "range": [*shown], "showgrid": True, "gridcolor": grey, "zeroline": False}
    figure.update_xaxes(**x_axis, tickfont={"size": 13, "color": _colour("military")})
    figure.update_yaxes(visible=False, range=[-height, 0.1], fixedrange=True)
    figure.update_layout(
        height=int(height * ROW_HEIGHT) + 60, margin={"l": 0, "r": 0, "t": 8, "b": 30}, showlegend=False,
        dragmode=False, hovermode="closest",
    )  # fmt: skip
