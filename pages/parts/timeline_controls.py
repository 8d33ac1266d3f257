"""What the reader sets for the timeline alone: first day of the count, war events around departures, a period."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.chart import period
from pages.chart.daycount import war_began
from pages.chart.period import Period
from pages.parts import nearby_war_events
from pages.state.view import current
from pipeline.models import EARLIEST, LATEST
from pipeline.tables.files import Tables

EVERYTHING = "everything"


def settings(tables: Tables) -> tuple[date, int]:
    """The day that counts as day 1, and the days around departures of which the war events are shown."""
    with st.popover("Day 1 and war events", icon=":material/tune:"):
        return _since(tables), _around()


def zoom(known: pd.DataFrame) -> Period | None:
    """The period that the reader looks into: a parameter of the address, which a click on a bar sets as well."""
    chosen = period.read(st.query_params.get("zoom", ""))
    months = [found.code for found in period.binned(known["first"].to_numpy(), "month")[0]]
    codes = [EVERYTHING, *dict.fromkeys(month[:4] for month in months), *months]
    codes += [chosen.code] if chosen and chosen.code not in codes else []
    st.session_state["zoomed"] = chosen.code if chosen else EVERYTHING
    st.selectbox("Look into", codes, key="zoomed", format_func=_words, on_change=_keep, width=220)
    return chosen


def select() -> None:
    """A click goes into the address, so that a link shows the same: a mark is an event, a bar a period to look into.

    It stands here because a session keeps it: in the page it would hold all that the page had in hand, megabytes.
    """
    points = st.session_state["chart"].selection["points"]
    what = points[0]["customdata"][0] if points else None
    if isinstance(what, str):
        look_into(what)
    elif what is not None:
        st.query_params["id"] = current().tables.events.loc[int(what), "event_id"]
    else:
        st.query_params.pop("id", None)


def look_into(code: str) -> None:
    """Put a period into the address, or take it out."""
    if period.read(code):
        st.query_params["zoom"] = code
    else:
        st.query_params.pop("zoom", None)


def _keep() -> None:
    look_into(st.session_state["zoomed"])


def _words(code: str) -> str:
    found = period.read(code)
    return found.words if found else code


def _since(tables: Tables) -> date:
    """The day that counts as day 1."""
    chosen = st.date_input(
        "Day 1 of the count", war_began(tables), EARLIEST, LATEST, key="since", format="YYYY-MM-DD",
        bind="query-params", help=f"Where nothing is chosen: the first invasion in the tables since {EARLIEST.year}.",
    )  # fmt: skip
    return chosen or war_began(tables)


def _around() -> int:
    """Days around departures of which the war events are shown; 0 shows none."""
    choice = st.selectbox(
        "War events around departures", nearby_war_events.CHOICES, key="around", bind="query-params",
        help="Shades the days before and after each departure, and lists what the tables tell of the war in them.",
    )  # fmt: skip
    return nearby_war_events.days(choice)
