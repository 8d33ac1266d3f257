"""Passages of articles on screen. All of it is somebody else's text: escaped, never interpreted."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from pages.state import links
from pages.state.tables_on_disk import reading
from pages.text import markup
from pages.text.wording import SAYS, Row, md
from pipeline.models import Article
from pipeline.query.postings import Numbers, evidence_of, once, row_of
from pipeline.tables.files import Tables

PLACE: Final = ["article_id", "start", "end"]
"""What makes a passage: two claims that share it rest on the same words."""
TOLD: Final = ["quote", "article_id", "start", "end", "speaker", "evidence_class", "modality", "value"]
"""What a card tells of a claim."""
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


def claims(tables: Tables, event_id: str) -> pd.DataFrame:
    """What the sources say of one event, in the order of the table; an empty frame where it holds nothing."""
    return tables.evidence.iloc[_rows(tables, [event_id])]


def claims_of(tables: Tables, event_ids: Sequence[str], field: str) -> list[Row]:
    """What the sources say of one field of these events, an event after the other."""
    rows = _rows(tables, event_ids)
    return _told(tables, rows[_fields(tables)[rows] == field])


def _told(tables: Tables, rows: Numbers) -> list[Row]:
    """These claims. Column by column: to take whole rows takes longest where there are none."""
    if not len(rows):
        return []
    columns = [tables.evidence[column].iloc[rows].tolist() for column in TOLD]
    return [dict(zip(TOLD, values, strict=True)) for values in zip(*columns, strict=True)]


@once
def _fields(tables: Tables) -> np.ndarray:
    """The field of every claim, as words that many rows share."""
    codes, words = pd.factorize(tables.evidence["field"])
    return words.to_numpy(dtype=object)[codes] if len(words) else np.array([], dtype=object)


def _rows(tables: Tables, event_ids: Sequence[str]) -> Numbers:
    places, of_event = row_of(tables).get_indexer(event_ids), evidence_of(tables)
    slices = [of_event.rows[of_event.starts[n] : of_event.starts[n + 1]] for n in places[places >= 0].tolist()]
    return np.concatenate(slices) if slices else of_event.rows[:0]


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


def publisher(article_id: str) -> str:
    """Who published an article, for a list in a sentence."""
    known = article(article_id)
    return (known.publisher or known.title or article_id) if known else f"article {article_id}"


def speaker(claim: Row) -> str:
    """Who says it, in words."""
    kind = SAYS.get(claim["evidence_class"], claim["evidence_class"])
    return f"{claim['speaker']} ({kind})" if claim["speaker"] else kind


def by_another(claim: Row) -> str:
    """Who says it and how it is told: "Kremlin spokesman (official), told as denied"; "" for the article itself."""
    told = "" if claim["modality"] == "happened" else f"told as {claim['modality']}"
    who = "" if claim["evidence_class"] == "reporter" and not claim["speaker"] else speaker(claim)
    return ", ".join(part for part in (who, told) if part)


def quote(text: str) -> None:
    """A passage, literally. The bar beside it says that it is a quote: marks of ours would mix with its own."""
    st.html(_QUOTE.format(markup.text(text.strip())))


def passage(claim: Row, notes: Iterable[str] = ()) -> None:
    """One block: a quote, the way to it in the article, and in small letters who says so and what is to be known."""
    with st.container(gap="xxsmall"):
        quote(claim["quote"])
        source(claim)
        small([f"says {who}" if (who := by_another(claim)) else "", *notes])


def source(claim: Row) -> None:
    """The way to the passage in its article: outlet and day."""
    where = outlet(claim["article_id"])
    if article(claim["article_id"]) is None:
        st.caption(md(f"{where}. The quote was kept when the tables were built."))
    else:
        links.to_article(claim["article_id"], f"Read in {where}", int(claim["start"]))


def small(remarks: Iterable[str]) -> None:
    """Remarks in small letters under a link; nothing where there are none."""
    told = [markup.text(remark) for remark in remarks if remark]
    if told:
        st.html(_SMALL.format(" · ".join(told)))


def best(tables: Tables, event_id: str) -> list[Row]:
    """One passage an article, the best first: the one that most claims rest on, the longer of two that are equal."""
    rows = _rows(tables, [event_id])
    # Columns of these rows alone: every further step with whole rows would take half a millisecond.
    columns = [tables.evidence[column].iloc[rows].tolist() for column in PLACE]
    fields: dict[tuple[str, int, int], dict[str, int]] = {}
    for n, (field, *place) in enumerate(zip(_fields(tables)[rows].tolist(), *columns, strict=True)):
        if field != "former_id":
            fields.setdefault(tuple(place), {}).setdefault(field, n)
    first: dict[str, int] = {}
    for place in sorted(fields, key=lambda place: (-len(fields[place]), place[1] - place[2])):
        first.setdefault(place[0], min(fields[place].values()))
    return _told(tables, rows[[*first.values()]] if first else rows[:0])
