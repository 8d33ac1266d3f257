"""Unnamed people whom the text names elsewhere: in a list, one by one, or as the person of the next sentences."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import timedelta

from pipeline.entities.candidates import person_words
from pipeline.events.coreference.office_holders import holds, other_rank
from pipeline.events.document import Document
from pipeline.events.syntax.coordination import LIST_OPENS
from pipeline.events.syntax.noun_phrases import group_words, posts_in
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words
from pipeline.models import Claim, Mention
from pipeline.text.numbers import number_of

Found = tuple[tuple[str, ...], int, int]
"""Persons, with the passage that names them."""

_NEW = phrase("named_later.new")
_CERTAIN = phrase("named_later.certain")
_SOLE = phrase("named_later.sole")
_NOBODY = phrase("named_later.nobody")
_KNOWN = phrase("named_later.known")
_ONE_OF = phrase("named_later.one_of")
_OWNER = phrase("named_later.owner")
_MOST = 200
"""Mentions on each side of a group among which its members are sought; an article of news has some dozens."""
_AHEAD = 4
_FEW = 3
"""Of a larger group the text may leave one without a verb of leaving."""
_LEAD = 2
"""Sentences whose unnamed person is the one whom the whole text is about."""
_WEEK = timedelta(days=7)
_REAL = ("happened", "planned", "alleged")


def named(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with names adopted; without groups whose members are told one by one, and without "the minister"
    of whom the text never says who it is."""
    successors = {person for other in mentions if other.type == "appointment" for person in other.persons}
    told = {other.type for other in mentions if other.persons}
    done: list[Mention] = []
    for number, mention in enumerate(mentions):
        if mention.persons or not mention.agent or mention.category not in ("leaving", "justice"):
            done.append(mention)
            continue
        if is_one(mention.agent):
            found = _same_type(mentions[number + 1 : number + 40], mention)
            found = found or _of_lead(document, mentions, mention)
            found = found or _introduced(document, successors, mention)
            if found is None and _is_unclear(document, told, mention):
                continue
        else:
            found = _enumerated(document, mention)
            if found is None and _told_singly(document, _around(done, mentions, number), mention):
                continue
        done.append(_adopted(mention, found) if found else mention)
    return tuple(done)


def _around(done: Sequence[Mention], mentions: Sequence[Mention], number: int) -> tuple[Mention, ...]:
    """The mentions before and after one, those before it with the names that they have adopted."""
    return (*done[-_MOST:], *mentions[number + 1 : number + 1 + _MOST])


def _is_unclear(document: Document, told: Set[str], mention: Mention) -> bool:
    """Is "the minister" somebody whom the text may name elsewhere? Not where it names nobody who leaves in that way."""
    if mention.category != "leaving" or not _CERTAIN.match(mention.agent) or not document.people.names:
        return False
    return mention.type in told


def _adopted(mention: Mention, found: Found) -> Mention:
    persons, start, end = found
    claims = tuple(Claim("person", person, start, end, rule="person.named_later") for person in persons)
    said = (
        any(claim.field == "role" for claim in mention.claims)
        or _CERTAIN.match(mention.agent)
        or _SOLE.match(mention.agent)
    )
    role, body = (mention.role, mention.organisation) if said else ("", "")
    return replace(mention, persons=persons, role=role, organisation=body, claims=(*mention.claims, *claims))


def is_one(agent: str) -> bool:
    """One unnamed person: "a senior adviser", "one of his ministers", "the envoy"; never a group or a thing."""
    if _SOLE.match(agent):
        return True
    head = agent.split()[-1].lower()
    one_of = _ONE_OF.match(agent)
    if _NOBODY.match(agent) or head in group_words() and not one_of:
        return False
    if head not in person_words() and not (one_of and head.removesuffix("s") in person_words()):
        return False
    return bool(_NEW.match(agent)) or bool(_CERTAIN.match(agent)) or not _KNOWN.match(agent)


def _same_type(later: Sequence[Mention], mention: Mention) -> Found | None:
    """Who did the same in one of the next sentences."""
    for other in later:
        ahead = other.sentence - mention.sentence
        if ahead > _AHEAD:
            break
        if _one_kind(mention, other) and len(other.persons) == 1 and ahead > 0:
            return other.persons, other.start, other.end
    return None


def _one_kind(mention: Mention, other: Mention) -> bool:
    """One act, or the offer of it: "an adviser has stepped down", and then "Ruiz offered her resignation"."""
    gone = mention.type == "resignation" and mention.modality == "happened"
    return other.type == mention.type or gone and other.type == "resignation_attempt"


def one_time(mention: Mention, other: Mention) -> bool:
    """Do their dates overlap? What is only told as the day's news may be of a day of the week before."""
    if other.date.overlaps(mention.date):
        return True
    news, act = mention.date, other.date
    return bool(news.basis == "reported" and news.end and act.end and timedelta(0) <= news.end - act.end <= _WEEK)


