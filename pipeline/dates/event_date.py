"""A time expression as the date of an event: two ends, a precision, a basis and a sentence for people.

Dates are worked out once, for all expressions of a text together, because one can be the end of another's range.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from pipeline.dates.calendar import Ends, ends_of, shift
from pipeline.dates.edtf import in_words
from pipeline.lexicon.date_rules import LEXICON
from pipeline.models import UNKNOWN, EventDate, Timex

_LEAD: Final = re.compile(
    r"\b(since|until|till|through|from|between)(?:[ \n](?:at|about|around|the|on|at least))?[ \n]*$"
)
_LEAD_LENGTH: Final = 24
"""Characters before an expression in which the preposition stands: "between" and the words that may follow it."""
_JOINED: Final = re.compile(r" *(?:to|until|till|through|and|-|up to) *(?:the )?(?:night of )?$")
_ALWAYS_A_RANGE: Final = ("-", "to", "until", "till", "through")
_FARTHEST: Final = 48
"""Characters between the two ends of a range at the most. Chosen by hand; the words above are far shorter."""
_DAY: Final = len("2022-03-23")
_NARROW: Final = re.compile(r"^(?:the )?(early|mid|middle|late|end|start|beginning|first|last|final|opening|latter)\b")
_WINDOW: Final = re.compile(r"\b(last|past|latest|next|coming|following)\b")
_AHEAD: Final = ("next", "coming", "following")
_LENGTH: Final = re.compile(r"P(T?)(\d+)([DWMYHQE])$")
_THIRDS: Final = {"early": 0, "start": 0, "beginning": 0, "first": 0, "opening": 0, "mid": 1, "middle": 1}


def with_dates(timexes: Sequence[Timex], folded: str, dct: date | None) -> tuple[Timex, ...]:
    """The expressions of a text in reading order, each with the event date that it gives.

    PRESENT_REF, lengths and repetitions date nothing. `folded` is the text as `for_dating` makes it.

    >>> from pipeline.dates.tagger import find_dates
    >>> for timex in find_dates("Shelled since early March, it fell last week.", date(2022, 3, 23)):
    ...     print(timex.date.start, timex.date.end, timex.date.precision, timex.date.basis)
    2022-03-01 2022-03-23 range relative
    2022-03-14 2022-03-20 week relative
    """
    return tuple(_dated(timex, after, folded, dct) for timex, after in zip_longest(timexes, timexes[1:]))


def _dated(timex: Timex, following: Timex | None, folded: str, dct: date | None) -> Timex:
    alone = _alone(timex, folded, dct)
    if alone.precision == UNKNOWN:
        return replace(timex, date=alone, alone=alone)
    opened = _preposition(timex, folded)
    other = _other_end(timex, following, opened, folded) if following else None
    if other and alone.start and alone.start <= other[1] and (alone.start, alone.end) != other[:2]:
        note = f"{timex.derivation}; the text goes on to {in_words(*other, '')}"
        return replace(timex, date=replace(alone, end=other[1], precision="range", derivation=note), alone=alone)
    if timex.type == "DURATION":
        return replace(timex, date=alone, alone=alone)
    return replace(timex, date=_opened(alone, opened, folded, dct), alone=alone)


def _alone(timex: Timex, folded: str, dct: date | None) -> EventDate:
    """The date by the words alone, whatever stands around them."""
    span = (timex.start, timex.end)
    ends = _window(timex, folded, dct) if timex.type == "DURATION" else _ends(timex, folded)
    if timex.type == "SET" or ends is None:
        return EventDate(text=timex.text, derivation=timex.derivation, rule=timex.rule, span=span)
    start, end, precision = ends
    if timex.mod == "LESS_THAN" and dct and end < dct:
        end, precision = dct, "range"  # "less than a year ago"
    return EventDate(start, end, precision, _basis(timex), timex.text, timex.derivation, timex.rule, span)


def _ends(timex: Timex, folded: str) -> Ends | None:
    ends = ends_of(timex.value)
    night = timex.value.endswith("TNI")
    if ends is None or not (timex.mod or night):
        return ends
    start, end, precision = ends
    words = folded[timex.start : timex.end]
    if night and (words.startswith("overnight") or words == "the night" or "night of" in words):
        return start, start + timedelta(days=1), "range"
    narrow = _NARROW.match(words) if timex.mod else None
    return _third(start, end, precision, _THIRDS.get(narrow.group(1), 2)) if narrow else ends


def _third(start: date, end: date, precision: str, third: int) -> Ends:
    """The early, middle or late part of a month, year or decade; a week is left whole, so fine is nobody's word."""
    if precision == "month":
        last = monthrange(start.year, start.month)[1]
        return start.replace(day=(1, 11, 21)[third]), start.replace(day=(10, 20, last)[third]), "range"
    if precision == "year":
        first_month, last_month = ((1, 4), (5, 8), (9, 12))[third]
        return date(start.year, first_month, 1), date(start.year, last_month, (30, 31, 31)[third]), "range"
    if precision == "range" and end.year - start.year == 9:
        first, last = ((0, 3), (4, 6), (7, 9))[third]
        return date(start.year + first, 1, 1), date(start.year + last, 12, 31), "range"
    return start, end, precision


