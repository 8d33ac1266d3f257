"""From the mentions of one event to its values: which one is shown, and how sure it is. The others stay as evidence."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from pipeline.merge.subjects import Subject
from pipeline.models import Claim, EventDate
from pipeline.text.normalise import for_comparing

_CLASS: Final = {"own_statement": 0, "official": 1, "named_source": 2, "reporter": 3, "unnamed_source": 4}
_CONFIDENCE: Final = {"confirmed": 0.9, "reported": 0.7, "planned": 0.6, "alleged": 0.4, "disputed": 0.4, "denied": 0.2}
PARTISAN: Final = {"military"}
"""Categories in which an official body is a party to what it tells: its word alone is an allegation."""


def choose_date(subjects: Sequence[Subject]) -> tuple[EventDate, str]:
    """The date to show and, where others disagree, one sentence that says why this one.

    A date in the text beats the publication day, a calendar date beats a computed one where they contradict each other,
    and of dates that agree the finest wins.
    """
    dates = sorted((s.mention.date for s in subjects if s.mention.modality != "denied"), key=_surest)
    dates = dates or sorted((s.mention.date for s in subjects), key=_surest)
    best = dates[0]
    if best.basis == "reported":
        best = min((d for d in dates if d.basis == "reported"), key=lambda d: (d.end or date.max, d.text))
    finer = [d for d in dates if d.worded and d.overlaps(best)]
    if best.worded:
        best = min(finer, key=lambda d: (d.days, _surest(d)))
    others = sorted({d.text for d in dates if d.worded and not d.overlaps(best)})
    if not others:
        return best, ""
    return best, f"Chosen over {', '.join(f'“{o}”' for o in others)}: {_why(best, dates)}."


def _surest(d: EventDate) -> tuple[tuple[int, float], str, str]:
    return d.rank, (d.start or d.end or date.max).isoformat(), d.text


def _why(best: EventDate, dates: Sequence[EventDate]) -> str:
    if best.basis == "stated" and any(d.basis == "relative" for d in dates):
        return "it is a calendar date in the text, the other is computed from the publication day"
    return "it is the finer of the two"


def choose_status(subjects: Sequence[Subject]) -> str:
    """The status of the vocabulary, from who says what.

    Two origins confirm one another only where their dates agree: a contradiction is no corroboration.
    """
    told = [s for s in subjects if s.mention.modality != "denied"]
    denied = len(told) < len(subjects) or any(c.field == "denial" for s in subjects for c in s.mention.claims)
    if denied:
        return "disputed" if told else "denied"
    if all(s.mention.modality == "planned" for s in told):
        return "planned"
    facts = [s for s in told if s.mention.modality == "happened" and not _alleged(s)]
    if not facts:
        return "alleged"
    return "confirmed" if any(map(_vouched, facts)) or _corroborated(facts) else "reported"


def _alleged(s: Subject) -> bool:
    by_party = s.mention.category in PARTISAN and s.mention.evidence_class == "official"
    return s.mention.evidence_class == "unnamed_source" or by_party


def _vouched(s: Subject) -> bool:
    sure = ("own_statement", "official")
    return s.mention.evidence_class in sure or any(
        c.field == "confirmation" and c.evidence_class in sure for c in s.mention.claims
    )


def _corroborated(facts: Sequence[Subject]) -> bool:
    return any(a.origin != b.origin and a.mention.date.overlaps(b.mention.date) for a in facts for b in facts[1:])


def choose_motive(subjects: Sequence[Subject]) -> Claim | None:
    """The reason to show: the person's own words, then an official's, then another's; None where none is given."""
    given = [s.mention for s in subjects if s.mention.motive]
    if not given:
        return None
    best = min(given, key=lambda m: _CLASS[m.motive_class or m.evidence_class])
    return Claim(
        "motive", best.motive, best.start, best.end, best.motive_speaker, best.motive_class or best.evidence_class
    )


def choose_words(values: Sequence[str]) -> str:
    """The wording that most mentions use; of equally frequent ones the most detailed, then the first by alphabet.

    >>> choose_words(["envoy", "climate envoy", "envoy", ""])
    'envoy'
    """
    counts = Counter(for_comparing(v) for v in values if v)
    given = [v for v in values if v]
    return min(given, key=lambda v: (-counts[for_comparing(v)], -len(v), v)) if given else ""


def surest_first(subjects: Sequence[Subject]) -> list[Subject]:
    """Mentions in the order in which they are quoted: the best-placed speaker first, named before unnamed, then as
    read."""
    return sorted(
        subjects,
        key=lambda s: (
            not s.persons,
            _CLASS[s.mention.evidence_class],
            _surest(s.mention.date),
            s.mention.article_id,
            s.mention.start,
        ),
    )


def confidence(status: str, origins: int, when: EventDate) -> float:
    """0 to 1, for sorting: status sets it, a second and third origin raise it, a missing date lowers it."""
    score = _CONFIDENCE[status] + 0.05 * min(origins - 1, 2) - (0.1 if when.precision == "unknown" else 0.0)
    return max(0.0, min(1.0, score))
