"""A trigger → a mention: who, what, when, where, how real, who says so, why."""

import re
from collections.abc import Sequence

from pipeline.events.agents import Agent, object_of, possessor_of, subject_of
from pipeline.events.coref import antecedent, resolve
from pipeline.events.dating import date_of, is_background, worded_here
from pipeline.events.headline import leaving_headline, other_headline
from pipeline.events.modality import modality_of
from pipeline.events.motive import motives
from pipeline.events.posts import role_after, role_of_agent, trimmed
from pipeline.events.scene import Scene
from pipeline.events.speaker import speaker_of
from pipeline.events.triggers import Trigger
from pipeline.events.where import country_of, place_of
from pipeline.models import Claim, Mention
from pipeline.places import Place, look_up
from pipeline.vocabulary import CATEGORY_BY_TYPE

_LEAD = 8
"""Sentences in which an undated strike or battle at a named place is the day's news."""
_VAGUE = re.compile(r"^(?:the|this|that|his|her|its|their)\b", re.IGNORECASE)


def read_trigger(scene: Scene, trigger: Trigger, others: Sequence[Trigger]) -> Mention | None:
    """The mention that a trigger states, or None where the sentence lacks what its rule needs."""
    if CATEGORY_BY_TYPE[trigger.rule.type] == "leaving":
        return _leaving(scene, trigger, others)
    return _other(scene, trigger, others)


def _agent(scene: Scene, trigger: Trigger) -> Agent | None:
    line, agents, who = scene.line(trigger.sentence), scene.agents(trigger.sentence), trigger.rule.who
    if span := trigger.group("who"):
        inside = [a for a in agents if a.start < span[1] and span[0] < a.end]
        return inside[0] if inside else Agent(*span, line[slice(*span)], "group")
    if who == "object":
        return object_of(line, trigger.end, agents)
    if who == "possessor":
        return possessor_of(line, trigger.start, trigger.end, agents)
    if who == "subject":
        return subject_of(line, trigger.start, agents)
    return None


def _leaving(scene: Scene, trigger: Trigger, others: Sequence[Trigger]) -> Mention | None:
    rule, index = trigger.rule, trigger.sentence
    line, offset = scene.line(index), scene.sentences[index].start
    agent = _agent(scene, trigger)
    if agent is None:
        return None
    persons = resolve(scene, index, agent)
    if not persons and (role := antecedent(scene, index, agent)):
        agent = role
    if not persons and (
        "person" in rule.needs
        or agent.kind == "pronoun"
        or agent.kind == "role"
        and _VAGUE.match(agent.text)
        and scene.people.names
    ):
        return None
    modality = rule.modality or modality_of(line, trigger.start, trigger.end, rule.who == "possessor")
    found = date_of(scene, trigger, others, modality)
    speaker = speaker_of(scene, index, trigger.start, trigger.end, persons)
    if modality == "happened" and scene.dct and found.start and found.start > scene.dct:
        modality = "planned"
    if rule.type == "appointment" and found.precision == "unknown" and modality != "planned":
        return None
    role, claims = _role(scene, trigger, agent, persons)
    why = (
        motives(scene, index, trigger.start, trigger.end, persons, speaker)
        if modality == "happened" and rule.type != "appointment"
        else ()
    )
    place = _left_place(scene, trigger) if rule.type == "departure" else None
    who = " and ".join(persons) or agent.text
    return Mention(
        article_id=scene.article_id,
        category="leaving",
        type=rule.type,
        start=offset,
        end=scene.sentences[index].end,
        trigger=(offset + trigger.start, offset + trigger.end),
        date=found,
        persons=persons,
        agent="" if persons else scene.text[offset + agent.start : offset + agent.end],
        role=role,
        place=place.name if place else "",
        country=place.country if place else country_of(agent.text),
        modality=modality,
        background=is_background(scene, found),
        speaker=speaker.text,
        evidence_class=speaker.evidence_class,
        motive=why[0].value if why else "",
        motive_speaker=why[0].speaker if why else "",
        motive_class=why[0].evidence_class if why else "",
        rule=rule.id,
        headline=leaving_headline(rule.type, who, role, place.name if place else "", modality, agent.plural),
        claims=(*claims, *why),
    )


def _role(scene: Scene, trigger: Trigger, agent: Agent, persons: tuple[str, ...]) -> tuple[str, tuple[Claim, ...]]:
    line, offset = scene.line(trigger.sentence), scene.sentences[trigger.sentence].start
    span = trigger.group("role") or role_after(line, trigger.end)
    if span:
        start, end = offset + span[0], offset + span[0] + len(trimmed(line[slice(*span)]))
        value = re.sub(r"^(?:as|to be|to) ", "", scene.text[start:end])
        value = re.sub(r"^(?:the|an?|his|her|their|its) ", "", value).strip()
        return value, (Claim("role", value, start, end, rule="role.beside"),)
    return role_of_agent(scene, trigger.sentence, agent, persons), ()


