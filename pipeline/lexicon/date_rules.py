"""The rules and word lists of pipeline/lexicon/en/dates, read once and compiled.

A pattern is a regular expression over folded text (for_dating in text/normalise.py). `{name}` in it stands for any word
of the word list `name`, or for a piece of fragments.toml, in a group of that name; `{name2}` is the same in a group
`name2`; `<name>` is the bare words. A blank stands for one to four blanks. Rules say what is written, never what it
amounts to.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pipeline.lexicon.saying import with_saying, with_verbs

FOLDER: Final = Path(__file__).parent / "en" / "dates"
_TRAITS = ("basis", "leaves_open", "window", "range", "names_a_thing", "may_be_a_name", "hour_only")
_RULE_KEYS = frozenset(
    {"id", "kind", "anchors", "pattern", "examples", "counterexamples", "type", "value", "drop", *_TRAITS}
)
_BLOCKER_KEYS = frozenset({"id", "rules", "word", "before", "after", "case", "examples", "counterexamples"})
_BLANK = re.compile(r"\[[^\]]*\]\??|\(\?<[=!][^)]*\)| \??")
_MACRO = re.compile(r"\{([a-z_]+)(\d?)\}")
_BARE = re.compile(r"(?<!\?P)<([a-z_]+)>")
_NAMED = re.compile(r"\(\?P<\w+>")
_BACK = re.compile(r"\(\?P=sep\)")
_GROUP = re.compile(r"\(\?P<([a-z]+)>")

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Traits:
    """What stages after the reader must know of a rule's expressions; each is a key of the rule in TOML.

    `basis` is that of a value that had to be worked out: "stated" where the words are a calendar date all the same.
    `leaves_open`: "year" or "week", the part that the words leave to the reader, so that it may be moved by one.
    `window`: a length reaches to or from publication "always" ("the past week") or after "within" ("a week").
    `range`: two of these in one match are the ends of a range ("3 and 5 May"). `names_a_thing`: before a noun it says
    which one ("the 2022 election"). `may_be_a_name`: a given name is spelled so ("June Ruiz"). `hour_only`: it names an
    hour, and no day.
    """

    basis: str = "relative"
    leaves_open: str = ""
    window: str = ""
    range: bool = False
    names_a_thing: bool = False
    may_be_a_name: bool = False
    hour_only: bool = False


_NO_TRAITS: Final = Traits()
_VALUES: Final = {"basis": ("stated",), "leaves_open": ("year", "week"), "window": ("always", "within")}


@dataclass(frozen=True, slots=True)
class DateRule:
    """What one way of writing a time looks like; `kind` names the function that works out what it amounts to."""

    id: str
    kind: str
    anchors: tuple[str, ...]
    pattern: Pattern
    type: str
    value: str
    drop: Pattern | None
    examples: tuple[tuple[str, str], ...]
    counterexamples: tuple[str, ...]
    blockers: tuple["Blocker", ...]
    traits: Traits


@dataclass(frozen=True, slots=True)
class Blocker:
    """What makes a match of the named rules no time at all. A condition that is None always holds."""

    id: str
    rules: tuple[str, ...]
    word: Pattern | None
    before: Pattern | None
    after: Pattern | None
    case: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, rules by the class of word that they hang on, blockers, and what stands around a date."""

    words: dict[str, dict[str, str]]
    rules: tuple[DateRule, ...]
    by_anchor: dict[str, tuple[DateRule, ...]]
    gates: dict[str, Pattern]
    blockers: tuple[Blocker, ...]
    lists: dict[str, tuple[str, ...]]
    anchors: dict[str, tuple[str, ...]]
    by_id: dict[str, DateRule]

    def traits(self, rule_id: str) -> Traits:
        """The traits of a rule by its id, as a Timex or EventDate carries it; those of no rule for any other."""
        rule = self.by_id.get(rule_id)
        return rule.traits if rule else _NO_TRAITS


