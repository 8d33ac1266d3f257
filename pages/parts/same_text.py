"""Texts that say the same: the same words, whatever their apostrophes, case, punctuation and articles."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import OSA

from pipeline.query.search import words_of

_PASSED_OVER: Final = frozenset(("a", "an", "the", "s"))
_TYPO_FROM: Final = 6
"""Letters from which two words that differ by one are spellings of one word."""


def alike(texts: Sequence[str]) -> list[list[int]]:
    """Positions of the texts in groups that say the same, in the order of their first members.

    >>> alike(["Protests Russia’s war", "for money", "protests Russia's war."])
    [[0, 2], [1]]
    """
    groups: list[tuple[tuple[str, ...], list[int]]] = []
    for place, text in enumerate(texts):
        words = tuple(word for word in words_of(text) if word not in _PASSED_OVER)
        known = next((members for said, members in groups if words and _same(words, said)), None)
        if known is None:
            groups.append((words, [place]))
        else:
            known.append(place)
    return [members for _, members in groups]


def _same(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Word for word: a "not" more, or another name, is another statement."""
    return len(words) == len(others) and all(map(_spelling, words, others))


def _spelling(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) >= _TYPO_FROM and OSA.distance(word, other) <= 1)
