"""Names, posts, who is a person: found by the shape of a name and by what the whole article says beside it.

One pass over the text collects runs of capitalised words; titles, posts and nationalities are taken off the front; what remains is a person when
something speaks for it (a title, a given name, an age, a verb of speaking) and nothing against it (an organisation's word, a place).
Ambiguity yields nothing: a surname that two persons of the article share stands for neither.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.lexicon import load_words
from pipeline.places import is_place

_UPPER = "".join(chr(c) for c in range(0x41, 0x250) if chr(c).isupper())
_PARTICLES = "|".join(sorted(load_words("people")["particles"], key=len, reverse=True))
_WORD = rf"(?:(?:al|el|ad|an|as|ash|at|ar|ul|d|ka|kwa)[-'])?(?:ka)?[{_UPPER}][\w]*(?:['-](?!s\b)\w+)*"
_TOKEN = rf"(?:[{_UPPER}]\.(?:[{_UPPER}]\.)*|{_WORD})"
RUN = re.compile(rf"(?<![\w'-]){_TOKEN}(?:[ ](?:(?:{_PARTICLES})[ ]){{0,2}}{_TOKEN}){{0,7}}")
_AGE = re.compile(r",? ?\(?,? ?\d\d\b(?! per)")
_AFTER = re.compile(r"(?:'s)? ?,? ?(?:who|whose|himself|herself)\b|,? (?:\w+ly )?(\w+)")
_ARTICLE = re.compile(r"^(?:al|el|ad|an|as|ash|at|ar|ul)-")
_PAIR = re.compile(rf"(?<!\w)({_WORD}) and ({_WORD}) ({_WORD})")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands; `person` is the full name that the article gives anywhere, else the name as written."""

    start: int
    end: int
    text: str
    person: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The persons of one article: their names in reading order, and what is known of their sex by titles and pronouns."""

    names: tuple[Name, ...] = ()
    female: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()
    starts: tuple[int, ...] = field(default=())

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """Names that begin in text[start:end]."""
        return self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    words: tuple[str, ...]
    title: str
    sure: bool


@lru_cache
def _lists() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load_words("people").items()}


def find_people(text: str) -> People:
    """All persons that a text names; single surnames point to the full name.

    >>> [n.person for n in find_people("Envoy Ana Ruiz Soto quit. Ms Ruiz Soto said Kenji Ito, 50, agreed. Ito left.").names]
    ['Ana Ruiz Soto', 'Ana Ruiz Soto', 'Kenji Ito', 'Kenji Ito']
    """
    lower = frozenset(re.findall(r"(?<![\w'-])[a-z]{3,}", text))
    runs = [run for match in RUN.finditer(text) if (run := _strip(match, text, lower))]
    runs = _without_openers(runs, text)
    runs += [
        _Run(m.start(1), m.end(1), (m.group(1), m.group(3)), "", False) for m in _PAIR.finditer(text) if _is_pair(m)
    ]
    persons = _persons(runs, text)
    by_alias = _aliases(persons, runs)
    names = []
    for run in sorted(runs, key=lambda r: (r.start, -r.end)):
        person = by_alias.get(" ".join(run.words))
        if person and not (names and run.start < names[-1].end):
            names.append(Name(run.start, run.end, text[run.start : run.end], person, run.title))
    female, male = _sexes(names, text)
    return People(tuple(names), female, male, tuple(name.start for name in names))


def surname(person: str) -> str:
    """The last word of a name, lower case.

    >>> surname("Ana Ruiz Soto")
    'soto'
    """
    words = person.split()
    return words[-1].casefold() if words else ""


def _without_openers(runs: list[_Run], text: str) -> list[_Run]:
    """ "Sometimes Ruiz" is Ruiz where the rest stands alone elsewhere and the whole never inside a sentence."""
    alone = {run.words for run in runs}
    given = _lists()["given"]
    inside = {run.words for run in runs if text[run.start - 2 : run.start - 1].isalnum()}
    return [
        _Run(run.start + len(run.words[0]) + 1, run.end, run.words[1:], run.title, run.sure)
        if len(run.words) > 1
        and run.words not in inside
        and run.words[1:] in alone
        and run.words[0] not in given
        and not run.title
        else run
        for run in runs
    ]


def _is_pair(match: re.Match[str]) -> bool:
    given = _lists()["given"]
    return match.group(1) in given and match.group(2) in given


def _strip(match: re.Match[str], text: str, lower: frozenset[str]) -> _Run | None:
    """Take titles, nationalities and sentence openers off the front of a run of capitalised words."""
    lists = _lists()
    pieces = [(m.start() + match.start(), m.group()) for m in re.finditer(r"\S+", match.group())]
    title = ""
    for place in range(len(pieces) - 2, 0, -1):
        if pieces[place][1].rstrip(".") in lists["titles"] and pieces[place][1] not in lists["given"]:
            title, pieces = pieces[place][1].rstrip("."), pieces[place + 1 :]
            break
    while pieces:
        word = pieces[0][1].rstrip(".")
        if word in lists["titles"] and len(pieces) > 1:
            title = word
        elif len(pieces) > 1 and pieces[0][1].islower() and "-" not in word:
            pass
        elif (
            len(pieces) > 1
            and word.casefold() in lower
            and word not in lists["given"]
            and pieces[0][0] == match.start()
        ):
            pass
        elif len(pieces) > 1 and word in lists["given"] and pieces[1][1] not in lists["organisation"]:
            break
        elif not (
            word in lists["not_names"] or word in lists["nationalities"] or word.split("-")[0] in lists["nationalities"]
        ):
            break
        pieces.pop(0)
    for place in range(len(pieces) - 1, 0, -1):
        before = pieces[place - 1][1]
        if pieces[place][1] in lists["given"] and (
            before in lists["organisation"] or before not in lists["given"] and is_place(before)
        ):
            pieces = pieces[place:]
            break
    while pieces and pieces[-1][1] in lists["not_names"]:
        pieces.pop()
    if not pieces:
        return None
    if len(pieces) == 1 and pieces[0][1].casefold() in lower and not title:
        return None
    end = pieces[-1][0] + len(pieces[-1][1])
    if text[end - 1] == "." and len(pieces[-1][1]) > 2:
        end -= 1
    words = tuple(word for _, word in pieces)
    return _Run(pieces[0][0], end, words, title, title in lists["honorifics"])


def _persons(runs: list[_Run], text: str) -> list[tuple[str, ...]]:
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


def _vote(run: _Run, text: str) -> int:
    lists, words = _lists(), run.words
    if any(word in lists["organisation"] or (word.isupper() and len(word) > 2) for word in words):
        return -3
    if text[run.end : run.end + 1] == "'" and len(words) > 3:
        return 0
    name = " ".join(words)
    if len(words) > 1 and is_place(name):
        return -3
    vote = 2 * (run.sure or bool(run.title) and len(words) > 1)
    if 1 < len(words) < 4:
        vote += 1 - 2 * text[max(0, run.start - 4) : run.start].lower().endswith("the ")
    if len(words) > 1:
        vote += 2 * (words[0].split("-")[0] in lists["given"] or bool(re.fullmatch(r"[A-Z]\.", words[0])))
        vote -= is_place(words[0]) and words[0] not in lists["given"]
        vote += 2 * bool(
            _left_after().match(text, run.end, run.end + 60)
            or _left_before().search(text, max(0, run.start - 50), run.start)
        )
        if text[run.end : run.end + 1] in ",.)" and text[run.start - 2 : run.start] == ", ":
            vote += 2 * bool(_post_near().search(text, max(0, run.start - 90), run.start))
    elif (
        is_place(name)
        or words[0].rstrip("s") in lists["nationalities"]
        or words[0].endswith("ans")
        or words[0] in lists["given"]
        and not run.sure
    ):
        return -2
    if _AGE.match(text, run.end, run.end + 8) and text[run.end : run.end + 1] in ",(":
        vote += len(words) > 1
    after = _AFTER.match(text, run.end, run.end + 40)
    if after and (after.group(1) is None or after.group(1) in lists["speech"]):
        vote += 1 + (len(words) > 1)
    if len(words) > 1 and _post_before().search(text, max(0, run.start - 40), run.start):
        vote += 2
    return vote


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
    verbs = "|".join(load_words("people")["leaving_verbs"])
    return re.compile(
        rf"(?:'s?)?,?(?: (?:who|was|were|is|has|had|have|be|been|being|also|will|would|then|later|\w+ly))* (?:{verbs})\b"
    )


@lru_cache
def _left_before() -> re.Pattern[str]:
    verbs = "|".join(load_words("people")["leaving_verbs"])
    return re.compile(
        rf"\b(?:{verbs})(?: (?:of|by|the|his|her|its|former|leader|long-time|longtime|ruler|dictator))* $"
    )


def _aliases(persons: list[tuple[str, ...]], runs: list[_Run]) -> dict[str, str]:
    """Every way of writing a person → the fullest name. A surname shared by two persons stands for neither."""
    full = [words for words in persons if len(words) > 1]
    owners: dict[str, set[str]] = defaultdict(set)
    for words in full:
        for first in range(1, len(words)):
            owners[" ".join(words[first:])].add(" ".join(words))
            owners[_ARTICLE.sub("", " ".join(words[first:]))].add(" ".join(words))
    by_alias = {" ".join(words): " ".join(words) for words in full}
    known = {" ".join(words) for words in persons}
    for run in runs:
        name = " ".join(run.words)
        if name in by_alias:
            continue
        candidates = owners.get(name) or _first_names(run, full)
        if len(candidates) == 1:
            by_alias[name] = next(iter(candidates))
        elif not candidates and name in known:
            by_alias[name] = name
    longer = {alias: person for alias, person in by_alias.items() if alias == person}
    for name in longer:
        candidates = {p for p in longer if p != name and p.endswith(" " + name)}
        if len(candidates) == 1:
            by_alias[name] = next(iter(candidates))
    return by_alias


def _first_names(run: _Run, full: list[tuple[str, ...]]) -> set[str]:
    """ "Xi" for "Xi Jinping": family name first; also a first part of a double surname with its title."""
    if len(run.words) != 1:
        return set()
    word = run.words[0]
    return {
        " ".join(words)
        for words in full
        if word in words[:-1] and (run.sure or word not in _lists()["given"] or words[0] in _lists()["family_first"])
    }


def _sexes(names: list[Name], text: str) -> tuple[frozenset[str], frozenset[str]]:
    lists, votes = _lists(), defaultdict[str, int](int)
    for name in names:
        votes[name.person] += 3 * ((name.title in lists["female"]) - (name.title in lists["male"]))
        tail = re.search(r"\b(he|his|himself|she|her|herself)\b", text[name.end : name.end + 80].split(".")[0])
        if tail:
            votes[name.person] += 1 if tail.group().startswith(("she", "her")) else -1
    return frozenset(p for p, v in votes.items() if v > 0), frozenset(p for p, v in votes.items() if v < 0)
