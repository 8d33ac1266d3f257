"""Whom a transitive verb takes and whose a noun is: "sacked his envoy", "Ruiz's resignation", "the fall of Ruiz"."""

import re

from pipeline.entities.candidates import person_words
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.phrases import phrase

_OBJECT_GAP = phrase("object.before_agent")

_TITLE = phrase("object.title")
_OWNED_RULE = phrase("object.owned_rule")
_OF_OWNER = phrase("object.of_owner")
_OF_ALONE = phrase("object.of_alone")
_OWNER = phrase("object.owner")
_OWNED_NOUN = phrase("object.owned_noun")


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
        if sentence[agent.end : agent.end + 2] == "'s" and not _OWNED_RULE.match(sentence, agent.end):
            continue
        gap = _uncalled(sentence[end : agent.start])
        return agent if len(gap) < 60 and _OBJECT_GAP.match(_TITLE.sub("", gap)) else None
    return None


def _uncalled(gap: str) -> str:
    """The words before a name without a calling: "sacked backbencher Ana Ruiz"."""
    last = gap.split()[-1:]
    return gap.rstrip()[: -len(last[0])] if last and last[0] in person_words() else gap


def possessor_of(sentence: str, start: int, end: int, agents: tuple[Participant, ...]) -> Participant | None:
    """The owner of a noun: "Ruiz's resignation", "his resignation", "the resignation of Ruiz".

    >>> from pipeline.events.syntax.participants import find_participants
    >>> from pipeline.entities.people import find_people
    >>> text = "The sudden resignation of Ana Ruiz came late."
    >>> possessor_of(text, 11, 22, find_participants(text, 0, find_people(text))).persons
    ('Ana Ruiz',)
    """
    after = _OF_OWNER.match(sentence[end:])
    if after:
        found = object_of(sentence, end + after.end() - 1, agents)
        if found or _OF_ALONE.fullmatch(after.group()):
            return found
    for agent in reversed([a for a in agents if a.end <= start]):
        gap = sentence[agent.end : start]
        if agent.kind == "pronoun":
            if _OWNER.fullmatch(agent.head) and _OWNED_NOUN.fullmatch(gap):
                return agent
        elif re.fullmatch(r"(?:'s|') (?:[\w-]+,? ){0,3}", gap):
            return agent
        if len(gap) > 60:
            break
    return None
