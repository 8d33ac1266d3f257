"""An article: its full text, with every passage that supports an event marked and linked."""

import streamlit as st

from pages.parts import quotes
from pages.parts.article_text import PASSAGE, Text, highlights, passage_at
from pages.state import links, scroll
from pages.state.tables_on_disk import current_articles
from pages.state.view import current_view, start_page
from pages.text.wording import md, published
from pipeline.query.summary import count

article_id = st.query_params.get("id", "")
article = current_articles().articles.get(article_id)
rows = current_view().tables.evidence
rows = rows[rows["article_id"] == article_id]
if article is None:
    start_page("Article not found")
    if rows.empty:
        st.info(md(f"There is no article “{article_id[:60]}”." if article_id else "This link is missing an article."))
    else:
        st.warning(f"The file of this article is missing. Saved from it: {count(len(rows), 'quote')}.")
        for _, claim in rows.drop_duplicates(quotes.PASSAGE).iterrows():
            quotes.show_passage(claim)
    st.page_link(links.SOURCES, label="All sources")
    st.stop()

view = start_page(article.title or article.article_id)
st.markdown(
    md(f"{article.publisher or 'Publisher unknown'} · published {published(article)} · written by {article.origin}")
)
links.outside(article.url, "Open the original")

headlines = dict(zip(view.tables.events["event_id"], view.tables.events["headline"], strict=True))
marked = highlights(rows, headlines, len(article.text))
passage = passage_at(st.query_params.get("at", ""), rows, len(article.text))
text, beside = st.columns([2, 1], gap="large")
with text:
    st.html(Text(article.text, marked, passage, view.chosen).html())
with beside:
    st.header("Events from this article", anchor=False)
    for number, event_id in {m.number: m.event_id for m in marked}.items():
        links.to_event(event_id, f"{number}  {headlines.get(event_id, event_id)}", width=30)
    if not marked:
        st.caption("No event in the table uses this article.")
if passage:
    scroll.to(PASSAGE, "center", str(passage[0]))
