"""The folder of articles and its manifest → Article, with one clear line for everything that is not as it should be."""

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from charset_normalizer import from_bytes

from pipeline.corpus.notice import Notice
from pipeline.corpus.regular_files import NotReadableError, odd_name, read_regular
from pipeline.models import EARLIEST, LATEST, Article
from pipeline.text.normalise import identifier

LARGEST_FILE: Final = 10_000_000
"""Bytes. A news article has some ten thousand; a hundred times a long book is a dump that was put here by mistake."""
LARGEST_MANIFEST: Final = 100_000_000
"""Bytes: rows for half a million articles."""
MANIFEST_COLUMNS: Final = ("article_id", "file", "title", "publisher", "origin", "url", "published", "published_basis")
OPTIONAL_COLUMNS: Final = ("language", "country", "note")
_BINARY_SAMPLE: Final = 8192


def read_articles(directory: Path) -> tuple[tuple[Article, ...], tuple[Notice, ...]]:
    """Every readable `*.txt` of the folder with its manifest row, by article_id, and what was wrong with the rest.

    No two have one article_id, because a quote is looked up by it.
    The manifest is `articles.csv` inside the folder or `<folder>.csv` beside it. NotADirectoryError where there is
    no folder.
    """
    if not directory.is_dir():
        raise NotADirectoryError(f"{directory} is not a folder: give the folder with the articles")
    notices: list[Notice] = []
    rows = _manifest(manifest_path(directory), notices)
    taken = {row.article_id for row in rows.values()}
    articles: list[Article] = []
    for path in sorted(directory.glob("*.txt")):
        row, text = rows.pop(path.name, None), _text(path, notices)
        if text is not None and (article := row or _without_row(path, taken, notices)):
            articles.append(replace(article, text=text))
    manifest = manifest_path(directory)
    notices += [Notice(str(manifest), f"names {file}, which is not in {directory}", refused=True) for file in rows]
    if not articles:
        notices.append(Notice(str(directory), "holds no readable article (*.txt)", refused=True))
    return _without_repeats(sorted(articles, key=lambda a: a.article_id), notices), tuple(notices)


def _without_row(path: Path, taken: set[str], notices: list[Notice]) -> Article | None:
    """What is known of a file that the manifest does not name. None where its name is the article_id of another."""
    article_id = identifier(path.stem) or identifier(path.name)
    if article_id in taken:
        what = f"has no row in the manifest, and its name is the article_id {article_id} of another: give it a row"
        notices.append(Notice(str(path), what, refused=True))
        return None
    taken.add(article_id)
    notices.append(Notice(str(path), "has no row in the manifest: read without publisher and publication day"))
    return Article(article_id, path.name, "", title=path.stem, origin=f"unknown ({path.name})")


def manifest_path(directory: Path) -> Path:
    """Where the manifest of a folder of articles lies."""
    inside = directory / "articles.csv"
    return inside if inside.is_file() else directory.with_name(f"{directory.resolve().name}.csv")


def _manifest(path: Path, notices: list[Notice]) -> dict[str, Article]:
    """Rows by file name, the text still empty."""
    if not path.exists():
        notices.append(Notice(str(path), "is missing: articles are read without publisher and publication day"))
        return {}
    content = _decoded(path, read_regular(path, LARGEST_MANIFEST), notices)
    reader = csv.DictReader(io.StringIO(content, newline=""))
    missing = [c for c in MANIFEST_COLUMNS if c not in (reader.fieldnames or ())]
    if missing:
        notices.append(
            Notice(f"{path}:1", f"lacks the columns {', '.join(missing)}: the manifest is not used", refused=True)
        )
        return {}
    rows: dict[str, Article] = {}
    identifiers: set[str] = set()
    for where, row in _rows(path, reader, notices):
        article = _article(where, row, notices)
        if article is None:
            continue
        if article.file in rows or article.article_id in identifiers:
            what = f"file {article.file}" if article.file in rows else f"article_id {article.article_id}"
            notices.append(Notice(where, f"repeats the {what}: only the first row is used", refused=True))
            continue
        identifiers.add(article.article_id)
        rows[article.file] = article
    return rows


def _rows(path: Path, reader: "csv.DictReader[str]", notices: list[Notice]) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        for row in reader:
            yield (
                f"{path}:{reader.line_num}",
                {k: (v or "").strip() for k, v in row.items() if isinstance(k, str) and not isinstance(v, list)},
            )
    except csv.Error as error:
        notices.append(Notice(f"{path}:{reader.line_num}", f"cannot be read from here on ({error})", refused=True))


