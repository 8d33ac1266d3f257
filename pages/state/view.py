"""What a page gets to show: the tables, the filter and the events that pass it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import streamlit as st

from pages.state.tables_on_disk import Shelf
from pages.text.wording import count, md
from pipeline.query.filter import Filter, apply, undated
from pipeline.query.summary import in_words
from pipeline.tables.files import Tables

APP = "Broken Ranks"
Rows = TypeVar("Rows", pd.DataFrame, pd.Index, np.ndarray, list[Any])


@dataclass(frozen=True)
class View:
    """The state of one run."""

    tables: Tables
    version: str
    chosen: Filter

    @cached_property
    def events(self) -> pd.DataFrame:
        """Those that pass the filter, in the order asked for."""
        return apply(self.chosen, self.tables)


def see(shelf: Shelf, chosen: Filter) -> View:
    """Keep what the page that runs next is to show."""
    assert shelf.tables is not None
    view = View(shelf.tables, shelf.version, chosen)
    st.session_state["view"] = view
    return view


def forget() -> None:
    """Drop the events when the page is drawn: of every open tab they would be megabytes."""
    vars(current()).pop("events", None)


def current() -> View:
    """What this run shows, without drawing anything."""
    return st.session_state["view"]


def start_page(title: str, standfirst: str = "") -> View:
    """The browser's tab, the heading and the line under it; then the page has its view."""
    st.set_page_config(page_title=f"{title} · {APP}" if title != APP else APP)
    st.title(md(title), anchor=False)
    if standfirst:
        st.markdown(standfirst)
    return current()


def say_filter(view: View) -> None:
    """The active filter in words, and what a date filter hides only because it has no date."""
    st.caption(md(in_words(view.chosen, view.tables, len(view.events))))
    hidden = undated(view.chosen, view.tables)
    if hidden:
        st.caption(f"Left out: {count(hidden, 'event')} without any date, which may or may not lie in these days.")


def nothing_passes(view: View) -> bool:
    """The empty state: says that nothing passes and what to do next."""
    if len(view.events):
        return False
    if view.tables.events.empty:
        st.info("The tables hold no events yet. Put articles into data/articles and run `python -m pipeline build`.")
    else:
        st.info("No event passes this filter. Take a condition away in the sidebar, or clear the filter there.")
    return True


def first(rows: Rows, most: int, what: str) -> Rows:
    """As many rows as a page can hold; says how many are left out and where they are."""
    if len(rows) > most:
        st.info(
            f"The first {most:,} of {count(len(rows), what)}. Narrow the filter, or take all of them on the page Data."
        )
    return rows[:most]
