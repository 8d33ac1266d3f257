"""The text of an article as HTML with its evidence marked.

Every character of the article passes through `markup.text`, so the only tags and addresses are ours.
"""

import html
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import pandas as pd

from pages.state.links import address
from pages.text import markup
from pipeline.query.filter import Filter

PASSAGE: Final = "passage"
"""The id of the marked passage, to which the page scrolls."""
_BODY: Final = (
    '<div dir="auto" style="font-family:\'Source Serif Web\',serif;font-size:1.125rem;line-height:1.65;'
    'max-width:42rem;overflow-wrap:anywhere">{}</div>'
)
# Half-transparent grounds and inherited ink: they hold in light and in dark.
_MARK: Final = "background:rgba(214,160,32,.22);color:inherit;border-bottom:2px solid rgba(184,130,20,.75)"
_ASKED: Final = "background:rgba(214,160,32,.5);color:inherit;outline:2px solid rgba(184,130,20,.95);outline-offset:1px"


@dataclass(frozen=True)
class Highlight:
    """A passage that supports an event; `number` is the event's number in the list beside the text."""

    start: int
    end: int
    event_id: str
    headline: str
    number: int


def highlights(rows: pd.DataFrame, headlines: dict[str, str], length: int) -> list[Highlight]:
    """The passages of one article by offset; passages of one event that touch are joined and numbered once."""
    rows = _within(rows, length).sort_values(["start", "end"], kind="stable")
    numbers = {event_id: number for number, event_id in enumerate(dict.fromkeys(rows["event_id"]), 1)}
    joined: dict[str, list[tuple[int, int]]] = {}
    for event_id, start, end in zip(rows["event_id"], rows["start"], rows["end"], strict=True):
        spans = joined.setdefault(event_id, [])
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], int(end)))
        else:
            spans.append((int(start), int(end)))
    found = [
        Highlight(start, end, event_id, headlines.get(event_id, event_id), numbers[event_id])
        for event_id, spans in joined.items()
        for start, end in spans
    ]
    return sorted(found, key=lambda mark: (mark.start, mark.end, mark.number))


def passage_at(value: str, rows: pd.DataFrame, length: int) -> tuple[int, int] | None:
    """The passage at an offset of the address: evidence that starts there or covers it; None for a bad offset."""
    if not value.isascii() or not value.isdigit() or int(value) >= length:
        return None
    offset, rows = int(value), _within(rows, length)
    around = rows[(rows["start"] <= offset) & (rows["end"] > offset)]
    spans = [(int(start), int(end)) for start, end in zip(around["start"], around["end"], strict=True)]
    # Of several that start there, the longest is the sentence.
    return min(spans, key=lambda span: (span[0] != offset, -(span[1] - span[0])), default=(offset, offset + 1))


def _within(rows: pd.DataFrame, length: int) -> pd.DataFrame:
    """The passages inside the text: an article may have been shortened since the build."""
    return rows[(rows["start"] >= 0) & (rows["end"] <= length) & (rows["start"] < rows["end"])]


@dataclass(frozen=True)
class Text:
    """A text, the passages to mark in it, the one that the address asks for, and the filter for its links."""

    text: str
    marked: list[Highlight]
    at: tuple[int, int] | None
    chosen: Filter

    def html(self) -> str:
        """The whole text in paragraphs."""
        paragraphs, offset = [], 0
        for line in self.text.split("\n"):
            if line.strip():
                paragraphs.append(f"<p>{self._paragraph(offset, offset + len(line))}</p>")
            offset += len(line) + 1
        return _BODY.format("".join(paragraphs))

    def _paragraph(self, start: int, end: int) -> str:
        """A paragraph, cut where passages begin and end."""
        here = [m for m in self.marked if m.start < end and m.end > start]
        cuts = {start, end, *(edge for m in here for edge in (m.start, m.end)), *(self.at or ())}
        pieces = []
        for first, last in pairwise(sorted(cut for cut in cuts if start <= cut <= end)):
            pieces.append(self._piece(first, last, [m for m in here if m.start <= first and m.end >= last]))
            pieces += [self._number(m) for m in here if m.end == last]
        return "".join(pieces)

    def _piece(self, first: int, last: int, covering: list[Highlight]) -> str:
        shown = markup.text(self.text[first:last])
        inside = self.at is not None and self.at[0] <= first < self.at[1]
        if inside or covering:
            anchor = f' id="{PASSAGE}"' if self.at and first == self.at[0] else ""
            shown = f'<mark{anchor} style="{_ASKED if inside else _MARK}">{shown}</mark>'
        if not covering:
            return shown
        return f'<a href="{self._href(covering[0])}" style="color:inherit;text-decoration:none">{shown}</a>'

    def _number(self, mark: Highlight) -> str:
        """The event's number after its passage, so that two events of one sentence both have a link."""
        label = markup.text(mark.headline)
        style = "color:inherit;margin-left:.25em"
        return f'<sup><a href="{self._href(mark)}" title="{label}" style="{style}">{mark.number}</a></sup>'

    def _href(self, mark: Highlight) -> str:
        return html.escape(address("event", self.chosen, id=mark.event_id))
