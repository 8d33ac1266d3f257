"""What is exported: events of the tables in an order, with what their formats need to say where they come from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final
from urllib.parse import quote, urlsplit

import pandas as pd

from pipeline.models import Article
from pipeline.query.filter import Filter, apply, to_query
from pipeline.query.postings import evidence_of, row_of
from pipeline.query.summary import filter_in_words
from pipeline.tables.files import Tables
from pipeline.text.normalise import without_controls

TITLE: Final = "Broken Ranks"
CHUNK: Final = 1000
"""Events that are turned into Python objects at a time: bounds the memory, whatever the size of the tables."""
Record = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Selection:
    """Rows of `tables.events` in the order in which every format gives them, and the filter that chose them.

    `articles` by identifier give outlets and addresses of the sources; without them the identifier stands alone.
    `base` is the address of this server ("https://example.org"), for links back; "" writes no links.
    """

    events: pd.DataFrame
    tables: Tables
    articles: Mapping[str, Article] = field(default_factory=dict)
    base: str = ""
    chosen: Filter = Filter()

    @property
    def words(self) -> str:
        """The filter and its result in one line."""
        return without_controls(filter_in_words(self.chosen, self.tables, len(self.events)))

    @property
    def undated(self) -> int:
        """Events without any date: calendars and timelines cannot place them."""
        dated = self.events["date_start"].notna() | self.events["date_end"].notna()
        return int((~dated | (self.events["date_precision"] == "unknown")).sum())

    def address(self, path: str, **parameters: str) -> str:
        """An address on this server with the filter, or with the parameters given; "" without a base."""
        pairs = "&".join(f"{name}={quote(value, safe='', errors='replace')}" for name, value in parameters.items())
        query = pairs or to_query(self.chosen)
        return f"{self.home}/{path}{'?' * bool(query)}{query}" if self.home else ""

    @cached_property
    def home(self) -> str:
        """The base without its last slash; "" where it is no web address."""
        return web_address(self.base.rstrip("/"))


def select(chosen: Filter, tables: Tables, articles: Mapping[str, Article] | None = None, base: str = "") -> Selection:
    """Exactly the events that pass the filter, in its order."""
    return Selection(apply(chosen, tables), tables, articles or {}, base, chosen)


def records(selection: Selection, columns: list[str], claims: list[str]) -> Iterator[tuple[Record, list[Record]]]:
    """Each event with its rows of evidence, as dictionaries of the columns asked for; CHUNK of them in memory."""
    held, rows = evidence_of(selection.tables), row_of(selection.tables)
    events, evidence = selection.events[columns], selection.tables.evidence[claims]
    for first in range(0, len(events), CHUNK):
        chunk = events.iloc[first : first + CHUNK]
        owners = rows.get_indexer(pd.Index(selection.events["event_id"].iloc[first : first + CHUNK])).tolist()
        spans = [(held.starts[row], held.starts[row + 1]) if row >= 0 else (0, 0) for row in owners]
        found = iter(_dicts(evidence.iloc[[n for a, z in spans for n in held.rows[a:z]]]))
        for record, (a, z) in zip(_dicts(chunk), spans, strict=True):
            yield record, [next(found) for _ in range(z - a)]


def web_address(url: str) -> str:
    """The address if a browser may be sent there: http or https with a host and nothing to break out of; else ""."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    plain = url.isprintable() and not set(url) & set(" <>\"'\\^`{|}")
    return url if plain and parts.scheme in ("http", "https") and parts.hostname else ""


def _dicts(frame: pd.DataFrame) -> list[Record]:
    """Rows as dictionaries, by whole columns: `to_dict` takes ten times as long."""
    names = frame.columns.tolist()  # iterated for every row, an Index of pandas costs more than the row itself
    columns = [frame[name].tolist() for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
