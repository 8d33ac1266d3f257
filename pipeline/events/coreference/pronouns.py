"""Whom "he", "the envoy" or "the 66-year-old" means. One candidate must remain, else nobody is named."""

import re
from collections import Counter

from pipeline.events.coreference.office_holders import holders, holds, portfolio_of
from pipeline.events.document import Document
from pipeline.events.syntax.participants import Participant
from pipeline.events.syntax.subject import subject_of
from pipeline.lexicon.patterns import compile_pattern

SAYS = compile_pattern(r"(?:,[^,]{1,60},)? (?:(?:has|had|also) )?(?:<saying>)\b")
"""After the one who speaks."""
_FEMALE = frozenset(("she", "her"))
_MALE = frozenset(("he", "his", "him"))
_COPULA = re.compile(r"\b(?:became|become|becomes|is|was|are|were|as|being)(?: the)? $")
_BACK = 5
_FARTHEST = 12
"""Sentences over which a pronoun goes on; _BACK of them may begin with another subject."""


def resolve(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """Full names of the persons that an agent stands for; () for unnamed ones."""
    if agent.persons:
        return agent.persons
    if agent.kind == "pronoun":
        return _pronoun(document, index, agent)
    if agent.kind == "role":
        return _role(document, index, agent)
    return ()


def _pronoun(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    if agent.head == "i":
        return _speaking(document, index, agent)
    if agent.plural:
        return _plural(document, index, agent)
    here = _in_own_sentence(document, index, agent)
    if here is not None:
        return here
    back = _BACK
    for place in range(index - 1, max(-1, index - _FARTHEST), -1):
        line = document.line(place)
        first = next(iter(document.participants(place)), None)
        if first and _goes_on(first, agent) and _ahead(document, place, first) is None:
            continue
        back -= 1
        if not back:
            break
        fits = [a for a in document.participants(place) if _may_be(document, a, agent)]
        heads = [a for a in fits if not _inside(line, a)]
        if place == index - 1 and len(fits) == 1 and (not heads or _is_of_gender(document, fits[0], agent)):
            heads = fits
        if heads and not _told_aside(line, first, agent, heads):
            return _subjects(line, heads)[0].persons
        if first and first.kind == "role" and first.start < 3:
            return _role(document, place, first)
    return _spoken_of(document, index, agent)


_PORTRAIT = 150
"""Sentences of a portrait: looking back over all of a long text each time would take ever longer."""
_OFTEN = 3
"""Times more often than the next woman is the one named whom "she" means; of men too many are named in news."""


def _spoken_of(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """The one person whom the text up to here tells of: "she" all through a portrait of Ruiz."""
    others = document.people.male if agent.head in _FEMALE else document.people.female
    first, here = document.sentences[max(0, index - _PORTRAIT)], document.sentences[index]
    named = Counter(name.person for name in document.people.within(first.start, here.start))
    fits = [(person, times) for person, times in named.most_common() if person not in others]
    often = agent.head in _FEMALE and len(fits) > 1 and fits[0][1] >= _OFTEN * fits[1][1]
    alone = len(fits) == 1 or often
    return (fits[0][0],) if alone and fits[0][0] in (document.people.male | document.people.female) else ()


def _goes_on(first: Participant, pronoun: Participant) -> bool:
    """A sentence whose first person is "he" speaks of the same man: "In May he succeeded Ruiz. He …"."""
    same = first.head in _FEMALE and pronoun.head in _FEMALE or first.head in _MALE and pronoun.head in _MALE
    return same and first.kind == "pronoun" and first.head in ("he", "she")


_ASIDE = re.compile(r"\b(?:when|after|because|as|before|since|until|while) (?:[\w-]+ ){0,2}$")


def _told_aside(line: str, first: Participant | None, pronoun: Participant, heads: list[Participant]) -> bool:
    """ "His term ended when Ruiz was elected. He …": who is named in a clause of time is not meant."""
    same = first and {first.head, pronoun.head} <= _MALE or first and {first.head, pronoun.head} <= _FEMALE
    opens = (
        first is not None and first.kind == "pronoun" and not re.search(r"[a-z]", line[: first.start].split(",")[-1])
    )
    return bool(same and opens) and all(_ASIDE.search(line, 0, head.start) for head in heads)


def _subjects(line: str, agents: list[Participant]) -> list[Participant]:
    """The agents that are no objects of a verb, else all."""
    return [a for a in agents if not _TAKEN.search(line, max(0, a.start - 60), a.start)] or agents


def _in_own_sentence(document: Document, index: int, agent: Participant) -> tuple[str, ...] | None:
    """Whom the sentence itself offers: the subject nearest before the pronoun; None when it offers nobody."""
    line = document.line(index)
    before = [a for a in document.participants(index) if a.end <= agent.start]
    told_of = next((a.end for a in before if a.kind == "pronoun"), agent.end)
    before = [a for a in before if a.start < told_of or not _SOURCE.search(line[: a.start])]
    before = [a for a in before if not _speaks_of_another(line, a, agent)]
    if not before:
        return _ahead(document, index, agent)
    fits = [a for a in before if _may_be(document, a, agent)]
    heads = _subjects(line, [a for a in before if (a in fits or a.kind == "role") and not _inside(line, a)])
    if heads and line[agent.end :].startswith(" to ") and agent.head in ("him", "her"):
        return None if heads[-1].kind == "role" else ()
    if heads and (heads[-1].kind == "name" or not fits or _acts_later(line, heads[-1], agent)):
        return heads[-1].persons if heads[-1].kind == "name" else _role(document, index, heads[-1])
    named = [a for a in heads if a.kind == "name"] or fits
    return named[-1].persons if named else _ahead(document, index, agent) or _only_name(document, index, agent)


_OUGHT = re.compile(r" (?:should|must|ought to|has to|needs to)\b")


def _speaks_of_another(line: str, speaker: Participant, pronoun: Participant) -> bool:
    """ "Ruiz told the House that she should go"; "his lawyer, Ruiz, said he had gone": neither means who says it."""
    if not SAYS.match(line, speaker.end):
        return False
    owned = re.search(r"\b(?:[Hh]is|[Hh]er) (?:[\w-]+ ){0,3}[\w-]+,? $", line[: speaker.start])
    return bool(_OUGHT.match(line, pronoun.end) or owned or re.match(r"(?:His|Her) ", line[speaker.start :]))


_SOURCE = re.compile(r"\b(?:[Aa]ccording to|citing|quoting) (?:\w+ ){0,3}$")


def _only_name(document: Document, index: int, agent: Participant) -> tuple[str, ...] | None:
    """ "Ruiz's critics demand her resignation": the one person whose name stands inside another phrase."""
    start = document.sentences[index].start
    names = {name.person for name in document.people.within(start, start + agent.start)}
    kept = names - (document.people.male if agent.head in _FEMALE else document.people.female)
    return tuple(kept) if len(kept) == 1 else None


_CLAUSE = re.compile(
    r"(?:After|Since|Before|When|While|Until|As|Once|Because|Days|Weeks|Hours|Months|Years|If|Although|Though)\b"
)
""" "On the same day he left, Ruiz said": only a clause speaks of him before it names him."""
_FRONTED = re.compile(
    r"(?:After|Following|Since|Before|In|With|Despite|Upon|On|Announcing|Explaining|During|When|While|Until|As|Once|Because)\b[^,;:.\"]*$"
)


def _ahead(document: Document, index: int, agent: Participant) -> tuple[str, ...] | None:
    """ "After her resignation on Monday, Ruiz …": the name that begins the main clause."""
    line = document.line(index)
    fronted = _FRONTED.match(line[: agent.start])
    if not fronted or agent.head in ("he", "she") and not _CLAUSE.match(line):
        return None
    later = [a for a in document.participants(index) if a.start > agent.end and a.kind != "pronoun"]
    comma = line.rfind(", ", agent.end, later[0].start) if later else -1
    led = comma >= 0 and line.count(",", agent.end, later[0].start) == 1 and later[0].start - comma < 20
    return later[0].persons if led and _may_be(document, later[0], agent) else None


def _acts_later(line: str, role: Participant, pronoun: Participant) -> bool:
    """A post that begins the pronoun's own clause: "…, as the suspended president arrived to fight his impeachment"."""
    opens = re.search(r"(?:^|[,;:] )(?:(?:as|and|but|when|while|after|because|although) )?$", line[: role.start])
    return bool(opens) and not re.search(r"[,;:.]", line[role.end : pronoun.start])


def antecedent(document: Document, index: int, agent: Participant) -> Participant | None:
    """The post that a pronoun of its sentence stands for where no name is: "the minister says he …"."""
    named = any(a.kind == "name" and a.end <= agent.start for a in document.participants(index))
    return None if named or agent.kind != "pronoun" else _role_before(document, index, agent)


def _role_before(document: Document, index: int, agent: Participant) -> Participant | None:
    line = document.line(index)
    before = (a for a in document.participants(index) if a.end <= agent.start)
    return next((a for a in before if a.kind == "role" and not _inside(line, a)), None)


def _speaking(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """ "I" in a quotation: the one person whom its sentence, else the sentence before, names outside of it."""
    offset = document.sentences[index].start
    for other in document.participants(index):
        outside = other.head in ("he", "she") and not document.quoted(offset + other.start)
        if outside and SAYS.match(document.line(index), other.end):
            return resolve(document, index, other)
    for place in (index, index - 1, index + 1):
        if 0 <= place < len(document.sentences):
            line, offset = document.line(place), document.sentences[place].start
            named = (a for a in document.participants(place) if a.kind == "name")
            names = [a for a in named if not document.quoted(offset + a.start)]
            heads = [a for a in names if not _inside(line, a)]
            if heads:
                return heads[0].persons if len(heads[0].persons) == 1 else ()
    return ()


def _plural(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """Several persons named at once, unless a group comes between: "A and B met voters before they resigned"."""
    for place in (index, index - 1):
        if place < 0:
            break
        for other in document.participants(place):
            if place == index and other.end > agent.start:
                break
            if len(other.persons) > 1:
                return other.persons
            if other.kind == "group":
                return ()
    return ()


def _may_be(document: Document, candidate: Participant, pronoun: Participant) -> bool:
    if candidate.kind != "name" or len(candidate.persons) != 1:
        return False
    person = candidate.persons[0]
    if pronoun.head in _FEMALE:
        return person not in document.people.male
    return person not in document.people.female


def _is_of_gender(document: Document, candidate: Participant, pronoun: Participant) -> bool:
    """Is it known, not only possible, that the pronoun fits?"""
    return candidate.persons[0] in (document.people.female if pronoun.head in _FEMALE else document.people.male)


_TAKEN = re.compile(
    r"\b(?:(?:will|would|could|can|may|might|must|should|did|not|to) (?:\w+ly )?[a-z]+|told|tells?|telling|informed|"
    r"informs?|informing|notified|assured|reassured|promised|wrote|met|thanked|advised|advising|contacted|called|phoned|"
    r"replaced|replaces|succeeded|succeeds|beat|defeated)"
    r"(?: (?!(?:that|he|she|they|it|as|and|but|when|after|if)\b)[\w'-]+){0,6}? $"
)
"""Whom somebody told, met or will replace is the object of the clause."""


def _inside(line: str, agent: Participant) -> bool:
    """A possessor or the object of a preposition heads no clause."""
    after = line[agent.end : agent.end + 2]
    before = line[max(0, agent.start - 14) : agent.start]
    return after == "'s" or bool(
        re.search(
            r"\b(?:of|to|with|by|for|from|against|about|over|under|after|and|between|like|on|in|at|than) (?:\w+ )?$",
            before,
        )
    )


def _role(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    line = document.line(index)
    if copula := _COPULA.search(line[: agent.start]):
        before = tuple(a for a in document.participants(index) if a.end <= copula.start())
        owner = subject_of(line, copula.start(), before)
        if owner and owner.kind != "role":
            return resolve(document, index, owner)
    if re.match(r"(?:an?|one|another|no|some|any|every|each|several|two|three)\b", agent.text, re.IGNORECASE):
        return ()
    portfolio = portfolio_of(agent)
    known = holders(document, agent.head, -1 if portfolio or _leads(line, agent) else index, portfolio)
    if len(known) == 1:
        return known
    if known or not _leads(line, agent):
        return ()
    return _left_over(document, index, agent) if _DESCRIBES.match(agent.text) else _goes_by(document, index, agent)


def _goes_by(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """ "Ruiz is the latest to go. The trade minister …": who opened the sentence before, and has no other post."""
    if index == 0 or not re.match(r"[Tt]he ", agent.text) or document.line(index)[: agent.start].strip():
        return ()
    first = next(iter(document.participants(index - 1)), None)
    if first is None or first.start > 1 or first.kind != "name" or len(first.persons) != 1:
        return ()
    return first.persons if holds(document, first.persons[0], agent.head) else ()


_DESCRIBES = re.compile(
    r"(?:the|this) (?=.*\b(?:veteran|former|ex-\w+|long-?(?:time|serving)|retired|outspoken|disgraced|embattled|exiled|"
    r"\d\d-year-old|president|prime minister|premier|general|colonel|admiral|envoy|archbishop|diplomat|politician|"
    r"insider|technocrat|reformer|economist|oligarch|tycoon|loyalist|ally|critic|statesman)\b)",
    re.IGNORECASE,
)
"""A description says who somebody is; a plain post ("the army chief") may well be another's."""


_OPENS = compile_pattern(
    r"(?-i:(?:[,;:\"]|\b(?:and|but|that|when|after|before|as|while|<saying>|also|urg(?:e|es|ed|ing)|"
    r"call(?:s|ed|ing)? on)) ?)$"
)


def _leads(line: str, agent: Participant) -> bool:
    """Subjects go on with the person spoken of; objects often bring in another."""
    return not line[: agent.start].strip("\"' ") or bool(_OPENS.search(line[: agent.start]))


def _left_over(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """ "The veteran" in a text that never says who: the person who was last the subject of a clause."""
    last: tuple[str, ...] = ()
    for place in range(max(0, index - 8), index):
        line = document.line(place)
        for other in document.participants(place):
            if other.kind == "name" and len(other.persons) == 1 and not _inside(line, other):
                last = other.persons
    leads = agent.head in ("president", "prime minister", "premier", "king")
    return () if leads and last and not holds(document, last[0], agent.head) else last
