"""A trigger → a mention: who, what, when, where, how real, who says so, why."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.offices import organisation_of
from pipeline.entities.place_mentions import country_of
from pipeline.entities.places import Place, look_up
from pipeline.events.arguments.clause import clause_of
from pipeline.events.arguments.motive import motives
from pipeline.events.arguments.place import place_of
from pipeline.events.arguments.post import (
    begins_office,
    held,
    office_resigned,
    role_after,
    role_of_agent,
    role_of_term,
    trimmed,
)
from pipeline.events.arguments.source import Speaker, speaker_of
from pipeline.events.arguments.who import agent_of, fuller, leaver_of, meant
from pipeline.events.document import Document
from pipeline.events.factuality.modality import modality_of
from pipeline.events.syntax.non_person_subject import acting_words, is_adjacent
from pipeline.events.syntax.participants import Participant
from pipeline.events.timing.tense_and_date import clause_modality, in_time
from pipeline.events.timing.trigger_date import date_of, is_background, is_told, worded_here
from pipeline.events.triggers import Trigger
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.rules import Rule
from pipeline.models import Claim, Clause, EventDate, Mention
from pipeline.vocabulary import CATEGORY_BY_TYPE

_LEAD = 8
"""Sentences in which an undated strike or battle at a named place is the day's news."""
_OPENING = 2
"""Sentences in which an undated act that is told without a place is the day's news."""
_YEAR = 400
_ANYWHERE = ("strike", "battle", "casualties", "deployment", "withdrawal", "recapture")
"""What a date alone makes an event, where the sentence names no place."""


def read_trigger(document: Document, trigger: Trigger, others: Sequence[Trigger]) -> Mention | None:
    """The mention that a trigger states, or None where the sentence lacks what its rule needs."""
    if CATEGORY_BY_TYPE[trigger.rule.type] == "leaving":
        return _leaving(document, trigger, others)
    return _other(document, trigger, others)


def _leaving(document: Document, trigger: Trigger, others: Sequence[Trigger]) -> Mention | None:
    rule, index = trigger.rule, trigger.sentence
    line = document.line(index)
    who = leaver_of(document, trigger)
    if who is None:
        return None
    agent, persons = who
    modality = rule.modality or modality_of(line, trigger.start, trigger.end, rule.who == "possessor")
    found = date_of(document, trigger, others, modality)
    if modality == "happened" and document.dct and found.start and found.start > document.dct:
        modality = "planned"
    if "recent" in rule.needs and not _recent(document, found):
        return None
    speaker = speaker_of(document, index, trigger.start, trigger.end, persons)
    role, claims = _role(
        document, trigger, agent, persons, is_background(document, found) or found.precision == "unknown"
    )
    if modality == "happened" and rule.type != "appointment":
        claims += motives(document, index, trigger.end, persons, speaker)
    why = next((claim for claim in claims if claim.field == "motive"), Claim("motive", "", 0, 0, evidence_class=""))
    place = _left_place(document, trigger) if rule.type == "departure" else None
    if rule.type == "departure" and place is None and re.search(r"[A-Z]$", line[trigger.start : trigger.end]):
        return None
    country = place.country if place else country_of(agent.text)
    name = place.name if place else country if rule.type == "departure" and persons else ""
    sentence = document.sentences[index]
    return replace(
        _mention(document, trigger, found, modality, speaker),
        persons=persons,
        agent="" if persons else document.text[sentence.start + agent.start : sentence.start + agent.end],
        role=role,
        organisation=organisation_of(role),
        place=name,
        country=country,
        motive=why.value,
        motive_speaker=why.speaker,
        motive_class=why.evidence_class,
        clause=Clause(plural=agent.plural),
        claims=claims,
    )


def _recent(document: Document, found: EventDate) -> bool:
    """Not more than a year before the day of publication, as far as the text says?"""
    return found.start is None or document.dct is not None and (document.dct - found.start).days < _YEAR


def _mention(document: Document, trigger: Trigger, found: EventDate, modality: str, speaker: Speaker) -> Mention:
    """What every mention has."""
    sentence = document.sentences[trigger.sentence]
    return Mention(
        article_id=document.article_id,
        category=CATEGORY_BY_TYPE[trigger.rule.type],
        type=trigger.rule.type,
        start=sentence.start,
        end=sentence.end,
        trigger=(sentence.start + trigger.start, sentence.start + trigger.end),
        date=found,
        modality=modality,
        background=is_background(document, found),
        speaker=speaker.text,
        evidence_class=speaker.evidence_class,
        rule=trigger.rule.id,
        sentence=trigger.sentence,
    )


_POST_OPENS = phrase("mention.post_opens")
_DETERMINER = phrase("mention.determiner")


