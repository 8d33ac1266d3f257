"""A copy of the text that patterns can read: same offsets, lower case, plain blanks, quotes and hyphens."""

import re

_SAME_LENGTH = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "–": "-", "‑": "-", "‐": "-", "−": "-"}
_BLANKS = "\u00a0\u2009\u202f\u2007\u2002\u2003\t\r\f\v"
_WRAP = re.compile(r"(?<=[a-z0-9,'\"-])\n(?=[a-z0-9])")


def fold(text: str) -> str:
    """Lower case, one kind of blank, apostrophe and hyphen; offsets stay those of `text`.

    A line break inside a sentence (hard-wrapped text: the next line goes on in lower case or with a figure) becomes a
    blank; every other line break stays, and no pattern reaches across it.

    >>> fold("Last\\u00a0Week’s vote\\nwas in\\nMarch")
    "last week's vote was in\\nmarch"
    """
    text = _WRAP.sub(" ", text)
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when lowered, e.g. the Turkish İ
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    if not text.isascii():
        for old, new in _SAME_LENGTH.items():
            lowered = lowered.replace(old, new)
    for blank in _BLANKS:
        lowered = lowered.replace(blank, " ")
    return lowered
