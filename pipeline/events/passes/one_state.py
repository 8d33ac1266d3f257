"""One state under two names: "the Kremlin bans …", "the Russian authorities ban …"."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.document import Document
from pipeline.models import Mention

_NEAR = 600
"""Characters between two tellings of one act of a state: about four sentences."""


def one_state(_: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; what one state imposes twice within a few lines is told of it under its first name."""
    seen: dict[tuple[str, str], Mention] = {}
    done = []
    for mention in mentions:
        if mention.category == "pressure" and not mention.persons and mention.country:
            first = seen.setdefault((mention.type, mention.country), mention)
            if mention.start - first.end < _NEAR:
                mention = replace(mention, agent=first.agent)
        done.append(mention)
    return done
