"""load: what is read again, and when."""

from pathlib import Path

import pytest

from pages.shared import load


def test_texts_are_looked_at_every_few_seconds_and_with_new_tables(
    own_tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROKEN_RANKS_DATA", str(own_tables))
    now = 0.0
    monkeypatch.setattr(load, "monotonic", lambda: now)
    monkeypatch.setattr(load, "_looked", None)
    load.shelf()
    assert "gazette" in load.reading().articles
    (own_tables / "articles" / "gazette.txt").unlink()
    now = load.TEXTS_EVERY / 2
    assert "gazette" in load.reading().articles
    now = load.TEXTS_EVERY
    assert "gazette" not in load.reading().articles
    (own_tables / "articles" / "courier.txt").unlink()
    (own_tables / "events.csv").write_bytes((own_tables / "events.csv").read_bytes())
    load.shelf()
    assert "courier" not in load.reading().articles
