"""Events as one HTML file that works from a disk with the network off: a list by month with a search box."""

from collections.abc import Iterator
from html import escape
from typing import Final

from pipeline.exports.entries import entries
from pipeline.exports.html import STYLE, by_month, event_item, page
from pipeline.exports.selection import TITLE, Selection

_STYLE: Final = """
input{width:100%;padding:.625rem .75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--soft);
border-radius:.375rem}.bar{position:sticky;top:0;padding:.75rem 0;background:var(--paper)}
section{content-visibility:auto;contain-intrinsic-size:auto 40rem}[hidden]{display:none}
"""
# Every word must stand in an event. The script only reads text and hides elements: nothing becomes markup.
_SCRIPT: Final = """
const plain = text => text.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
const sections = [...document.querySelectorAll("section")].map(section =>
  [section, [...section.querySelectorAll("li")].map(item => [item, plain(item.textContent)])]);
const box = document.querySelector("input"), count = document.querySelector("output");
let waiting;
function filter() {
  const words = plain(box.value).split(/\\s+/).filter(Boolean);
  let shown = 0, all = 0;
  for (const [section, items] of sections) {
    let here = 0;
    for (const [item, text] of items) {
      const fits = words.every(word => text.includes(word));
      if (item.hidden === fits) item.hidden = !fits;
      here += fits;
    }
    if (section.hidden === here > 0) section.hidden = !here;
    shown += here;
    all += items.length;
  }
  count.textContent = words.length ? `${shown} of ${all} shown` : "";
}
box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 60); });
filter();
"""


def stream(selection: Selection) -> Iterator[bytes]:
    """The page is whole without its script; the script filters what is there already."""
    head, foot = page(TITLE, STYLE + _STYLE, _SCRIPT)
    yield (
        f'{head}<h1>{escape(TITLE)}</h1><p class="soft">{escape(selection.words)}</p>'
        '<div class="bar"><input type="search" aria-label="Search in this list" placeholder="Names, places, quotes" '
        'autocomplete="off"><output class="soft" aria-live="polite"></output></div>\n'
    ).encode()
    for month, group in by_month(entries(selection), selection.chosen.sort):
        yield f"<section>{f'<h2>{escape(month)}</h2>' * bool(month)}<ol>\n".encode()
        yield from (event_item(entry).encode() for entry in group)
        yield b"</ol></section>\n"
    yield foot.encode()
