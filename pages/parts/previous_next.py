"""The way on from an event: the previous and the next one on the timeline, of those that pass the filter."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.state.view import View
from pages.text.wording import md, when

_ICON: Final = {"Previous": ":material/arrow_back:", "Next": ":material/arrow_forward:"}


def beside(view: View, place: int) -> dict[str, pd.Series]:
    """The dated events next to this row in the table's order; "earlier" would say more than a "by that day" allows."""
    dated = view.events.index[(view.events["date_precision"] != "unknown").to_numpy()].sort_values()
    if view.tables.events.loc[place, "date_precision"] == "unknown":
        return {}
    before, after = dated[dated < place][-1:], dated[dated > place][:1]
    found = {"Previous": before, "Next": after}
    return {name: view.tables.events.loc[places[0]] for name, places in found.items() if len(places)}


def show(view: View, place: int) -> None:
    """A button to each, with its headline and when: it opens there what is open here."""
    found = beside(view, place)
    if not found:
        return
    with st.grid(2, min_column_width=260, gap="small"):
        for name, event in found.items():
            with st.container(gap=None):
                st.caption(f"{name}, {md(when(event))}")
                # A page link to the page that is open changes the page, but not its address (Streamlit 1.67).
                st.button(
                    md(event["headline"]), key=f"beside-{name}", icon=_ICON[name], width="stretch",
                    on_click=_open, args=(event["event_id"],),
                )  # fmt: skip


def _open(event_id: str) -> None:
    st.query_params["id"] = event_id
