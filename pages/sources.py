"""Sources: the articles with publisher, origin and address, and the events that rest on them."""

import streamlit as st

from pages.shared import links
from pages.shared.load import reading
from pages.shared.style import icon
from pages.shared.view import nothing_passes, say_filter, start_page
from pages.shared.words import count, day, md
from pipeline.tables import split_list

view = start_page(
    "Sources", "The articles behind the table. An origin is who wrote the text: five reprints are one origin."
)
say_filter(view)
if not nothing_passes(view):
    now = reading()
    supports: dict[str, list[int]] = {}
    for place, cell in zip(view.events.index, view.events["articles"], strict=True):
        for article_id in split_list(cell):
            supports.setdefault(article_id, []).append(place)
    origins = {now.articles[a].origin if a in now.articles else a for a in supports}
    st.caption(
        f"{count(len(supports), 'article')} of {len(now.articles):,} support these events, from {count(len(origins), 'origin')}."
    )
    grid = st.grid("auto", min_column_width=420, gap="medium")
    for article_id in sorted(supports):
        article = now.articles.get(article_id)
        with grid.cell(), st.container(border=True):
            st.header(md(article.title if article else f"Article {article_id}"), anchor=False)
            if article:
                st.markdown(
                    md(
                        f"{article.publisher or 'Publisher unknown'} · {day(article.published) or 'day unknown'} ({article.published_basis})"
                    )
                )
                st.caption(md(f"Written by {article.origin}. {article.note}"))
            else:
                st.caption("Its file is missing; the quotes were kept when the tables were built.")
            with st.container(horizontal=True):
                links.to_article(article_id, "Read with the evidence marked")
                links.outside(article.url if article else "", "Original")
            with st.expander(f"{count(len(supports[article_id]), 'event')} rest on it"):
                for place in supports[article_id]:
                    event = view.tables.events.loc[place]
                    links.to_event(event["event_id"], event["headline"], icon(event["category"]))
    if now.notices:
        with st.expander(f"{count(len(now.notices), 'remark')} on the folder of articles"):
            for notice in now.notices:
                st.text(str(notice))
