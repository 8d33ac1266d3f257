"""From scores to spans of literal text.

A word's label is that of its first piece, and a span always ends with a word: "Pete He" for "Pete Hegseth" cannot
happen. A word belongs to a span when begin and inside of one label together reach the threshold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.reader.windows import Piece, Window

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words with one label: the part of the passage, the offsets in it, and how sure the network is.

    `at` is the window's piece where it begins; `shares` gives the probability of each label at that piece.
    """

    part: int
    start: int
    end: int
    label: str
    probability: float
    at: int
    shares: tuple[float, ...]


def softmax(scores: Scores) -> Scores:
    """Scores to probabilities along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Scores = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def decode(window: Window, scores: Scores, labels: Sequence[str], threshold: float) -> list[Tagged]:
    """The labelled spans of a window, in reading order; `scores`: outside, then begin and inside of each label."""
    shares = softmax(scores)
    found: list[Tagged] = []
    for at, part, start, end in _words(window):
        begin, inside = shares[at, 1::2], shares[at, 2::2]
        best = int((begin + inside).argmax())
        probability = float(begin[best] + inside[best])
        if probability < threshold:
            continue
        last = found[-1] if found else None
        if last and last.label == labels[best] and inside[best] > begin[best] and _touch(window, last, at, part):
            found[-1] = replace(last, end=end, probability=min(last.probability, probability))
        else:
            both = tuple(float(share) for share in begin + inside)
            found.append(Tagged(part, start, end, labels[best], probability, at, both))
    return found


def propose(window: Window, scores: Scores, labels: Sequence[str], threshold: float) -> list[Tagged]:
    """Words that may be triggers, one span for neighbours; each stands for its surest word.

    A neighbour with less than half of the surest word's probability is left outside ("abruptly" before "resigned").
    """
    runs: list[list[Tagged]] = []
    for word in decode(window, _begun(scores), labels, 0.0):
        if sum(word.shares) < threshold:
            continue
        if runs and _touch(window, runs[-1][-1], word.at, word.part):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_surest(run) for run in runs]


def _begun(scores: Scores) -> Scores:
    """Scores in which every word begins a span of its own: inside is counted to begin."""
    begun = scores.copy()
    begun[:, 1::2] = np.logaddexp(scores[:, 1::2], scores[:, 2::2])
    begun[:, 2::2] = -1e4
    return begun


def _surest(run: Sequence[Tagged]) -> Tagged:
    best = max(range(len(run)), key=lambda i: sum(run[i].shares))
    least = sum(run[best].shares) / 2
    first = last = best
    while first and sum(run[first - 1].shares) >= least:
        first -= 1
    while last + 1 < len(run) and sum(run[last + 1].shares) >= least:
        last += 1
    return replace(run[best], start=run[first].start, end=run[last].end)


def _words(window: Window) -> Iterator[tuple[int, int, int, int]]:
    """Each whole word of a window: its first piece, part, start and end."""
    at: int | None = None
    for i, piece in enumerate([*window.pieces, None]):
        if piece and not piece[1].first and at is not None:
            continue
        if at is not None:
            part, first = _piece_at(window, at)
            yield at, part, first.start, _piece_at(window, i - 1)[1].end
        at = i if piece and piece[1].first else None


def _touch(window: Window, last: Tagged, at: int, part: int) -> bool:
    """Whether no word stands between a span and the word at `at`; the marks of a trigger are no words."""
    if last.part != part:
        return False
    between = [piece for piece in window.pieces[last.at : at] if piece]
    return not between or between[-1][1].end == last.end


def _piece_at(window: Window, at: int) -> tuple[int, Piece]:
    piece = window.pieces[at]
    assert piece is not None
    return piece
