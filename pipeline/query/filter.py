"""Filter: from and to a query string, and applied to the events. Pages, routes and the command line use this one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import urlencode

import numpy as np
import pandas as pd

from pipeline.models import EARLIEST, LATEST
from pipeline.query.members import holding, members
from pipeline.query.postings import Mask, Numbers, once
from pipeline.query.search import search
from pipeline.tables.files import Tables
from pipeline.text.normalise import for_comparing, without_controls
from pipeline.vocabulary import CATEGORIES, STATUSES, TYPES

WITHIN: Final = ("possible", "certain")
SORTS: Final = ("oldest", "newest", "most sources")
PARAMETERS: Final = ("person", "category", "type", "status", "from", "to", "within", "place", "source", "q", "sort")
LISTS: Final = ("person", "category", "type", "status", "place", "source")
LONGEST_SEARCH: Final = 80


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader asked for. Empty means everything; several values of one field mean any of them."""

    person: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    within: str = "possible"
    place: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    q: str = ""
    sort: str = "oldest"


@once
def options(tables: Tables) -> dict[str, tuple[str, ...]]:
    """The values that mean something for each list parameter, in the order in which screens show them.

    Computed once for the tables and shared: never change it.
    """
    held = {name: index.values for name, index in members(tables).items()}
    closed = {
        name: tuple(word for word in words if word in held[name])
        for name, words in (("category", CATEGORIES), ("type", TYPES), ("status", STATUSES))
    }
    place, source = (tuple(sorted(held[name], key=for_comparing)) for name in ("place", "source"))
    person = tuple(sorted(tables.people["name"], key=for_comparing))
    return {"person": person, **closed, "place": place, "source": source}


def read_filter(parameters: Iterable[tuple[str, str]], tables: Tables) -> tuple[Filter, tuple[str, ...]]:
    """The filter of an address, and one line for every unknown value, which is ignored.

    A person may be given by name or by person_id; names of other parameters (`id`, `at`) are left alone.
    """
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        if name in PARAMETERS and value != "":
            given.setdefault(name, []).append(value)
    notices: list[str] = []
    lists: dict[str, tuple[str, ...]] = {}
    for name in LISTS:
        lists[name], dropped = _known_values(given.get(name, []), _meant(tables)[name])
        notices += [_dropped(name, value) for value in dropped]
    start, end = (_day(name, given, notices) for name in ("from", "to"))
    if start and end and start > end:
        notices.append(f"“From” {start} is later than “to” {end}: the two dates were swapped.")
        start, end = end, start
    query = without_controls(" ".join(given.get("q", [""])[-1].split()))[:LONGEST_SEARCH]
    within, sort = _word("within", WITHIN, given, notices), _word("sort", SORTS, given, notices)
    return Filter(**lists, start=start, end=end, within=within, q=query, sort=sort), tuple(notices)


def to_pairs(chosen: Filter) -> list[tuple[str, str]]:
    """The filter as address parameters, defaults left out; `read_filter` reads them back."""
    pairs = [(name, value) for name in LISTS for value in getattr(chosen, name)]
    days = [("from", chosen.start), ("to", chosen.end)]
    pairs += [(name, day.isoformat()) for name, day in days if day]
    words = [("within", chosen.within, "possible"), ("q", chosen.q, ""), ("sort", chosen.sort, "oldest")]
    return pairs + [(name, value) for name, value, default in words if value != default]


def to_query(chosen: Filter) -> str:
    """The filter as a query string without the question mark."""
    return urlencode(to_pairs(chosen))


def apply(chosen: Filter, tables: Tables) -> pd.DataFrame:
    """The events that pass, in the order asked for; the index is that of `tables.events`. Never change the frame."""
    positions = np.flatnonzero(passing(masks(chosen, tables), tables))
    if len(positions) == len(tables.events) and chosen.sort == "oldest":
        return tables.events
    return tables.events.iloc[_sorted(positions, chosen.sort, tables)]


