"""Passages of articles on screen. All of it is somebody else's text: escaped, never interpreted."""

import html
from functools import lru_cache
from typing import Final

import pandas as pd
import streamlit as st

from pages.shared import links
from pages.shared.load import reading
from pages.shared.words import SAYS, md
from pipeline.models import Article
from pipeline.plain import without_controls
from pipeline.tables import Tables

PLACE: Final = ["article_id", "start", "end"]
"""What makes a passage: two claims that share it rest on the same words."""
_QUOTE: Final = (
    '<blockquote dir="auto" style="margin:0;padding:0 0 0 .9rem;border-left:3px solid rgba(128,128,128,.45);'
    "font-family:'Source Serif Web',serif;font-size:1.0625rem;line-height:1.5;overflow-wrap:anywhere\">{}</blockquote>"
)


@lru_cache(maxsize=2)
def claims_by_event(tables: Tables) -> dict[str, pd.DataFrame]:
    """The rows of evidence of each event, in the order of the table."""
    return {str(event_id): rows for event_id, rows in tables.evidence.groupby("event_id", sort=False)}


def claims(tables: Tables, event_id: str) -> pd.DataFrame:
    """What the sources say of one event; an empty frame where the table holds nothing."""
    return claims_by_event(tables).get(event_id, tables.evidence.iloc[:0])


def article(article_id: str) -> Article | None:
    """An article of the folder, None where its file is missing now."""
    return reading().articles.get(article_id)


def outlet(article_id: str) -> str:
    """Publisher and day of an article: "HuffPost UK, 23 May 2022"."""
    known = article(article_id)
    if known is None:
        return f"article {article_id}, whose file is missing"
    published = f"{known.published.day} {known.published:%b %Y}" if known.published else "day unknown"
    return f"{known.publisher or known.title or known.article_id}, {published}"


def speaker(claim: pd.Series) -> str:
    """Who says it, in words."""
    if claim["speaker"]:
        return f"{claim['speaker']} ({SAYS.get(claim['evidence_class'], claim['evidence_class'])})"
    return SAYS.get(claim["evidence_class"], claim["evidence_class"])


def said(claim: pd.Series) -> str:
    """Who says it and how it is told: "Kremlin spokesman (official), told as denied"."""
    told = "" if claim["modality"] == "happened" else f", told as {claim['modality']}"
    return f"{speaker(claim)}{told}"


def quote(text: str) -> None:
    """A passage, literally. The bar beside it says that it is a quote: marks of ours would mix with its own."""
    st.html(_QUOTE.format(html.escape(without_controls(text.strip()))))


def passage(claim: pd.Series, with_quote: bool = True, with_speaker: bool = False) -> None:
    """A quote, who says so, its outlet and day, and the way to it in the article."""
    if with_quote:
        quote(claim["quote"])
    if with_speaker:
        st.caption(md(" · ".join(part for part in (f"Who says so: {said(claim)}", claim["note"]) if part)))
    where = outlet(claim["article_id"])
    if article(claim["article_id"]) is None:
        st.caption(md(f"{where}. The quote was kept when the tables were built."))
    else:
        links.to_article(claim["article_id"], f"Read in {where}", int(claim["start"]))


def best(tables: Tables, event_id: str) -> pd.DataFrame:
    """One passage an article, the best first: the one that most claims rest on, the longer of two that are equal."""
    rows = claims(tables, event_id)
    rows = rows[rows["field"] != "former_id"]
    weight = rows.groupby(PLACE, sort=False)["field"].transform("nunique")
    ranked = rows.assign(weight=weight, length=rows["end"] - rows["start"])
    ranked = ranked.sort_values(["weight", "length"], ascending=False, kind="stable")
    return ranked.drop_duplicates("article_id")
