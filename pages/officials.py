"""Officials: one card for each person who has a leaving event, and for what unnamed officials did."""

import streamlit as st

from pages.parts import cards
from pages.parts.departed import officials, who
from pages.state.view import first, nothing_passes, say_filter, start_page
from pages.text.wording import count

MOST = 30
"""Cards that the page shows at once, some ten screens; the files hold all."""


view = start_page(
    "Officials",
    "Who left a post or tried to, in the words of the sources. Why somebody left is always somebody's claim.",
)
say_filter(view)
if not nothing_passes(view):
    found = officials(view.events, view.tables)
    if not len(found):
        st.info("Nobody in this filter left a post. Clear the category or the type in the sidebar.")
    else:
        st.caption(count(len(found), "card"))
    people = who(first(found, MOST, "card").tolist(), view.events, view.tables)
    shown = [cards.of(view.tables, *person) for person in people]
    for column, of_column in zip(st.columns(2), cards.in_columns(shown), strict=True):
        with column:
            for card in of_column:
                cards.official(card)
