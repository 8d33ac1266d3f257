"""Which runs of capitalised words are persons: what speaks for it in the article, less what speaks against."""

import re
from collections import defaultdict
from functools import lru_cache

from pipeline.entities.candidates import Run, name_lists, person_words
from pipeline.entities.places import is_place
from pipeline.lexicon.words import load_words

_AGE = re.compile(r",? ?\(?,? ?\d\d\b(?! per)")
_AFTER = re.compile(r"(?:'s)? ?,? ?(?:who|whose|himself|herself)\b|,? (?:\w+ly )?(\w+)")


def persons_among(runs: list[Run], text: str) -> list[tuple[str, ...]]:
    """Word tuples that are persons, in order of first appearance."""
    votes: dict[tuple[str, ...], int] = defaultdict(int)
    inside = {
        run.words for run in runs if run.sure or len(run.words) > 1 or text[run.start - 2 : run.start - 1].isalnum()
    }
    alone: dict[str, int] = defaultdict(int)
    for run in runs:
        if len(run.words) == 1:
            alone[run.words[0]] += 1 + 2 * run.sure
    for run in runs:
        if len(run.words) <= 6:
            votes[run.words] += _vote(run, text) + 2 * (1 < len(run.words) < 4 and alone[run.words[-1]] > 1)
    return [words for words, vote in votes.items() if vote > 0 and words in inside]


def _vote(run: Run, text: str) -> int:
    """What speaks for a person, less what speaks against."""
    lists, words = name_lists(), run.words
    name = " ".join(words)
    later = words[1:] if len(words) > 1 and words[0] in lists["given"] else words
    later = tuple(word for word in later if word not in lists["surnames"]) if later != words or run.sure else later
    if any(word in lists["organisation"] or word.isupper() and len(word) > 2 and "." not in word for word in later):
        return -3
    if words[-1].casefold() in person_words() and words[0] not in lists["given"] and not run.sure:
        return -3
    if _HOLDS_PLACE.search(text, max(0, run.start - 40), run.start):
        return -3
    if len(words) == 1:
        people = text[max(0, run.start - 4) : run.start].lower().endswith("the ")
        return -2 if people or _no_surname(run) else 2 * run.sure + _speaks(run, text)
    if is_place(name):
        return -3
    return _vote_shape(run, text) + _vote_context(run, text) + 2 * _speaks(run, text)


_HOLDS_PLACE = re.compile(
    r"\b(?:mayor|governor|district head|(?:village|town|county|municipal|local) (?:head|chief)|emir|sultan|king|queen|"
    r"archbishop|bishop|ministry|department|university|province|district|region|city|town|village|republic|state) of "
    r"(?:the )?$",
    re.IGNORECASE,
)
"""What rules or is a place has the place's name after "of"."""


def _no_surname(run: Run) -> bool:
    lists, word = name_lists(), run.words[0]
    if run.sure:
        return False
    people = word.rstrip("s") in lists["nationalities"] or word.endswith("ans")
    return is_place(word) or people or word in lists["given"]


def _vote_shape(run: Run, text: str) -> int:
    lists, words = name_lists(), run.words
    vote = 2 * bool(run.title) + 2 * (
        words[0].split("-")[0] in lists["given"] or bool(re.fullmatch(r"[A-Z]\.", words[0]))
    )
    if len(words) < 4:
        vote += 1 - 2 * text[max(0, run.start - 4) : run.start].lower().endswith("the ")
    return vote - (is_place(words[0]) and words[0] not in lists["given"])


def _vote_context(run: Run, text: str) -> int:
    after, before = text[run.end : run.end + 1], text[run.start - 2 : run.start]
    leaves = _left_after().match(text, run.end, run.end + 60)
    vote = 2 * bool(leaves or _left_before().search(text, max(0, run.start - 50), run.start))
    if after in ",.)" and before == ", ":
        vote += 2 * bool(_post_near().search(text, max(0, run.start - 90), run.start))
    vote += bool(after and after in ",(" and _AGE.match(text, run.end, run.end + 8))
    return vote + 2 * bool(_post_before().search(text, max(0, run.start - 40), run.start))


def _speaks(run: Run, text: str) -> bool:
    after = _AFTER.match(text, run.end, run.end + 40)
    return bool(after and (after.group(1) is None or after.group(1) in name_lists()["speech"]))


@lru_cache
def _post_before() -> re.Pattern[str]:
    posts = "|".join(sorted(load_words()["post"], key=len, reverse=True))
    return re.compile(rf"\b(?:{posts}),? $")


@lru_cache
def _post_near() -> re.Pattern[str]:
    """A post, then its office, then the name: "the head of the water board, "."""
    posts = "|".join(sorted(load_words()["post"], key=len, reverse=True))
    return re.compile(rf"\b(?:{posts})(?: (?:of|for|at|in) [^,.;:]{{2,60}})?, $")


@lru_cache
def _left_after() -> re.Pattern[str]:
    verbs = "|".join(load_words()["leaving_verbs"])
    return re.compile(
        r"(?:'s?)?,?(?: (?:who|was|were|is|has|had|have|be|been|being|also|will|would|then|later|\w+ly))* "
        rf"(?:{verbs})\b"
    )


@lru_cache
def _left_before() -> re.Pattern[str]:
    verbs = "|".join(load_words()["leaving_verbs"])
    return re.compile(
        rf"\b(?:{verbs})(?: (?:of|by|the|his|her|its|former|leader|long-time|longtime|ruler|dictator))* $"
    )
