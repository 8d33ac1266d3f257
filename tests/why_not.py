"""Why a rule gave no mention of a sentence: the message of a failing test of the lexicon."""

from datetime import date

from pipeline.events import find_events
from pipeline.events.arguments.who import leaver_of
from pipeline.events.document import Document
from pipeline.events.extract import annotate
from pipeline.events.triggers import Trigger, find_triggers, match_rule
from pipeline.lexicon.needed_words import WORD
from pipeline.lexicon.rules import Rule
from pipeline.models import Article
from pipeline.vocabulary import CATEGORY_BY_TYPE

PUBLISHED = date(2025, 3, 5)


def read(text: str) -> Document:
    return annotate(Article("t", "t.txt", text, published=PUBLISHED))


def why_not(rule: Rule, text: str) -> str:
    """The first cause, in the order in which a rule is tried."""
    document = read(text)
    lines = [document.line(index) for index in range(len(document.sentences))]
    matches = any(rule.pattern.search(line) for line in lines)
    if matches and not rule.anchors & set(WORD.findall(document.plain.lower())):
        return f"no anchor: none of {sorted(rule.anchors)}"
    triggers = [t for t in find_triggers(document.plain, document.sentences) if t.rule.id == rule.id]
    if triggers:
        return _after_the_trigger(rule, document, triggers)
    if not matches:
        return "pattern does not match"
    if not any(any(match_rule(rule, line)) for line in lines):
        struck = [(b.pattern, m.group()) for b in rule.blockers for line in lines for m in b.finditer(line)]
        return f"blocked by {', '.join(f'{pattern!r} at {words!r}' for pattern, words in struck)}"
    return "capital letter: a leaving verb inside a line is in lower case"


def _after_the_trigger(rule: Rule, document: Document, triggers: list[Trigger]) -> str:
    mentions = find_events(document)
    if rule.id in [m.rule for m in mentions]:
        return "found"
    start = document.sentences[triggers[0].sentence].start
    spans = [(start + t.start, start + t.end) for t in triggers]
    category = CATEGORY_BY_TYPE[rule.type]
    for m in mentions:
        meets = any(m.trigger[0] < end and first < m.trigger[1] for first, end in spans)
        if m.category == category and (meets or m.type == rule.type):
            return f"rule {m.rule} won"
    if category == "leaving" and not any(leaver_of(document, t) for t in triggers):
        return f"nobody found who acts: who = {rule.who}"
    return f"something is missing that the rule needs: {' '.join(sorted(rule.needs)) or 'a person or a place'}"
