"""Compares readings with the annotation: which are right, and the figures that follow."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.reader.readings import ActReading, names_of, plain_surname
from pipeline.reader.train.passages import MODALITY_OF, TYPE_OF, Row, find, passage_of
from pipeline.reader.windows import Passage

_CLOSE = (frozenset(("resignation", "dismissal")), frozenset(("resignation", "defection")))
TOLD = ("happened", "alleged")


Choice = Callable[[Passage, ActReading], tuple[str, ...]]
"""The persons that a reading names."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading beside the annotated event of its type and words, if there is one."""

    reading: ActReading
    names: tuple[str, ...]
    event: Row | None
    right: bool
    """Type, words and person are right."""
    named_right: bool
    """A public statement of this person and act would be true."""


def surest_names(passage: Passage, reading: ActReading) -> tuple[str, ...]:
    """A choice before there is a calibration: the surest name, and those nearly as sure."""
    names = names_of(passage, reading)
    return tuple(named.name for named in names if named.probability >= max(0.4, 0.9 * names[0].probability))


def judge_readings(row: Row, readings: Sequence[ActReading], choice: Choice = surest_names) -> list[Judged]:
    """Each reading takes the first event of its type whose words it meets, and no event is taken twice."""
    taken: set[int] = set()
    judged = []
    for reading in readings:
        names = choice(passage_of(row), reading)
        events = [i for i, event in enumerate(row["e"]) if i not in taken and _typed(row, event, reading)]
        event = row["e"][events[0]] if events else None
        taken |= set(events[:1])
        right = event is not None and _same(event, names)
        judged.append(Judged(reading, names, event, right, is_true(row, reading, names)))
    return judged


def figures(rows: Sequence[Row], judged: Sequence[Sequence[Judged]]) -> dict[str, Any]:
    """Precision, recall and F1 in percent, and what is right of the matched."""
    count = Counter(gold=sum(len(row["e"]) for row in rows), found=sum(map(len, judged)))
    for one in (one for some in judged for one in some):
        if one.event:
            count["typed"] += 1
            count["right"] += one.right
            count["modality"] += MODALITY_OF[one.event["m"]] == one.reading.modality
    both = count["gold"] + count["found"]
    return {
        "gold": count["gold"],
        "found": count["found"],
        "typed F1": round(200 * count["typed"] / max(both, 1), 1),
        "right P": round(100 * count["right"] / max(count["found"], 1), 1),
        "right R": round(100 * count["right"] / max(count["gold"], 1), 1),
        "right F1": round(200 * count["right"] / max(both, 1), 1),
        "modality": round(100 * count["modality"] / max(count["typed"], 1), 1),
    }


def public(judged: Judged) -> bool:
    """Whether a reading would be a statement about a named person: told as done, and no appointment."""
    return bool(judged.names) and judged.reading.modality in TOLD and judged.reading.type != "appointment"


def _typed(row: Row, event: Row, reading: ActReading) -> bool:
    words = find(row["target"], event.get("t"))
    meets = words is not None and words[0] < reading.trigger.end and reading.trigger.start < words[1]
    return meets and TYPE_OF[event["y"]] == reading.type


def _same(event: Row, names: Sequence[str]) -> bool:
    want, got = {plain_surname(name) for name in event.get("p", [])}, {plain_surname(name) for name in names}
    return bool(want & got) if want or got else True


def is_true(row: Row, reading: ActReading, names: Sequence[str]) -> bool:
    """Whether the passage tells an act of this type, or one close to it, of one of these persons as done."""
    got = {plain_surname(name) for name in names}
    return any(
        MODALITY_OF[event["m"]] in TOLD
        and (TYPE_OF[event["y"]] == reading.type or frozenset((TYPE_OF[event["y"]], reading.type)) in _CLOSE)
        and bool({plain_surname(name) for name in event.get("p", [])} & got)
        for event in row["e"]
    )
