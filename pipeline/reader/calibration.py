"""How far a reading may be trusted: the probability that act, type and person are right.

A logistic model over what the reader says of itself, fitted on passages that it never learned from
(`pipeline.reader.train`). `calibration.json` beside the weights holds it.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.reader.model import WEIGHTS
from pipeline.reader.readings import ActReading, Named, described, names_of
from pipeline.reader.windows import Passage

FEATURES = (
    "first",
    "second",
    "type",
    "told",
    "modality",
    "person",
    "in_sentence",
    "rival",
    "described",
    "mentions",
    "near",
    "before",
    "appointment",
)


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights of the features and a bias."""

    weights: tuple[float, ...]
    bias: float

    def probability(self, values: Sequence[float]) -> float:
        total = self.bias + sum(weight * value for weight, value in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Two answers about a person in a reading: is it this person (`person`), and is the statement true (`statement`).

    `named`: the probability from which a person is named. `public`: the confidence from which 95 of 100 were right.
    """

    person: Logistic
    statement: Logistic
    named: float
    public: float

    def persons(self, passage: Passage, reading: ActReading) -> tuple[tuple[Named, float], ...]:
        """Who it is, likeliest first; nobody where no name is likely enough: doubt about who makes it unnamed.

        A second person needs to be likelier than not.
        """
        names = names_of(passage, reading)
        rated = [(named, self.person.probability(features(reading, named, names))) for named in names]
        rated.sort(key=lambda one: -one[1])
        return tuple(one for i, one in enumerate(rated) if one[1] >= (max(self.named, 0.5) if i else self.named))

    def confidence(self, passage: Passage, reading: ActReading, named: Named) -> float:
        """Probability that a text tells this act of this person as done. At 0.9 it is right nine times in ten."""
        return self.statement.probability(features(reading, named, names_of(passage, reading)))


def features(reading: ActReading, named: Named, names: Sequence[Named]) -> tuple[float, ...]:
    """What speaks for and against a person, probabilities as log odds; `names`: all persons of the reading."""
    rival = max((other.probability for other in names if other.name != named.name), default=0.0)
    return (
        log_odds(reading.first),
        log_odds(reading.second),
        log_odds(reading.type_probability),
        log_odds(reading.told),
        log_odds(reading.modality_probability),
        log_odds(named.probability),
        log_odds(named.in_sentence),
        log_odds(rival),
        log_odds(described(reading)),
        math.log(named.mentions),
        math.log1p(named.near),
        float(named.before),
        float(reading.type == "appointment"),
    )


def log_odds(probability: float) -> float:
    """A probability as log odds, cut at 1 in 1000.

    >>> log_odds(0.5)
    0.0
    """
    kept = min(max(probability, 0.001), 0.999)
    return math.log(kept / (1 - kept))


def load_calibration(path: Path = WEIGHTS / "calibration.json") -> Calibration | None:
    """The stored model, or None where there is none."""
    return parse_calibration(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def parse_calibration(stored: Mapping[str, Any]) -> Calibration:
    """The model from its JSON, where each weight stands under its feature's name."""
    person, statement = (_logistic(stored[name]) for name in ("person", "statement"))
    return Calibration(person, statement, stored["named"], stored["public"])


def _logistic(stored: Mapping[str, float]) -> Logistic:
    return Logistic(tuple(stored[name] for name in FEATURES), stored["bias"])
