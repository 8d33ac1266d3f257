"""Where a text may state an event: one pass over the words, then only the rules whose words are there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from pipeline.lexicon.needed_words import whole_words
from pipeline.lexicon.rules import Rule, load_rules
from pipeline.models import Sentence
from pipeline.text.sentences import PART
from pipeline.vocabulary import CATEGORY_BY_TYPE

_MOST = 16
"""Triggers of a sentence that are read; of 16,106 sentences of news the richest has 7."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that state an event, with offsets in their sentence."""

    rule: Rule
    sentence: int
    start: int
    end: int
    groups: tuple[tuple[str, int, int], ...] = ()

    def group(self, name: str) -> tuple[int, int] | None:
        """Offsets of a named group of the rule, if it took part."""
        return next(((start, end) for key, start, end in self.groups if key == name), None)


@lru_cache
def _by_anchor() -> dict[str, tuple[tuple[int, Rule], ...]]:
    table: dict[str, list[tuple[int, Rule]]] = defaultdict(list)
    for number, rule in enumerate(load_rules()):
        for word in rule.anchors:
            table[word].append((number, rule))
    return {word: tuple(rules) for word, rules in table.items()}


def find_triggers(plain: str, sentences: Sequence[Sentence]) -> Iterator[Trigger]:
    """Triggers sentence by sentence, in the order of the lexicon.

    >>> line = "The envoy quit smoking. The envoy quit in May."
    >>> sentences = [Sentence(0, 23, line[:23], 0), Sentence(24, 46, line[24:], 0)]
    >>> [(trigger.rule.id, trigger.start) for trigger in find_triggers(line, sentences)]
    [('quit.verb', 10)]
    """
    for index, sentence in enumerate(sentences):
        line = plain[sentence.start : sentence.end]
        yield from islice(_in_sentence(line[:PART], index, rules_to_try(line)), _MOST)


def rules_to_try(line: str) -> list[Rule]:
    """The rules of which an anchor stands in a plain sentence, in the order of the lexicon."""
    table = _by_anchor()
    words = table.keys() & whole_words(line)
    tried = {number: rule for word in words for number, rule in table[word]}
    return [tried[number] for number in sorted(tried)]


def match_rule(rule: Rule, line: str) -> Iterator[re.Match[str]]:
    """Matches of a rule in a plain sentence that no blocker touches."""
    blocked: list[tuple[int, int]] | None = None
    for match in rule.pattern.finditer(line):
        if blocked is None:
            blocked = [(m.start(), m.end()) for blocker in rule.blockers for m in blocker.finditer(line)]
        start, end = match.span("trigger") if "trigger" in rule.pattern.groupindex else match.span()
        if start >= 0 and not any(low < end and start < high for low, high in blocked):
            yield match


def _in_sentence(line: str, index: int, rules: Sequence[Rule]) -> Iterator[Trigger]:
    for rule in rules:
        for match in match_rule(rule, line):
            start, end = match.span("trigger") if "trigger" in rule.pattern.groupindex else match.span()
            if not _in_headline_case(line, start, rule):
                groups = tuple((key, *match.span(key)) for key, text in match.groupdict().items() if text)
                yield Trigger(rule, index, start, end, groups)


def _in_headline_case(line: str, start: int, rule: Rule) -> bool:
    """A capitalised verb inside a line belongs to a headline that was glued to it."""
    return start > 0 and line[start].isupper() and line[start - 1] == " " and CATEGORY_BY_TYPE[rule.type] == "leaving"
