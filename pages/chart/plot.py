"""The timeline: lanes by category, a mark a day, a bar a span, a tail that fades where the start is open."""

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
from pages.chart.axis import Axis, axis
from pages.chart.daycount import in_days
from pages.chart.extents import extents
from pages.chart.lanes import MOST_NAMED, ROOM, Mark, marks
from pages.text.wording import Row, count, kind, support, when
from pipeline.tables.files import split_list
from pipeline.text.normalise import without_controls
from pipeline.vocabulary import CATEGORIES

MOST: Final = 1000
"""Marks that a chart shows; of more it shows how many there are (density.py)."""
LONGEST_NAME: Final = 32
"""Characters beside a mark: a phone has room for them on one side of it."""
SHORTEST_SUBJECT: Final = 12
GAP: Final = "\u2003"
"""Between a mark and its name."""
SYMBOL: Final = {"day": "circle", "span": "diamond", "by": "triangle-left", "since": "triangle-right"}
COLUMNS: Final = [
    "headline", "persons", "type", "place", "country", "category",
    "date_start", "date_end", "date_precision", "date_basis", "status", "articles", "origins", "background",
]  # fmt: skip
"""What the chart needs: whole rows of a thousand events take a third of a second."""
HOLLOW: Final = ("alleged", "disputed", "denied", "planned")
FADE: Final = (0.55, 0.4, 0.28, 0.17, 0.08)
"""Opacity of a tail's pieces, from the known end into the open."""
LEGEND: Final = (
    "● a day  ·  ◆ somewhere within the bar  ·  ◀ by that day, perhaps earlier  ·  "
    "filled: confirmed or reported  ·  hollow: alleged, disputed, denied or planned"
)


@dataclass(frozen=True)
class Said:
    """What a mark says of its event: the words beside it, those that the pointer brings up, and its own look."""

    name: str
    hover: str
    hollow: bool
    opened: bool


def timeline(events: pd.DataFrame, since: date, behind: frame.Behind, opened: pd.DataFrame) -> go.Figure:
    """The dated events as a figure, those opened larger; a point's customdata is its row in the table."""
    known = extents(events)
    shown = axis(known)
    told = dict(zip(known.index.tolist(), events[COLUMNS].loc[known.index].to_dict("records"), strict=True))
    names = _names(told)
    placed = marks(known, shown, names)
    said = {
        place: Said(names[place], _hover(event, since), event["status"] in HOLLOW, place in opened.index)
        for place, event in told.items()
    }
    of_lane = {lane: [m for m in placed if m.lane == lane] for lane in CATEGORIES}
    lanes = [frame.Lane(lane, str(len(of)), max(m.row for m in of) + 1) for lane, of in of_lane.items() if of]
    tops, _ = frame.tops(lanes)
    traces = [trace for lane in lanes for trace in _draw(of_lane[lane.name], said, tops[lane.name], shown)]
    return frame.figure(traces, lanes, shown, behind)


def alternative(events: int) -> str:
    """The chart in a sentence for those who do not see it."""
    return f"{count(events, 'dated event')} in lanes by category. The list below holds the same events in words."


def legend(known: pd.DataFrame) -> str:
    """What the marks mean, and what lies outside the first window."""
    shown = axis(known)
    outside = int(((known["last"] < shown.first) | (known["first"] > shown.last)).sum())
    beyond = (
        f"  ·  {count(outside, 'background event')} outside this window: zoom out, or see the list" if outside else ""
    )
    return f"{LEGEND}{beyond}"


def name(event: Row) -> str:
    """What stands beside a mark: the headline where it is short, else the first person, or the place, and the type."""
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
    """The names beside the marks of those lanes that have room for them; "" in the others."""
    in_lane = Counter(event["category"] for event in events.values())
    return {place: name(event) if in_lane[event["category"]] <= MOST_NAMED else "" for place, event in events.items()}


def _draw(placed: list[Mark], said: Mapping[int, Said], top: float, shown: Axis) -> list[frame.Trace]:
    colour = frame.colour(placed[0].lane)
    spans = [(shown.x(m.first), shown.x(m.last), _y(m, top)) for m in placed if m.shape == "span"]
    tails = _tails([m for m in placed if m.shape in ("by", "since")], top, shown, colour)
    texts = _texts(placed, [said[m.place].name for m in placed], top, shown)
    return [*_line(spans, colour, 0.35, 9), *tails, *texts, _marks(placed, said, top, shown)]


def _marks(placed: list[Mark], said: Mapping[int, Said], top: float, shown: Axis) -> frame.Trace:
    colour = frame.colour(placed[0].lane)
    symbols = [SYMBOL[m.shape] + "-open" * said[m.place].hollow for m in placed]
    opened = [n for n, m in enumerate(placed) if said[m.place].opened]
    return {
        "type": "scatter",
        "x": np.array([shown.x(m.middle) for m in placed]),
        "y": np.array([_y(m, top) for m in placed]),
        "mode": "markers",
        "marker": {"symbol": symbols, "size": 11, "color": colour, "line": {"width": 2, "color": colour}},
        "customdata": [[m.place] for m in placed],  # as typed arrays they would come back from a click as objects
        "hovertext": [said[m.place].hover for m in placed],
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
