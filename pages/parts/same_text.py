"""Texts that say the same: the same words, ignoring apostrophes, case, punctuation and articles."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import OSA

from pipeline.query.search import words_of

_PASSED_OVER: Final = frozenset(("a", "an", "the", "s"))
_TYPO_FROM: Final = 6
"""Letters from which two words that differ by one are spellings of one word."""


def alike(texts: Sequence[str]) -> list[list[int]]:
    """Indices of the texts, grouped by what they say, in the order of the groups' first members.

    >>> alike(["Protests Russia’s war", "for money", "protests Russia's war."])
    [[0, 2], [1]]
    """
    groups: list[tuple[tuple[str, ...], list[int]]] = []
    for index, text in enumerate(texts):
        words = tuple(word for word in words_of(text) if word not in _PASSED_OVER)
        known = next((members for said, members in groups if words and _same(words, said)), None)
        if known is None:
            groups.append((words, [index]))
        else:
            known.append(index)
    return [members for _, members in groups]


def _same(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether they agree word for word: one more "not", or another name, makes another statement."""
    return len(words) == len(others) and all(map(_spelling, words, others))


def _spelling(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) >= _TYPO_FROM and OSA.distance(word, other) <= 1)
