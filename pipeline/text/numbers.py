"""Number words, from the one list of the lexicon (en/dates/numbers.toml): what they amount to."""

import re
from typing import Final

from pipeline.lexicon.date_rules import LEXICON

_VALUES: Final = LEXICON.words["number"]
_SPLIT: Final = re.compile(r"[ -]+")
_FIGURES: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")


def number_of(words: str) -> float | None:
    """The number that figures or lower-case words stand for; None where they stand for none.

    >>> [number_of(words) for words in ("twenty-four", "1,200", "a hundred and five", "2 1/2", "few")]
    [24.0, 1200.0, 105.0, 2.5, None]
    """
    total = current = 0.0
    seen = False
    for word in _SPLIT.split(words.strip().replace(",", "")):
        if word in ("and", ""):
            continue
        if word == "1/2":
            current += 0.5
        elif _FIGURES.fullmatch(word):
            current += float(word)
        elif word in ("a", "an"):
            current += 1
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word in _VALUES:
            current += float(_VALUES[word])
        else:
            return None
        seen = True
    return total + current if seen else None
