"""The entry script: navigation, the shared filters, then the page.

It stands inside pages/ on purpose: beside app.py, Streamlit would run pages/*.py by itself on a cold server.
"""

import streamlit as st

from pages.server.one_page_at_a_time import turn
from pages.state import link_script, sidebar, tables_on_disk
from pages.state.links import ABOUT, ARTICLE, DATA, EVENT, OFFICIALS, PERSON, SOURCES, TIMELINE
from pages.state.view import APP, forget, see
from pages.text.wording import md

st.set_page_config(page_title=APP, page_icon="🗂️", layout="wide", initial_sidebar_state="auto")
page = st.navigation(
    [
        st.Page(TIMELINE, title="Timeline", icon=":material/view_timeline:", default=True),
        st.Page(OFFICIALS, title="Officials", icon=":material/badge:"),
        st.Page(PERSON, title="Person", url_path="person", icon=":material/person:", visibility="hidden"),
        st.Page(EVENT, title="Event", url_path="event", icon=":material/event:", visibility="hidden"),
        st.Page(SOURCES, title="Sources", icon=":material/newspaper:"),
        st.Page(ARTICLE, title="Article", url_path="article", icon=":material/article:", visibility="hidden"),
        st.Page(DATA, title="Data", icon=":material/table:"),
        st.Page(ABOUT, title="About", icon=":material/info:"),
    ],
    position="top",
)

shelf = tables_on_disk.shelf()
if shelf.problem:
    kept = "What you see is the last good version." if shelf.tables else "There is no earlier version to show."
    st.error(f"The newest tables cannot be used. {kept} {md(shelf.problem)}", icon=":material/error:")
if shelf.tables:
    with turn():
        see(shelf, sidebar.filters(shelf))
        try:
            page.run()
        finally:  # a page that has nothing to show stops the script
            forget()
            link_script.links()
            tables_on_disk.watch(shelf)
else:
    tables_on_disk.watch(shelf)
