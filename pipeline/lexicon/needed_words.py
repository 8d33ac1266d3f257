"""Which words a pattern cannot do without: where none of them stands in a sentence, the pattern need not be tried.

The words come from the pattern itself, so that nobody writes them a second time. Python's own parser takes the pattern
apart (`re._parser`, a private module of CPython: tests/test_needed_words.py fails when it changes).
"""

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

from pipeline.lexicon.patterns import LIST, alternatives
from pipeline.lexicon.words import load_words

_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PART: Final = re.compile(r"[a-z]+")
_BORDER, _GAP = " ", "\0"
"""In the texts that a pattern stands for: a place where words end, and a stretch that may hold anything."""
_MOST: Final = 600
"""Texts to which a part of a pattern is spelt out; beyond it, its parts are read one by one. With 3,000 three rules
more have anchors, and loading the lexicon takes twice as long."""
_MARK: Final = 0xE000
"""The first of the letters for private use: a list stands in a pattern as one of them while it is taken apart."""


def whole_words(text: str) -> frozenset[str]:
    """The words of a text, lower-cased. One with hyphens is one word and none of its parts.

    >>> sorted(whole_words("Russian-occupied towns"))
    ['russian-occupied', 'towns']
    """
    return frozenset(_WORD.findall(text.lower()))


def words_and_parts(text: str) -> frozenset[str]:
    """The same with the parts of words that have hyphens.

    >>> sorted(words_and_parts("Russian-occupied towns"))
    ['occupied', 'russian', 'russian-occupied', 'towns']
    """
    return whole_words(text) | frozenset(_PART.findall(text.lower()))


def anchors(pattern: str) -> frozenset[str]:
    """Lower-case words of which at least one stands in every text that the pattern matches; empty where none must.

    >>> sorted(anchors(r"\\b(?:resign(?:s|ed)?|step(?:s|ped)? down)\\b"))
    ['down', 'resign', 'resigned', 'resigns', 'stepped', 'steps']
    >>> anchors(r"\\b\\w+ly\\b")
    frozenset()
    """
    return _best(_candidates(_parsed(pattern), left=False, right=False))


def _parsed(pattern: str) -> list[Any]:
    names = _lists()
    marked = LIST.sub(lambda match: chr(_MARK + names.index(match.group(1))), pattern)
    return list(parser.parse(marked, re.IGNORECASE))


@lru_cache
def _lists() -> tuple[str, ...]:
    return tuple(load_words())


@lru_cache
def _weights() -> dict[str, int]:
    """How often a word calls a rule up in vain, roughly: 300 for words of most sentences, 30 for the usual ones of
    news. Set by hand; with them rules are tried a third less often on the 537 real articles."""
    lists = load_words()
    return dict.fromkeys(lists["usual"], 30) | dict.fromkeys(lists["frequent"], 300)


def _cost(words: Iterable[str]) -> int:
    weights = _weights()
    return sum(weights.get(word, 1) for word in words)


@lru_cache
def _spelt_list(code: int) -> frozenset[str] | None:
    texts = _in_order(_parsed(alternatives(_lists()[code - _MARK])))
    return None if texts is None else frozenset(texts)


def _candidates(parts: Sequence[Any], left: bool, right: bool) -> list[frozenset[str]]:
    """Sets of words of which each must be met. `left`, `right`: do words end at the ends of these parts?"""
    found: list[frozenset[str]] = []
    texts = {_BORDER if left else _GAP}
    for number, part in enumerate(parts):
        spelt = _spelt(part)
        longer = None if spelt is None else {before + after for before in texts for after in spelt}
        if longer is None or len(longer) > _MOST:
            found += _words(text + _GAP for text in texts)
            after = _spelt(parts[number + 1]) if number + 1 < len(parts) else {_BORDER if right else _GAP}
            found += _inside(part, _borders(texts, at_end=True), _borders(after))
            texts = {_GAP}
        elif _borders(longer, at_end=True):
            found += _words(longer)
            texts = {_BORDER}
        else:
            texts = longer
    return found + _words(text + (_BORDER if right else _GAP) for text in texts)


