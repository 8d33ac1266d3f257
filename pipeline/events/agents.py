"""Who acts in a sentence: names, posts with or without a name, pronouns, groups, countries. No parser: shape and position only."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon import load_words
from pipeline.people import Name, People

PRONOUNS = frozenset("he she they his her their him them".split())


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun phrase that can act, with offsets in its sentence. `kind`: name, role, group, pronoun."""

    start: int
    end: int
    text: str
    kind: str
    persons: tuple[str, ...] = ()
    head: str = ""

    @property
    def plural(self) -> bool:
        """More than one person?"""
        return self.kind == "group" or len(self.persons) > 1 or self.text.lower() in ("they", "their", "them")


def find_agents(sentence: str, offset: int, people: People) -> tuple[Agent, ...]:
    """All agents of a plain sentence in reading order; a post beside its holder's name is one agent with the name.

    >>> from pipeline.people import find_people
    >>> text = "Two governors and the envoy, Ana Ruiz, quit as she had said."
    >>> [(a.kind, a.text) for a in find_agents(text, 0, find_people(text))]
    [('group', 'Two governors'), ('name', 'the envoy, Ana Ruiz'), ('pronoun', 'she')]
    """
    names = _joined(
        [_named(name, sentence, offset) for name in people.within(offset, offset + len(sentence))], sentence
    )
    roles = [role for role in _roles(sentence) if not any(_clash(sentence, role, n) for n in names)]
    found = [n for n in names if not any(r.start <= n.start and n.end < r.end for r in roles)] + roles
    for match in re.finditer(r"\b(?:I(?!\.)|[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir|him|them)\b(?!-)", sentence):
        found.append(Agent(match.start(), match.end(), match.group(), "pronoun", head=match.group().lower()))
    return _apposed(sorted(found, key=lambda a: a.start), sentence)


def _clash(sentence: str, role: Agent, name: Agent) -> bool:
    """A name inside a post is the owner in "one of Ruiz's advisers", else the two are different agents."""
    return (
        name.start < role.end
        and role.start < name.end
        and not (name.end < role.start + len(role.text) and sentence[name.end : name.end + 2] == "'s")
    )


def _named(name: Name, sentence: str, offset: int) -> Agent:
    start, end = name.start - offset, name.end - offset
    return Agent(start, end, sentence[start:end], "name", (name.person,), name.person)


def _joined(names: list[Agent], sentence: str) -> list[Agent]:
    """ "Ruiz and Ito" is one agent of two persons."""
    joined: list[Agent] = []
    for name in names:
        gap = sentence[joined[-1].end : name.start] if joined else ""
        if (
            gap in (" and ", ", and ")
            or gap == ", "
            and re.match(r",? and |, [A-Z]", sentence[name.end :])
            and len(joined[-1].persons) < 9
            and _listed(sentence, name)
        ):
            last = joined.pop()
            name = Agent(
                last.start, name.end, sentence[last.start : name.end], "name", last.persons + name.persons, name.head
            )
        joined.append(name)
    return joined


def _listed(sentence: str, name: Agent) -> bool:
    """Does a list of names end with "and" after this one?"""
    return bool(re.match(r"(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})*,? and [A-Z]", sentence[name.end :]))


@lru_cache
def _role_pattern() -> re.Pattern[str]:
    words = load_words()
    heads = sorted({*words["post"], *load_words("people")["groups"]}, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(heads) + r")(s|es)?(?![\w-])", re.IGNORECASE)


@lru_cache
def _stops() -> frozenset[str]:
    """Words that end a noun phrase to the left."""
    words, people = load_words(), load_words("people")
    extra = "and or but that which who whom when where while as if because than then of for at in on to from with by over under after before against about into like via per not said also only just new-york".split()
    return frozenset(
        {
            *(w for w in words["aux"]),
            *people["speech"],
            *extra,
            "named",
            "appointed",
            "replaced",
            "replace",
            "sacked",
            "fired",
            "dismissed",
            "removed",
            "ousted",
            "suspended",
            "met",
            "made",
            "become",
            "became",
            "including",
            "made",
            "called",
            "chose",
            "urged",
            "asked",
            "forced",
            "calling",
            "recalled",
            "expelled",
            "expel",
            "sacking",
            "firing",
            "dismissing",
            "removing",
            "suspending",
            "ousting",
            "overthrew",
            "toppled",
            "overthrow",
        }
    )


@lru_cache
def _determiners() -> frozenset[str]:
    return frozenset(load_words()["det"])


