"""A reading: one act that the reader found in a sentence, with everything that it says of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reader.windows import TARGET, Passage, name_runs
from pipeline.reader.word_lists import load_lists

_FAR = 300
_POSSESSIVE = re.compile(r"['’]s?$")
_PRONOUNS = frozenset(("he", "she", "they", "him", "her", "them", "his", "their", "i", "you", "we", "who", "it"))
_NO_NAME = frozenset(load_lists("names")["never"])


@dataclass(frozen=True, slots=True)
class Span:
    """Literal text: `passage.part(part)[start:end] == text`, and how sure the reader is of it."""

    part: int
    start: int
    end: int
    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class ActReading:
    """One act. `first` and `second`: what each pass gives for the type; the other probabilities join both passes."""

    type: str
    type_probability: float
    modality: str
    modality_probability: float
    told: float
    """Probability that the text tells it as done (happened or alleged)."""
    first: float
    second: float
    trigger: Span
    persons: tuple[Span, ...] = ()
    """Every mention of who acts or is acted upon: names, pronouns, descriptions."""
    post: Span | None = None
    date: Span | None = None
    country: Span | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A person among the mentions, by the fullest form in the passage."""

    name: str
    probability: float
    """Of the surest mention."""
    in_sentence: float
    """Of the surest mention in the sentence itself; 0 where there is none."""
    mentions: int
    near: int
    """Characters between the trigger and the nearest mention in the sentence; 300 where there is none."""
    before: bool
    """Whether that mention stands before the trigger."""


def plain_surname(name: str) -> str:
    """The last word of a name, without possessive and case.

    >>> plain_surname("Ana Ruiz's")
    'ruiz'
    """
    words = name.split()
    return _POSSESSIVE.sub("", words[-1]).lower() if words else ""


def names_of(passage: Passage, reading: ActReading) -> tuple[Named, ...]:
    """The names among the mentions, surest first, each in its fullest form in the passage.

    Mentions with one surname are one person; a given name alone stands for the only full name that begins with it.
    """
    full = _full_names(passage)
    groups: dict[str, list[tuple[str, Span]]] = {}
    for span in reading.persons:
        name = _fullest(passage, span, full)
        if is_name(name):
            groups.setdefault(plain_surname(name), []).append((name, span))
    found = [_named([name for name, _ in group], [span for _, span in group], reading) for group in groups.values()]
    return tuple(sorted(found, key=lambda named: -named.probability))


def _named(names: Sequence[str], spans: Sequence[Span], reading: ActReading) -> Named:
    inside = [span for span in spans if span.part == TARGET]
    trigger = reading.trigger
    gaps = [(max(trigger.start - span.end, span.start - trigger.end, 0), span.start < trigger.start) for span in inside]
    near, before = min(gaps, default=(_FAR, False))
    surest = max(span.probability for span in spans)
    within = max((span.probability for span in inside), default=0.0)
    return Named(max(names, key=len), surest, within, len(spans), near, before)


def described(reading: ActReading) -> float:
    """How sure the reader is of the surest mention in the sentence that is no name and no pronoun ("two governors")."""
    mentions = (
        s for s in reading.persons if s.part == TARGET and not is_name(s.text) and s.text.lower() not in _PRONOUNS
    )
    return max((span.probability for span in mentions), default=0.0)


def _full_names(passage: Passage) -> tuple[frozenset[tuple[int, int, int]], tuple[str, ...]]:
    runs = [(part, *run) for part in range(3) for run in name_runs(passage.part(part))]
    return frozenset(runs), tuple({_POSSESSIVE.sub("", passage.part(part)[start:end]) for part, start, end in runs})


def _fullest(passage: Passage, span: Span, full: tuple[frozenset[tuple[int, int, int]], tuple[str, ...]]) -> str:
    runs, names = full
    around = [r for r in runs if r[0] == span.part and r[1] < span.end and span.start < r[2]]
    if around:
        part, start, end = max(around, key=lambda r: r[2] - r[1])
        return _POSSESSIVE.sub("", passage.part(part)[start:end])
    word = _POSSESSIVE.sub("", span.text)
    same = [name for name in names if plain_surname(name) == word.lower()] or [n for n in names if n.split()[0] == word]
    return max(same, key=len) if len({plain_surname(name) for name in same}) == 1 else word


def is_name(text: str) -> bool:
    """Whether words may be a person's name: they begin and end with a capital and end in no post or pronoun.

    >>> is_name("Kenji Ito"), is_name("He"), is_name("the minister"), is_name("Prime Minister")
    (True, False, False, False)
    """
    words = text.split()
    if not words or not (words[0][:1].isupper() and words[-1][:1].isupper()):
        return False
    return plain_surname(text) not in _NO_NAME and words[0].lower() not in _NO_NAME - {"mr", "mrs", "ms", "dr", "sir"}


def without_titles(passage: Passage, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Mentions without those that only introduce the next one ("Health Minister" before "Ana Ruiz")."""
    starts = {(span.part, span.start) for span in spans}
    kept = []
    for span in spans:
        text = passage.part(span.part)
        following = span.end + len(text[span.end :]) - len(text[span.end :].lstrip())
        if following == span.end or (span.part, following) not in starts:
            kept.append(span)
    return tuple(kept)
