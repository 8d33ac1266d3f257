"""A time expression as the date of an event: two ends, a precision, a basis and a sentence for people."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from pipeline.dates.calendar import Ends, ends_of, shift
from pipeline.dates.edtf import in_words
from pipeline.dates.tagger import find_dates
from pipeline.models import EventDate, Timex
from pipeline.text.normalise import for_dating

_LEAD: Final = re.compile(r"\b(since|until|till|through|from|between)(?: at| about| around| the| on| at least)? *$")
_PAIR: Final = re.compile(r" *(?:to|until|till|through|and|-|up to) *(?:the )?(?:night of )?$")
_NARROW: Final = re.compile(r"^(?:the )?(early|mid|middle|late|end|start|beginning|first|last|final|opening|latter)\b")
_WINDOW: Final = re.compile(r"\b(last|past|latest|next|coming|following)\b")
_LENGTH: Final = re.compile(r"P(T?)(\d+)([DWMYHQE])$")
_THIRDS: Final = {"early": 0, "start": 0, "beginning": 0, "first": 0, "opening": 0, "mid": 1, "middle": 1}
_STATED: Final = ("calendar.", "year.", "numeric.", "decade.", "century.", "fiscal.year", "deictic.holiday", "other.")
_REACH: Final = 48


def event_date(timex: Timex, text: str, dct: date | None, alone: bool = False) -> EventDate:
    """When an event happened that carries this expression. PRESENT_REF, lengths and repetitions date nothing.

    `alone` leaves out what stands around it: in "since May 2014, when he fled" the flight was in May 2014.

    >>> line, dct = "Shelled since early March, it fell last week.", date(2022, 3, 23)
    >>> for timex in find_dates(line, dct):
    ...     found = event_date(timex, line, dct)
    ...     print(found.start, found.end, found.precision, found.basis)
    2022-03-01 2022-03-23 range relative
    2022-03-14 2022-03-20 week relative
    """
    span = (timex.start, timex.end)
    nothing = EventDate(text=timex.text, derivation=timex.derivation, rule=timex.rule, span=span)
    if timex.type == "DURATION":
        ends, opened = _window(timex, text, dct), ""
    else:
        ends, opened = _ends(timex), "" if alone else _preposition(timex, text)
    if timex.type == "SET" or ends is None:
        return nothing
    start, end, precision = ends
    if timex.mod == "LESS_THAN" and dct and end < dct:
        end, precision = dct, "range"  # "less than a year ago"
    first: date | None = start
    last: date | None = end
    note = timex.derivation
    if not alone and opened in ("from", "between", "") and (other := _partner(timex, text, dct)) and other[1] >= start:
        last, precision, note = other[1], "range", f"{timex.derivation}; the text goes on to {in_words(*other, '')}"
    elif opened == "since" or (
        opened == "from" and dct is not None and end <= dct and "onward" in text[timex.end : timex.end + 9]
    ):
        last, precision = dct if dct and dct >= start else None, "range"
        note = f"“{opened} {timex.text}”: from {in_words(start, start, 'day', '')} to publication"
    elif opened in ("until", "till"):
        first, precision, note = (
            None,
            "range",
            f"“{opened} {timex.text}”: no later than {in_words(end, end, 'day', '')}",
        )
    return EventDate(first, last, precision, _basis(timex), timex.text, note, timex.rule, span)


def _ends(timex: Timex) -> Ends | None:
    ends = ends_of(timex.value)
    if ends is None:
        return None
    start, end, precision = ends
    words = for_dating(timex.text)
    if timex.value.endswith("TNI") and (words.startswith("overnight") or words == "the night" or "night of" in words):
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


def _window(timex: Timex, text: str, dct: date | None) -> Ends | None:
    """Reads "the past three weeks" ends with the publication day, "the next two days" and "within a week" begin so."""
    size, which = _LENGTH.match(timex.value), _WINDOW.search(for_dating(timex.text))
    within = (
        timex.rule.startswith("duration.amount")
        and for_dating(text[max(0, timex.start - 7) : timex.start]) == "within "
    )
    if dct is None or not size or not (within or which and timex.rule.startswith("duration.window")):
        return None
    unit = {"M": "MO", "E": "DE", "H": "H"}.get(size.group(3), size.group(3))
    count = int(size.group(2))
    if size.group(1):
        unit, count = "D", -(-count // 24) if unit == "H" else 0
    ahead = which is None or which.group(1) in ("next", "coming", "following")
    other = shift(dct, count if ahead else -count, unit)
    if other is None:
        return None
    return (dct, other, "range") if ahead else (other, dct, "range")


def _preposition(timex: Timex, text: str) -> str:
    match = _LEAD.search(for_dating(text[max(0, timex.start - 24) : timex.start]).replace("\n", " "))
    return match.group(1) if match else ""


def _partner(timex: Timex, text: str, dct: date | None) -> Ends | None:
    """The other end of "from 1999 to 2001", "between 3 and 5 May", "March 14–18"."""
    opened = _preposition(timex, text)
    paired = timex.rule in ("calendar.month_days", "calendar.days_month")
    begin = max(0, timex.start - _REACH)
    window = text[begin : timex.end + _REACH]
    for other in find_dates(window, dct):
        gap = for_dating(window[timex.end - begin : other.start])
        if other.start < timex.end - begin:
            continue
        if not _PAIR.match(gap) or (gap.strip() == "and" and opened != "between" and not paired):
            return None
        if gap.strip() not in ("-", "to", "until", "till", "through") and not opened and not paired:
            return None
        return ends_of(other.value)
    return None


def _basis(timex: Timex) -> str:
    """A calendar date counts as stated even where its year is filled in; a month without a year does not."""
    if not timex.relative:
        return "stated"
    if timex.rule in ("calendar.month", "calendar.which_month", "calendar.month_year"):
        return "relative"
    return "stated" if timex.rule.startswith(_STATED) else "relative"
