"""The first screen at a glance: how many left, over what time, the newest, the disputed."""

import pandas as pd
import streamlit as st

from pages.shared import links
from pages.shared.view import View
from pages.shared.words import count, day, md, when
from pipeline.tables import split_list
from pipeline.vocabulary import CATEGORIES

LEFT = ("resignation", "dismissal", "departure", "defection")
SURE = ("confirmed", "reported")
DISPUTED = ("disputed", "denied")
DATES = ("date_start", "date_end", "date_precision", "date_basis")


def show(view: View) -> None:
    """Four tiles over the events that pass the filter."""
    left = departures(view.events)
    grid = st.grid(4, min_column_width=150, gap="small", border=True)
    with grid.cell():
        _leavers(left)
    with grid.cell():
        _time(left)
    with grid.cell():
        _newest(left)
    with grid.cell():
        _disputed(view.events)


def departures(events: pd.DataFrame) -> pd.DataFrame:
    """Events in which somebody left a post or the country: confirmed or reported, and not told as background."""
    columns = events[["event_id", "headline", "persons", *DATES]]
    return columns[events["type"].isin(LEFT) & events["status"].isin(SURE) & ~events["background"]]


def _leavers(left: pd.DataFrame) -> None:
    names = list(dict.fromkeys(name for cell in left["persons"].unique() for name in split_list(cell)))
    st.metric("Left, by name", f"{len(names):,}")
    more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""
    st.caption(md(", ".join(names[:3]) + more) if names else "Nobody in this filter")


def _time(left: pd.DataFrame) -> None:
    shown = _dated(left)
    days = pd.concat([shown["date_start"], shown["date_end"]]).dropna()
    if days.empty:
        st.metric("Within", "no date")
        return
    st.metric("Within", _length((days.max() - days.min()).days + 1))
    st.caption(day(days.min()) if days.min() == days.max() else f"{day(days.min())} – {day(days.max())}")


def _length(days: int) -> str:
    """A stretch of time in the unit that a reader would use."""
    if days < 14:
        return count(days, "day")
    return count(round(days / 7), "week") if days < 120 else count(round(days / 30.44), "month")


def _newest(left: pd.DataFrame) -> None:
    shown = _dated(left)
    if shown.empty:
        st.metric("Newest", "none")
        return
    ends = shown["date_end"].fillna(shown["date_start"])
    event = shown.loc[ends.idxmax()]
    st.metric("Newest", f"{ends.max():%b %Y}")
    st.caption(md(f"{event['headline']}, {when(event)}"))
    links.to_event(event["event_id"], "See what is said")


def _disputed(events: pd.DataFrame) -> None:
    disputed = events.loc[events["status"].isin(DISPUTED), ["event_id", "headline", "category"]]
    disputed = disputed.sort_values("category", key=lambda c: c.map(CATEGORIES.index))
    st.metric("Disputed or denied", f"{len(disputed):,}")
    for _, event in disputed.iloc[:1].iterrows():
        st.caption(md(event["headline"]))
        links.to_event(event["event_id"], "See what is said")


def _dated(events: pd.DataFrame) -> pd.DataFrame:
    return events[(events["date_precision"] != "unknown") & (events["date_start"].notna() | events["date_end"].notna())]
