"""Where: the place that belongs to a trigger, under its modern name."""

import re

from pipeline.entities.place_mentions import places_in
from pipeline.entities.places import Place
from pipeline.events.document import Document
from pipeline.lexicon.phrases import phrase

_NEAR = phrase("place.near")
_THE_CITY = phrase("place.the_city")
_OTHER_CLAUSE = phrase("place.other_clause")
_CLAUSE_BETWEEN = phrase("place.clause_between")


def place_of(document: Document, index: int, start: int, end: int, strict: bool = False) -> Place | None:
    """The place of the event line[start:end] of sentence `index`; "the city" is the city last named.

    `strict`: only a place that follows the trigger closely, as for visits and summits.
    """
    line = document.line(index)
    ranked = []
    for low, high, place in places_in(line):
        if document.people.within(document.sentences[index].start + low, document.sentences[index].start + high):
            continue
        if strict and (low < start or low - end > 45 or _OTHER_CLAUSE.search(line[end:low])):
            continue
        gap = low - end if low >= end else start - high if high <= start else 0
        cost = (
            gap
            + (0 if _NEAR.search(line[max(0, low - 40) : low]) else 60)
            + (25 if place.kind == "country" else 0)
            + (20 if high <= start else 0)
        )
        cost += 50 * len(_CLAUSE_BETWEEN.findall(line[min(end, high) : max(low, start)]))
        cost += 60 if re.match(r"'s? ", line[high : high + 3]) and place.kind == "country" else 0
        ranked.append((cost, low, place))
    best = min(ranked, key=lambda row: row[:2]) if ranked else None
    if best and best[2].kind == "country":
        finer = [row for row in ranked if row[2].kind != "country" and row[2].country == best[2].name]
        best = min(finer, key=lambda row: row[:2]) if finer else best
    if strict:
        return best[2] if best else None
    if (best is None or best[2].kind == "country") and _THE_CITY.search(line):
        for before in range(index - 1, max(-1, index - 6), -1):
            cities = [place for _, _, place in places_in(document.line(before)) if place.kind != "country"]
            if cities:
                return cities[0]
    return best[2] if best else None
