"""The tables and articles on disk. Each version is read once; the last good one is kept if a newer one is broken."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Final

import streamlit as st

from pipeline.corpus.articles import manifest_path, read_articles
from pipeline.corpus.notice import Notice
from pipeline.models import Article
from pipeline.tables.columns import FILES
from pipeline.tables.files import Tables, TablesError, read_tables

ROOT = Path(__file__).resolve().parents[2]
LOOK_EVERY = "5s"
"""How often an open page looks for new tables. It costs three file stats."""
TEXTS_EVERY: Final = 5.0
"""Seconds between looks at the articles: with 20,000 files a look takes 0.1 s, and a page asks many times."""

Stamp = tuple[tuple[str, int, int, int], ...]
"""Name, time, size and inode of each file: it changes whenever one of them is replaced."""


@dataclass(frozen=True)
class CurrentTables:
    """The tables in use. `problem` says in one line why the newest files are not used; `tables` are then older ones."""

    tables: Tables | None = None
    version: str = ""
    problem: str = ""
    stamp: Stamp | None = None


@dataclass(frozen=True)
class CurrentArticles:
    """The articles by identifier, and the import warnings for the folder."""

    articles: dict[str, Article] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    stamp: Stamp | None = None


_lock = Lock()
_shelf = CurrentTables()
_texts = Lock()
"""A lock of its own, so that tables do not wait for a look at the articles."""
_reading = CurrentArticles()
_looked: tuple[Path, Stamp | None, float] | None = None
"""The folder of the last look at the articles, the tables at that time, and the moment."""


def data_directory() -> Path:
    """The folder of the tables."""
    return Path(os.environ.get("BROKEN_RANKS_DATA") or ROOT / "data")


def articles_directory() -> Path:
    """The folder of the articles."""
    return Path(os.environ.get("BROKEN_RANKS_ARTICLES") or data_directory() / "articles")


def current_tables() -> CurrentTables:
    """The newest readable tables. All sessions and routes share one copy: never change it."""
    global _shelf  # noqa: PLW0603 — the one place where the process keeps its tables
    with _lock:
        now = _stamp(data_directory() / name for name in FILES.values())
        if now != _shelf.stamp:
            _shelf = _newest(_shelf, now)
        return _shelf


def current_articles() -> CurrentArticles:
    """The articles as they were on disk a few seconds ago; empty where there is no folder.

    New tables cause a new look: their quotes may be from an article that was just added.
    """
    global _reading, _looked  # noqa: PLW0603
    folder, tables = articles_directory(), _shelf.stamp
    with _texts:
        if _looked is None or _looked[:2] != (folder, tables) or monotonic() - _looked[2] >= TEXTS_EVERY:
            now = _stamp((folder, manifest_path(folder), *_texts_of(folder)))
            if now != _reading.stamp:
                _reading = _read(folder, now)
            _looked = folder, tables, monotonic()
        return _reading


def figures_file() -> Path:
    """The file of measured figures for the About page. The benchmark writes it; it may be missing."""
    return data_directory() / "figures.json"


@st.fragment(run_every=LOOK_EVERY)
def rerun_on_new_tables(seen: CurrentTables) -> None:
    """Rerun the page of every open session when the tables have changed."""
    if current_tables() is not seen:
        st.rerun()


def _newest(last: CurrentTables, now: Stamp) -> CurrentTables:
    directory = data_directory()
    try:
        tables = read_tables(directory)
        content = b"".join((directory / name).read_bytes() for name in FILES.values())
    except (TablesError, OSError) as error:
        return replace(last, problem=_without_folder(str(error)), stamp=now)
    return CurrentTables(tables, hashlib.sha256(content).hexdigest()[:12], "", now)


def _without_folder(message: str) -> str:
    """The message without the server's folders: readers see the name of the file only."""
    for folder in (articles_directory(), articles_directory().parent, data_directory()):
        message = message.replace(f"{folder}{os.sep}", "").replace(str(folder), folder.name)
    return message


def _read(folder: Path, now: Stamp) -> CurrentArticles:
    try:
        articles, notices = read_articles(folder)
    except OSError as error:
        return CurrentArticles({}, (Notice("articles", _without_folder(str(error)), refused=True),), now)
    told = tuple(Notice(_without_folder(n.where), _without_folder(n.message), n.refused) for n in notices)
    return CurrentArticles({a.article_id: a for a in articles}, told, now)


def _stamp(paths: Iterable["Path | os.DirEntry[str]"]) -> Stamp:
    found = []
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue
        found.append((path.name, stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return tuple(found)


def _texts_of(folder: Path) -> list["os.DirEntry[str]"]:
    """The text files of the folder by name, as directory entries, which are faster than paths."""
    try:
        with os.scandir(folder) as files:
            return sorted((file for file in files if file.name.endswith(".txt")), key=lambda file: file.name)
    except OSError:
        return []
