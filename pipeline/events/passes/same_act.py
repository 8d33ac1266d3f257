"""Sentences that tell one act of one person share its date and its post."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.arguments.post import head_of_post, posts_given
from pipeline.events.document import Document
from pipeline.events.passes.news_day import carry
from pipeline.events.timing.trigger_date import is_background, shared
from pipeline.models import Mention

Act = tuple[str, str, str]
_REACH = 2
_AROUND = 6
"""Mentions beside one that may be of its sentence."""
_MOST = 60
"""Mentions of one act that are compared; a text that repeats itself more often says nothing new."""


def acts_of(mention: Mention) -> tuple[Act, ...]:
    """What must agree for two mentions to tell one act: type, modality, person."""
    return tuple((mention.type, mention.modality, person) for person in mention.persons)


def _by_act(mentions: Sequence[Mention]) -> dict[Act, list[Mention]]:
    table: dict[Act, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for act in acts_of(mention):
            if len(table[act]) < _MOST:
                table[act].append(mention)
    return table


def one_date(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """A mention without date words takes that of the news of its act, else of the nearest one within two sentences."""
    table = _by_act(mentions)
    dated = []
    for number, mention in enumerate(mentions):
        if not mention.date.worded and mention.persons:
            twins = [
                other
                for other in mentions[max(0, number - 12) : number + 13]
                if set(acts_of(other)) & set(acts_of(mention))
                and other.date.worded
                and abs(other.sentence - mention.sentence) <= _REACH
            ]
            source = _news(table, mention)
            if source is None and twins:
                source = min(twins, key=lambda other: (abs(other.start - mention.start), other.start))
            if source:
                found = shared(mention.date, source.date)
                mention = replace(mention, date=found, background=is_background(document, found))
        dated.append(mention)
    return carry(document, dated)


def _news(table: dict[Act, list[Mention]], mention: Mention) -> Mention | None:
    """The news of the article, if it tells of one such act of this person: "his resignation" means that one."""
    if mention.date.basis == "reported":
        return None
    told = [m for act in acts_of(mention) for m in table[act]]
    fresh = [m for m in told if not m.background and m.date.precision != "unknown"]
    if not fresh:
        return None
    best = min(fresh, key=lambda m: (m.date.basis == "reported", m.date.days, m.start))
    return best if all(best.date.overlaps(other.date) for other in fresh) else None


def one_role(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The post beside one telling of an act holds for the others, before posts from elsewhere in the text."""
    table = _by_act(mentions)
    done = []
    for number, mention in enumerate(mentions):
        if mention.category == "leaving" and mention.persons and not _states_role(mention):
            told = [m for act in acts_of(mention) for m in table[act]]
            twins = [m for m in told if m.date.overlaps(mention.date) and m.background == mention.background]
            source = next((m for m in twins if _states_role(m)), None)
            if source is None and not mention.role:
                near = mentions[max(0, number - _AROUND) : number + _AROUND]
                source = _beside(near, mention) or _agreed(document, twins, mention)
            if source and source.role != mention.role:
                mention = replace(mention, role=source.role, organisation=source.organisation)
        done.append(mention)
    return tuple(done)


def _beside(near: Sequence[Mention], mention: Mention) -> Mention | None:
    """Another act of the person in the sentence that names the post: "Ruiz quit as envoy and fled"."""
    told = [m for m in near if m.sentence == mention.sentence and m.persons == mention.persons and _states_role(m)]
    return next((m for m in told if "appointment" not in (m.type, mention.type)), None)


def _agreed(document: Document, twins: Sequence[Mention], mention: Mention) -> Mention | None:
    """One of the mentions that name a post, where the text gives the person no other: an "envoy" is no "spokesman"."""
    given = [m for m in twins if m.role]
    heads = {head_of_post(role) for role in (*(m.role for m in given), *posts_given(document, mention.persons))}
    return given[0] if given and len(heads) == 1 else None


def _states_role(mention: Mention) -> bool:
    return any(claim.field == "role" for claim in mention.claims)
