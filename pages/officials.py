"""Officials: a card for everybody who left or tried to, and for each such event that names nobody."""

import streamlit as st

from pages.parts import cards
from pages.parts.departed import leavers, leavers_with_events
from pages.state.view import first_rows, nothing_found, show_filter, start_page

MOST = 30
"""Cards that the page shows at once, about ten screens; the downloads hold all."""


view = start_page(
    "Officials",
    "Who left a post or the country, or tried to, with quotes from the sources. A motive is always somebody’s claim.",
)
show_filter(view)
if not nothing_found(view):
    found = leavers(view.events, view.tables)
    if not len(found):
        st.info("No departures match these filters. Try clearing Category or Type.")
    else:
        st.caption("1 person or group" if len(found) == 1 else f"{len(found):,} people or groups")
    people = leavers_with_events(first_rows(found, MOST, "card").tolist(), view.events, view.tables)
    shown = [cards.official_card(view.tables, *person) for person in people]
    for column, of_column in zip(st.columns(2), cards.two_columns(shown), strict=True):
        with column:
            for card in of_column:
                cards.show_official(card)
