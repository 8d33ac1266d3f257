"""Events as JSON for programs: lists as lists, unknown values as null, each event with its evidence."""

import json
from typing import Any, Final

import pandas as pd

from pipeline.columns import COLUMNS
from pipeline.tables import DATE_COLUMNS, DIGITS, split_list

LIST_COLUMNS: Final = ("persons", "person_ids", "articles", "origins")


def to_json(events: pd.DataFrame, evidence: pd.DataFrame) -> bytes:
    """`{"events": [{…, "evidence": [{…}]}]}` in the order given; days are ISO strings."""
    wanted = evidence[evidence["event_id"].isin(events["event_id"])]
    claims: dict[str, list[dict[str, Any]]] = {}
    for row in _records(wanted[list(COLUMNS["evidence"])]):
        claims.setdefault(row.pop("event_id"), []).append(row)
    days = {column: events[column].dt.strftime("%Y-%m-%d") for column in DATE_COLUMNS}
    events = events[list(COLUMNS["events"])].assign(**days)
    rows = [_event(row) | {"evidence": claims.get(row["event_id"], [])} for row in _records(events)]
    return (json.dumps({"events": rows}, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries; whole columns are turned into lists first, which is ten times faster than `to_dict`."""
    columns = [frame[column].tolist() for column in frame.columns]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def _event(row: dict[str, Any]) -> dict[str, Any]:
    for column in (*DATE_COLUMNS, *DIGITS):
        row[column] = None if pd.isna(row[column]) else row[column]
    for column in LIST_COLUMNS:
        row[column] = list(split_list(row[column]))
    return row
