"""JSON lines in, JSON lines out: what `python -m pipeline dates` and `extract` answer to one line each."""

import json
from datetime import date
from typing import Any

from pipeline.dates import find_dates
from pipeline.events import extract
from pipeline.merge.one_article import clearest_mentions
from pipeline.models import Article, Mention


def tag_line(line: str) -> str:
    """{"id", "published", "text"} → {"id", "dates": [{"start", "end", "type", "value", "text"}]}.

    `published` may be missing or null, `publisher_country` may be given. ValueError says what is wrong with a bad line.

    >>> tag_line('{"id": "a", "published": "2022-03-23", "text": "He quit on Monday."}')
    '{"id": "a", "dates": [{"start": 11, "end": 17, "type": "DATE", "value": "2022-03-21", "text": "Monday"}]}'
    """
    article = _article(line)
    found = find_dates(article.text, article.published, article.country)
    rows = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value, "text": t.text} for t in found]
    return json.dumps({"id": article.article_id, "dates": rows}, ensure_ascii=False)


def extract_line(line: str) -> str:
    """The same input → {"id", "mentions": […]}: the merge of one article, each event once, as its clearest mention.

    >>> extract_line('{"id": "a", "text": "Rain fell."}')
    '{"id": "a", "mentions": []}'
    """
    article = _article(line)
    rows = [_row(article, mention) for mention in clearest_mentions(extract(article), article)]
    return json.dumps({"id": article.article_id, "mentions": rows}, ensure_ascii=False)


def _article(line: str) -> Article:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ValueError(f"no JSON ({error})") from None
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    for key in ("id", "text"):
        if not isinstance(row.get(key), str):
            raise ValueError(f'"{key}" is missing or no text')
    country = row.get("publisher_country") or ""
    if not isinstance(country, str):
        raise ValueError('"publisher_country" is no text')
    return Article(row["id"], "", row["text"], published=_day(row.get("published")), country=country)


def _day(published: object) -> date | None:
    if published in (None, ""):
        return None
    try:
        return date.fromisoformat(published)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise ValueError(f'"published" is no ISO day: {published!r}') from None


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
