"""Identifiers that can be read, and that stay: an event that shares evidence with one of the last build keeps its."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.models import EventDate
from pipeline.text.normalise import slug


@dataclass(frozen=True, slots=True)
class Previous:
    """What the last build called things.

    `events`: (article_id, type of act, quote) → every event_id that rests on it.
    `former`: merged-away event_id → its successor. `people`: every spelling of a name → person_id.
    """

    events: Mapping[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)
    former: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)


Passages = Sequence[tuple[str, str, str]]


def keep_identifiers(
    passages: Sequence[Passages], natural: Sequence[str], previous: Previous
) -> tuple[list[str], list[tuple[str, ...]]]:
    """For each event its identifier of the last build ("" for a new one), and the identifiers that were merged into it.

    Where two events claim one identifier, the one with more of its passages keeps it, then the one that would be
    called so today (`natural`): two people may leave in one sentence.
    """
    shares = [Counter(old for p in set(own) for old in previous.events.get(p, ())) for own in passages]
    claims = sorted(
        (-n, not old.startswith(natural[i]), old, i) for i, share in enumerate(shares) for old, n in share.items()
    )
    kept, owner = [""] * len(passages), {}
    for *_, old, i in claims:
        if not kept[i] and old not in owner:
            kept[i], owner[old] = old, i
    merged: dict[int, set[str]] = defaultdict(set)
    for *_, old, i in claims:
        if old not in owner:
            owner[old] = i
            merged[i].add(old)
    for former, successor in previous.former.items():
        if successor in owner and former not in kept:
            merged[owner[successor]].add(former)
    return kept, [tuple(sorted(merged[i])) for i in range(len(passages))]


def natural_identifier(kind: str, subject: str, when: EventDate) -> str:
    """What an event would be called if nobody else were called so: who or where, what, when.

    >>> from datetime import date
    >>> may = EventDate(date(2024, 5, 1), date(2024, 5, 31), "month", "stated")
    >>> natural_identifier("resignation", "Aino Virtanen", may)
    'aino-virtanen-resignation-2024-05'
    """
    parts = [slug(subject)[:48].strip("-"), slug(kind), _when(when)]
    return "-".join(part for part in parts if part)


def free(name: str, taken: Iterable[str]) -> str:
    """The name, or the name with the first number from 2 that makes it new."""
    taken = taken if isinstance(taken, (set, frozenset, dict)) else set(taken)
    number, candidate = 1, name
    while candidate in taken:
        number += 1
        candidate = f"{name}-{number}"
    return candidate


def _when(when: EventDate) -> str:
    day = when.start or when.end
    if day is None:
        return "undated"
    length = {"year": 4, "month": 7, "season": 7}.get(when.precision, 10)
    return day.isoformat()[:length]
