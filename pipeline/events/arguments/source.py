"""Who says that it happened, and of what class this source is.

A source is a person, a body or somebody unnamed, always in words of the text. A clause, a cause or a place is none:
where the words before a verb of saying are no noun phrase for a source, the article speaks itself.
"""

import re
from dataclasses import dataclass

from pipeline.events.arguments.source_class import JOINED, class_of, is_owned
from pipeline.events.arguments.source_words import source_at, source_before
from pipeline.events.coreference.pronouns import resolve
from pipeline.events.document import Document
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.phrases import phrase


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a source, the persons if it is one, and the evidence class."""

    text: str = ""
    persons: tuple[str, ...] = ()
    evidence_class: str = "reporter"


NOBODY = Speaker()
_SAY = phrase("source.say")
_QUOTED_AS = phrase("source.quoted_as")
_GIVEN = phrase("source.given")
_BY = phrase("source.by_whom")
_AGENCY = phrase("source.agency")
_HEADLINE = re.compile(r"(?:[:–—]| -) (?=[^:–—.]{2,40}$)")
_UNSAID = phrase("source.unsaid")
_AS_TOLD = phrase("source.as_told")
_OPEN_END = re.compile(r"[,\"]$|[,\"'] $")
_CONTENT = phrase("source.content")
_ADDRESS = phrase("source.address")
_TOLD_SOMEBODY = phrase("source.told_somebody")
_TELLING = phrase("source.telling")
_ANNOUNCING = phrase("source.announcing")
_PARTED = phrase("source.parted")
_ELIDED = phrase("source.elided")
_NEW_CLAUSE = phrase("source.new_clause")
_FARTHEST = 200
"""Characters over which "said" governs what is said."""


def speaker_of(document: Document, index: int, start: int, end: int, persons: tuple[str, ...]) -> Speaker:
    """The source of the trigger line[start:end] in sentence `index`; the article itself when it names none."""
    told = _given(document, index, persons)
    told = told or _quoted_as(document, index, start, persons) or _said(document, index, start, end, persons)
    if not told and document.quoted(document.sentences[index].start + start):
        told = _of_quote(document, index, persons)
    return told or _beside(document, index, start, persons) or NOBODY


def subject_source(document: Document, index: int, position: int, persons: tuple[str, ...] = ()) -> Speaker | None:
    """The source that is the subject of the verb at `position` of a sentence."""
    span = source_before(document, index, position)
    return _speaker(document, index, span, persons) if span else None


def _given(document: Document, index: int, persons: tuple[str, ...]) -> Speaker | None:
    """The source after "according to", and after "citing" where a source follows and no reason."""
    line = document.line(index)
    for match in (*_GIVEN.finditer(line), *_BY.finditer(line)):
        if span := source_at(document, index, match.end()):
            return _speaker(document, index, span, persons)
    return None


def _quoted_as(document: Document, index: int, start: int, persons: tuple[str, ...]) -> Speaker | None:
    match = _QUOTED_AS.search(document.line(index))
    return subject_source(document, index, match.start(), persons) if match else None


def _said(document: Document, index: int, start: int, end: int, persons: tuple[str, ...]) -> Speaker | None:
    line = document.line(index)
    quoted = document.quoted(document.sentences[index].start + start)
    for match in _SAY.finditer(line):
        if _UNSAID.search(line[: match.start()]):
            continue
        if _reaches(line, match, start, quoted):
            told = _source(document, index, match, persons)
        elif match.start() >= end:
            told = _source(document, index, match, persons, end)
        else:
            continue
        if told:
            return told
    return None


def _reaches(line: str, match: re.Match[str], start: int, quoted: bool) -> bool:
    """Does a verb of saying before the trigger, or the announcing that the trigger begins with, tell it?"""
    if match.end() > start:
        return match.start() == start and bool(_ANNOUNCING.match(match.group()))
    return quoted or _governs(line[match.end() : start]) or bool(_AS_TOLD.search(line[: match.end() + 1]))


def _governs(between: str) -> bool:
    """Does the verb of saying reach the trigger: nothing but its own clause between them?"""
    return len(between) < _FARTHEST and not _NEW_CLAUSE.search(between)


def _closes(line: str, end: int) -> bool:
    """Does a whole sentence stand before the verb, so that nothing follows that is said? "Told Reuters": an address."""
    after = line[end:]
    if _TOLD_SOMEBODY.search(line[:end]) and (address := _ADDRESS.match(after)):
        after = after[address.end() :]
    return not _CONTENT.match(after)


def _source(
    document: Document, index: int, match: re.Match[str], persons: tuple[str, ...], least: int = 0
) -> Speaker | None:
    """Who says it: the words after the verb in '", said a judge', else those before it, from `least` on."""
    line = document.line(index)
    addressed = _TELLING.match(match.group())
    if (
        not addressed
        and _OPEN_END.search(line[: match.start()])
        and (span := source_at(document, index, match.end() + 1))
    ):
        return _speaker(document, index, span, persons)
    if least and not _closes(line, match.end()):
        return None
    if span := source_before(document, index, match.start()):
        before = line[: span[0]].rstrip()
        after = span[0] >= least and (not least or _PARTED.search(before))
        return _speaker(document, index, span, persons) if after else None
    if _ELIDED.search(line[: match.start()].rstrip()):
        earlier = [m for m in _SAY.finditer(line, 0, match.start()) if not _UNSAID.search(line[: m.start()])]
        return _source(document, index, earlier[-1], persons, least) if earlier else None
    return None


def _of_quote(document: Document, index: int, persons: tuple[str, ...]) -> Speaker | None:
    """A quotation whose speaker stands in a sentence beside it."""
    for beside in (index + 1, index - 1):
        inside = 0 <= beside < len(document.sentences)
        if not inside or document.sentences[beside].paragraph != document.sentences[index].paragraph:
            continue
        line = document.line(beside)
        for match in _SAY.finditer(line):
            if not _UNSAID.search(line[: match.start()]):
                return _source(document, beside, match, persons)
    return None


def _beside(document: Document, index: int, start: int, persons: tuple[str, ...]) -> Speaker | None:
    """Without a verb: "Minister quits: source", "Kremlin: envoy has left", "… left (AFP)."."""
    line = document.line(index)
    if agency := _AGENCY.search(line):
        return Speaker(agency.group(1), (), "named_source")
    for match in _HEADLINE.finditer(line):
        span = source_at(document, index, match.end()) if match.start() >= start else None
        if span and not line[span[1] :].strip(" .\n"):
            return _speaker(document, index, span, persons)
    colon = line.find(": ", 0, 40)
    span = source_at(document, index, 0) if 0 < colon < start else None
    return _speaker(document, index, span, persons) if span and span[1] == colon else None


def _speaker(document: Document, index: int, span: tuple[int, int], persons: tuple[str, ...]) -> Speaker | None:
    """The source in these words of a sentence; None for a pronoun of which nobody knows whom it means."""
    offset = document.sentences[index].start
    text = document.text[offset + span[0] : offset + span[1]]
    agents = [a for a in document.participants(index) if span[0] <= a.start and a.end <= span[1]]
    agent = next((a for a in agents if _is_all(a, span, text)), None)
    another = agent is not None and agent.kind != "name" and is_owned(text)
    who = resolve(document, index, agent) if agent and not another else ()
    if agent and agent.kind == "pronoun" and not who:
        return None
    kind = class_of(document, text, who, persons)
    plain = agent is not None and agent.kind == "pronoun" or kind == "own_statement"
    return Speaker(" and ".join(who) if plain else text, who, kind)


def _is_all(agent: Participant, span: tuple[int, int], text: str) -> bool:
    """Does the agent stand for these words, and not only for an owner or a body within them?"""
    if agent.kind == "name":
        starts = agent.start == span[0] and text[agent.end - agent.start :][:1] in ("", ",")
        return starts or agent.end == span[1] and not JOINED.search(text)
    return agent.start == span[0] and agent.kind in ("pronoun", "role") and agent.end == span[1]
