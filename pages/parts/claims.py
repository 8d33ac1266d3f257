"""The claims on an event, field by field. Contradicting values are shown side by side, the one in use marked."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.parts import claimed_motives, quotes
from pages.parts.same_text import alike
from pages.text.wording import date_value, kind, md
from pipeline.query.summary import count
from pipeline.tables.files import split_list
from pipeline.vocabulary import EVIDENCE_FIELDS

_FIRST: Final = ("act", "denial", "confirmation", "date", "motive")
FIELDS: Final = (*_FIRST, *(field for field in EVIDENCE_FIELDS if field not in (*_FIRST, "former_id")))
"""Order on the page: what happened and whether it is denied, then when, then why, then the rest."""
HEADING: Final = {
    "act": "What happened", "denial": "Who denies it", "confirmation": "Who confirms it", "date": "When",
    "motive": "Why: what is claimed", "person": "Who", "role": "Post", "organisation": "Organisation", "place": "Where",
}  # fmt: skip
COLUMN: Final = {"act": "type", "person": "persons"}
"""The column of the events table with a field's chosen value, if it has another name."""
SENTENCES: Final = ("confirmation", "denial")
"""Fields whose value is the sentence itself."""
QUOTING: Final = ("act", *SENTENCES)
"""Fields that quote their passages; the others mostly share those passages and only link to them."""
AT_ONCE: Final = 4
"""Passages of a value shown at once; the others are folded."""


def show_claims(event: pd.Series, field: str, rows: pd.DataFrame) -> None:
    """Draw a heading and every value claimed, each with its passages; nothing where there is no claim."""
    if rows.empty:
        return
    st.header(HEADING.get(field, kind(field).capitalize()), anchor=False)
    used = str(event.get(COLUMN.get(field, field), ""))
    values = _values(field, rows, (used, *split_list(used)))
    if len(values) == 1:
        _value(field, values[0], used="")
        return
    if field != "motive":
        st.caption(f"The sources give {len(values)} different values. The one used in the table is marked.")
    grid = st.grid("auto", min_column_width=300, gap="small", border=True)
    for claims in values:
        with grid.cell():
            _value(field, claims, used)


def _values(field: str, rows: pd.DataFrame, used: tuple[str, ...]) -> list[pd.DataFrame]:
    """The claims by what they say; those used in the table come first."""
    if field in SENTENCES:
        return [rows]
    if field == "motive":
        groups = claimed_motives.grouped(rows["evidence_class"].tolist(), rows["value"].tolist())
        said = [rows.iloc[group] for group in groups]
    else:
        said = [group for _, group in rows.groupby("value", sort=False)]
    return sorted(said, key=lambda claims: not claims["value"].isin(used).any())


def _value(field: str, rows: pd.DataFrame, used: str) -> None:
    chosen = rows[rows["value"].isin((used, *split_list(used)))] if used else rows[:0]
    value = (rows if chosen.empty else chosen)["value"].iloc[0]
    mark = "" if chosen.empty else " :green-badge[:material/check: used in the table]"
    if field not in (*SENTENCES, "act") or mark:
        st.markdown(f"**{md(date_value(value) if field == 'date' else kind(value))}**{mark}")
    blocks = _printed(rows) if field in QUOTING else _linkable(rows)
    show = _quoted if field in QUOTING else _linked
    for block in blocks[:AT_ONCE]:
        show(block)
    if len(blocks) > AT_ONCE:
        with st.expander(count(len(blocks) - AT_ONCE, "more passage")):
            for block in blocks[AT_ONCE:]:
                show(block)


def _printed(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Passages to quote; one that an article prints twice, such as a caption, counts once."""
    blocks = []
    for _, of_article in rows.drop_duplicates(quotes.PASSAGE).groupby("article_id", sort=False):
        blocks += [of_article.iloc[group] for group in alike(of_article["quote"].tolist())]
    return blocks


def _quoted(printed: pd.DataFrame) -> None:
    times = f"printed {_times(len(printed))} in this article" if len(printed) > 1 else ""
    quotes.show_passage(printed.iloc[0], [times], " · ".join(note for note in dict.fromkeys(printed["note"]) if note))


def _linkable(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Passages to link; those of one article with the same speaker and note share a line."""
    once = rows.drop_duplicates(quotes.PASSAGE)
    return [told for _, told in once.groupby(["article_id", "speaker", "note"], sort=False)]


def _linked(told: pd.DataFrame) -> None:
    first = told.iloc[0]
    who = quotes.by_another(first)
    passages = f"{len(told)} passages" if len(told) > 1 else ""
    with st.container(gap="xxsmall"):
        quotes.link_to_passage(first)
        quotes.show_remarks([passages, f"says {who}" if who else "", first["note"]])


def _times(number: int) -> str:
    return {2: "twice", 3: "three times"}.get(number, f"{number} times")
