"""The timeline: a summary, the chart, then the same events as a list by month."""

import pandas as pd
import streamlit as st

from pages.chart import histogram, plot
from pages.chart.daycount import day_one
from pages.chart.extent import DAY_MS, extents
from pages.chart.frame import CONFIG, Behind
from pages.chart.period import inside
from pages.parts import cards, event_list, lede, nearby_war_events, previous_next, timeline_controls
from pages.state import scroll
from pages.state.view import APP, first_rows, nothing_found, optional_part, show_filter, start_page
from pipeline.query.summary import count

view = start_page(APP, lede.ABOUT)
show_filter(view)
if nothing_found(view):
    st.stop()

with optional_part("The summary"):
    lede.show_lede(view)
on_axis = extents(view.events)
drawing = st.container()
with st.container(horizontal=True, vertical_alignment="bottom"):
    since, around = timeline_controls.settings(view.tables)
    period = timeline_controls.zoom(on_axis) if len(on_axis) > plot.MOST or "zoom" in st.query_params else None
shown = inside(on_axis, period) if period else on_axis
many = len(shown) > plot.MOST
chosen = view.tables.events[view.tables.events["event_id"] == st.query_params.get("id", "")]
if period:
    st.caption(f"{count(len(shown), 'event')} that may fall in {period.words}.")

with optional_part("The chart"):
    left = nearby_war_events.dated_departures(view.events, shown)
    stretches = nearby_war_events.stretches(left, around) if around else ()
    near = nearby_war_events.war_events_in(view.tables, stretches)
    behind = Behind(
        (pd.Timestamp(since) - pd.Timestamp(0)).days * DAY_MS, day_one(view.tables, since), () if many else stretches
    )
    with drawing:
        marked = view.tables.events[plot.COLUMNS].loc[shown.index.union(near.index)] if not many else near
        if len(shown):
            st.plotly_chart(
                histogram.bars_figure(shown, behind) if many else plot.marks_figure(marked, since, behind, chosen),
                key="chart", on_select=timeline_controls.open_clicked, selection_mode="points", config=CONFIG,
                alt=plot.alt_text(len(shown)),
            )  # fmt: skip
            st.caption(histogram.LEGEND if many else plot.legend_text(extents(marked)))
    if around:
        nearby_war_events.show_nearby(view.tables.events, left, near, around)

if len(chosen):
    with st.container(border=True):
        cards.show_event_with_quote(view.tables, chosen.iloc[0])
        previous_next.show_neighbours(view, chosen.index[0])
    st.html('<span id="selected"></span>')
    scroll.to("selected", "nearest", chosen.iloc[0]["event_id"])
undated = view.events.index[~view.events.index.isin(on_axis.index) & (period is None)]
undated = first_rows(undated, event_list.MOST, "undated event")
dated = first_rows(shown.index, event_list.MOST, "dated event")
for section in event_list.sections(view.events, undated, dated):
    with st.container(border=bool(section.note)):
        st.header(section.heading, anchor=False)
        if section.note:
            st.caption(section.note)
        event_list.show_list(section.events, view.chosen, since)
