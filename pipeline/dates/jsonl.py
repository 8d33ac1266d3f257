"""`python -m pipeline dates FILE.jsonl`: one article per line in, its time expressions out."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pipeline.dates.find import find_dates


def tag_lines(lines: Iterable[str]) -> Iterator[str]:
    """Read {"id", "published", "text"}, write {"id", "dates": [{"start", "end", "type", "value", "text"}]}.

    One object per line. `published` may be missing or null, `publisher_country` may be given. Blank lines are skipped;
    a bad one raises ValueError with its number and the reason.

    >>> list(tag_lines(['{"id": "a", "published": "2022-03-23", "text": "He quit on Monday."}']))
    ['{"id": "a", "dates": [{"start": 11, "end": 17, "type": "DATE", "value": "2022-03-21", "text": "Monday"}]}']
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        article, published = _article(number, line)
        found = find_dates(article["text"], published, article.get("publisher_country") or "")
        rows = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value, "text": t.text} for t in found]
        yield json.dumps({"id": article["id"], "dates": rows}, ensure_ascii=False)


def _article(number: int, line: str) -> tuple[dict[str, Any], date | None]:
    try:
        article = json.loads(line)
    except ValueError as error:
        raise ValueError(f"line {number}: no JSON ({error})") from None
    if not isinstance(article, dict):
        raise ValueError(f"line {number}: not a JSON object")
    for key in ("id", "text"):
        if not isinstance(article.get(key), str):
            raise ValueError(f'line {number}: "{key}" is missing or no text')
    if not isinstance(article.get("publisher_country") or "", str):
        raise ValueError(f'line {number}: "publisher_country" is no text')
    published = article.get("published")
    if published in (None, ""):
        return article, None
    try:
        return article, date.fromisoformat(published)
    except (TypeError, ValueError):
        raise ValueError(f'line {number}: "published" is no ISO day: {published!r}') from None
