"""The text of an article as HTML with its evidence marked.

The text is somebody else's: every character of it passes through `html.escape`, and the only tags and addresses are ours.
"""

import html
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import pandas as pd

from pages.shared.links import address
from pipeline.plain import without_controls
from pipeline.query import Filter

PASSAGE: Final = "passage"
"""The id of the marked passage, to which the page scrolls."""
_BODY: Final = '<div dir="auto" style="font-family:\'Source Serif 4\',serif;font-size:1.125rem;line-height:1.65;max-width:42rem;overflow-wrap:anywhere">{}</div>'
# Half-transparent grounds and inherited ink: they hold in light and in dark.
_MARK: Final = "background:rgba(214,160,32,.22);color:inherit;border-bottom:2px solid rgba(184,130,20,.75)"
_ASKED: Final = "background:rgba(214,160,32,.5);color:inherit;outline:2px solid rgba(184,130,20,.95);outline-offset:1px;scroll-margin:30vh"


@dataclass(frozen=True)
class Highlight:
    """A passage that supports an event; `number` is its place in the list beside the text."""

    start: int
    end: int
    event_id: str
    headline: str
    number: int


def highlights(rows: pd.DataFrame, headlines: dict[str, str], length: int) -> list[Highlight]:
    """The passages of one article, each event's once, by position; those that do not lie in the text are left out."""
    rows = rows[(rows["start"] >= 0) & (rows["end"] <= length) & (rows["start"] < rows["end"])]
    rows = rows.drop_duplicates(["event_id", "start", "end"]).sort_values(["start", "end"], kind="stable")
    numbers = {event_id: place for place, event_id in enumerate(dict.fromkeys(rows["event_id"]), 1)}
    return [
        Highlight(int(r.start), int(r.end), r.event_id, headlines.get(r.event_id, r.event_id), numbers[r.event_id])
        for r in rows.itertuples()
    ]


def body(text: str, marked: list[Highlight], at: tuple[int, int] | None, chosen: Filter) -> str:
    """The text in paragraphs; `at` is the passage that the address asks for."""
    paragraphs, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(f"<p>{_paragraph(text, place, place + len(line), marked, at, chosen)}</p>")
        place += len(line) + 1
    return _BODY.format("".join(paragraphs))


def asked(value: str, marked: list[Highlight], length: int) -> tuple[int, int] | None:
    """The passage at an offset of the address: the evidence that starts there or lies around it; None for nonsense."""
    if not value.isascii() or not value.isdigit() or int(value) >= length:
        return None
    offset = int(value)
    around = [m for m in marked if m.start <= offset < m.end]
    best = min(around, key=lambda m: (m.start != offset, m.end - m.start), default=None)
    return (best.start, best.end) if best else (offset, offset + 1)


def _paragraph(
    text: str, start: int, end: int, marked: list[Highlight], at: tuple[int, int] | None, chosen: Filter
) -> str:
    """The paragraph cut wherever a passage begins or ends."""
    here = [m for m in marked if m.start < end and m.end > start]
    cuts = {start, end, *(edge for m in here for edge in (m.start, m.end)), *(at or ())}
    pieces = []
    for first, last in pairwise(sorted(cut for cut in cuts if start <= cut <= end)):
        inside = bool(at) and at[0] <= first < at[1]
        covering = [m for m in here if m.start <= first and m.end >= last]
        anchor = f' id="{PASSAGE}"' if inside and first == max(at[0], start) and at[0] >= start else ""
        pieces.append(_piece(text[first:last], covering, inside, anchor, chosen))
        pieces += [_number(m, chosen) for m in here if m.end == last]
    return "".join(pieces)


def _piece(raw: str, covering: list[Highlight], inside: bool, anchor: str, chosen: Filter) -> str:
    shown = html.escape(without_controls(raw))
    if inside or covering:
        shown = f'<mark{anchor} style="{_ASKED if inside else _MARK}">{shown}</mark>'
    return (
        f'<a href="{_href(covering[0], chosen)}" style="color:inherit;text-decoration:none">{shown}</a>'
        if covering
        else shown
    )


def _number(mark: Highlight, chosen: Filter) -> str:
    """The number of the event after its passage, so that two events of one sentence can both be followed."""
    label = html.escape(without_controls(mark.headline))
    return f'<sup><a href="{_href(mark, chosen)}" title="{label}" aria-label="Event {mark.number}: {label}">{mark.number}</a></sup>'


def _href(mark: Highlight, chosen: Filter) -> str:
    return html.escape(address("event", chosen, id=mark.event_id))
