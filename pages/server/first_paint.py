"""The first paint: what an address shows, as plain HTML that stands until Streamlit has drawn the same.

Streamlit's scripts need a second or two before they can show a word; a reader need not wait for them. The text lies
over the page and goes away when the page's own text is there. A browser without scripts keeps it.
"""

import base64
import hashlib
from pathlib import Path
from typing import Final

import streamlit as st

from pages.chart.daycount import war_began
from pages.chart.extents import extents
from pages.parts import event_list, lede
from pages.parts.months import by_month
from pages.state import links
from pages.text.markup import link, text
from pipeline.query.filter import Filter, apply
from pipeline.query.summary import in_words
from pipeline.tables.files import Tables

_HERE: Final = Path(__file__).parent
SCRIPT: Final = (_HERE / "first_paint.js").read_text("utf-8")
SCRIPT_HASH: Final = f"'sha256-{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}'"
"""For the Content-Security-Policy: no other inline script may run."""
_STYLE: Final = (_HERE / "first_paint.css").read_text("utf-8")
_COLOURS: Final = {"ground": "backgroundColor", "side": "secondaryBackgroundColor", "ink": "textColor"}


def timeline(chosen: Filter, tables: Tables) -> str:
    """What the timeline says beside its chart: the filter in words, who left, the events by month."""
    events, since = apply(chosen, tables), war_began(tables)
    dated = extents(events).index
    undated = events.index[~events.index.isin(dated)]
    parts = [f"<p>{lede.ABOUT}</p><p><small>{text(in_words(chosen, tables, len(events)))}</small></p>"]
    if len(events):
        parts += [*lede.told(events, chosen), '<div class="chart"></div>']
    if len(undated):
        rows = event_list.rows(events, undated[: event_list.MOST])
        parts += ["<h2>Without a date</h2>", event_list.told(rows, chosen, since)]
    for month, rows in by_month(event_list.rows(events, dated[: event_list.MOST])):
        parts += [f"<h2>{month}</h2>", event_list.told(rows, chosen, since)]
    return "".join(parts)


def paint(heading: str, body: str, chosen: Filter) -> str:
    """The first paint around a body of HTML, with a way on for those who run no scripts.

    Both are HTML already: text of a table or an address must be escaped by whoever made it.
    """
    brief = link(f"./{links.address('brief.html', chosen)}", "The events on one page that needs no scripts")
    return (
        f"<style>{_style()}</style>"
        f'<div id="early"><div class="side"></div><div class="main"><h1>{heading}</h1>'
        f"<noscript><p>{brief}</p></noscript>{body}</div></div>"
        f"<script>{SCRIPT}</script>"
    )


def _style() -> str:
    """The style in the colours of .streamlit/config.toml."""
    light, dark = (_palette(theme) for theme in ("light", "dark"))
    return f"#early{{{light}}}@media (prefers-color-scheme:dark){{#early{{{dark}}}}}{_STYLE}"


def _palette(theme: str) -> str:
    return "".join(f"--{name}:{st.get_option(f'theme.{theme}.{option}')};" for name, option in _COLOURS.items())
