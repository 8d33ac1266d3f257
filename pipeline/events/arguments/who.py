"""Who acts: the agent whom the rule names, and the persons meant by it."""

import re

from pipeline.events.coreference.object_pronouns import taken_by
from pipeline.events.coreference.office_holders import portfolio_of
from pipeline.events.coreference.pronouns import antecedent, resolve
from pipeline.events.document import Scene
from pipeline.events.syntax.object import object_of, possessor_of
from pipeline.events.syntax.participants import Agent
from pipeline.events.syntax.quantified import crowd_after, crowd_before
from pipeline.events.syntax.subject import subject_of
from pipeline.events.triggers import Trigger

_LEAD = 2
"""Sentences whose "the minister" may be named by those after it."""
_VAGUE = re.compile(r"^(?:the|this|that)\b", re.IGNORECASE)


def agent_of(scene: Scene, trigger: Trigger) -> Agent | None:
    """The agent whom the grammar gives the trigger of a rule."""
    line, agents, who = scene.line(trigger.sentence), scene.agents(trigger.sentence), trigger.rule.who
    if span := trigger.group("who"):
        return _spelled_out(line, agents, span, "person" in trigger.rule.needs)
    if who == "object":
        return object_of(line, trigger.end, agents)
    if who == "possessor":
        return possessor_of(line, trigger.start, trigger.end, agents)
    if who == "subject":
        return _owner_after(line, trigger, agents) or subject_of(line, trigger.start, agents)
    return None


def _spelled_out(line: str, agents: tuple[Agent, ...], span: tuple[int, int], named: bool) -> Agent | None:
    """The agent within the words that the pattern itself calls who."""
    words = line[slice(*span)]
    if words in ("him", "her"):
        return Agent(*span, words, "pronoun", head=words)
    inside = [a for a in agents if a.start < span[1] and span[0] < a.end and a.kind != "pronoun"]
    if named:
        return next((agent for agent in inside if agent.persons), None)
    return inside[0] if inside else Agent(*span, words, "group")


_NOUN = re.compile(r"(?:resignation|departure|retirement|exit|dismissal|sacking|removal)$")
_OF_WHOM = re.compile(r" (?:of|from|by) (?!(?:the )?(?:post|office|party|government|parliament|cabinet)\b)")


def _owner_after(line: str, trigger: Trigger, agents: tuple[Agent, ...]) -> Agent | None:
    """ "The king announced the resignation of Ana Ruiz": a noun that names its owner takes no subject."""
    if _NOUN.search(line[trigger.start : trigger.end]) and (of := _OF_WHOM.match(line, trigger.end)):
        return object_of(line, of.end() - 1, agents)
    return None


_GRAVE = ("charge", "sentence", "trial", "arrest")


def meant(scene: Scene, trigger: Trigger, agent: Agent) -> tuple[str, ...]:
    """The persons an agent stands for; never a "he" in a quotation, nor one from another sentence before the law."""
    if agent.kind == "pronoun" and agent.head != "i":
        start = scene.sentences[trigger.sentence].start
        grave = trigger.rule.type in _GRAVE
        if scene.quoted(start + agent.start) or grave and not _near(scene, trigger.sentence, agent):
            return ()
    return resolve(scene, trigger.sentence, agent)


def _near(scene: Scene, index: int, agent: Agent) -> bool:
    """Does the sentence itself name one person, and no other, before the pronoun?"""
    return len({p for a in scene.agents(index) if a.end <= agent.start for p in a.persons}) == 1


def _crowd(scene: Scene, trigger: Trigger) -> Agent | None:
    """Unnamed people in numbers, whom only the leaving rules take for agents."""
    line, rule = scene.line(trigger.sentence), trigger.rule
    if "person" in rule.needs:
        return None
    if rule.who == "object":
        return crowd_after(line, trigger.end)
    crowd = crowd_before(line, trigger.start) if rule.who == "subject" else None
    return crowd and (_named_member(scene, trigger, crowd) or crowd)


def _named_member(scene: Scene, trigger: Trigger, crowd: Agent) -> Agent | None:
    """ "Some 300 people, including Ruiz and her team, were fired": the one whom the text picks out by name."""
    line = scene.line(trigger.sentence)
    for agent in scene.agents(trigger.sentence):
        if crowd.end < agent.start < trigger.start and agent.persons:
            return agent if re.match(r",? including (?:\w+\.? )?$", line[crowd.end : agent.start]) else None
    return None


def leaver_of(scene: Scene, trigger: Trigger) -> tuple[Agent, tuple[str, ...]] | None:
    """Who leaves; None where the sentence does not say, or means a certain person whom the text leaves unclear."""
    line = scene.line(trigger.sentence)
    agent = agent_of(scene, trigger)
    if agent is None and trigger.rule.who == "object":
        agent = taken_by(scene, trigger)
    if agent is None:
        agent = _crowd(scene, trigger)
    if agent is None:
        return None
    persons = meant(scene, trigger, agent)
    if not persons and (post := antecedent(scene, trigger.sentence, agent)):
        agent = post
    vague = agent.kind == "role" and bool(_VAGUE.match(agent.text)) and bool(scene.people.names)
    certain = trigger.sentence < _LEAD or _is_specific(line, agent) or _is_taken_then(scene, trigger)
    unclear = agent.kind == "pronoun" or vague and not certain
    return None if not persons and ("person" in trigger.rule.needs or unclear) else (agent, persons)


def _is_taken_then(scene: Scene, trigger: Trigger) -> bool:
    """ "The board replaced the interim premier in May": who acts and when is said, if not upon whom."""
    sentence = scene.sentences[trigger.sentence]
    dated = (t for t in scene.timexes_near(trigger.sentence) if sentence.start + trigger.end < t.start < sentence.end)
    return trigger.rule.who == "object" and any(dated)


_OFFICE = re.compile(r" (?:of|for|to) (?:the |its |his |her )?[\w-]+")


def _is_specific(line: str, agent: Agent) -> bool:
    """ "The head of the tax office", "the deputy trade minister": a post that says whose it is without a name."""
    return bool(_OFFICE.match(line, agent.end)) or bool(portfolio_of(agent))


_BARE = re.compile(r"[Tt]he ([a-z]+s)$")


def fuller(scene: Scene, index: int, words: str) -> str:
    """ "The leaders" as the two sentences before call them: "Norland and Sudland leaders"."""
    bare = _BARE.match(words)
    if bare:
        named = re.compile(rf"(?:[A-Z][\w-]+ and )?[A-Z][\w-]+ {bare.group(1)}\b")
        for place in range(index - 1, max(-1, index - 3), -1):
            if match := named.search(scene.line(place)):
                return match.group()
    return words
