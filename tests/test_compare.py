"""compare: what a change gains and loses, on invented answers and in an invented repository."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import compare as module
from tests.benchmarks.compare import DONE, INTERRUPTED, WRONG_USE, compare, cut, main, only, report
from tests.benchmarks.revisions import Answers, Mention, RunError, answers_at, checkout, read_answers

ANA, BEN = ["Ana Ruiz"], ["Ben Okoye"]


def mention(kind: str, start: int, persons: list[str], **more: Any) -> Mention:
    """A mention whose sentence has 20 characters."""
    category = "military" if kind == "strike" else "leaving"
    return {
        "category": category, "type": kind, "persons": persons, "role": "", "start": start, "end": start + 20,
        "quote": f"Sentence at {start}.", **more,
    }  # fmt: skip


OLD: Answers = {
    "a": [mention("resignation", 0, ANA), mention("resignation", 0, BEN), mention("strike", 40, [])],
    "b": [mention("dismissal", 0, [], role="envoy")],
    "only old": [],
}
NEW: Answers = {
    "a": [mention("resignation", 0, BEN), mention("resignation", 0, ANA, role="minister"), mention("battle", 40, [])],
    "b": [mention("dismissal", 5, ANA, role="envoy")],
}


def told(old: Answers, new: Answers) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(c.article, c.kind, c.mention["type"], tuple(c.fields)) for c in compare(old, new)]


def test_mentions_are_matched_by_type_sentence_and_persons() -> None:
    assert told(OLD, NEW) == [
        ("a", "changed", "resignation", ("role",)),
        ("a", "gained", "battle", ()),
        ("a", "lost", "strike", ()),
        ("b", "changed", "dismissal", ("persons", "start", "end")),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [mention("strike", 0, [])], ["gained"]),
        ([mention("strike", 0, [])], [], ["lost"]),
        ([mention("strike", 0, [])], [mention("strike", 20, [])], ["lost", "gained"]),
        ([mention("strike", 0, [])], [mention("strike", 19, [])], ["changed"]),
        ([mention("strike", 0, [])] * 2, [mention("strike", 0, [])], ["lost"]),
        ([mention("dismissal", 0, ANA)], [mention("dismissal", 0, BEN)], ["changed"]),
        ([mention("dismissal", 0, ANA)], [mention("dismissal", 0, ANA, confidence=0.9)], []),
        ([mention("dismissal", 0, ANA, quote="a  b")], [mention("dismissal", 0, ANA, quote="a b")], []),
    ],
)
def test_each_mention_is_matched_once(old: list[Mention], new: list[Mention], expected: list[str]) -> None:
    assert [change.kind for change in compare({"a": old}, {"a": new})] == expected


def test_the_same_answers_differ_in_nothing() -> None:
    assert compare(OLD, OLD) == []
    assert "0 articles differ." in "\n".join(report(OLD, OLD))


def test_the_report_shows_each_difference_and_sums_it() -> None:
    lines = list(report(OLD, NEW))
    assert lines[:8] == [
        "\na",
        "  ~ resignation · Ana Ruiz · Sentence at 0.",
        '      role: "" → "minister"',
        "  + battle · nobody named · Sentence at 40.",
        "  - strike · nobody named · Sentence at 40.",
        "\nb",
        "  ~ dismissal · Ana Ruiz · Sentence at 5.",
        '      persons: [] → ["Ana Ruiz"]',
    ]
    sums = [line.split() for line in lines]
    assert ["resignation", "0", "0", "1"] in sums
    assert ["all", "1", "1", "2"] in sums
    assert ["persons", "1"] in sums
    assert "4 mentions of 3 articles before, 4 mentions of 2 articles after; 2 articles differ." in lines
    assert "Not compared: 1 article answered only before, for example only old." in lines


def test_articles_that_are_set_aside_are_counted_and_not_shown() -> None:
    lines = list(report(OLD, NEW, closed=frozenset({"a"})))
    assert lines[0] == "\nb"
    assert not any("Sentence at 40" in line for line in lines)
    assert ["all", "1", "1", "2"] in [line.split() for line in lines]
    assert "Not shown, only counted: 3 differences in articles that are set aside." in lines


def test_a_quote_is_cut_to_a_line() -> None:
    long = {"a": [mention("strike", 0, [], quote="Shells\n  fell. " * 40)]}
    shown = [line for line in report({"a": []}, long, width=60) if line.startswith("  +")]
    assert len(shown) == 1 and len(shown[0]) <= 60 and "Shells fell. Shells" in shown[0] and shown[0].endswith("…")
    assert cut("short", 5) == "short"


@pytest.mark.parametrize(("wanted", "left"), [("", 4), ("leaving", 3), ("strike", 1), ("nothing", 0)])
def test_one_category_or_type_can_be_chosen(wanted: str, left: int) -> None:
    assert sum(map(len, only(OLD, wanted).values())) == left


def written(file: Path, answers: Answers) -> str:
    rows = ({"id": name, "mentions": mentions} for name, mentions in answers.items())
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return str(file)


def test_two_stored_answers_are_compared_without_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [written(tmp_path / "old.jsonl", OLD), written(tmp_path / "new.jsonl", NEW)]
    assert main([*files, "--only", "military"]) == DONE
    out = capsys.readouterr().out
    assert "- strike" in out and "resignation" not in out


@pytest.mark.parametrize("arguments", [[], ["one.jsonl"], ["a", "b", "c"], ["a", "b", "--base", "HEAD"]])
def test_wrong_use_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == WRONG_USE


def test_a_broken_answer_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{broken\n", encoding="utf-8")
    assert main([str(bad), str(bad)]) == WRONG_USE
    assert capsys.readouterr().err.count("\n") == 1


def test_without_the_articles_a_line_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--base", "HEAD", "--articles", str(tmp_path / "none.jsonl")]) == DONE
    assert "is not here" in capsys.readouterr().out


def git(folder: Path, *arguments: str) -> str:
    named = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    return subprocess.run(["git", *named, *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


PROGRAM = "import json\nprint(json.dumps({{'id': 'a', 'mentions': {mentions!r}}}))\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two revisions of a pipeline that always gives one answer; the working tree has the second, the tag `old` the
    first."""
    package = tmp_path / "repository" / "pipeline"
    package.mkdir(parents=True)
    git(package.parent, "init", "--quiet")
    (package / "__main__.py").write_text(PROGRAM.format(mentions=OLD["b"]))
    git(package.parent, "add", ".")
    git(package.parent, "commit", "--quiet", "-m", "old")
    git(package.parent, "tag", "old")
    (package / "__main__.py").write_text(PROGRAM.format(mentions=NEW["b"]))
    return package.parent


