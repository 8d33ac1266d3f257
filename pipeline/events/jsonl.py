"""`python -m pipeline extract`: JSON lines in, JSON lines out."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pipeline.events.fold import fold
from pipeline.extract import extract
from pipeline.models import Article, Mention


def extract_lines(lines: Iterable[str]) -> Iterator[str]:
    """One line of events per line of input, each as its clearest mention; blank lines are skipped.

    ValueError with line number and reason on a bad line.

    >>> print(*extract_lines(['{"id": "a", "text": "Rain fell."}']))
    {"id": "a", "mentions": []}
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                article = _article(json.loads(line))
            except (ValueError, TypeError) as error:
                raise ValueError(f"line {number}: {error}") from error
            yield json.dumps(
                {"id": article.article_id, "mentions": [_row(article, m) for m in fold(extract(article))]},
                ensure_ascii=False,
            )


def _article(row: Any) -> Article:
    if not isinstance(row, dict):
        raise ValueError("expected a JSON object")
    if not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
        raise ValueError('expected the keys "id" and "text" with text values')
    published = row.get("published")
    country = row.get("publisher_country") or ""
    return Article(
        row["id"], "", row["text"], published=date.fromisoformat(published) if published else None, country=country
    )


def _row(article: Article, mention: Mention) -> dict[str, Any]:
    found = mention.date
    return {
        "category": mention.category,
        "type": mention.type,
        "persons": list(mention.persons),
        "role": mention.role,
        "place": mention.place,
        "date_start": found.start.isoformat() if found.start else "",
        "date_end": found.end.isoformat() if found.end else "",
        "precision": found.precision,
        "basis": found.basis,
        "date_text": found.text,
        "modality": mention.modality,
        "background": mention.background,
        "speaker": mention.speaker,
        "evidence_class": mention.evidence_class,
        "motive": mention.motive,
        "start": mention.start,
        "end": mention.end,
        "quote": article.text[mention.start : mention.end],
    }
