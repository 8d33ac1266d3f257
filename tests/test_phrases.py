"""Phrases: each finds its examples and leaves its counter-examples alone; none of them is English typed into Python."""

import ast
import re
from pathlib import Path

import pytest

from pipeline.lexicon.phrases import load_phrases, phrase, read_phrases
from pipeline.lexicon.words import FOLDER, LexiconError

EVENTS = FOLDER.parents[1] / "events"
ENTRIES = [entry for path in sorted((FOLDER / "phrases").glob("*.toml")) for entry in read_phrases(path)]
IDS = [entry["id"] for entry in ENTRIES]


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_examples_and_counterexamples(entry: dict[str, list[str]]) -> None:
    pattern = load_phrases()[str(entry["id"])]
    assert entry["examples"] and entry["counterexamples"]
    assert [text for text in entry["examples"] if not pattern.search(text)] == []
    assert [text for text in entry["counterexamples"] if pattern.search(text)] == []


def test_every_phrase_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in EVENTS.parent.rglob("*.py"))
    assert [key for key in IDS if f'phrase("{key}")' not in code] == []


WORD = re.compile(r"[A-Za-z]{3,}")
NO_WORD = re.compile(r"\\[a-zA-Z]|\(\?P?<\w+>|\(\?P=\w+\)|<\w+>|\{\w*\}")
"""What has letters in a pattern and is no English: classes, names of groups, lists, fields."""


def _english(path: Path) -> list[str]:
    """Patterns in a module that spell out English words."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).partition(".")[0] in ("re", "compile_pattern"):
            texts = [c.value for a in node.args[:1] for c in ast.walk(a) if isinstance(c, ast.Constant)]
            words = WORD.findall(NO_WORD.sub(" ", " ".join(text for text in texts if isinstance(text, str))))
            if words:
                found.append(f"{path.name}:{node.lineno} {words[:3]}")
    return found


@pytest.mark.parametrize("path", sorted(EVENTS.rglob("*.py")), ids=lambda path: str(path.relative_to(EVENTS)))
def test_english_stands_in_the_lexicon(path: Path) -> None:
    assert _english(path) == []


GOOD = """[[phrase]]
id = "some.thing"
pattern = 'x'
examples = ["x"]
counterexamples = ["y"]
"""
BAD = [
    ("unknown key", GOOD + 'colour = "red"\n'),
    ("missing key", GOOD.replace('examples = ["x"]\n', "", 1)),
    ("id of another file", GOOD.replace("some.thing", "other.thing")),
    ("other table", GOOD.replace("[[phrase]]", "[[phrases]]")),
]


@pytest.mark.parametrize("content", [content for _, content in BAD], ids=[name for name, _ in BAD])
def test_a_wrong_file_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"some\.toml"):
        read_phrases(path)


def test_an_unknown_phrase_is_refused() -> None:
    with pytest.raises(LexiconError, match="no phrase 'nobody.knows'"):
        phrase("nobody.knows")
