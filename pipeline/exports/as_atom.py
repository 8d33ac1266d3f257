"""Events as an Atom feed (RFC 4287): one entry an event, identified by tag: URIs (RFC 4151).

Written here, not by a library: feedgen holds the whole tree in memory and sets dates by the clock.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from pipeline.exports.entries import DEFAULT_DAY, Entry, entries
from pipeline.exports.selection import TITLE, Selection

_MINTED: Final = "2022"
"""The year in every tag: part of the name, so it stays whatever the year is."""


def stream(selection: Selection) -> Iterator[bytes]:
    """The feed and its entries; all days are days of the data, so that the same tables give the same bytes."""
    yield _head(selection).encode()
    for entry in entries(selection):
        yield _entry(entry, selection).encode()
    yield b"</feed>\n"


def _head(selection: Selection) -> str:
    events = selection.events
    days = events["first_reported"].fillna(events["date_start"]).fillna(events["date_end"])
    newest = days.max().date() if days.notna().any() else DEFAULT_DAY
    links = _link("self", selection.address("events.atom")) + _link("alternate", selection.address(""))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
        f"{_element('id', _tag(selection, 'events', _query(selection)))}{_element('title', TITLE)}"
        f"{_element('subtitle', selection.words)}{_element('updated', _moment(newest))}{links}"
        f"<author>{_element('name', TITLE)}</author>{_element('generator', TITLE)}\n"
    )


def _entry(entry: Entry, selection: Selection) -> str:
    facts = " · ".join(entry.facts)
    quotes = [f"“{q.text}” — {', '.join(part for part in (q.teller, q.outlet) if part)}" for q in entry.quotes]
    sources = "".join(_link("via", q.url, q.outlet) for q in entry.quotes)
    return (
        f"<entry>{_element('id', _tag(selection, 'event', entry.event_id))}{_element('title', entry.headline)}"
        f"{_element('updated', _moment(entry.reported))}{_link('alternate', entry.link)}{sources}"
        f"<category term={quoteattr(entry.category)}/><category term={quoteattr(entry.type)}/>"
        f"{_element('summary', facts)}{_element('content', chr(10).join([facts, *quotes]))}</entry>\n"
    )


def _tag(selection: Selection, *parts: str) -> str:
    """Named by the host alone: another port or https instead of http are the same feed."""
    try:
        host = urlsplit(selection.base).hostname or "localhost"
    except ValueError:
        host = "localhost"
    return f"tag:{host},{_MINTED}:{'/'.join(quote(part, safe='') for part in parts)}"


def _query(selection: Selection) -> str:
    return urlsplit(selection.address("")).query


def _element(name: str, text: str) -> str:
    """Plain text, which readers show as it is: nothing in it is markup."""
    return f"<{name}>{escape(_xml(text))}</{name}>"


def _link(relation: str, address: str, title: str = "") -> str:
    if not address:
        return ""
    named = f" title={quoteattr(_xml(title))}" if title else ""
    return f'<link rel="{relation}" href={quoteattr(address)}{named}/>'


def _xml(text: str) -> str:
    """Without the two characters that XML 1.0 forbids and `plain` leaves."""
    return text.replace("\ufffe", "").replace("\uffff", "")


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
