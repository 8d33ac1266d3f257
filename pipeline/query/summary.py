"""The filter in words ("12 of 31 events · Anatoly Chubais · March 2022"), and small phrases that texts share."""

from calendar import month_name, monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import pandas as pd

from pipeline.dates import in_words
from pipeline.query.filter import Filter
from pipeline.tables.files import Tables

MOST_NAMED: Final = 5
"""Values of one parameter that are named; of more, the rest is counted."""
_DATES: Final = {"possible": "uncertain dates included", "certain": "certain dates only"}


def filter_in_words(chosen: Filter, tables: Tables, shown: int) -> str:
    """The line above the results; `shown` is the number of events that match.

    The values are those of the tables, not escaped: escape them for the place where they are shown.
    """
    total = len(tables.events)
    conditions = conditions_in_words(chosen)
    number = f"{shown:,} of {count(total, 'event')}" if conditions or shown != total else count(total, "event")
    order = [] if chosen.sort == "oldest" else [f"{chosen.sort} first"]
    return " · ".join([number, *conditions, *order])


def conditions_in_words(chosen: Filter) -> list[str]:
    """One phrase for each condition of the filter, [] for none."""
    words = (tuple(value.replace("_", " ") for value in c) for c in (chosen.category, chosen.type, chosen.status))
    phrases = [_any(values) for values in (chosen.person, *words)]
    if chosen.start or chosen.end:
        phrases += [period_in_words(chosen.start, chosen.end), _DATES[chosen.within]]
    phrases += [_any(chosen.place), _any(tuple(f"by {origin}" for origin in chosen.source))]
    return [phrase for phrase in (*phrases, f"“{chosen.q}”" * bool(chosen.q)) if phrase]


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "event"), count(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def in_sentence(words: Sequence[str], last: str = "and") -> str:
    """A list in a sentence, with `last` before its last word.

    >>> in_sentence(["Gazette", "Courier", "Post"]), in_sentence(["Gazette", "Courier"], "or"), in_sentence([])
    ('Gazette, Courier and Post', 'Gazette or Courier', '')
    """
    return f" {last} ".join([*([", ".join(words[:-1])] if words[1:] else []), *words[-1:]])


def post_in_words(row: "pd.Series | Mapping[str, Any]", *, country: bool = False) -> str:
    """The post of an event or a person with its organisation, and if asked with the country; "" where none is known.

    >>> post_in_words({"role": "counsellor", "organisation": "", "country": "Ruritania"}, country=True)
    'counsellor, Ruritania'
    """
    columns = ("role", "organisation", "country") if country else ("role", "organisation")
    return ", ".join(part for part in (row[column] for column in columns) if part)


def period_in_words(start: date | None, end: date | None) -> str:
    """Days as readers say them: whole months and years by their names, None is open.

    >>> period_in_words(date(2022, 3, 1), date(2022, 3, 31)), period_in_words(date(2022, 1, 1), date(2023, 12, 31))
    ('March 2022', '2022–2023')
    >>> period_in_words(date(2022, 3, 1), date(2022, 5, 31)), period_in_words(date(2022, 3, 1), date(2022, 3, 18))
    ('March–May 2022', '1–18 March 2022')
    >>> period_in_words(date(2022, 3, 1), None), period_in_words(None, date(2022, 3, 31)), period_in_words(None, None)
    ('since 1 March 2022', 'until 31 March 2022', '')
    """
    if start is None and end is None:
        return ""
    if start is None or end is None or not _whole_months(start, end):
        return in_words(start, end, "range", "stated")
    if (start.month, end.month) == (1, 12):
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    first, last = (f"{month_name[day.month]} {day.year}" for day in (start, end))
    if start.year < end.year:
        return f"{first} – {last}"
    return last if first == last else f"{month_name[start.month]}–{last}"


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and end.day == monthrange(end.year, end.month)[1]


def _any(values: tuple[str, ...]) -> str:
    named, more = values[:MOST_NAMED], len(values) - MOST_NAMED
    if more > 0:
        return f"{', '.join(named)} or {more} more"
    return in_sentence(named, "or")
