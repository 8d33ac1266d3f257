"""Links take the filter along where the browser opens or copies them itself: a new tab, a new window, "copy link".

A page link holds no filter: inside its tab Streamlit keeps it, and it cannot be told both (the address would hold it
twice). The script is constant, and knows addresses of this app only.
"""

from typing import Final

import streamlit as st

from pipeline.query import PARAMETERS

_SCRIPT: Final = """
export default function ({ data }) {
  const made = new WeakMap();  // link → its own address and the one that it was given
  const complete = (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link || link.origin !== window.location.origin) return false;
    const [own, given] = made.get(link) ?? [];
    const address = new URL(given === link.href ? own : link.href), before = address.href;
    if (address.pathname.includes(".") || data.names.some((name) => address.searchParams.has(name))) return true;
    for (const [name, value] of new URLSearchParams(window.location.search))
      if (data.names.includes(name)) address.searchParams.append(name, value);
    if (address.href !== link.href) link.href = address.href;
    made.set(link, [before, link.href]);
    return true;
  };
  const ends = new AbortController(), during = { capture: true, signal: ends.signal };
  for (const name of ["pointerdown", "contextmenu", "dragstart", "focusin"])
    document.addEventListener(name, complete, during);
  document.addEventListener("click", (event) => {
    // Streamlit would open these in the same tab; the browser knows what the reader asked for.
    if ((event.ctrlKey || event.metaKey || event.shiftKey) && complete(event)) event.stopPropagation();
  }, during);
  return () => ends.abort();
}
"""
_carry = st.components.v2.component("broken_ranks_carry", js=_SCRIPT)


def filters() -> None:
    """Once a page: from then on a link that leaves the tab holds the filter that is in the address at that moment."""
    _carry(data={"names": list(PARAMETERS)}, key="carry", height=1)
