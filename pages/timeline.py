"""The timeline: at a glance, the chart, then the same events as a list by month."""

import streamlit as st

from pages.shared import cards, chart, glance, scroll
from pages.shared.lanes import dated
from pages.shared.months import by_month
from pages.shared.view import APP, current, first, nothing_passes, say_filter, start_page
from pages.shared.words import count

MOST = 200
"""Events that the list shows at once; the chart and the files hold all."""


def select() -> None:
    """A click on a mark puts the event into the address, so that a link shows the same selection."""
    points = st.session_state["chart"].selection["points"]
    if points:
        st.query_params["id"] = current().tables.events.loc[points[0]["customdata"][0], "event_id"]
    else:
        st.query_params.pop("id", None)


view = start_page(
    APP, "Officials who left over a war, and the war around them, each with the sentence that it comes from."
)
say_filter(view)
if nothing_passes(view):
    st.stop()

glance.show(view)
on_axis = dated(view.events)
if len(on_axis):
    st.plotly_chart(
        chart.timeline(view.events),
        key="chart",
        on_select=select,
        selection_mode="points",
        config=chart.CONFIG,
        alt=chart.alternative(view.events),
    )
    st.caption(chart.legend(view.events))
chosen = view.tables.events[view.tables.events["event_id"] == st.query_params.get("id", "")]
if len(chosen):
    cards.card(view.tables, chosen.iloc[0])
    st.html('<span id="selected"></span>')
    scroll.to("selected", "nearest", chosen.iloc[0]["event_id"])
undated = view.events.drop(on_axis.index)
if len(undated):
    with st.container(border=True):
        st.header("Without a date", anchor=False)
        st.caption(f"{count(len(undated), 'event')} that the sources do not let a reader date.")
        cards.items(first(undated, MOST, "event"))
for month, events in by_month(first(on_axis, MOST, "dated event")):
    st.header(month, anchor=False)
    cards.items(events)
