"""Data: the table as filtered, to take away as files or by address."""

import streamlit as st

from pages.shared.view import nothing_passes, say_filter, start_page
from pages.shared.words import count
from pipeline.exports.as_csv import to_csv
from pipeline.exports.as_json import to_json
from pipeline.query import to_query

SHOWN = [
    "date",
    "date_precision",
    "headline",
    "type",
    "status",
    "persons",
    "role",
    "place",
    "country",
    "motive",
    "articles",
    "event_id",
]

view = start_page("Data", "Exactly what is filtered, as a table, as files and under permanent addresses.")
say_filter(view)
if not nothing_passes(view):
    with st.container(horizontal=True):
        st.download_button(
            "Download CSV", lambda: to_csv(view.events), "broken-ranks-events.csv", "text/csv",
            icon=":material/download:", on_click="ignore",
        )  # fmt: skip
        st.download_button(
            "Download JSON with all evidence", lambda: to_json(view.events, view.tables.evidence),
            "broken-ranks-events.json", "application/json", icon=":material/download:", on_click="ignore",
        )  # fmt: skip
    st.dataframe(
        view.events, column_order=SHOWN, hide_index=True, height=480,
        alt=f"Table of {count(len(view.events), 'event')}",
        column_config={
            "date": st.column_config.TextColumn("When (EDTF)", width="medium"),
            "headline": st.column_config.TextColumn(width="large"),
            "event_id": "identifier",
        },
    )  # fmt: skip
st.header("Addresses", anchor=False)
st.markdown(
    "These give the same rows to a program, now and after every later build. "
    "They answer `If-None-Match` with 304 when nothing changed."
)
query = to_query(view.chosen)
base = (st.context.url or "").rpartition("/")[0]
for kind in ("csv", "json"):
    st.code(f"{base}/events.{kind}{'?' * bool(query)}{query}", language=None, wrap_lines=True)
