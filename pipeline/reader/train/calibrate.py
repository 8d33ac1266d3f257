"""Fits the calibration on passages that the network never learned from; each is judged by a fit without its article."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.reader.calibration import FEATURES, Calibration, Logistic, features
from pipeline.reader.readings import ActReading, Named, names_of, plain_surname
from pipeline.reader.train.passages import Row, find, passage_of
from pipeline.reader.train.score import TOLD, Judged, figures, is_true, judge_readings, public
from pipeline.reader.windows import Passage

Numbers = NDArray[np.float64]
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """A reading and a person in it: is it this person (None where no act is annotated), is the statement true."""

    fold: int
    values: tuple[float, ...]
    person: bool | None
    told: bool
    true: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """What the public would see of a reading: how sure, is it true, and is it one of the annotated events."""

    confidence: float
    true: bool
    right: bool


def calibrate(rows: Sequence[Row], read: Sequence[Sequence[ActReading]], want: float = 0.95) -> dict[str, Any]:
    """The stored model, and its figures on statements that were each judged without their own article."""
    pairs = [pair for row, some in zip(rows, read, strict=True) for reading in some for pair in _pairs(row, reading)]
    without = [_fit([pair for pair in pairs if pair.fold != fold]) for fold in range(_FOLDS)]
    best = max(np.arange(0.2, 0.71, 0.05), key=lambda named: _judged(rows, read, without, float(named))[1]["right F1"])
    judged, found = _judged(rows, read, without, float(best))
    told = sum(event["m"] in "ha" for row in rows for event in row["e"])
    statements = [one for row, some in zip(rows, judged, strict=True) for one in _statements(row, some, without)]
    limit, shown = _limit(statements, told, want)
    fitted = _fit(pairs)
    return {
        "person": _stored(fitted.person),
        "statement": _stored(fitted.statement),
        "named": round(float(best), 2),
        "public": limit,
        "figures": found | shown | {"reliability": _reliability(statements)},
    }


def fold_of(row: Row) -> int:
    """By article, so that no article speaks for itself."""
    return int(hashlib.sha1((row["aid"] + " calibration").encode()).hexdigest(), 16) % _FOLDS


def fit_logistic(values: Numbers, answers: Numbers, penalty: float = 1.0) -> Logistic:
    """A logistic model with a penalty on large weights, by Newton's steps."""
    inputs = np.hstack([values, np.ones((len(values), 1))])
    ridge = penalty * np.diag([1.0] * values.shape[1] + [0.0])
    weights = np.zeros(inputs.shape[1])
    for _ in range(50):
        given = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (given - answers) + ridge @ weights
        curve = (inputs * (given * (1 - given))[:, None]).T @ inputs + ridge + 1e-6 * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return Logistic(tuple(map(float, weights[:-1])), float(weights[-1]))


def write_calibration(path: Path, stored: dict[str, Any]) -> None:
    path.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _pairs(row: Row, reading: ActReading) -> list[Pair]:
    names = names_of(passage_of(row), reading)
    events = [event for event in row["e"] if _meets(row, event, reading)]
    people = {plain_surname(name) for event in events for name in event.get("p", [])} if events else None
    return [
        Pair(
            fold_of(row),
            features(reading, named, names),
            None if people is None else plain_surname(named.name) in people,
            reading.modality in TOLD,
            is_true(row, reading, (named.name,)),
        )
        for named in names
    ]


def _meets(row: Row, event: Row, reading: ActReading) -> bool:
    words = find(row["target"], event.get("t"))
    return words is not None and words[0] < reading.trigger.end and reading.trigger.start < words[1]


def _fit(pairs: Sequence[Pair]) -> Calibration:
    who = [pair for pair in pairs if pair.person is not None]
    said = [pair for pair in pairs if pair.told]
    person = fit_logistic(np.array([p.values for p in who]), np.array([float(bool(p.person)) for p in who]))
    statement = fit_logistic(np.array([p.values for p in said]), np.array([float(p.true) for p in said]))
    return Calibration(person, statement, 0.5, 1.0)


def _judged(
    rows: Sequence[Row], read: Sequence[Sequence[ActReading]], models: Sequence[Calibration], named: float
) -> tuple[list[list[Judged]], dict[str, Any]]:
    """Every passage by the model that never saw its article."""
    judged = []
    for row, some in zip(rows, read, strict=True):
        model = Calibration(models[fold_of(row)].person, models[fold_of(row)].statement, named, 1.0)

        def choice(passage: Passage, reading: ActReading, model: Calibration = model) -> tuple[str, ...]:
            return tuple(person.name for person, _ in model.persons(passage, reading))

        judged.append(judge_readings(row, some, choice))
    return judged, figures(rows, judged)


def _statements(row: Row, judged: Sequence[Judged], models: Sequence[Calibration]) -> list[Statement]:
    """One statement a person: each is a claim of its own about somebody."""
    model, passage = models[fold_of(row)], passage_of(row)
    return [
        Statement(
            model.confidence(passage, one.reading, named),
            is_true(row, one.reading, (named.name,)),
            bool(one.right and one.event and one.event["m"] in "ha" and named.name == one.names[0]),
        )
        for one in judged
        if public(one)
        for named in _of(passage, one)
    ]


def _of(passage: Passage, one: Judged) -> list[Named]:
    return [named for named in names_of(passage, one.reading) if named.name in one.names]


def _limit(statements: Sequence[Statement], told: int, want: float) -> tuple[float, dict[str, Any]]:
    """The lowest confidence above which public statements are right often enough."""
    order = sorted(statements, key=lambda one: -one.confidence)
    true = np.cumsum([one.true for one in order])
    good = [n for n in range(1, len(order) + 1) if true[n - 1] >= want * n]
    if not good:
        return 1.0, {"public named": 0, "public right": None, "public recall": 0.0}
    n = good[-1]
    return round(order[n - 1].confidence, 4), {
        "public named": n,
        "public right": round(100 * float(true[n - 1]) / n, 1),
        "public recall": round(100 * sum(one.right for one in order[:n]) / max(told, 1), 1),
    }


def _reliability(statements: Sequence[Statement]) -> list[dict[str, float]]:
    """Ten steps of confidence: how many statements, what they promise, what they keep."""
    steps = []
    for low in range(10):
        inside = [one for one in statements if low <= min(int(one.confidence * 10), 9) < low + 1]
        if inside:
            said = sum(one.confidence for one in inside) / len(inside)
            right = sum(one.true for one in inside) / len(inside)
            steps.append({"n": len(inside), "said": round(said, 3), "right": round(right, 3)})
    return steps


def _stored(model: Logistic) -> dict[str, float]:
    weights = {name: round(weight, 4) for name, weight in zip(FEATURES, model.weights, strict=True)}
    return weights | {"bias": round(model.bias, 4)}
