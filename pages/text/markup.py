"""Pieces of HTML for what is too much for an element each: the text in them is somebody else's, the tags are ours."""

import html
from typing import Final

from pages.text.style import GROUND, INK, STATUS_COLOUR, STATUS_ICON
from pipeline.text.normalise import without_controls

_SYMBOL: Final = (
    "display:inline-block;width:1em;overflow:hidden;font-family:'Material Symbols Rounded';font-weight:400;"
    "line-height:1;vertical-align:-.15em;user-select:none;white-space:nowrap"
)
"""The icons of Streamlit's own font, which draws a name as one sign; cut off where the font is missing."""
_BADGE: Final = "display:inline-block;padding:0 .25rem;border-radius:.17rem;color:{};background:{}"


def text(words: str) -> str:
    """Text of a table or an article as HTML that shows exactly that text.

    >>> text("<b> & 'so'")
    '&lt;b&gt; &amp; &#x27;so&#x27;'
    """
    return html.escape(without_controls(words))


def link(address: str, inside: str, style: str = "color:inherit") -> str:
    """A link to an address; `inside` is HTML."""
    return f'<a href="{html.escape(address)}" style="{style}">{inside}</a>'


def symbol(icon: str) -> str:
    """An icon (`:material/name:`) for the eye alone: a word always stands beside it."""
    name = icon.removeprefix(":material/").removesuffix(":")
    return f'<span aria-hidden="true" translate="no" style="{_SYMBOL}">{text(name)}</span>'


def status_badge(status: str) -> str:
    """The status as style.status_badge draws it: a word first, a colour beside it; "" for an unknown word."""
    if status not in STATUS_COLOUR:
        return ""
    colour = STATUS_COLOUR[status]
    style = _BADGE.format(INK[colour], GROUND[colour])
    return f'<span style="{style}">{symbol(STATUS_ICON[status])} {text(status)}</span>'
