"""The papers of the project: they parse, and every file, folder, command and package that they name is there."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml  # comes with frictionless

from pipeline import __main__ as command_line
from pipeline.exports import FORMATS

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PAPERS = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "pipeline/README.md",
    "pipeline/lexicon/README.md",
    ".github/PULL_REQUEST_TEMPLATE.md",
]
FORMS = ["wrong_value", "missing_wording", "bug"]
YAML = [
    *(f".github/ISSUE_TEMPLATE/{name}.yml" for name in (*FORMS, "config")),
    ".github/workflows/ci.yml", ".pre-commit-config.yaml", "CITATION.cff",
]  # fmt: skip
_COMING: set[str] = set()
"""Named already, and written next; what is there must go from this list."""


def text(paper: str) -> str:
    return (ROOT / paper).read_text("utf-8")


def parsed(file: str) -> Any:
    return yaml.safe_load(text(file))


def code(paper: str) -> list[str]:
    """What stands between backticks, and the lines of fenced blocks.

    >>> code("README.md")[0].startswith("make run")
    True
    """
    pieces = text(paper).split("```")
    return [
        *(line for block in pieces[1::2] for line in block.splitlines()[1:] if line.strip()),
        *(found for prose in pieces[::2] for found in re.findall(r"`([^`\n]+)`", prose)),
    ]


@pytest.mark.parametrize("file", YAML)
def test_every_file_is_valid_yaml(file: str) -> None:
    assert isinstance(parsed(file), dict)


@pytest.mark.parametrize("form", FORMS)
def test_an_issue_form_has_what_github_asks_for(form: str) -> None:
    found = parsed(f".github/ISSUE_TEMPLATE/{form}.yml")
    assert {"name", "description", "body"} <= found.keys() <= {"name", "description", "title", "labels", "body"}
    questions = [element for element in found["body"] if element["type"] != "markdown"]
    assert {element["type"] for element in questions} <= {"input", "textarea", "dropdown", "checkboxes"}
    assert all(element["attributes"]["label"] for element in questions)
    assert all(
        "options" in element["attributes"] for element in questions if element["type"] in ("dropdown", "checkboxes")
    )
    assert all("value" in element["attributes"] for element in found["body"] if element["type"] == "markdown")
    assert any(element.get("validations", {}).get("required") for element in questions)
    for names in ([e["id"] for e in questions], [e["attributes"]["label"] for e in questions]):
        assert len(set(names)) == len(names)


def test_the_workflow_runs_what_a_developer_runs() -> None:
    workflow = parsed(".github/workflows/ci.yml")
    [job] = workflow["jobs"].values()
    assert workflow[True].keys() == {"push", "pull_request"}  # YAML 1.1 reads the key `on` as true
    assert [step["run"] for step in job["steps"] if "run" in step][-1] == ".ci/run"
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100
    [python] = [step["with"]["python-version"] for step in job["steps"] if "setup-python" in step.get("uses", "")]
    assert PROJECT["project"]["requires-python"] == f">={python}"


def test_the_hooks_run_tools_that_the_project_pins() -> None:
    [repository] = parsed(".pre-commit-config.yaml")["repos"]
    pinned = {package.partition("==")[0] for package in PROJECT["dependency-groups"]["dev"]}
    for hook in repository["hooks"]:
        assert {"id", "name", "entry", "language"} <= hook.keys()
        assert hook["entry"].split()[0].removeprefix(".venv/bin/") in pinned


def test_the_citation_is_what_cff_asks_for() -> None:
    citation = parsed("CITATION.cff")
    assert citation["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= citation.keys()
    assert citation["authors"] == [{"name": "The Broken Ranks developers"}]
    assert citation["type"] in ("software", "dataset")
    assert citation["version"] == PROJECT["project"]["version"]
    assert citation["license"] == PROJECT["project"]["license"]
    assert isinstance(citation["date-released"], date)


def test_the_changelog_has_every_version_with_its_day_newest_first() -> None:
    headings = re.findall(r"^## \[(.+?)\](?: - (.+))?$", text("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    citation = parsed("CITATION.cff")
    assert headings[1] == (citation["version"], str(citation["date-released"]))
    days = [date.fromisoformat(day) for _, day in headings[1:]]
    assert days == sorted(days, reverse=True)
    kinds = set(re.findall(r"^### (.+)$", text("CHANGELOG.md"), re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def named_files(paper: str) -> set[str]:
    """Paths of this repository that a paper names, in code or as links; `<…>` stands for a name to be chosen."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text(paper))
    words = [word.strip("():,") for line in code(paper) for word in line.split()]
    paths = [
        word for word in words if re.fullmatch(r"(?:\.github|\.ci|[a-z]+)/[\w./*-]*|[\w-]+\.(?:py|md|cff|toml)", word)
    ]
    home = (ROOT / paper).parent
    return {str((home / link).resolve().relative_to(ROOT)) for link in links} | {
        str((home / word).relative_to(ROOT)) if (home / word).exists() else word for word in paths
    }


@pytest.mark.parametrize("paper", PAPERS)
def test_every_file_that_is_named_is_there(paper: str) -> None:
    missing = {
        name for name in named_files(paper) if not any(ROOT.glob(name)) and not any(ROOT.glob(f"pipeline/{name}"))
    }
    assert missing <= _COMING


def test_what_was_coming_is_taken_from_the_list_when_it_is_there() -> None:
    assert [name for name in _COMING if (ROOT / name).exists()] == []


@pytest.mark.parametrize("paper", [*PAPERS, ".pre-commit-config.yaml"])
def test_every_make_target_that_is_named_is_there(paper: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = {
        word
        for line in code(paper)
        for words in re.findall(r"\bmake((?: [a-z]+\b(?!=))+)", line.partition("#")[0])
        for word in words.split()
    }
    assert named <= targets


def test_the_table_of_folders_names_every_room_and_no_other() -> None:
    table = re.findall(r"^\| `([\w/]+)/` \|", text("CONTRIBUTING.md"), re.MULTILINE)
    assert [name for name in table if not (ROOT / name).is_dir()] == []
    rooms = {
        str(folder.relative_to(ROOT))
        for parent in ("pipeline", "pipeline/events", "pages")
        for folder in (ROOT / parent).iterdir()
        if folder.is_dir() and folder.name != "__pycache__" and any(folder.iterdir())
    }
    assert rooms <= set(table)


def test_the_constants_to_extend_are_there() -> None:
    assert "EVERY_PAGE" in text("tests/test_pages.py")
    assert "DRAWN" in text("pages/server/streamlit_bundles.py")


def test_every_package_is_explained() -> None:
    section = text("README.md").partition("## Dependencies")[2].partition("\n## ")[0]
    explained = {name.strip() for row in re.findall(r"^\| (.+?) \|", section, re.MULTILINE) for name in row.split(",")}
    groups = PROJECT["dependency-groups"].values()
    pinned = {*text("requirements.txt").splitlines(), *(package for group in groups for package in group)}
    assert explained - {"package"} == {package.partition("==")[0] for package in pinned}


def test_every_address_and_exit_code_is_listed() -> None:
    readme = text("README.md")
    assert [name for name in FORMATS if f"`/{name}`" not in readme] == []
    codes = {int(found) for found in re.findall(r"^\| (\d+) \|", readme, re.MULTILINE)}
    assert codes == {command_line.DONE, command_line.REFUSED, command_line.WRONG_USE, command_line.CRASHED}
