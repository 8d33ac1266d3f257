"""Find the expressions: rules are tried only where an anchor word stands, and the longest match wins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.dates.anchors import find_anchors, starts_before
from pipeline.dates.readers.reading import Groups
from pipeline.lexicon.date_rules import LEXICON, Blocker, DateRule

_NO_PROSE = " ,;|/.:-0123456789"
_MOST_IN_A_ROW = 12
"""More date words than this with nothing but blanks and commas between them are a table or noise, no prose."""
_CLOSE = 12
"""Characters between two date words that stand in a row. Chosen by hand, as the number of words above."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words that a rule matched; `groups` are its named groups. Nothing is worked out yet."""

    start: int
    end: int
    rule: DateRule
    groups: Groups


def recognise(text: str, folded: str) -> Iterator[Found]:
    """Matches in reading order, never overlapping.

    >>> line = "He may leave on 3 May."
    >>> [(f.rule.id, line[f.start : f.end]) for f in recognise(line, line.lower())]
    [('calendar.day_month', '3 May')]
    """
    done = before = in_a_row = 0
    for start, end, kind in find_anchors(folded):
        if start < done:
            continue
        close = start - before < _CLOSE and not folded[before:start].strip(_NO_PROSE)
        in_a_row = in_a_row + 1 if close else 0
        before = end
        if in_a_row > _MOST_IN_A_ROW:
            done = end
            continue
        if best := _best(text, folded, done, (start, end, kind)):
            for found in _split(*best):
                done = before = found.end
                yield found


def _best(text: str, folded: str, floor: int, anchor: tuple[int, int, str]) -> tuple[DateRule, re.Match[str]] | None:
    """The longest match from the earliest start that covers the anchor and is not blocked."""
    start, end, kind = anchor
    rules = LEXICON.by_anchor.get(kind, ())
    opens = LEXICON.gates[kind].match if rules else None
    for at in starts_before(folded, floor, start):
        if opens is None or not opens(folded, at):
            continue
        hits: list[tuple[int, int, DateRule, re.Match[str]]] = []
        for order, rule in enumerate(rules):
            hit = rule.pattern.match(folded, at)
            if hit and hit.end() >= end:
                hits.append((-hit.end(), -order, rule, hit))
        for _, _, rule, hit in sorted(hits, key=lambda row: row[:2]):
            first, last = _trimmed(rule, hit)
            if not any(_blocks(blocker, text, folded, first, last) for blocker in rule.blockers):
                return rule, hit
    return None


def _blocks(blocker: Blocker, text: str, folded: str, start: int, end: int) -> bool:
    word = blocker.word.search(folded[start:end]) if blocker.word else None
    if blocker.word and not word:
        return False
    if blocker.case and text[start + (word.start() if word else 0)].isupper() != (blocker.case == "upper"):
        return False
    if blocker.after and not blocker.after.match(folded, end):
        return False
    left = folded[start - 30 : start] if start > 30 else "\n" + folded[:start]
    return not blocker.before or bool(blocker.before.search(left))


def _trimmed(rule: DateRule, hit: re.Match[str]) -> tuple[int, int]:
    """The span without the words that only lead in ("in two weeks' time")."""
    cut = rule.drop.match(hit.group()) if rule.drop else None
    return hit.start() + (cut.end() if cut else 0), hit.end()


def _split(rule: DateRule, hit: re.Match[str]) -> Iterator[Found]:
    """One expression, or those of a list ("March 14-18", "3, 4 and 5 May"), each with the month and year they share."""
    groups = {name: words for name, words in hit.groupdict().items() if words}
    for name in [name for name in groups if name.endswith("1")]:
        groups.setdefault(name[:-1], groups.pop(name))
    if "second" not in groups:
        start, end = _trimmed(rule, hit)
        yield Found(start, end, rule, groups)
        return
    shared: Groups = {name: groups[name] for name in ("month", "year") if name in groups}
    if "yearboth" in groups:
        shared["year"] = groups["yearboth"]
    if "year2" in groups:  # "2013-14", but not "2013-12"
        groups["year2"] = shared["year"][: 4 - len(groups["year2"])] + groups["year2"]
        if groups["year2"] <= shared["year"]:
            return
    for part, number in (("first", ""), ("middle", "3"), ("second", "2")):
        own: Groups = {name: groups[name + number] for name in ("day", "year", "ordinal") if name + number in groups}
        if part in groups:
            end = hit.end() if part == "second" and "yearboth" in groups else hit.end(part)
            yield Found(hit.start(part), end, rule, {**shared, **own})
