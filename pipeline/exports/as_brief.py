"""Events as a document to print: the whole filter in one, or one page a person. No scripts, nothing from elsewhere."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import islice
from typing import Final

from pipeline.exports.entries import entries, one_line
from pipeline.exports.html import STYLE, by_month, event_item, page
from pipeline.exports.selection import TITLE, Selection
from pipeline.query.summary import filter_in_words
from pipeline.tables.files import split_list

_PRINT: Final = """
@page{margin:18mm}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--link:#000}body{max-width:none;
padding:0;font-size:10.5pt}li{break-inside:avoid}h2{break-after:avoid}section+section{break-before:page}
a{text-decoration:none}blockquote a[href]::after{content:" <" attr(href) ">";font-size:8.5pt}}
"""
_NOBODY: Final = "No person named"


def stream(selection: Selection) -> Iterator[bytes]:
    """The events under their months."""
    head, foot = page(TITLE, STYLE + _PRINT)
    yield (head + _heading(TITLE, selection.words)).encode()
    for month, group in by_month(entries(selection), selection.chosen.sort):
        yield _month(month)
        yield from (event_item(entry).encode() for entry in group)
        yield b"</ol>\n"
    yield foot.encode()


def stream_by_person(selection: Selection) -> Iterator[bytes]:
    """One page a person, in the order of the filter, else of the events; events of nobody by name come last."""
    pages = _pages(selection)
    told = entries(replace(selection, events=selection.events.iloc[[row for rows in pages.values() for row in rows]]))
    head, foot = page(TITLE, STYLE + _PRINT)
    yield head.encode()
    for name, rows in pages.items():
        words = filter_in_words(selection.chosen, selection.tables, len(rows))
        yield f"<section>{_heading(name, words)}<ol>\n".encode("utf-8", "replace")
        yield from (event_item(entry).encode() for entry in islice(told, len(rows)))
        yield b"</ol></section>\n"
    yield foot.encode()


def _pages(selection: Selection) -> dict[str, list[int]]:
    """Name → positions of that person's events. Where the filter names persons, only they get a page."""
    asked = selection.chosen.person
    pages: dict[str, list[int]] = {name: [] for name in asked}
    nobody: list[int] = []
    for row, cell in enumerate(selection.events["persons"].tolist()):
        names = split_list(cell)
        for name in names:
            if not asked or name in pages:
                pages.setdefault(name, []).append(row)
        if not names:
            nobody.append(row)
    return {name: rows for name, rows in (*pages.items(), (_NOBODY, nobody)) if rows}


def _heading(title: str, words: str) -> str:
    return f'<h1 dir="auto">{escape(one_line(title))}</h1><p class="soft">{escape(one_line(words))}</p>\n'


def _month(name: str) -> bytes:
    return (f"<h2>{escape(name)}</h2>" * bool(name) + "<ol>\n").encode()
