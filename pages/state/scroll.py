"""Scroll to an element. The script is constant and holds no text of an article or a table."""

from typing import Final

import streamlit as st

_SCRIPT: Final = """
export default function ({ data }) {
  let tries = 0;
  const look = () => {
    const found = document.getElementById(data.anchor);
    if (found) found.scrollIntoView({ block: data.block });
    else if (tries++ < 100) setTimeout(look, 50);
  };
  look();
}
"""
_scroll = st.components.v2.component("broken_ranks_scroll", js=_SCRIPT)


def to(anchor: str, block: str, once: str) -> None:
    """Scroll to the element with this id; again only when `once` changes."""
    _scroll(data={"anchor": anchor, "block": block}, key=f"scroll-{once}", height=1)