def _of_lead(document: Document, mentions: Sequence[Mention], mention: Mention) -> Found | None:
    """The one person of whom the text tells the same news as its first sentences tell of somebody unnamed."""
    if mention.sentence >= _LEAD or mention.modality not in _REAL:
        return None
    told = [
        other
        for other in mentions
        if _one_kind(mention, other)
        and other.persons
        and other.modality in _REAL
        and other.background == mention.background
        and one_time(mention, other)
    ]
    if len({other.persons for other in told}) != 1 or len(told[0].persons) != 1:
        return None
    first = told[0]
    return (first.persons, first.start, first.end) if holds(document, first.persons[0], mention.agent) else None


def _introduced(document: Document, successors: Set[str], mention: Mention) -> Found | None:
    """A person whose first appearance in the text opens one of the next two sentences; not who comes instead."""
    if _among_others(document, mention):
        return None
    for number in (mention.sentence + 1, mention.sentence + 2):
        if number >= len(document.sentences):
            break
        agents = document.participants(number)
        first = next((a for a in agents if a.kind == "name"), None)
        if first and len(first.persons) == 1 and first.start <= 25 and _OWNER.match(document.line(number)[first.end :]):
            earlier = next(iter(document.places_of(first.persons[0])), mention.sentence) <= mention.sentence
            new = not earlier and first.persons[0] not in successors
            if new and _may_hold(document.line(number)[: first.end], mention.agent):
                sentence = document.sentences[number]
                return first.persons, sentence.start, sentence.end
            break
    return None


_EVERY = phrase("named_later.of_every")


def _among_others(document: Document, mention: Mention) -> bool:
    """Does the sentence speak of a second unnamed person, whom the next may name, or of "the head of every board"?"""
    line = document.line(mention.sentence)
    first = line.find(mention.agent)
    every = first >= 0 and bool(_EVERY.match(line, first + len(mention.agent)))
    trigger = mention.trigger[0] - mention.start
    roles = [a for a in document.participants(mention.sentence) if a.kind == "role" and a.end <= trigger]
    return every or any(role.text != mention.agent for role in roles)


def _may_hold(around: str, agent: str) -> bool:
    """Do the posts beside a name leave it open that this person is the one unnamed?"""
    if other_rank(around, agent.split()[-1]):
        return False
    beside = {post.split()[-1] for _, _, post, _ in posts_in(around)}
    own = {word.lower().removesuffix("s") for word in agent.split()}
    heads = frozenset(load_words()["heads"])
    both_lead = beside & heads and own & heads
    return not beside or bool(beside & own or both_lead) or not _CERTAIN.match(agent)


_THEY_ARE = phrase("named_later.they_are")


def _enumerated(document: Document, mention: Mention) -> Found | None:
    """The list of names that ends the sentence ("…: A and B"), or that one of the next ("They are A and B")."""
    line, here = document.line(mention.sentence), mention.sentence
    own = _THEY_ARE.match(line)
    for agent in document.participants(here):
        opened = len(agent.persons) > 1 and LIST_OPENS.search(line[: agent.start])
        told = agent.persons and own and 0 <= agent.start - own.end() < 30
        if (opened or told) and agent.start > mention.trigger[1] - mention.start:
            return agent.persons, mention.start, mention.end
    count = _count(document, mention)
    for number in range(here + 1, min(here + 3 * _AHEAD, len(document.sentences))):
        if match := _THEY_ARE.match(document.line(number)):
            found = next((a for a in document.participants(number) if a.start >= match.end() and a.persons), None)
            fits = found and found.start < match.end() + 60 and (number < here + _AHEAD or count == len(found.persons))
            if found and fits:
                return found.persons, document.sentences[number].start, document.sentences[number].end
    return None


_COUNT = phrase("named_later.count")


def _told_singly(document: Document, mentions: Sequence[Mention], mention: Mention) -> bool:
    """Does the text tell the same of as many persons by name? "Two premiers resigned"."""
    if mention.category != "leaving":
        return False
    real = [o for o in mentions if o.type == mention.type and o.persons and o.modality in _REAL]
    persons = {person for other in real if one_time(mention, other) for person in other.persons}
    count = _count(document, mention) or 2 * (mention.sentence < _LEAD)
    return bool(count) and len(persons) >= count - (count > _FEW)


def _count(document: Document, mention: Mention) -> int:
    """How many a group is said to be: "two premiers", "the heads of five boards"; 0 where the text does not say."""
    line = document.plain[mention.start : mention.end]
    first = line.find(mention.agent)
    words = line[max(0, first - 12) : first + len(mention.agent) + 12] if first >= 0 else mention.agent
    found = _COUNT.search(words)
    return int(number_of(found.group(1).lower()) or 2) if found else 0
