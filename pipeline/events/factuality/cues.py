"""The cues of cues.toml: what the words around a trigger say of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon.patterns import beginnings
from pipeline.lexicon.rules import compile_pattern, load_words

_FORM = re.compile(r"\(\?#(\w+)\)$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern, the words of which one stands wherever it matches, and the form of the verb that it is bound to.

    `form` is progressive, present, finite, or "" for any; the pattern ends with it as a comment: `(?#finite)`.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    form: str = ""


@lru_cache
def cues(name: str) -> tuple[Cue, ...]:
    """The cues of one list."""
    return tuple(_cue(pattern, name) for pattern in load_words("cues")[name])


def _cue(text: str, name: str) -> Cue:
    pattern, form = compile_pattern(text, f"cues.toml: {name}"), _FORM.search(text)
    return Cue(pattern, beginnings(pattern), form.group(1) if form else "")


def find_cues(name: str, text: str) -> Iterator[tuple[Cue, re.Match[str]]]:
    """The cues of a list that match, each with its first match.

    >>> [match.group() for _, match in find_cues("denied", "He has not been ")]
    ['not been ']
    """
    low = text.lower()
    for cue in cues(name):
        for word in cue.words or ("",):
            if word in low:
                if match := cue.pattern.search(text):
                    yield cue, match
                break


def has_cue(name: str, text: str) -> bool:
    """Does a cue of this list match?"""
    return any(True for _ in find_cues(name, text))
