"""Why: a claim of its own, with its own speaker. The words are quoted, so that "ostensibly" stays visible."""

import re
from functools import lru_cache

from pipeline.events.arguments.source import Speaker, speaker_of
from pipeline.events.document import Document
from pipeline.events.factuality.cues import cues, find_cues, has_cue
from pipeline.lexicon.phrases import phrase
from pipeline.models import Claim

Span = tuple[int, int]

_REACH = 6
_FARTHEST = 150
"""Characters between an act and the words that give its reason."""
_LOOSE = phrase("motive.loose_end")


def motives(document: Document, index: int, end: int, persons: tuple[str, ...], speaker: Speaker) -> tuple[Claim, ...]:
    """Motive claims for an act whose trigger ends at `end` of sentence `index`, and in the person's own words."""
    line, offset = document.line(index), document.sentences[index].start
    claims: list[Claim] = []
    for pattern in (cue.pattern for cue in cues("motive")):
        match = pattern.search(line, end)
        if (
            match
            and match.start() < end + _FARTHEST
            and not re.search(r"[.;]", line[end : match.start()])
            and not any(c.start < offset + match.end() and offset + match.start() < c.end for c in claims)
        ):
            claims.append(_claim(document, offset + match.start(), offset + match.end(), speaker, "motive.clause"))
            break
    return (*claims, *_own(document, index, persons)) if persons else tuple(claims)


def _own(document: Document, index: int, persons: tuple[str, ...]) -> list[Claim]:
    """The reasons that the person gives in the sentences that follow."""
    claims: list[Claim] = []
    for number in range(index, min(len(document.sentences), index + _REACH)):
        line, offset = document.line(number), document.sentences[number].start
        stated, quotes = _reasons(line)
        for start, end in stated:
            speaker = speaker_of(document, number, start, end, persons)
            claims.append(_claim(document, offset + start, offset + end, speaker, "motive.stated"))
        for start, end in quotes:
            speaker = speaker_of(document, number, start, end, persons)
            if speaker.evidence_class == "own_statement":
                claims.append(_claim(document, offset + start, offset + end, speaker, "motive.quote"))
                return claims
    return claims


@lru_cache(maxsize=64)
def _reasons(line: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where a sentence states reasons, and its quotations that give one: sought once, however many acts it tells."""
    stated = tuple(match.span() for _, match in find_cues("motive_own", line))
    quotes = re.finditer(r'"([^"]{12,300}?)"?(?:$|")', line)
    return stated, tuple(quote.span(1) for quote in quotes if has_cue("motive_quote", quote.group(1)))


def _claim(document: Document, start: int, end: int, speaker: Speaker, rule: str) -> Claim:
    while end > start and document.text[end - 1 : end + 1].isalnum() and len(document.text) > end:
        end -= 1
    end = start + len(_LOOSE.sub("", document.text[start:end].rstrip()))
    return Claim("motive", document.text[start:end], start, end, speaker.text, speaker.evidence_class, rule=rule)
