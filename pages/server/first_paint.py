"""The first paint: the text of a page as plain HTML, shown until Streamlit has drawn the same.

Streamlit's scripts need a second or two before they show a word. Meanwhile this text covers the page; first_paint.js
removes it when the page's own text is there. A browser that runs no scripts keeps it.
"""

import base64
import hashlib
from pathlib import Path
from typing import Final

import streamlit as st

from pages.chart.daycount import war_began
from pages.chart.extent import extents
from pages.parts import event_list, lede
from pages.state import links
from pages.text.markup import html_link, text
from pipeline.query.filter import Filter, apply
from pipeline.query.summary import filter_in_words
from pipeline.tables.files import Tables

_HERE: Final = Path(__file__).parent
SCRIPT: Final = (_HERE / "first_paint.js").read_text("utf-8")
SCRIPT_HASH: Final = f"'sha256-{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}'"
"""For the Content-Security-Policy, which allows no other inline script of ours."""
_STYLE: Final = (_HERE / "first_paint.css").read_text("utf-8")
_COLOURS: Final = {"ground": "backgroundColor", "side": "secondaryBackgroundColor", "ink": "textColor"}


def timeline_body(chosen: Filter, tables: Tables) -> str:
    """The timeline without its chart: the filter in words, the summary, and the list with the outline of the page."""
    events, since = apply(chosen, tables), war_began(tables)
    dated = extents(events).index
    undated = events.index[~events.index.isin(dated)]
    parts = [f"<p>{lede.ABOUT}</p><p><small>{text(filter_in_words(chosen, tables, len(events)))}</small></p>"]
    if len(events):
        parts += [*lede.paragraphs(events, chosen), '<div class="chart"></div>']
    for section in event_list.sections(events, undated, dated):
        note = f"<p><small>{section.note}</small></p>" if section.note else ""
        parts.append(f"<h2>{section.heading}</h2>{note}{event_list.list_html(section.events, chosen, since)}")
    return "".join(parts)


def paint(heading: str, body: str, chosen: Filter) -> str:
    """The first paint around a body, with a link to the brief for browsers that run no scripts.

    `heading` and `body` are HTML: the caller has escaped every text of a table or an address in them.
    """
    brief = html_link(f"./{links.address('brief.html', chosen)}", "Read the events on one page without scripts")
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
