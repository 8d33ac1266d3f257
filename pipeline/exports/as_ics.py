"""Events as iCalendar (RFC 5545) for calendars: all-day events, each as long as its date is uncertain.

Written here, not by a library: a line is a name, an escaped text and a fold, and 100,000 of them have to stream.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from pipeline.exports.entries import Entry, entries
from pipeline.exports.selection import TITLE, Selection
from pipeline.query.summary import count

_OCTETS: Final = 75
"""Longest line without its end, in octets (RFC 5545, 3.1)."""
_SPECIAL: Final = re.compile(r"([\\;,])")
_STATUS: Final = {"confirmed": "CONFIRMED"}


def stream(selection: Selection) -> Iterator[bytes]:
    """Undated events are left out and counted in the calendar's description; an open date stands on the day it has."""
    undated = selection.undated
    left_out = f" Not in this calendar: {count(undated, 'undated event')}." if undated else ""
    about = f"{selection.words}.{left_out} An entry of several days has an uncertain date."
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Broken Ranks//events//EN", "CALSCALE:GREGORIAN",
            *_text("X-WR-CALNAME", TITLE), *_text("NAME", TITLE), *_text("X-WR-CALDESC", about),
            *_text("DESCRIPTION", about)]  # fmt: skip
    yield _lines(head)
    for entry in entries(selection):
        if entry.dated:
            yield _lines(_event(entry))
    yield _lines(["END:VCALENDAR"])


def _event(entry: Entry) -> list[str]:
    first, last = _shown(entry)
    lines = ["BEGIN:VEVENT", *_text("UID", f"{entry.event_id}@broken-ranks"), f"DTSTAMP:{_day(entry.reported)}T000000Z"]
    lines.append(f"DTSTART;VALUE=DATE:{_day(first)}")
    if last < date.max:  # the day after does not exist; without an end the entry is one day long
        lines.append(f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}")
    lines += [*_text("SUMMARY", _summary(entry)), *_text("DESCRIPTION", _description(entry))]
    lines += _text("LOCATION", entry.place) if entry.place else []
    lines += _fold(f"URL:{entry.link}") if entry.link else []
    lines += [*_text("CATEGORIES", entry.category), f"STATUS:{_STATUS.get(entry.status, 'TENTATIVE')}"]
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _shown(entry: Entry) -> tuple[date, date]:
    """First and last day of the entry: what has one end, or is only known by then, stands on that day."""
    first, last = entry.start or entry.end, entry.end or entry.start
    assert first and last
    return (last, last) if entry.by_then else (first, max(first, last))


def _summary(entry: Entry) -> str:
    """The headline, with what a box in a calendar would otherwise claim: that it was that day, or all those days."""
    status = "" if entry.status in ("confirmed", "reported") else f"[{entry.status}] "
    exact = entry.start == entry.end and not entry.by_then
    return status + entry.headline + ("" if exact else f" ({entry.when})")


def _description(entry: Entry) -> str:
    quotes = [f"“{q.text}” — {', '.join(part for part in (q.teller, q.outlet, q.url) if part)}" for q in entry.quotes]
    return "\n".join([" · ".join(entry.facts), *quotes])


def _text(name: str, value: str) -> list[str]:
    escaped = _SPECIAL.sub(r"\\\1", value).replace("\n", "\\n")
    return _fold(f"{name}:{escaped}")


def _fold(line: str) -> list[str]:
    """The line, continued on lines that start with a space where it is too long; no character is cut in two."""
    octets = line.encode()
    if len(octets) <= _OCTETS:
        return [line]
    pieces, start, room = [], 0, _OCTETS
    while start < len(octets):
        end = min(start + room, len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:  # a byte inside a character of UTF-8
            end -= 1
        pieces.append((" " if start else "") + octets[start:end].decode())
        start, room = end, _OCTETS - 1
    return pieces


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _lines(lines: list[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode()
