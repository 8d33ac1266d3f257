"""The CSV files: their columns, how they are written and how they are read. No other module knows them."""

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd

from pipeline.dates import to_edtf
from pipeline.models import Event, Evidence, Person
from pipeline.tables.columns import COLUMNS, FILES, datapackage
from pipeline.text.normalise import harmless, without_controls

JOINER = "; "
DATE_COLUMNS = ("date_start", "date_end", "first_reported")
DIGITS = {"latitude": 4, "longitude": 4, "confidence": 2}
"""Number columns and how many decimals are written; four of a degree are about ten metres."""


csv.field_size_limit(2**31 - 1)  # people.csv names all events of a person in one cell: soon more than Python's 131,072


class TablesError(ValueError):
    """A table cannot be used; the message names file, line and what to do."""


class QuoteError(ValueError):
    """A row of evidence does not say what its article says: a mistake of the program, never of the input."""


@dataclass(frozen=True, eq=False)
class Tables:
    """The three tables as data frames.

    `events`: date columns are datetime64 (NaT = open or unknown), numbers are floats, `background` is bool, the rest
    ("" = not known); lists are joined with "; ". `evidence`: `start` and `end` are integers. `people`: all text.
    """

    events: pd.DataFrame
    evidence: pd.DataFrame
    people: pd.DataFrame

    @cached_property
    def former_ids(self) -> dict[str, str]:
        """Identifiers that were merged away → the event that took them over."""
        rows = self.evidence[self.evidence["field"] == "former_id"]
        return dict(zip(rows["value"], rows["event_id"], strict=True))


def split_list(cell: str) -> tuple[str, ...]:
    """The values of a joined cell.

    >>> split_list("Rishi Sunak; Sajid Javid")
    ('Rishi Sunak', 'Sajid Javid')
    """
    return tuple(part for part in cell.split(JOINER) if part)


def write_tables(
    directory: Path,
    events: Sequence[Event],
    evidence: Sequence[Evidence],
    people: Sequence[Person],
    texts: Mapping[str, str],
) -> None:
    """Replace the four files, each atomically and only after all of them were written whole.

    OSError leaves the old ones, and so does QuoteError: `texts`, by article_id, are what every quote is held to.
    """
    check_quotes(evidence, texts)
    rows: dict[str, Iterable[Sequence[str]]] = {
        "events": [_event_row(e) for e in events],
        "evidence": [_evidence_row(e) for e in evidence],
        "people": [_person_row(p) for p in people],
    }
    content = {FILES[name]: _csv_bytes(COLUMNS[name], rows[name]) for name in COLUMNS}
    content["datapackage.json"] = datapackage({name: content[FILES[name]] for name in COLUMNS})
    replace_files(directory, content)


def check_quotes(evidence: Iterable[Evidence], texts: Mapping[str, str]) -> None:
    """QuoteError names the first row of which `text[start:end] == quote` does not hold."""
    for row in evidence:
        text = texts.get(row.article_id)
        if text is None or text[row.start : row.end] != row.quote:
            where = f"characters {row.start} to {row.end} of article {row.article_id!r}"
            told = f"{row.field} of event {row.event_id!r} rests on {where}, which are not its quote {row.quote[:60]!r}"
            raise QuoteError(f"{told}: nothing was written")


def replace_files(directory: Path, content: dict[str, bytes]) -> None:
    """Write every file beside its place first, then move all into place: a kill or a full disk leaves the old files
    whole."""
    directory.mkdir(parents=True, exist_ok=True)
    written: list[tuple[str, Path]] = []
    try:
        for name, payload in content.items():
            handle, path = tempfile.mkstemp(dir=directory, prefix=f".{name}.", suffix=".tmp")
            written.append((path, directory / name))
            with os.fdopen(handle, "wb") as file:
                file.write(payload)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(path, 0o644)
        for path, place in written:
            os.replace(path, place)
    finally:
        for path, _ in written:
            Path(path).unlink(missing_ok=True)


