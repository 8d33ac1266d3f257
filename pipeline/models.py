"""The nouns of the project. All frozen; stages take them and return new ones.

Offsets are characters of `Article.text`, end exclusive, and `text[start:end] == quote` always holds.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from pipeline.text.normalise import printable

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
class Timex:
    """A time expression with its ISO-TimeML value, e.g. ("on Wednesday", DATE, 2022-03-23).

    `rule` names the lexicon rule; `derivation` says in one sentence, for people, how the value came about.
    `relative` is True where the value was computed from the publication day or from another date.
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
    headline: str = ""
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


@dataclass(frozen=True, slots=True)
class Notice:
    """One clear line about the input. `refused` is True where something was left out because of it."""

    where: str
    message: str
    refused: bool = False

    def __str__(self) -> str:
        return printable(f"{self.where}: {self.message}")
