"""May this candidate be meant? What sex, the verb beside it and its position in the sentence say, one look each."""

import re

from pipeline.events.document import Document
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.phrases import phrase

SAYS = phrase("fit.says")
FEMALE = frozenset(("she", "her"))
MALE = frozenset(("he", "his", "him"))


def may_be(document: Document, candidate: Participant, pronoun: Participant) -> bool:
    """May the pronoun mean this candidate: one named person who is not known to be of the other sex?"""
    if candidate.kind != "name" or len(candidate.persons) != 1:
        return False
    person = candidate.persons[0]
    if pronoun.head in FEMALE:
        return person not in document.people.male
    return person not in document.people.female


def is_of_gender(document: Document, candidate: Participant, pronoun: Participant) -> bool:
    """Is it known, not only possible, that the pronoun fits?"""
    return candidate.persons[0] in (document.people.female if pronoun.head in FEMALE else document.people.male)


def goes_on(first: Participant, pronoun: Participant) -> bool:
    """A sentence whose first person is "he" speaks of the same man: "In May he succeeded Ruiz. He …"."""
    same = first.head in FEMALE and pronoun.head in FEMALE or first.head in MALE and pronoun.head in MALE
    return same and first.kind == "pronoun" and first.head in ("he", "she")


_TAKEN = phrase("fit.taken_before")
_ASIDE = phrase("fit.aside_before")


def is_told_aside(line: str, first: Participant | None, pronoun: Participant, heads: list[Participant]) -> bool:
    """Is somebody named only in a clause of time, and so not meant? "His term ended when Ruiz was elected. He …"."""
    same = first and {first.head, pronoun.head} <= MALE or first and {first.head, pronoun.head} <= FEMALE
    opens = (
        first is not None and first.kind == "pronoun" and not re.search(r"[a-z]", line[: first.start].split(",")[-1])
    )
    return bool(same and opens) and all(_ASIDE.search(line, 0, head.start) for head in heads)


def subjects(line: str, agents: list[Participant]) -> list[Participant]:
    """The agents that are no objects of a verb, else all."""
    return [a for a in agents if not _TAKEN.search(line, max(0, a.start - 60), a.start)] or agents


_OF = phrase("fit.preposition_before")


def is_inside(line: str, agent: Participant) -> bool:
    """A possessor or the object of a preposition heads no clause."""
    after = line[agent.end : agent.end + 2]
    return after == "'s" or bool(_OF.search(line[max(0, agent.start - 14) : agent.start]))


_OUGHT = phrase("fit.duty_after")
_OWNED_BEFORE = phrase("fit.owned_before")
_OWNED = phrase("fit.owned")


def speaks_of_another(line: str, speaker: Participant, pronoun: Participant) -> bool:
    """Does the agent say it of another? "Ruiz told the House that she should go", "his lawyer, Ruiz, said he had"."""
    if not SAYS.match(line, speaker.end):
        return False
    owned = _OWNED_BEFORE.search(line[: speaker.start])
    return bool(_OUGHT.match(line, pronoun.end) or owned or _OWNED.match(line[speaker.start :]))


_CLAUSE_OPENS = phrase("fit.clause_opens")


def acts_later(line: str, role: Participant, pronoun: Participant) -> bool:
    """A post that begins the pronoun's own clause: "…, as the suspended president arrived to fight his impeachment"."""
    opens = _CLAUSE_OPENS.search(line[: role.start])
    return bool(opens) and not re.search(r"[,;:.]", line[role.end : pronoun.start])
