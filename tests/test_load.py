"""load: what is read again, and when."""

import os
from pathlib import Path

import pytest

from pages.state import tables_on_disk
from tests.conftest import soon


def test_texts_are_looked_at_every_few_seconds_and_with_new_tables(
    own_tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROKEN_RANKS_DATA", str(own_tables))
    now = 0.0
    monkeypatch.setattr(tables_on_disk, "monotonic", lambda: now)
    monkeypatch.setattr(tables_on_disk, "_looked", None)
    tables_on_disk.current_tables()
    assert "gazette" in tables_on_disk.current_articles().articles
    (own_tables / "articles" / "gazette.txt").unlink()
    now = tables_on_disk.TEXTS_EVERY / 2
    assert "gazette" in tables_on_disk.current_articles().articles
    now = tables_on_disk.TEXTS_EVERY
    assert "gazette" not in tables_on_disk.current_articles().articles
    (own_tables / "articles" / "courier.txt").unlink()
    (own_tables / "events.csv").write_bytes((own_tables / "events.csv").read_bytes())
    tables_on_disk.current_tables()
    assert "courier" not in tables_on_disk.current_articles().articles


def test_a_server_reads_only_regular_files_of_its_folder(own_tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROKEN_RANKS_DATA", str(own_tables))
    monkeypatch.setattr(tables_on_disk, "_looked", None)
    folder = own_tables / "articles"
    os.mkfifo(folder / "pipe.txt")
    (folder / "secret.txt").symlink_to("/etc/passwd")
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("A text.")
    with soon():
        now = tables_on_disk.current_articles()
    assert set(now.articles) == {"gazette", "courier"}
    assert [str(n).partition(":")[0] for n in now.notices] == ["caf\\xe9.txt", "pipe.txt", "secret.txt"]


def test_a_manifest_that_is_a_pipe_is_one_remark(own_tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROKEN_RANKS_DATA", str(own_tables))
    monkeypatch.setattr(tables_on_disk, "_looked", None)
    (own_tables / "articles.csv").unlink()
    os.mkfifo(own_tables / "articles.csv")
    with soon():
        now = tables_on_disk.current_articles()
    assert [str(n) for n in now.notices] == ["articles: articles.csv: is a pipe, not a file of text"]
