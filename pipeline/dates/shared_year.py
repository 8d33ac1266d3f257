"""Dates that share a year: "between 3 March and 5 April 2021"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.dates.readers.reading import word_value
from pipeline.dates.recognise import Found

_SAME: Final = 90
"""Characters over which a month goes on with the year of the one before it. Chosen by hand, within one sentence."""
_END: Final = re.compile(r"[a-z0-9)\"”]{2}[.!?][\"”]? |\n")
_JOINED: Final = re.compile(r" *(?:to|until|till|through|and|or|-|&) *$")


def share_years(matches: Sequence[Found], folded: str) -> list[Found]:
    """The matches; a month without a year takes that of the date it is joined to, the year before across New Year.

    >>> from pipeline.dates.recognise import recognise
    >>> line = "from 30 december to 5 january 2021, in july, august and october 2020"
    >>> [found.groups["year"] for found in share_years(list(recognise(line, line)), line)]
    ['2020', '2021', '2020', '2020', '2020']
    """
    shared = list(matches)
    lists = False
    for index in range(len(shared) - 2, -1, -1):
        found, other = shared[index], shared[index + 1]
        gap = folded[found.end : other.start]
        joined = found.rule.kind == "calendar" and _takes_year(found, other)
        lists = joined and (bool(_JOINED.match(gap)) or (lists and gap == ", "))
        if lists:
            later = int(word_value("month", found.groups["month"])) > int(word_value("month", other.groups["month"]))
            year = str(int(other.groups["year"]) - later)
            shared[index] = replace(found, groups={**found.groups, "year": year})
    for index in range(1, len(shared)):
        found, before = shared[index], shared[index - 1]
        if found.rule.kind == "calendar" and _goes_on(found, before, folded):
            after = f"{int(before.groups['year']):04}-{int(word_value('month', before.groups['month'])):02}"
            shared[index] = replace(found, groups={**found.groups, "after": after})
    return shared


def _goes_on(found: Found, before: Found, folded: str) -> bool:
    """Whether a month without a year goes on with the story of a month before it ("in March 2020 …; in April …")."""
    gap = folded[before.end : found.start]
    return (
        _lacks_year(found) and {"year", "month"} <= before.groups.keys() and len(gap) < _SAME and not _END.search(gap)
    )


def _takes_year(found: Found, other: Found) -> bool:
    return _lacks_year(found) and other.start - found.end < 12 and {"year", "month"} <= other.groups.keys()


def _lacks_year(found: Found) -> bool:
    return "year" not in found.groups and "which" not in found.groups and "month" in found.groups
