"""Counts beside the choices of the filter: how many events each value would give."""

from typing import Final

from pipeline.query.filter import LISTS, Filter, masks, options, passing
from pipeline.query.members import members
from pipeline.query.postings import Mask
from pipeline.tables.files import Tables

_CLOSED: Final = ("category", "type", "status")


def facets(chosen: Filter, tables: Tables) -> dict[str, dict[str, int]]:
    """For each list parameter, value → events that choosing it alone would give, the rest of the filter unchanged.

    Values that would give none are left out unless they are chosen. Categories, types and statuses stand in the order
    of the vocabulary, the rest with the most events first and then in the order of `options`.
    """
    conditions = masks(chosen, tables)
    return {name: _counts(name, chosen, conditions, tables) for name in LISTS}


def offered(name: str, most: int, chosen: Filter, tables: Tables) -> tuple[str, ...]:
    """Values of a list parameter to choose from, in the order of `options`: all where there are at most so many.

    Of more, those chosen and those with the most events that pass the rest of the filter: a search brings up the rest.
    """
    known = options(tables)[name]
    if len(known) <= most:
        return known
    counted = _counts(name, chosen, masks(chosen, tables), tables)
    kept = {*list(counted)[:most], *getattr(chosen, name)}
    return tuple(value for value in known if value in kept)


def _counts(name: str, chosen: Filter, conditions: dict[str, Mask], tables: Tables) -> dict[str, int]:
    index = members(tables)[name]
    others = {key: mask for key, mask in conditions.items() if key != name}
    counts = dict(zip(index.values, index.counts(passing(others, tables)).tolist(), strict=True))
    wanted = getattr(chosen, name)
    shown = {value: counts.get(value, 0) for value in options(tables)[name] if counts.get(value) or value in wanted}
    shown |= {value: 0 for value in wanted if value not in shown}
    return shown if name in _CLOSED else dict(sorted(shown.items(), key=lambda item: -item[1]))
