"""Passages of articles on screen. All of it is somebody else's text: escaped, never interpreted."""

import html
from functools import lru_cache
from typing import Final

import pandas as pd
import streamlit as st

from pages.shared import links
from pages.shared.load import reading
from pages.shared.words import SAYS, day, md
from pipeline.models import Article
from pipeline.plain import without_controls
from pipeline.tables import Tables

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
    published = day(known.published) or "day unknown"
    return f"{known.publisher or known.title or known.article_id}, {published}"


def speaker(claim: pd.Series) -> str:
    """Who says it, in words."""
    if claim["speaker"]:
        return f"{claim['speaker']} ({SAYS.get(claim['evidence_class'], claim['evidence_class'])})"
    return SAYS.get(claim["evidence_class"], claim["evidence_class"])


def quote(text: str) -> None:
    """A passage, literally. The bar beside it says that it is a quote: marks of ours would mix with its own."""
    st.html(_QUOTE.format(html.escape(without_controls(text.strip()))))


def passage(claim: pd.Series, with_quote: bool = True) -> None:
    """A quote with its outlet and day, and the way to it in the article."""
    if with_quote:
        quote(claim["quote"])
    where = outlet(claim["article_id"])
    if article(claim["article_id"]) is None:
        st.caption(md(f"{where}. The quote was kept when the tables were built."))
    else:
        links.to_article(claim["article_id"], f"Read in {where}", int(claim["start"]))


def passages(rows: pd.DataFrame, most: int | None = None, seen: set[tuple[str, int, int]] | None = None) -> None:
    """Every passage of the rows once; those in `seen` are on the page already and are only linked."""
    seen = set() if seen is None else seen
    for _, claim in rows.drop_duplicates(["article_id", "start", "end"]).iloc[:most].iterrows():
        place = (claim["article_id"], int(claim["start"]), int(claim["end"]))
        passage(claim, place not in seen)
        seen.add(place)
