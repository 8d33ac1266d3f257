"""Officials: one card for each person who has a leaving event, and for what unnamed officials did."""

from itertools import accumulate

import pandas as pd
import streamlit as st

from pages.shared import cards
from pages.shared.view import first, nothing_passes, say_filter, start_page
from pages.shared.words import count
from pipeline.tables import Tables, split_list

Official = tuple[str, str, pd.DataFrame]
"""Name, person_id and leaving events; "" for both where nobody is named."""


def by_official(leaving: pd.DataFrame) -> list[Official]:
    """Name, person_id and leaving events of each person; the unnamed have a card an event.

    The order is that in which they left. Who is only appointed in these events did not leave and has no card.
    """
    found: dict[tuple[str, str], list[int]] = {}
    aside = leaving["background"] | (leaving["type"] == "appointment")
    for place, event in pd.concat([leaving[~aside], leaving[aside]]).iterrows():
        named = zip(split_list(event["persons"]), split_list(event["person_ids"]), strict=False)
        for key in list(named) or [("", event["event_id"])]:
            found.setdefault(key, []).append(place)
    people = [(name, key if name else "", leaving.loc[places]) for (name, key), places in found.items()]
    return [one for one in people if (one[2]["type"] != "appointment").any()]


def in_columns(officials: list[Official], tables: Tables) -> tuple[list[Official], list[Official]]:
    """Two columns about equally high, read down, then across as in a newspaper; a phone joins them in this order."""
    ends = [0, *accumulate(cards.length(tables, events) for _, _, events in officials)]
    cut = min(range(len(ends)), key=lambda n: abs(ends[-1] - 2 * ends[n]))
    return officials[:cut], officials[cut:]


view = start_page(
    "Officials",
    "Who left a post or tried to, in the words of the sources. Why somebody left is always somebody's claim.",
)
say_filter(view)
if not nothing_passes(view):
    officials = by_official(view.events[view.events["category"] == "leaving"])
    if not officials:
        st.info("Nobody in this filter left a post. Clear the category or the type in the sidebar.")
    else:
        st.caption(count(len(officials), "card"))
    for column, of_column in zip(st.columns(2), in_columns(first(officials, 60, "card"), view.tables), strict=True):
        with column:
            for name, person_id, events in of_column:
                cards.official(view.tables, name, person_id, events)