def read_tables(directory: Path) -> Tables:
    """The tables of a built directory; TablesError says what is wrong and what to do."""
    events = _read(directory, "events")
    evidence = _read(directory, "evidence")
    people = _read(directory, "people")
    for column in DATE_COLUMNS:
        events[column] = _dates(events, column)
    for column in DIGITS:
        events[column] = _numbers(events, "events.csv", column)
    for column in ("start", "end"):
        evidence[column] = _numbers(evidence, "evidence.csv", column).astype("int64")
    events["background"] = events["background"] == "true"
    return Tables(events, evidence, people)


def _read(directory: Path, name: str) -> pd.DataFrame:
    path = directory / FILES[name]
    again = "run `python -m pipeline build` to write it anew"
    if not path.is_file():
        raise TablesError(f"{path} is missing: {again}")
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file, strict=True)
            header = next(rows, [])
            cells = list(rows)
    except (csv.Error, UnicodeDecodeError, OSError) as error:
        raise TablesError(f"{path} cannot be read ({error}): {again}") from error
    missing = [column for column in COLUMNS[name] if column not in header]
    if missing:
        raise TablesError(f"{path}:1 lacks the column{'s' * (len(missing) > 1)} {', '.join(missing)}: {again}")
    uneven = next((i for i, row in enumerate(cells) if len(row) != len(header)), None)
    if uneven is not None:
        raise TablesError(f"{path}: row {uneven + 1} has {len(cells[uneven])} cells instead of {len(header)}: {again}")
    frame = pd.DataFrame(cells, columns=header, dtype="str")
    frame = frame[list(COLUMNS[name])]
    key = {"events": "event_id", "people": "person_id"}.get(name)
    if key and (doubled := frame.index[frame[key].duplicated() | (frame[key] == "")].tolist()):
        raise TablesError(f"{path}:{doubled[0] + 2} has an empty or repeated {key}: {again}")
    return frame


def _dates(frame: pd.DataFrame, column: str) -> pd.Series:
    parsed = pd.to_datetime(frame[column], format="%Y-%m-%d", errors="coerce").astype("datetime64[s]")
    bad = frame.index[parsed.isna() & (frame[column] != "")]
    if len(bad):
        raise TablesError(
            f"events.csv:{bad[0] + 2} has {frame[column][bad[0]]!r} as {column}: write YYYY-MM-DD or nothing"
        )
    return parsed


def _numbers(frame: pd.DataFrame, file: str, column: str) -> pd.Series:
    parsed = pd.to_numeric(frame[column].replace("", None), errors="coerce")
    bad = frame.index[parsed.isna() & ((frame[column] != "") | (file == "evidence.csv"))]
    if len(bad):
        raise TablesError(f"{file}:{bad[0] + 2} has {frame[column][bad[0]]!r} as {column}: a number is needed")
    return parsed


def _csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _cell(value: str) -> str:
    return harmless(without_controls(" ".join(value.split())))


def _list(values: Iterable[str]) -> str:
    return _cell(JOINER.join(value.replace(";", ",") for value in values))


def _number(value: float | None, column: str) -> str:
    return "" if value is None else f"{value:.{DIGITS[column]}f}"


def _event_row(e: Event) -> tuple[str, ...]:
    when = e.date
    return (
        e.event_id, e.category, e.type, _cell(e.headline), e.status,
        to_edtf(when), _day(when.start), _day(when.end), when.precision, when.basis, _cell(when.text),
        _list(e.persons), _list(e.person_ids), _cell(e.role), _cell(e.organisation),
        _cell(e.place), _cell(e.country), _number(e.latitude, "latitude"), _number(e.longitude, "longitude"),
        _cell(e.motive), e.motive_class, _list(e.articles), _list(e.origins),
        "true" if e.background else "false", _day(e.first_reported), _number(e.confidence, "confidence"),
    )  # fmt: skip


def _evidence_row(e: Evidence) -> tuple[str, ...]:
    return (
        e.event_id, e.article_id, e.field, _cell(e.value), e.quote, str(e.start), str(e.end),
        e.modality, _cell(e.speaker), e.evidence_class, _cell(e.date_text), e.rule, _cell(e.note),
    )  # fmt: skip


def _person_row(p: Person) -> tuple[str, ...]:
    return (
        p.person_id, _cell(p.name), _list(p.aliases),
        _cell(p.role), _cell(p.organisation), _cell(p.country), _list(p.events),
    )  # fmt: skip
