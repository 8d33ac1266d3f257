"""Whom a transitive verb takes and whose a noun is: "sacked his envoy", "Ruiz's resignation", "the fall of Ruiz"."""

import re
from functools import lru_cache

from pipeline.entities.candidates import person_words
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.patterns import compile_pattern
from pipeline.lexicon.words import load_words

_OBJECT_GAP = compile_pattern(
    r"^(?: (?:<det>|[A-Z][\w-]+|former|powerful|long-serving|deputy|top|senior|then|also|not|only|both|\w+'s|and \w+ed|"
    r"about|nearly|almost|over|at least|more than|\d+|high-ranking|high-level|key|,))*\s*$"
)


@lru_cache
def _titles() -> re.Pattern[str]:
    titles = "|".join(sorted(load_words()["titles"], key=len, reverse=True))
    return re.compile(rf"\b(?:{titles})\b\.?")


def object_of(sentence: str, end: int, agents: tuple[Participant, ...]) -> Participant | None:
    """The agent that follows a transitive verb.

    >>> from pipeline.events.syntax.participants import find_participants
    >>> from pipeline.entities.people import find_people
    >>> text = "The king sacked his envoy Ana Ruiz."
    >>> object_of(text, text.index("sacked") + 6, find_participants(text, 0, find_people(text))).persons
    ('Ana Ruiz',)
    """
    for agent in agents:
        if not end <= agent.start < end + 80 or agent.kind == "pronoun":
            continue
        if sentence[agent.end : agent.end + 2] == "'s" and not _rule_of().match(sentence, agent.end):
            continue
        gap = _uncalled(sentence[end : agent.start])
        return agent if len(gap) < 60 and _OBJECT_GAP.match(_titles().sub("", gap)) else None
    return None


def _uncalled(gap: str) -> str:
    """The words before a name without a calling: "sacked backbencher Ana Ruiz"."""
    last = gap.split()[-1:]
    return gap.rstrip()[: -len(last[0])] if last and last[0] in person_words() else gap


@lru_cache
def _rule_of() -> re.Pattern[str]:
    return re.compile(rf"'s (?:\w+ )?(?:{'|'.join(load_words()['rule_of'])})\b")


def possessor_of(sentence: str, start: int, end: int, agents: tuple[Participant, ...]) -> Participant | None:
    """The owner of a noun: "Ruiz's resignation", "his resignation", "the resignation of Ruiz".

    >>> from pipeline.events.syntax.participants import find_participants
    >>> from pipeline.entities.people import find_people
    >>> text = "The sudden resignation of Ana Ruiz came late."
    >>> possessor_of(text, 11, 22, find_participants(text, 0, find_people(text))).persons
    ('Ana Ruiz',)
    """
    after = re.match(
        r" (?:letter |announcement )?(?:(?:on|last|this|in|earlier|late|as|from) (?:[\w-]+ ){1,3}?)?"
        r"(?:of|by|for) (?!the (?:post|office|party|government)\b)",
        sentence[end:],
    )
    if after:
        found = object_of(sentence, end + after.end() - 1, agents)
        if found or after.group() == " of ":
            return found
    for agent in reversed([a for a in agents if a.end <= start]):
        gap = sentence[agent.end : start]
        if agent.kind == "pronoun":
            if agent.head in ("his", "her", "their") and re.fullmatch(r" (?:own )?(?:[\w-]+ ){0,3}", gap):
                return agent
        elif re.fullmatch(r"(?:'s|') (?:[\w-]+,? ){0,3}", gap):
            return agent
        if len(gap) > 60:
            break
    return None
