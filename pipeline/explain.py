"""Why a text gave a mention, or none: what every stage saw, for whoever writes rules."""

from collections.abc import Iterator, Sequence, Set
from datetime import date

from pipeline.events import find_events
from pipeline.events.arguments.who import leaver_of
from pipeline.events.document import Document, annotate
from pipeline.events.factuality.modality import judge
from pipeline.events.mention import read_trigger
from pipeline.events.timing.trigger_date import date_of
from pipeline.events.triggers import Trigger, find_triggers, match_rule, rules_to_try
from pipeline.lexicon.needed_words import whole_words
from pipeline.lexicon.rules import Rule
from pipeline.models import Article, Mention
from pipeline.vocabulary import CATEGORY_BY_TYPE

_FOUND, _NO_MATCH = "found", "pattern does not match"


def explain(text: str, published: date | None = None) -> Iterator[str]:
    """Lines that say what each stage saw in a text, and why nothing came out where nothing did.

    >>> for line in explain("Mayor Ana Ruiz should resign."):  # doctest: +ELLIPSIS
    ...     print(line)
    Sentence 1: Mayor Ana Ruiz should resign.
      participant “Mayor Ana Ruiz”: name, Ana Ruiz
      rule resign.verb (resignation): “resign”
        who: Ana Ruiz
        modality: hypothetical, cue hypothetical.should “should ”
        date: unknown, what is called for or only possible has no day
        → mention
      tried, pattern does not match: refuse.offer_noun, ...honour
    Mentions: 1
      resignation, hypothetical: Ana Ruiz, Mayor; date unknown; says nobody (reporter); by resign.verb
    """
    document = annotate(Article("text", "", text, published=published))
    triggers = tuple(find_triggers(document.plain, document.sentences))
    for index in range(len(document.sentences)):
        yield f"Sentence {index + 1}: {document.line(index)}"
        yield from _sentence(document, index, [t for t in triggers if t.sentence == index])
    mentions = find_events(document)
    yield f"Mentions: {len(mentions)}"
    for mention in mentions:
        yield f"  {_in_words(mention)}"


def _sentence(document: Document, index: int, triggers: Sequence[Trigger]) -> Iterator[str]:
    sentence, line = document.sentences[index], document.line(index)
    for timex in document.timexes:
        if sentence.start <= timex.start < sentence.end:
            yield f"  date “{timex.text}”: {timex.type} {timex.value}, rule {timex.rule}; {timex.derivation}"
    for participant in document.participants(index):
        yield f"  participant “{participant.text}”: {', '.join((participant.kind, *participant.persons))}"
    for trigger in triggers:
        yield f"  rule {trigger.rule.id} ({trigger.rule.type}): “{line[trigger.start : trigger.end]}”"
        yield from _trigger(document, trigger, triggers)
    yield from _tried(line, {trigger.rule.id for trigger in triggers})


def _tried(line: str, seen: Set[str]) -> Iterator[str]:
    """The rules that a word of the sentence calls up and that found nothing: first those that were stopped."""
    unmatched = []
    rules = rules_to_try(line)
    for rule in rules:
        if rule.id not in seen:
            cause = _no_trigger(rule, [line])
            if cause == _NO_MATCH:
                unmatched.append(rule.id)
            else:
                yield f"  rule {rule.id} ({rule.type}): {cause}"
    if unmatched:
        yield f"  tried, {_NO_MATCH}: {', '.join(unmatched)}"
    if not rules:
        yield "  no rule tried: no word here is one that a rule needs"


def _trigger(document: Document, trigger: Trigger, others: Sequence[Trigger]) -> Iterator[str]:
    rule, line = trigger.rule, document.line(trigger.sentence)
    if CATEGORY_BY_TYPE[rule.type] == "leaving":
        who = leaver_of(document, trigger)
        yield f"    who: {(', '.join(who[1]) or f'“{who[0].text}”, nobody by name') if who else 'nobody found'}"
    judged = judge(line, trigger.start, trigger.end, rule.who == "possessor")
    modality = rule.modality or judged.modality
    yield f"    modality: {modality}, {'as the rule says' if rule.modality else judged.reason}"
    found = date_of(document, trigger, others, modality)
    yield f"    date: {found.text or found.precision}, {found.derivation or found.basis}"
    given = read_trigger(document, trigger, others) is not None
    cause = why_not(rule, document)
    yield "    → mention" if given and cause == _FOUND else f"    → nothing: {cause}"


def why_not(rule: Rule, document: Document) -> str:
    """Why a rule gave no mention of a text: the first cause, in the order in which a rule is tried; else "found"."""
    lines = [document.line(index) for index in range(len(document.sentences))]
    matches = any(rule.pattern.search(line) for line in lines)
    if matches and not any(rule.anchors & whole_words(line) for line in lines):
        return f"no anchor: none of {sorted(rule.anchors)}"
    triggers = [t for t in find_triggers(document.plain, document.sentences) if t.rule.id == rule.id]
    return _after_the_trigger(rule, document, triggers) if triggers else _no_trigger(rule, lines)


def _no_trigger(rule: Rule, lines: Sequence[str]) -> str:
    if not any(rule.pattern.search(line) for line in lines):
        return _NO_MATCH
    if not any(any(match_rule(rule, line)) for line in lines):
        struck = [(b.pattern, m.group()) for b in rule.blockers for line in lines for m in b.finditer(line)]
        return f"blocked by {', '.join(f'{pattern!r} at {words!r}' for pattern, words in struck)}"
    return "capital letter: a leaving verb inside a line is in lower case"


def _after_the_trigger(rule: Rule, document: Document, triggers: Sequence[Trigger]) -> str:
    mentions = find_events(document)
    if rule.id in [m.rule for m in mentions]:
        return _FOUND
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


def _in_words(mention: Mention) -> str:
    who = " and ".join(mention.persons) or mention.agent or "nobody by name"
    post = f", {mention.role}" if mention.role else ""
    dated = f"{mention.date.start or '…'} to {mention.date.end or '…'}"
    when = "date unknown" if mention.date.precision == "unknown" else f"{dated} ({mention.date.basis})"
    says = f"says {mention.speaker or 'nobody'} ({mention.evidence_class})"
    return f"{mention.type}, {mention.modality}: {who}{post}; {when}; {says}; by {mention.rule}"
