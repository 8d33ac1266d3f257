"""The chart of single events: lanes by category, a mark for each event, a bar for a span, a tail for an open end."""

import html
import textwrap
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from pages.chart import frame
from pages.chart.axis import Axis, fit_axis
from pages.chart.daycount import in_days
from pages.chart.extent import extents
from pages.chart.lanes import MOST_NAMED, ROOM, Mark, marks
from pages.text.wording import Row, kind, support, when
from pipeline.query.summary import count
from pipeline.tables.files import split_list
from pipeline.text.normalise import without_controls
from pipeline.vocabulary import CATEGORIES

MOST: Final = 1000
"""Marks that the chart shows; for more events histogram.py draws bars."""
LONGEST_NAME: Final = 32
"""Characters beside a mark: as many as fit on a phone."""
SHORTEST_SUBJECT: Final = 12
GAP: Final = "\u2003"
"""The space between a mark and its name."""
SYMBOL: Final = {"day": "circle", "span": "diamond", "by": "triangle-left", "since": "triangle-right"}
COLUMNS: Final = [
    "headline", "persons", "type", "place", "country", "category",
    "date_start", "date_end", "date_precision", "date_basis", "status", "articles", "origins", "background",
]  # fmt: skip
"""The columns that the chart needs: whole rows of a thousand events take 0.3 s."""
HOLLOW: Final = ("alleged", "disputed", "denied", "planned")
FADE: Final = (0.55, 0.4, 0.28, 0.17, 0.08)
"""Opacity of a tail's pieces, from the known end into the open."""
LEGEND: Final = (
    "● a day  ·  ◆ some time within the bar  ·  ◀ by that day, perhaps earlier  ·  "
    "filled: confirmed or reported  ·  hollow: alleged, disputed, denied or planned"
)


@dataclass(frozen=True)
class Said:
    """The words beside a mark, its hover text, and its look."""

    name: str
    hover: str
    hollow: bool
    opened: bool


def marks_figure(events: pd.DataFrame, since: date, behind: frame.Behind, opened: pd.DataFrame) -> go.Figure:
    """The dated events as a figure, those opened larger; a point's customdata is its row in the table."""
    known = extents(events)
    shown = fit_axis(known)
    told = dict(zip(known.index.tolist(), events[COLUMNS].loc[known.index].to_dict("records"), strict=True))
    names = _names(told)
    placed = marks(known, shown, names)
    said = {
        row: Said(names[row], _hover(event, since), event["status"] in HOLLOW, row in opened.index)
        for row, event in told.items()
    }
    of_lane = {lane: [m for m in placed if m.lane == lane] for lane in CATEGORIES}
    lanes = [frame.Lane(lane, str(len(of)), max(m.row for m in of) + 1) for lane, of in of_lane.items() if of]
    tops, _ = frame.tops(lanes)
    traces = [trace for lane in lanes for trace in _draw(of_lane[lane.name], said, tops[lane.name], shown)]
    return frame.figure(traces, lanes, shown, behind)


def alt_text(events: int) -> str:
    """The chart in a sentence, for screen readers."""
    return f"{count(events, 'dated event')} in lanes by category. The list below holds the same events in words."


def legend_text(known: pd.DataFrame) -> str:
    """What the marks mean, and how many events lie outside the first window."""
    shown = fit_axis(known)
    outside = int(((known["last"] < shown.first) | (known["first"] > shown.last)).sum())
    beyond = (
        f"  ·  {count(outside, 'background event')} outside this window: zoom out, or see the list" if outside else ""
    )
    return f"{LEGEND}{beyond}"


def mark_label(event: Row) -> str:
    """The words beside a mark: a short headline, else the first person, or the place, and the type."""
    headline = without_controls(event["headline"])
    if len(headline) <= LONGEST_NAME:
        return headline
    persons, what = split_list(without_controls(event["persons"])), kind(event["type"])
    if not persons:
        place = without_controls(event["place"] or event["country"])
        return ", ".join(part for part in (what.capitalize(), place) if part)
    act = f"{f' + {len(persons) - 1}' if persons[1:] else ''} · {what}"
    room = max(LONGEST_NAME - len(act), SHORTEST_SUBJECT)
    return f"{persons[0] if len(persons[0]) <= room else f'{persons[0][: room - 1].rstrip()}…'}{act}"


