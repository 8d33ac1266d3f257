"""Denials, confirmations and own words, tied to the very mention that they speak of."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.events.arguments.source import Speaker, speaker_of, subject_source
from pipeline.events.coreference.pronouns import resolve
from pipeline.events.document import Document
from pipeline.events.factuality.cues import find_cues, has_cue
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words
from pipeline.models import Claim, Clause, Mention
from pipeline.vocabulary import CATEGORY_BY_TYPE

_FARTHEST = 4000
"""Characters over which "no such ban" still points back."""
_NEAR = 5
"""Sentences between a claim and its denial."""
_MOST = 60
"""Mentions over which the run of one claim is followed back."""
_JUST = 2
"""Sentences over which "confirmed the decision" points back."""
_OBJECT = phrase("denials.preposition_before")
_COPULA = phrase("denials.copula")
_SUCH = phrase("denials.such")
_IT = phrase("denials.claim")


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
                speaker = _denier(document, index, match, mentions[target].persons)
                extra.setdefault(target, []).append(_claim(document, index, "denial", speaker, "denied"))
                if len(speaker.persons) == 1:
                    denials.append(_denial(document, index, match, speaker, mentions[target]))
    for number, mention in enumerate(mentions):
        extra.setdefault(number, []).extend(_confirmed(document, mention))
    for number, claims in _confirmed_later(document, mentions).items():
        extra[number] += claims
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
    for number in range(_first_in(mentions, start) - 1, -1, -1):
        mention = mentions[number]
        if start - mention.start > _FARTHEST:
            break
        if mention.start < low and number != last and not _SUCH.search(line):
            continue
        echo = _echoes().get(mention.type)
        if echo and echo.search(line[match.start() :]):
            return _clearest(mentions, number)
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


def _clearest(mentions: Sequence[Mention], number: int) -> int:
    """Several sentences may tell the claim that is denied; the first of a run of one type carries the denial."""
    first = number
    while (
        first > max(0, number - _MOST)
        and mentions[first - 1].type == mentions[number].type
        and mentions[number].start - mentions[first - 1].start < 1500
    ):
        first -= 1
    return first if mentions[number].category == "pressure" else number


def _denier(document: Document, index: int, match: re.Match[str], persons: tuple[str, ...]) -> Speaker:
    """The subject of the denial, else whoever the sentence quotes, else nobody: a denial is nobody's by guess."""
    subject = subject_source(document, index, match.start(), persons) if not _COPULA.match(match.group()) else None
    return subject or speaker_of(document, index, match.start(), match.end(), persons)


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
    elif mention.type in ("resignation", "departure", "defection") and _in_own_words(document, mention, line):
        by = (mention.persons[0], "own_statement", "confirmation.own_word")
    else:
        return []
    speaker, kind, rule = by
    sentence = document.text[mention.start : mention.end]
    return [Claim("confirmation", sentence, mention.start, mention.end, speaker, kind, rule=rule)]


def _in_own_words(document: Document, mention: Mention, line: str) -> bool:
    """Does the sentence rest on the person's own letter or post, and on nobody else's word?"""
    if not mention.persons or mention.evidence_class not in ("own_statement", "reporter"):
        return False
    return any(_is_own(document, mention, match) for _, match in find_cues("own_word", line))


def _is_own(document: Document, mention: Mention, match: re.Match[str]) -> bool:
    """Is the owner of the letter, or the subject of the clause that it stands in, the person?"""
    index = _index_of(document, mention)
    agents = document.participants(index)
    if owner := match.groupdict().get("owner"):
        at = match.start("owner")
        owning = next((a for a in agents if a.start == at and a.text == owner), None)
        return owning is not None and resolve(document, index, owning) == mention.persons
    before = [a for a in agents if a.end <= match.start() and not _OBJECT.search(match.string, 0, a.start)]
    subjects = before or [a for a in agents if a.start >= match.end()][:1]
    meant = [resolve(document, index, a) for a in subjects]
    return bool(meant) and meant[0] == mention.persons and all(who in ((), mention.persons) for who in meant)


def _index_of(document: Document, mention: Mention) -> int:
    return next(n for n, sentence in enumerate(document.sentences) if sentence.start == mention.start)


def _confirmed_later(document: Document, mentions: Sequence[Mention]) -> dict[int, list[Claim]]:
    """Who confirms the act in a later sentence, the person or an official: "he confirmed the decision in a letter"."""
    later: dict[int, list[Claim]] = {}
    for index in range(1, len(document.sentences)):
        match = next((m for _, m in find_cues("confirm_act", document.line(index))), None)
        target = _lately_left(document, mentions, index) if match else None
        if match is None or target is None:
            continue
        speaker = subject_source(document, index, match.start(), mentions[target].persons)
        if speaker and speaker.evidence_class in ("own_statement", "official"):
            later.setdefault(target, []).append(_claim(document, index, "confirmation", speaker))
    return later


def _lately_left(document: Document, mentions: Sequence[Mention], index: int) -> int | None:
    """The one departure told in the sentences just before; None where there are two persons, or it is told here."""
    here, first = document.sentences[index].start, document.sentences[max(0, index - _JUST)].start
    if any(m.category == "leaving" and m.start == here for m in mentions):
        return None
    near = [n for n, m in enumerate(mentions) if m.category == "leaving" and first <= m.start < here]
    near = [n for n in near if mentions[n].modality == "happened" and mentions[n].type != "appointment"]
    return near[-1] if near and len({mentions[n].persons for n in near}) == 1 else None
