"""Which date belongs to an event: of the dates around a trigger, the one in its clause."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from pipeline.dates.edtf import in_words
from pipeline.lexicon.date_rules import LEXICON
from pipeline.lexicon.phrases import phrase
from pipeline.models import UNKNOWN, EventDate, Sentence, Timex

_OTHER_STORY: Final = phrase("nearest_date.other_story")
_DATE_LEAD: Final = phrase("nearest_date.date_lead")
_AT_ONCE: Final = phrase("nearest_date.at_once")
_RELATIVE: Final = phrase("nearest_date.relative")
_SAME_STORY: Final = phrase("nearest_date.same_story")
_FRONTED: Final = phrase("nearest_date.fronted")
_ATTRIBUTE: Final = phrase("nearest_date.attribute")
_BREAK: Final = phrase("nearest_date.break")
_BORDER: Final = re.compile(r"[,;:()—]| - ")
_WHEN: Final = phrase("nearest_date.when")
_PERIOD_OPENS: Final = phrase("nearest_date.period_opens")
_PAIRED: Final = phrase("nearest_date.paired")
_PAIR_AHEAD: Final = phrase("nearest_date.pair_ahead")
_NOUN_AFTER: Final = phrase("nearest_date.noun_after")
_NOUN_BEFORE: Final = phrase("nearest_date.noun_before")
_IN_A_YEAR: Final = phrase("nearest_date.in_a_year")
_OF_A_THING: Final = phrase("nearest_date.of_a_thing")
_LATER_STILL: Final = phrase("nearest_date.later_still")
_NOW_DIFFERS: Final = phrase("nearest_date.now_differs")
_YEAR, _MONTH, _DAY = len("2020"), len("2020-01"), len("2020-01-01")
"""Lengths of values: decades and centuries are shorter than a year ("202", "20")."""
_ASIDE: Final = phrase("nearest_date.aside")
_BARE_LEAD: Final = phrase("nearest_date.bare_lead")
_NEW_CLAUSE: Final = phrase("nearest_date.new_clause")
_SIDE_BY_SIDE: Final = phrase("nearest_date.side_by_side")
_OWNS: Final = phrase("nearest_date.owns")
_WHO: Final = phrase("nearest_date.who")
_BACK_TO: Final = phrase("nearest_date.back_to")
_NOW: Final = phrase("nearest_date.now")
_WORD: Final = re.compile(r"[a-z]{5,}")
_FAR: Final = 400
"""The cost of a date that is not the trigger's. All costs were chosen by hand: one for three characters, 12 for a
break, 30 for a clause of the same story, 60 for another event in between."""

Span = tuple[int, int]


def date_for(  # noqa: PLR0913, PLR0917 - the trigger and all that surrounds it
    trigger: Span,
    sentence: Sentence,
    folded: str,
    timexes: Sequence[Timex],
    dct: date | None,
    neighbours: Sequence[Sentence] = (),
    triggers: Sequence[Span] = (),
) -> EventDate:
    """The date of the event that `trigger` states; no fitting date in the sentence and none carried on: reported.

    `folded` is the text as `for_dating` makes it, and all offsets are its own. `neighbours` are sentences around this
    one, `triggers` those of other events.

    >>> from pipeline.dates.tagger import find_dates
    >>> line, dct = "Ito, mayor until 2018, quit on Monday.", date(2022, 3, 23)
    >>> whole = Sentence(0, len(line), line, 0)
    >>> date_for((line.index("quit"), line.index("quit") + 4), whole, line.lower(), find_dates(line, dct), dct).text
    'Monday'
    >>> date_for((0, 3), Sentence(0, 3, "Ito", 0), line, (), dct).basis
    'reported'
    """
    here = folded[sentence.start : sentence.end]
    ranked = []
    for timex in _inside(timexes, sentence, here):
        cost = _cost(timex, trigger, sentence.start, here, triggers)
        within = trigger[0] > timex.end and _WHEN.match(here, timex.end - sentence.start)
        found = timex.alone if within else timex.date  # "since May 2014, when he fled"
        if cost < _FAR and found.precision != UNKNOWN:
            ranked.append((cost, timex.start, found))
    if ranked:
        best = _narrower(
            min(ranked, key=lambda row: row[:2])[2], [found for _, _, found in ranked], here, sentence.start
        )
        same = [found for _, _, found in ranked if (found.start, found.end) == (best.start, best.end)]
        return next((found for found in same if found.basis == "stated"), best)  # "today, on May 23"
    return _carried(sentence, folded, timexes, neighbours) or _reported(dct)


def _narrower(best: EventDate, others: Sequence[EventDate], here: str, offset: int) -> EventDate:
    """Of two expressions side by side, "last month on December 30", the one that lies within the other."""
    for other in others:
        if best.span and other.span and best.start and best.end and other.start and other.end:
            beside = here[best.span[1] - offset : other.span[0] - offset]
            if _SIDE_BY_SIDE.fullmatch(beside) and best.start <= other.start <= other.end <= best.end:
                return other
    return best


def _inside(timexes: Sequence[Timex], sentence: Sentence, here: str) -> list[Timex]:
    """The expressions of the sentence; of "from May to June" only the first, whose date is that of both."""
    kept: list[Timex] = []
    for timex in timexes:
        if timex.start < sentence.start or timex.end > sentence.end:
            continue
        lead = here[max(0, kept[-1].start - sentence.start - 9) : kept[-1].start - sentence.start] if kept else ""
        if kept and _PERIOD_OPENS.search(lead):
            gap = here[kept[-1].end - sentence.start : timex.start - sentence.start]
            if _PAIRED.match(gap):
                continue
        kept.append(timex)
    return kept


def _cost(timex: Timex, trigger: Span, offset: int, here: str, triggers: Sequence[Span]) -> int:
    """How far the expression is from the trigger: characters, and much more for every border of a clause."""
    start, end = timex.start - offset, timex.end - offset
    before = timex.end <= trigger[0]
    between = here[end : trigger[0] - offset] if before else here[trigger[1] - offset : start]
    if before and _WHEN.match(between):
        return len(between) // 3
    cost = len(between) // 3 + 12 * len(_BREAK.findall(between)) + 30 * len(_SAME_STORY.findall(between))
    low, high = min(timex.end, trigger[1]), max(timex.start, trigger[0])
    cost += 60 * sum(low <= other[0] and other[1] <= high for other in triggers)
    if _apart(timex, trigger, offset, here, between):
        return _FAR
    if _OWNS.match(here, end) and before and len(between) > 25:
        cost += 60
    return cost


def _apart(timex: Timex, trigger: Span, offset: int, here: str, between: str) -> bool:
    """Whether the expression dates something else: a thing, an aside, another clause."""
    start, end, before = timex.start - offset, timex.end - offset, timex.end <= trigger[0]
    if ";" in between or timex.type == "DATE" and len(timex.value) < _YEAR and _BORDER.search(between):
        return True
    if _hidden(timex, trigger, offset, here) or (not before and _other_clause(between)):
        return True
    if _OF_A_THING.search(here[max(0, start - 90) : start] if before else between):
        return True
    if before and (_NOW_DIFFERS.search(between) or len(timex.value) >= _DAY and _LATER_STILL.search(between)):
        return True
    near = before and len(between) <= 30 and not _NEW_CLAUSE.search(between)  # noqa: PLR2004 - "the 2022 dismissal"
    return not near and _names_a_thing(timex, here, start, end)  # "annulled the country's 2012 constitution"


def _names_a_thing(timex: Timex, here: str, start: int, end: int) -> bool:
    """Whether a year or month stands before a noun, as in "the 2022 election"."""
    if timex.type != "DATE" or not LEXICON.traits(timex.rule).names_a_thing or len(timex.value) > _MONTH:
        return False
    if len(timex.value) == _YEAR and _IN_A_YEAR.search(here[max(0, start - 9) : start]):
        return False
    return bool(_NOUN_BEFORE.search(here[max(0, start - 40) : start]) and _NOUN_AFTER.match(here, end))


def _other_clause(between: str) -> bool:
    """Whether the words after a trigger open a clause that tells of something else before the date is reached."""
    if _OTHER_STORY.search(_AT_ONCE.sub("", _DATE_LEAD.sub("", between))) or _WHO.search(between):
        return True
    relative = _RELATIVE.search(between)
    return bool(relative) and len(between[: relative.start()].strip(" ,-")) > 25 if relative else False


def _hidden(timex: Timex, trigger: Span, offset: int, here: str) -> bool:
    """Whether the expression stands in an attribute or aside that the trigger has no part in."""
    start, end = timex.start - offset, timex.end - offset
    ends, starts = _borders(here)
    head = next(iter(ends[bisect_right(ends, start) - 1 :]), 0) if ends and ends[0] <= start else 0
    tail = next(iter(starts[bisect_left(starts, end) :]), len(here))
    if head <= trigger[0] - offset < tail:
        return False
    if here[head - 1 : head] == "(" and tail - head > end - start + 12:
        return True
    lead = here[head:start]
    if _ATTRIBUTE.search(lead) and not _BARE_LEAD.search(lead.strip()) and not _PAIR_AHEAD.match(here, end):
        return True
    return bool(_ASIDE.match(lead.lstrip()) or _FRONTED.match(lead.lstrip()) and len(lead.split()) > 2)


@lru_cache(maxsize=8)
def _borders(here: str) -> tuple[list[int], list[int]]:
    """Where the borders of a sentence's clauses end, and where they begin: sought once for all its dates."""
    spans = [match.span() for match in _BORDER.finditer(here)]
    return [end for _, end in spans], [start for start, _ in spans]