def masks(chosen: Filter, tables: Tables) -> dict[str, Mask]:
    """For each parameter that narrows the events, which events pass it; "dates" stands for from, to and within."""
    found = {name: holding(name, getattr(chosen, name), tables) for name in LISTS if getattr(chosen, name)}
    if chosen.start or chosen.end:
        found["dates"] = _in_dates(tables.events, chosen)
    if chosen.q.split():
        found["q"] = search(chosen.q, tables)
    return found


def passing(conditions: Mapping[str, Mask], tables: Tables) -> Mask:
    """The events that pass every one of these masks."""
    keep = np.ones(len(tables.events), dtype=np.bool_)
    for mask in conditions.values():
        keep &= mask
    return keep


def undated(chosen: Filter, tables: Tables) -> int:
    """How many events a date filter hides only because they have no date."""
    if not (chosen.start or chosen.end):
        return 0
    without_days = passing(masks(replace(chosen, start=None, end=None), tables), tables)
    return int((without_days & (tables.events["date_precision"] == "unknown").to_numpy()).sum())


@once
def _meant(tables: Tables) -> dict[str, dict[str, str]]:
    """For each list parameter, what an address may hold, folded → the value that it means.

    Closed words of the vocabulary are valid even where no event has them: the answer is then "none". They may be
    written as screens show them: "resignation attempt".
    """
    closed = {"category": CATEGORIES, "type": TYPES, "status": STATUSES}
    meant = {
        name: {for_comparing(word): word for word in closed.get(name, words)} for name, words in options(tables).items()
    }
    for name in closed:
        meant[name] |= {word.replace("_", " "): value for word, value in meant[name].items()}
    ids = {
        for_comparing(key): name for key, name in zip(tables.people["person_id"], tables.people["name"], strict=True)
    }
    return {**meant, "person": {**meant["person"], **ids}}


def _known_values(values: list[str], meant: Mapping[str, str]) -> tuple[tuple[str, ...], list[str]]:
    found, dropped = [], []
    for value in values:
        word = meant.get(for_comparing(value))
        if word is None:
            dropped.append(value)
        elif word not in found:
            found.append(word)
    return tuple(found), dropped


def _dropped(name: str, value: str) -> str:
    shown = without_controls(" ".join(value.split()))
    return f"Unknown {name} “{shown[:40]}{'…' * (len(shown) > 40)}”: ignored."


def _day(name: str, given: Mapping[str, list[str]], notices: list[str]) -> date | None:
    value = given.get(name, [""])[-1]
    try:
        day = date.fromisoformat(value) if value else None
    except ValueError:
        day = None
    if value and (day is None or not EARLIEST <= day <= LATEST):
        notices.append(_dropped(f"“{name}” date", value))
        return None
    return day


def _word(name: str, words: tuple[str, ...], given: Mapping[str, list[str]], notices: list[str]) -> str:
    value = given.get(name, [words[0]])[-1]
    if value in words:
        return value
    notices.append(_dropped(name, value))
    return words[0]


def _in_dates(events: pd.DataFrame, chosen: Filter) -> Mask:
    """certain: the whole date lies inside; possible: some of it may. Events without any date are in neither."""
    first, last = events["date_start"], events["date_end"]
    reported = events["date_basis"] == "reported"  # “by then”: it may lie earlier, so it is never certainly after a day
    keep = first.notna() | last.notna()
    if chosen.start:
        lower = pd.Timestamp(chosen.start)
        keep &= (first >= lower) & ~reported if chosen.within == "certain" else last.isna() | (last >= lower)
    if chosen.end:
        upper = pd.Timestamp(chosen.end)
        keep &= last <= upper if chosen.within == "certain" else first.isna() | (first <= upper)
    return keep.to_numpy(dtype=np.bool_)


def _sorted(positions: Numbers, sort: str, tables: Tables) -> Numbers:
    """The table's own order is oldest first; undated events come last in every order by date."""
    if sort == "newest":
        unknown = (tables.events["date_precision"] == "unknown").to_numpy()[positions]
        return np.concatenate([positions[~unknown][::-1], positions[unknown]])
    if sort == "most sources":
        origins = np.bincount(members(tables)["source"].rows, minlength=len(tables.events))
        return positions[np.argsort(-origins[positions], kind="stable")]
    return positions
