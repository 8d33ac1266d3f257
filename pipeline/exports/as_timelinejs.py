"""Events as JSON of Knight Lab's TimelineJS 3 (timeline.knightlab.com/docs/json-format.html).

TimelineJS puts headline, text and dates into the page as HTML, so every character of somebody else's is escaped here.
"""

import json
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from pipeline.exports.entries import Entry, Quote, entries
from pipeline.exports.selection import TITLE, Selection
from pipeline.query.summary import count


def stream(selection: Selection) -> Iterator[bytes]:
    """One slide a dated event; undated ones are left out and counted on the title slide."""
    yield b'{"title":' + _json(_title(selection)) + b',"events":['
    separator = b""
    for entry in entries(selection):
        if entry.dated:
            yield separator + _json(_slide(entry))
            separator = b","
    yield b"]}\n"


def _title(selection: Selection) -> dict[str, Any]:
    undated = selection.undated
    left_out = f"<p>Not shown: {count(undated, 'undated event')}.</p>" if undated else ""
    text = {"headline": escape(TITLE), "text": f"<p>{escape(selection.words)}</p>{left_out}"}
    return {"text": text, "autolink": False}


def _slide(entry: Entry) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "start_date": {},
        "display_date": escape(entry.when),
        "text": {"headline": escape(entry.headline), "text": _text(entry)},
        "group": escape(entry.category),
        "unique_id": escape(entry.event_id),
        "autolink": False,
    }
    slide["start_date"], end = _ends(entry)
    return slide | ({"end_date": end} if end else {})


def _ends(entry: Entry) -> tuple[dict[str, int], dict[str, int] | None]:
    """As fine as is known: no month for a year, no day for a month; what is known by or since a day stands there."""
    first, last = entry.start or entry.end, entry.end or entry.start
    assert first and last
    if entry.by_then or first == last:
        return _parts(last, "day"), None
    fine = {"year": "year", "month": "month", "season": "month"}.get(entry.precision, "day")
    start, end = _parts(first, fine), _parts(last, fine)
    return start, end if end != start else None


def _parts(day: date, fine: str) -> dict[str, int]:
    parts = {"year": day.year, "month": day.month, "day": day.day}
    return {name: parts[name] for name in {"year": ["year"], "month": ["year", "month"]}.get(fine, parts)}


def _text(entry: Entry) -> str:
    link = f'<p><a href="{escape(entry.link)}">All evidence</a></p>' if entry.link else ""
    return f"<p>{escape(' · '.join(entry.facts[1:]))}</p>{''.join(map(_quote, entry.quotes))}{link}"


def _quote(quote: Quote) -> str:
    outlet = escape(quote.outlet)
    source = f'<a href="{escape(quote.url)}">{outlet}</a>' if quote.url else outlet
    teller = f"{escape(quote.teller)}, " if quote.teller else ""
    return f"<blockquote>“{escape(quote.text)}”<br>{teller}{source}</blockquote>"


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
