"""Bring a passage into view. The script is constant: no text of an article or a table comes near it."""

import streamlit as st

from pages.shared.highlight import PASSAGE

_SCRIPT = f"""
export default function ({{ data }}) {{
  let tries = 0;
  const look = () => {{
    const found = document.getElementById("{PASSAGE}");
    if (found) found.scrollIntoView({{ block: "center" }});
    else if (tries++ < 100) setTimeout(look, 50);
  }};
  look();
}}
"""
_scroll = st.components.v2.component("broken_ranks_scroll", js=_SCRIPT)


def to_passage(place: int) -> None:
    """Scroll to the marked passage once for each offset of the address."""
    _scroll(data={"place": place}, key=f"scroll-{place}", height=1)
