"""Unnamed people who leave together: "dozens of workers", "some 200 people", "several"; no agents elsewhere."""

import re

from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.phrases import phrase

_AFTER = phrase("quantified.people_after")
_BEFORE = phrase("quantified.people_before")
_BARE = phrase("quantified.bare_number")


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