def _role(
    document: Document, trigger: Trigger, agent: Participant, persons: tuple[str, ...], past: bool
) -> tuple[str, tuple[Claim, ...]]:
    line, offset = document.line(trigger.sentence), document.sentences[trigger.sentence].start
    span = trigger.group("role") or role_after(line, trigger.end)
    if span is None and trigger.rule.type == "appointment":
        span = (
            role_after(line, _aside_end(line, agent))
            or begins_office(line[trigger.start : trigger.end])
            and role_of_term(line)
            or None
        )
    if span:
        start, end = offset + span[0], offset + span[0] + len(trimmed(line[slice(*span)]))
        value = _POST_OPENS.sub("", document.text[start:end])
        value = _DETERMINER.sub("", value).strip()
        return value, (Claim("role", value, start, end, rule="role.beside"),)
    if office := office_resigned(line, trigger.end):
        value, start, end = office
        return value, (Claim("role", value, offset + start, offset + end, rule="role.beside"),)
    role = role_of_agent(document, trigger.sentence, agent, persons)
    if trigger.rule.type == "appointment" and not begins_office(line[trigger.start : trigger.end + 20]):
        return "", ()
    return held(role, trigger.rule.type, past), ()


_ASIDE = phrase("mention.aside")


def _aside_end(line: str, agent: Participant) -> int:
    """Where an appointed person's words end: "named Kenji Ito - who is 40 - | as premier"."""
    aside = _ASIDE.match(line, agent.end)
    return aside.end() if aside else len(line)


_BOUND_FOR = phrase("mention.bound_for")
_LEFT = phrase("mention.left_place")


def _left_place(document: Document, trigger: Trigger) -> Place | None:
    """The country left: after "fled" or "left"; else that of the sentence."""
    line = document.line(trigger.sentence)
    words = line[trigger.start : trigger.end + 40]
    if _BOUND_FOR.search(words[:25]):
        return None
    if match := _LEFT.match(words):
        return look_up(match.group(1)) or look_up(match.group(1).split()[0])
    return None


def _other(document: Document, trigger: Trigger, others: Sequence[Trigger]) -> Mention | None:
    rule, index = trigger.rule, trigger.sentence
    line = document.line(index)
    # far from the lead, what needs a date has none where no date words stand near: cheaper to see than all that follows
    if "date" in rule.needs and index >= _LEAD and not document.timexes_near(index):
        return None
    modality = clause_modality(line, trigger)
    if modality in ("hypothetical", "denied"):
        return None
    persons, acting = _actors(document, trigger)
    place = place_of(document, index, trigger.start, trigger.end, strict=CATEGORY_BY_TYPE[rule.type] == "diplomacy")
    found, modality = in_time(document, trigger, others, modality)
    if not (_named(rule, persons, acting) and _set(document, trigger, found, place)):
        return None
    country = (place.country if place else "") or country_of(acting)
    named_place = place.name if place else ""
    return replace(
        _mention(document, trigger, found, modality, speaker_of(document, index, trigger.start, trigger.end, persons)),
        persons=persons,
        agent="" if persons else acting,
        place=named_place or country,
        country=country,
        clause=clause_of(document, trigger, fuller(document, index, acting), named_place),
    )


def _actors(document: Document, trigger: Trigger) -> tuple[tuple[str, ...], str]:
    """The persons who act, and the words for who acts where no person does."""
    line = document.line(trigger.sentence)
    acting = acting_words(line, trigger.start) if trigger.rule.who == "subject" else ""
    agent = agent_of(document, trigger)
    if agent and trigger.rule.who == "subject" and acting and country_of(acting):
        agent = agent if is_adjacent(line[agent.end : trigger.start]) else None
    persons = meant(document, trigger, agent) if agent else ()
    if agent and not persons:
        acting = "" if agent.kind == "pronoun" else agent.text
    return persons, acting


def _named(rule: Rule, persons: tuple[str, ...], acting: str) -> bool:
    """Does the sentence say who acts, where the rule needs it?"""
    return bool(persons or "person" not in rule.needs and (acting or "agent" not in rule.needs))


def _set(document: Document, trigger: Trigger, found: EventDate, place: Place | None) -> bool:
    """Does it say where and when, where the rule needs it? Lead sentences may go by the day of publication."""
    rule = trigger.rule
    told = is_told(document.line(trigger.sentence), trigger)
    worded = worded_here(document, trigger, found, told)
    if "place" in rule.needs and place is None and not (worded and rule.type in _ANYWHERE):
        return False
    if found.precision == "unknown" and not rule.news:
        return False
    lead = found.basis == "reported" and trigger.sentence < _reach(rule.type, place, told)
    return "date" not in rule.needs or lead or worded


def _reach(kind: str, place: Place | None, told: bool) -> int:
    """Sentences from the beginning in which an undated event of this kind at this place is news."""
    if kind == "invasion" or kind == "strike" and place and place.kind == "country":
        return 0
    if place is None:
        return _OPENING if told else 0
    return _LEAD // 2 if place.kind == "country" else _LEAD
