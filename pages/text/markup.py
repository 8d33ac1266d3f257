"""Pieces of HTML for lists that would need too many elements. All text in them is escaped; the tags are ours."""

import html
from typing import Final

from pages.text.style import GROUND, INK, STATUS_COLOUR, STATUS_ICON
from pipeline.text.normalise import without_controls

_SYMBOL: Final = (
    "display:inline-block;width:1em;overflow:hidden;font-family:'Material Symbols Rounded';font-weight:400;"
    "line-height:1;vertical-align:-.15em;user-select:none;white-space:nowrap"
)
"""Streamlit's icon font draws a name as one sign; without the font the name is cut off after one."""
_BADGE: Final = "display:inline-block;padding:0 .25rem;border-radius:.17rem;color:{};background:{}"


def text(words: str) -> str:
    """Text of a table or an article, escaped for HTML.

    >>> text("<b> & 'so'")
    '&lt;b&gt; &amp; &#x27;so&#x27;'
    """
    return html.escape(without_controls(words))


def html_link(address: str, inside: str, style: str = "color:inherit") -> str:
    """A link to an address; `inside` is HTML."""
    return f'<a href="{html.escape(address)}" style="{style}">{inside}</a>'


def symbol(icon: str) -> str:
    """An icon (`:material/name:`) hidden from screen readers, because a word always accompanies it."""
    name = icon.removeprefix(":material/").removesuffix(":")
    return f'<span aria-hidden="true" translate="no" style="{_SYMBOL}">{text(name)}</span>'


def status_badge_html(status: str) -> str:
    """The status as style.status_badge draws it: a word first, a colour beside it; "" for an unknown word."""
    if status not in STATUS_COLOUR:
        return ""
    colour = STATUS_COLOUR[status]
    style = _BADGE.format(INK[colour], GROUND[colour])
    return f'<span style="{style}">{symbol(STATUS_ICON[status])} {text(status)}</span>'