def trees(repository: Path) -> int:
    return git(repository, "worktree", "list").count("\n")


def test_a_revision_is_read_beside_the_working_tree(repository: Path, tmp_path: Path) -> None:
    assert answers_at(repository, "old", tmp_path / "x.jsonl") == {"a": OLD["b"]}
    assert answers_at(repository, module.WORKING_TREE, tmp_path / "x.jsonl") == {"a": NEW["b"]}
    assert trees(repository) == 1


def test_the_worktree_goes_when_somebody_interrupts(repository: Path) -> None:
    folders = []
    with pytest.raises(KeyboardInterrupt), checkout(repository, "old") as tree:
        folders.append(tree)
        assert trees(repository) == 2 and (tree / "pipeline").is_dir()
        raise KeyboardInterrupt
    assert trees(repository) == 1 and not folders[0].parent.exists()


def test_a_revision_that_is_not_there_or_crashes_is_said_in_one_line(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no-such-revision"):
        answers_at(repository, "no-such-revision", tmp_path / "x.jsonl")
    (repository / "pipeline" / "__main__.py").write_text("raise SystemExit(70)\n")
    with pytest.raises(RunError, match="ended with 70"):
        answers_at(repository, module.WORKING_TREE, tmp_path / "x.jsonl")
    assert trees(repository) == 1


def test_ctrl_c_has_its_exit_code(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.touch()

    def interrupted(*_: object) -> Answers:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "answers_at", interrupted)
    monkeypatch.setattr(module.signal, "signal", lambda *_: None)
    assert main(["--base", "old", "--articles", str(articles)]) == INTERRUPTED


def test_answers_are_read_by_their_article() -> None:
    assert read_answers(['{"id": "a", "mentions": []}', "", '{"id": "b", "mentions": [1]}']) == {"a": [], "b": [1]}
