"""Where things lead. `st.page_link` keeps the filters in the address; plain addresses are for text outside a page."""

from urllib.parse import urlencode, urlsplit

import streamlit as st

from pages.shared.words import md
from pipeline.query import Filter, to_pairs

TIMELINE, OFFICIALS, PERSON, EVENT = "timeline.py", "officials.py", "person.py", "event.py"
SOURCES, ARTICLE, DATA, ABOUT = "sources.py", "article.py", "data.py", "about.py"


def to_event(event_id: str, label: str, icon: str = "") -> None:
    """A link to an event's page."""
    st.page_link(EVENT, label=md(label), icon=icon, query_params={"id": event_id})


def to_person(person_id: str, name: str, icon: str = ":material/person:") -> None:
    """A link to a person's page."""
    st.page_link(PERSON, label=md(name), icon=icon, query_params={"id": person_id})


def to_article(article_id: str, label: str, at: int | None = None, icon: str = ":material/article:") -> None:
    """A link to an article, at a passage where its offset is given."""
    place = {} if at is None else {"at": str(at)}
    st.page_link(ARTICLE, label=md(label), icon=icon, query_params={"id": article_id, **place})


def address(page: str, chosen: Filter, **own: str) -> str:
    """A relative address with the filters, for links inside text: `event?id=…&person=…`."""
    return f"{page}?{urlencode([*own.items(), *to_pairs(chosen)])}"


def outside(url: str, label: str) -> None:
    """A link to somebody else's page: http or https only, whatever the manifest holds."""
    if urlsplit(url).scheme in ("http", "https"):
        st.link_button(md(label), url, icon=":material/open_in_new:", help=md(urlsplit(url).hostname or ""))
