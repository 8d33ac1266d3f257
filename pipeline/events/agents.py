"""Who acts in a sentence: names, posts with or without a name, groups, pronouns. No parser: shape and position only."""

import re
from dataclasses import dataclass

from pipeline.events.noun_phrases import Post, find_posts
from pipeline.lexicon import load_words
from pipeline.people import Name, People


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
    roles = [_posted(post) for post in find_posts(sentence)]
    roles = [role for role in roles if not any(_clash(sentence, role, n) for n in names)]
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


def _posted(post: Post) -> Agent:
    return Agent(post.start, post.end, post.text, "group" if post.many else "role", head=post.head)


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


_OF = re.compile(
    r" (?:of|for) (?:the )?[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,3},? |"
    r" (?:of|for|at|in|to) [^,.;:\"]{2,60}, | (?:of|for) (?:[a-z][\w-]+ ){1,4}"
)


def _apposed(agents: list[Agent], sentence: str) -> tuple[Agent, ...]:
    """Join "the envoy, Ana Ruiz", "Ana Ruiz, the envoy" and "the head of the water board, Ana Ruiz"."""
    joined: list[Agent] = []
    for agent in agents:
        last = joined[-1] if joined else None
        if last and agent.start < last.end:
            continue
        if last and (named := _one_agent(last, agent, sentence)):
            joined[-1] = _spanning(last, agent, sentence, named)
        else:
            joined.append(agent)
    return _paired(joined, sentence)


def _one_agent(last: Agent, agent: Agent, sentence: str) -> Agent | None:
    """Of two neighbours that mean one agent, the named one."""
    gap = _untitled(sentence[last.end : agent.start])
    if last.kind == "name" and agent.kind == "group" and gap == " and ":
        return last
    if last.kind == "role" and agent.kind == "name" and (gap in (" ", ", ") or _OF.fullmatch(gap)):
        return agent
    if last.kind == "name" and agent.kind == "role" and gap in (" ", ", ") and _closes(sentence, agent.end):
        return last
    return None


def _untitled(gap: str) -> str:
    """The words between two agents without the titles of the second: ", Maj Gen " is ", "."""
    titles = load_words("people")["titles"]
    while (title := re.search(r"(?<= )([A-Z][\w-]*)\.? $", gap)) and title.group(1) in titles:
        gap = gap[: title.start()]
    return gap


def _spanning(last: Agent, agent: Agent, sentence: str, named: Agent) -> Agent:
    return Agent(last.start, agent.end, sentence[last.start : agent.end], "name", named.persons, named.head)


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
