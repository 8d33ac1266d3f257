"""tables: what is written is read back; a re-run is byte-identical; a failed write and a damaged file lose nothing."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from frictionless import Package

from pipeline.exports.as_csv import to_csv
from pipeline.exports.as_json import stream
from pipeline.exports.selection import Selection
from pipeline.models import Event, EventDate, Evidence, Person
from pipeline.tables import files
from pipeline.tables.columns import COLUMNS
from pipeline.tables.files import QuoteError, TablesError, read_tables, replace_files, split_list, write_tables
from tests.factories import day

HOSTILE = '=HYPERLINK("http://evil.example","click")'
EVENT = Event(
    "aino-virtanen-resignation-2024-05-06", "leaving", "resignation", "Aino Virtanen resigns as ambassador", "reported",
    day("2024-05-06"), ("Aino Virtanen",), ("aino-virtanen",), role="ambassador", place="Oslo", country="Norway", latitude=59.9127,
    longitude=10.7461, motive=HOSTILE, motive_class="reporter", articles=("a1",), origins=("Wire",), first_reported=date(2024, 5, 8),
    confidence=0.7,
)  # fmt: skip
UNDATED = replace(EVENT, event_id="x-undated", date=EventDate(), latitude=None, longitude=None, first_reported=None)
EVIDENCE = Evidence(
    EVENT.event_id,
    "a1",
    "act",
    "resignation",
    "She, the envoy, “left”.",
    0,
    23,
    "happened",
    "",
    "reporter",
    rule="resign.left",
)
TEXTS = {"a1": f"{EVIDENCE.quote} So said the ministry."}
PERSON = Person("aino-virtanen", "Aino Virtanen", ("A. Virtanen",), "ambassador", events=(EVENT.event_id,))


def a_build(directory: Path) -> Path:
    claims = [EVIDENCE, replace(EVIDENCE, event_id=UNDATED.event_id)]
    write_tables(directory, [EVENT, UNDATED], claims, [PERSON], TEXTS)
    return directory


def test_round_trip(tmp_path: Path) -> None:
    read = read_tables(a_build(tmp_path))
    first, second = read.events.iloc[0], read.events.iloc[1]
    assert (first["date"], str(first["date_start"].date()), first["latitude"]) == ("2024-05-06", "2024-05-06", 59.9127)
    assert (second["date"], second["date_start"] is not None and second["date_start"] == second["date_start"]) == (
        "",
        False,
    )
    assert read.evidence.iloc[0]["quote"] == EVIDENCE.quote and read.evidence.iloc[0]["end"] == 23
    assert read.people.iloc[0]["aliases"] == "A. Virtanen"


def test_every_column_is_in_the_data_dictionary_and_in_the_file(tmp_path: Path) -> None:
    a_build(tmp_path)
    for name, file in files.FILES.items():
        header = (tmp_path / file).read_text(encoding="utf-8").splitlines()[0]
        assert tuple(header.split(",")) == COLUMNS[name]


def test_frictionless_accepts_the_package(tmp_path: Path) -> None:
    a_build(tmp_path)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])


def test_two_writes_are_byte_identical(tmp_path: Path) -> None:
    one, two = a_build(tmp_path / "one"), a_build(tmp_path / "two")
    for path in one.iterdir():
        assert path.read_bytes() == (two / path.name).read_bytes()
        assert b"\r" not in path.read_bytes()


def test_no_cell_of_a_table_is_a_formula(tmp_path: Path) -> None:
    text = (a_build(tmp_path) / "events.csv").read_text(encoding="utf-8")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert "'" + HOSTILE in cells and HOSTILE not in cells


def test_a_write_that_fails_midway_leaves_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_build(tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    calls = iter(range(9))

    def full(descriptor: int) -> None:
        if next(calls) == 1:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace_files(tmp_path, {"events.csv": b"new", "evidence.csv": b"new"})
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("file", "damage", "says"),
    [
        ("events.csv", lambda text: "", "lacks the columns event_id"),
        ("events.csv", lambda text: text.replace("event_id", "id", 1), "lacks the column event_id"),
        ("events.csv", lambda text: text + text.splitlines()[1] + "\n", "has an empty or repeated event_id"),
        ("events.csv", lambda text: text.replace("2024-05-06,2024-05-06,2024-05-06", "2024-05-06,6 May,2024-05-06"), "events.csv:2 has '6 May'"),
        ("events.csv", lambda text: text[: text.index("ambassador,,Oslo")], "events.csv: row 1 has 14 cells instead of 26"),
        ("evidence.csv", lambda text: text.replace(",0,23,", ",zero,23,"), "evidence.csv:2 has 'zero' as start"),
        ("people.csv", None, "is missing"),
    ],
)  # fmt: skip
def test_damage_is_named_with_file_and_line(tmp_path: Path, file: str, damage: object, says: str) -> None:
    path = a_build(tmp_path) / file
    if damage is None:
        path.unlink()
    else:
        path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(TablesError, match=says.replace("(", r"\(")):
        read_tables(tmp_path)


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": "He, the envoy, “left”.  "},
        {"start": 1},
        {"end": 22},
        {"start": -24, "end": -1},
        {"article_id": "a2"},
        {"article_id": "A1"},
        {"article_id": "another"},
    ],
)
def test_a_quote_that_is_not_in_its_text_leaves_the_old_files(tmp_path: Path, wrong: dict[str, object]) -> None:
    a_build(tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    texts = TEXTS | {"a2": "An article of somebody else, which is about somebody else."}
    with pytest.raises(QuoteError, match=f"act of event '{EVENT.event_id}' rests on .*: nothing was written"):
        write_tables(tmp_path, [EVENT], [EVIDENCE, replace(EVIDENCE, **wrong)], [PERSON], texts)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_person_of_very_many_events_is_read_back(tmp_path: Path) -> None:
    events = tuple(f"{EVENT.event_id}-{n}" for n in range(5_000))
    write_tables(tmp_path, [EVENT], [EVIDENCE], [replace(PERSON, events=events)], TEXTS)
    assert split_list(read_tables(tmp_path).people.iloc[0]["events"]) == events


def test_exports_hold_what_the_table_holds(tmp_path: Path) -> None:
    read = read_tables(a_build(tmp_path))
    assert to_csv(read.events).decode() == (tmp_path / "events.csv").read_text(encoding="utf-8")
    exported = b"".join(stream(Selection(read.events, read)))
    assert b'"persons":["Aino Virtanen"]' in exported and b'"date_start":null' in exported and b"NaN" not in exported
