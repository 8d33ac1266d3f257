"""Who acts in a sentence: names, posts with or without a name, groups, pronouns. No parser: shape and position only."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.people import Name, People
from pipeline.events.syntax.coordination import listed
from pipeline.events.syntax.noun_phrases import Participant, Post, find_posts
from pipeline.events.syntax.post_beside import post_beside
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words

__all__ = ["Participant", "find_participants"]


_PRONOUN = phrase("participants.pronoun")
_FEW = 3
"""Persons of a list whose posts are told with it; of more, nobody can tell which is whose."""


def find_participants(sentence: str, offset: int, people: People) -> tuple[Participant, ...]:
    """All agents of a plain sentence in reading order; a post beside its holder's name is one agent with the name.

    >>> from pipeline.entities.people import find_people
    >>> text = "Two governors and the envoy, Ana Ruiz, quit as she had said."
    >>> [(a.kind, a.text) for a in find_participants(text, 0, find_people(text))]
    [('group', 'Two governors'), ('name', 'the envoy, Ana Ruiz'), ('pronoun', 'she')]
    """
    names = [_named(name, sentence, offset) for name in people.within(offset, offset + len(sentence))]
    posts = find_posts(sentence)
    roles = [_posted(post) for post in posts] + _aged(sentence)
    roles = [role for role in roles if not any(_clash(sentence, role, n) for n in names)]
    found = [n for n in names if not any(r.start <= n.start and n.end < r.end for r in roles)] + roles
    for match in _PRONOUN.finditer(sentence):
        found.append(Participant(match.start(), match.end(), match.group(), "pronoun", head=match.group().lower()))
    joined = _apposed(sorted(found, key=lambda a: a.start), sentence)
    return _with_posts(joined, names, posts, sentence)


def _with_posts(
    agents: Sequence[Participant], names: Sequence[Participant], posts: Sequence[Post], sentence: str
) -> tuple[Participant, ...]:
    """The agents, each person by name with the post beside this name; a list with its posts, where all have one."""
    starts = [name.start for name in names]
    done = []
    for agent in agents:
        number = bisect_left(starts, agent.start)
        if agent.kind == "name":
            inside = range(number, bisect_left(starts, agent.end))
            own = [each for each in inside if names[each].persons[0] in agent.persons]
            told = [_post_of(names, each, posts, sentence) for each in own]
            if len(told) == len(agent.persons) <= _FEW and all(told):
                agent = replace(agent, post=" and ".join(dict.fromkeys(told)))
        done.append(agent)
    return tuple(done)


def _post_of(names: Sequence[Participant], number: int, posts: Sequence[Post], sentence: str) -> str:
    before = names[number - 1].end if number else 0
    after = names[number + 1].start if number + 1 < len(names) else len(sentence)
    return post_beside(sentence, posts, names[number], before, after)


def _clash(sentence: str, role: Participant, name: Participant) -> bool:
    """A name inside a post is the owner in "one of Ruiz's advisers", else the two are different agents."""
    return (
        name.start < role.end
        and role.start < name.end
        and not (name.end < role.start + len(role.text) and sentence[name.end : name.end + 2] == "'s")
    )


def _posted(post: Post) -> Participant:
    return Participant(post.start, post.end, post.text, "group" if post.many else "role", head=post.head)


_AGED = phrase("participants.aged")


def _aged(sentence: str) -> list[Participant]:
    """People called by their age where no post follows: "the 66-year-old"."""
    if "-year" not in sentence:
        return []
    return [Participant(m.start(), m.end(), m.group(), "role", head="year-old") for m in _AGED.finditer(sentence)]


def _named(name: Name, sentence: str, offset: int) -> Participant:
    start, end = name.start - offset, name.end - offset
    return Participant(start, end, sentence[start:end], "name", (name.person,), name.person)


_OF = phrase("participants.post_of")


def _apposed(agents: list[Participant], sentence: str) -> tuple[Participant, ...]:
    """Join "the envoy, Ana Ruiz", "Ana Ruiz, the envoy" and "the head of the water board, Ana Ruiz"."""
    joined: list[Participant] = []
    for number, agent in enumerate(agents):
        last = joined[-1] if joined else None
        if last and agent.start < last.end:
            continue
        after = agents[number + 1] if number + 1 < len(agents) else None
        if last and agent.kind == "name" and len(joined) > 1 and _is_owned(joined[-2], last, agent, sentence):
            joined[-2:] = [_spanning(joined[-2], agent, sentence, agent)]
        elif last and (named := _one_agent(last, agent, after, sentence)):
            joined[-1] = _spanning(last, agent, sentence, named)
            if len(joined) > 1 and _is_titled(joined[-2], joined[-1], sentence):
                joined[-2:] = [_spanning(joined[-2], joined[-1], sentence, joined[-1])]
        else:
            joined.append(agent)
    return listed(joined, sentence)


def _one_agent(last: Participant, agent: Participant, after: Participant | None, sentence: str) -> Participant | None:
    """Of two neighbours that mean one agent, the named one."""
    gap = _untitled(sentence[last.end : agent.start])
    if last.kind == "role" and agent.kind == "name" and (gap in (" ", ", ") or _OF.fullmatch(gap)):
        return agent
    if last.kind != "name" or _is_of_next(last, agent, after, sentence):
        return None
    if _AND.fullmatch(gap) and (agent.kind == "group" or agent.kind == "role" and _OWN.match(agent.text)):
        return last
    if agent.kind == "role" and gap in (" ", ", ") and _closes(sentence, agent.end):
        return last
    return None


def _is_owned(post: Participant, owner: Participant, named: Participant, sentence: str) -> bool:
    """Is the post part of an office? "The head of the Prime Minister's office, Joanna Bielak" is no minister."""
    owns = owner.kind == "role" and sentence.startswith("'s ", owner.end)
    return owns and post.kind == "role" and bool(_OF.fullmatch(_untitled(sentence[post.end : named.start])))


def _is_titled(post: Participant, named: Participant, sentence: str) -> bool:
    """Are a post and a name with a rank one person? "One of his deputies, Colonel Kenji Ito, …"."""
    gap, after = sentence[post.end : named.start], sentence[named.end : named.end + 2]
    apposed = gap == ", " or bool(_OF.fullmatch(gap))
    return post.kind == "role" and named.kind == "name" and apposed and after == ", "


_OWN = phrase("participants.own_post")
_AND = phrase("participants.and")
_STYLE = phrase("participants.style")
_APPOSITION_ENDS = phrase("participants.apposition_ends")


def _is_of_next(last: Participant, post: Participant, after: Participant | None, sentence: str) -> bool:
    """In a list a post goes with the name after it: "Ana Ruiz, Mayor Kenji Ito", "the envoy, Ruiz, the mayor, Ito"."""
    if after is None or after.kind != "name":
        return False
    gap = _untitled(sentence[post.end : after.start])
    return gap == " " or gap == ", " and (bool(_AND.search(sentence, last.end, post.start)) or "," in last.text)


def _untitled(gap: str) -> str:
    """The words between two agents without the titles of the second: ", Maj Gen " is ", "."""
    titles = load_words()["titles"]
    gap = _STYLE.sub("", gap)
    while (title := re.search(r"(?<= )([A-Z][\w-]*)\.? $", gap)) and title.group(1) in titles:
        gap = gap[: title.start()]
    return gap


def _spanning(last: Participant, agent: Participant, sentence: str, named: Participant) -> Participant:
    return Participant(last.start, agent.end, sentence[last.start : agent.end], "name", named.persons, named.head)


def _closes(sentence: str, end: int) -> bool:
    return bool(_APPOSITION_ENDS.match(sentence[end:]))
