"""Mentions of all articles → events, their evidence and the people, with identifiers that stay."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.entities.offices import country_served
from pipeline.entities.places import look_up
from pipeline.merge import choose
from pipeline.merge.clusters import Group, group_mentions
from pipeline.merge.evidence import Choice, evidence_rows, former_rows, literal_quote
from pipeline.merge.headline import Chosen, headline
from pipeline.merge.identifiers import Previous, free, keep_identifiers, natural_identifier
from pipeline.merge.person_names import canonical_names
from pipeline.merge.subjects import Subject, subjects_of
from pipeline.models import Article, Event, Evidence, Mention, Person
from pipeline.text.normalise import for_comparing, slug
from pipeline.vocabulary import TYPES

__all__ = ["Merged", "Previous", "merge"]


@dataclass(frozen=True, slots=True)
class Merged:
    """What the tables hold, in their order."""

    events: tuple[Event, ...]
    evidence: tuple[Evidence, ...]
    people: tuple[Person, ...]


def merge(mentions: Iterable[Mention], articles: Iterable[Article], previous: Previous = Previous()) -> Merged:  # noqa: B008
    """Events by date, type and identifier, whatever the order of the articles; hypothetical mentions make no event.

    ValueError where two articles have one article_id: the quote of one would become the evidence of the other.
    """
    by_id: dict[str, Article] = {}
    for article in articles:
        if by_id.setdefault(article.article_id, article) is not article:
            raise ValueError(f"two articles have the article_id {article.article_id!r}")
    # A total order of what is said: later sorts are stable, so that nothing depends on the order of the articles.
    told = sorted((m for m in mentions if m.modality != "hypothetical"), key=repr)
    names = canonical_names(person for m in told for person in m.persons)
    person_ids = _person_ids(names, previous)
    groups = group_mentions(subjects_of(told, names, by_id))
    drafts = sorted((_draft(group, person_ids, by_id) for group in groups), key=lambda draft: _group_order(draft.group))
    passages = [[_key(s, by_id) for s in draft.group.subjects] for draft in drafts]
    kept, former = keep_identifiers(passages, [draft.event.event_id for draft in drafts], previous)
    taken = {*kept, *previous.former, *(old for merged_away in former for old in merged_away)}
    events, evidence = [], []
    for draft, identifier, merged_away in zip(drafts, kept, former, strict=True):
        event = replace(draft.event, event_id=identifier or free(draft.event.event_id, taken))
        taken.add(event.event_id)
        reasons = [(draft.group.founder, ""), *draft.group.members]
        rows = evidence_rows(event.event_id, reasons, draft.choice, by_id)
        events.append(event)
        evidence += rows + former_rows(event.event_id, merged_away, next(row for row in rows if row.field == "act"))
    events.sort(key=_event_order)
    order = {event.event_id: i for i, event in enumerate(events)}
    evidence.sort(key=lambda row: order[row.event_id])
    return Merged(tuple(events), tuple(evidence), _people(events, names, person_ids))


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event under its natural identifier, with the choice of its date."""

    group: Group
    event: Event
    choice: Choice


def _key(s: Subject, articles: Mapping[str, Article]) -> tuple[str, str, str]:
    m = s.mention
    return m.article_id, m.type, literal_quote(articles[m.article_id].text, m.start, m.end)[0]


