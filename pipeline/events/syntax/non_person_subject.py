"""Who acts where no person does: the words before a verb that name a country, a body, a group."""

import re

from pipeline.text.numbers import SEVERAL

_ACTING = re.compile(r"((?:[Tt]he |[Aa]n? )?(?:[\w$.'-]+ ){0,4}[\w$'-]+)$")
_TAIL = re.compile(
    r"(?: (?:has|have|had|is|are|was|were|will|would|also|been|being|now|then|just|already|recently|expected|to|due|"
    r"set|still|later|yesterday|today|announced|that|said|\w+ly))+$"
)


def is_adjacent(between: str) -> bool:
    """Only auxiliaries between a subject and its verb?"""
    return not _TAIL.sub("", between.rstrip()).strip(" ,")


def acting_words(line: str, start: int) -> str:
    """The subject of the verb at `start` in words; "" where they name nothing.

    >>> acting_words("On Monday, Norland has expelled two envoys.", 23)
    'Norland'
    """
    left = re.split(
        r"[,;:\"(]|\b(?:that|and|but|when|while|where|which|who|after|before|as|if|because|since|until|to)\b",
        line[max(0, start - 90) : start],
    )[-1]
    left = _TAIL.sub("", " " + left.strip())
    match = _ACTING.search(left.strip())
    words = match.group(1) if match else ""
    return (
        words
        if re.search(rf"[A-Z]|\b(?:the|a|{SEVERAL})\b", words)
        and not re.match(r"(?:It|This|That|There|In|On|At|By|For)\b", words)
        else ""
    )
