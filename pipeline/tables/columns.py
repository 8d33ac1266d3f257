"""The data dictionary: every column of every table, with what it means, and the Frictionless description of them."""

import hashlib
import json
from typing import Final

from pipeline.vocabulary import (
    BASES,
    CATEGORIES,
    EVIDENCE_CLASSES,
    EVIDENCE_FIELDS,
    MODALITIES,
    PRECISIONS,
    STATUSES,
    TYPES,
)

FILES: Final = {"events": "events.csv", "evidence": "evidence.csv", "people": "people.csv"}

DICTIONARY: Final[dict[str, dict[str, str]]] = {
    "events": {
        "event_id": "Permanent, readable. An event that shares evidence with one of an earlier build keeps it.",
        "category": "Family of the type.",
        "type": "What happened.",
        "headline": "One neutral line, composed by the software from the fields.",
        "status": "How sure it is, from who says so.",
        "date": "When, as EDTF (ISO 8601-2). Starts with ../ where it is only reported by that day. Empty if unknown.",
        "date_start": "First possible day. Empty if open or unknown.",
        "date_end": "Last possible day. Empty if open or unknown.",
        "date_precision": "How fine the date is.",
        "date_basis": "Where the date comes from.",
        "date_text": "The date words of the source that decided.",
        "persons": "Who, as named in the sources; several are joined with '; '.",
        "person_ids": "Their identifiers in people.csv, in the same order.",
        "role": "The post concerned, in the words of a source.",
        "organisation": "The body that the post belongs to, where the words for the post name it; else empty.",
        "place": "Where, in today's usual English spelling.",
        "country": "Country of the place.",
        "latitude": "Degrees north, WGS 84.",
        "longitude": "Degrees east, WGS 84.",
        "motive": "Why, in the words of a source: a claim of its own, never part of the act.",
        "motive_class": "Who says why.",
        "articles": "Identifiers of the articles that tell it, joined with '; '.",
        "origins": "Who wrote those articles, each origin once, joined with '; '.",
        "background": "true where every article tells it as background only.",
        "first_reported": "Earliest publication day of an article that tells it.",
        "confidence": "0 to 1, from status, number of origins and precision; for sorting, not a probability.",
    },
    "evidence": {
        "event_id": "The event that the claim belongs to.",
        "article_id": "The article, as in articles.csv.",
        "field": "What the claim supports.",
        "value": "The value claimed, cleaned; contradicting values stay as rows of their own.",
        "quote": "The passage, literally: text[start:end] of the article.",
        "start": "First character of the passage, counted from 0.",
        "end": "Character after its last one.",
        "modality": "How it is told.",
        "speaker": "Who says so; empty for the article itself.",
        "evidence_class": "What kind of speaker.",
        "date_text": "For dates: the date words.",
        "rule": "The rule of the lexicon that found it.",
        "note": "How the value was derived, or why the passage was joined to this event.",
    },
    "people": {
        "person_id": "Permanent, readable identifier.",
        "name": "Name as shown.",
        "aliases": "Other spellings in the sources, joined with '; '.",
        "role": "Last post that the sources name for this person alone.",
        "organisation": "The body that this post belongs to, where the words for the post name it; else empty.",
        "country": "Country that this post serves, where the words for the post name it; else empty.",
        "events": "Identifiers of the events, joined with '; '.",
    },
}
COLUMNS: Final = {table: tuple(columns) for table, columns in DICTIONARY.items()}

_ENUMS: Final = {
    "category": CATEGORIES, "type": TYPES, "status": STATUSES, "date_precision": PRECISIONS, "date_basis": BASES,
    "modality": MODALITIES, "evidence_class": EVIDENCE_CLASSES, "motive_class": EVIDENCE_CLASSES,
    "field": EVIDENCE_FIELDS,
}  # fmt: skip
_KINDS: Final = {
    "date_start": "date", "date_end": "date", "first_reported": "date", "latitude": "number", "longitude": "number",
    "confidence": "number", "background": "boolean", "start": "integer", "end": "integer",
}  # fmt: skip
_KEYS: Final = {"events": "event_id", "people": "person_id"}


def datapackage(tables: dict[str, bytes]) -> bytes:
    """Frictionless Data Package (v1) of the tables; takes each table's bytes for size and hash."""
    package = {
        "profile": "tabular-data-package",
        "name": "broken-ranks",
        "title": "Broken Ranks: officials who left, and the war around them",
        "resources": [_resource(name, payload) for name, payload in tables.items()],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(name: str, payload: bytes) -> dict[str, object]:
    schema: dict[str, object] = {"fields": [_field(column, text) for column, text in DICTIONARY[name].items()]}
    if name in _KEYS:
        schema["primaryKey"] = _KEYS[name]
    if name == "evidence":
        schema["foreignKeys"] = [{"fields": "event_id", "reference": {"resource": "events", "fields": "event_id"}}]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": FILES[name],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(payload),
        "hash": f"sha256:{hashlib.sha256(payload).hexdigest()}",
        "schema": schema,
    }


def _field(column: str, description: str) -> dict[str, object]:
    field: dict[str, object] = {"name": column, "type": _KINDS.get(column, "string"), "description": description}
    if column in _ENUMS:
        field["constraints"] = {"enum": [*_ENUMS[column]]}
    return field
