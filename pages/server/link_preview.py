"""The HTML page of an address before any script runs: title, description, preview card, first paint."""

import logging
import re
from functools import lru_cache
from html import escape
from typing import Final

import pandas as pd
from starlette.datastructures import QueryParams

from pages.parts.lede import ABOUT
from pages.server import first_paint, streamlit_bundles
from pages.state.tables_on_disk import current_articles, current_tables
from pages.text.wording import when
from pipeline.exports import Selection
from pipeline.exports.entries import Entry, entries, one_line
from pipeline.exports.selection import TITLE
from pipeline.query.filter import Filter, read_filter
from pipeline.query.summary import post_in_words
from pipeline.tables.files import Tables, split_list

_LOG: Final = logging.getLogger(__name__)
LONGEST: Final = 280
_ROOT: Final = '<div id="root">'
FONTS: Final = ("source-serif-4-latin-wght-normal.woff2", "inter-latin-wght-normal.woff2")
_FONT: Final = re.compile(r'<link\s+rel="preload"[^>]*\sas="font"[^>]*>')


def shell(path: str, parameters: QueryParams, base: str) -> str:
    """Streamlit's page with the tags of this address; every text from a table or an address is escaped."""
    now = current_tables()
    tables = now.tables
    title, description = _said(path, parameters.get("id", ""), tables, base) if tables else (TITLE, ABOUT)
    named = title if title == TITLE else f"{title} · {TITLE}"
    tags = f"<title>{_text(named)}</title>" + "".join(
        f'<meta {key}="{name}" content="{_text(content)}">'
        for key, name, content in (
            ("name", "description", description), ("property", "og:title", title),
            ("property", "og:description", description), ("property", "og:site_name", TITLE),
            ("property", "og:type", "article" if path == "/event" else "website"), ("name", "twitter:card", "summary"),
        )
    )  # fmt: skip
    feed = f'<link rel="alternate" type="application/atom+xml" title="{TITLE}" href="./events.atom">'
    parts = (streamlit_bundles.CHART, *streamlit_bundles.WIDGETS) if path == "/" else streamlit_bundles.WIDGETS
    own = index().replace("<title>Streamlit</title>", tags + feed, 1).replace("</head>", f"{_asked(parts)}</head>", 1)
    head, root, tail = own.partition(_ROOT)
    if not root or not tables:
        return own
    chosen, _ = read_filter(parameters.multi_items(), tables)
    body = f"<p>{_text(description)}</p>"
    if path == "/":
        try:
            body = _timeline(now.version, chosen)
        except Exception:  # without a first paint the page still comes a moment later
            _LOG.exception("the first paint of the timeline could not be made")
    return head + first_paint.paint(_text(title), body, chosen) + root + tail


@lru_cache(maxsize=64)
def _timeline(version: str, chosen: Filter) -> str:
    """The first paint of the timeline, cached per version of the tables: most readers come without a filter."""
    tables = current_tables().tables
    return first_paint.timeline_body(chosen, tables) if tables else ""


@lru_cache(maxsize=1)
def index() -> str:
    """The page that Streamlit serves for every address, preloading our fonts in place of one that no page uses."""
    page = (streamlit_bundles.STATIC / "index.html").read_text("utf-8")
    ours = "".join(
        f'<link rel="preload" as="font" type="font/woff2" crossorigin href="./app/static/{name}">' for name in FONTS
    )
    return _FONT.sub(ours, page, count=1)


def _asked(parts: tuple[str, ...]) -> str:
    """Tags that preload these parts, so that the browser does not wait until the session asks for them."""
    files = streamlit_bundles.needed(parts)
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in files)


def _said(path: str, identifier: str, tables: Tables, base: str) -> tuple[str, str]:
    if path == "/event":
        found = tables.events[tables.events["event_id"] == tables.former_ids.get(identifier, identifier)]
        for entry in _entries(found, tables, base):
            return entry.headline, _event(entry)
    if path == "/person":
        for _, person in tables.people[tables.people["person_id"] == identifier].iterrows():
            return person["name"], _person(person, tables)
    return TITLE, ABOUT


def _event(entry: Entry) -> str:
    quote = f" “{entry.quotes[0].text}” ({entry.quotes[0].outlet})" if entry.quotes else ""
    return " · ".join(entry.facts[:3]) + "." + quote


def _person(person: pd.Series, tables: Tables) -> str:
    theirs = tables.events[tables.events["event_id"].isin(split_list(person["events"]))]
    told = [f"{event['headline']} ({when(event)})" for _, event in theirs.iterrows()]
    return ". ".join(part for part in (post_in_words(person, country=True), "; ".join(told)) if part)


def _entries(events: pd.DataFrame, tables: Tables, base: str) -> list[Entry]:
    return [*entries(Selection(events, tables, current_articles().articles, base))]


def _text(text: str) -> str:
    """One line, short enough for a card, harmless in text and in attributes."""
    line = one_line(text)
    return escape(line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…", quote=True)