def _article(where: str, row: dict[str, str], notices: list[Notice]) -> Article | None:
    file = row["file"]
    if not file or Path(file).name != file:
        notices.append(
            Notice(where, f"{file!r} is no file name in the folder of articles: the row is not used", refused=True)
        )
        return None
    fields = {
        name: row[name]
        for name in (*MANIFEST_COLUMNS, *OPTIONAL_COLUMNS)
        if name in row and name not in ("published", "url")
    }
    fields["article_id"] = _identifier(where, fields["article_id"], file, notices)
    fields["origin"] = fields["origin"] or fields["publisher"] or f"unknown ({file})"
    url = _web_address(where, row["url"], notices)
    country = row.get("country", "") or _country(url)
    return Article(**{**fields, "country": country}, text="", url=url, published=_day(where, row["published"], notices))


def _identifier(where: str, given: str, file: str, notices: list[Notice]) -> str:
    given = given or Path(file).stem
    found = identifier(given) or identifier(file)
    if found != given:
        notices.append(Notice(where, f"its article_id {given!r} is written {found!r}, as a table can hold it"))
    return found


def _day(where: str, value: str, notices: list[Notice]) -> date | None:
    consequence = "its relative dates stay unknown, dates written out are kept"
    if not value:
        notices.append(Notice(where, f"has no publication day: {consequence}"))
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        notices.append(Notice(where, f"{value!r} is no day (write YYYY-MM-DD): {consequence}"))
        return None
    if EARLIEST <= day <= LATEST:
        return day
    notices.append(Notice(where, f"{value} lies outside {EARLIEST.year}–{LATEST.year}: {consequence}"))
    return None


def _web_address(where: str, url: str, notices: list[Notice]) -> str:
    """The address if it is one that a browser may open from a page of ours: http or https with a host."""
    try:
        parts = urlsplit(url)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable() and " " not in url
    except ValueError:
        fine = False
    if url and not fine:
        notices.append(Notice(where, "its address does not start with http:// or https:// and is not linked"))
    return url if fine else ""


def _country(url: str) -> str:
    """Two-letter country of an address's top-level domain, "" where it has none (.com). It decides how 03/04/2022 is
    read."""
    ending = (urlsplit(url).hostname or "").rpartition(".")[2]
    return {"uk": "GB"}.get(ending, ending.upper() if len(ending) == 2 else "")


def _text(path: Path, notices: list[Notice]) -> str | None:
    if wrong := odd_name(path.name):
        notices.append(Notice(str(path), wrong, refused=True))
        return None
    try:
        payload = read_regular(path, LARGEST_FILE)
    except NotReadableError as error:
        notices.append(Notice(str(path), f"{error.strerror}", refused=True))
        return None
    except OSError as error:
        notices.append(Notice(str(path), f"cannot be read: {error.strerror}", refused=True))
        return None
    if b"\0" in payload[:_BINARY_SAMPLE] and not payload.startswith((b"\xff\xfe", b"\xfe\xff")):
        notices.append(Notice(str(path), "is a binary file, not text", refused=True))
        return None
    text = _decoded(path, payload, notices)
    if not text.strip():
        notices.append(Notice(str(path), "is empty", refused=True))
        return None
    return text


def _decoded(path: Path, payload: bytes, notices: list[Notice]) -> str:
    """Text with `\\n` line ends: UTF-8, else the encoding that fits best, which is said."""
    try:
        text = payload.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(payload).best()
        text = str(best) if best else payload.decode("latin-1")
        encoding = best.encoding if best else "latin-1"
        notices.append(Notice(str(path), f"is not UTF-8: read as {encoding}; check its accents and quotation marks"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_repeats(articles: list[Article], notices: list[Notice]) -> tuple[Article, ...]:
    """The same text twice under one publisher is one article; under two it is a reprint and counts as one origin."""
    first_by_text: dict[str, Article] = {}
    kept: list[Article] = []
    for article in articles:
        first = first_by_text.setdefault(hashlib.sha256(" ".join(article.text.split()).encode()).hexdigest(), article)
        if first is not article and first.publisher == article.publisher:
            notices.append(Notice(article.file, f"is the same article as {first.file} and is left out", refused=True))
            continue
        if first is not article and first.origin != article.origin:
            notices.append(
                Notice(article.file, f"has the text of {first.file}: both count as one origin, {first.origin}")
            )
            article = replace(article, origin=first.origin)
        kept.append(article)
    return tuple(kept)
