"""Events as a list. One element of HTML holds all: an element for each part of a hundred events is most of a run."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st

from pages.chart.daycount import in_days
from pages.state import links
from pages.text.markup import link, status_badge, symbol, text
from pages.text.style import icon
from pages.text.wording import Row, kind, support, when
from pipeline.query.filter import Filter

MOST: Final = 100
"""Events that a list shows at once; the chart and the files hold all."""
TOLD: Final = [
    "event_id", "headline", "category", "type", "status", "articles", "origins",
    "date_start", "date_end", "date_precision", "date_basis",
]  # fmt: skip
_LIST: Final = (
    '<ul role="list" style="list-style:none;margin:0;padding:0 0 0 .5rem;display:grid;gap:1rem;'
    "grid-template-columns:repeat(auto-fill,minmax(min(270px,100%),1fr));font-size:.875rem;line-height:1.6;"
    'overflow-wrap:anywhere">{}</ul>'
)
"""`role` says what the style takes away: without bullets, Safari no longer calls it a list."""
_ITEM: Final = '<li dir="auto" style="margin:0;padding:0;font-size:inherit">{}</li>'
_HEADLINE: Final = "display:inline-block;padding:.1rem 0;color:inherit;text-decoration:none;line-height:1.5"


def rows(events: pd.DataFrame, places: pd.Index) -> list[Row]:
    """What a list tells of the events in these rows of the table."""
    return events[TOLD].loc[places].to_dict("records")


def show(events: Iterable[Row], chosen: Filter, since: date) -> None:
    """Events side by side as far as there is room, in their order; `since` counts their days."""
    st.html(told(events, chosen, since))


def told(events: Iterable[Row], chosen: Filter, since: date) -> str:
    """The same as HTML, every text in it escaped."""
    return _LIST.format("".join(_item(event, chosen, since) for event in events))


def _item(event: Row, chosen: Filter, since: date) -> str:
    """The headline leads to the event, the lines under it say what, when and how sure it is."""
    address = links.address("event", chosen, id=event["event_id"])
    headline = f'<strong style="font-weight:600">{text(event["headline"])}</strong>'
    what = [symbol(icon(event["category"])), text(kind(event["type"])), status_badge(event["status"])]
    dates = " · ".join(filter(None, [when(event), in_days(event, since)]))
    lines = [link(address, headline, _HEADLINE), " ".join(what), text(dates), support(event)]
    return _ITEM.format("<br>".join(lines))
