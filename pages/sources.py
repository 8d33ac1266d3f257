"""Sources: the articles with publisher, original source and address, and the events that use them."""

import pandas as pd
import streamlit as st

from pages.state import links
from pages.state.tables_on_disk import current_articles
from pages.state.view import first_rows, nothing_found, show_filter, start_page
from pages.text.style import icon
from pages.text.wording import md, published
from pipeline.models import Article
from pipeline.query.summary import count
from pipeline.tables.files import split_list


def supported(events: pd.DataFrame) -> dict[str, list[int]]:
    """The rows of the events that each article reports, by article_id."""
    found: dict[str, list[int]] = {}
    for row, cell in zip(events.index, events["articles"], strict=True):
        for article_id in split_list(cell):
            found.setdefault(article_id, []).append(row)
    return dict(sorted(found.items()))


def show_source(article_id: str, article: Article | None, events: pd.DataFrame) -> None:
    """Draw an article as a card: title, publisher, links, and its events."""
    st.header(md(article.title if article else f"Article {article_id}"), anchor=False)
    if article:
        st.markdown(md(f"{article.publisher or 'Publisher unknown'} · {published(article)}"))
        st.caption(md(f"Written by {article.origin}. {article.note}"))
    else:
        st.caption("The file is missing. Its quotes were saved when the tables were built.")
    with st.container(horizontal=True, vertical_alignment="center"):
        links.to_article(article_id, "Read with quotes marked")
        links.outside(article.url if article else "", "Original page")
    with st.expander(f"Supports {count(len(events), 'event')}"):
        for _, event in events.iterrows():
            links.to_event(event["event_id"], event["headline"], icon(event["category"]))


view = start_page("Sources", "The articles behind the events. Reprints of one report count as one original source.")
show_filter(view)
now = current_articles()
if not nothing_found(view):
    supports = supported(view.events)
    origins = {now.articles[a].origin if a in now.articles else a for a in supports}
    st.caption(f"Reported by {count(len(supports), 'article')} from {count(len(origins), 'original source')}.")
    grid = st.grid("auto", min_column_width=400, gap="medium", border=True)
    for article_id, rows in first_rows([*supports.items()], 100, "article"):
        with grid.cell():
            show_source(article_id, now.articles.get(article_id), view.events.loc[rows])
if now.notices:
    with st.expander(count(len(now.notices), "import warning")):
        for notice in now.notices:
            st.text(str(notice))
