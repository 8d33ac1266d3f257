"""May this candidate be meant? What sex, the verb beside it and its position in the sentence say, one look each."""

import re

from pipeline.events.document import Document
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.patterns import compile_pattern

SAYS = compile_pattern(r"(?:,[^,]{1,60},)? (?:(?:has|had|also) )?(?:<saying>)\b")
"""After the one who speaks."""
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


_TAKEN = re.compile(
    r"\b(?:(?:will|would|could|can|may|might|must|should|did|not|to) (?:\w+ly )?[a-z]+|told|tells?|telling|informed|"
    r"informs?|informing|notified|assured|reassured|promised|wrote|met|thanked|advised|advising|contacted|called|phoned|"
    r"replaced|replaces|succeeded|succeeds|beat|defeated)"
    r"(?: (?!(?:that|he|she|they|it|as|and|but|when|after|if)\b)[\w'-]+){0,6}? $"
)
"""Whom somebody told, met or will replace is the object of the clause."""
_ASIDE = re.compile(r"\b(?:when|after|because|as|before|since|until|while) (?:[\w-]+ ){0,2}$")


def is_told_aside(line: str, first: Participant | None, pronoun: Participant, heads: list[Participant]) -> bool:
    """ "His term ended when Ruiz was elected. He …": who is named in a clause of time is not meant."""
    same = first and {first.head, pronoun.head} <= MALE or first and {first.head, pronoun.head} <= FEMALE
    opens = (
        first is not None and first.kind == "pronoun" and not re.search(r"[a-z]", line[: first.start].split(",")[-1])
    )
    return bool(same and opens) and all(_ASIDE.search(line, 0, head.start) for head in heads)


def subjects(line: str, agents: list[Participant]) -> list[Participant]:
    """The agents that are no objects of a verb, else all."""
    return [a for a in agents if not _TAKEN.search(line, max(0, a.start - 60), a.start)] or agents


def is_inside(line: str, agent: Participant) -> bool:
    """A possessor or the object of a preposition heads no clause."""
    after = line[agent.end : agent.end + 2]
    before = line[max(0, agent.start - 14) : agent.start]
    return after == "'s" or bool(
        re.search(
            r"\b(?:of|to|with|by|for|from|against|about|over|under|after|and|between|like|on|in|at|than) (?:\w+ )?$",
            before,
        )
    )


_OUGHT = re.compile(r" (?:should|must|ought to|has to|needs to)\b")


def speaks_of_another(line: str, speaker: Participant, pronoun: Participant) -> bool:
    """ "Ruiz told the House that she should go"; "his lawyer, Ruiz, said he had gone": neither means who says it."""
    if not SAYS.match(line, speaker.end):
        return False
    owned = re.search(r"\b(?:[Hh]is|[Hh]er) (?:[\w-]+ ){0,3}[\w-]+,? $", line[: speaker.start])
    return bool(_OUGHT.match(line, pronoun.end) or owned or re.match(r"(?:His|Her) ", line[speaker.start :]))


def acts_later(line: str, role: Participant, pronoun: Participant) -> bool:
    """A post that begins the pronoun's own clause: "…, as the suspended president arrived to fight his impeachment"."""
    opens = re.search(r"(?:^|[,;:] )(?:(?:as|and|but|when|while|after|because|although) )?$", line[: role.start])
    return bool(opens) and not re.search(r"[,;:.]", line[role.end : pronoun.start])
