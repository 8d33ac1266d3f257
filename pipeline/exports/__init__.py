"""The export formats and their file names. Each format has a module that turns events into chunks of bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.exports import as_atom, as_brief, as_csv, as_ics, as_json, as_offline, as_timelinejs
from pipeline.exports.selection import Selection, select

__all__ = ["FORMATS", "Format", "Selection", "select"]


@dataclass(frozen=True)
class Format:
    """`stream` writes the selection in chunks of bytes of the media type; `label` says to readers what it is.

    `download`: serve it as an attachment, because it has a script of its own that a page's policy would not run.
    """

    media_type: str
    stream: Callable[[Selection], Iterator[bytes]]
    label: str
    download: bool = False


FORMATS: Final[dict[str, Format]] = {
    "events.csv": Format("text/csv; charset=utf-8", as_csv.stream, "Table for spreadsheets (CSV)"),
    "events.json": Format("application/json", as_json.stream, "Events with all evidence (JSON)"),
    "events.ics": Format("text/calendar; charset=utf-8", as_ics.stream, "Calendar subscription (iCalendar)"),
    "events.atom": Format("application/atom+xml", as_atom.stream, "Feed subscription (Atom)"),
    "events.timeline.json": Format("application/json", as_timelinejs.stream, "Slides for TimelineJS (JSON)"),
    "brief.html": Format("text/html; charset=utf-8", as_brief.stream, "Brief to print"),
    "people.html": Format("text/html; charset=utf-8", as_brief.stream_by_person, "Brief to print, one page per person"),
    "offline.html": Format("text/html; charset=utf-8", as_offline.stream, "One file, works offline", download=True),
}
"""File name, which is the route as well → its format. All give the rows of the selection in its order; the
calendar and TimelineJS leave out undated events and say how many."""
