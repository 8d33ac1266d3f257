"""One object per event of an article: sentences that tell one act are folded into the clearest."""

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.entities.people import surname
from pipeline.models import Mention

_MODALITIES = ("happened", "planned", "alleged", "denied", "hypothetical")
_NEAR = 250
_NUMBER = re.compile(r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE)
_MOST = 9
"""Events of one type and person that are compared with a new mention."""


def fold(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The clearest mention of each event, in reading order: one per type, person and date; unnamed by nearness."""
    groups: list[list[Mention]] = []
    by_key: dict[tuple[str, ...], list[list[Mention]]] = defaultdict(list)
    for mention in mentions:
        home = next(
            (group for key in _keys(mention) for group in by_key[key][-_MOST:] if _one_event(group, mention)), None
        )
        if home is None:
            home = []
            groups.append(home)
        home.append(mention)
        for key in _keys(mention):
            if not any(group is home for group in by_key[key][-_MOST:]):
                by_key[key].append(home)
    return tuple(sorted((_clearest(group) for group in groups), key=lambda m: m.trigger))


def _keys(mention: Mention) -> list[tuple[str, ...]]:
    """Where a mention of the same event would be looked for."""
    if mention.category == "leaving" and mention.persons:
        return [(mention.type, surname(person)) for person in mention.persons]
    return [(mention.type,)]


def _one_event(group: Sequence[Mention], mention: Mention) -> bool:
    first = group[0]
    if first.type != mention.type:
        return False
    if first.category != "leaving":
        return any(m.start == mention.start and m.persons == mention.persons for m in group)
    if not first.persons or not mention.persons:
        return (
            first.persons == mention.persons
            and abs(first.start - mention.start) < _NEAR
            and first.agent.split()[-1:] == mention.agent.split()[-1:]
            and _count(first.agent) in (_count(mention.agent), "")
            and all(_agree(m, mention) for m in group[-60:])
        )
    if any(_is_step_ahead(m, mention) or _is_step_ahead(mention, m) for m in group[-60:]):
        return False
    names = {surname(person) for m in group[-60:] for person in m.persons}
    return bool(names & {surname(person) for person in mention.persons}) and all(
        _agree(m, mention) for m in group[-60:]
    )


def _is_step_ahead(told: Mention, ahead: Mention) -> bool:
    """ "Nominated on Monday", "the vote is next week": a dated step still to come is one of its own."""
    return (
        told.type == "appointment"
        and (told.modality, ahead.modality) == ("happened", "planned")
        and ahead.date.basis in ("stated", "relative")
        and bool(told.date.end and ahead.date.start and told.date.end < ahead.date.start)
    )


def _count(agent: str) -> str:
    """The number in a group's words: "20 officers", "four officers"."""
    found = _NUMBER.search(agent)
    return found.group().lower() if found else ""


def _agree(first: Mention, second: Mention) -> bool:
    """Two dates in words must overlap; a mention without date words agrees with any."""
    worded = ("stated", "relative")
    if first.date.basis not in worded or second.date.basis not in worded:
        return True
    a, b = first.date, second.date
    return not (a.start and b.end and a.start > b.end or b.start and a.end and b.start > a.end)


def _clearest(group: Sequence[Mention]) -> Mention:
    return min(
        group,
        key=lambda m: (
            _MODALITIES.index(m.modality),
            ("stated", "relative", "reported", "unknown").index(m.date.basis) // 2,
            _days(m),
            m.start,
        ),
    )


def _days(mention: Mention) -> int:
    found = mention.date
    return (found.end - found.start).days if found.start and found.end else 9999
