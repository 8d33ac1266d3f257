"""Phrases: the English that grammar, coreference and timing look for around a trigger, read from en/phrases/*.toml.

Rules state events and cues say how to take them; a phrase only helps to find who, when or where: "one of", "instead
of", "since early". Code names it by its id and decides what it means.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.lexicon.patterns import fill_lists
from pipeline.lexicon.words import FOLDER, LexiconError, read_entries

_KEYS = frozenset(("id", "pattern", "ignore_case", "any_blank", "examples", "counterexamples"))


def phrase(key: str) -> re.Pattern[str]:
    """The phrase of this id. LexiconError where there is none.

    >>> bool(phrase("document.date_follows").search("resigned in "))
    True
    """
    if key not in load_phrases():
        raise LexiconError(f"no phrase {key!r} in en/phrases")
    return load_phrases()[key]


@lru_cache
def load_phrases() -> dict[str, re.Pattern[str]]:
    """All phrases by id."""
    found: dict[str, re.Pattern[str]] = {}
    for path in sorted((FOLDER / "phrases").glob("*.toml")):
        for entry in read_phrases(path):
            if entry["id"] in found:
                raise LexiconError(f"{path.name}: {entry['id']} is used twice")
            found[entry["id"]] = _compiled(path.name, entry)
    return found


def read_phrases(path: Path) -> list[dict[str, Any]]:
    """The entries of one file. LexiconError on an unknown or a missing key, and on an id of another file."""
    entries = read_entries(path, "phrase", _KEYS, _KEYS - {"ignore_case", "any_blank"})
    for entry in entries:
        if entry["id"].partition(".")[0] != path.stem:
            raise LexiconError(f"{path.name}: {entry['id']}: an id of this file begins with “{path.stem}.”")
    return entries


def _compiled(file: str, entry: dict[str, Any]) -> re.Pattern[str]:
    """Unlike patterns of rules, a phrase keeps its letter case and its blanks as they are written.

    With `any_blank`, its blanks and those of its lists match any white space, so a post may go over two lines.
    """
    where = f"{file}: {entry['id']}"
    try:
        filled = fill_lists(entry["pattern"], where)
        filled = filled.replace(" ", r"\s") if entry.get("any_blank", False) else filled
        return re.compile(filled, re.IGNORECASE * entry.get("ignore_case", False))
    except re.error as error:
        raise LexiconError(f"{where}: {error}") from error
