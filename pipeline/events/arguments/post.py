"""Which post: the one left or taken in the words beside the trigger, else the one that the text gives the person."""

import re

from pipeline.events.document import Document
from pipeline.events.syntax.noun_phrases import posts_in
from pipeline.events.syntax.participants import Participant
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words

_AFTER = phrase("post.after")
_CLAUSE_BEFORE = phrase("post.clause_before")
_OF_TERM = phrase("post.of_term")
_OFFICE = phrase("post.office")
_NO_POST = phrase("post.none")
_LONGEST = 80
"""Characters of an unnamed agent that is taken for a post; longer ones are clauses."""
_REACH = 61
"""Sentences of an article in which the post of a person is looked for: nearly all of a long news text."""
_FORMER = phrase("post.former")
_TRIMMED = phrase("post.trimmed")
_LOOSE_END = phrase("post.loose_end")
_BEFORE = phrase("post.before")


def role_after(line: str, end: int) -> tuple[int, int] | None:
    """Offsets of the post after a trigger that ends at `end`.

    >>> line = "She resigned as head of the water board on Friday."
    >>> start, end = role_after(line, 12)
    >>> line[start:end]
    'head of the water board'
    """
    end -= len(" as") * line.endswith(" as", 0, end)
    match = _AFTER.match(line[end : end + 160])
    return _found(match, end) if match else None


def role_of_term(line: str) -> tuple[int, int] | None:
    """Offsets of the post whose term begins: "begins a fifth term as premier"."""
    match = _OF_TERM.search(line)
    return _found(match, 0) if match else None


def office_resigned(line: str, end: int) -> tuple[str, int, int] | None:
    """The post that goes with an office, and the offsets of its words: "resigned the presidency".

    >>> office_resigned("Assad resigned the presidency.", 14)
    ('president', 19, 29)
    """
    match = _OFFICE.match(line, end)
    posts = dict(pair.split("=") for pair in load_words()["offices"])
    if match is None or match.group("office") not in posts:
        return None
    return posts[match.group("office")].replace("_", " "), *match.span("office")


def _found(match: re.Match[str], end: int) -> tuple[int, int] | None:
    text = trimmed(match.group("role"))
    start = end + match.start("role")
    return (start, start + len(text)) if text else None


def trimmed(role: str) -> str:
    """A post without the words of time and reason that follow it.

    >>> trimmed("envoy for water last year"), trimmed("president for a")
    ('envoy for water', 'president')
    """
    words = _TRIMMED.split(role)[0]
    return _LOOSE_END.sub("", words.rstrip(" -"))


def role_of_agent(document: Document, index: int, agent: Participant, persons: tuple[str, ...]) -> str:
    """The post that stands beside the name in this sentence, else the one that the text gives elsewhere.

    "Former" stays in it: what it says of an event depends on the event (`held`).
    """
    if agent.kind == "role" and len(agent.text) < _LONGEST and not _NO_POST.match(agent.text):
        return _bare(agent.text)
    if not persons:
        return ""
    return agent.post or _elsewhere(document, index, persons)


def held(role: str, kind: str, past: bool) -> str:
    """The post as an event of this type concerns it.

    Who is called a former minister had left before the news that calls them so: in news of the day they resign from
    something else, and only what is told of the past can be how they became former. Who flees as a former minister
    is just that, and so is a soldier, whose calling nobody resigns from.

    >>> held("former envoy", "resignation", True), held("former envoy", "resignation", False)
    ('envoy', '')
    >>> held("former envoy", "departure", False), held("envoy", "resignation", False)
    ('former envoy', 'envoy')
    """
    if kind in ("departure", "defection"):
        return role
    once = _FORMER.match(role)
    if head_of_post(role) in load_words()["callings"]:
        return ""
    if once is None:
        return role
    return role[once.end() :] if past and kind in ("resignation", "dismissal") else ""


def begins_office(words: str) -> bool:
    """Does an appointment in these words begin the post that the text calls its holder by? Else it is another post.

    >>> begins_office("took office in January"), begins_office("took over the party")
    (True, False)
    """
    return not set(load_words()["into_office"]).isdisjoint(re.findall(r"[\w-]+", words.lower()))


def _elsewhere(document: Document, index: int, persons: tuple[str, ...]) -> str:
    """The post beside another mention of a person: of the same sentence, else the first, where all give the same."""
    here = next((a.post for a in document.participants(index) if a.persons == persons and a.post), "")
    posts = (here,) if here else posts_given(document, persons)
    return posts[0] if len({head_of_post(post) for post in posts}) == 1 else ""


def posts_given(document: Document, persons: tuple[str, ...]) -> tuple[str, ...]:
    """The posts beside the mentions of a person, in reading order: those held before those of the past, and telling
    ones ("envoy") before vague ones ("leader"). Looked for once a text."""
    if persons not in document.roles:
        document.roles[persons] = _posts_in_order(document, persons)
    return document.roles[persons]


def _posts_in_order(document: Document, persons: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for number, sentence in enumerate(document.sentences[:_REACH]):
        if document.people.within(sentence.start, sentence.end):
            found += [a.post for a in document.participants(number) if a.persons == persons and a.post]
    now = [post for post in found if not _FORMER.match(post)] or found
    vague = load_words()["vague_posts"]
    return tuple(post for post in now if head_of_post(post) not in vague) or tuple(now[:1])


def head_of_post(role: str) -> str:
    """The word that says which post it is.

    >>> head_of_post("Russia's climate envoy")
    'envoy'
    """
    return next((post.split()[-1] for _, _, post, _ in posts_in(role)), role)


def _bare(role: str) -> str:
    """The words for an unnamed agent without what stands before them."""
    role = _CLAUSE_BEFORE.split(role)[-1]
    words = _BEFORE.sub("", role.strip(" ,"))
    if words.partition(" ")[0].lower() in load_words()["epithets"]:
        words = words.partition(" ")[2]
    return words if len(words) > 2 and not _NO_POST.match(words) else ""
