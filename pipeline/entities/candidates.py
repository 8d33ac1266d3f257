"""Runs of capitalised words that may be names.

Titles, posts and nationalities are taken off the front; what remains is a person when something in the article speaks
for it (a title, a given name, an age, a verb of speaking or leaving) and nothing against it (an organisation's word, a
place).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.entities.places import is_place
from pipeline.lexicon.words import load_words

_UPPER = "".join(chr(c) for c in range(0x41, 0x250) if chr(c).isupper())
_PARTICLES = "|".join(sorted(load_words()["particles"], key=len, reverse=True))
_WORD = rf"(?:(?:al|el|ad|an|as|ash|at|ar|ul|d|ka|kwa)[-'])?(?:ka)?[{_UPPER}][\w]*(?:['-](?!s\b)\w+){{0,8}}"
"""No name has over nine parts joined by hyphens: without a bound "Anna-Anna-…" is read from each part to its end."""
_TOKEN = rf"(?:[{_UPPER}]\.(?:[{_UPPER}]\.)*|{_WORD})"
RUN = re.compile(rf"(?<![\w'-]){_TOKEN}(?:[ ](?:(?:{_PARTICLES})[ ]){{0,2}}{_TOKEN}){{0,7}}")
_SUFFIXES = ("Jr", "Sr")
_PAIR = re.compile(rf"(?<!\w)({_WORD}) and ({_WORD}) ({_WORD})")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that may be a name; `title` stood before them, `sure`: a title that only persons have."""

    start: int
    end: int
    words: tuple[str, ...]
    title: str
    sure: bool


@lru_cache
def name_lists() -> dict[str, frozenset[str]]:
    """The word lists as sets; the given names of women and of men are given names."""
    lists = {key: frozenset(words) for key, words in load_words().items()}
    return lists | {"given": lists["given"] | lists["female_given"] | lists["male_given"]}


def find_runs(text: str) -> list[Run]:
    """All runs of capitalised words that may be names, stripped.

    >>> [run.words for run in find_runs("The envoy Ana Ruiz met President Kenji Ito.")]
    [('Ana', 'Ruiz'), ('Kenji', 'Ito')]
    """
    lower = frozenset(re.findall(r"(?<![\w'-])[a-z]{3,}", text))
    plain = name_lists()["not_names"] | name_lists()["nationalities"]
    matches = (m for m in RUN.finditer(text) if m.group() not in plain and m.group().casefold() not in lower)
    runs = [run for match in matches if (run := _strip(match, text, lower))]
    pairs = [
        Run(m.start(1), m.end(1), (m.group(1), m.group(3)), "", False) for m in _PAIR.finditer(text) if _is_pair(m)
    ]
    return _without_openers(runs, text) + pairs


_INSIDE = re.compile(r"[\w,;(–—-] ")
_OPENER = re.compile(r"\w+(?:ly|ed|ing|times|wards|'s|ous|ful|ive|ic)$")
"""Adverbs and adjectives; any other word before a surname is a first name."""


def _without_openers(runs: list[Run], text: str) -> list[Run]:
    """Names without a sentence's opener: "Sometimes Ruiz" is Ruiz if that stands alone elsewhere."""
    alone = {run.words for run in runs}
    given = name_lists()["given"]
    inside = {run.words for run in runs if _INSIDE.match(text[run.start - 2 : run.start])}
    return [
        Run(run.start + len(run.words[0]) + 1, run.end, run.words[1:], run.title, run.sure)
        if len(run.words) > 1
        and run.words not in inside
        and run.words[1:] in alone
        and run.words[0] not in given
        and _OPENER.match(run.words[0])
        and not run.title
        else run
        for run in runs
    ]


def _is_pair(match: re.Match[str]) -> bool:
    given = name_lists()["given"]
    return match.group(1) in given and match.group(2) in given


Piece = tuple[int, str]


