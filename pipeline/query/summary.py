"""The active filter in words: "12 of 31 events · Anatoly Chubais · March 2022 · possibly within"."""

from calendar import month_name, monthrange
from datetime import date
from typing import Final

from pipeline.dates import in_words as days_in_words
from pipeline.query.filter import Filter
from pipeline.tables.files import Tables

MOST_NAMED: Final = 5
"""Values of one parameter that are named; of more, the rest is counted."""
_ADVERBS: Final = {"possible": "possibly", "certain": "certainly"}


def in_words(chosen: Filter, tables: Tables, shown: int) -> str:
    """The line above the results. `shown` is how many events are there.

    Values stand as they are in the tables: escape them for wherever they are shown.
    """
    total = len(tables.events)
    conditions = conditions_in_words(chosen)
    number = f"{shown:,} of {_count(total)}" if conditions or shown != total else _count(total)
    order = [] if chosen.sort == "oldest" else [f"{chosen.sort} first"]
    return " · ".join([number, *conditions, *order])


def conditions_in_words(chosen: Filter) -> list[str]:
    """One phrase a condition: persons, categories, types, statuses, days, places, origins, words; [] for no filter."""
    words = (tuple(value.replace("_", " ") for value in c) for c in (chosen.category, chosen.type, chosen.status))
    phrases = [_any(values) for values in (chosen.person, *words)]
    if chosen.start or chosen.end:
        phrases += [period(chosen.start, chosen.end), f"{_ADVERBS[chosen.within]} within"]
    phrases += [_any(chosen.place), _any(tuple(f"by {origin}" for origin in chosen.source))]
    return [phrase for phrase in (*phrases, f"“{chosen.q}”" * bool(chosen.q)) if phrase]


def period(start: date | None, end: date | None) -> str:
    """Days as readers say them: whole months and years by their names, None is open.

    >>> period(date(2022, 3, 1), date(2022, 3, 31)), period(date(2022, 1, 1), date(2023, 12, 31))
    ('March 2022', '2022–2023')
    >>> period(date(2022, 3, 1), date(2022, 5, 31)), period(date(2022, 3, 1), date(2022, 3, 18))
    ('March–May 2022', '1–18 March 2022')
    >>> period(date(2022, 3, 1), None), period(None, date(2022, 3, 31)), period(None, None)
    ('since 1 March 2022', 'until 31 March 2022', '')
    """
    if start is None and end is None:
        return ""
    if start is None or end is None or not _whole_months(start, end):
        return days_in_words(start, end, "range", "stated")
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
    return " or ".join([*([", ".join(named[:-1])] if named[1:] else []), *named[-1:]])


def _count(number: int) -> str:
    return f"{number:,} event{'' if number == 1 else 's'}"
