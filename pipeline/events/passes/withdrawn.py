"""Offers to go: one that was taken back or refused was an attempt, one that the text tells as done a resignation."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.document import Document
from pipeline.events.passes.named_later import one_time
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.rules import rules_with
from pipeline.models import Mention


def taken_back(_: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, a letter handed in told as an attempt where the text tells that its writer stayed."""
    stays = rules_with("stayed")
    stayed = {person for m in mentions if m.rule in stays for person in m.persons}
    return [
        replace(m, type="resignation_attempt") if stayed & set(m.persons) and _is_handed_in(m) else m for m in mentions
    ]


def _is_handed_in(mention: Mention) -> bool:
    return mention.rule in rules_with("tendered") and mention.modality == "happened"


_MOST = 20
"""Mentions of one person's resignation that an offer is held against."""


_OFFER = phrase("withdrawn.offer")


def accepted(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Who offers to go, and has gone by the same text's word on the same days, has resigned."""
    gone: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for m in mentions:
        if m.type == "resignation" and m.modality == "happened" and len(gone[m.persons]) < _MOST:
            gone[m.persons].append(m)
    return [
        replace(m, type="resignation")
        if m.type == "resignation_attempt"
        and m.persons
        and _OFFER.match(document.plain[slice(*m.trigger)])
        and any(one_time(g, m) for g in gone[m.persons])
        else m
        for m in mentions
    ]
