"""Unnamed people who leave together: "dozens of workers", "some 200 people", "several"; no agents elsewhere."""

import re

from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.patterns import compile_pattern

_COUNT = (
    r"(?:(?:more than|at least|about|around|nearly|almost|over|up to|roughly|some|an estimated|as many as) )?"
    r"(?:\d[\d,.]*|a (?:dozen|number of|handful of|group of|series of|raft of)|<number>|"
    r"(?:dozens|hundreds|thousands)(?: of)?|scores of|tens of thousands of|several|many|some|most|"
    r"all|another \w+|other|both|the|its|his|her|their)"
)
_AFTER = compile_pattern(
    rf"^ (?P<who>{_COUNT} (?:(?!(?:of|from|in|at|to|for|and)\b)[\w'-]+ ){{0,2}}?(?:<many_people>))\b(?!')"
)
_BEFORE = compile_pattern(
    rf"\b(?P<who>{_COUNT} (?:(?!(?:who|that|which|and|to)\b)[\w'-]+ ){{0,4}}?(?:<many_people>))"
    r"(?: (?:at|in|from|of|across) (?:the )?(?:[\w'-]+ ){0,3}[\w'-]+)?"
    r"(?:,? including (?:[\w'-]+ ){1,8}?(?:[\w'-]+))?(?: [-–—]|,)?(?: who)?(?: (?:<aux>|<have>|<adverb>))* $"
)
_BARE = compile_pattern(
    r"(?:^|[,;:] |\b(?:and|but|that|while|after|as|said) )(?P<who>(?:dozens|hundreds|thousands|scores|several|many|"
    r"(?:at least|more than|about|around|nearly) (?:\d[\d,]*|<number>)|<number>|others)(?: others| more| of them)?)"
    r"(?: (?:<aux>|<have>|<adverb>))* $"
)


def crowd_after(line: str, end: int) -> Participant | None:
    """The people whom a verb that ends at `end` takes.

    >>> crowd_after("The firm laid off 400 people.", 17).text
    '400 people'
    """
    match = _AFTER.match(line[end : end + 90])
    return _agent(match, end) if match else None


def crowd_before(line: str, start: int) -> Participant | None:
    """The people who are the subject of a verb that begins at `start`.

    >>> crowd_before("Several have already quit.", 21).text
    'Several'
    """
    first = max(0, start - 110)
    match = _BEFORE.search(line[first:start]) or _BARE.search(line[first:start])
    return _agent(match, first) if match else None


def _agent(match: re.Match[str], offset: int) -> Participant:
    start, end = match.span("who")
    return Participant(offset + start, offset + end, match.group("who"), "group")
