"""The timeline: lanes by category, a mark a day, a bar a span, a tail that fades where the start is open."""

import html
import textwrap
from datetime import date
from typing import Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from pages.shared import frame
from pages.shared.daycount import in_days
from pages.shared.lanes import ROOM, Mark, extents, leftwards, marks, named, window
from pages.shared.words import count, support, when
from pipeline.plain import without_controls
from pipeline.tables import split_list
from pipeline.vocabulary import CATEGORIES

Window = tuple[float, float]

MOST: Final = 1000
"""Marks that a chart shows; of more it shows how many there are (density.py)."""
SYMBOL: Final = {"day": "circle", "span": "diamond", "by": "triangle-left", "since": "triangle-right"}
HOLLOW: Final = ("alleged", "disputed", "denied", "planned")
FADE: Final = (0.55, 0.4, 0.28, 0.17, 0.08)
"""Opacity of a tail's pieces, from the known end into the open."""
LEGEND: Final = (
    "● a day  ·  ◆ somewhere within the bar  ·  ◀ by that day, perhaps earlier  ·  "
    "filled: confirmed or reported  ·  hollow: alleged, disputed, denied or planned"
)


def timeline(events: pd.DataFrame, since: date, behind: frame.Behind) -> go.Figure:
    """The dated events as a figure; a point's customdata is its row in the table of events."""
    known = extents(events)
    shown = window(known)
    events = events.assign(hover=[_hover(event, since) for _, event in events.iterrows()])
    placed = marks(known, shown)
    of_lane = {lane: [m for m in placed if m.lane == lane] for lane in CATEGORIES}
    lanes = [frame.Lane(lane, str(len(of)), max(m.row for m in of) + 1) for lane, of in of_lane.items() if of]
    tops, _ = frame.tops(lanes)
    figure = go.Figure()
    for lane in lanes:
        _draw(figure, events, of_lane[lane.name], tops[lane.name], shown)
    return frame.dress(figure, lanes, shown, behind)


def alternative(events: int) -> str:
    """The chart in a sentence for those who do not see it."""
    return f"{count(events, 'dated event')} in lanes by category. The list below holds the same events in words."


def legend(known: pd.DataFrame) -> str:
    """What the marks mean, and what lies outside the first window."""
    first, last = window(known)
    outside = int(((known["last"] < first) | (known["first"] > last)).sum())
    beyond = (
        f"  ·  {count(outside, 'background event')} outside this window: zoom out, or see the list" if outside else ""
    )
    return f"{LEGEND}{beyond}"


def _draw(figure: go.Figure, events: pd.DataFrame, placed: list[Mark], top: float, shown: Window) -> None:
    colour = frame.colour(placed[0].lane)
    _bars(figure, [m for m in placed if m.shape == "span"], top, colour)
    _tails(figure, [m for m in placed if m.shape in ("by", "since")], top, (shown[1] - shown[0]) * ROOM, colour)
    rows = events.loc[[m.place for m in placed]]
    symbols = [SYMBOL[m.shape] + "-open" * (status in HOLLOW) for m, status in zip(placed, rows["status"], strict=True)]
    figure.add_trace(
        go.Scatter(
            x=np.array([m.middle for m in placed]),
            y=np.array([_y(m, top) for m in placed]),
            mode="markers+text" if named(placed[0].lane, len(placed)) else "markers",
            text=[_name(persons) for persons in rows["persons"]] if named(placed[0].lane, len(placed)) else None,
            textposition=["middle left" if leftwards(m.last, shown) else "middle right" for m in placed],
            textfont={"color": colour, "size": 12},
            marker={"symbol": symbols, "size": 11, "color": colour, "line": {"width": 2, "color": colour}},
            customdata=[[m.place] for m in placed],  # as typed arrays they would come back from a click as objects
            hovertext=rows["hover"].tolist(),
            hovertemplate="%{hovertext}<extra></extra>",
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
    x = np.array([value for first, last, _ in pieces for value in (first, last, np.nan)])
    y = np.array([value for _, _, row in pieces for value in (row, row, np.nan)])
    line = {"color": colour, "width": width}
    figure.add_trace(go.Scatter(x=x, y=y, mode="lines", line=line, opacity=opacity, hoverinfo="skip"))


def _y(mark: Mark, top: float) -> float:
    return -(top + 1.4 + mark.row)


def _name(persons: str) -> str:
    """Beside a mark: the first name, set off from the mark by spaces."""
    names = split_list(without_controls(persons))
    more = f" + {len(names) - 1}" if len(names) > 1 else ""
    return f"  {html.escape(textwrap.shorten(names[0], 22, placeholder='…'))}{more}  " if names else ""


def _hover(event: pd.Series, since: date) -> str:
    headline = "<br>".join(html.escape(line) for line in textwrap.wrap(without_controls(event["headline"]), 38))
    lines = [when(event), in_days(event, since), f"{event['status']} · {support(event)}"]
    return "<br>".join([f"<b>{headline}</b>", *(html.escape(line) for line in lines if line)])
