"""Why, as somebody's claim: never part of the act, never without who makes it."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.shared import evidence
from pages.shared.alike import alike
from pages.shared.words import listed, md
from pipeline.tables import Tables
from pipeline.vocabulary import EVIDENCE_CLASSES

ON_A_CARD: Final = 3


def show(tables: Tables, events: pd.DataFrame, most: int | None = None, rest: str = "") -> None:
    """Every motive claimed for these events, the person's own words first; of more than `most`, says where the rest is.

    Says plainly where no source gives a reason.
    """
    told = claimed(tables, events)
    if not told:
        st.markdown("**Why:** no source gives a reason")
        return
    lines = [f"- {md(rows['value'].iloc[0])}  \n  :small[{md(by_whom(rows))}]" for rows in told[:most]]
    more = len(told) - len(lines)
    st.markdown("**Why, as claimed:**\n\n" + "\n".join([*lines, *([f"- :small[and {more} more {rest}]"] * bool(more))]))


def claimed(tables: Tables, events: pd.DataFrame) -> list[pd.DataFrame]:
    """The claims of why, those that say the same in one frame; the person concerned first, the reporter last."""
    rows = evidence.claims_of(tables, events["event_id"].tolist(), "motive")
    return grouped(rows) if len(rows) else []


def grouped(told: pd.DataFrame) -> list[pd.DataFrame]:
    """Claims of one field in groups that say the same, those of the strongest speakers first."""
    ranked = told.iloc[told["evidence_class"].map(_weight).argsort(kind="stable")]
    return [ranked.iloc[places] for places in alike(ranked["value"].tolist())]


def by_whom(rows: pd.DataFrame) -> str:
    """Speakers and outlets of claims that say the same: "says Ann Lee (own statement), in Gazette and Courier"."""
    outlets: dict[str, list[str]] = {}
    for _, claim in rows.iterrows():
        names = outlets.setdefault(evidence.by_another(claim), [])
        names += [name] if (name := evidence.publisher(claim["article_id"])) not in names else []
    return "; ".join(_says(who, names) for who, names in outlets.items())


def _says(who: str, names: list[str]) -> str:
    return f"says {who}, in {listed(names)}" if who else f"in the words of {listed(names)}"


def _weight(evidence_class: str) -> int:
    return EVIDENCE_CLASSES.index(evidence_class) if evidence_class in EVIDENCE_CLASSES else len(EVIDENCE_CLASSES)
