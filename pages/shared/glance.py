"""The first screen at a glance: how many left, over what time, the newest, the disputed."""

import pandas as pd
import streamlit as st

from pages.shared import links
from pages.shared.lanes import dated
from pages.shared.view import View
from pages.shared.words import count, md, when
from pipeline.tables import split_list

LEFT = ("resignation", "dismissal", "departure", "defection")
SURE = ("confirmed", "reported")


def show(view: View) -> None:
    """Four tiles over the events that pass the filter."""
    grid = st.grid(4, min_column_width=200, gap="small")
    left = leavers(view.events)
    with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
        st.metric("Named officials who left", len(left))
        st.caption(
            md(", ".join(left[:3]) + (f" and {len(left) - 3} more" if len(left) > 3 else "")) or "None in this filter"
        )
    with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
        first, last = ends(view.events)
        st.metric("Over what time", first if first == last else f"{first} – {last}")
    _newest(grid, view)
    _disputed(grid, view)


def leavers(events: pd.DataFrame) -> list[str]:
    """The persons who left a post or the country, confirmed or reported and not as background."""
    rows = events[events["type"].isin(LEFT) & events["status"].isin(SURE) & ~events["background"]]
    return list(dict.fromkeys(name for cell in rows["persons"] for name in split_list(cell)))


def ends(events: pd.DataFrame) -> tuple[str, str]:
    """First and last month with an event that is not background."""
    shown = dated(events[~events["background"]])
    if shown.empty:
        return "no date", "no date"
    days = pd.concat([shown["date_start"], shown["date_end"]]).dropna()
    return f"{days.min():%b %Y}", f"{days.max():%b %Y}"


def _newest(grid: st.delta_generator.DeltaGenerator, view: View) -> None:
    leaving = dated(view.events[view.events["category"] == "leaving"])
    with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
        st.caption("Newest departure")
        if leaving.empty:
            st.markdown("None in this filter")
            return
        event = leaving.loc[leaving["date_end"].fillna(leaving["date_start"]).idxmax()]
        links.to_event(event["event_id"], event["headline"])
        st.caption(md(when(event)))


def _disputed(grid: st.delta_generator.DeltaGenerator, view: View) -> None:
    disputed = view.events[view.events["status"].isin(["disputed", "denied"])]
    with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
        st.metric("Disputed or denied", count(len(disputed), "event"))
        for _, event in disputed.iloc[:1].iterrows():
            links.to_event(event["event_id"], event["headline"])
