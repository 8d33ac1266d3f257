"""The rules of the lexicon, read from TOML: one entry is one way in which the language states an event.

A rule file holds `[[rule]]` entries. A pattern may use `<name>` for a list of words: `(?:<be>) sacked` becomes
`(?:is|was|…) sacked`. A list may use others, but not itself. What needs more logic than that is code.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.lexicon.needed_words import anchors
from pipeline.lexicon.patterns import compile_pattern
from pipeline.lexicon.words import FOLDER, LexiconError, read_entries
from pipeline.vocabulary import MODALITIES, TYPES

TYPES_IN_ORDER = (
    "departure", "resignation_attempt", "resignation", "appointment", "dismissal", "defection",
    "protest", "statement",
    "arrest", "speech", "ban", "restriction", "law", "threat",
    "deployment", "capture", "invasion", "recapture", "withdrawal", "strike", "battle", "siege", "casualties",
    "sabotage", "mobilisation",
    "expulsion", "talks", "sanction", "aid", "agreement", "summit", "visit",
    "ruling", "trial", "sentence", "charge",
)  # fmt: skip
"""The types that have a file `en/events/<type>.toml`. Where two rules of one category match the same words, the higher
`precedence` wins (0 unless the rule says otherwise), then the earlier type here, then the earlier entry of the file.
The order is the one that needs the fewest rules to say otherwise: 12 of 343."""
WHO = ("subject", "object", "possessor", "none")
_KEYS = frozenset((
    "id", "type", "precedence", "pattern", "anchors", "blockers", "who", "needs", "modality", "effect", "headline",
    "news", "examples", "counterexamples",
))  # fmt: skip
_NEEDED = frozenset(("id", "type", "pattern", "examples", "counterexamples"))
EFFECTS = ("", "tendered", "stayed", "act_itself")
_NEEDS = frozenset(("person", "agent", "place", "date", "recent"))


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which the language states an event.

    `anchors` are the words of which one must stand in a sentence before the pattern is tried; they are derived from
    the pattern where that can be done. The pattern may name
    groups: `trigger` (else all of it), `who`, `object`, `role`. `who` says where the grammar puts the person:
    subject, object or possessor of the trigger, or nowhere. `needs` names what must be found for a mention to be
    made: person, agent, place, date, recent (dated within the last year). `effect` is what else the words say, where
    code goes by it: one of EFFECTS. `news`: without date words the event is of the publication day.
    """

    id: str
    type: str
    precedence: int
    anchors: frozenset[str]
    pattern: re.Pattern[str]
    blockers: tuple[re.Pattern[str], ...]
    who: str
    needs: frozenset[str]
    modality: str
    effect: str
    headline: str
    news: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@lru_cache
def load_rules() -> tuple[Rule, ...]:
    """All rules, the one that wins first: by precedence, then as TYPES_IN_ORDER has the types, then as the files have
    the entries."""
    read = (rule for name in TYPES_IN_ORDER for rule in read_rules(FOLDER / "events" / f"{name}.toml"))
    rules = sorted(read, key=lambda rule: -rule.precedence)
    ids = [rule.id for rule in rules]
    if len(set(ids)) != len(ids):
        raise LexiconError(f"used twice: {sorted({key for key in ids if ids.count(key) > 1})}")
    return tuple(rules)


@lru_cache
def rules_with(effect: str) -> frozenset[str]:
    """The ids of the rules that have this effect.

    >>> len(rules_with("tendered")) > 1
    True
    """
    return frozenset(rule.id for rule in load_rules() if rule.effect == effect)


def read_rules(path: Path) -> tuple[Rule, ...]:
    """Rules of one file. LexiconError on an unknown key, type or pattern."""
    return tuple(_rule(path.name, entry) for entry in read_entries(path, "rule", _KEYS, _NEEDED))


def _rule(file: str, entry: dict[str, Any]) -> Rule:
    where = f"{file}: {entry['id']}"
    who, needs = entry.get("who", "none"), frozenset(entry.get("needs", "").split())
    modality, effect = entry.get("modality", ""), entry.get("effect", "")
    if entry["type"] not in TYPES or who not in WHO or needs - _NEEDS or modality not in ("", *MODALITIES):
        raise LexiconError(f"{where}: unknown type, who, needs or modality")
    if effect not in EFFECTS:
        raise LexiconError(f"{where}: unknown effect {effect!r}")
    pattern = compile_pattern(entry["pattern"], where)
    words = frozenset(entry.get("anchors", "").split()) or anchors(entry["pattern"])
    if not words:
        raise LexiconError(f"{where}: no word must stand wherever the pattern matches: name some under anchors")
    return Rule(
        id=entry["id"],
        type=entry["type"],
        precedence=entry.get("precedence", 0),
        anchors=words,
        pattern=pattern,
        blockers=tuple(compile_pattern(text, where) for text in entry.get("blockers", ())),
        who=who,
        needs=needs,
        modality=modality,
        effect=effect,
        headline=entry.get("headline", ""),
        news=entry.get("news", False),
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry["counterexamples"]),
    )
