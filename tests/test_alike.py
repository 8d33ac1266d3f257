"""Which texts say the same, for a reader who would otherwise see a claim twice."""

import pytest

from pages.parts.same_text import alike


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("in protest at Graustark’s war", "In protest at Graustark's war.", True),
        ("to protest the invasion", "to protest an invasion", True),
        ("over Edelweis’ invasion", "over Edelweiss' invasion", True),
        ("of her own free will", "not of her own free will", False),
        ("for the war", "for the law", False),
        ("in protest against the war", "ostensibly in protest against the war", False),
        ("in 2031", "in 2032", False),
        ("—", "…", False),
        ("", "", False),
    ],
)
def test_texts_that_say_the_same(one: str, other: str, same: bool):
    assert alike([one, other]) == ([[0, 1]] if same else [[0], [1]])
