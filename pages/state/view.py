"""What a page shows: the tables, the filter and the matching events; and what every page draws around them."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeVar, cast

import numpy as np
import pandas as pd
import streamlit as st

from pages.state.tables_on_disk import CurrentTables
from pages.text.wording import md
from pipeline.query.filter import Filter, apply, undated
from pipeline.query.summary import count, filter_in_words
from pipeline.tables.files import Tables

_LOG: Final = logging.getLogger(__name__)
APP = "Broken Ranks"
Rows = TypeVar("Rows", pd.DataFrame, pd.Index, np.ndarray, list[Any])


@dataclass(frozen=True)
class View:
    """The state of one run of a page."""

    tables: Tables
    version: str
    chosen: Filter

    @cached_property
    def events(self) -> pd.DataFrame:
        """The events that match the filter, in the order asked for."""
        return apply(self.chosen, self.tables)


def set_view(now: CurrentTables, chosen: Filter) -> View:
    """Store what the page that runs next shows."""
    assert now.tables is not None
    view = View(now.tables, now.version, chosen)
    st.session_state["view"] = view
    return view


def drop_events() -> None:
    """Drop the events once the page is drawn: they would keep megabytes for every open tab."""
    vars(current_view()).pop("events", None)


def current_view() -> View:
    """The view of this run; draws nothing."""
    return cast(View, st.session_state["view"])


def start_page(title: str, standfirst: str = "") -> View:
    """Draw the tab's title, the heading and the line under it, and return the view."""
    st.set_page_config(page_title=f"{title} · {APP}" if title != APP else APP)
    st.title(md(title), anchor=False)
    if standfirst:
        st.markdown(standfirst)
    return current_view()


def show_filter(view: View) -> None:
    """Draw the filter in words, and how many undated events a date filter hides."""
    st.caption(md(filter_in_words(view.chosen, view.tables, len(view.events))))
    hidden = undated(view.chosen, view.tables)
    if hidden:
        st.caption(f"Not shown: {count(hidden, 'undated event')} that may fall in this period.")


def nothing_found(view: View) -> bool:
    """Whether no event matches; then says so, and what to do next."""
    if len(view.events):
        return False
    if view.tables.events.empty:
        st.info("There are no events yet. Put articles into data/articles and run `python -m pipeline build`.")
    else:
        st.info("No events match these filters. Remove one of them in the sidebar, or clear them all.")
    return True


def first_rows(rows: Rows, most: int, what: str) -> Rows:
    """The first rows, as many as a page can hold; where there are more, says so and where to get them."""
    if len(rows) > most:
        st.info(
            f"Showing the first {most:,} of {count(len(rows), what)}. "
            "Narrow the filters, or download all of them on the Data page."
        )
    return rows[:most]


@contextmanager
def optional_part(part: str) -> Iterator[None]:
    """Leave out a part of the page that fails: say so in one line, and log the cause.

    For the chart and the summary, which repeat what the list shows: the list must appear even if they fail.
    """
    try:
        yield
    except Exception:  # any cause; Streamlit's own signals to stop or to rerun do not derive from Exception
        _LOG.exception("%s could not be drawn", part)
        st.warning(f"{part} could not be drawn. The list below shows the same events.", icon=":material/error:")
