"""Data: the table as filtered, to take away as files or by address."""

from typing import Final
from urllib.parse import urlencode

import streamlit as st

from pages.state.links import home
from pages.state.view import first, nothing_passes, say_filter, start_page
from pages.text.wording import count, md
from pipeline.exports import FORMATS, Format
from pipeline.query.filter import to_pairs, to_query

MOST: Final = 1000
"""Rows that the page shows; the files hold all."""
SHOWN: Final = [
    "date", "date_precision", "headline", "type", "status", "persons", "role", "place", "country", "motive",
    "articles", "event_id",
]  # fmt: skip


def take(name: str, kind: Format) -> None:
    """A document opens, to be read and printed; everything else is saved."""
    if name.endswith(".html") and not kind.download:
        st.link_button(f"Open {md(name)}", f"{home()}/{name}?{to_query(view.chosen)}", icon=":material/print:")
    else:
        as_file = urlencode([*to_pairs(view.chosen), ("download", "1")])
        st.link_button(f"Download {md(name)}", f"{home()}/{name}?{as_file}", icon=":material/download:")


view = start_page("Data", "Exactly what is filtered, as a table, as files and under permanent addresses.")
say_filter(view)
if not nothing_passes(view):
    rows = first(view.events, MOST, "row")
    st.dataframe(
        rows, column_order=SHOWN, hide_index=True, height=min(480, 38 + 35 * len(rows)),
        alt=f"Table of {count(len(rows), 'event')}",
        column_config={
            "date": st.column_config.TextColumn("When (EDTF)", width="medium"),
            "date_precision": "precision",
            "headline": st.column_config.TextColumn(width="large"),
            "event_id": "identifier",
        },
    )  # fmt: skip
st.header("Take it away", anchor=False)
st.markdown(
    f"Each file and each address gives these {count(len(view.events), 'event')}, in this order. A calendar, a feed "
    "reader or a program that keeps an address gets them anew after every build; what has not changed is not sent "
    "again (`ETag`). Calendar and slides leave out what has no date."
)
query = to_query(view.chosen)
for name, kind in FORMATS.items():
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{md(kind.label)}**")
            take(name, kind)
        st.code(f"{home()}/{name}{'?' * bool(query)}{query}", language=None, wrap_lines=True)
