"""Quotes from articles, each with who says it and a link to the sentence. Their text is escaped, never interpreted."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from pages.state import links
from pages.state.tables_on_disk import current_articles
from pages.text import markup
from pages.text.wording import SAYS, Row, md
from pipeline.models import Article
from pipeline.query.postings import Numbers, evidence_of, once, row_of
from pipeline.tables.files import Tables

PASSAGE: Final = ["article_id", "start", "end"]
"""The columns that identify a passage: claims that share them rest on the same words."""
COLUMNS: Final = ["quote", "article_id", "start", "end", "speaker", "evidence_class", "modality", "value"]
"""The columns of a claim that a card shows."""
INDENT: Final = "&nbsp;&nbsp;"
"""A page link is drawn a little to the right: the lines under it start there too."""
_QUOTE: Final = (
    '<blockquote dir="auto" style="margin:0;padding:0 0 0 .9rem;border-left:3px solid rgba(128,128,128,.45);'
    "font-family:'Source Serif Web',serif;font-size:1.0625rem;line-height:1.5;overflow-wrap:anywhere\">{}</blockquote>"
)
_SMALL: Final = (
    '<div dir="auto" style="padding-left:.9rem;font-size:.8125rem;line-height:1.4;opacity:.8;'
    'overflow-wrap:anywhere">{}</div>'
)
_FOLDED: Final = '<details><summary style="cursor:pointer">How it was matched</summary>{}</details>'


def claims_of_event(tables: Tables, event_id: str) -> pd.DataFrame:
    """The claims on one event, in the order of the table; an empty frame where there are none."""
    return tables.evidence.iloc[_rows(tables, [event_id])]


def claims_on_field(tables: Tables, event_ids: Sequence[str], field: str) -> list[Row]:
    """The claims on one field of these events, event by event."""
    rows = _rows(tables, event_ids)
    return _as_rows(tables, rows[_fields(tables)[rows] == field])


def _as_rows(tables: Tables, rows: Numbers) -> list[Row]:
    """These claims as rows. Column by column, which is faster than taking whole rows."""
    if not len(rows):
        return []
    columns = [tables.evidence[column].iloc[rows].tolist() for column in COLUMNS]
    return [dict(zip(COLUMNS, values, strict=True)) for values in zip(*columns, strict=True)]


@once
def _fields(tables: Tables) -> np.ndarray:
    """The field of every claim, as words that many rows share."""
    codes, words = pd.factorize(tables.evidence["field"])
    return words.to_numpy(dtype=object)[codes] if len(words) else np.array([], dtype=object)


def _rows(tables: Tables, event_ids: Sequence[str]) -> Numbers:
    rows, of_event = row_of(tables).get_indexer(pd.Index(event_ids)), evidence_of(tables)
    slices = [of_event.rows[of_event.starts[row] : of_event.starts[row + 1]] for row in rows[rows >= 0].tolist()]
    return np.concatenate(slices) if slices else of_event.rows[:0]


def find_article(article_id: str) -> Article | None:
    """An article of the folder; None where its file is missing."""
    return current_articles().articles.get(article_id)


def outlet_and_day(article_id: str) -> str:
    """Publisher and day of an article: "HuffPost UK, 23 May 2022"."""
    known = find_article(article_id)
    if known is None:
        return f"article {article_id} (file missing)"
    published = f"{known.published.day} {known.published:%b %Y}" if known.published else "day unknown"
    return f"{known.publisher or known.title or known.article_id}, {published}"


def publisher(article_id: str) -> str:
    """Who published an article, for a list in a sentence."""
    known = find_article(article_id)
    return (known.publisher or known.title or article_id) if known else f"article {article_id}"


def speaker(claim: Row) -> str:
    """Who says it, in words."""
    kind = str(SAYS.get(claim["evidence_class"], claim["evidence_class"]))
    return f"{claim['speaker']} ({kind})" if claim["speaker"] else kind


def by_another(claim: Row) -> str:
    """Who says it and as what: "Kremlin spokesman (official), reported as denied"; "" for the article itself."""
    told = "" if claim["modality"] == "happened" else f"reported as {claim['modality']}"
    who = "" if claim["evidence_class"] == "reporter" and not claim["speaker"] else speaker(claim)
    return ", ".join(part for part in (who, told) if part)


def show_quote(text: str) -> None:
    """Draw a passage word for word. A bar marks it as a quote, because quotation marks would mix with its own."""
    st.html(_QUOTE.format(markup.text(text.strip())))


def show_passage(claim: Row, notes: Iterable[str] = (), explanation: str = "") -> None:
    """Draw a quote, the link to it in its article, who says so, and notes; an `explanation` is folded."""
    with st.container(gap="xxsmall"):
        show_quote(claim["quote"])
        link_to_passage(claim)
        show_remarks([f"says {who}" if (who := by_another(claim)) else "", *notes], explanation)


def link_to_passage(claim: Row) -> None:
    """Draw the link to the passage in its article: outlet and day."""
    where = outlet_and_day(claim["article_id"])
    if find_article(claim["article_id"]) is None:
        st.caption(md(f"{where}. The quote was saved when the tables were built."))
    else:
        links.to_article(claim["article_id"], f"Read in {where}", int(claim["start"]))


def show_remarks(remarks: Iterable[str], explanation: str = "") -> None:
    """Draw remarks in small letters, and an explanation that opens on a click; nothing where there are none."""
    said = " · ".join(markup.text(remark) for remark in remarks if remark)
    folded = _FOLDED.format(markup.text(explanation)) if explanation else ""
    if said or folded:
        st.html(_SMALL.format(said + folded))


def best_passages(tables: Tables, event_id: str) -> list[Row]:
    """The best passage of each article, best first: the one with the most claims, then the longer one."""
    rows = _rows(tables, [event_id])
    # Columns of these rows alone: every further step with whole rows would take half a millisecond.
    columns = [tables.evidence[column].iloc[rows].tolist() for column in PASSAGE]
    fields: dict[tuple[str, int, int], dict[str, int]] = {}
    for n, (field, *span) in enumerate(zip(_fields(tables)[rows].tolist(), *columns, strict=True)):
        if field != "former_id":
            article_id, start, end = span
            fields.setdefault((article_id, start, end), {}).setdefault(field, n)
    first: dict[str, int] = {}
    for passage in sorted(fields, key=lambda passage: (-len(fields[passage]), passage[1] - passage[2])):
        first.setdefault(passage[0], min(fields[passage].values()))
    return _as_rows(tables, rows[[*first.values()]] if first else rows[:0])
