"""The entry script: navigation, the shared filters, then the page.

It lies inside pages/ on purpose: on a cold server Streamlit runs every file of a pages/ folder beside the entry script.
"""

from contextlib import nullcontext

import streamlit as st

from pages.server.bare import bare_streamlit
from pages.server.one_page_at_a_time import turn
from pages.state import link_script, sidebar, tables_on_disk
from pages.state.links import ABOUT, ARTICLE, DATA, EVENT, OFFICIALS, PERSON, SOURCES, TIMELINE
from pages.state.view import APP, drop_events, set_view
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

now = tables_on_disk.current_tables()
if now.problem:
    kept = "You are seeing the last good version." if now.tables else "There is no earlier version to show."
    st.error(f"The newest tables cannot be read. {kept} {md(now.problem)}", icon=":material/error:")
if now.tables:
    with nullcontext() if bare_streamlit() else turn():
        set_view(now, sidebar.filters(now))
        try:
            page.run()
        finally:  # also where a page stops the script
            drop_events()
            if not bare_streamlit():
                link_script.follow_links()
            tables_on_disk.rerun_on_new_tables(now)
else:
    tables_on_disk.rerun_on_new_tables(now)
