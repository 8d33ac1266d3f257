"""Which agent a verb belongs to. No parser: what stands between is light, a phrase of the agent, or a join."""

import re
from functools import lru_cache

from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words

_TOKEN = re.compile(r"[\w$%-]+(?:'\w+)?|'\w*|[^\w\s]")


@lru_cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_words()[name])


@lru_cache
def _light_words() -> frozenset[str]:
    words = load_words()
    return frozenset(
        {*words["aux"], *words["have"], *words["be"], *(w for w in words["adverb"] if w.isalpha()), "'", "n't"}
    )


def _is_light(token: str) -> bool:
    return token in _light_words() or token.endswith(("ly", "n't")) and len(token) > 2


def _light(gap: str) -> bool:
    """Only auxiliaries, adverbs and verbs of deciding between a subject and its verb."""
    tokens = _TOKEN.findall(gap.lower())
    while tokens and tokens[0] in (",", "who"):
        tokens.pop(0)
    control = _words("control")
    return all(_is_light(token) or token in control or token == "," for token in tokens)


def _phrase(gap: str) -> bool:
    """Only what hangs on the subject: "of the agency", "in charge of water"."""
    tokens = _TOKEN.findall(gap.lower())
    words = [token for token in tokens if token != ","]
    return (
        1 < len(words) <= 14
        and words[0] in _words("prepositions")
        and all(word[0].isalnum() or word[0] in "'$" for word in words)
    )


def _without_verbs(gap: str) -> str:
    """The gap without auxiliaries and adverbs at its end."""
    gap = _SAID_TO.sub("", gap.rstrip())
    if (decides := _DECIDES.search(gap)) and decides.group("verb") in _words("control"):
        gap = gap[: decides.start()]
    while match := _LAST.search(gap[-40:]):
        if not _is_light(match.group(1).lower()):
            break
        gap = gap[: len(gap) - len(match.group())]
    return gap


_DECIDES = phrase("subject.second_verb")
_SAID_TO = phrase("subject.said_to")
_LAST = re.compile(r"\s*(?<![\w'])([\w']+)$")
_APPOSITION = re.compile(
    r"^(?:,(?: [^,]{1,120}| [^,]{1,60}, [^,]{1,80}),(?= )| \([^()]{1,120}\)| [-–—] [^–—]{1,150}? [-–—])"
)
_FINITE = phrase("subject.finite")
_WHEN = phrase("subject.time_before_verb")
_JOINS = phrase("subject.joins")


def subject_of(sentence: str, start: int, agents: tuple[Participant, ...]) -> Participant | None:
    """The agent whose verb begins at `start`, or None when the grammar does not say.

    >>> from pipeline.events.syntax.participants import find_participants
    >>> from pipeline.entities.people import find_people
    >>> text = "Spokesman Kenji Ito confirmed that Ana Ruiz, 66, had resigned."
    >>> subject_of(text, text.index("resigned"), find_participants(text, 0, find_people(text))).persons
    ('Ana Ruiz',)
    """
    if _THING.search(sentence[max(0, start - 60) : start]):
        return None
    left = [
        a
        for a in agents
        if start - _FARTHEST <= a.end <= start and not _owns(sentence, a) and not _asks(sentence, a, start)
    ]
    if left and _is_beside(sentence, left[-1], start):
        return left[-1]
    for agent in left:
        if _carries(sentence, agent, start):
            return agent
    for agent in reversed(left):
        if _acts(sentence, agent, start):
            return agent
    return _nearest(sentence, start, left) or _ahead(sentence, start, agents)


_AUXILIARY = phrase("subject.auxiliary_only")


def _is_beside(sentence: str, agent: Participant, start: int) -> bool:
    """A name right before the verb, in no phrase of another's: "…, said officials, why General Ruiz was (fired)"."""
    gap = sentence[agent.end : start]
    beside = agent.kind == "name" and bool(_AUXILIARY.match(gap)) and "," not in agent.text
    return beside and _heads_clause(sentence, agent) and not _hangs(sentence, agent, gap)


_ASKING = phrase("subject.asked_by")
_TO_VERB = phrase("subject.to_verb")


def _asks(sentence: str, agent: Participant, start: int) -> bool:
    """Does the agent ask, and is not asked? "He rejected appeals from Ruiz to resign"."""
    asked = _ASKING.search(sentence, max(0, agent.start - 60), agent.start)
    return bool(asked) and bool(_TO_VERB.fullmatch(sentence[agent.end : start].strip()))


_THING = phrase("subject.thing")
_TO = phrase("subject.told_to")
_OWNER = phrase("subject.owner")
_FARTHEST = 260
"""Characters between a subject and its verb, with all that hangs on it: so no more than a few agents are tried."""
_DECISION = phrase("subject.decision")
_IS = phrase("subject.short_is")
_WHO = phrase("subject.who_before_verb")
_WHO_INSIDE = phrase("subject.who_inside")
_WHO_TAKES = phrase("subject.who_takes")


def _owns(sentence: str, agent: Participant) -> bool:
    """Does the pronoun only own, and head no clause? "His", "her", "him", but not "told him to resign"."""
    return agent.kind == "pronoun" and bool(_OWNER.fullmatch(agent.head)) and not _TO.match(sentence, agent.end)


