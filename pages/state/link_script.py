"""How links are followed: without a reload inside the tab, with the filter in a new tab or a copied address.

Streamlit's page links hold no filter in their address, and a link in HTML of ours would reload the whole app. So
link_script.js changes the address and sends `popstate`, to which Streamlit listens for Back and Forward; Streamlit then
reads page and filter from the address. The script is constant and changes only addresses of this app's pages.
"""

from pathlib import Path

import streamlit as st

from pages.state.links import PAGES
from pipeline.query.filter import PARAMETERS

_follow = st.components.v2.component(
    "broken_ranks_follow", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def follow_links() -> None:
    """Put the script on the page, once a run: from then on it handles every link to a page of the app."""
    _follow(data={"filters": list(PARAMETERS), "pages": list(PAGES)}, key="follow", height=1)
