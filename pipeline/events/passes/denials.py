"""Denials, confirmations and own words, tied to the very mention that they speak of."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.events.arguments.source import Speaker, speaker_of
from pipeline.events.document import Document
from pipeline.events.factuality.cues import find_cues, has_cue
from pipeline.lexicon.words import load_words
from pipeline.models import Claim, Clause, Mention
from pipeline.vocabulary import CATEGORY_BY_TYPE

_FARTHEST = 4000
"""Characters over which "no such ban" still points back."""
_NEAR = 5
"""Sentences between a claim and its denial."""
_MOST = 60
"""Mentions over which the run of one claim is followed back."""
_SUCH = re.compile(r"\b(?:no )?such\b")
_IT = re.compile(
    r"\b(?:it|this|that|the (?:claims?|reports?|allegations?|accusations?)) (?:is|was|were|are)\b|"
    r"\b(?:all|the|these|those|such) (?:accusations|allegations|claims|charges|reports)\b"
)


@lru_cache
def _echoes() -> dict[str, re.Pattern[str]]:
    """By type, the words with which a denial points back at its claim."""
    lists = {name.removeprefix("denied_"): words for name, words in load_words().items() if name.startswith("denied_")}
    return {kind: re.compile("|".join(words), re.IGNORECASE) for kind, words in lists.items()}


def attach(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with their denials and confirmations; a named denier makes a mention of type denial as well."""
    extra: dict[int, list[Claim]] = {}
    denials: list[Mention] = []
    last: int | None = None
    for index in range(len(document.sentences)):
        line = document.line(index)
        if denies := next(find_cues("deny", line), None):
            match = denies[1]
            target = _target(document, mentions, index, match, last)
            if target is not None:
                last = target
                speaker = _denier(document, index, match)
                extra.setdefault(target, []).append(_claim(document, index, "denial", speaker, "denied"))
                if len(speaker.persons) == 1:
                    denials.append(_denial(document, index, match, speaker, mentions[target]))
    for place, mention in enumerate(mentions):
        extra.setdefault(place, []).extend(_confirmed(document, mention))
    done = [replace(m, claims=(*m.claims, *extra[n])) if extra.get(n) else m for n, m in enumerate(mentions)]
    return tuple(sorted([*done, *denials], key=lambda m: m.trigger))


def _target(
    document: Document, mentions: Sequence[Mention], index: int, match: re.Match[str], last: int | None
) -> int | None:
    """The mention denied: the nearest before, of a type whose words the denial repeats.

    "It is false" goes on with the claim denied last.
    """
    line = match.string
    start = document.sentences[index].start
    low = document.sentences[max(0, index - _NEAR)].start
    for place in range(_first_in(mentions, start) - 1, -1, -1):
        mention = mentions[place]
        if start - mention.start > _FARTHEST:
            break
        if mention.start < low and place != last and not _SUCH.search(line):
            continue
        echo = _echoes().get(mention.type)
        if echo and echo.search(line[match.start() :]):
            return _clearest(mentions, place)
    if _IT.search(line):
        if last is not None:
            return last if start - mentions[last].end < 1200 else None
        return _just_told(document, mentions, index)
    return None


def _first_in(mentions: Sequence[Mention], start: int) -> int:
    """The number of the first mention from a position of the text on."""
    return bisect_left(mentions, start, key=lambda mention: mention.start)


def _just_told(document: Document, mentions: Sequence[Mention], index: int) -> int | None:
    """The claim of the sentence before, if it is of a kind that is denied."""
    if index == 0:
        return None
    before = document.sentences[index - 1].start
    told = range(_first_in(mentions, before), _first_in(mentions, before + 1))
    return next((n for n in told if mentions[n].type in _echoes()), None)


def _clearest(mentions: Sequence[Mention], place: int) -> int:
    """Several sentences may tell the claim that is denied; the first of a run of one type carries the denial."""
    first = place
    while (
        first > max(0, place - _MOST)
        and mentions[first - 1].type == mentions[place].type
        and mentions[place].start - mentions[first - 1].start < 1500
    ):
        first -= 1
    return first if mentions[place].category == "pressure" else place


def _denier(document: Document, index: int, match: re.Match[str]) -> Speaker:
    speaker = speaker_of(document, index, match.start() + len(match.group()) - 1, match.end(), ())
    if speaker.text[:1].isupper():
        return speaker
    line = document.line(index)
    left = [a for a in document.participants(index) if a.end <= match.start() and a.persons]
    if left and match.start() - left[-1].end < 30:
        return Speaker(left[-1].text, left[-1].persons, "named_source")
    words = re.sub(
        r"(?:[,\s]*\b(?:meanwhile|has|have|had|repeatedly|also|however)\b)*[,\s]*$", "", line[: match.start()]
    )
    return Speaker(re.split(r"[,;:]", words)[-1].strip()[-60:], (), "official")


def _claim(document: Document, index: int, field: str, speaker: Speaker, modality: str = "happened") -> Claim:
    sentence = document.sentences[index]
    return Claim(
        field,
        sentence.text,
        sentence.start,
        sentence.end,
        speaker.text,
        speaker.evidence_class,
        modality,
        f"{field}.said",
    )


def _denial(document: Document, index: int, match: re.Match[str], speaker: Speaker, mention: Mention) -> Mention:
    sentence = document.sentences[index]
    return Mention(
        article_id=document.article_id,
        category=CATEGORY_BY_TYPE["denial"],
        type="denial",
        start=sentence.start,
        end=sentence.end,
        trigger=(sentence.start + match.start(), sentence.start + match.end()),
        date=mention.date if mention.date.basis == "reported" else replace(mention.date, span=None),
        persons=speaker.persons,
        place=mention.place,
        country=mention.country,
        speaker=speaker.text,
        evidence_class="own_statement",
        rule="denial.said",
        clause=Clause("{agent} denies {object}", object=mention.type.replace("_", " ")),
        sentence=index,
    )


def _confirmed(document: Document, mention: Mention) -> list[Claim]:
    """A confirmation in the mention's own sentence, or the person's own letter or statement."""
    if mention.category != "leaving" or mention.modality != "happened":
        return []
    line = document.plain[mention.start : mention.end]
    if has_cue("confirm", line) and mention.evidence_class in ("official", "own_statement"):
        by = (mention.speaker, mention.evidence_class, "confirmation.said")
    elif mention.persons and has_cue("own_word", line) and mention.type in ("resignation", "departure", "defection"):
        by = (mention.persons[0], "own_statement", "confirmation.own_word")
    else:
        return []
    speaker, kind, rule = by
    sentence = document.text[mention.start : mention.end]
    return [Claim("confirmation", sentence, mention.start, mention.end, speaker, kind, rule=rule)]
