"""Links to pages. `st.page_link` keeps the filters in the address; `address` is for links in HTML and files."""

from typing import Final
from urllib.parse import urlencode, urlsplit

import streamlit as st

from pages.text.wording import label, md
from pipeline.query.filter import Filter, to_pairs

TIMELINE, OFFICIALS, PERSON, EVENT = "timeline.py", "officials.py", "person.py", "event.py"
SOURCES, ARTICLE, DATA, ABOUT = "sources.py", "article.py", "data.py", "about.py"
PAGES: Final = ("", *(file.removesuffix(".py") for file in (OFFICIALS, PERSON, EVENT, SOURCES, ARTICLE, DATA, ABOUT)))
"""The pages' names in addresses; the timeline is at the root."""


def to_headline(event_id: str, headline: str, width: int = 36) -> None:
    """Draw an event's headline as a link to its page."""
    st.page_link(EVENT, label=f"**{label(headline, width)}**", icon="", query_params={"id": event_id})


def to_event(event_id: str, text: str, icon: str = "", width: int = 37) -> None:
    """Draw a link to an event's page."""
    st.page_link(EVENT, label=_link(text, width), icon=icon, query_params={"id": event_id})


def to_person(person_id: str, text: str, icon: str = ":material/person:") -> None:
    """Draw a link to a person's page."""
    st.page_link(PERSON, label=_link(text), icon=icon, query_params={"id": person_id})


def to_article(article_id: str, text: str, at: int | None = None, icon: str = ":material/article:") -> None:
    """Draw a link to an article, or to the passage at an offset of it."""
    offset = {} if at is None else {"at": str(at)}
    st.page_link(ARTICLE, label=_link(text, 40), icon=icon, query_params={"id": article_id, **offset})


def address(page: str, chosen: Filter | None, **own: str) -> str:
    """A relative address with the filters, for links inside text: `event?id=…&person=…`."""
    return f"{page}?{urlencode([*own.items(), *(to_pairs(chosen) if chosen else [])])}"


def outside(url: str, text: str) -> None:
    """Draw a link to another site; only http and https are accepted from the manifest."""
    if urlsplit(url).scheme in ("http", "https"):
        st.link_button(md(text), url, icon=":material/open_in_new:", help=md(urlsplit(url).hostname or ""))


def _link(text: str, width: int = 37) -> str:
    """A label in the colour of links, because Streamlit draws page links in the colour of text."""
    return f":primary[{label(text, width)}]"


def home() -> str:
    """The address of this server as the reader's browser knows it."""
    return (st.context.url or "").rpartition("/")[0]
