"""Annotated passages, and the labels of their windows."""

import hashlib
import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from pipeline.reader.candidate_sentences import find_cue_words
from pipeline.reader.labels import KINDS, MODALITIES, NONE, ROLE_TAGS, TRIGGER_TAGS, TYPES
from pipeline.reader.windows import CONTEXT, TARGET, Parts, Passage, Window, cut_parts, first_window, second_window

TYPE_OF = dict(zip("RDLTFA", TYPES, strict=True))
MODALITY_OF = dict(zip("hpanx", MODALITIES, strict=True))
IGNORE = -100
Row = dict[str, Any]
Spot = tuple[int, int, int, str]
"""Part, start, end, label."""


@dataclass(frozen=True, slots=True)
class Example:
    """A window and what the network should say: a tag a piece, and single answers at single pieces."""

    window: Window
    tags: list[int]
    modality: dict[int, int] = field(default_factory=dict)
    kind: dict[int, int] = field(default_factory=dict)

    @property
    def second(self) -> bool:
        return bool(self.kind)


def fold(row: Row) -> int:
    """The sixth of the articles that a passage belongs to: 0 is set aside for ever, 1 is for choosing."""
    return int(hashlib.sha1(row["aid"].encode()).hexdigest(), 16) % 6


def load_rows(path: Path) -> list[Row]:
    """All annotated passages but those set aside."""
    with path.open(encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if fold(row)]


def passage_of(row: Row) -> Passage:
    return Passage(row["target"], row.get("before") or "", row.get("title") or "", row.get("lead") or "")


def make_examples(rows: Iterable[Row], tokenizer: Tokenizer, seed: int, negatives: float) -> list[Example]:
    """Windows of both passes; `negatives`: the share of passages that also give a cue word that is no trigger."""
    chance, examples = random.Random(seed), []
    for row in rows:
        passage = passage_of(row)
        parts = cut_parts(tokenizer, passage)
        examples.append(_first(row, passage, parts))
        examples += [_second(event, passage, parts) for event in row["e"] if find(passage.target, event.get("t"))]
        if (cue := _no_trigger(row, chance)) and chance.random() < negatives:
            window = second_window(parts, cue)
            examples.append(Example(window, [IGNORE] * len(window.ids), kind={_mark(window): KINDS.index(NONE)}))
    return examples


def find(text: str, words: str | None) -> tuple[int, int] | None:
    """Where annotated words stand in a text."""
    start = text.find(words) if words else -1
    return (start, start + len(words)) if words and start >= 0 else None


def _first(row: Row, passage: Passage, parts: Parts) -> Example:
    window, spots, modality = first_window(parts), [], {}
    for event in row["e"]:
        if trigger := find(passage.target, event.get("t")):
            spots.append((TARGET, *trigger, TYPE_OF[event["y"]]))
            at = next((i for i, piece in enumerate(window.pieces) if _inside(piece, spots[-1])), None)
            if at is not None:
                modality[at] = MODALITIES.index(MODALITY_OF[event["m"]])
    tags = _tags(window, spots, TRIGGER_TAGS)
    read = [tag if piece and piece[0] == TARGET else IGNORE for tag, piece in zip(tags, window.pieces, strict=True)]
    return Example(window, read, modality)


def _second(event: Row, passage: Passage, parts: Parts) -> Example:
    trigger = find(passage.target, event["t"])
    assert trigger
    window = second_window(parts, trigger)
    spots = [spot for name in event.get("p", []) for spot in _mentions(passage, name)]
    if words := find(passage.target, event.get("k")):
        spots.append((TARGET, *words, "person"))
    for letter, role in (("r", "post"), ("d", "date"), ("l", "country")):
        found = ((part, find(passage.part(part), event.get(letter))) for part in (TARGET, 1, CONTEXT))
        spots += next(([(part, *words, role)] for part, words in found if words), [])
    mark = _mark(window)
    return Example(
        window,
        _tags(window, spots, ROLE_TAGS),
        {mark: MODALITIES.index(MODALITY_OF[event["m"]])},
        {mark: KINDS.index(TYPE_OF[event["y"]])},
    )


def _mark(window: Window) -> int:
    """The mark before the trigger; where the cut took the trigger away, the first."""
    opened = [i for i, piece in enumerate(window.pieces) if piece is None and window.ids[i] == 1]
    return opened[0] if opened else 0


def _no_trigger(row: Row, chance: random.Random) -> tuple[int, int] | None:
    triggers = [words for event in row["e"] if (words := find(row["target"], event.get("t")))]
    cues = [cue for cue in find_cue_words(row["target"]) if not any(cue[0] < b and a < cue[1] for a, b in triggers)]
    return chance.choice(cues) if cues else None


def _mentions(passage: Passage, name: str) -> list[Spot]:
    """Every mention of the full name, and of the surname alone."""
    words = name.split()
    forms = [name, words[-1]] if words and len(words[-1]) > 2 else [name]
    return [
        (part, *match.span(), "person")
        for form in forms
        for part in (CONTEXT, 1, TARGET)
        for match in re.finditer(rf"\b{re.escape(form)}\b", passage.part(part))
    ]


def _inside(piece: Any, spot: Spot) -> bool:
    return bool(piece) and piece[0] == spot[0] and piece[1].start < spot[2] and piece[1].end > spot[1]


def _tags(window: Window, spots: list[Spot], names: tuple[str, ...]) -> list[int]:
    tags = [IGNORE if piece is None else 0 for piece in window.pieces]
    for spot in spots:
        first = True
        for i, piece in enumerate(window.pieces):
            if _inside(piece, spot) and not tags[i]:
                tags[i] = names.index(("B-" if first else "I-") + spot[3])
                first = False
    return tags