def _inside(part: Any, left: bool, right: bool) -> list[frozenset[str]]:
    """The same of one part that stands for too many texts."""
    operator, value = part
    if operator.name == "LITERAL":
        return _inside_list(value, left, right)
    if operator.name == "SUBPATTERN":
        return _candidates(list(value[3]), left, right)
    if operator.name == "BRANCH":
        each = [_best(_candidates(list(branch), left, right)) for branch in value[1]]
        return [frozenset().union(*each)] if all(each) else []
    return []


@lru_cache
def _inside_list(code: int, left: bool, right: bool) -> list[frozenset[str]]:
    return _candidates(_parsed(f"(?:{alternatives(_lists()[code - _MARK])})"), left, right)


def _words(texts: Iterable[str]) -> list[frozenset[str]]:
    """The rarest whole word of each text, if each has one."""
    chosen = set()
    for text in texts:
        whole = [word for word in text.split(_BORDER)[1:-1] if _WORD.fullmatch(word)]
        if not whole:
            return []
        chosen.add(min(whole, key=lambda word: (_cost((word,)), -len(word), word)))
    return [frozenset(chosen)]


def _best(found: Iterable[frozenset[str]]) -> frozenset[str]:
    """The set that calls the rule up in vain least often."""
    return min(found, key=_cost, default=frozenset())


def _spelt(part: Any) -> Set[str] | None:  # noqa: PLR0911 - one answer for each kind of part
    """The texts that a part stands for, with borders and gaps; None where they are too many."""
    operator, value = part
    match operator.name:
        case "LITERAL":
            return _spelt_list(value) if value - _MARK in range(len(_lists())) else {_letter(value)}
        case "AT":
            return {_BORDER} if value.name != "AT_NON_BOUNDARY" else {""}
        case "ASSERT":
            return {_BORDER} if _borders(_in_order(value[1]), at_end=value[0] < 0) else {""}
        case "ASSERT_NOT":
            return {""}
        case "IN":
            return _of_class(value)
        case "SUBPATTERN":
            return _in_order(value[3])
        case "BRANCH":
            branches = [_in_order(branch) for branch in value[1]]
            return None if None in branches else _few(set().union(*(texts for texts in branches if texts)))
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, repeated = value
            texts = _in_order(repeated)
            if most > 1:
                texts = {_BORDER * _borders(texts) + _GAP + _BORDER * _borders(texts, at_end=True)}
            return texts if texts is None or least else texts | {""}
        case _:
            return {_GAP}


def _borders(texts: Set[str] | None, at_end: bool = False) -> bool:
    """Does a word end at the beginning (at the end) of every one of these texts?"""
    return bool(texts) and all(text[-1 if at_end else 0 :][:1] == _BORDER for text in texts or ())


def _in_order(parts: Iterable[Any]) -> Set[str] | None:
    texts = {""}
    for part in parts:
        spelt = _spelt(part)
        if spelt is None or len(texts) * len(spelt) > _MOST:
            return None
        texts = {before + after for before in texts for after in spelt}
    return texts


def _of_class(members: Iterable[Any]) -> set[str]:
    """`[sz]` is two letters, `[.,;]` and `\\s` end a word, everything else may be anything."""
    texts = set()
    for operator, value in members:
        if operator.name == "LITERAL":
            texts.add(_letter(value))
        elif operator.name == "CATEGORY" and value.name in ("CATEGORY_SPACE", "CATEGORY_DIGIT"):
            texts.add(_BORDER)
        else:
            return {_GAP}
    return texts


def _few(texts: Set[str]) -> Set[str] | None:
    return texts if len(texts) <= _MOST else None


@lru_cache
def _letter(code: int) -> str:
    letter = chr(code).lower()
    return letter if letter == "-" or _PART.fullmatch(letter) else _BORDER
