"""The word lists of `words.toml`."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_LISTS = Path(__file__).parent / "words.toml"


@lru_cache(maxsize=2)
def load_lists(table: str) -> dict[str, list[str]]:
    """The lists of a table, `cues` or `names`."""
    lists: dict[str, dict[str, list[str]]] = tomllib.loads(_LISTS.read_text(encoding="utf-8"))
    return lists[table]


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words, as whole words, whatever their case.

    >>> bool(any_of(["quit", "left"]).search("She Quit.")), bool(any_of(["quit"]).search("quite"))
    (True, False)
    """
    return re.compile(rf"(?i)\b(?:{'|'.join(words)})(?!\w)")
