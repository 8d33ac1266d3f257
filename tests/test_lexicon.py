"""Every rule finds its examples and leaves its counter-examples alone; a wrong file is refused when it is read."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.entities.places import demonyms, read_table
from pipeline.events import find_events
from pipeline.events.document import annotate
from pipeline.lexicon.rules import (
    FOLDER,
    LexiconError,
    Rule,
    compile_pattern,
    load_rules,
    load_words,
    read_rules,
    read_words,
    straighten,
)
from pipeline.models import Article, Mention
from pipeline.vocabulary import CATEGORY_BY_TYPE

RULES = load_rules()
ENTRY = (
    'id = "a"\ntype = "ban"\nheads = "ban"\npattern = "ban"\nexamples = ["A ban."]\ncounterexamples = ["Nothing."]\n'
)


def mentions(text: str) -> tuple[Mention, ...]:
    return find_events(annotate(Article("t", "t.txt", text, published=date(2025, 3, 5))))


def ids(rules: tuple[Rule, ...]) -> list[str]:
    return [rule.id for rule in rules]


@pytest.mark.parametrize("rule", RULES, ids=ids(RULES))
def test_examples_are_found(rule: Rule) -> None:
    for example in rule.examples:
        category = CATEGORY_BY_TYPE[rule.type]
        found = [m for m in mentions(example) if m.type == rule.type or m.category == category != "leaving"]
        assert found, example


@pytest.mark.parametrize("rule", RULES, ids=ids(RULES))
def test_counterexamples_are_left_alone(rule: Rule) -> None:
    for example in rule.counterexamples:
        assert rule.id not in [m.rule for m in mentions(example)], example


@pytest.mark.parametrize("rule", RULES, ids=ids(RULES))
def test_rules_are_complete(rule: Rule) -> None:
    assert rule.heads and rule.examples and rule.counterexamples
    assert all(head == head.lower() for head in rule.heads)


BAD = [
    ("unknown key", "[[rule]]\n" + ENTRY + 'colour = "red"\n'),
    ("unknown type", "[[rule]]\n" + ENTRY.replace('type = "ban"', 'type = "dance"')),
    ("unknown need", "[[rule]]\n" + ENTRY + 'needs = "luck"\n'),
    ("missing pattern", "[[rule]]\n" + ENTRY.replace('pattern = "ban"\n', "")),
    ("no regular expression", "[[rule]]\n" + ENTRY.replace('pattern = "ban"', 'pattern = "(ban"')),
    ("unknown word list", "[[rule]]\n" + ENTRY.replace('pattern = "ban"', 'pattern = "<colours>"')),
    ("other table", "[[rules]]\n" + ENTRY),
    ("no TOML", "[[rule]\n"),
]


@pytest.mark.parametrize("content", [content for _, content in BAD], ids=[name for name, _ in BAD])
def test_a_wrong_rule_file_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"rules\.toml"):
        read_rules(path)


@pytest.mark.parametrize("content", ["[words]\na = 'b'\n", "[lists]\na = []\n", "[lists]\na = [1]\n"])
def test_a_wrong_word_file_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"words\.toml"):
        read_words(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="none"):
        read_rules(tmp_path / "none.toml")


def test_every_cue_is_a_pattern() -> None:
    for name, patterns in load_words("cues").items():
        assert [compile_pattern(pattern, name) for pattern in patterns]


def test_no_rule_names_a_person_of_the_corpus() -> None:
    """The rules must work for anybody: the surnames of the articles' officials stand nowhere in patterns or examples."""
    surnames = ("chubais", "dvorkovich", "bondarev", "peskov", "shishimarin")
    for path in sorted(FOLDER.glob("*.toml")):
        text = path.read_text(encoding="utf-8").lower()
        assert not [name for name in surnames if name in text], path.name


def test_straight_quotes_keep_offsets() -> None:
    text = "Ito’s “no” – ‘yes’ «да»"
    assert len(straighten(text)) == len(text)


def test_places_tables_are_clean() -> None:
    names = [row["name"] for row in read_table()]
    assert len(names) == len(set(names))
    assert all(-90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180 for row in read_table())
    assert demonyms()["polish"] == "Poland"
