"""Who acts: the agent whom the rule names, and the persons meant by it."""

import re

from pipeline.events.coreference.object_pronouns import taken_by
from pipeline.events.coreference.office_holders import portfolio_of
from pipeline.events.coreference.pronouns import antecedent, resolve
from pipeline.events.document import Document
from pipeline.events.syntax.object import object_of, possessor_of
from pipeline.events.syntax.participants import Participant
from pipeline.events.syntax.quantified import crowd_after, crowd_before
from pipeline.events.syntax.subject import subject_of
from pipeline.events.triggers import Trigger
from pipeline.lexicon.phrases import phrase

_LEAD = 2
"""Sentences whose "the minister" may be named by those after it."""
_VAGUE = phrase("who.vague")
_PRONOUN = phrase("who.pronoun")
_INCLUDING = phrase("who.including")


def agent_of(document: Document, trigger: Trigger) -> Participant | None:
    """The agent whom the grammar gives the trigger of a rule."""
    line, agents, who = document.line(trigger.sentence), document.participants(trigger.sentence), trigger.rule.who
    if span := trigger.group("who"):
        return _spelled_out(line, agents, span, "person" in trigger.rule.needs)
    if who == "object":
        return object_of(line, trigger.end, agents)
    if who == "possessor":
        return possessor_of(line, trigger.start, trigger.end, agents)
    if who == "subject":
        return _owner_after(line, trigger, agents) or subject_of(line, trigger.start, agents)
    return None


def _spelled_out(line: str, agents: tuple[Participant, ...], span: tuple[int, int], named: bool) -> Participant | None:
    """The agent within the words that the pattern itself calls who."""
    words = line[slice(*span)]
    if _PRONOUN.fullmatch(words):
        return Participant(*span, words, "pronoun", head=words)
    inside = [a for a in agents if a.start < span[1] and span[0] < a.end and a.kind != "pronoun"]
    if named:
        return next((agent for agent in inside if agent.persons), None)
    return inside[0] if inside else Participant(*span, words, "group")


_NOUN = phrase("who.noun")
_OF_WHOM = phrase("who.of_whom")


def _owner_after(line: str, trigger: Trigger, agents: tuple[Participant, ...]) -> Participant | None:
    """The owner of a noun, which then takes no subject: "the king announced the resignation of Ana Ruiz"."""
    if _NOUN.search(line[trigger.start : trigger.end]) and (of := _OF_WHOM.match(line, trigger.end)):
        return object_of(line, of.end() - 1, agents)
    return None


_GRAVE = ("charge", "sentence", "trial", "arrest")


def meant(document: Document, trigger: Trigger, agent: Participant) -> tuple[str, ...]:
    """The persons an agent stands for; never a "he" in a quotation, nor one from another sentence before the law."""
    if agent.kind == "pronoun" and agent.head != "i":
        start = document.sentences[trigger.sentence].start
        grave = trigger.rule.type in _GRAVE
        if document.quoted(start + agent.start) or grave and not _near(document, trigger.sentence, agent):
            return ()
    return resolve(document, trigger.sentence, agent)


def _near(document: Document, index: int, agent: Participant) -> bool:
    """Does the sentence itself name one person, and no other, before the pronoun?"""
    return len({p for a in document.participants(index) if a.end <= agent.start for p in a.persons}) == 1


def _crowd(document: Document, trigger: Trigger) -> Participant | None:
    """Unnamed people in numbers, whom only the leaving rules take for agents."""
    line, rule = document.line(trigger.sentence), trigger.rule
    if "person" in rule.needs:
        return None
    if rule.who == "object":
        return crowd_after(line, trigger.end)
    crowd = crowd_before(line, trigger.start) if rule.who == "subject" else None
    return crowd and (_named_member(document, trigger, crowd) or crowd)


def _named_member(document: Document, trigger: Trigger, crowd: Participant) -> Participant | None:
    """The one of a crowd whom the text names: "some 300 people, including Ruiz and her team, were fired"."""
    line = document.line(trigger.sentence)
    for agent in document.participants(trigger.sentence):
        if crowd.end < agent.start < trigger.start and agent.persons:
            return agent if _INCLUDING.match(line[crowd.end : agent.start]) else None
    return None


def leaver_of(document: Document, trigger: Trigger) -> tuple[Participant, tuple[str, ...]] | None:
    """Who leaves; None where the sentence does not say, or means a certain person whom the text leaves unclear."""
    line = document.line(trigger.sentence)
    agent = agent_of(document, trigger)
    if agent is None and trigger.rule.who == "object":
        agent = taken_by(document, trigger)
    if agent is None:
        agent = _crowd(document, trigger)
    if agent is None:
        return None
    persons = meant(document, trigger, agent)
    if not persons and (post := antecedent(document, trigger.sentence, agent)):
        agent = post
    vague = agent.kind == "role" and bool(_VAGUE.match(agent.text)) and bool(document.people.names)
    certain = trigger.sentence < _LEAD or _is_specific(line, agent) or _is_taken_then(document, trigger)
    unclear = agent.kind == "pronoun" or vague and not certain
    return None if not persons and ("person" in trigger.rule.needs or unclear) else (agent, persons)


def _is_taken_then(document: Document, trigger: Trigger) -> bool:
    """Is it said who acts and when, if not upon whom? "The board replaced the interim premier in May"."""
    sentence = document.sentences[trigger.sentence]
    after = sentence.start + trigger.end
    dated = (t for t in document.timexes_near(trigger.sentence) if after < t.start < sentence.end)
    return trigger.rule.who == "object" and any(dated)


_WHOSE_OFFICE = phrase("who.whose_office")


def _is_specific(line: str, agent: Participant) -> bool:
    """Does a post say whose it is without a name? "The head of the tax office", "the deputy trade minister"."""
    return bool(_WHOSE_OFFICE.match(line, agent.end)) or bool(portfolio_of(agent))


_BARE_PLURAL = phrase("who.bare_plural")
_FULLER = phrase("who.fuller")


def fuller(document: Document, index: int, words: str) -> str:
    """A plural in the fuller words of the two sentences before: "the leaders" are "Norland and Sudland leaders"."""
    bare = _BARE_PLURAL.match(words)
    if bare:
        named = re.compile(rf"{_FULLER.pattern}{bare.group(1)}\b")
        for number in range(index - 1, max(-1, index - 3), -1):
            if match := named.search(document.line(number)):
                return match.group()
    return words