def _roles(sentence: str) -> list[Agent]:
    roles: list[Agent] = []
    groups = load_words("people")["groups"]
    for match in _role_pattern().finditer(sentence):
        if roles and match.start() < roles[-1].end:
            continue
        start = _left_edge(sentence, match.start())
        while roles and start <= roles[-1].start and sentence[roles[-1].end : roles[-1].end + 2] == "'s":
            roles.pop()
        if roles and sentence[roles[-1].end : match.start()] == " ":
            start = roles.pop().start
        text = sentence[start : match.end()]
        if roles and start < roles[-1].end:
            start = match.start()
        one = re.match(
            r"(?:an?|one|the|his|her|its)\b(?! (?:of|number|group|handful|series|few|couple))|one of",
            text,
            re.IGNORECASE,
        )
        many = bool(match.group(2)) or match.group(1).lower() in groups
        kind = "role" if re.match(r"one of", text, re.IGNORECASE) or not many else "group"
        if kind == "role" and not one and not re.match(r"[\w-]+'s ", text) and start == match.start():
            if not sentence[start].isupper() and start > 0 and not re.match(r",? [A-Z]", sentence[match.end() :]):
                continue
        roles.append(Agent(start, match.end(), text, kind, head=match.group(1).lower()))
    return roles


_LEFT = re.compile(r"([\w$.,'-]+) $")


def _left_edge(sentence: str, start: int) -> int:
    """Walk left over adjectives and nouns to the determiner."""
    for _ in range(7):
        match = _LEFT.search(sentence, max(0, start - 40), start)
        if not match:
            break
        word = match.group(1).lower()
        if word in ("of",) and (
            one := re.search(
                r"\b(?:one|two|three|four|five|six|some|many|several|dozens|hundreds|thousands|most|(?:a|any) (?:number|group|handful|series|couple)) of $",
                sentence[:start],
                re.IGNORECASE,
            )
        ):
            return one.start()
        if (
            word in _stops()
            or word.endswith((".", ","))
            or word.endswith("ly")
            and len(word) > 5
            and not re.match(r"elected|appointed|named|serving|ranking", sentence[start:])
        ):
            break
        if _is_verb(word, sentence[: match.start(1)]):
            break
        start = match.start(1)
        if word in _determiners() and not re.search(
            r"\b(?:of|the|his|her|an?|two|three|four|five|six|several|all|some|other) $", sentence[:start]
        ):
            break
    before = re.search(r"\bone of $", sentence[:start], re.IGNORECASE)
    return before.start() if before else start


_ADJECTIVE = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|this|former|newly|recently|democratically|and|most|one)|'s|ly) $"
)
_IRREGULAR = frozenset(
    "drove forced drives laid sent met made told said saw took got held left quit led sought off out up down gave put let kept brought became".split()
)


def _is_verb(word: str, before: str) -> bool:
    """A verb ends a noun phrase: "parliament impeached | President Ruiz", but not "the elected president"."""
    if word in _IRREGULAR:
        return True
    doing = word.endswith("ed") and "-" not in word and len(word) > 4 or word in _leaving_verbs()
    return doing and not _ADJECTIVE.search(before[-16:].lower())


@lru_cache
def _leaving_verbs() -> frozenset[str]:
    return frozenset(load_words("people")["leaving_verbs"])


_OF = re.compile(
    r" (?:of|for) (?:the )?[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,3},? | (?:of|for|at|in|to) [^,.;:\"]{2,60}, "
)


def _apposed(agents: list[Agent], sentence: str) -> tuple[Agent, ...]:
    """Join "the envoy, Ana Ruiz" and "Ana Ruiz, the envoy"."""
    joined: list[Agent] = []
    for agent in agents:
        last = joined[-1] if joined else None
        if last and agent.start < last.end:
            continue
        if last and last.kind == "name" and agent.kind == "group" and sentence[last.end : agent.start] == " and ":
            joined[-1] = Agent(last.start, agent.end, sentence[last.start : agent.end], "name", last.persons, last.head)
            continue
        if last and last.kind == "role" and agent.kind == "name" and _OF.fullmatch(sentence[last.end : agent.start]):
            joined[-1] = Agent(
                last.start, agent.end, sentence[last.start : agent.end], "name", agent.persons, agent.head
            )
            continue
        if last and sentence[last.end : agent.start] in (" ", ", ") and {last.kind, agent.kind} == {"name", "role"}:
            named = last if last.kind == "name" else agent
            if last.kind == "role" or _closes(sentence, agent.end):
                joined[-1] = Agent(
                    last.start, agent.end, sentence[last.start : agent.end], "name", named.persons, named.head
                )
                continue
        joined.append(agent)
    return _paired(joined, sentence)


def _paired(agents: list[Agent], sentence: str) -> tuple[Agent, ...]:
    """ "The envoy Ana Ruiz and the mayor Kenji Ito" is one agent of two persons."""
    paired: list[Agent] = []
    for agent in agents:
        last = paired[-1] if paired else None
        if last and last.kind == agent.kind == "name" and sentence[last.end : agent.start] in (" and ", ", and "):
            paired[-1] = Agent(
                last.start, agent.end, sentence[last.start : agent.end], "name", last.persons + agent.persons, last.head
            )
        else:
            paired.append(agent)
    return tuple(paired)


def _closes(sentence: str, end: int) -> bool:
    return bool(re.match(r"[^,.;]{0,80}[,.]|$| who\b", sentence[end:]))
