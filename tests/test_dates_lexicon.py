"""Every rule and blocker of the lexicon of dates is held to its own examples and counterexamples."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.dates import find_dates
from pipeline.lexicon.date_rules import FOLDER, LEXICON, load_lexicon
from pipeline.models import Timex

DCT = date(2022, 3, 23)  # a Wednesday


def _read(text: str) -> tuple[Timex, ...]:
    return find_dates(text, DCT, "GB")


@pytest.mark.parametrize(
    ("rule_id", "marked", "value"),
    [(rule.id, marked, value) for rule in LEXICON.rules for marked, value in rule.examples],
)
def test_a_rule_reads_its_examples(rule_id: str, marked: str, value: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = {timex.text: timex for timex in _read(text)}
    words = marked[marked.index("[") + 1 : marked.index("]")]
    assert words in found, [(t.text, t.rule) for t in found.values()]
    assert (found[words].rule, found[words].value) == (rule_id, value)


@pytest.mark.parametrize(
    ("rule_id", "text"), [(rule.id, text) for rule in LEXICON.rules for text in rule.counterexamples]
)
def test_a_rule_leaves_its_counterexamples(rule_id: str, text: str) -> None:
    assert rule_id not in {timex.rule for timex in _read(text)}


def _names(rules: tuple[str, ...], rule_id: str) -> bool:
    return any(rule_id == prefix or rule_id.startswith(prefix + ".") for prefix in rules)


@pytest.mark.parametrize(("blocker", "text"), [(b, text) for b in LEXICON.blockers for text in b.examples], ids=str)
def test_a_blocker_stops_its_examples(blocker: object, text: str) -> None:
    rules = blocker.rules  # type: ignore[attr-defined]
    assert not [timex for timex in _read(text) if _names(rules, timex.rule)]


@pytest.mark.parametrize(
    ("blocker", "text"), [(b, text) for b in LEXICON.blockers for text in b.counterexamples], ids=str
)
def test_a_blocker_lets_its_counterexamples_pass(blocker: object, text: str) -> None:
    rules = blocker.rules  # type: ignore[attr-defined]
    assert [timex for timex in _read(text) if _names(rules, timex.rule)]


def test_an_unknown_key_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for path in FOLDER.glob("*.toml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    broken = tmp_path / "set.toml"
    broken.write_text(re.sub(r"^kind =", "sort =", broken.read_text(encoding="utf-8"), count=1, flags=re.M), "utf-8")
    with pytest.raises(ValueError, match="unknown"):
        load_lexicon(tmp_path)


@pytest.mark.parametrize("line", ['basis = "sure"', 'leaves_open = "day"', 'window = "never"', 'range = "yes"'])
def test_a_trait_of_no_meaning_is_refused(tmp_path: Path, line: str) -> None:
    for path in FOLDER.glob("*.toml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    broken = tmp_path / "set.toml"
    broken.write_text(re.sub(r"^kind =", f"{line}\nkind =", broken.read_text("utf-8"), count=1, flags=re.M), "utf-8")
    with pytest.raises(ValueError, match="cannot be"):
        load_lexicon(tmp_path)


_CODE = sorted((Path(__file__).parents[1] / "pipeline").rglob("*.py"))


@pytest.mark.parametrize("path", _CODE, ids=lambda path: str(path.relative_to(path.parents[2])))
def test_no_rule_of_dates_is_named_in_code(path: Path) -> None:
    """What code must know of a rule stands on the rule, so that a linguist may rename and add rules."""
    ids = [rule.id for rule in LEXICON.rules]
    words = [node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
    texts = [word for word in words if isinstance(word, str) and re.fullmatch(r"[a-z]+\.[a-z_]*", word)]
    assert [word for word in texts if any(rule_id.startswith(word) for rule_id in ids)] == []
