"""Events of the war that lie near departures in time. Near in time is all that is said of them."""

from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from pages.chart.extents import DAY_MS, extents
from pages.parts.lede import LEFT
from pages.state import links
from pages.text.wording import count, md, when
from pipeline.tables.files import Tables

OFF: Final = "off"
CHOICES: Final = (OFF, "3 days", "7 days", "14 days", "30 days")
MOST, MOST_EACH = 20, 6
"""Departures that are listed, and events beside each."""
Stretches = tuple[tuple[float, float], ...]


def days(choice: str) -> int:
    """The number in a choice; 0 is off."""
    return 0 if choice == OFF else int(choice.split()[0])


def departures(events: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Those of `extents` when somebody left, or may have: not what is background or dated to more than a month."""
    left = known[(known["lane"] == "leaving") & ~known["background"] & (known["last"] - known["first"] <= 31 * DAY_MS)]
    return left[events["type"].loc[left.index].isin(LEFT)]


def stretches(left: pd.DataFrame, around: int) -> Stretches:
    """The days around the departures; those that touch are one."""
    joined: list[tuple[float, float]] = []
    for first, last in sorted(zip(left["first"], left["last"], strict=True)):
        first, last = first - around * DAY_MS, last + around * DAY_MS
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def war(tables: Tables, near: Stretches) -> pd.DataFrame:
    """The military events of the tables, whatever the filter, that may lie in one of the stretches."""
    if not near:
        return tables.events[:0]
    known = extents(tables.events[tables.events["category"] == "military"])
    keep = np.zeros(len(known), dtype=bool)
    for first, last in near:
        keep |= ((known["last"] >= first) & (known["first"] <= last)).to_numpy()
    return tables.events.loc[known.index[keep]]


def show(events: pd.DataFrame, left: pd.DataFrame, near: pd.DataFrame, around: int) -> None:
    """Each departure with the war events around it, as a list."""
    with st.expander(f"War events within {count(around, 'day')} of a departure"):
        st.caption("Before or after, as far as the dates are known. Nearness in time is all that this list says.")
        for place, beside in _pairs(left[:MOST], near, around):
            departure = events.loc[place]
            st.markdown(f"**{md(departure['headline'])}** · {md(when(departure))}")
            for _, event in beside[:MOST_EACH].iterrows():
                links.to_event(event["event_id"], f"{event['headline']}, {when(event)}")
            rest = len(beside) - MOST_EACH
            if rest > 0 or beside.empty:
                st.caption(f"and {rest:,} more" if rest > 0 else "None in the tables.")
        if len(left) > MOST:
            st.caption(f"The first {MOST} of {count(len(left), 'departure')}.")


def _pairs(left: pd.DataFrame, near: pd.DataFrame, around: int) -> Iterator[tuple[int, pd.DataFrame]]:
    known, room = extents(near), around * DAY_MS
    for place, first, last in left[["first", "last"]].itertuples(name=None):
        keep = (known["last"] >= first - room) & (known["first"] <= last + room)
        yield place, near.loc[known.index[keep]]