def _draft(group: Group, person_ids: Mapping[str, str], articles: Mapping[str, Article]) -> _Draft:
    subjects = choose.surest_first(group.subjects)
    when, why = choose.choose_date(subjects)
    lead = _lead(subjects)
    persons = tuple(dict.fromkeys(p for s in subjects for p in s.persons))
    ids = tuple(person_ids[p] for p in persons)
    place = choose.choose_words([s.place for s in subjects])
    # a mention whose sentence names no place has the country of who acts, which is not where it happened
    said = choose.choose_words([s.place for s in subjects if s.mention.clause.place or lead.category == "leaving"])
    role = choose.choose_words([s.mention.role for s in subjects])
    gazetteer = look_up(place) if place else None
    motive = choose.choose_motive(subjects)
    status = choose.choose_status(subjects)
    origins = tuple(sorted({s.origin for s in subjects}))
    event = Event(
        natural_identifier(lead.type, _subject_words(ids, place, lead), when),
        lead.category, lead.type, headline(lead, Chosen(persons, role, said)), status, when, persons, ids,
        role=role,
        organisation=choose.choose_words([s.mention.organisation for s in subjects]),
        place=place,
        country=gazetteer.country if gazetteer else lead.country,
        latitude=gazetteer.latitude if gazetteer else None,
        longitude=gazetteer.longitude if gazetteer else None,
        motive=motive.value if motive else "",
        motive_class=motive.evidence_class if motive else "",
        articles=tuple(sorted({s.mention.article_id for s in subjects})),
        origins=origins,
        background=all(s.mention.background for s in subjects),
        first_reported=min((d for s in subjects if (d := articles[s.mention.article_id].published)), default=None),
        confidence=choose.confidence(status, len(origins), when),
    )  # fmt: skip
    return _Draft(group, event, Choice(when, why))


def _lead(subjects: Sequence[Subject]) -> Mention:
    """The mention in whose words the headline is: named, told as fact, and with most of the values filled."""

    def emptiness(s: Subject) -> tuple[object, ...]:
        m = s.mention
        missing = (not s.persons, m.modality != "happened", not m.role, not s.place, m.date.basis == "unknown")
        return *missing, m.article_id, m.start

    return min(subjects, key=emptiness).mention


def _subject_words(ids: Sequence[str], place: str, lead: Mention) -> str:
    return " ".join(ids[:2]) or " ".join(part for part in (lead.agent, place) if part) or lead.organisation or lead.role


def _event_order(e: Event) -> tuple[object, ...]:
    day = e.date.start or e.date.end
    return day is None, day.toordinal() if day else 0, TYPES.index(e.type), e.event_id


def _group_order(group: Group) -> tuple[object, ...]:
    """New identifiers are numbered by what the founders say, never by the order of the articles."""
    f = group.founder
    return f.first or f.last or 0, f.mention.type, f.persons, f.mention.article_id, f.mention.start, f.mention.trigger


def _spellings(names: Mapping[str, str]) -> dict[str, list[str]]:
    by_name: dict[str, list[str]] = defaultdict(list)
    for spelling, name in sorted(names.items()):
        by_name[name].append(spelling)
    return by_name


def _person_ids(names: Mapping[str, str], previous: Previous) -> dict[str, str]:
    spellings = _spellings(names)
    shown = sorted(spellings, key=lambda name: (for_comparing(name), name))
    identifiers: dict[str, str] = {}
    for name in shown:  # those that have one keep it, before new ones are given out
        old = {previous.people[s] for s in (name, *spellings[name]) if s in previous.people} - set(identifiers.values())
        if old:
            identifiers[name] = min(old)
    taken = {*identifiers.values(), *previous.people.values()}
    for name in shown:
        if name not in identifiers:
            identifiers[name] = free(slug(name) or "person", taken)
            taken.add(identifiers[name])
    return identifiers


def _people(events: Sequence[Event], names: Mapping[str, str], person_ids: Mapping[str, str]) -> tuple[Person, ...]:
    """Everybody whom an event names, by identifier; post and organisation from the newest leaving event."""
    spellings, history = _spellings(names), defaultdict(list)
    for event in events:
        for name in event.persons:
            history[name].append(event)
    return tuple(
        sorted((_person(person_ids[n], n, spellings[n], own) for n, own in history.items()), key=lambda p: p.person_id)
    )


def _person(person_id: str, name: str, spellings: Sequence[str], events: Sequence[Event]) -> Person:
    posts = [e for e in events if e.role and len(e.persons) == 1]
    posts = [e for e in posts if e.category == "leaving"] or posts
    role, organisation = (posts[-1].role, posts[-1].organisation) if posts else ("", "")
    aliases = tuple(s for s in spellings if s != name)
    return Person(person_id, name, aliases, role, organisation, country_served(role), tuple(e.event_id for e in events))
