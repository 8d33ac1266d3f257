"""Events as a list under headings. The list is one HTML element: one for each line took most of a run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

import pandas as pd
import streamlit as st

from pages.chart.daycount import in_days
from pages.state import links
from pages.text.markup import html_link, status_badge_html, symbol, text
from pages.text.style import icon
from pages.text.wording import Row, as_rows, day_of, kind, support, when
from pipeline.query.filter import Filter
from pipeline.query.summary import count

MOST: Final = 100
"""Events that a list shows at once; the chart and the downloads hold all."""
COLUMNS: Final = [
    "event_id", "headline", "category", "type", "status", "articles", "origins",
    "date_start", "date_end", "date_precision", "date_basis",
]  # fmt: skip
_LIST: Final = (
    '<ul role="list" style="list-style:none;margin:0;padding:0 0 0 .5rem;display:grid;gap:1rem;'
    "grid-template-columns:repeat(auto-fill,minmax(min(270px,100%),1fr));font-size:.875rem;line-height:1.6;"
    'overflow-wrap:anywhere">{}</ul>'
)
"""`role`, because Safari does not announce a list without bullets as a list."""
_ITEM: Final = '<li dir="auto" style="margin:0;padding:0;font-size:inherit">{}</li>'
_HEADLINE: Final = "display:inline-block;padding:.1rem 0;color:inherit;text-decoration:none;line-height:1.5"


@dataclass(frozen=True)
class Section:
    """A part of the list: its heading, the note under it ("" for none), and its events."""

    heading: str
    note: str
    events: list[Row]


def sections(events: pd.DataFrame, undated: pd.Index, dated: pd.Index) -> Iterator[Section]:
    """The outline of the list, for the page and for its first paint: undated events first, then the others by month.

    `undated` and `dated` are rows of the table; of each, MOST are listed.
    """
    if len(undated):
        note = f"{count(len(undated), 'event')} the sources give no date for."
        yield Section("Without a date", note, list_rows(events, undated[:MOST]))
    for month, rows in group_by_month(list_rows(events, dated[:MOST])):
        yield Section(month, "", rows)


def group_by_month(events: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Each month ("March 2022") with its events, in the order given.

    An event belongs to the month in which it begins; one that is dated to a year has the year as its heading.
    """
    for head, group in groupby(events, key=_month):
        yield head, list(group)


def list_rows(events: pd.DataFrame, rows: pd.Index) -> list[Row]:
    """The events in these rows of the table, with the columns that the list shows."""
    return as_rows(events[COLUMNS].loc[rows])


def show_list(events: Iterable[Row], chosen: Filter, since: date) -> None:
    """Draw the events in columns, in their order; days are counted from `since`."""
    st.html(list_html(events, chosen, since))


def list_html(events: Iterable[Row], chosen: Filter, since: date) -> str:
    """The list as HTML with every text escaped."""
    return _LIST.format("".join(_item(event, chosen, since) for event in events))


def _item(event: Row, chosen: Filter, since: date) -> str:
    """A linked headline, then type, status, date and number of articles."""
    address = links.address("event", chosen, id=event["event_id"])
    headline = f'<strong style="font-weight:600">{text(event["headline"])}</strong>'
    what = [symbol(icon(event["category"])), text(kind(event["type"])), status_badge_html(event["status"])]
    dates = " · ".join(filter(None, [when(event), in_days(event, since)]))
    lines = [html_link(address, headline, _HEADLINE), " ".join(what), text(dates), support(event)]
    return _ITEM.format("<br>".join(lines))


def _month(event: Row) -> str:
    begins = day_of(event["date_start"]) or day_of(event["date_end"])
    assert begins  # an undated event has no month
    return f"{begins:%Y}" if event["date_precision"] == "year" else f"{begins:%B %Y}"
