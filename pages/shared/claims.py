"""The claims on an event, field by field: contradicting values side by side, the chosen one marked, each explained."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.shared import evidence
from pages.shared.words import count, date_value, kind, md
from pipeline.tables import split_list
from pipeline.vocabulary import EVIDENCE_FIELDS

FIELDS: Final = ("act", "denial", "confirmation", "date", "motive", *(
    field for field in EVIDENCE_FIELDS if field not in ("act", "denial", "confirmation", "date", "motive", "former_id")
))  # fmt: skip
"""Order on the page: what happened and whether it is denied, then when, then why, then the rest."""
HEADING: Final = {
    "act": "What happened", "denial": "Who denies it", "confirmation": "Who confirms it", "date": "When",
    "motive": "Why: what is claimed", "person": "Who", "role": "Post", "organisation": "Body", "place": "Where",
}  # fmt: skip
COLUMN: Final = {"act": "type", "person": "persons"}
"""Where a field's chosen value stands in the table of events, if not under its own name."""


Seen = set[tuple[str, int, int]]
"""Passages that the page has quoted already: they are linked again, not quoted again."""
AT_ONCE: Final = 3
"""Passages of a value that stand open; the others are folded away."""
SENTENCES: Final = ("confirmation", "denial")
"""Fields whose value is the sentence itself."""


def section(event: pd.Series, field: str, rows: pd.DataFrame, seen: Seen) -> None:
    """A heading and every value claimed, each with its passages; nothing where nobody claims anything."""
    if rows.empty:
        return
    st.header(HEADING.get(field, kind(field).capitalize()), anchor=False)
    values = list(dict.fromkeys(rows["value"]))
    if field in SENTENCES:
        _passages(rows, seen)
        return
    if len(values) == 1:
        _value(field, rows, seen)
        return
    if field != "motive":
        st.caption(f"The passages give {count(len(values), 'value')}; the one that the table uses is marked.")
    used = str(event.get(COLUMN.get(field, field), ""))
    grid = st.grid("auto", min_column_width=300, gap="medium", border=True)
    for value in sorted(values, key=lambda value: value not in (used, *split_list(used))):
        with grid.cell():
            _value(field, rows[rows["value"] == value], seen, value in (used, *split_list(used)))


def _value(field: str, rows: pd.DataFrame, seen: Seen, used: bool = False) -> None:
    value = rows["value"].iloc[0]
    mark = " :green-badge[:material/check: used in the table]" if used else ""
    st.markdown(f"**{md(date_value(value) if field == 'date' else kind(value))}**{mark}")
    _passages(rows, seen)


def _passages(rows: pd.DataFrame, seen: Seen) -> None:
    """Every passage once with who says so; beyond the first few they are folded away."""
    once = rows.drop_duplicates(evidence.PLACE)
    _quoted(once[:AT_ONCE], seen)
    if len(once) > AT_ONCE:
        with st.expander(count(len(once) - AT_ONCE, "more passage")):
            _quoted(once[AT_ONCE:], seen)


def _quoted(rows: pd.DataFrame, seen: Seen) -> None:
    for _, claim in rows.iterrows():
        place = (claim["article_id"], int(claim["start"]), int(claim["end"]))
        repeats = place in seen or claim["quote"].strip() == claim["value"]
        evidence.passage(claim, with_quote=not repeats or claim["field"] in SENTENCES, with_speaker=True)
        seen.add(place)
