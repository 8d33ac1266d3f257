"""Events as JSON for programs: lists as lists, unknown values as null, each event with its evidence."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import pandas as pd

from pipeline.exports.selection import Record, Selection, records
from pipeline.tables.columns import COLUMNS
from pipeline.tables.files import DATE_COLUMNS, DIGITS, split_list

LIST_COLUMNS: Final = ("persons", "person_ids", "articles", "origins")
_CLAIMS: Final = [column for column in COLUMNS["evidence"] if column != "event_id"]
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_AT_ONCE: Final = 200
"""Events a chunk: some hundred kilobytes."""


def stream(selection: Selection) -> Iterator[bytes]:
    """`{"events": [{…, "evidence": [{…}]}]}` in chunks; days are ISO strings. Nothing but a chunk is in memory."""
    yield b'{"events":['
    told = (_event(record, claims) for record, claims in records(selection, list(COLUMNS["events"]), _CLAIMS))
    separator = b""
    while chunk := ",".join(islice(told, _AT_ONCE)):
        yield separator + chunk.encode("utf-8", "replace")
        separator = b","
    yield b"]}\n"


def _event(record: Record, claims: Iterable[Record]) -> str:
    for column in DATE_COLUMNS:
        record[column] = None if pd.isna(record[column]) else record[column].date().isoformat()
    for column in DIGITS:
        record[column] = None if pd.isna(record[column]) else record[column]
    for column in LIST_COLUMNS:
        record[column] = split_list(record[column])
    return _ENCODER.encode(record | {"evidence": claims})
