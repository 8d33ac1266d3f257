"""Every rule finds its examples and leaves its counter-examples alone; a wrong file is refused when it is read."""

import ast
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.entities.places import demonyms, read_table
from pipeline.events import find_events
from pipeline.events.document import Document, annotate
from pipeline.events.triggers import find_triggers
from pipeline.explain import why_not
from pipeline.lexicon.cue_rules import _KEYS as CUE_KEYS
from pipeline.lexicon.cue_rules import FORMS
from pipeline.lexicon.cue_rules import LISTS as CUE_LISTS
from pipeline.lexicon.rules import _KEYS, _NEEDS, EFFECTS, WHO, Rule, load_rules, read_rules
from pipeline.lexicon.words import FOLDER, LexiconError, load_words, read_words
from pipeline.models import Article, Mention
from pipeline.text.normalise import for_matching
from pipeline.vocabulary import CATEGORY_BY_TYPE, TYPES

RULES = load_rules()
ENTRY = """id = "a"
type = "ban"
pattern = '\\bban\\b'
examples = ["A ban."]
counterexamples = ["Nothing."]
"""


def read(text: str) -> Document:
    return annotate(Article("t", "t.txt", text, published=date(2025, 3, 5)))


def mentions(text: str) -> tuple[Mention, ...]:
    return find_events(read(text))


def ids(rules: tuple[Rule, ...]) -> list[str]:
    return [rule.id for rule in rules]


@pytest.mark.parametrize("rule", RULES, ids=ids(RULES))
def test_examples_are_found(rule: Rule) -> None:
    """Each example by the rule itself, and one at least to the end: on others a rule of higher precedence may win."""
    category = CATEGORY_BY_TYPE[rule.type]
    winners = {example: mentions(example) for example in rule.examples}
    for example, found in winners.items():
        document = read(example)
        triggered = [t.rule.id for t in find_triggers(document.plain, document.sentences)]
        assert rule.id in triggered, f"{example} — {why_not(rule, read(example))}"
        same = [m for m in found if m.type == rule.type or m.category == category != "leaving"]
        assert same, f"{example} — {why_not(rule, read(example))}"
    own = [example for example, found in winners.items() if rule.id in [m.rule for m in found]]
    assert own, "\n".join(f"{example} — {why_not(rule, read(example))}" for example in rule.examples)


@pytest.mark.parametrize("rule", RULES, ids=ids(RULES))
def test_counterexamples_are_left_alone(rule: Rule) -> None:
    for example in rule.counterexamples:
        assert rule.id not in [m.rule for m in mentions(example)], example


@pytest.mark.parametrize("rule", RULES, ids=ids(RULES))
def test_rules_are_complete(rule: Rule) -> None:
    assert rule.anchors and rule.examples and rule.counterexamples


