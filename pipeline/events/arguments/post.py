"""Which post: the one left or taken in the words beside the trigger, else the one that the text gives the person."""

import re
from functools import lru_cache

from pipeline.events.document import Document
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.patterns import compile_pattern


@lru_cache
def _after() -> re.Pattern[str]:
    return compile_pattern(
        r"^[^.;]{0,40}?\b(?:as|from (?:<his>|the) (?:role|post|job|position) (?:as|of)|role as|post as|job as) "
        r"(?P<role>(?:(?:the|a|an|its|his|her|their) )?(?:[\w'-]+ ){0,5}?(?:<post>)\b(?:-general)?"
        r"(?: (?:of|for|to|at) (?:the |a |an |its |his )?(?:[\w'-]+ ?){1,4})?)"
    )


@lru_cache
def _title() -> re.Pattern[str]:
    return compile_pattern(r"(?<!['\w])(?P<role>(?:[\w'-]+ ){0,3}?(?:<post>)(?: of (?:the )?[A-Z][\w-]+)?)")


_STOP = compile_pattern(
    r"(?:^|.* )(?:after|before|when|that|as|with|against|by|and|but|<saying>|since|while|because|including|from|"
    r"fall of|death of|ousted|resignation of) "
)
_NO_POST = re.compile(
    r"^(?:(?:[A-Z]\w+ )?(?:veteran|ally|critic|insider|loyalist|politician|member|figure|reformer|opponent)$|"
    r"(?:the )?(?:first|latest|second|third|last|most)\b|one of|"
    r"[\w' -]*\b(?:wife|husband|son|daughter|brother|sister|father|mother)\b)",
    re.IGNORECASE,
)
_REACH = 61
"""Sentences of an article in which the post of a person is looked for."""


def role_after(line: str, end: int) -> tuple[int, int] | None:
    """Offsets of the post after a trigger that ends at `end`.

    >>> line = "She resigned as head of the water board on Friday."
    >>> start, end = role_after(line, 12)
    >>> line[start:end]
    'head of the water board'
    """
    match = _after().match(line[end : end + 160])
    if not match:
        return None
    text = trimmed(match.group("role"))
    start = end + match.start("role")
    return (start, start + len(text)) if text else None


def trimmed(role: str) -> str:
    """A post without the words of time and reason that follow it.

    >>> trimmed("envoy for water last year")
    'envoy for water'
    """
    return re.split(
        r" (?:on|in|after|over|and|who|following|amid|last|this|earlier|because|when|while|since|until|by|but|said|"
        r"days|weeks|months)\b",
        role,
    )[0].rstrip(" -")


def role_of_agent(document: Document, index: int, agent: Participant, persons: tuple[str, ...]) -> str:
    """The post that stands beside the name in this sentence, else beside one of its other mentions."""
    if agent.kind == "role" and len(agent.text) < 80 and not _NO_POST.match(agent.text):
        return _clean(agent.text)
    if not persons:
        return ""
    if agent.persons and (role := _beside(document.line(index), agent)):
        return role
    for number, sentence in enumerate(document.sentences[:_REACH]):
        if document.people.within(sentence.start, sentence.end):
            for other in document.participants(number):
                if other.persons == persons and (role := _beside(document.line(number), other)):
                    return role
    return ""


def _beside(line: str, agent: Participant) -> str:
    name = agent.head.split()[-1] if agent.head else ""
    own = agent.text.split(",")[0] if "," in agent.text else agent.text
    if name and name not in own and "," in agent.text:
        return _clean(own)
    if match := re.search(r"(?<![\w'])([A-Za-z][\w'-]*(?: [\w'-]+){0,4}),? $", line[: agent.start]):
        found = _title().search(match.group(1))
        if found and found.end() == len(match.group(1)):
            return _clean(found.group("role"))
    after = re.match(r", (?:\d\d, )?((?:[\w'-]+ ){0,8}?[\w'-]+)[,.]", line[agent.end :])
    if (
        after
        and _title().search(after.group(1))
        and not re.match(r"(?:who|which|and|but|said|has|had)\b", after.group(1))
    ):
        return _clean(after.group(1))
    return ""


def _clean(role: str) -> str:
    role = _STOP.split(role)[-1]
    role = re.sub(r"^(?:the|a|an|his|her|their|its|then|and|former|with) ", "", role.strip(" ,"), flags=re.IGNORECASE)
    return role if 2 < len(role) < 90 and not _NO_POST.match(role) else ""
