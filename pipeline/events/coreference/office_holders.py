"""Who holds a post: the persons whom a text calls "minister", told apart from deputies and other ministers."""

import re

from pipeline.events.document import Document
from pipeline.events.syntax.noun_phrases import posts_in
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words

_OF_NO_PORTFOLIO = phrase("office_holders.no_portfolio")


def portfolio_of(agent: Participant) -> str:
    """What sets one minister apart from the next: "information" in "the sacked information minister", else ""."""
    if agent.head not in load_words()["many_hold"]:
        return ""
    words = agent.text.lower().removesuffix(agent.head).split()
    return words[-1] if words and not _OF_NO_PORTFOLIO.match(words[-1]) else ""


def holders(document: Document, head: str, index: int = -1, portfolio: str = "") -> tuple[str, ...]:
    """Persons whom the text calls by this post; with `index`, in the three sentences up to it only."""
    if index >= 0:
        return _holders(document, head, range(max(0, index - 3), index + 1), portfolio)
    key = f"{portfolio} {head}"
    if key not in document.holders:
        document.holders[key] = _holders(document, head, range(len(document.sentences)), portfolio)
    return document.holders[key]


def _holders(document: Document, head: str, numbers: range, portfolio: str) -> tuple[str, ...]:
    found: dict[str, int] = {}
    for number in numbers:
        if document.people.within(document.sentences[number].start, document.sentences[number].end):
            for agent in document.participants(number):
                if agent.kind == "name" and len(agent.persons) == 1 and _called(document, number, agent, head):
                    around = document.line(number)[max(0, agent.start - 60) : agent.end + 80].lower()
                    if portfolio in around:
                        found.setdefault(agent.persons[0], number)
    return tuple(found)


_FORMER = phrase("office_holders.former_before")
_OF = phrase("office_holders.preposition_last")


def _called(document: Document, number: int, agent: Participant, head: str) -> bool:
    line = document.line(number)
    if other_rank(line[max(0, agent.start - 40) : agent.end], head):
        return False
    around = (
        line[max(0, agent.start - 30) : agent.start] + " " + agent.text + line[agent.end : agent.end + 60].split(".")[0]
    )
    if line[agent.end : agent.end + 1] not in (",", " "):
        around = line[max(0, agent.start - 30) : agent.end]
    if agent.text in around and _FORMER.search(around.split(agent.text)[0][-30:]):
        return False
    before = re.search(
        rf"\b{re.escape(head)}\b(?!'s)(?!{_OF.pattern})[,\w ]{{0,12}}$",
        line[max(0, agent.start - 40) : agent.start],
        re.IGNORECASE,
    )
    inside = re.search(rf"\b{re.escape(head)}\b(?!'s)", agent.text, re.IGNORECASE)
    after = re.match(
        rf", (?:[\w'-]+ ){{0,6}}{re.escape(head)}\b(?!'s)", line[agent.end : agent.end + 70], re.IGNORECASE
    )
    comes = after and (_TO_COME.search(after.group()) or other_rank(after.group(), head))
    return bool(before or inside or after and not comes)


_TO_COME = phrase("office_holders.to_come")
_OTHER_RANK = phrase("office_holders.other_rank_before")


def other_rank(words: str, head: str) -> bool:
    """Is the post in these words another one: "the assistant police chief"?"""
    return bool(_OTHER_RANK.search(words.lower().split(head.lower())[0][-24:]))


_ALIKE = {"premier": "minister", "envoy": "ambassador", "chairwoman": "chairman", "chair": "chairman"}


def holds(document: Document, person: str, agent: str) -> bool:
    """May a person be the unnamed "officer"? Not where the text only gives other posts: "a diplomat", "the mayor"."""
    head = _post(agent.split()[-1].lower())
    if person not in document.posts:
        document.posts[person] = _posts_beside(document, person)
    beside = document.posts[person]
    vague = load_words()["vague_posts"]
    return head in vague or head in beside or not beside.difference(vague)


def _posts_beside(document: Document, person: str) -> frozenset[str]:
    """The posts that stand beside a person's name anywhere in the text."""
    beside: set[str] = set()
    for index in document.places_of(person):
        line = document.line(index)
        for name in document.participants(index):
            if name.persons == (person,):
                around = line[max(0, name.start - 40) : name.end + 60]
                beside |= {_post(post.split()[-1]) for _, _, post, _ in posts_in(around)}
    return frozenset(beside)


def _post(word: str) -> str:
    word = word if word.endswith("ss") else word.removesuffix("s")
    return _ALIKE.get(word, word)