def _carried(
    sentence: Sentence, folded: str, timexes: Sequence[Timex], neighbours: Sequence[Sentence]
) -> EventDate | None:
    """The date of the sentence before, where this one goes on with the same story."""
    earlier = [
        other for other in neighbours if other.end <= sentence.start and sentence.paragraph - other.paragraph <= 1
    ]
    here = folded[sentence.start : sentence.end]
    if not earlier or _NOW.search(here):
        return None
    previous = max(earlier, key=lambda other: other.start)
    there = folded[previous.start : previous.end]
    shared = set(_WORD.findall(here)) & set(_WORD.findall(there))
    same_paragraph = previous.paragraph == sentence.paragraph
    if len(shared) < (2 if same_paragraph and _BACK_TO.match(here) else 4):
        return None
    dates = [timex.date for timex in _inside(timexes, previous, there) if timex.date.precision != UNKNOWN]
    if len({(found.start, found.end) for found in dates}) != 1 or not dates[0].start or not dates[0].end:
        return None
    found = dates[0]
    return replace(found, derivation=f"{found.derivation}; named in the sentence before, which tells the same")


def _reported(dct: date | None) -> EventDate:
    if dct is None:
        return EventDate(derivation="no date words, and the publication day is not known")
    shown = in_words(dct, dct, "day", "reported")
    return EventDate(dct, dct, "day", "reported", derivation=f"no date words: {shown}, when the article was published")
