// Follows links to pages of this app without a reload, and gives links that leave the tab the current filter.
export default function ({ data }) {
  const split = ({ pathname }) => [pathname.slice(0, pathname.lastIndexOf("/")), pathname.split("/").pop()];
  const besides = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

  // The link of an event, if it leads to a page of this app.
  const appLink = (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link || link.origin !== window.location.origin || link.hash) return null;
    const [folder, page] = split(link);
    return folder === split(window.location)[0] && data.pages.includes(page) ? link : null;
  };

  // The same link with its own parameters and the filter that is in the address at this moment.
  const withFilter = (event) => {
    const link = appLink(event);
    if (!link) return null;
    const address = new URL(link.href);
    for (const name of data.filters) address.searchParams.delete(name);
    for (const [name, value] of new URLSearchParams(window.location.search))
      if (data.filters.includes(name)) address.searchParams.append(name, value);
    if (address.href !== link.href) link.href = address.href;
    return link;
  };

  const ends = new AbortController();
  const listening = { signal: ends.signal };
  const first = { capture: true, ...listening };

  // Before the reader can open, copy, drag or focus a link, it gets the filter.
  for (const name of ["pointerdown", "contextmenu", "dragstart", "focusin"])
    document.addEventListener(name, withFilter, first);

  // A click for a new tab or window goes to the browser; Streamlit would open the page in this tab.
  document.addEventListener("click", (event) => {
    if (besides(event) && withFilter(event)) event.stopPropagation();
  }, first);

  // A plain click that nobody else has handled changes the address and tells Streamlit, as Back and Forward do.
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || besides(event)) return;
    const link = withFilter(event);
    if (!link || link.target || link.hasAttribute("download")) return;
    event.preventDefault();
    if (link.href !== window.location.href) window.history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }, listening);

  return () => ends.abort();
}
