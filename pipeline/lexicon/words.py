"""The word lists of the lexicon, read from TOML: tables `[lists]`, one list a key."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.lexicon.saying import saying, with_verbs

FOLDER = Path(__file__).parent / "en"


class LexiconError(ValueError):
    """A file of the lexicon that cannot be used; the message names file and entry."""


@lru_cache
def load_words() -> dict[str, tuple[str, ...]]:
    """All word lists of `en/words/`, those of verbs of saying, and `number`, the words for 2 to 12: larger numbers
    stand in figures. An entry `<saying>` stands for all verbs of saying.

    A name belongs to one list of one file, so that nobody needs to know the file.

    >>> "was" in load_words()["be"]
    True
    """
    lists: dict[str, tuple[str, ...]] = {}
    for path in sorted((FOLDER / "words").glob("*.toml")):
        read = read_words(path)
        if twice := read.keys() & lists.keys():
            raise LexiconError(f"{path.name}: {sorted(twice)} is a list of another file too")
        lists |= {name: with_verbs(words) for name, words in read.items()}
    return lists | saying() | {"number": _number_words(2, 12)}


def _number_words(least: int, most: int) -> tuple[str, ...]:
    """Number words by their value, from the one list of them, which dates are read with."""
    values = read_toml(FOLDER / "dates" / "numbers.toml")["number"]
    return tuple(word for word, value in values.items() if least <= value <= most)


def read_words(path: Path) -> dict[str, tuple[str, ...]]:
    """Word lists of one file; each value is a list of strings or one string of words parted by blanks."""
    content = read_toml(path)
    if set(content) != {"lists"}:
        raise LexiconError(f"{path.name}: expected one table [lists], found {sorted(content)}")
    lists: dict[str, tuple[str, ...]] = {}
    for key, value in content["lists"].items():
        words = tuple(value.split()) if isinstance(value, str) else tuple(value)
        if not words or not all(isinstance(word, str) and word for word in words):
            raise LexiconError(f"{path.name}: list {key!r} is empty or holds something other than words")
        lists[key] = words
    return lists


def read_entries(path: Path, table: str, keys: frozenset[str], needed: frozenset[str]) -> list[dict[str, Any]]:
    """The `[[table]]` entries of a file. LexiconError on another table, a key not of `keys`, a `needed` one missing."""
    content = read_toml(path)
    if set(content) != {table}:
        raise LexiconError(f"{path.name}: expected [[{table}]] entries, found {sorted(content)}")
    for entry in content[table]:
        where = f"{path.name}: {entry.get('id', 'entry without id')}"
        if unknown := set(entry) - keys:
            raise LexiconError(f"{where}: unknown key {sorted(unknown)}")
        if missing := needed - set(entry):
            raise LexiconError(f"{where}: missing {sorted(missing)}")
    return list(content[table])


def read_toml(path: Path) -> dict[str, Any]:
    """A file of the lexicon; LexiconError where it cannot be read or is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: {error}") from error
