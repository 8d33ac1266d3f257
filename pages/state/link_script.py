"""How links are followed: inside the tab without a reload, out of it (a new tab, "copy link") with the filter.

A page link holds no filter: inside its tab Streamlit keeps it, and it cannot be told both (the address would hold it
twice). A link in HTML of ours would load the whole app anew. For that one the script does what the browser does on the
way back and forward, to which Streamlit listens: it changes the address and says so. Page and filter are then read from
the address, as for everybody who opens it; nothing else reaches the server. The script is constant, and touches
addresses of this app's pages only.
"""

from typing import Final

import streamlit as st

from pages.state.links import PAGES
from pipeline.query.filter import PARAMETERS

_SCRIPT: Final = """
export default function ({ data }) {
  const cut = ({ pathname }) => [pathname.slice(0, pathname.lastIndexOf("/")), pathname.split("/").pop()];
  const ours = (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link || link.origin !== window.location.origin || link.hash) return null;
    const [folder, page] = cut(link);
    return folder === cut(window.location)[0] && data.pages.includes(page) ? link : null;
  };
  const complete = (event) => {  // its own parameters, and the filter that is in the address at this moment
    const link = ours(event);
    if (!link) return null;
    const address = new URL(link.href);
    for (const name of data.filters) address.searchParams.delete(name);
    for (const [name, value] of new URLSearchParams(window.location.search))
      if (data.filters.includes(name)) address.searchParams.append(name, value);
    if (address.href !== link.href) link.href = address.href;
    return link;
  };
  const beside = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const ends = new AbortController(), during = { signal: ends.signal }, first = { capture: true, ...during };
  for (const name of ["pointerdown", "contextmenu", "dragstart", "focusin"])
    document.addEventListener(name, complete, first);
  document.addEventListener("click", (event) => {
    // Streamlit would open these in the same tab; the browser knows what the reader asked for.
    if (beside(event) && complete(event)) event.stopPropagation();
  }, first);
  document.addEventListener("click", (event) => {
    // What Streamlit or the browser already follows in its own way is not followed twice.
    if (event.defaultPrevented || event.button || beside(event)) return;
    const link = complete(event);
    if (!link || link.target || link.hasAttribute("download")) return;
    event.preventDefault();
    if (link.href !== window.location.href) window.history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }, during);
  return () => ends.abort();
}
"""
_follow = st.components.v2.component("broken_ranks_follow", js=_SCRIPT)


def links() -> None:
    """Once a page: from then on every link to a page of the app is followed in this way."""
    _follow(data={"filters": list(PARAMETERS), "pages": list(PAGES)}, key="follow", height=1)
