"""What a revision of the pipeline answers to a file of articles. The command line is the interface: it changes least."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

WORKING_TREE = "working tree"
_DONE, _REFUSED = 0, 1
"""Exit codes of `extract`. 1: some lines were refused; both revisions refuse them, and the rest is compared."""

Mention = dict[str, Any]
Answers = dict[str, list[Mention]]
"""Article → its mentions, as `python -m pipeline extract` writes them."""


class RunError(Exception):
    """A revision cannot be checked out or run; the message is one line."""


def read_answers(lines: Iterable[str]) -> Answers:
    """The lines that `extract` printed."""
    rows = (json.loads(line) for line in lines if line.strip())
    return {row["id"]: row["mentions"] for row in rows}


@contextmanager
def checkout(root: Path, revision: str) -> Iterator[Path]:
    """A revision in a temporary worktree, which is removed however the block ends."""
    with TemporaryDirectory(prefix="broken-ranks-") as folder:
        tree = Path(folder, "tree")
        try:
            _run(["git", "worktree", "add", "--quiet", "--detach", str(tree), revision], root)
            yield tree
        finally:
            remove = ["git", "worktree", "remove", "--force", str(tree)]
            subprocess.run(remove, cwd=root, capture_output=True, check=False)  # no tree where git refused to add one


def answers_at(root: Path, revision: str, articles: Path) -> Answers:
    """What a revision of the pipeline answers to the articles; "working tree" is the code as it lies there."""
    if revision == WORKING_TREE:
        return _extract(root, articles)
    with checkout(root, revision) as tree:
        return _extract(tree, articles)


def _extract(tree: Path, articles: Path) -> Answers:
    command = [sys.executable, "-m", "pipeline", "extract", str(articles.resolve())]
    return read_answers(_run(command, tree, fine=(_DONE, _REFUSED)).splitlines())


def _run(command: list[str], folder: Path, fine: tuple[int, ...] = (_DONE,)) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in fine:
        why = (done.stderr.strip() or "no message").splitlines()[-1]
        raise RunError(f"`{' '.join(command[:4])} …` ended with {done.returncode}: {why}")
    return done.stdout