def _left_place(scene: Scene, trigger: Trigger) -> Place | None:
    """The country left: after "fled" or "left"; else that of the sentence."""
    line = scene.line(trigger.sentence)
    words = line[trigger.start : trigger.end + 40]
    if re.search(r"\b(?:to|into|for) ", words[:25]):
        return None
    if match := re.match(
        r"(?:\w+ )?(?:from )?(?:fled|flees?|fleeing|left|leav\w+|departed|escaped) (?:the )?([A-Z][\w-]+(?: [A-Z]\w+)?)",
        words,
    ):
        return look_up(match.group(1)) or look_up(match.group(1).split()[0])
    return None


def _other(scene: Scene, trigger: Trigger, others: Sequence[Trigger]) -> Mention | None:
    rule, index = trigger.rule, trigger.sentence
    line, sentence = scene.line(index), scene.sentences[index]
    modality = rule.modality or modality_of(line, trigger.start, trigger.end, rule.who == "none")
    if modality == "hypothetical" or modality == "denied":
        return None
    acting = _acting(line, trigger.start) if rule.who == "subject" else ""
    agent = _agent(scene, trigger)
    if (
        agent
        and acting
        and rule.who == "subject"
        and country_of(acting)
        and _TAIL.sub("", line[agent.end : trigger.start].rstrip()).strip(" ,")
    ):
        agent = None
    persons = resolve(scene, index, agent) if agent else ()
    if agent and not persons:
        acting = "" if agent.kind == "pronoun" else agent.text
    if "person" in rule.needs and not persons or "agent" in rule.needs and not (persons or acting):
        return None
    place = place_of(scene, index, trigger.start, trigger.end, strict=CATEGORY_BY_TYPE[rule.type] == "diplomacy")
    if "place" in rule.needs and place is None:
        return None
    found = date_of(scene, trigger, others, modality)
    lead = (
        found.basis == "reported"
        and index < _LEAD
        and rule.type != "invasion"
        and place is not None
        and place.kind != "country"
    )
    if (
        "date" in rule.needs
        and not (lead or worded_here(scene, trigger, found))
        or found.precision == "unknown"
        and not rule.news
    ):
        return None
    speaker = speaker_of(scene, index, trigger.start, trigger.end, persons)
    country = (place.country if place else "") or country_of(acting)
    quoted = re.search(r'"[^"]{3,60}"', line[trigger.start :])
    parts = {
        "agent": " and ".join(persons) or acting,
        "subject": " and ".join(persons) or acting,
        "place": place.name if place else "",
        "quoted": quoted.group() if quoted else "",
    }
    return Mention(
        article_id=scene.article_id,
        category=CATEGORY_BY_TYPE[rule.type],
        type=rule.type,
        start=sentence.start,
        end=sentence.end,
        trigger=(sentence.start + trigger.start, sentence.start + trigger.end),
        date=found,
        persons=persons,
        agent="" if persons else acting,
        place=place.name if place else country,
        country=country,
        modality=modality,
        background=is_background(scene, found),
        speaker=speaker.text,
        evidence_class=speaker.evidence_class,
        rule=rule.id,
        headline=other_headline(trigger, line, parts),
    )


_ACTING = re.compile(r"((?:[Tt]he |[Aa]n? )?(?:[\w$.'-]+ ){0,4}[\w$'-]+)$")
_TAIL = re.compile(
    r"(?: (?:has|have|had|is|are|was|were|will|would|also|been|being|now|then|just|already|recently|expected|to|due|set|still|later|yesterday|today|announced|that|said|\w+ly))+$"
)


def _acting(line: str, start: int) -> str:
    """The subject of a verb in words: a country, a body, a group."""
    left = re.split(
        r"[,;:\"(]|\b(?:that|and|but|when|while|where|which|who|after|before|as|if|because|since|until|to)\b",
        line[max(0, start - 90) : start],
    )[-1]
    left = _TAIL.sub("", " " + left.strip())
    match = _ACTING.search(left.strip())
    words = match.group(1) if match else ""
    return (
        words
        if re.search(r"[A-Z]|\b(?:the|a|two|three|four|five)\b", words)
        and not re.match(r"(?:It|This|That|There|In|On|At|By|For)\b", words)
        else ""
    )
