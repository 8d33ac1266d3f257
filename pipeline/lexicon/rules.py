"""What the language says, read from TOML: rules (one entry = one rule) and word lists.

A rule file holds `[[rule]]` entries, a word file one `[lists]` table. Patterns may use `<name>` for a list of words,
and so may heads: `(?:<be>) sacked` becomes `(?:is|was|…) sacked`. A list may use others, but not itself. Nothing else
is computed; what needs logic is code.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.lexicon.patterns import beginnings
from pipeline.lexicon.saying import saying, with_verbs
from pipeline.vocabulary import MODALITIES, TYPES

FOLDER = Path(__file__).parent / "en"
RULE_FILES = (
    "refusing",
    "leaving",
    "ousting",
    "ousting_many",
    "framed",
    "giving_up",
    "sides",
    "appointing",
    "taking_over",
    "portfolios",
    "dissent",
    "pressure",
    "military",
    "diplomacy",
    "justice",
)
WHO = ("subject", "object", "possessor", "none")
_DEEPEST = 3
"""Lists within lists that are filled in; what is left of deeper ones is no regular expression that matches."""
_KEYS = frozenset(
    "id type heads pattern blockers who needs modality headline news examples counterexamples".split()  # noqa: SIM905
)
_NEEDS = frozenset(("person", "agent", "place", "date", "recent"))


class LexiconError(ValueError):
    """A file of the lexicon that cannot be used; the message names file and entry."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which the language states an event.

    `heads` are the words of which one must stand in a sentence before the pattern is tried. The pattern may name
    groups: `trigger` (else all of it), `who`, `object`, `role`. `who` says where the grammar puts the person:
    subject, object or possessor of the trigger, or nowhere. `needs` names what must be found for a mention to be
    made: person, agent, place, date, recent (dated within the last year). `news`: without date words the event is of
    the publication day.
    """

    id: str
    type: str
    heads: frozenset[str]
    pattern: re.Pattern[str]
    blockers: tuple[re.Pattern[str], ...]
    who: str
    needs: frozenset[str]
    modality: str
    headline: str
    news: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@lru_cache
def load_words(name: str = "words") -> dict[str, tuple[str, ...]]:
    """The word lists of `en/<name>.toml`; the verbs of saying are among those that patterns may use.

    >>> "was" in load_words()["be"]
    True
    """
    lists = read_words(FOLDER / f"{name}.toml")
    return lists | saying() if name == "words" else {key: with_verbs(words) for key, words in lists.items()}


def read_words(path: Path) -> dict[str, tuple[str, ...]]:
    """Word lists of one file; each value is a list of strings or one string of words parted by blanks."""
    content = _read(path)
    if set(content) != {"lists"}:
        raise LexiconError(f"{path.name}: expected one table [lists], found {sorted(content)}")
    lists: dict[str, tuple[str, ...]] = {}
    for key, value in content["lists"].items():
        words = tuple(value.split()) if isinstance(value, str) else tuple(value)
        if not words or not all(isinstance(word, str) and word for word in words):
            raise LexiconError(f"{path.name}: list {key!r} is empty or holds something other than words")
        lists[key] = words
    return lists


@lru_cache
def load_rules() -> tuple[Rule, ...]:
    """All rules, in the order of RULE_FILES and of the entries."""
    rules: list[Rule] = []
    for name in RULE_FILES:
        rules += read_rules(FOLDER / f"{name}.toml")
    ids = [rule.id for rule in rules]
    if len(set(ids)) != len(ids):
        raise LexiconError(f"used twice: {sorted({key for key in ids if ids.count(key) > 1})}")
    return tuple(rules)


def read_rules(path: Path) -> tuple[Rule, ...]:
    """Rules of one file. LexiconError on an unknown key, type or pattern."""
    content = _read(path)
    if set(content) != {"rule"}:
        raise LexiconError(f"{path.name}: expected [[rule]] entries, found {sorted(content)}")
    return tuple(_rule(path.name, entry) for entry in content["rule"])


def compile_pattern(pattern: str, where: str = "") -> re.Pattern[str]:
    """A pattern with its `<lists>` filled in; blanks match any white space; case is ignored, but for [A-Z].

    >>> bool(compile_pattern("(?:<be>) sacked").search("He was sacked."))
    True
    """
    words = load_words()

    def fill(match: re.Match[str]) -> str:
        if match.group(1) not in words:
            raise LexiconError(f"{where}: no word list {match.group(1)!r}")
        return "(?:" + "|".join(sorted(words[match.group(1)], key=len, reverse=True)) + ")"

    try:
        filled = pattern
        for _ in range(_DEEPEST):
            filled = re.sub(r"(?<!\(\?P)<(\w+)>", fill, filled)
        return re.compile(filled.replace(" ", r"\s").replace("[A-Z]", "(?-i:[A-Z])"), re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"{where}: {error}") from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: {error}") from error


def _rule(file: str, entry: dict[str, Any]) -> Rule:
    where = f"{file}: {entry.get('id', 'entry without id')}"
    if unknown := set(entry) - _KEYS:
        raise LexiconError(f"{where}: unknown key {sorted(unknown)}")
    if missing := {"id", "type", "heads", "pattern", "examples", "counterexamples"} - set(entry):
        raise LexiconError(f"{where}: missing {sorted(missing)}")
    who, needs, modality = (
        entry.get("who", "none"),
        frozenset(entry.get("needs", "").split()),
        entry.get("modality", ""),
    )
    if entry["type"] not in TYPES or who not in WHO or needs - _NEEDS or modality not in ("", *MODALITIES):
        raise LexiconError(f"{where}: unknown type, who, needs or modality")
    return Rule(
        id=entry["id"],
        type=entry["type"],
        heads=frozenset(word for head in entry["heads"].split() for word in _words_of(head, where)),
        pattern=compile_pattern(entry["pattern"], where),
        blockers=tuple(compile_pattern(text, where) for text in entry.get("blockers", ())),
        who=who,
        needs=needs,
        modality=modality,
        headline=entry.get("headline", ""),
        news=entry.get("news", False),
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry["counterexamples"]),
    )


def _words_of(head: str, where: str) -> Iterable[str]:
    """A head as it is written; for `<list>` the words that the entries of the list begin with."""
    if not head.startswith("<"):
        return (head,)
    return {start.split()[0] for start in beginnings(compile_pattern(head, where))}


_QUOTES = str.maketrans("’‘ʼ“”„«»", '\'\'\'"""""')


def straighten(text: str) -> str:
    """The text with straight quotes, for which all patterns are written. Offsets stay the same.

    >>> straighten("Ito’s “no”")
    'Ito\\'s "no"'
    """
    return text.translate(_QUOTES)
