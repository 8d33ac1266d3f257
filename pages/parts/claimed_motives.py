"""Motives, always shown as a claim and with who makes it, never as part of the act."""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from pages.parts import quotes
from pages.parts.same_text import alike
from pages.text.wording import Row, md
from pipeline.query.summary import in_sentence
from pipeline.tables.files import Tables
from pipeline.vocabulary import EVIDENCE_CLASSES

ON_A_CARD: Final = 3


def show_motives(told: Sequence[Sequence[Row]], most: int | None = None, rest: str = "") -> None:
    """Draw the motives in the order of `claimed`; of more than `most`, say where the rest is (`rest`)."""
    if not told:
        st.markdown("**Why:** no source gives a reason")
        return
    lines = [f"- {md(rows[0]['value'])}  \n  :small[{md(by_whom(rows))}]" for rows in told[:most]]
    more = len(told) - len(lines)
    st.markdown("**Why, as claimed:**\n\n" + "\n".join([*lines, *([f"- :small[and {more} more {rest}]"] * bool(more))]))


def claimed(tables: Tables, event_ids: Sequence[str]) -> list[list[Row]]:
    """The claims of why, grouped by what they say; the person concerned comes first, the reporter last."""
    rows = quotes.claims_on_field(tables, event_ids, "motive")
    groups = grouped([row["evidence_class"] for row in rows], [row["value"] for row in rows])
    return [[rows[n] for n in group] for group in groups]


def grouped(classes: Sequence[str], values: Sequence[str]) -> list[list[int]]:
    """Indices of the claims of one field, grouped by what they say; the strongest speakers come first."""
    ranked = sorted(range(len(classes)), key=lambda n: _weight(classes[n]))
    return [[ranked[index] for index in group] for group in alike([values[n] for n in ranked])]


def by_whom(rows: Iterable[Row]) -> str:
    """Speakers and outlets of claims that say the same: "says Ann Lee (own statement), in Gazette and Courier"."""
    outlets: dict[str, list[str]] = {}
    for claim in rows:
        names = outlets.setdefault(quotes.by_another(claim), [])
        names += [name] if (name := quotes.publisher(claim["article_id"])) not in names else []
    return "; ".join(_says(who, names) for who, names in outlets.items())


def _says(who: str, names: list[str]) -> str:
    return f"says {who}, in {in_sentence(names)}" if who else f"reported by {in_sentence(names)}"


def _weight(evidence_class: str) -> int:
    return EVIDENCE_CLASSES.index(evidence_class) if evidence_class in EVIDENCE_CLASSES else len(EVIDENCE_CLASSES)
