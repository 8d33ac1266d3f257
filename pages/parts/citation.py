"""How to link to a page and how to cite it: plain and BibTeX, with the day of access and the version of the data."""

import re
from datetime import date
from typing import Final

import streamlit as st

from pages.state import links
from pages.state.view import APP, current_view
from pages.text.wording import day
from pipeline.text.normalise import without_controls

_TEX: Final = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def show_citation(title: str, page: str, identifier: str) -> None:
    """A button that opens the link and the citations, each with a button to copy it."""
    address = f"{links.home()}/{links.address(page, None, id=identifier)}"
    version, today = current_view().version, date.today()
    with st.popover("Link and cite", icon=":material/format_quote:"):
        for heading, text in (
            ("Link", address),
            ("Citation", citation_line(title, address, version, today)),
            ("BibTeX", bibtex(title, address, version, today)),
        ):
            st.caption(heading)
            st.code(text, language=None, wrap_lines=True)


def citation_line(title: str, address: str, version: str, today: date) -> str:
    """A citation in a line.

    >>> citation_line("Ann Lee resigns", "https://x.example/event?id=lee", "0a1b", date(2031, 5, 4))
    'Broken Ranks: “Ann Lee resigns”. Version of the data: 0a1b. https://x.example/event?id=lee (accessed 4 May 2031).'
    """
    return f"{APP}: “{_line(title)}”. Version of the data: {version}. {address} (accessed {day(today)})."


def bibtex(title: str, address: str, version: str, today: date) -> str:
    """A BibTeX entry. The key names page, version and day; the title keeps its capitals."""
    key = re.sub(r"[^a-z0-9]+", "-", address.rpartition("=")[2].casefold())[:60].strip("-")
    fields = {
        "author": f"{{{APP}}}", "title": f"{{{_tex(_line(title))}}}", "howpublished": rf"\url{{{address}}}",
        "note": f"Version of the data: {version}; accessed {today.isoformat()}", "urldate": today.isoformat(),
    }  # fmt: skip
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{broken-ranks-{key},\n{body}}}"


def _line(text: str) -> str:
    return without_controls(" ".join(text.split()))


def _tex(text: str) -> str:
    return re.sub(r"[\\~^{}&%$#_]", lambda found: _TEX.get(found[0], f"\\{found[0]}"), text)
