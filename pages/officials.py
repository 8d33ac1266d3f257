"""Officials: one card for each person who has a leaving event, and for what unnamed officials did."""

from itertools import accumulate

import streamlit as st

from pages.shared import cards
from pages.shared.officials import Official, officials, who
from pages.shared.view import first, nothing_passes, say_filter, start_page
from pages.shared.words import count
from pipeline.tables import Tables

MOST = 30
"""Cards that the page shows at once, some ten screens; the files hold all."""


def in_columns(shown: list[Official], tables: Tables) -> tuple[list[Official], list[Official]]:
    """Two columns about equally high, read down, then across as in a newspaper; a phone joins them in this order."""
    ends = [0, *accumulate(cards.length(tables, events) for _, _, events in shown)]
    cut = min(range(len(ends)), key=lambda n: abs(ends[-1] - 2 * ends[n]))
    return shown[:cut], shown[cut:]


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
    shown = [*who(first(found, MOST, "card").tolist(), view.events, view.tables)]
    for column, of_column in zip(st.columns(2), in_columns(shown, view.tables), strict=True):
        with column:
            for name, person_id, events in of_column:
                cards.official(view.tables, name, person_id, events)
