"""What the two documents, brief and offline, share: an event as HTML. Every character of somebody else's is escaped."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from pipeline.dates import in_words
from pipeline.exports.entries import Entry, Quote

STYLE: Final = """
:root{color-scheme:light dark;--ink:#1d2129;--soft:#5b6270;--line:#d9dce2;--paper:#fff;--link:#0b5cad}
@media (prefers-color-scheme:dark){:root{--ink:#e9ebef;--soft:#a9b0bd;--line:#3a404b;--paper:#14171c;--link:#8ab8f5}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.75rem;margin:0 0 .25rem}h2{font-size:1.125rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:0}
ol{list-style:none;margin:0;padding:0}li{padding:.75rem 0;border-bottom:1px solid var(--line)}
p{margin:.125rem 0}.soft{color:var(--soft)}blockquote{margin:.375rem 0 0;padding-left:.75rem;
border-left:3px solid var(--line)}a{color:var(--link)}
"""


def page(title: str, style: str, script: str = "") -> tuple[str, str]:
    """Everything before and after the content. The policy allows this very style and script and nothing else."""
    scripts = f"script-src '{_hash(script)}';" if script else ""
    policy = f"default-src 'none'; style-src '{_hash(style)}'; {scripts} base-uri 'none'; form-action 'none'"
    head = (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escape(title)}</title><style>{style}</style></head><body>\n"
    )
    return head, (f"<script>{script}</script>" if script else "") + "</body></html>\n"


def by_month(told: Iterator[Entry], sort: str) -> Iterator[tuple[str, Iterator[Entry]]]:
    """The events under headings, in their order; one group without a heading where they are not ordered by date."""
    if sort == "most sources":
        yield "", told
    else:
        yield from groupby(told, key=_month)


def event_item(entry: Entry) -> str:
    """One event: when, headline, facts and each source with its quote."""
    headline = f'<a href="{escape(entry.link)}">{escape(entry.headline)}</a>' if entry.link else escape(entry.headline)
    when, *facts = map(escape, entry.facts)
    quotes = "".join(map(_quote, entry.quotes))
    return f'<li dir="auto"><p class="soft">{when}</p><h3>{headline}</h3><p>{" · ".join(facts)}</p>{quotes}</li>\n'


def _quote(quote: Quote) -> str:
    outlet = escape(quote.outlet)
    source = f'<a href="{escape(quote.url)}" rel="noopener noreferrer">{outlet}</a>' if quote.url else outlet
    teller = f"{escape(quote.teller)}, " if quote.teller else ""
    day = f", {in_words(quote.day, quote.day, 'day', 'stated')}" if quote.day else ""
    return (
        f'<blockquote dir="auto">“{escape(quote.text)}” <span class="soft">— {teller}{source}{day}</span></blockquote>'
    )


def _month(entry: Entry) -> str:
    """The month in which it begins; a year alone stands under its year."""
    day = entry.start or entry.end
    if not entry.dated or day is None:
        return "Date unknown"
    return f"{day.year}" if entry.precision == "year" else f"{day:%B} {day.year}"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
