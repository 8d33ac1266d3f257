"""The cues of the lexicon in a text: what the words around a trigger say of it."""

import re
from collections.abc import Iterator

from pipeline.lexicon.cue_rules import Cue, load_cues
from pipeline.lexicon.needed_words import words_and_parts


def cues(name: str) -> tuple[Cue, ...]:
    """The cues of one list."""
    return load_cues()[name]


def find_cues(name: str, text: str) -> Iterator[tuple[Cue, re.Match[str]]]:
    """The cues of a list that match, each with its first match.

    >>> [(cue.id, match.group()) for cue, match in find_cues("denied", "He has not been ")]
    [('denied.not', 'not been ')]
    """
    words = words_and_parts(text)
    for cue in cues(name):
        if (not cue.anchors or not words.isdisjoint(cue.anchors)) and (match := cue.pattern.search(text)):
            yield cue, match


def has_cue(name: str, text: str) -> bool:
    """Does a cue of this list match?"""
    return any(True for _ in find_cues(name, text))
