"""One cheap scan that finds where a time expression can stand."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.lexicon.date_rules import LEXICON

_WORDS = LEXICON.words


def _classes() -> dict[str, str]:
    found = {word: name for name, words in LEXICON.anchors.items() for word in words}
    for name in ("part", "season", "weekday", "month", "unit"):
        for word in _WORDS[name]:
            if not re.search(r"[ -]", word):
                found[word.rstrip(".")] = name
    for word in _WORDS["weekday"]:
        if word.endswith("day"):
            found[word + "s"] = "weekday"
    for word in _WORDS["foreign_month"]:
        found.setdefault(word, "foreign")
    for word in _WORDS["holiday"]:
        found.setdefault(re.split(r"[ ']", word)[0].rstrip("."), "holiday")
    found.update(dict.fromkeys(_WORDS["decadeword"], "decade"))
    found.update(
        {"may": "month", "march": "month", "good": "holiday", "night": "part", "nights": "part", "hour": "unit"}
    )
    return found


CLASS_OF: Final = _classes()
"""The class of every anchor word. A rule of the lexicon names the classes that it hangs on."""


def _by_first_letter(words: list[str]) -> str:
    """`a(?:pril|ugust)|m(?:ay|onday)`: the scan fails on the first letter of most words of a text."""
    letters: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        letters.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in sorted(letters.items()))


_FIGURES = (
    r"(?P<decade>'?\d?\d?\d0'?s)"
    r"|(?P<code>[qh][1-4]|[1-4]q|fy ?'?\d\d(?:\d\d)?|'\d\d(?=[^\d']))"
    r"|(?P<clock>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?[ -]?(?:[ap]\.?m\b|o'clock)|(?:[01]?\d|2[0-3]):[0-5]\d"
    r"|[012]?\d\.[0-5]\d(?= (?:gmt|utc|bst|cet|cest|eet|eest|e[sd]?t|msk)\b)"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:gmt|utc|hrs|hours (?:gmt|utc|local)|local time)))"
    r"|(?P<numeric>\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{2,4}|(?=\.?\)))|(?<=on )\d{1,2}/\d\d)"
    r"|(?P<year>(?:1[0-9]|20|21)\d\d)"
)
_SCAN = re.compile(rf"\b(?:{_by_first_letter(list(CLASS_OF))})\b|(?<![\w])(?:{_FIGURES})(?!\d)")


def find_anchors(folded: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and class of every word that a time expression can hang on, in reading order.

    >>> line = "he left last week, on 3 march 2021."
    >>> [(kind, line[start:end]) for start, end, kind in find_anchors(line)]
    [('unit', 'week'), ('month', 'march'), ('year', '2021')]
    """
    for match in _SCAN.finditer(folded):
        yield match.start(), match.end(), match.lastgroup or CLASS_OF[match.group()]


_LEADERS = frozenset(LEXICON.lists["leaders"])
_NUMBERS = frozenset(_WORDS["number"]) | frozenset(_WORDS["ordinal"])
_AFTER_STOP = re.compile(r"[.!?;:)\]\"”]")
_MOST_LEADERS = 8
_FARTHEST = 64
"""Words and characters that an expression can have before its anchor: bounds that keep the search of any text linear.
Chosen by hand."""


def starts_before(folded: str, floor: int, anchor: int) -> list[int]:
    """Offsets at which an expression that hangs on the anchor may begin, the earliest first, the anchor itself last.

    >>> line = "for at least two weeks"
    >>> [line[at:] for at in starts_before(line, 0, line.index("weeks"))]
    ['at least two weeks', 'least two weeks', 'two weeks', 'weeks']
    """
    starts = [anchor]
    floor = max(floor, anchor - _FARTHEST)
    end = anchor
    while len(starts) <= _MOST_LEADERS and end > floor:
        blank = folded.rfind(" ", floor, end - 1)
        begin = max(blank + 1, floor)
        if (line := folded.rfind("\n", begin, end)) >= 0:
            begin = line + 1
        raw = folded[begin:end]
        word = raw.strip(" ,-\"“”'([")
        if word and not _may_lead(word):
            # web text runs sentences together: "… worldwide.Last month"
            word = _AFTER_STOP.split(raw)[-1].strip(" ,-'")
            if word and len(word) < len(raw.strip()) and _may_lead(word):
                starts.append(begin + raw.rindex(word))
            break
        if word:
            starts.append(begin + raw.index(word[0]))
        end = begin
        if line >= 0:
            break
    return starts[::-1]


def _may_lead(word: str) -> bool:
    if word in _LEADERS or word in _NUMBERS or word[0].isdigit():
        return True
    if word.rstrip("'s.") in CLASS_OF:
        return True
    return all(part in _NUMBERS or part in _LEADERS for part in word.split("-"))
