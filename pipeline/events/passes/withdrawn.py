"""A resignation that was handed in and then taken back or refused was an attempt: the person stayed."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.models import Mention

_HANDED_IN = ("resign.tendered", "give_up.handed_letter", "give_up.put_in_for")
_STAYED = (
    "refuse.withdrew",
    "refuse.reversed",
    "refuse.stay_on",
    "refuse.rejected",
    "refuse.not_accepted",
    "attempt.rejected",
)


def taken_back(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, a letter handed in told as an attempt where the text tells that its writer stayed."""
    stayed = {person for m in mentions if m.rule in _STAYED for person in m.persons}
    return [
        replace(m, type="resignation_attempt") if stayed & set(m.persons) and _is_handed_in(m) else m for m in mentions
    ]


def _is_handed_in(mention: Mention) -> bool:
    return mention.rule in _HANDED_IN and mention.modality == "happened"
