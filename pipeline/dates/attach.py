"""Which date belongs to an event: of the dates around a trigger, the one in its clause."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from pipeline.dates.edtf import in_words
from pipeline.dates.event_date import event_date
from pipeline.dates.fold import fold
from pipeline.models import UNKNOWN, EventDate, Sentence, Timex

_SUBORDINATE: Final = re.compile(
    r"\b(?:after|before|when|while|since|until|once|as|because|although|though|if|where|which|who|whose|following|whom)\b"
)
_ATTRIBUTE: Final = re.compile(r"\b(?:until|till|since|from|between|by then in)(?: early| late| mid| the)* $")
_BREAK: Final = re.compile(r"[,;:]| [-—] |—|\b(?:and|but|while|who|which|that|when|after|before|as)\b")
_COMMA: Final = re.compile(r"[,;:()—]| - ")
_BACK_TO: Final = re.compile(r"^[\"“”' ]*(?:he|she|they|it|his|her|their|its|the|that|this|these|those|also|alongside|both)\b")
_WORD: Final = re.compile(r"[a-z]{5,}")
_FAR: Final = 400

Span = tuple[int, int]


def date_for(
    trigger: Span,
    sentence: Sentence,
    text: str,
    timexes: Sequence[Timex],
    dct: date | None,
    neighbours: Sequence[Sentence] = (),
    triggers: Sequence[Span] = (),
) -> EventDate:
    """The date of the event that `trigger` states; no fitting date in the sentence and none carried on: reported.

    `neighbours` are sentences around this one, `triggers` those of other events. Offsets are those of `text`.

    >>> from pipeline.dates.find import find_dates
    >>> line, dct = "Ito, mayor until 2018, quit on Monday.", date(2022, 3, 23)
    >>> whole = Sentence(0, len(line), line, 0)
    >>> date_for((line.index("quit"), line.index("quit") + 4), whole, line, find_dates(line, dct), dct).text
    'Monday'
    >>> date_for((0, 3), Sentence(0, 3, "Ito", 0), line, (), dct).basis
    'reported'
    """
    here = fold(text[sentence.start : sentence.end])
    ranked = []
    for timex in timexes:
        if sentence.start <= timex.start and timex.end <= sentence.end:
            cost = _cost(timex, trigger, sentence.start, here, triggers)
            if cost < _FAR and (found := event_date(timex, text, dct)).precision != UNKNOWN:
                ranked.append((cost, timex.start, found))
    if ranked:
        return min(ranked, key=lambda row: row[:2])[2]
    if carried := _carried(trigger, sentence, text, timexes, dct, neighbours):
        return carried
    return _reported(dct)


def _cost(timex: Timex, trigger: Span, offset: int, here: str, triggers: Sequence[Span]) -> int:
    """How far the expression is from the trigger: characters, and much more for every border of a clause."""
    before = timex.end <= trigger[0]
    left, right = (timex.end, trigger[0]) if before else (trigger[1], timex.start)
    between = here[max(0, left - offset) : max(0, right - offset)]
    cost = len(between) // 3 + 12 * len(_BREAK.findall(between)) + 15 * len(_SUBORDINATE.findall(between))
    cost += 60 * sum(left <= other[0] and other[1] <= right for other in triggers)
    if _hidden(timex, trigger, offset, here):
        return _FAR
    if not before and _SUBORDINATE.search(between):
        # "the first to step down since the war began a month ago": the date is that of the other clause
        return _FAR
    return cost


def _hidden(timex: Timex, trigger: Span, offset: int, here: str) -> bool:
    """Whether the expression stands in an attribute or aside that the trigger has no part in."""
    start, end = timex.start - offset, timex.end - offset
    head = max((m.end() for m in _COMMA.finditer(here, 0, start)), default=0)
    tail = next((m.start() for m in _COMMA.finditer(here, end)), len(here))
    if head <= trigger[0] - offset < tail:
        return False
    if here[head:end].strip() and here[head - 1 : head] == "(" and len(here[head:tail]) > end - start + 12:
        return True
    lead = here[head:start]
    if _ATTRIBUTE.search(lead) and lead.strip() not in ("since", "from", "until", "between"):
        return True
    clause = _SUBORDINATE.match(lead.lstrip())
    return bool(clause) and len(lead.split()) > 2


def _carried(
    trigger: Span, sentence: Sentence, text: str, timexes: Sequence[Timex], dct: date | None, neighbours: Sequence[Sentence]
) -> EventDate | None:
    """The date of the sentence before, where this one goes on with the same story."""
    earlier = [other for other in neighbours if other.end <= sentence.start and sentence.paragraph - other.paragraph <= 1]
    if not earlier:
        return None
    previous = max(earlier, key=lambda other: other.start)
    dates = [
        (timex, found)
        for timex in timexes
        if previous.start <= timex.start and timex.end <= previous.end
        and (found := event_date(timex, text, dct)).precision != UNKNOWN and found.start and found.end
    ]  # fmt: skip
    if len({(found.start, found.end) for _, found in dates}) != 1:
        return None
    here, there = fold(text[sentence.start : sentence.end]), fold(text[previous.start : previous.end])
    shared = set(_WORD.findall(here)) & set(_WORD.findall(there))
    same_paragraph = previous.paragraph == sentence.paragraph
    if len(shared) < (2 if same_paragraph and _BACK_TO.match(here) else 4):
        return None
    timex, found = dates[0]
    if fold(text[max(0, timex.start - 7) : timex.start]).strip().endswith(("since", "until")):
        return None
    note = f"{found.derivation}; named in the sentence before, which tells the same"
    return EventDate(found.start, found.end, found.precision, found.basis, found.text, note, found.rule, found.span)


def _reported(dct: date | None) -> EventDate:
    if dct is None:
        return EventDate(derivation="no date words, and the publication day is not known")
    shown = in_words(dct, dct, "day", "reported")
    return EventDate(dct, dct, "day", "reported", derivation=f"no date words: {shown}, when the article was published")


