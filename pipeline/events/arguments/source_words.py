"""Where the words for a source stand: the noun phrase before "said", or after "according to"."""

import re
from functools import lru_cache

from pipeline.entities.candidates import name_lists
from pipeline.events.document import Document
from pipeline.events.factuality.cues import cues
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words

_BETWEEN = phrase("source_words.between")
_BOUNDARY = phrase("source_words.boundary")
_ADVERBIAL = phrase("source_words.adverbial")
_LONGEST = 90
"""Characters of the words for a source."""
_APPOSED = re.compile(r", [^\"]{1,90}$")
_WITHIN = phrase("source_words.within")
_APPOSITION = phrase("source_words.apposition")
_AND_BEFORE = phrase("source_words.and_before")
_GOES_ON = phrase("source_words.goes_on")
_ENDS = re.compile(rf'\s*(?:[,.;:!?)"–—]|-\s|$)|{_GOES_ON.pattern}')


def source_before(document: Document, index: int, position: int) -> tuple[int, int] | None:
    """Span of the subject of the verb at `position`, if it is the words for a source."""
    line = document.line(index)
    end = len(_BETWEEN.sub("", line[:position].rstrip()))
    for agent in reversed([a for a in document.participants(index) if a.end <= end]):
        between = line[agent.end : end]
        beside = (
            not between.strip() or agent.kind == "name" and _APPOSED.fullmatch(between) and line[end : end + 1] == ","
        )
        if not beside and agent.kind == "pronoun" and between.strip():
            continue
        if not beside:
            break
        if agent.kind in ("name", "pronoun") and not _WITHIN.search(line[: agent.start]):
            return _titled(line, agent.start), end if between else agent.end
        break
    span = _chunk(line, end)
    joint = _AND_BEFORE.search(line, 0, span[0]) if span else None
    if span and joint and (first := _chunk(line, joint.start())):
        return first[0], span[1]
    return span


def _titled(line: str, start: int) -> int:
    """Where "analyst Kenji Ito", "her brother Kenji Ito" begins."""
    first = _clause_start(line, start)
    before = line[first:start].split()
    titled = all(word in load_words()["titles"] for word in before)
    return first if titled or _phrase().fullmatch(" ".join(before)) else start


def source_at(document: Document, index: int, start: int) -> tuple[int, int] | None:
    """Span of the words for a source that begin at `start`."""
    line = document.line(index)
    agent = next((a for a in document.participants(index) if a.start == start), None)
    if agent and agent.kind == "name" and not line.startswith("'s", agent.end):
        end = _with_apposition(line, agent)
        return (start, end) if _ENDS.match(line, end) else None
    words = _phrase().match(line, start, start + _LONGEST)
    best = None
    while words and words.end() > start:
        if _ENDS.match(line, words.end()) and _is_source(line[start : words.end()]):
            best = (start, words.end())
            break
        words = _phrase().match(line, start, words.end() - 1)
    return best


def _with_apposition(line: str, agent: Participant) -> int:
    """The end of "Ana Ruiz, the ministry's spokeswoman"."""
    follows = _APPOSITION.match(line, agent.end)
    return follows.end() if follows and _heads().search(follows.group()) else agent.end


def _chunk(line: str, end: int) -> tuple[int, int] | None:
    """The words from the last boundary of a clause on, if they are a source."""
    start = _clause_start(line, end)
    for match in re.finditer(r"(?:^|(?<=\s))(?=\S)", line[start:end]):
        head = start + match.start()
        if (head == start or _ADVERBIAL.match(line[start:head].strip())) and _is_source(line[head:end]):
            return head, end
    return None


def _clause_start(line: str, end: int) -> int:
    start = max((m.end() for m in _BOUNDARY.finditer(line, 0, end)), default=0)
    return start + len(line[start:end]) - len(line[start:end].lstrip())


def _is_source(words: str) -> bool:
    """Is it a noun phrase whose noun is a person, a body or news, or a name of something?"""
    return bool(_phrase().fullmatch(words)) or _is_body(words)


_BODY = phrase("source_words.body")


def _is_body(words: str) -> bool:
    """Is this the name of a body? "Bloomberg", "the Institute for War Studies"."""
    match = _BODY.fullmatch(words)
    return match is not None and match.group(1) not in name_lists()["not_names"] and not words.endswith("'s")


@lru_cache
def _heads() -> re.Pattern[str]:
    """Any noun for a source."""
    lists = name_lists()
    plain = {w.lower() for key in ("persons", "groups", "kin") for w in lists[key]} | set(load_words()["post"])
    listed = [re.sub(r"[$^]", "", cue.pattern.pattern) for name in _LISTS for cue in cues(name)]
    return re.compile(
        "|".join([*listed, r"\b(?:" + "|".join(sorted(plain, key=len, reverse=True)) + r")\b"]), re.IGNORECASE
    )


_LISTS = ("official", "media", "spokesman", "document", "bodies", "movements", "groups", "unnamed")
_STOPS = phrase("source_words.stops")
_JOINS = phrase("source_words.joins")


@lru_cache
def _phrase() -> re.Pattern[str]:
    """Words before the noun, the noun, and what hangs on it: "two people familiar with the matter"."""
    word = rf"(?!{_STOPS.pattern})[\w.'-]*[\w']"
    tail = rf"(?:{_JOINS.pattern}(?: {word}){{1,6}})"
    return re.compile(rf"(?:{word} ){{0,6}}(?:{_heads().pattern})(?:{tail}){{0,2}}", re.IGNORECASE)
