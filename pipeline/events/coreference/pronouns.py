"""Whom "he", "the envoy" or "the 66-year-old" means. One candidate must remain, else nobody is named."""

from collections import Counter

from pipeline.events.coreference.fit import (
    FEMALE,
    SAYS,
    acts_later,
    goes_on,
    is_inside,
    is_of_gender,
    is_told_aside,
    may_be,
    speaks_of_another,
    subjects,
)
from pipeline.events.coreference.office_holders import holders, holds, portfolio_of
from pipeline.events.document import Document
from pipeline.events.syntax.participants import Participant
from pipeline.events.syntax.subject import subject_of
from pipeline.lexicon.phrases import phrase

_COPULA = phrase("pronouns.copula_before")
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
    for number in range(index - 1, max(-1, index - _FARTHEST), -1):
        line = document.line(number)
        first = next(iter(document.participants(number)), None)
        if first and goes_on(first, agent) and _ahead(document, number, first) is None:
            continue
        back -= 1
        if not back:
            break
        fits = [a for a in document.participants(number) if may_be(document, a, agent)]
        heads = [a for a in fits if not is_inside(line, a)]
        if number == index - 1 and len(fits) == 1 and (not heads or is_of_gender(document, fits[0], agent)):
            heads = fits
        if heads and not is_told_aside(line, first, agent, heads):
            return subjects(line, heads)[0].persons
        if first and first.kind == "role" and first.start < 3:
            return _role(document, number, first)
    return _spoken_of(document, index, agent)


_PORTRAIT = 150
"""Sentences of a portrait: looking back over all of a long text each time would take ever longer."""
_OFTEN = 3
"""Times more often than the next woman is the one named whom "she" means; of men too many are named in news."""


