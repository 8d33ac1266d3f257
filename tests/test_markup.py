"""Pieces of HTML: escaped, and readable on their ground in light and in dark."""

import re

import pytest

from pages.text.markup import html_link, status_badge_html, symbol, text
from pages.text.style import GROUND, INK, STATUS_COLOUR
from tests.invented import PAYLOADS

AA = 4.5
"""The contrast that WCAG 2.2 asks of text."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", INK)
def test_a_badge_can_be_read_in_light_and_in_dark(colour):
    for ink, ground in zip(*(re.findall("#[0-9a-f]{6}", told[colour]) for told in (INK, GROUND)), strict=True):
        darker, lighter = sorted((luminance(ink), luminance(ground)))
        assert (lighter + 0.05) / (darker + 0.05) >= AA, (ink, ground)


def test_every_status_has_its_badge_and_an_unknown_word_none():
    assert all(f" {status}</span>" in status_badge_html(status) for status in STATUS_COLOUR)
    assert status_badge_html("<b>") == ""


@pytest.mark.parametrize("payload", PAYLOADS)
def test_whatever_it_is_given_stays_text(payload):
    made = html_link(payload, text(payload)) + symbol(payload)
    assert re.findall("<[^>]+>", re.sub('"[^"]*"', '""', made)) == [
        '<a href="" style="">', "</a>", '<span aria-hidden="" translate="" style="">', "</span>",
    ]  # fmt: skip
