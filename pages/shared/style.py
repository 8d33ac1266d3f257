"""Icons and colours of the closed words. Every colour goes with a word: none carries a meaning alone."""

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
COLOUR_INDEX: Final = {category: place for place, category in enumerate(CATEGORIES)}
"""Place of a category's colour in chartCategoricalColors of .streamlit/config.toml."""


def icon(category: str) -> str:
    """The category's icon; a plain dot for a word that is not in the vocabulary."""
    return ICON.get(category, ":material/circle:")


def status_badge(status: str) -> str:
    """The status as a Markdown badge: a word first, a colour beside it."""
    if status not in STATUS_COLOUR:
        return ""
    return f":{STATUS_COLOUR[status]}-badge[{STATUS_ICON[status]} {status}]"
