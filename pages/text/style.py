"""Icons and colours for categories and statuses. A colour never carries a meaning alone, always with a word."""

from typing import Final

from pipeline.vocabulary import CATEGORIES

ICON: Final = {
    "leaving": ":material/logout:",
    "dissent": ":material/campaign:",
    "pressure": ":material/gavel:",
    "military": ":material/swords:",
    "diplomacy": ":material/handshake:",
    "justice": ":material/balance:",
}
STATUS_COLOUR: Final = {
    "confirmed": "green", "reported": "gray", "alleged": "orange",
    "disputed": "red", "denied": "red", "planned": "violet",
}  # fmt: skip
STATUS_ICON: Final = {
    "confirmed": ":material/check:", "reported": ":material/article:", "alleged": ":material/help:",
    "disputed": ":material/compare_arrows:", "denied": ":material/block:", "planned": ":material/event_upcoming:",
}  # fmt: skip
INK: Final = {
    "green": "light-dark(#0c5a44,#7ed5b0)", "gray": "light-dark(#686255,#b8b3a8)",
    "orange": "light-dark(#9b4519,#f2a56d)", "red": "light-dark(#9e303b,#f2919a)",
    "violet": "light-dark(#6f33b8,#bf8ef7)",
}  # fmt: skip
GROUND: Final = {
    "green": "light-dark(#f1fbf6,#0e2f24)", "gray": "light-dark(#f5f4f2,#2c2925)",
    "orange": "light-dark(#fff6ed,#342414)", "red": "light-dark(#fff1f2,#412023)",
    "violet": "light-dark(#f8f2ff,#332244)",
}  # fmt: skip
"""The colours of Streamlit's badges in our theme, copied for badges in HTML. A browser that does not know light-dark()
shows the badge in the colour of the text. tests/test_streamlit_contract.py compares the copy with Streamlit's."""
COLOUR_INDEX: Final = {category: index for index, category in enumerate(CATEGORIES)}
"""Index of a category's colour in chartCategoricalColors of .streamlit/config.toml."""


def icon(category: str) -> str:
    """The category's icon; a plain dot for a word that is not in the vocabulary."""
    return ICON.get(category, ":material/circle:")


def status_badge(status: str) -> str:
    """The status as a Markdown badge: a word first, a colour beside it."""
    if status not in STATUS_COLOUR:
        return ""
    return f":{STATUS_COLOUR[status]}-badge[{STATUS_ICON[status]} {status}]"