def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """Read every file of the folder; an unknown key, a double id or an empty list of examples raises ValueError."""
    tables = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))}
    words = {
        name: {str(word): str(value) for word, value in entries.items()}
        for stem in ("words", "numbers")
        for name, entries in tables[stem].items()
    }
    fragments: dict[str, str] = tables["fragments"]["fragment"]
    blockers = tuple(_blocker(row) for table in tables.values() for row in table.get("blocker", ()))
    rules = tuple(_rule(row, words, fragments, blockers) for table in tables.values() for row in table.get("rule", ()))
    ids = [rule.id for rule in rules] + [blocker.id for blocker in blockers]
    if twice := {name for name in ids if ids.count(name) > 1}:
        raise ValueError(f"the lexicon of dates names {sorted(twice)} twice")
    classes = {name for rule in rules for name in rule.anchors}
    by_anchor = {name: tuple(rule for rule in rules if name in rule.anchors) for name in sorted(classes)}
    gates = {name: _gate(group) for name, group in by_anchor.items()}
    lists, anchors = (_lists(tables["context"][name]) for name in ("list", "anchors"))
    return Lexicon(words, rules, by_anchor, gates, blockers, lists, anchors, {rule.id: rule for rule in rules})


def alternation(words: dict[str, str]) -> str:
    """The words of a list as a pattern, longest first, so that "sept." is tried before "sep"."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", " ").replace("\\-", "-") for word in ordered)


def _gate(rules: tuple[DateRule, ...]) -> Pattern:
    """Matches where any of the rules does: one look tells that nothing begins here, which is so nearly everywhere."""
    bare = [_NAMED.sub("(?:", _BACK.sub("[-/.]", rule.pattern.pattern)) for rule in rules]
    return re.compile("|".join(bare))


def _lists(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: with_verbs(tuple(entries)) for name, entries in table.items()}


def _expand(pattern: str, words: dict[str, dict[str, str]], fragments: dict[str, str]) -> str:
    def bare(match: re.Match[str]) -> str:
        return match.group() if match.group(1) not in words else alternation(words[match.group(1)])

    def macro(match: re.Match[str]) -> str:
        name, suffix = match.groups()
        if name in fragments:
            inner = _MACRO.sub(macro, _BARE.sub(bare, fragments[name]))
            return f"(?:{_GROUP.sub(lambda group: f'(?P<{group.group(1)}{suffix}>', inner)})"
        return f"(?P<{name}{suffix}>{alternation(words[name])})"

    blanks = {" ": " {1,4}", " ?": " {0,4}"}
    return _BLANK.sub(lambda m: blanks.get(m.group(), m.group()), _MACRO.sub(macro, pattern))


def _rule(
    row: dict[str, Any], words: dict[str, dict[str, str]], fragments: dict[str, str], blockers: tuple[Blocker, ...]
) -> DateRule:
    _check(row, _RULE_KEYS, "rule")
    pattern = re.compile(f"(?:{_expand(row['pattern'], words, fragments)})(?![a-z0-9])")
    drop = re.compile(row["drop"]) if "drop" in row else None
    examples = tuple((text, value) for text, value in row["examples"])
    mine = tuple(b for b in blockers if not b.rules or any(_covers(prefix, row["id"]) for prefix in b.rules))
    return DateRule(
        row["id"], row["kind"], tuple(row["anchors"]), pattern, row.get("type", ""), row.get("value", ""), drop,
        examples, tuple(row["counterexamples"]), mine, _traits(row),
    )  # fmt: skip


def _traits(row: dict[str, Any]) -> Traits:
    given = {key: row[key] for key in _TRAITS if key in row}
    for key, value in given.items():
        if value not in _VALUES.get(key, (True,)):
            raise ValueError(f"rule {row['id']}: {key} cannot be {value!r}")
    return Traits(**given)


def _blocker(row: dict[str, Any]) -> Blocker:
    _check(row, _BLOCKER_KEYS, "blocker")
    word, before, after = (
        re.compile(with_saying(row[key])) if key in row else None for key in ("word", "before", "after")
    )
    return Blocker(
        row["id"], tuple(row.get("rules", ())), word, before, after, row.get("case", ""),
        tuple(row["examples"]), tuple(row["counterexamples"]),
    )  # fmt: skip


def _covers(prefix: str, rule_id: str) -> bool:
    return rule_id == prefix or rule_id.startswith(prefix + ".")


def _check(row: dict[str, Any], known: frozenset[str], what: str) -> None:
    if unknown := set(row) - known:
        raise ValueError(f"{what} {row.get('id')}: unknown {sorted(unknown)}")
    if not row.get("examples") or not row.get("counterexamples"):
        raise ValueError(f"{what} {row.get('id')}: needs examples and counterexamples")


LEXICON: Final = load_lexicon()
