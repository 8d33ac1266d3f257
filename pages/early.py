"""The first paint: what an address shows, as plain HTML that stands until Streamlit has drawn the same.

Streamlit's scripts need a second or two before they can show a word; a reader need not wait for them. The text lies
over the page and goes away when the page's own text is there. A browser without scripts keeps it.
"""

import base64
import hashlib
import html
from pathlib import Path
from typing import Final

import pandas as pd
import streamlit as st

from pages.shared import glance, links
from pages.shared.extents import extents
from pages.shared.months import by_month
from pages.shared.words import support, when
from pipeline.plain import without_controls
from pipeline.query import Filter, apply
from pipeline.summary import in_words
from pipeline.tables import Tables

LISTED: Final = 100
"""Events that the first paint lists, as many as the page."""

_HERE: Final = Path(__file__).parent
SCRIPT: Final = (_HERE / "early.js").read_text("utf-8")
SCRIPT_HASH: Final = f"'sha256-{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}'"
"""For the Content-Security-Policy: no other inline script may run."""
_STYLE: Final = (_HERE / "early.css").read_text("utf-8")
_COLOURS: Final = {"ground": "backgroundColor", "side": "secondaryBackgroundColor", "ink": "textColor"}


def timeline(chosen: Filter, tables: Tables) -> str:
    """What the timeline says before its chart: the filter in words, who left, the events by month."""
    events = apply(chosen, tables)
    dated = events.loc[extents(events).index[:LISTED]]
    months = [
        f"<h2>{month}</h2><ul>{''.join(_item(row, chosen) for _, row in rows.iterrows())}</ul>"
        for month, rows in by_month(dated)
    ]
    return "".join(
        (
            f"<p>{glance.ABOUT}</p><p><small>{_text(in_words(chosen, tables, len(events)))}</small></p>",
            *(glance.told(events, chosen) if len(events) else []),
            '<div class="chart"></div>',
            *months,
        )
    )


def _item(event: pd.Series, chosen: Filter) -> str:
    address = html.escape(links.address("event", chosen, id=event["event_id"]))
    return (
        f'<li><a href="./{address}"><strong>{_text(event["headline"])}</strong></a><br>'
        f"<small>{_text(when(event))}<br>{_text(event['status'])} · {_text(support(event))}</small></li>"
    )


def _text(text: str) -> str:
    return html.escape(without_controls(text))


def paint(heading: str, body: str, chosen: Filter) -> str:
    """The first paint around a body of HTML, with a way on for those who run no scripts.

    Both are HTML already: text of a table or an address must be escaped by whoever made it.
    """
    brief = html.escape(links.address("brief.html", chosen))
    return (
        f"<style>{_style()}</style>"
        f'<div id="early"><div class="side"></div><div class="main"><h1>{heading}</h1><noscript><p>'
        f'<a href="./{brief}">The events on one page that needs no scripts</a></p></noscript>{body}</div></div>'
        f"<script>{SCRIPT}</script>"
    )


def _style() -> str:
    """The style in the colours of .streamlit/config.toml."""
    light, dark = (_palette(theme) for theme in ("light", "dark"))
    return f"#early{{{light}}}@media (prefers-color-scheme:dark){{#early{{{dark}}}}}{_STYLE}"


def _palette(theme: str) -> str:
    return "".join(f"--{name}:{st.get_option(f'theme.{theme}.{option}')};" for name, option in _COLOURS.items())
