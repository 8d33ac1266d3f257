"""Two dates that share a year: "between 3 March and 5 April 2021"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.dates.reading import look_up
from pipeline.dates.recognise import Found

_JOINED: Final = re.compile(r" *(?:to|until|till|through|and|or|-|&) *$")


def share_years(matches: Sequence[Found], folded: str) -> Iterator[Found]:
    """The matches; a month without a year takes that of the date it is joined to, the year before across New Year.

    >>> from pipeline.dates.recognise import recognise
    >>> line = "from 30 december to 5 january 2021"
    >>> [found.groups["year"] for found in share_years(list(recognise(line, line)), line)]
    ['2020', '2021']
    """
    for index, found in enumerate(matches):
        other = matches[index + 1] if index + 1 < len(matches) else None
        if other is None or found.rule.kind != "calendar" or not _takes_year(found, other):
            yield found
        elif _JOINED.match(folded[found.end : other.start]):
            later = int(look_up("month", found.groups["month"])) > int(look_up("month", other.groups["month"]))
            yield replace(found, groups={**found.groups, "year": str(int(other.groups["year"]) - later)})
        else:
            yield found


def _takes_year(found: Found, other: Found) -> bool:
    has_none = "year" not in found.groups and "which" not in found.groups and "month" in found.groups
    return has_none and other.start - found.end < 12 and {"year", "month"} <= other.groups.keys()
