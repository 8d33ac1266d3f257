"""Number words to numbers."""

import re

from pipeline.lexicon.date_rules import LEXICON

_SPLIT = re.compile(r"[ -]+")


def number_of(words: str) -> float | None:
    """The number that figures or words stand for; None where they stand for none.

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
        elif word[0].isdigit():
            current += float(word)
        elif word in ("a", "an"):
            current += 1
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word in LEXICON.words["number"]:
            current += float(LEXICON.words["number"][word])
        else:
            return None
        seen = True
    return total + current if seen else None