def _names(events: Mapping[int, Row]) -> dict[int, str]:
    """The words beside the marks, by row of the table; "" in lanes with too many marks."""
    in_lane = Counter(event["category"] for event in events.values())
    return {row: mark_label(event) if in_lane[event["category"]] <= MOST_NAMED else "" for row, event in events.items()}


def _draw(placed: list[Mark], said: Mapping[int, Said], top: float, shown: Axis) -> list[frame.Trace]:
    colour = frame.colour(placed[0].lane)
    spans = [(shown.x(m.first), shown.x(m.last), _y(m, top)) for m in placed if m.shape == "span"]
    tails = _tails([m for m in placed if m.shape in ("by", "since")], top, shown, colour)
    texts = _texts(placed, [said[m.event].name for m in placed], top, shown)
    return [*_line(spans, colour, 0.35, 9), *tails, *texts, _marks(placed, said, top, shown)]


def _marks(placed: list[Mark], said: Mapping[int, Said], top: float, shown: Axis) -> frame.Trace:
    colour = frame.colour(placed[0].lane)
    symbols = [SYMBOL[m.shape] + "-open" * said[m.event].hollow for m in placed]
    opened = [n for n, m in enumerate(placed) if said[m.event].opened]
    return {
        "type": "scatter",
        "x": np.array([shown.x(m.middle) for m in placed]),
        "y": np.array([_y(m, top) for m in placed]),
        "mode": "markers",
        "marker": {"symbol": symbols, "size": 11, "color": colour, "line": {"width": 2, "color": colour}},
        "customdata": [[m.event] for m in placed],  # as typed arrays they would come back from a click as objects
        "hovertext": [said[m.event].hover for m in placed],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverlabel": {"align": "left"},
        "selected": {"marker": {"size": 18}},
        "unselected": {"marker": {"opacity": 1}},
        **({"selectedpoints": opened} if opened else {}),
    }


def _texts(placed: list[Mark], names: list[str], top: float, shown: Axis) -> list[frame.Trace]:
    """The names, each beyond the end of its bar or tail."""
    if not any(names):
        return []
    tail = shown.length * ROOM
    ends = [
        shown.x(m.first) - tail * (m.shape == "by") if m.leftwards else shown.x(m.last) + tail * (m.shape == "since")
        for m in placed
    ]
    return [
        {
            "type": "scatter",
            "x": np.array(ends),
            "y": np.array([_y(m, top) for m in placed]),
            "mode": "text",
            "hoverinfo": "skip",
            "text": [f"{GAP}{html.escape(name)}{GAP}" for name in names],
            "textfont": {"color": frame.colour(placed[0].lane), "size": 12},
            "textposition": ["middle left" if m.leftwards else "middle right" for m in placed],
        }
    ]


def _tails(open_ended: list[Mark], top: float, shown: Axis, colour: str) -> list[frame.Trace]:
    piece, traces = shown.length * ROOM / len(FADE), []
    for step, opacity in enumerate(FADE):
        pieces = []
        for m in open_ended:
            way = -piece if m.shape == "by" else piece
            pieces.append((shown.x(m.middle) + way * step, shown.x(m.middle) + way * (step + 1), _y(m, top)))
        traces += _line(pieces, colour, opacity, 8)
    return traces


def _line(pieces: list[tuple[float, float, float]], colour: str, opacity: float, width: int) -> list[frame.Trace]:
    if not pieces:
        return []
    x = np.array([value for first, last, _ in pieces for value in (first, last, np.nan)])
    y = np.array([value for _, _, row in pieces for value in (row, row, np.nan)])
    line = {"color": colour, "width": width}
    return [{"type": "scatter", "x": x, "y": y, "mode": "lines", "line": line, "opacity": opacity, "hoverinfo": "skip"}]


def _y(mark: Mark, top: float) -> float:
    return frame.row(top, mark.row)


def _hover(event: Row, since: date) -> str:
    headline = "<br>".join(html.escape(line) for line in textwrap.wrap(without_controls(event["headline"]), 38))
    lines = [when(event), in_days(event, since), f"{event['status']} · {support(event)}"]
    return "<br>".join([f"<b>{headline}</b>", *(html.escape(line) for line in lines if line)])
