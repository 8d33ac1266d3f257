"""The nouns of the project. All frozen; stages take them and return new ones.

Offsets are characters of `Article.text`, end exclusive, and `text[start:end] == quote` always holds.
"""

from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import TypeAlias

from pipeline.vocabulary import BASES

UNKNOWN = "unknown"
Day: TypeAlias = date
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
"""Between these days an article is published, a filter cuts and the count of days begins. An event may lie outside."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article and what the manifest says of it. `published` is the publication day (TIMEX3's DCT), None if
    unknown."""

    article_id: str
    file: str
    text: str
    title: str = ""
    publisher: str = ""
    origin: str = ""
    url: str = ""
    published: Day | None = None
    published_basis: str = UNKNOWN
    language: str = "en"
    country: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; `paragraph` counts from 0."""

    start: int
    end: int
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened: a pair of ends (None = open), a precision and a basis of the vocabulary.

    `text` holds the date words of the article, `span` their offsets, `derivation` one sentence for people.
    """

    start: Day | None = None
    end: Day | None = None
    precision: str = UNKNOWN
    basis: str = UNKNOWN
    text: str = ""
    derivation: str = ""
    rule: str = ""
    span: tuple[int, int] | None = None

    @property
    def worded(self) -> bool:
        """Whether the text gives the date in words. A reported date has none: it is the publication day."""
        return self.basis in ("stated", "relative")

    @property
    def days(self) -> float:
        """How many days it spans, both ends counted; infinite where an end is open. Fewer days, finer date."""
        return (self.end - self.start).days + 1 if self.start and self.end else inf

    @property
    def rank(self) -> tuple[int, float]:
        """For sorting, the surest first: by basis, in the order of the vocabulary, then the finest."""
        return BASES.index(self.basis), self.days

    def gap(self, other: "EventDate") -> int:
        """Days between the nearest ends of two dates, 0 where they overlap. An open end reaches as far as it must.

        >>> may = EventDate(date(2022, 5, 1), date(2022, 5, 31), "month", "stated")
        >>> day, until = date(2022, 6, 3), EventDate(None, date(2022, 4, 30), "range", "stated")
        >>> may.gap(EventDate(day, day, "day", "stated")), may.gap(until), may.gap(EventDate())
        (3, 1, 0)
        """
        ahead = (other.start - self.end).days if other.start and self.end else 0
        behind = (self.start - other.end).days if self.start and other.end else 0
        return max(0, ahead, behind)

    def overlaps(self, other: "EventDate") -> bool:
        """Whether both can be of one day. An unknown date overlaps with every other, for it may be that day, too."""
        return self.gap(other) == 0


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its ISO-TimeML value, e.g. ("on Wednesday", DATE, 2022-03-23).

    `rule` names the lexicon rule; `derivation` says in one sentence, for people, how the value came about.
    `relative` is True where the value was computed from the publication day or from another date. `date` is that of an
    event told with these words, ranges and "since" or "until" before them included; `alone` is that of the words alone:
    in "since May 2014, when he fled" the flight was in May 2014.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str = ""
    rule: str = ""
    derivation: str = ""
    relative: bool = False
    date: EventDate = EventDate()
    alone: EventDate = EventDate()


@dataclass(frozen=True, slots=True)
class Claim:
    """A value with the passage that it rests on and who says it, e.g. a motive, a role, a denial."""

    field: str
    value: str
    start: int
    end: int
    speaker: str = ""
    evidence_class: str = "reporter"
    modality: str = "happened"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a trigger: a headline is composed from them, and two mentions are compared by them.

    `template` is the rule's headline with the names of its parts, e.g. "{agent} expels {object}".
    `agent` says who acts where no person does, `plural` whether they are several. `before`, `trigger` and `rest` are
    the words in their order; `before` is "" where who acts is known. `place` is "" where the sentence names none: a
    mention may have the country of who acts instead.
    """

    template: str = ""
    agent: str = ""
    plural: bool = False
    before: str = ""
    trigger: str = ""
    rest: str = ""
    object: str = ""
    place: str = ""
    terms: str = ""
    target: str = ""
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as one sentence tells it. `start`/`end` are its sentence, `sentence` the number of that, `trigger` the
    words that state it.

    `persons` are full names where the text gives them anywhere, else as written; () for unnamed agents.
    `agent` says in the text's words who acted where no person is named ("two governors", "Poland").
    `claims` hold what else the text says of this event: role, place, motive, confirmation, denial, person.
    """

    article_id: str
    category: str
    type: str
    start: int
    end: int
    trigger: tuple[int, int]
    date: EventDate
    persons: tuple[str, ...] = ()
    agent: str = ""
    role: str = ""
    organisation: str = ""
    place: str = ""
    country: str = ""
    modality: str = "happened"
    background: bool = False
    speaker: str = ""
    evidence_class: str = "reporter"
    motive: str = ""
    motive_speaker: str = ""
    motive_class: str = ""
    rule: str = ""
    clause: Clause = field(default=Clause())
    claims: tuple[Claim, ...] = field(default=())
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim: a row of evidence.csv. `note` says for people how the value came about or why it was joined."""

    event_id: str
    article_id: str
    field: str
    value: str
    quote: str
    start: int
    end: int
    modality: str
    speaker: str
    evidence_class: str
    date_text: str = ""
    rule: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One event in the world: a row of events.csv."""

    event_id: str
    category: str
    type: str
    headline: str
    status: str
    date: EventDate
    persons: tuple[str, ...] = ()
    person_ids: tuple[str, ...] = ()
    role: str = ""
    organisation: str = ""
    place: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    motive: str = ""
    motive_class: str = ""
    articles: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    background: bool = False
    first_reported: Day | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Person:
    """A person and every event of theirs: a row of people.csv."""

    person_id: str
    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""
    organisation: str = ""
    country: str = ""
    events: tuple[str, ...] = ()
