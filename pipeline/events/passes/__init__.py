"""What the whole article tells about each of its mentions: passes over all of them, one after the other."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from pipeline.events.document import Document
from pipeline.events.passes.denials import attach
from pipeline.events.passes.named_later import named
from pipeline.events.passes.one_state import one_state
from pipeline.events.passes.same_act import one_date, one_role
from pipeline.events.passes.successors import settled, without_undated
from pipeline.events.passes.withdrawn import accepted, taken_back
from pipeline.models import Mention

Pass: TypeAlias = Callable[[Document, Sequence[Mention]], Sequence[Mention]]

PASSES: Final[tuple[Pass, ...]] = (
    taken_back,  # a letter handed in, whose writer stayed, was an attempt
    settled,  # an appointment without a day is news beside dated news of a post, else it goes
    named,  # "a minister" gets the name that the text gives later
    one_state,  # "the Kremlin" and "the Russian authorities" are one
    accepted,  # who offers to go, and is told to have gone, has resigned
    one_date,  # sentences that tell one act share its date
    without_undated,  # an appointment that is still without a date is no news
    one_role,  # sentences that tell one act share its post
    attach,  # denials and confirmations
)
"""The order matters: names are given before dates and posts are shared, since an act is one person's."""


def over_the_document(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions after all passes, in reading order."""
    for each in PASSES:
        mentions = each(document, mentions)
    return tuple(mentions)
