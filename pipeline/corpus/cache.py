"""Mentions of the last build, kept by article, so that only changed articles are read again.

A key covers everything that the mentions depend on: the article with its manifest row, the code, the lexicon and the
places.
The cache may be deleted at any time; a damaged entry counts as absent.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from pipeline.models import Article, Claim, Clause, EventDate, Mention

FOLDER: Final = ".cache"
_CODE: Final = Path(__file__).parents[1]
_READ_WITH: Final = ("*.py", "*.toml")
_PLACES: Final = _CODE.parent / "data" / "places.csv"


def key(article: Article) -> str:
    """Name of the article's entry: 40 hex digits."""
    return hashlib.sha256(f"{_code_version()}\n{article!r}".encode("utf-8", "surrogatepass")).hexdigest()[:40]


def load(directory: Path, name: str) -> tuple[Mention, ...] | None:
    """The mentions of an entry, None where there is none that can be read."""
    try:
        rows = json.loads((directory / FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        return tuple(_mention(row) for row in rows)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def save(directory: Path, name: str, mentions: Iterable[Mention]) -> None:
    """Writes an entry; a cache that cannot be written costs time, never the build."""
    folder = directory / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{name}.{os.getpid()}.tmp"
        draft.write_text(json.dumps([asdict(m) for m in mentions], default=date.isoformat), encoding="utf-8")
        os.replace(draft, folder / f"{name}.json")
    except OSError:
        return


def forget_others(directory: Path, names: Iterable[str]) -> None:
    """Removes entries that no article of this build uses."""
    kept = {f"{name}.json" for name in names}
    for path in (directory / FOLDER).glob("*"):
        if path.name not in kept:
            with suppress(OSError):
                path.unlink()


@cache
def _code_version() -> str:
    digest = hashlib.sha256()
    files = [path for pattern in _READ_WITH for path in _CODE.rglob(pattern)]
    for path in [*sorted(files), *([_PLACES] if _PLACES.is_file() else [])]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _mention(row: dict[str, Any]) -> Mention:
    when = row["date"] | {name: _day(row["date"][name]) for name in ("start", "end")}
    when["span"] = tuple(when["span"]) if when["span"] else None
    claims = tuple(Claim(**claim) for claim in row["claims"])
    values = {
        "trigger": tuple(row["trigger"]),
        "persons": tuple(row["persons"]),
        "date": EventDate(**when),
        "clause": Clause(**row["clause"]),
        "claims": claims,
    }
    return Mention(**(row | values))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
