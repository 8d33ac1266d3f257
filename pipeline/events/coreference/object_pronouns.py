"""Object pronouns, "fired him", "fired them", resolved where exactly one person can be meant."""

import re

from pipeline.events.coreference.fit import SAYS
from pipeline.events.coreference.office_holders import holders
from pipeline.events.coreference.pronouns import resolve
from pipeline.events.document import Document
from pipeline.events.syntax.participants import Participant
from pipeline.events.syntax.subject import subject_of
from pipeline.events.triggers import Trigger
from pipeline.lexicon.phrases import phrase

_HIM = phrase("object_pronouns.him_after")
_THEM = phrase("object_pronouns.them_after")
_BACK = 2
"""Sentences before the pronoun's own in which the person stands."""


def _taken_together(document: Document, trigger: Trigger, match: re.Match[str]) -> Participant | None:
    """The persons whom the sentence, or the one before, names at once; not those who act."""
    agent = Participant(*match.span("who"), match.group("who"), "pronoun", head="them")
    acting = subject_of(document.line(trigger.sentence), trigger.start, document.participants(trigger.sentence))
    persons = resolve(document, trigger.sentence, agent)
    if not persons or acting and set(persons) & set(resolve(document, trigger.sentence, acting)):
        return None
    return Participant(agent.start, agent.end, agent.text, "name", persons, persons[0])


def _acting_persons(document: Document, index: int, acting: Participant) -> tuple[str, ...]:
    """Who takes; of "the president" only who is called so, for "him" may well be the one person spoken of."""
    return holders(document, acting.head) if acting.kind == "role" else resolve(document, index, acting)


def taken_by(document: Document, trigger: Trigger) -> Participant | None:
    """The person meant by "him" or "her" right after the trigger: the one named nearby who neither acts nor speaks."""
    line = document.line(trigger.sentence)
    if several := _THEM.match(line, trigger.end):
        return _taken_together(document, trigger, several)
    match = _HIM.match(line, trigger.end)
    start = document.sentences[trigger.sentence].start
    if match is None or document.quoted(start + trigger.start):
        return None
    others = document.people.female if match.group("who") == "him" else document.people.male
    acting = subject_of(line, trigger.start, document.participants(trigger.sentence))
    actors = set(_acting_persons(document, trigger.sentence, acting)) if acting else set()
    for agent in document.participants(trigger.sentence):
        if agent.kind == "name" and SAYS.match(line, agent.end):
            actors |= set(agent.persons)
    first = document.sentences[max(0, trigger.sentence - _BACK)].start
    named = {name.person for name in document.people.within(first, start + trigger.start)} - actors - set(others)
    if len(named) != 1:
        return None
    person = named.pop()
    return Participant(*match.span("who"), match.group("who"), "name", (person,), person)