def _window(timex: Timex, folded: str, dct: date | None) -> Ends | None:
    """A length that begins or ends with the publication day: "the past three weeks", "within a week"."""
    size = _LENGTH.match(timex.value)
    if dct is None or not size:
        return None
    traits = LEXICON.traits(timex.rule)
    which = _WINDOW.search(folded, timex.start, timex.end) if traits.window == "always" else None
    if not which and not (traits.window == "within" and folded.endswith("within ", 0, timex.start)):
        return None
    unit = {"M": "MO", "E": "DE", "H": "H"}.get(size.group(3), size.group(3))
    count = int(size.group(2))
    if size.group(1):
        unit, count = "D", -(-count // 24) if unit == "H" else 0
    ahead = which is None or which.group(1) in _AHEAD
    other = shift(dct, count if ahead else -count, unit)
    if other is None:
        return None
    return (dct, other, "range") if ahead else (other, dct, "range")


def _preposition(timex: Timex, folded: str) -> str:
    match = _LEAD.search(folded[max(0, timex.start - _LEAD_LENGTH) : timex.start])
    return match.group(1) if match else ""


def _other_end(timex: Timex, following: Timex, opened: str, folded: str) -> Ends | None:
    """The other end of "from 1999 to 2001", "between 3 and 5 May", "March 14–18"."""
    if following.start - timex.end > _FARTHEST or opened not in ("from", "between", ""):
        return None
    gap = folded[timex.end : following.start]
    if not _JOINED.match(gap):
        return None
    joint, listed = gap.strip(), LEXICON.traits(timex.rule).range
    if joint == "and" and opened != "between" and not listed:
        return None
    if joint not in _ALWAYS_A_RANGE and not opened and not listed:
        return None
    ends = ends_of(following.value)
    if ends and timex.type == following.type == "TIME" and timex.value[:_DAY] == following.value[:_DAY]:
        overnight = timedelta(days=following.value < timex.value)  # "from 22:00 to 06:00"
        return ends[0] + overnight, ends[1] + overnight, ends[2]
    return ends


def _opened(alone: EventDate, opened: str, folded: str, dct: date | None) -> EventDate:
    """The date with the preposition before it: "since" reaches to publication, what is "until" has no known start."""
    start, end, span = alone.start, alone.end, alone.span
    if start is None or end is None or span is None:
        return alone
    onward = opened == "from" and dct is not None and end <= dct and "onward" in folded[span[1] : span[1] + 9]
    if opened == "since" or onward:
        note = f"“{opened} {alone.text}”: from {in_words(start, start, 'day', '')} to publication"
        return replace(alone, end=dct if dct and dct >= start else None, precision="range", derivation=note)
    if opened in ("until", "till"):
        note = f"“{opened} {alone.text}”: no later than {in_words(end, end, 'day', '')}"
        return replace(alone, start=None, precision="range", derivation=note)
    return alone


def _basis(timex: Timex) -> str:
    """A calendar date is stated even where its year is filled in; what else is worked out is relative."""
    worked_out = timex.relative or timex.type == "DURATION"
    return LEXICON.traits(timex.rule).basis if worked_out else "stated"
