"""An article: its full text, with every passage that supports an event marked and linked to it."""

import streamlit as st

from pages.parts import quotes
from pages.parts.article_text import PASSAGE, Text, asked, highlights
from pages.state import links, scroll
from pages.state.tables_on_disk import reading
from pages.state.view import current, start_page
from pages.text.wording import count, day, md

article_id = st.query_params.get("id", "")
article = reading().articles.get(article_id)
rows = current().tables.evidence
rows = rows[rows["article_id"] == article_id]
if article is None:
    start_page("Article not found")
    if rows.empty:
        st.info(md(f"There is no article “{article_id[:60]}”." if article_id else "The address names no article."))
    else:
        st.warning(f"The file of this article is missing. {count(len(rows), 'quote')} of it were kept:")
        for _, claim in rows.drop_duplicates(quotes.PLACE).iterrows():
            quotes.passage(claim)
    st.page_link(links.SOURCES, label="All sources")
    st.stop()

view = start_page(article.title or article.article_id)
published = day(article.published) or "unknown"
st.markdown(
    md(
        f"{article.publisher or 'Publisher unknown'} · published {published} ({article.published_basis}) · "
        f"written by {article.origin}"
    )
)
links.outside(article.url, "Open the original")

headlines = dict(zip(view.tables.events["event_id"], view.tables.events["headline"], strict=True))
marked = highlights(rows, headlines, len(article.text))
passage = asked(st.query_params.get("at", ""), rows, len(article.text))
text, beside = st.columns([2, 1], gap="large")
with text:
    st.html(Text(article.text, marked, passage, view.chosen).html())
with beside:
    st.header("What it supports", anchor=False)
    for number, event_id in {m.number: m.event_id for m in marked}.items():
        links.to_event(event_id, f"{number}  {headlines.get(event_id, event_id)}", width=30)
    if not marked:
        st.caption("No event of the table rests on this article.")
if passage:
    scroll.to(PASSAGE, "center", str(passage[0]))
