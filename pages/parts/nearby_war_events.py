"""War events close in time to departures. The page claims no more than that closeness."""

from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from pages.chart.extent import DAY_MS, extents
from pages.parts.departed import departures
from pages.state import links
from pages.text.wording import md, when
from pipeline.query.summary import count
from pipeline.tables.files import Tables

OFF: Final = "off"
CHOICES: Final = (OFF, "3 days", "7 days", "14 days", "30 days")
MOST, MOST_EACH = 20, 6
"""Departures listed, and events listed for each."""
Stretches = tuple[tuple[float, float], ...]


def days_around(choice: str) -> int:
    """The number in a choice; 0 is off."""
    return 0 if choice == OFF else int(choice.split()[0])


def dated_departures(events: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """The `extents` of the departures that are dated to a month or less: days around a wider date would say nothing."""
    left = known.loc[known.index.isin(events.index[departures(events)])]
    return left[left["last"] - left["first"] <= 31 * DAY_MS]


def stretches(left: pd.DataFrame, around: int) -> Stretches:
    """The days around the departures; stretches that touch become one."""
    joined: list[tuple[float, float]] = []
    for first, last in sorted(zip(left["first"], left["last"], strict=True)):
        first, last = first - around * DAY_MS, last + around * DAY_MS
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def war_events_in(tables: Tables, near: Stretches) -> pd.DataFrame:
    """The military events, filtered or not, that may fall in one of the stretches."""
    if not near:
        return tables.events[:0]
    known = extents(tables.events[tables.events["category"] == "military"])
    keep = np.zeros(len(known), dtype=bool)
    for first, last in near:
        keep |= ((known["last"] >= first) & (known["first"] <= last)).to_numpy()
    return tables.events.loc[known.index[keep]]


def show_nearby(events: pd.DataFrame, left: pd.DataFrame, near: pd.DataFrame, around: int) -> None:
    """List each departure with the war events around it."""
    with st.expander(f"War events within {count(around, 'day')} of a departure"):
        st.caption("Before or after, as far as the dates are known. This list shows closeness in time, not cause.")
        for row, beside in _pairs(left[:MOST], near, around):
            departure = events.loc[events.index == row].iloc[0]
            st.markdown(f"**{md(departure['headline'])}** · {md(when(departure))}")
            for _, event in beside[:MOST_EACH].iterrows():
                links.to_event(event["event_id"], f"{event['headline']}, {when(event)}")
            rest = len(beside) - MOST_EACH
            if rest > 0 or beside.empty:
                st.caption(f"and {rest:,} more" if rest > 0 else "No war events in this data.")
        if len(left) > MOST:
            st.caption(f"The first {MOST} of {count(len(left), 'departure')}.")


def _pairs(left: pd.DataFrame, near: pd.DataFrame, around: int) -> Iterator[tuple[int, pd.DataFrame]]:
    known, room = extents(near), around * DAY_MS
    for row, first, last in left[["first", "last"]].itertuples(name=None):
        keep = (known["last"] >= first - room) & (known["first"] <= last + room)
        yield row, near.loc[known.index[keep]]
