"""The words around a trigger that a headline may need: who, the act, what follows it, whom it hits."""

import re

from pipeline.events.document import Document
from pipeline.events.syntax.non_person_subject import acting_words
from pipeline.events.triggers import Trigger
from pipeline.lexicon.phrases import phrase
from pipeline.models import Clause

_AUXILIARIES = phrase("clause.auxiliaries")
_CLAUSE_START = re.compile(r"[,;:\"(]")
_CLAUSE_END = phrase("clause.end")
_TERMS = phrase("clause.terms")
_TARGET = phrase("clause.target")
_DAY_OR_MONTH = phrase("clause.day_or_month")
_QUOTED = re.compile(r'"[^"]{3,60}"')
_VERB = phrase("clause.bare_verb")
_LONGEST = 70
"""Characters of a part; a longer one is cut at a word, and a longer subject is none."""
_REACH = 60
"""Characters after a trigger within which a sentence says its terms or its target."""


def clause_of(document: Document, trigger: Trigger, agent: str, place: str) -> Clause:
    """The parts that a rule's headline may name. A headline that begins with a bare verb is given who acts in front."""
    line, template = document.line(trigger.sentence), trigger.rule.headline
    act = _AUXILIARIES.sub("", line[trigger.start : trigger.end].strip())
    if template.startswith("{trigger}") and _VERB.match(act):
        template, agent = "{agent} " + template, agent or acting_words(line, trigger.start)
    span = trigger.group("object") or trigger.group("who")
    quoted = _QUOTED.search(line, trigger.start)
    return Clause(
        template=template,
        agent=agent,
        before="" if agent else _before(line, trigger),
        trigger=act,
        rest=_rest(line, trigger.end),
        object=line[slice(*span)] if span else "",
        place=place,
        terms=_found(_TERMS, line, trigger.end),
        target=_found(_TARGET, line, trigger.end),
        quoted=quoted.group() if quoted else "",
    )


def _before(line: str, trigger: Trigger) -> str:
    """The words between the last comma and a trigger whose subject acts; "" where they are too many for a subject."""
    if trigger.rule.who != "subject":
        return ""
    words = _CLAUSE_START.split(line[: trigger.start])[-1].strip()
    return words if len(words) < _LONGEST else ""


def _found(pattern: re.Pattern[str], line: str, start: int) -> str:
    match = pattern.search(line, max(0, start - 2), start + _REACH)
    words = match.group().replace(" against ", " on ") if match else ""
    return "" if _DAY_OR_MONTH.search(words) else words


def _rest(line: str, end: int) -> str:
    text = _CLAUSE_END.split(line[end : end + _LONGEST])[0]
    return text.strip() if len(text) < _LONGEST else text.rsplit(" ", 1)[0].strip()
