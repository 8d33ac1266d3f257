"""The timeline: at a glance, the chart, then the same events as a list by month."""

import streamlit as st

from pages.shared import cards, chart, glance
from pages.shared.lanes import dated
from pages.shared.months import by_month
from pages.shared.style import icon
from pages.shared.view import APP, current, nothing_passes, say_filter, start_page
from pages.shared.words import count
from pages.shared import links


def select() -> None:
    """A click on a mark puts the event into the address, so that a link shows the same selection."""
    points = st.session_state["chart"].selection["points"]
    if points:
        st.query_params["id"] = current().tables.events.loc[points[0]["customdata"][0], "event_id"]
    else:
        st.query_params.pop("id", None)


view = start_page(
    APP, "Officials who left over a war, and the war around them: every value with the sentence that it comes from."
)
say_filter(view)
if not nothing_passes(view):
    glance.show(view)
    on_axis = dated(view.events)
    if len(on_axis):
        figure = chart.timeline(view.events)
        st.plotly_chart(
            figure,
            key="chart",
            on_select=select,
            selection_mode="points",
            config=chart.CONFIG,
            alt=chart.alternative(view.events),
        )
        st.caption(chart.LEGEND)
    chosen = view.tables.events[view.tables.events["event_id"] == st.query_params.get("id", "")]
    if len(chosen):
        cards.card(view.tables, chosen.iloc[0])
    undated = view.events.drop(on_axis.index)
    listed, tray = st.columns([2, 1], gap="large") if len(undated) else (st.container(), None)
    with listed:
        for month, events in by_month(on_axis):
            st.header(month, anchor=False)
            for _, event in events.iterrows():
                cards.line(event)
    if tray:
        with tray, st.container(border=True):
            st.header("Without a date", anchor=False)
            st.caption(f"{count(len(undated), 'event')} that the sources do not let us date.")
            for _, event in undated.iterrows():
                cards.line(event)