@lru_cache
def _portfolio_of() -> re.Pattern[str]:
    """What leads to a portfolio: "Minister for Science and |Technology Ana Ruiz"."""
    words = "|".join(load_words()["portfolios"])
    return re.compile(
        rf"\b(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Mm]inistry|[Dd]irector|[Hh]ead)s? (?:of|for|in charge of) "
        rf"(?:the )?(?:(?:{words}|State|and|&)[ ,]+)*$"
    )


def _strip(match: re.Match[str], text: str, lower: frozenset[str]) -> Run | None:
    """Take titles, nationalities and sentence openers off the front of a run of capitalised words."""
    lists = name_lists()
    pieces = [(m.start() + match.start(), m.group()) for m in re.finditer(r"\S+", match.group())]
    title, pieces = _after_title(pieces)
    if len(pieces) > 2 and pieces[0][1] in lists["portfolios"] and _portfolio_of().search(text[: match.start()][-90:]):
        title, pieces = title or "Minister", pieces[1:]
    while pieces:
        word = pieces[0][1].rstrip(".")
        if word in lists["titles"] and len(pieces) > 1:
            title = word
        elif not _opens(pieces, word, lower, match.start()):
            break
        pieces.pop(0)
    pieces = _from_given_name(pieces)
    while pieces and pieces[-1][1] in lists["not_names"] and not _is_surname(pieces, text):
        pieces.pop()
    if not pieces or len(pieces) == 1 and pieces[0][1].casefold() in lower and not title:
        return None
    end = pieces[-1][0] + len(pieces[-1][1])
    if text[end - 1] == "." and len(pieces[-1][1]) > 2:
        end -= 1
    words = tuple(word for _, word in pieces)
    if words[-1] in _SUFFIXES and len(words) > 1 and text[end : end + 1] == ".":
        end, words = end + 1, (*words[:-1], words[-1] + ".")
    return Run(pieces[0][0], end, words, title, title in lists["honorifics"])


def _is_surname(pieces: list[Piece], text: str) -> bool:
    """Are two words a name that ends like a month? "Lea May", but not "to Victoria May 5", where a day follows."""
    lists = name_lists()
    whole = len(pieces) == 2 and pieces[0][1] in lists["given"] and pieces[1][1] in lists["surnames"]
    return whole and not re.match(r"\.? \d", text[pieces[1][0] + len(pieces[1][1]) :][:3])


def _after_title(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """The title and what follows it; what stands before is no part of the name: "Suspended President Choi"."""
    lists = name_lists()
    for number in range(len(pieces) - 2, 0, -1):
        word = pieces[number][1].rstrip(".")
        if word in lists["titles"] and word not in lists["given"]:
            return word, pieces[number + 1 :]
    return "", pieces


def _opens(pieces: list[Piece], word: str, lower: frozenset[str], start: int) -> bool:
    """A word that only opens the run: a particle, a word of the sentence, a nationality, a function word."""
    lists = name_lists()
    if len(pieces) > 1:
        if pieces[0][1].islower() and "-" not in word:
            return True
        if word not in lists["given"] and (
            word.casefold() in lower and pieces[0][0] == start or word.casefold() in person_words()
        ):
            return True
        if word in lists["given"] and pieces[1][1] not in lists["organisation"]:
            return False
    return word in lists["not_names"] or word in lists["nationalities"] or word.split("-")[0] in lists["nationalities"]


@lru_cache
def person_words() -> frozenset[str]:
    """Words for one person by post or calling, which are no part of a name."""
    callings = (*load_words()["post"], *load_words()["persons"])
    return frozenset(calling.split()[-1].casefold() for calling in callings)


def _from_given_name(pieces: list[Piece]) -> list[Piece]:
    """The name from its given name on: "Communications John Kirby", "Canterbury Justin Welby"."""
    lists = name_lists()
    for number in range(len(pieces) - 1, 0, -1):
        before = pieces[number - 1][1]
        foreign = before in lists["organisation"] or before not in lists["given"] and is_place(before)
        if pieces[number][1] in lists["given"] and foreign:
            return pieces[number:]
    return pieces
