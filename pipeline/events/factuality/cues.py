"""The cues of cues.toml: what the words around a trigger say of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon.needed_words import WORD, anchors
from pipeline.lexicon.patterns import compile_pattern
from pipeline.lexicon.words import FOLDER, read_words

_FORM = re.compile(r"\(\?#(\w+)\)$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern, and the form of the verb that it is bound to.

    `anchors` are the words of which one must stand for the pattern to match; none: it is always tried. `form` is
    progressive, present, finite, or "" for any; the pattern ends with it as a comment: `(?#finite)`.
    """

    pattern: re.Pattern[str]
    anchors: frozenset[str]
    form: str = ""


@lru_cache
def _patterns() -> dict[str, tuple[str, ...]]:
    return read_words(FOLDER / "cues.toml")


@lru_cache
def cues(name: str) -> tuple[Cue, ...]:
    """The cues of one list."""
    return tuple(_cue(pattern, name) for pattern in _patterns()[name])


def _cue(text: str, name: str) -> Cue:
    pattern, form = compile_pattern(text, f"cues.toml: {name}"), _FORM.search(text)
    return Cue(pattern, anchors(text), form.group(1) if form else "")


def find_cues(name: str, text: str) -> Iterator[tuple[Cue, re.Match[str]]]:
    """The cues of a list that match, each with its first match.

    >>> [match.group() for _, match in find_cues("denied", "He has not been ")]
    ['not been ']
    """
    words = set(WORD.findall(text.lower()))
    for cue in cues(name):
        if (not cue.anchors or not words.isdisjoint(cue.anchors)) and (match := cue.pattern.search(text)):
            yield cue, match


def has_cue(name: str, text: str) -> bool:
    """Does a cue of this list match?"""
    return any(True for _ in find_cues(name, text))
