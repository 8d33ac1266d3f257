"""The five articles against what a careful analyst would put on their timeline. The annotation lies outside the repository."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.build import build

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "eval" / "score_timeline.py"

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the annotation (../shared) is not here")


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, int], str]:
    data = tmp_path_factory.mktemp("data")
    build(ROOT / "data" / "articles", data)
    command = [sys.executable, str(SCORER), str(SHARED / "gold" / "seed_timeline.json"), str(data), "--verbose"]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout.splitlines()[0]), done.stdout


def test_every_event_is_found_once_and_dated_as_the_articles_say(score: tuple[int, dict[str, int], str]) -> None:
    code, figures, report = score
    assert code == 0, report
    assert figures["must"] == figures["found"] == figures["date"] == 22, report


def test_status_basis_and_precision_are_right(score: tuple[int, dict[str, int], str]) -> None:
    _, figures, report = score
    assert (figures["status"], figures["basis"], figures["precision"]) == (22, 22, 22), report


def test_nothing_is_split_merged_or_made_up(score: tuple[int, dict[str, int], str]) -> None:
    _, figures, report = score
    assert (figures["split"], figures["merged"], figures["bad quotes"]) == (0, 0, 0), report
    assert figures["rows outside the gold"] <= 10, report


def test_the_committed_tables_are_those_of_the_code(tmp_path: Path) -> None:
    for name in ("events.csv", "evidence.csv", "people.csv", "datapackage.json"):
        (tmp_path / name).write_bytes((ROOT / "data" / name).read_bytes())
    build(ROOT / "data" / "articles", tmp_path)
    for name in ("events.csv", "evidence.csv", "people.csv", "datapackage.json"):
        assert (tmp_path / name).read_bytes() == (ROOT / "data" / name).read_bytes(), (
            f"{name}: run `make build` and commit it"
        )