def _carries(sentence: str, agent: Participant, start: int) -> bool:
    """The subject of the whole clause, with all that hangs on it between subject and verb."""
    gap = sentence[agent.end : start]
    last = gap.rfind(", ")
    if last > 0 and (gap.startswith(",") or "," in agent.text) and not _has_verb(gap[:last]):
        gap = gap[last + 1 :]
    gap = _without_asides(gap, agent)
    bare = _WHEN.sub("", _without_verbs(gap))
    hangs = not bare.strip(" ,") or _phrase(bare) and not _has_verb(bare) and not _WHO_INSIDE.search(bare)
    return hangs and len(gap) < 200 and _heads_clause(sentence, agent)


def _acts(sentence: str, agent: Participant, start: int) -> bool:
    """Nothing between agent and verb that would give the verb to another."""
    between = sentence[agent.end : start]
    if _DECISION.match(between):
        return True
    if between.startswith(("'s ", "' ")) and not _IS.match(between):
        return False
    gap = _WHEN.sub("", _without_asides(between, agent))
    if _light(gap):
        return not _hangs(sentence, agent, gap)
    bare = _WHEN.sub("", _without_verbs(gap))
    if _phrase(bare) and not _has_verb(bare):
        return not _is_object(sentence, agent)
    return (
        _joined(sentence, agent, between, gap) or agent.kind != "pronoun" and bool(_WHO.search(gap)) and len(gap) < 60
    )


_HANGS = phrase("subject.hangs_on")
_ACTS_AFTER_ALL = phrase("subject.acts_after_all")


def _hangs(sentence: str, agent: Participant, gap: str) -> bool:
    """Does the name hang on another noun? "An ally of Ruiz resigned", not "a request from Ruiz to resign"."""
    before = sentence[max(0, agent.start - 20) : agent.start].rstrip()
    return bool(_HANGS.search(before)) and not _ACTS_AFTER_ALL.search(gap)


_TAKES = phrase("subject.takes")
_IN_NOUN_PHRASE = phrase("subject.in_noun_phrase")


def _is_object(sentence: str, agent: Participant) -> bool:
    """Does a verb stand right before the agent: "defeated Ana Ruiz in a ballot", but not "the elected Ana Ruiz"?"""
    taken = _TAKES.search(sentence[max(0, agent.start - 40) : agent.start].rstrip())
    return taken is not None and not _IN_NOUN_PHRASE.fullmatch(taken.group("before").lower())


def _joined(sentence: str, agent: Participant, between: str, gap: str) -> bool:
    """Does a second verb share the subject? "Ruiz quit her post and | fled"."""
    whole = _without_verbs(between)
    joins = _JOINS.search(whole) or _JOINS.search(between)
    whole_clause = not re.search(r"[;:]", whole) and gap.count('"') % 2 == 0
    return bool(joins) and whole_clause and _heads_clause(sentence, agent)


_HEAVY = phrase("subject.clause_between")


def _nearest(sentence: str, start: int, left: list[Participant]) -> Participant | None:
    """Where no pattern fits: the one agent that stands shortly before the verb and heads its clause."""
    if not left:
        return None
    agent = left[-1]
    gap = sentence[agent.end : start]
    if agent.kind == "pronoun" and _WHO_TAKES.search(gap):
        return None
    if len(gap.split()) > 7 or _HEAVY.search(gap) or gap.startswith(("'", ",")) or not _heads_clause(sentence, agent):
        return None
    return agent if agent.kind in ("name", "pronoun", "role") else None


_FRONTS = phrase("subject.fronts_verb")


def _ahead(sentence: str, start: int, agents: tuple[Participant, ...]) -> Participant | None:
    return (
        _controller(sentence, start, agents)
        if _JOINS.search(sentence[:start]) or _FRONTS.fullmatch(sentence[:start].strip())
        else None
    )


def _without_asides(gap: str, agent: Participant) -> str:
    """The words between subject and verb without appositions and brackets."""
    if "," in agent.text and agent.kind == "name" and (rest := re.match(r"^[^,;:.]{0,90},(?= )", gap)):
        gap = gap[rest.end() :]
    while cut := _APPOSITION.match(gap):
        gap = gap[cut.end() :]
    return gap


def _has_verb(gap: str) -> bool:
    return bool(_FINITE.search(gap))


_TITLED = re.compile(r"(?:^|(?<=\s))([A-Z][\w.-]+)$")


@lru_cache
def _title_words() -> frozenset[str]:
    people = load_words()
    return frozenset((*people["titles"], *people["nationalities"], *people["portfolios"]))


_CLAUSE_START = phrase("subject.clause_start")


def _heads_clause(sentence: str, agent: Participant) -> bool:
    """Does the agent stand at the beginning of a clause, but for its titles?"""
    before = sentence[max(0, agent.start - 60) : agent.start].rstrip()
    while title := _TITLED.search(before):
        if title.group(1).rstrip(".") not in _title_words():
            break
        before = before[: title.start()].rstrip()
    return not before or bool(_FRONT_TIME.match(before) or _CLAUSE_START.search(before))


_FRONT_TIME = phrase("subject.front_time")


def _controller(sentence: str, start: int, agents: tuple[Participant, ...]) -> Participant | None:
    """The subject after a fronted clause: "After stepping down, Ruiz …"."""
    right = [a for a in agents if a.start > start and not _owns(sentence, a)]
    if right and re.search(r"^[^.;]{0,90}, $", sentence[start : right[0].start]):
        return right[0]
    return None
