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
"""Passages that the page has quoted already."""


def section(event: pd.Series, field: str, rows: pd.DataFrame, seen: Seen) -> None:
    """A heading and every value claimed, each with its passages; nothing where nobody claims anything."""
    if rows.empty:
        return
    st.header(HEADING.get(field, kind(field).capitalize()), anchor=False)
    values = list(dict.fromkeys(rows["value"]))
    if len(values) == 1:
        _value(field, rows, seen)
        return
    if field not in ("motive", "confirmation", "denial"):
        st.caption(f"The sources differ: {count(len(values), 'value')}.")
    used = str(event.get(COLUMN.get(field, field), ""))
    grid = st.grid("auto", min_column_width=300, gap="medium")
    for value in values:
        with grid.cell(), st.container(border=True):
            _value(field, rows[rows["value"] == value], seen, value in (used, *split_list(used)))


def _value(field: str, rows: pd.DataFrame, seen: Seen, used: bool = False) -> None:
    value = rows["value"].iloc[0]
    mark = " :green-badge[:material/check: used in the table]" if used else ""
    st.markdown(f"**{md(date_value(value) if field == 'date' else kind(value))}**{mark}")
    for line in dict.fromkeys([*rows["note"], *(_said(claim) for _, claim in rows.iterrows())]):
        if line:
            st.caption(md(line))
    evidence.passages(rows, seen=seen)


def _said(claim: pd.Series) -> str:
    told = "" if claim["modality"] == "happened" else f", told as {claim['modality']}"
    return f"Who says so: {evidence.speaker(claim)}{told}"
