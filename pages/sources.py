"""Sources: the articles with publisher, origin and address, and the events that rest on them."""

import pandas as pd
import streamlit as st

from pages.state import links
from pages.state.tables_on_disk import reading
from pages.state.view import first, nothing_passes, say_filter, start_page
from pages.text.style import icon
from pages.text.wording import count, day, md
from pipeline.models import Article
from pipeline.tables.files import split_list


def supported(events: pd.DataFrame) -> dict[str, list[int]]:
    """The events that each article tells, by article_id."""
    found: dict[str, list[int]] = {}
    for place, cell in zip(events.index, events["articles"], strict=True):
        for article_id in split_list(cell):
            found.setdefault(article_id, []).append(place)
    return dict(sorted(found.items()))


def source(article_id: str, article: Article | None, events: pd.DataFrame) -> None:
    """An article as a card: what it is, where it is, what rests on it."""
    st.header(md(article.title if article else f"Article {article_id}"), anchor=False)
    if article:
        published = f"{day(article.published) or 'day unknown'} ({article.published_basis})"
        st.markdown(md(f"{article.publisher or 'Publisher unknown'} · {published}"))
        st.caption(md(f"Written by {article.origin}. {article.note}"))
    else:
        st.caption("Its file is missing; the quotes were kept when the tables were built.")
    with st.container(horizontal=True, vertical_alignment="center"):
        links.to_article(article_id, "Read with the evidence marked")
        links.outside(article.url if article else "", "Original")
    with st.expander(f"Supports {count(len(events), 'event')}"):
        for _, event in events.iterrows():
            links.to_event(event["event_id"], event["headline"], icon(event["category"]))


view = start_page(
    "Sources", "The articles behind the table. An origin is who wrote the text: five reprints are one origin."
)
say_filter(view)
now = reading()
if not nothing_passes(view):
    supports = supported(view.events)
    origins = {now.articles[a].origin if a in now.articles else a for a in supports}
    st.caption(f"{count(len(supports), 'article')} tell them, from {count(len(origins), 'origin')}.")
    grid = st.grid("auto", min_column_width=400, gap="medium", border=True)
    for article_id, places in first([*supports.items()], 100, "article"):
        with grid.cell():
            source(article_id, now.articles.get(article_id), view.events.loc[places])
if now.notices:
    with st.expander(f"{count(len(now.notices), 'remark')} on the folder of articles"):
        for notice in now.notices:
            st.text(str(notice))
