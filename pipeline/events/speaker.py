"""Who says that it happened, and of what class this source is."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.events.agents import Agent
from pipeline.events.coref import resolve
from pipeline.events.modality import cues
from pipeline.events.scene import Scene
from pipeline.lexicon import load_words


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a source, the person if it is one, and the evidence class."""

    text: str = ""
    persons: tuple[str, ...] = ()
    evidence_class: str = "reporter"


@lru_cache
def _say() -> re.Pattern[str]:
    verbs = "|".join(sorted(load_words("cues")["say"], key=len, reverse=True))
    return re.compile(rf"\b(?:{verbs})\b")


@lru_cache
def _according() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Aa]ccording to|citing) ([^,;.\"]{3,80})")


_BODY = re.compile(r"((?:[Tt]he |[Aa]n? |[Oo]ne |[Tt]wo |[Ss]everal )?(?:[\w'-]+ ){0,6}?[\w'-]+)\s*$")


def speaker_of(scene: Scene, index: int, start: int, end: int, persons: tuple[str, ...]) -> Speaker:
    """The source of the trigger line[start:end] in sentence `index`; the article itself when it names none."""
    line = scene.line(index)
    if match := _according().search(line):
        return _classed(match.group(1).strip(), (), persons)
    quoted = scene.quoted(scene.sentences[index].start + start)
    for match in _say().finditer(line):
        if match.end() <= start and (quoted or re.search(r"(?:^|[^,]{0,3}) ?(?:that )?", line[match.end() : start])):
            if not quoted and not _governs(line, match.end(), start):
                continue
            return _before(scene, index, match.start(), persons)
        if match.start() >= end and (line[: match.start()].rstrip().endswith((",", '"')) or re.search(r'[,"] (?:[\w\' .-]{2,60}) ?$', line[end : match.start()])):
            return _before(scene, index, match.start(), persons)
        after = re.match(r" ((?:[\w'.-]+ ?){1,7})", line[match.end() :])
        if match.start() >= end and after and line[: match.start()].rstrip().endswith(('"', ",")):
            return _classed(after.group(1).strip(), (), persons)
    if quoted:
        return _of_quote(scene, index, persons)
    return Speaker()


def _governs(line: str, end: int, start: int) -> bool:
    """Does the verb of saying reach the trigger: nothing but its own clause between them?"""
    between = line[end:start]
    return len(between) < 200 and not re.search(r"[;:]|, (?:and|but|who|which|while|after|as) ", between) and not between.startswith(", ")


def _before(scene: Scene, index: int, position: int, persons: tuple[str, ...]) -> Speaker:
    """The subject of a verb of saying."""
    line = scene.line(index)
    for agent in reversed([a for a in scene.agents(index) if a.end <= position]):
        gap = line[agent.end : position]
        if len(gap) < 40 and not re.search(r"[.;\"]", gap) or re.fullmatch(r", [^\"]{1,80}, ?", gap):
            who = resolve(scene, index, agent)
            return _classed(_noun_phrase(line, agent, position), who, persons)
        break
    body = _BODY.search(line[:position].rstrip(" ,"))
    return _classed(body.group(1) if body else "", (), persons)


def _noun_phrase(line: str, agent: Agent, position: int) -> str:
    return agent.text if agent.kind == "name" else line[agent.start : position].strip(" ,")


def _of_quote(scene: Scene, index: int, persons: tuple[str, ...]) -> Speaker:
    """A quotation whose speaker stands in a sentence beside it."""
    for place in (index + 1, index - 1):
        if 0 <= place < len(scene.sentences) and scene.sentences[place].paragraph == scene.sentences[index].paragraph:
            match = _say().search(scene.line(place))
            if match:
                return _before(scene, place, match.start(), persons)
    return Speaker()


def _classed(text: str, who: tuple[str, ...], persons: tuple[str, ...]) -> Speaker:
    """The class of a source, from its words.

    >>> _classed("a source close to the palace", (), ()).evidence_class, _classed("the interior ministry", (), ()).evidence_class
    ('unnamed_source', 'official')
    """
    name = " and ".join(who)
    if who and set(who) & set(persons):
        return Speaker(name, who, "own_statement")
    if not who and any(pattern.search(text) for pattern in cues("unnamed")):
        kind = "official" if re.match(r"(?:[A-Z]\w+ )+officials?$", text) else "unnamed_source"
        return Speaker(text, who, kind)
    if any(pattern.search(text.lower()) for pattern in cues("official")):
        return Speaker(text, who, "official")
    if who:
        return Speaker(name, who, "named_source")
    return Speaker(text, who, "named_source") if text[:1].isupper() or text.startswith("the ") else Speaker(text, who, "reporter")
