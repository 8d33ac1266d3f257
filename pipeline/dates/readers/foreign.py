"""Date strings in other languages, bracketed by the lexicon and read by dateparser."""

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from pipeline.dates.context import DateContext
from pipeline.dates.readers.reading import Groups, Reading
from pipeline.dates.readers.year_choice import nearest_year

_LANGUAGES: Final = ["ru", "uk", "pl", "de", "fr", "es"]
_BASE: Final = datetime(2000, 1, 1)


def read_foreign(groups: Groups, context: DateContext) -> Reading | None:
    """Day and month as dateparser reads them; the year where it is written, else the nearest one: "1 апреля"."""
    parsed = _parse(context.folded[context.start : context.end])
    if parsed is None or parsed.day != int(groups["day"]):
        return None
    if "year" in groups:
        written = parsed.year == int(groups["year"])
        return Reading(parsed.isoformat(), why="the date as written, in another language") if written else None
    year = nearest_year(context, parsed.month, parsed.day)
    shown = f"{year:04}" if year else "XXXX"
    why = "the date as written, in the year nearest to publication" if year else "no year is known"
    return Reading(f"{shown}-{parsed.month:02}-{parsed.day:02}", relative=True, why=why)


@lru_cache(maxsize=1024)
def _parse(words: str) -> date | None:
    # only here: loading dateparser takes longer than tagging a hundred articles, and few texts need it
    import dateparser

    # day and month must stand in the words; the year of the base is never shown
    settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": _BASE, "REQUIRE_PARTS": ["day", "month"]}
    parsed = dateparser.parse(words, languages=_LANGUAGES, settings=settings)
    return parsed.date() if parsed else None
