"""The timeline's own controls: the first day of the count, war events near departures, a period."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.chart import period
from pages.chart.daycount import war_began
from pages.chart.period import Period
from pages.parts import nearby_war_events
from pages.state.view import current_view
from pipeline.models import EARLIEST, LATEST
from pipeline.tables.files import Tables

EVERYTHING = "everything"


def settings(tables: Tables) -> tuple[date, int]:
    """Day 1, and how many days around departures to show war events for."""
    with st.popover("Timeline options", icon=":material/tune:"):
        return _since(tables), _around()


def zoom(known: pd.DataFrame) -> Period | None:
    """The period to zoom to: a parameter of the address, which a click on a bar sets too."""
    chosen = period.read_period(st.query_params.get("zoom", ""))
    months = [found.code for found in period.binned(known["first"].to_numpy(), "month")[0]]
    codes = [EVERYTHING, *dict.fromkeys(month[:4] for month in months), *months]
    codes += [chosen.code] if chosen and chosen.code not in codes else []
    st.session_state["zoomed"] = chosen.code if chosen else EVERYTHING
    st.selectbox("Zoom to", codes, key="zoomed", format_func=_words, on_change=_keep, width=220)
    return chosen


def open_clicked() -> None:
    """Put a click on the chart into the address: a mark opens its event, a bar zooms to its period.

    A session keeps this callback, so it must not be defined in the page: it would keep the page's tables with it.
    """
    points = st.session_state["chart"].selection["points"]
    what = points[0]["customdata"][0] if points else None
    if isinstance(what, str):
        zoom_to(what)
    elif what is not None:
        st.query_params["id"] = str(current_view().tables.events["event_id"].loc[int(what)])
    else:
        st.query_params.pop("id", None)


def zoom_to(code: str) -> None:
    """Put a period into the address, or take it out."""
    if period.read_period(code):
        st.query_params["zoom"] = code
    else:
        st.query_params.pop("zoom", None)


def _keep() -> None:
    zoom_to(st.session_state["zoomed"])


def _words(code: str) -> str:
    found = period.read_period(code)
    return found.words if found else code


def _since(tables: Tables) -> date:
    """Draw the choice of day 1."""
    chosen = st.date_input(
        "Count days from", war_began(tables), EARLIEST, LATEST, key="since", format="YYYY-MM-DD",
        bind="query-params", help=f"Day 1. By default, the first invasion in this data since {EARLIEST.year}.",
    )  # fmt: skip
    return chosen or war_began(tables)


def _around() -> int:
    """Draw the choice of days around departures; 0 is off."""
    choice = st.selectbox(
        "Show war events near departures", nearby_war_events.CHOICES, key="around", bind="query-params",
        help="Shades the days around each departure and lists the war events on those days.",
    )  # fmt: skip
    return nearby_war_events.days_around(choice)
