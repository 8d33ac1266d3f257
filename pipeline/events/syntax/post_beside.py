"""The post that a sentence gives a person by name: "Deputy finance minister Boris Petrov", "Ana Ruiz, the envoy".

Before a name and after it in an apposition; what is not certain is "".
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from pipeline.entities.candidates import name_lists, person_words
from pipeline.events.syntax.noun_phrases import Participant, Post, posts_in
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words

_OF_GAP = phrase("post_beside.of_gap")
_APPOSED = phrase("post_beside.apposed")
_TAIL = phrase("post_beside.tail")
_CLAUSE = phrase("post_beside.apposition_ends")
_VERB = phrase("post_beside.clause_inside")
_WHEN = phrase("post_beside.time_and_reason")
_FARTHEST = 110
"""Characters between the beginning of a post and its name: a long post with its ministry takes no more."""
_DETERMINER = phrase("post_beside.determiner")
_ONE_OF = phrase("post_beside.one_of")
_LEADING = phrase("post_beside.leading")
_ACROSS = phrase("post_beside.across")
_SOMEBODY_S = re.compile(r"[A-Z][\w'-]*'s? ")
_FORMER = phrase("post_beside.former")
_NOT_YET = phrase("post_beside.not_yet")
_CAPITAL_OF_NAME = phrase("post_beside.capital_of_name")
_SERVING = phrase("post_beside.serving")


@lru_cache
def _epithets() -> frozenset[str]:
    return frozenset(load_words()["epithets"])


def _is_epithet(word: str) -> bool:
    return word.lower() in _epithets() and not _CAPITAL_OF_NAME.search(word) or bool(_SERVING.search(word))


@lru_cache
def _no_posts() -> frozenset[str]:
    return frozenset(load_words()["no_posts"])


@lru_cache
def _ranks() -> frozenset[str]:
    return frozenset(load_words()["military_ranks"])


@lru_cache
def _modifiers() -> frozenset[str]:
    fields = (*load_words()["post_modifiers"], *load_words()["portfolio"])
    return frozenset(word for field in fields for word in field.split())


@lru_cache
def _inside() -> frozenset[str]:
    """Words that stand inside the name of a post: "deputy finance", and other posts."""
    return _modifiers() | person_words()


def post_beside(sentence: str, posts: Sequence[Post], named: Participant, before: int, after: int) -> str:
    """The post of a person whose name is `named`; the names beside it end at `before` and begin at `after`.

    >>> from pipeline.events.syntax.noun_phrases import find_posts
    >>> line = "Russia's ambassador to Sweden, Maria Lund, resigned."
    >>> post_beside(line, find_posts(line), Participant(31, 41, "Maria Lund", "name"), 0, len(line))
    "Russia's ambassador to Sweden"
    """
    number = bisect_right(posts, named.start, key=lambda post: post.start)
    for post in reversed(posts[max(0, number - 2) : number]):
        if before <= post.end <= named.start and (words := _before(sentence, post, named)):
            return words
    following = next((post for post in posts[number : number + 1] if post.start >= named.end), None)
    return following and _after(sentence, following, named, after) or _bare(sentence, named, after)


def _before(sentence: str, post: Post, named: Participant) -> str:
    """The post right before a name, or before the body that stands between: "Minister of Finance Ana Ruiz"."""
    if post.many or named.start - post.start > _FARTHEST:
        return ""
    gap = _untitled(sentence[post.end : named.start])
    apposed = gap.endswith(", ")
    if gap not in (" ", ", ") and not _OF_GAP.fullmatch(gap) or _VERB.search(gap):
        return ""
    if apposed and not _CLAUSE.match(sentence[named.end :]):
        return ""
    return _cleaned(_core(sentence, post), gap.strip(" ,"))


def _after(sentence: str, post: Post, named: Participant, after: int) -> str:
    """The post in the apposition that begins right after a name, and no other name follows directly."""
    if post.many or not _APPOSED.fullmatch(sentence[named.end : post.start]):
        return ""
    return _apposition(sentence, post, after)


def _apposition(sentence: str, post: Post, after: int) -> str:
    """A post in an apposition with what belongs to it, where the apposition ends there."""
    tail = _TAIL.match(sentence[post.end :])
    if tail is None or _VERB.search(tail.group()):
        return ""
    end = post.end + tail.end()
    if after >= end and sentence[end:after] in (", ", " ", ""):
        return ""
    return _cleaned(post.text, _timeless(tail.group()))


def _bare(sentence: str, named: Participant, after: int) -> str:
    """A post without a determiner in the apposition after a name: "Ana Ruiz, 66, head of the water board, …"."""
    opened = _APPOSED.match(sentence, named.end)
    if opened is None:
        return ""
    first = opened.end()
    if one := _ONE_OF.match(sentence, first):
        words = one.group("post")
        return _apposition(sentence, Post(one.start("post"), one.end(), words, words.split()[-1], False), after)
    for start, end, head, plural in posts_in(sentence[first : first + _FARTHEST])[:1]:
        opening = _LEADING.match(sentence, first, first + start)
        begin = opening.end() if opening else first
        words = sentence[begin : first + end]
        before = sentence[begin : first + start].split()
        if not plural and all(
            word[0].isupper() or word.lower() in _modifiers() or _is_epithet(word) for word in before
        ):
            return _apposition(sentence, Post(begin, first + end, words, head, False), after)
    return ""


def _core(sentence: str, post: Post) -> str:
    """The words of a post before a name; without a determiner only those that are certainly part of it."""
    words = sentence[post.start : post.end]
    bound = not _ACROSS.search(words)
    if bound and (_DETERMINER.match(words) or _SOMEBODY_S.match(words) or _FORMER.match(words)):
        return words
    kept = post.head
    for word in reversed(words[: len(words) - len(post.head)].split()):
        if not (word[0].isupper() or word.lower() in _inside() or "-" in word):
            break
        kept = f"{word} {kept}"
    return words[len(words) - len(kept) :]


def _untitled(gap: str) -> str:
    """The words between a post and a name without titles: " Gen Sir " is " "."""
    titles = name_lists()["titles"]
    while (title := re.search(r"(?<= )([A-Z][\w-]*)\.? $", gap)) and title.group(1) in titles:
        gap = gap[: title.start()]
    return gap


def _timeless(words: str) -> str:
    """The words after a post without those of time: " for water since 2019" is " for water"."""
    shorter = _WHEN.sub("", words)
    while shorter != words:
        words, shorter = shorter, _WHEN.sub("", shorter)
    return words


def _cleaned(core: str, tail: str) -> str:
    """A post without articles and praise; "former" stays, since it says that the post was left before."""
    if _NOT_YET.search(core):
        return ""
    once = _FORMER.match(core)
    words = core[once.end() :] if once else core
    while (match := _DETERMINER.match(words)) or _is_epithet(words.split(" ")[0]):
        words = words[match.end() :] if match else words.partition(" ")[2]
    bare = words.split()
    while len(bare) > 1 and bare[-1].lower() in _ranks():
        bare = bare[:-1]
    if (
        not bare
        or bare[-1].lower() not in person_words()
        or bare[-1].lower() in _no_posts()
        or len(bare) == 1
        and bare[0].lower() in _ranks()
    ):
        return ""
    bare = [word for word in bare[:-1] if not _is_epithet(word)] + bare[-1:]
    role = " ".join(bare) + (f" {tail.strip()}" if tail.strip() else "")
    return f"former {role}" if once else role