def _spoken_of(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """The one person whom the text up to here tells of: "she" all through a portrait of Ruiz."""
    others = document.people.male if agent.head in FEMALE else document.people.female
    first, here = document.sentences[max(0, index - _PORTRAIT)], document.sentences[index]
    named = Counter(name.person for name in document.people.within(first.start, here.start))
    fits = [(person, times) for person, times in named.most_common() if person not in others]
    often = agent.head in FEMALE and len(fits) > 1 and fits[0][1] >= _OFTEN * fits[1][1]
    alone = len(fits) == 1 or often
    return (fits[0][0],) if alone and fits[0][0] in (document.people.male | document.people.female) else ()


def _in_own_sentence(document: Document, index: int, agent: Participant) -> tuple[str, ...] | None:
    """Whom the sentence itself offers: the subject nearest before the pronoun; None when it offers nobody."""
    line = document.line(index)
    before = [a for a in document.participants(index) if a.end <= agent.start]
    told_of = next((a.end for a in before if a.kind == "pronoun"), agent.end)
    before = [a for a in before if a.start < told_of or not _SOURCE.search(line[: a.start])]
    before = [a for a in before if not speaks_of_another(line, a, agent)]
    if not before:
        return _ahead(document, index, agent)
    fits = [a for a in before if may_be(document, a, agent)]
    heads = subjects(line, [a for a in before if (a in fits or a.kind == "role") and not is_inside(line, a)])
    if heads and line[agent.end :].startswith(" to ") and agent.head in ("him", "her"):
        return None if heads[-1].kind == "role" else ()
    if heads and (heads[-1].kind == "name" or not fits or acts_later(line, heads[-1], agent)):
        return heads[-1].persons if heads[-1].kind == "name" else _role(document, index, heads[-1])
    named = [a for a in heads if a.kind == "name"] or fits
    return named[-1].persons if named else _ahead(document, index, agent) or _only_name(document, index, agent)


_SOURCE = phrase("pronouns.source_before")


def _only_name(document: Document, index: int, agent: Participant) -> tuple[str, ...] | None:
    """The one person whose name stands inside another phrase: "Ruiz's critics demand her resignation"."""
    start = document.sentences[index].start
    names = {name.person for name in document.people.within(start, start + agent.start)}
    kept = names - (document.people.male if agent.head in FEMALE else document.people.female)
    return tuple(kept) if len(kept) == 1 else None


_CLAUSE = phrase("pronouns.clause_first")
_FRONTED = phrase("pronouns.fronted")


def _ahead(document: Document, index: int, agent: Participant) -> tuple[str, ...] | None:
    """The name that begins the main clause: "after her resignation on Monday, Ruiz …"."""
    line = document.line(index)
    fronted = _FRONTED.match(line[: agent.start])
    if not fronted or agent.head in ("he", "she") and not _CLAUSE.match(line):
        return None
    later = [a for a in document.participants(index) if a.start > agent.end and a.kind != "pronoun"]
    comma = line.rfind(", ", agent.end, later[0].start) if later else -1
    led = comma >= 0 and line.count(",", agent.end, later[0].start) == 1 and later[0].start - comma < 20
    return later[0].persons if led and may_be(document, later[0], agent) else None


def antecedent(document: Document, index: int, agent: Participant) -> Participant | None:
    """The post that a pronoun of its sentence stands for where no name is: "the minister says he …"."""
    named = any(a.kind == "name" and a.end <= agent.start for a in document.participants(index))
    return None if named or agent.kind != "pronoun" else _role_before(document, index, agent)


def _role_before(document: Document, index: int, agent: Participant) -> Participant | None:
    line = document.line(index)
    before = (a for a in document.participants(index) if a.end <= agent.start)
    return next((a for a in before if a.kind == "role" and not is_inside(line, a)), None)


def _speaking(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """Who "I" is in a quotation: the one person whom its sentence, else the one before, names outside of it."""
    offset = document.sentences[index].start
    for other in document.participants(index):
        outside = other.head in ("he", "she") and not document.quoted(offset + other.start)
        if outside and SAYS.match(document.line(index), other.end):
            return resolve(document, index, other)
    for number in (index, index - 1, index + 1):
        if 0 <= number < len(document.sentences):
            line, offset = document.line(number), document.sentences[number].start
            named = (a for a in document.participants(number) if a.kind == "name")
            names = [a for a in named if not document.quoted(offset + a.start)]
            heads = [a for a in names if not is_inside(line, a)]
            if heads:
                return heads[0].persons if len(heads[0].persons) == 1 else ()
    return ()


def _plural(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """Several persons named at once, unless a group comes between: "A and B met voters before they resigned"."""
    for number in (index, index - 1):
        if number < 0:
            break
        for other in document.participants(number):
            if number == index and other.end > agent.start:
                break
            if len(other.persons) > 1:
                return other.persons
            if other.kind == "group":
                return ()
    return ()


_ONE_OF_MANY = phrase("pronouns.one_of_many")


def _role(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    line = document.line(index)
    if copula := _COPULA.search(line[: agent.start]):
        before = tuple(a for a in document.participants(index) if a.end <= copula.start())
        owner = subject_of(line, copula.start(), before)
        if owner and owner.kind != "role":
            return resolve(document, index, owner)
    if _ONE_OF_MANY.match(agent.text):
        return ()
    portfolio = portfolio_of(agent)
    known = holders(document, agent.head, -1 if portfolio or _leads(line, agent) else index, portfolio)
    if len(known) == 1:
        return known
    if known or not _leads(line, agent):
        return ()
    return _left_over(document, index, agent) if _DESCRIBES.match(agent.text) else _goes_by(document, index, agent)


_THE = phrase("pronouns.the")


def _goes_by(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """Who opened the sentence before and has no other post: "Ruiz is the latest to go. The trade minister …"."""
    if index == 0 or not _THE.match(agent.text) or document.line(index)[: agent.start].strip():
        return ()
    first = next(iter(document.participants(index - 1)), None)
    if first is None or first.start > 1 or first.kind != "name" or len(first.persons) != 1:
        return ()
    return first.persons if holds(document, first.persons[0], agent.head) else ()


_DESCRIBES = phrase("pronouns.describes")
_OPENS = phrase("pronouns.clause_opens")


def _leads(line: str, agent: Participant) -> bool:
    """Subjects go on with the person spoken of; objects often bring in another."""
    return not line[: agent.start].strip("\"' ") or bool(_OPENS.search(line[: agent.start]))


def _left_over(document: Document, index: int, agent: Participant) -> tuple[str, ...]:
    """The last subject of a clause, for "the veteran" in a text that never says who."""
    last: tuple[str, ...] = ()
    for number in range(max(0, index - 8), index):
        line = document.line(number)
        for other in document.participants(number):
            if other.kind == "name" and len(other.persons) == 1 and not is_inside(line, other):
                last = other.persons
    leads = agent.head in ("president", "prime minister", "premier", "king")
    return () if leads and last and not holds(document, last[0], agent.head) else last
