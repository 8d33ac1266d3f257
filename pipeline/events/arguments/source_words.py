"""Where the words for a source stand: the noun phrase before "said", or after "according to"."""

import re
from functools import lru_cache

from pipeline.entities.candidates import name_lists
from pipeline.events.document import Document
from pipeline.events.factuality.cues import cues
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.saying import saying
from pipeline.lexicon.words import load_words

_BETWEEN = re.compile(
    r"(?:,? (?:has|have|had|also|later|then|since|now|long|already|meanwhile|again|first|reportedly|"
    r"(?:(?:late|early|earlier) )?on \w+day|"
    r"in an? (?:\w+ )?(?:statement|letter|post|message|interview)|\w+ly|yesterday|today))*,?$"
)
"""What may stand between a subject and its verb."""
_BOUNDARY = re.compile(
    r"[,;:.!?\"()–—](?=\s|$)|(?<=\s)[-–—](?=\s)|(?<=[\s(])\"|"
    r"\b(?:and|but|that|as|while|when|because|after|before|who|which|whom|where|if|since|although|though|said|As)\b(?=\s)"
)
_ADVERBIAL = re.compile(
    r"(?:(?:[Ll]ate |[Ee]arly )?(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y) [\w']+|[Ee]arlier|[Ll]ater|"
    r"[Yy]esterday|[Tt]oday|[Mm]eanwhile)$"
)
_LONGEST = 90
"""Characters of the words for a source."""
_APPOSED = re.compile(r", [^\"]{1,90}$")
_WITHIN = re.compile(r"(?:\b(?:for|of|from|to|by|with|in|at|on|than|over|against|between|about|close)|'s?)(?: the)? $")
_FOLLOWS = re.compile(r", (?:an?|the|his|her|its|their|[A-Z][\w-]+'s) [^,.;:\"]{3,60}(?=[,.;]|$)")
_ENDS = re.compile(
    r"\s*(?:[,.;:!?)\"–—]|-\s|$)|\s(?:and|or|but|as|that|who|which|in|on|at|to|from|by|via|during|while|when|after|before|late|early|earlier|yesterday|today|last|this)\b"
)


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
    if span and line[: span[0]].endswith(" and ") and (first := _chunk(line, span[0] - len(" and "))):
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
    follows = _FOLLOWS.match(line, agent.end)
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


_BODY = re.compile(r"(?:[Tt]he )?([A-Z][\w'.&-]*)(?: (?:of|for|and|the|de)(?= [A-Z])| [A-Z][\w'.&-]*)*")


def _is_body(words: str) -> bool:
    """ "Bloomberg", "the Institute for War Studies"."""
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
_STOPS = (
    "and|but|that|who|which|in|on|at|as|when|while|after|before|said|over|by|via|had|has|have|was|were|is|are|"
    + "|".join(saying()["saying"])
    + "|say|deny"
)


@lru_cache
def _phrase() -> re.Pattern[str]:
    """Words before the noun, the noun, and what hangs on it: "two people familiar with the matter"."""
    word = rf"(?!(?:{_STOPS})\b)[\w.'-]*[\w']"
    joins = r"for|of|from|close to|familiar with|with (?:\w+ )?knowledge of|briefed on|near|at|in"
    tail = rf"(?: (?:{joins})(?: {word}){{1,6}})"
    return re.compile(rf"(?:{word} ){{0,6}}(?:{_heads().pattern})(?:{tail}){{0,2}}", re.IGNORECASE)
