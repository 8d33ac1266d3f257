"""The verbs of saying, written once in en/saying.toml: who tells something is found by them, in every room."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "en" / "saying.toml"
_FORMS = ("base", "now", "past", "ing")
_LIST = re.compile(r"(?<!\(\?P)<(saying(?:_\w+)?)>")


@lru_cache
def saying() -> dict[str, tuple[str, ...]]:
    """The forms by the name under which patterns and word lists use them.

    >>> sorted(saying())
    ['saying', 'saying_now', 'saying_past']
    >>> "said" in saying()["saying"], "saying" in saying()["saying"]
    (True, False)
    """
    rows = tomllib.loads(FILE.read_text("utf-8"))["lists"]["verbs"]
    verbs = [dict(zip(_FORMS, row.split(), strict=True)) for row in rows]
    past, now = (tuple(verb[form] for verb in verbs if verb[form] != "-") for form in ("past", "now"))
    sure = tuple(form for form in now if not form.startswith("("))
    return {"saying": (*past, *sure), "saying_past": past, "saying_now": tuple(form.strip("()") for form in now)}


def with_saying(pattern: str) -> str:
    """A pattern with its `<saying>` lists filled in.

    >>> bool(re.search(with_saying(r"Ruiz (?:<saying>)"), "Ruiz announced"))
    True
    """
    return _LIST.sub(lambda match: "(?:" + "|".join(saying()[match.group(1)]) + ")", pattern)


def with_verbs(words: tuple[str, ...]) -> tuple[str, ...]:
    """A word list in which the entry `<saying>` stands for those verbs."""
    return tuple(form for word in words for form in (saying()[word[1:-1]] if _LIST.fullmatch(word) else (word,)))
