"""The whole flow on one screen: read → extract → merge → write."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from pipeline.corpus import cache
from pipeline.corpus.articles import read_articles
from pipeline.corpus.notice import Notice
from pipeline.corpus.parallel import in_order
from pipeline.events import extract
from pipeline.merge import Merged, Previous, merge
from pipeline.models import Article, Mention
from pipeline.tables.files import Tables, TablesError, read_tables, split_list, write_tables

tqdm.monitor_interval = 0  # its thread has no place beside processes that are forked


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. `notices` are in the order of the input."""

    notices: tuple[Notice, ...]
    articles: int
    read_again: int
    events: int
    added: tuple[str, ...]
    gone: tuple[str, ...]
    seconds: float

    @property
    def refused(self) -> bool:
        """True where something of the input was left out."""
        return any(notice.refused for notice in self.notices)

    def __str__(self) -> str:
        changes = [f"{sign}{len(ids)}" for sign, ids in (("+", self.added), ("−", self.gone)) if ids]
        change = f" ({', '.join(changes)})" if changes else " (as before)"
        read = f"{self.articles} articles, {self.read_again} read again"
        return f"{read}; {self.events} events{change}; {self.seconds:.1f} s"


def build(articles_dir: Path, data_dir: Path, show_progress: bool = False) -> Report:
    """Reads the articles, writes the tables. OSError where a folder cannot be read or written: the old tables stay
    whole."""
    began = time.monotonic()
    articles, notices = read_articles(articles_dir)
    before, was_damaged = _last_build(data_dir)
    if not articles:  # an empty folder is a mistake of the caller's: it must not empty the tables
        return Report(
            (*notices, *was_damaged), 0, 0, len(before.events) if before else 0, (), (), time.monotonic() - began
        )
    mentions, read_again = _mentions(articles, data_dir, show_progress)
    merged = merge(mentions, articles, _previous(before))
    write_tables(data_dir, merged.events, merged.evidence, merged.people, {a.article_id: a.text for a in articles})
    added, gone = _changes(before, merged)
    seconds = time.monotonic() - began
    return Report((*notices, *was_damaged), len(articles), read_again, len(merged.events), added, gone, seconds)


def _mentions(articles: Sequence[Article], data_dir: Path, show_progress: bool) -> tuple[list[Mention], int]:
    """Mentions of every article, and how many articles had to be read for it."""
    keys = [cache.key(article) for article in articles]
    found = [cache.load(data_dir, key) for key in keys]
    unread = [i for i, known in enumerate(found) if known is None]
    fresh = in_order(extract, (articles[i] for i in unread))
    for i, own in zip(
        unread, tqdm(fresh, "reading", len(unread), unit="article", disable=not show_progress), strict=True
    ):
        cache.save(data_dir, keys[i], own)
        found[i] = own
    cache.forget_others(data_dir, keys)
    return [mention for own in found if own for mention in own], len(unread)


def _last_build(data_dir: Path) -> tuple[Tables | None, tuple[Notice, ...]]:
    if not (data_dir / "events.csv").is_file():
        return None, ()
    try:
        return read_tables(data_dir), ()
    except TablesError as error:
        return None, (
            Notice(str(data_dir), f"its tables could not be used, so that identifiers are given anew ({error})"),
        )


def _previous(tables: Tables | None) -> Previous:
    if tables is None:
        return Previous()
    acts = tables.evidence[tables.evidence["field"] == "act"]
    events: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for *passage, event_id in zip(acts["article_id"], acts["value"], acts["quote"], acts["event_id"], strict=True):
        key = (passage[0], passage[1], passage[2])
        events[key] = (*events.get(key, ()), event_id)
    people = {
        spelling: person_id
        for person_id, name, aliases in zip(
            tables.people["person_id"], tables.people["name"], tables.people["aliases"], strict=True
        )
        for spelling in (name, *split_list(aliases))
    }
    return Previous(events, tables.former_ids, people)


def _changes(before: Tables | None, merged: Merged) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old: Iterable[str] = before.events["event_id"] if before else ()
    new = [event.event_id for event in merged.events]
    return tuple(sorted(set(new) - set(old))), tuple(sorted(set(old) - set(new)))