PYTHON = sorted(FOLDER.parents[1].rglob("*.py"))


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(FOLDER.parents[1])))
def test_code_goes_by_no_id_of_a_rule(path: Path) -> None:
    """What code must know of a rule is said beside the rule: a key like `effect`."""
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    typed = {node.value for node in tree if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert sorted(typed.intersection(ids(RULES))) == []


def test_every_effect_is_of_some_rule() -> None:
    assert set(EFFECTS) == {rule.effect for rule in RULES}


WHY_NOT = [
    ("resign.verb", "The envoy went home.", "pattern does not match"),
    ("quit.verb", "The envoy quit smoking.", "blocked by"),
    ("resign.verb", "Norland goes to war Envoy Resigned in May.", "capital letter"),
    ("resign.verb", "She resigned on Friday.", "nobody found who acts"),
    ("resign.noun", "Ana Ruiz announced her resignation on Friday.", "rule resign.tendered won"),
    ("capture.fell_to", "The city had fallen to the rebels.", "something is missing that the rule needs: date place"),
    ("resign.verb", "Envoy Ana Ruiz resigned.", "found"),
]


@pytest.mark.parametrize(("rule_id", "text", "cause"), WHY_NOT, ids=[cause for _, _, cause in WHY_NOT])
def test_the_message_tells_the_causes_apart(rule_id: str, text: str, cause: str) -> None:
    [rule] = [rule for rule in RULES if rule.id == rule_id]
    assert why_not(rule, read(text)).startswith(cause)


def test_the_message_names_the_anchors_that_hide_a_match() -> None:
    rule = replace(RULES[0], anchors=frozenset({"zebra"}))
    assert why_not(rule, read(rule.examples[0])) == "no anchor: none of ['zebra']"


BAD = [
    ("unknown key", "[[rule]]\n" + ENTRY + 'colour = "red"\n'),
    ("unknown type", "[[rule]]\n" + ENTRY.replace('type = "ban"', 'type = "dance"')),
    ("unknown need", "[[rule]]\n" + ENTRY + 'needs = "luck"\n'),
    ("unknown effect", "[[rule]]\n" + ENTRY + 'effect = "fame"\n'),
    ("missing pattern", "[[rule]]\n" + ENTRY.replace("pattern = ", "# ")),
    ("no regular expression", "[[rule]]\n" + ENTRY.replace("bban", "bban(")),
    ("unknown word list", "[[rule]]\n" + ENTRY.replace("bban", "b<colours>")),
    ("no word to look for", "[[rule]]\n" + ENTRY.replace("bban", r"b\w+")),
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


WORD_FILES = sorted((FOLDER / "words").glob("*.toml"))


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda path: path.stem)
def test_word_lists_are_sorted_and_free_of_repeats(path: Path) -> None:
    """No list is read by position, and where one is tried as alternatives the longest comes first anyway."""
    for name, words in read_words(path).items():
        assert list(words) == sorted(set(words), key=lambda word: (word.casefold(), word)), name


def test_given_names_stand_once() -> None:
    words = load_words()
    lists = [set(words[name]) for name in ("given", "female_given", "male_given")]
    assert sum(len(names) for names in lists) == len(set().union(*lists))


def test_every_word_list_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in FOLDER.parents[1].rglob("*.py")).replace("'", '"')
    patterns = "".join(path.read_text("utf-8") for path in FOLDER.rglob("*.toml"))
    named = {name for name in load_words() if name.startswith("denied_") and name.removeprefix("denied_") in TYPES}
    assert [
        n for n in load_words() if f'"{n}"' not in code and f"<{n}>" not in patterns + code and n not in named
    ] == []


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda path: path.stem)
def test_lines_of_words_can_be_read_in_a_diff(path: Path) -> None:
    assert [line for line in path.read_text("utf-8").splitlines() if len(line) > 200] == []


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="none"):
        read_rules(tmp_path / "none.toml")


README = (FOLDER.parent / "README.md").read_text("utf-8")


def test_the_readme_describes_every_key() -> None:
    described = set(re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE))
    assert described >= _KEYS
    assert [
        word
        for word in (*_NEEDS, *WHO, *CUE_LISTS, *CUE_KEYS, *filter(None, (*FORMS, *EFFECTS)))
        if f"`{word}`" not in README
    ] == []
    fields = {field for path in (FOLDER / "events").glob("*.toml") for field in re.findall(r"\{\w+\}", headlines(path))}
    assert fields <= set(re.findall(r"\{\w+\}", README))


def headlines(path: Path) -> str:
    return " ".join(rule.headline for rule in read_rules(path))


def test_the_example_of_the_readme_is_a_rule(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(README.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    [rule] = read_rules(path)
    assert rule.pattern.search(rule.examples[0]) and not rule.pattern.search(rule.counterexamples[0])


def test_no_rule_names_a_person_of_the_corpus() -> None:
    """The rules must work for anybody: the surnames of the articles' officials stand nowhere in patterns or examples."""
    surnames = ("chubais", "dvorkovich", "bondarev", "peskov", "shishimarin")
    for path in sorted(FOLDER.rglob("*.toml")):
        text = path.read_text(encoding="utf-8").lower()
        assert not [name for name in surnames if name in text], path.name


def test_straight_quotes_keep_offsets() -> None:
    text = "Ito’s “no” – ‘yes’ «да»"
    assert len(for_matching(text)) == len(text)


def test_places_tables_are_clean() -> None:
    names = [row["name"] for row in read_table()]
    assert len(names) == len(set(names))
    assert all(-90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180 for row in read_table())
    assert demonyms()["polish"] == "Poland"
