"""The timeline: at a glance, the chart, then the same events as a list by month."""

import pandas as pd
import streamlit as st

from pages.shared import cards, chart, context, controls, density, glance, items, neighbours, scroll
from pages.shared.daycount import day_one
from pages.shared.extents import DAY_MS, extents
from pages.shared.frame import CONFIG, Behind
from pages.shared.months import by_month
from pages.shared.period import inside
from pages.shared.spared import spared
from pages.shared.view import APP, first, nothing_passes, say_filter, start_page
from pages.shared.words import count

view = start_page(APP, glance.ABOUT)
say_filter(view)
if nothing_passes(view):
    st.stop()

with spared("The summary"):
    glance.show(view)
on_axis = extents(view.events)
drawing = st.container()
with st.container(horizontal=True, vertical_alignment="bottom"):
    since, around = controls.settings(view.tables)
    period = controls.zoom(on_axis) if len(on_axis) > chart.MOST or "zoom" in st.query_params else None
shown = inside(on_axis, period) if period else on_axis
many = len(shown) > chart.MOST
chosen = view.tables.events[view.tables.events["event_id"] == st.query_params.get("id", "")]
if period:
    st.caption(f"{count(len(shown), 'event')} that may lie in {period.words}.")

with spared("The chart"):
    left = context.departures(view.events, shown)
    stretches = context.stretches(left, around) if around else ()
    near = context.war(view.tables, stretches)
    behind = Behind(
        (pd.Timestamp(since) - pd.Timestamp(0)).days * DAY_MS, day_one(view.tables, since), () if many else stretches
    )
    with drawing:
        marked = view.tables.events[chart.COLUMNS].loc[shown.index.union(near.index)] if not many else near
        if len(shown):
            st.plotly_chart(
                density.timeline(shown, behind) if many else chart.timeline(marked, since, behind, chosen),
                key="chart", on_select=controls.select, selection_mode="points", config=CONFIG,
                alt=chart.alternative(len(shown)),
            )  # fmt: skip
            st.caption(density.LEGEND if many else chart.legend(extents(marked)))
    if around:
        context.show(view.tables.events, left, near, around)

if len(chosen):
    with st.container(border=True):
        cards.card(view.tables, chosen.iloc[0])
        neighbours.show(view, chosen.index[0])
    st.html('<span id="selected"></span>')
    scroll.to("selected", "nearest", chosen.iloc[0]["event_id"])
undated = view.events.index[~view.events.index.isin(on_axis.index)]
if len(undated) and not period:
    with st.container(border=True):
        st.header("Without a date", anchor=False)
        st.caption(f"{count(len(undated), 'event')} that the sources do not let a reader date.")
        items.show(items.rows(view.events, first(undated, items.MOST, "event")), view.chosen, since)
for month, events in by_month(items.rows(view.events, first(shown.index, items.MOST, "dated event"))):
    st.header(month, anchor=False)
    items.show(events, view.chosen, since)
