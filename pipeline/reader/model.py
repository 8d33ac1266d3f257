"""The reader at work: passages in, readings out. `onnxruntime` and `tokenizers`; no network and no torch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from pipeline.reader.labels import (
    ARGUMENTS,
    FIRST_MODALITY,
    KINDS,
    MODALITIES,
    ROLES,
    SECOND_KIND,
    SECOND_MODALITY,
    TRIGGERS,
    TYPES,
)
from pipeline.reader.readings import ActReading, Span, without_titles
from pipeline.reader.spans import Scores, Tagged, decode, propose, softmax
from pipeline.reader.windows import (
    OPEN,
    TARGET,
    Passage,
    Window,
    cut_parts,
    first_window,
    load_tokenizer,
    second_window,
)

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
_BATCH = 16
Scorer = Callable[[Sequence[Window]], list[Scores]]


@dataclass(frozen=True, slots=True)
class Limits:
    """From which probability on the reader speaks; chosen on passages outside training."""

    trigger: float = 0.2
    """A word that pass 1 takes for a trigger: pass 2 judges again, so this is low."""
    act: float = 0.65
    """An act by both passes together."""
    argument: float = 0.3


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word that pass 1 took for a trigger, what it said of its modality, and the window in which pass 2 judges it."""

    trigger: Tagged
    modality: Scores
    window: Window


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads passages in batches; `score` gives the network's scores of windows."""

    tokenizer: "Tokenizer"
    score: Scorer
    limits: Limits = Limits()

    def read(self, passages: Sequence[Passage]) -> list[tuple[ActReading, ...]]:
        """The acts of each passage's sentence, in reading order."""
        parts = [cut_parts(self.tokenizer, passage) for passage in passages]
        firsts = [first_window(part) for part in parts]
        asked: list[tuple[int, _Asked]] = []
        for i, (first, scores) in enumerate(zip(firsts, self.score(firsts), strict=True)):
            for trigger in propose(first, scores[:, TRIGGERS], TYPES, self.limits.trigger):
                if trigger.part == TARGET:
                    window = second_window(parts[i], (trigger.start, trigger.end))
                    asked.append((i, _Asked(trigger, softmax(scores[trigger.at, FIRST_MODALITY]), window)))
        found: list[list[ActReading]] = [[] for _ in passages]
        answers = self.score([one.window for _, one in asked])
        for (i, one), scores in zip(asked, answers, strict=True):
            reading = _reading(passages[i], one, scores, self.limits)
            if reading:
                found[i].append(reading)
        return [tuple(readings) for readings in found]


@lru_cache(maxsize=1)
def load_reader(weights: Path = WEIGHTS) -> Reader | None:
    """The reader, or None where its weights are missing: then the rules work alone."""
    model, vocabulary = weights / "reader.onnx", weights / "tokenizer.json"
    if not (model.exists() and vocabulary.exists()):
        return None
    return Reader(load_tokenizer(str(vocabulary)), onnx_scorer(model))


def onnx_scorer(path: Path, threads: int = 1) -> Scorer:
    """Scores by a stored network; one thread, since a build reads articles in several processes."""
    import onnxruntime  # loaded only where there are weights: it takes a tenth of a second

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(ids: Scores, mask: Scores, kinds: Scores) -> Scores:
        scores: Scores = session.run(None, {"ids": ids, "mask": mask, "kinds": kinds})[0]
        return scores

    return batched(run)


def batched(run: Callable[[Scores, Scores, Scores], Scores]) -> Scorer:
    """A scorer from a function over padded batches: windows of like length go together."""

    def score(windows: Sequence[Window]) -> list[Scores]:
        scores: dict[int, Scores] = {}
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
        for at in range(0, len(order), _BATCH):
            batch = order[at : at + _BATCH]
            length = max(len(windows[i].ids) for i in batch)
            ids = _padded([windows[i].ids for i in batch], length)
            kinds = _padded([windows[i].kinds for i in batch], length)
            given = run(ids, (ids != 0).astype(np.int64), kinds)
            scores |= {i: given[row, : len(windows[i].ids)] for row, i in enumerate(batch)}
        return [scores[i] for i in range(len(windows))]

    return score


def _padded(rows: Sequence[Sequence[int]], length: int) -> Scores:
    return np.array([[*row, *[0] * (length - len(row))] for row in rows], dtype=np.int64)


def _reading(passage: Passage, asked: _Asked, scores: Scores, limits: Limits) -> ActReading | None:
    trigger, window = asked.trigger, asked.window
    mark = window.ids.index(OPEN) if OPEN in window.ids else 0
    first = np.array([max(0.0, 1.0 - sum(trigger.shares)), *trigger.shares])
    second = softmax(scores[mark, SECOND_KIND])
    kinds = _joined(first, second)
    if 1 - kinds[0] < limits.act:
        return None
    best = int(kinds[1:].argmax()) + 1
    modalities = _joined(asked.modality, softmax(scores[mark, SECOND_MODALITY]))
    spans = decode(window, scores[:, ARGUMENTS], ROLES, limits.argument)
    by_role = {role: [_span(passage, tagged) for tagged in spans if tagged.label == role] for role in ROLES}
    return ActReading(
        type=KINDS[best],
        type_probability=float(kinds[best]),
        modality=MODALITIES[int(modalities.argmax())],
        modality_probability=float(modalities.max()),
        told=float(modalities[MODALITIES.index("happened")] + modalities[MODALITIES.index("alleged")]),
        first=float(first[best]),
        second=float(second[best]),
        trigger=_span(passage, trigger),
        persons=without_titles(passage, by_role["person"]),
        **{role: max(by_role[role], key=lambda span: span.probability, default=None) for role in ROLES[1:]},
    )


def _joined(first: Scores, second: Scores) -> Scores:
    """The two passes' probabilities as one: their geometric mean, scaled to one."""
    both = np.sqrt(np.maximum(first, 1e-6) * np.maximum(second, 1e-6))
    joined: Scores = both / both.sum()
    return joined


def _span(passage: Passage, tagged: Tagged) -> Span:
    text = passage.part(tagged.part)[tagged.start : tagged.end]
    return Span(tagged.part, tagged.start, tagged.end, text, tagged.probability)
