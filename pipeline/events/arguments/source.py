"""Who says that it happened, and of what class this source is."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.events.coreference.pronouns import resolve
from pipeline.events.document import Document
from pipeline.events.factuality.cues import has_cue
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.words import FOLDER, read_words


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a source, the person if it is one, and the evidence class."""

    text: str = ""
    persons: tuple[str, ...] = ()
    evidence_class: str = "reporter"


@lru_cache
def _say() -> re.Pattern[str]:
    verbs = "|".join(sorted(read_words(FOLDER / "cues.toml")["say"], key=len, reverse=True))
    return re.compile(rf"\b(?:{verbs})\b")


@lru_cache
def _according() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Aa]ccording to|citing) ([^,;.\"]{3,80})")


_UNSAID = re.compile(r"\b(?:yet to|not|never|to|n't) $")
_TRAILING = re.compile(r"[,\"] (?!(?:and|but|as|while|who|which|when|where)\b)[\w' .-]{2,60} ?$")
_BODY = re.compile(r"((?:[Tt]he |[Aa]n? |[Oo]ne |[Tt]wo |[Ss]everal )?(?:[\w'-]+ ){0,6}?[\w'-]+)\s*$")


def speaker_of(document: Document, index: int, start: int, end: int, persons: tuple[str, ...]) -> Speaker:
    """The source of the trigger line[start:end] in sentence `index`; the article itself when it names none."""
    line = document.line(index)
    if match := _according().search(line):
        return _classed(match.group(1).strip(), (), persons)
    quoted = document.quoted(document.sentences[index].start + start)
    for match in _say().finditer(line):
        if _UNSAID.search(line[: match.start()]):
            continue
        if match.end() <= start and (quoted or _governs(line, match.end(), start)):
            return _source(document, index, match, persons)
        if match.start() >= end and (
            line[: match.start()].rstrip().endswith((",", '"')) or _TRAILING.search(line[end : match.start()])
        ):
            return _source(document, index, match, persons)
    if quoted:
        return _of_quote(document, index, persons)
    return Speaker()


def _source(document: Document, index: int, match: re.Match[str], persons: tuple[str, ...]) -> Speaker:
    """Who says it: the words after the verb in '", said a judge', else those before it."""
    line = document.line(index)
    after = re.match(r" ((?:[\w'-]+ ?){1,7})", line[match.end() :])
    if (
        after
        and line[: match.start()].rstrip().endswith(('"', ","))
        and not re.match(r" (?:he|she|they|that|the BBC|on|in)\b", line[match.end() :])
    ):
        start = match.end() + 1
        named = next((a for a in document.participants(index) if a.start <= start + 40 and a.start >= start), None)
        who = named.persons if named and named.kind == "name" and named.start < match.end() + len(after.group()) else ()
        return _classed(re.split(r" (?:in|on|at|to|as|who|while|during)\b", after.group(1))[0].strip(), who, persons)
    return _before(document, index, match.start(), persons)


def _governs(line: str, end: int, start: int) -> bool:
    """Does the verb of saying reach the trigger: nothing but its own clause between them?"""
    between = line[end:start]
    return (
        len(between) < 200
        and not re.search(r"[;:]|, (?:and|but|who|which|while|after|as) ", between)
        and not between.startswith(", ")
    )


def _before(document: Document, index: int, position: int, persons: tuple[str, ...]) -> Speaker:
    """The subject of a verb of saying."""
    line = document.line(index)
    for agent in reversed([a for a in document.participants(index) if a.end <= position]):
        gap = line[agent.end : position]
        if len(gap) < 40 and not re.search(r"[.;\"]", gap) or re.fullmatch(r", [^\"]{1,80}, ?", gap):
            who = resolve(document, index, agent)
            return _classed(_noun_phrase(line, agent, position), who, persons)
        break
    body = _BODY.search(line[:position].rstrip(" ,"))
    return _classed(body.group(1) if body else "", (), persons)


def _noun_phrase(line: str, agent: Participant, position: int) -> str:
    return agent.text if agent.kind == "name" else line[agent.start : position].strip(" ,")


def _of_quote(document: Document, index: int, persons: tuple[str, ...]) -> Speaker:
    """A quotation whose speaker stands in a sentence beside it."""
    for place in (index + 1, index - 1):
        inside = 0 <= place < len(document.sentences)
        if not inside or document.sentences[place].paragraph != document.sentences[index].paragraph:
            continue
        if match := _say().search(document.line(place)):
            return _source(document, place, match, persons)
    return Speaker()


def _classed(text: str, who: tuple[str, ...], persons: tuple[str, ...]) -> Speaker:
    """The class of a source, from its words.

    >>> _classed("a source close to the palace", (), ()).evidence_class
    'unnamed_source'
    >>> _classed("the interior ministry", (), ()).evidence_class
    'official'
    """
    name = " and ".join(who)
    if who and set(who) & set(persons):
        return Speaker(name, who, "own_statement")
    if not who and has_cue("unnamed", text):
        kind = "official" if re.match(r"(?:[A-Z]\w+ )+officials?$", text) else "unnamed_source"
        return Speaker(text, who, kind)
    if not who and re.match(r"(?:an?|one|two|three|some|several|many) [a-z]", text) and not re.search(r"[A-Z]", text):
        return Speaker(text, who, "unnamed_source")
    if has_cue("official", text.lower()):
        return Speaker(text, who, "official")
    if who:
        return Speaker(name, who, "named_source")
    return (
        Speaker(text, who, "named_source")
        if text[:1].isupper() or text.startswith("the ")
        else Speaker(text, who, "reporter")
    )
