"""Data: the filtered events as a table, as downloads and as permanent links."""

from typing import Final
from urllib.parse import urlencode

import streamlit as st

from pages.state.links import home
from pages.state.view import first_rows, nothing_found, show_filter, start_page
from pages.text.wording import md
from pipeline.exports import FORMATS, Format
from pipeline.query.filter import to_pairs, to_query
from pipeline.query.summary import count

MOST: Final = 1000
"""Rows that the page shows; the downloads hold all."""
SHOWN: Final = [
    "date", "date_precision", "headline", "type", "status", "persons", "role", "place", "country", "motive",
    "articles", "event_id",
]  # fmt: skip


def show_download(name: str, kind: Format) -> None:
    """Draw a button that opens a document to print, or downloads anything else."""
    if name.endswith(".html") and not kind.download:
        st.link_button(f"Open {md(name)}", f"{home()}/{name}?{to_query(view.chosen)}", icon=":material/print:")
    else:
        as_file = urlencode([*to_pairs(view.chosen), ("download", "1")])
        st.link_button(f"Download {md(name)}", f"{home()}/{name}?{as_file}", icon=":material/download:")


view = start_page("Data", "The filtered events as a table, as downloads and as permanent links.")
show_filter(view)
if not nothing_found(view):
    rows = first_rows(view.events, MOST, "row")
    st.dataframe(
        rows, column_order=SHOWN, hide_index=True, height=min(480, 38 + 35 * len(rows)),
        alt=f"Table of {count(len(rows), 'event')}",
        column_config={
            "date": st.column_config.TextColumn(width="medium", help="ISO 8601-2 (EDTF)"),
            "date_precision": "date precision",
            "headline": st.column_config.TextColumn(width="large"),
            "event_id": "identifier",
        },
    )  # fmt: skip
st.header("Download", anchor=False)
st.markdown(
    f"Each download and each link gives these {count(len(view.events), 'event')}, in this order. Calendars, feed "
    "readers and scripts that use these links get each new build; unchanged data is not re-sent (`ETag`). The calendar "
    "and the slides leave out undated events."
)
query = to_query(view.chosen)
for name, kind in FORMATS.items():
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{md(kind.label)}**")
            show_download(name, kind)
        st.code(f"{home()}/{name}{'?' * bool(query)}{query}", language=None, wrap_lines=True)
