"""The claims on an event, field by field: contradicting values side by side, the chosen one marked, with how it was derived."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.shared import evidence
from pages.shared.words import count, kind, md
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


def section(event: pd.Series, field: str, rows: pd.DataFrame) -> None:
    """A heading and every value claimed, each with its passages; nothing where nobody claims anything."""
    if rows.empty:
        return
    st.header(HEADING.get(field, kind(field).capitalize()), anchor=False)
    values = list(dict.fromkeys(rows["value"]))
    chosen = str(event.get(COLUMN.get(field, field), ""))
    if len(values) == 1:
        _value(values[0], rows, False)
        return
    if field not in ("motive", "confirmation", "denial"):
        st.caption(f"The sources differ: {count(len(values), 'value')}.")
    grid = st.grid("auto", min_column_width=300, gap="medium")
    for value in values:
        with grid.cell(), st.container(border=True):
            _value(value, rows[rows["value"] == value], value == chosen or value in chosen.split("; "))


def _value(value: str, rows: pd.DataFrame, chosen: bool) -> None:
    mark = " :green-badge[:material/check: used in the table]" if chosen else ""
    st.markdown(f"**{md(kind(value))}**{mark}")
    for note in dict.fromkeys(rows["note"]):
        if note:
            st.caption(md(note))
    for said in dict.fromkeys(_said(claim) for _, claim in rows.iterrows()):
        st.caption(md(said))
    evidence.passages(rows)


def _said(claim: pd.Series) -> str:
    told = "" if claim["modality"] == "happened" else f", told as {claim['modality']}"
    return f"Who says so: {evidence.speaker(claim)}{told}"
