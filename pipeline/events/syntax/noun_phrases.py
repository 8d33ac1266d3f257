"""Who can act, and the posts and groups of a sentence: "the veteran envoy", "two governors", "one of his advisers"."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words

_SEVERAL = phrase("noun_phrases.several")


@dataclass(frozen=True, slots=True)
class Participant:
    """A noun phrase that can act, with offsets in its sentence. `kind`: name, role, group, pronoun.

    `post` is what the words beside one person's name say they are: "police chief", "former envoy"; else "".
    """

    start: int
    end: int
    text: str
    kind: str
    persons: tuple[str, ...] = ()
    head: str = ""
    post: str = ""

    @property
    def plural(self) -> bool:
        """More than one person?"""
        return self.kind == "group" or len(self.persons) > 1 or bool(_SEVERAL.fullmatch(self.text.lower()))


@dataclass(frozen=True, slots=True)
class Post:
    """A noun phrase around a post, with offsets in its sentence; `many`: it speaks of several people."""

    start: int
    end: int
    text: str
    head: str
    many: bool


_NOUN = re.compile(r"[\w-]+")


@lru_cache
def _posts() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Posts and groups by their last word, the longest first; each as its words."""
    table: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for post in (*load_words()["post"], *load_words()["groups"]):
        words = tuple(post.lower().split())
        table[words[-1]].add(words)
    return {last: tuple(sorted(posts, key=lambda words: (-len(words), words))) for last, posts in table.items()}


def posts_in(sentence: str) -> list[tuple[int, int, str, bool]]:
    """Start, end, post and "in the plural?" of every post that a sentence names."""
    table = _posts()
    found: list[tuple[int, int, str, bool]] = []
    words = [(m.start(), m.end(), m.group().lower()) for m in _NOUN.finditer(sentence)]
    for number, (_, end, word) in enumerate(words):
        for last in (word, word.removesuffix("s"), word.removesuffix("es")):
            if last in table:
                before = tuple(text for _, _, text in words[max(0, number - 3) : number])
                fits = (post for post in table[last] if before[len(before) - len(post) + 1 :] == post[:-1])
                if post := next(fits, None):
                    start = words[number - len(post) + 1][0]
                    while found and start <= found[-1][0]:
                        found.pop()
                    found.append((start, end, " ".join(post), last != word))
                    break
    return found


@lru_cache
def group_words() -> frozenset[str]:
    """Words for several people, lower case."""
    return frozenset(group.lower() for group in load_words()["groups"])


@lru_cache
def _stops() -> frozenset[str]:
    """Words that end a noun phrase to the left."""
    return frozenset((*load_words()["aux"], *load_words()["speech"], *load_words()["stops"]))


@lru_cache
def _determiners() -> frozenset[str]:
    return frozenset(load_words()["det"])


def find_posts(sentence: str) -> list[Post]:
    """Noun phrases of posts and groups in reading order.

    >>> [(post.text, post.many) for post in find_posts("Two governors met one of the king's closest advisers.")]
    [('Two governors', True), ("one of the king's closest advisers", False)]
    """
    roles: list[Post] = []
    groups = group_words()
    for first, end, post, plural in posts_in(sentence):
        if roles and first < roles[-1].end:
            continue
        start = _left_edge(sentence, first)
        while roles and start <= roles[-1].start and sentence[roles[-1].end : roles[-1].end + 2] == "'s":
            roles.pop()
        if roles and start < roles[-1].end:
            start = first
        if roles and sentence[roles[-1].end : first] == " ":
            start = roles.pop().start
        text = sentence[start:end]
        many = (plural or post in groups) and not _BEGINS_WITH_ONE_OF.match(text)
        if not many and start == first and not _may_stand_bare(sentence, start, end, text):
            continue
        roles.append(Post(start, end, text, post, many))
    return roles


_BEGINS_WITH_ONE_OF = phrase("noun_phrases.begins_with_one_of")
_ONE = phrase("noun_phrases.one_person")


def _may_stand_bare(sentence: str, start: int, end: int, text: str) -> bool:
    """A post without a determiner names somebody in a headline, at the start, or before a name."""
    begins = start == 0 or sentence[start].isupper()
    return begins or bool(_ONE.match(text)) or bool(re.match(r",? [A-Z]", sentence[end:]))


_LEFT = re.compile(r"([\w$.,'-]+) $")
_STACKED = phrase("noun_phrases.determiner_inside")
_ADJECTIVE = phrase("noun_phrases.adjective_follows")
_ONE_OF = phrase("noun_phrases.one_of")
_QUANTITY_OF = phrase("noun_phrases.quantity_of")
_PARTICIPLE = phrase("noun_phrases.participle_of_post")


def _left_edge(sentence: str, start: int) -> int:
    """Walk left over adjectives and nouns to the determiner."""
    for _ in range(7):
        match = _LEFT.search(sentence, max(0, start - 40), start)
        if not match:
            break
        word = match.group(1).lower()
        if word == "of" and (quantity := _QUANTITY_OF.search(sentence, max(0, start - 30), start)):
            return quantity.start()
        if _ends_phrase(word, sentence, match.start(1), start):
            break
        start = match.start(1)
        if word in _determiners() and not _STACKED.search(sentence[:start]):
            break
    before = _ONE_OF.search(sentence[max(0, start - 10) : start])
    return start - len(before.group()) if before else start


_OWNED = re.compile(r"'s $")
"""A participle that belongs to the post: "the country's suspended president"."""


def _ends_phrase(word: str, sentence: str, start: int, end: int) -> bool:
    """Does the word before a noun phrase stand outside of it?"""
    stops = word in _stops() and not (word.endswith("ed") and _OWNED.search(sentence[max(0, start - 16) : start]))
    if stops or word.endswith((".", ",")):
        return True
    if word.endswith("ly") and len(word) > 5 and "-" not in word:
        return not _PARTICIPLE.match(sentence[end:])
    return _is_verb(word, sentence[max(0, start - 16) : start])


def _is_verb(word: str, before: str) -> bool:
    """A verb ends a noun phrase: "parliament impeached | President Ruiz", but not "the elected president"."""
    if word in load_words()["irregular_verbs"]:
        return True
    doing = word.endswith("ed") and "-" not in word and len(word) > 4 or word in _leaving_verbs()
    return doing and not _ADJECTIVE.search(before.lower())


@lru_cache
def _leaving_verbs() -> frozenset[str]:
    return frozenset(load_words()["leaving_verbs"])
