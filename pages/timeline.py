"""The timeline: at a lede, the plot, then the same events as a list by month."""

import pandas as pd
import streamlit as st

from pages.chart import histogram, plot
from pages.chart.daycount import day_one
from pages.chart.extents import DAY_MS, extents
from pages.chart.frame import CONFIG, Behind
from pages.chart.period import inside
from pages.parts import cards, event_list, lede, nearby_war_events, previous_next, timeline_controls
from pages.parts.months import by_month
from pages.parts.spared import spared
from pages.state import scroll
from pages.state.view import APP, first, nothing_passes, say_filter, start_page
from pages.text.wording import count

view = start_page(APP, lede.ABOUT)
say_filter(view)
if nothing_passes(view):
    st.stop()

with spared("The summary"):
    lede.show(view)
on_axis = extents(view.events)
drawing = st.container()
with st.container(horizontal=True, vertical_alignment="bottom"):
    since, around = timeline_controls.settings(view.tables)
    period = timeline_controls.zoom(on_axis) if len(on_axis) > plot.MOST or "zoom" in st.query_params else None
shown = inside(on_axis, period) if period else on_axis
many = len(shown) > plot.MOST
chosen = view.tables.events[view.tables.events["event_id"] == st.query_params.get("id", "")]
if period:
    st.caption(f"{count(len(shown), 'event')} that may lie in {period.words}.")

with spared("The chart"):
    left = nearby_war_events.departures(view.events, shown)
    stretches = nearby_war_events.stretches(left, around) if around else ()
    near = nearby_war_events.war(view.tables, stretches)
    behind = Behind(
        (pd.Timestamp(since) - pd.Timestamp(0)).days * DAY_MS, day_one(view.tables, since), () if many else stretches
    )
    with drawing:
        marked = view.tables.events[plot.COLUMNS].loc[shown.index.union(near.index)] if not many else near
        if len(shown):
            st.plotly_chart(
                histogram.timeline(shown, behind) if many else plot.timeline(marked, since, behind, chosen),
                key="chart", on_select=timeline_controls.select, selection_mode="points", config=CONFIG,
                alt=plot.alternative(len(shown)),
            )  # fmt: skip
            st.caption(histogram.LEGEND if many else plot.legend(extents(marked)))
    if around:
        nearby_war_events.show(view.tables.events, left, near, around)

if len(chosen):
    with st.container(border=True):
        cards.card(view.tables, chosen.iloc[0])
        previous_next.show(view, chosen.index[0])
    st.html('<span id="selected"></span>')
    scroll.to("selected", "nearest", chosen.iloc[0]["event_id"])
undated = view.events.index[~view.events.index.isin(on_axis.index)]
if len(undated) and not period:
    with st.container(border=True):
        st.header("Without a date", anchor=False)
        st.caption(f"{count(len(undated), 'event')} that the sources do not let a reader date.")
        event_list.show(event_list.rows(view.events, first(undated, event_list.MOST, "event")), view.chosen, since)
for month, events in by_month(event_list.rows(view.events, first(shown.index, event_list.MOST, "dated event"))):
    st.header(month, anchor=False)
    event_list.show(events, view.chosen, since)
