"""Buttons to the previous and the next dated event that match the filter."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.state.view import View
from pages.text.wording import md, when

_ICON: Final = {"Previous": ":material/arrow_back:", "Next": ":material/arrow_forward:"}


def neighbours(view: View, row: int) -> dict[str, pd.Series]:
    """The dated events before and after this row, in the table's order; none beside an undated event."""
    dated = view.events.index[(view.events["date_precision"] != "unknown").to_numpy()].sort_values()
    if view.tables.events["date_precision"].loc[row] == "unknown":
        return {}
    before, after = dated[dated < row][-1:], dated[dated > row][:1]
    found = {"Previous": before, "Next": after}
    return {name: view.tables.events.loc[rows[0]] for name, rows in found.items() if len(rows)}


def show_neighbours(view: View, row: int) -> None:
    """Draw a button for each, with headline and date; it opens that event on the same page."""
    found = neighbours(view, row)
    if not found:
        return
    with st.grid(2, min_column_width=260, gap="small"):
        for name, event in found.items():
            with st.container(gap=None):
                st.caption(f"{name}, {md(when(event))}")
                # A page link to the page that is already open does not change the address (Streamlit 1.67).
                st.button(
                    md(event["headline"]), key=f"beside-{name}", icon=_ICON[name], width="stretch",
                    on_click=_open, args=(event["event_id"],),
                )  # fmt: skip


def _open(event_id: str) -> None:
    st.query_params["id"] = event_id
