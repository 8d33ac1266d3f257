"""Who is meant, told by other sentences: a name given one sentence later, one state under two names."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.document import Document
from pipeline.events.passes.named_later import named, one_time
from pipeline.events.passes.same_act import one_date, one_role
from pipeline.models import Mention


def link(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with names adopted and dates shared; an appointment that stays undated is no news and falls away."""
    dated = one_date(document, _accepted(document, _one_agent(named(document, tuple(mentions)))))
    return one_role([mention for mention in dated if not _undated_appointment(mention)])


def _undated_appointment(mention: Mention) -> bool:
    return mention.type == "appointment" and mention.date.precision == "unknown" and mention.modality != "planned"


_MOST = 20
"""Mentions of one person's resignation that an offer is held against."""


def _accepted(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Who offers to go, and has gone by the same text's word on the same days, has resigned."""
    gone: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for m in mentions:
        if m.type == "resignation" and m.modality == "happened" and len(gone[m.persons]) < _MOST:
            gone[m.persons].append(m)
    return [
        replace(m, type="resignation")
        if m.type == "resignation_attempt"
        and m.persons
        and document.plain[slice(*m.trigger)].startswith("offer")
        and any(one_time(g, m) for g in gone[m.persons])
        else m
        for m in mentions
    ]


def _one_agent(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """ "The Kremlin bans …", "the Russian authorities ban …": one state, one act, told twice within a few lines."""
    seen: dict[tuple[str, str], Mention] = {}
    done = []
    for mention in mentions:
        if mention.category == "pressure" and not mention.persons and mention.country:
            first = seen.setdefault((mention.type, mention.country), mention)
            if mention.start - first.end < 600:
                mention = replace(mention, agent=first.agent)
        done.append(mention)
    return tuple(done)
