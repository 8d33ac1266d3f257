"""Names, posts, who is a person: found by the shape of a name and by what the whole article says beside it.

Ambiguity yields nothing: a surname that two persons of the article share stands for neither.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.entities.candidates import Run, find_runs, name_lists
from pipeline.entities.scoring import persons_among

_ARTICLE = re.compile(r"^(?:al|el|ad|an|as|ash|at|ar|ul)-")


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
    """The persons of one article: their names in reading order, and their sex where titles or pronouns tell it."""

    names: tuple[Name, ...] = ()
    female: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()
    starts: tuple[int, ...] = field(default=())

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """Names that begin in text[start:end]."""
        return self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def find_people(text: str) -> People:
    """All persons that a text names; single surnames point to the full name.

    >>> text = "Envoy Ana Ruiz Soto quit. Ms Ruiz Soto said Kenji Ito, 50, agreed. Ito left."
    >>> [name.person for name in find_people(text).names]
    ['Ana Ruiz Soto', 'Ana Ruiz Soto', 'Kenji Ito', 'Kenji Ito']
    """
    runs = find_runs(text)
    persons = persons_among(runs, text)
    by_alias = _aliases(persons, runs)
    names: list[Name] = []
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
    words = _unsuffixed(person.split())
    return words[-1].casefold() if words else ""


def _unsuffixed(words: Sequence[str]) -> Sequence[str]:
    """A name's words without "Jr." at the end, by which nobody is called."""
    return words[:-1] if len(words) > 2 and words[-1] in ("Jr", "Jr.", "Sr", "Sr.", "II", "III") else words


def _aliases(persons: list[tuple[str, ...]], runs: list[Run]) -> dict[str, str]:
    """Every way of writing a person → the fullest name. A surname shared by two persons stands for neither."""
    full = [words for words in persons if len(words) > 1]
    owners: dict[str, set[str]] = defaultdict(set)
    for words in full:
        called = _unsuffixed(words)
        for first in range(1 if len(called) == len(words) else 0, len(called)):
            owners[" ".join(called[first:])].add(" ".join(words))
            owners[_ARTICLE.sub("", " ".join(called[first:]))].add(" ".join(words))
    firsts = _by_first(full)
    by_alias: dict[str, str] = {}
    for words in full:
        longer = owners.get(" ".join(words), set())
        by_alias[" ".join(words)] = next(iter(longer)) if len(longer) == 1 else " ".join(words)
    known = {" ".join(words) for words in persons}
    for run in runs:
        name = " ".join(run.words)
        if name in by_alias:
            continue
        candidates = owners.get(name) or _first_names(run, firsts)
        if len(candidates) == 1:
            by_alias[name] = next(iter(candidates))
        elif not candidates and name in known:
            by_alias[name] = name
    return by_alias


def _by_first(full: list[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Names by each of their words but the last."""
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in full:
        for word in set(words[:-1]):
            table[word].append(words)
    return table


def _first_names(run: Run, firsts: dict[str, list[tuple[str, ...]]]) -> set[str]:
    """A family name that stands first ("Xi" for "Xi Jinping"), or the first half of a double surname."""
    if len(run.words) != 1:
        return set()
    lists, word = name_lists(), run.words[0]
    fits = (words for words in firsts.get(word, ())[:9])
    return {
        " ".join(w) for w in fits if run.sure or w[0] in lists["family_first"] or w[0] != word not in lists["given"]
    }


def _sexes(names: list[Name], text: str) -> tuple[frozenset[str], frozenset[str]]:
    lists, votes = name_lists(), defaultdict[str, int](int)
    for person in {name.person for name in names}:
        first = person.split()[0]
        votes[person] += 4 * (" " in person) * ((first in lists["female_given"]) - (first in lists["male_given"]))
    for name in names:
        votes[name.person] += 3 * ((name.title in lists["female"]) - (name.title in lists["male"]))
        tail = re.search(r"\b(he|his|himself|she|her|herself)\b", text[name.end : name.end + 80].split(".")[0])
        if tail:
            votes[name.person] += 1 if tail.group().startswith(("she", "her")) else -1
    return frozenset(p for p, v in votes.items() if v > 0), frozenset(p for p, v in votes.items() if v < 0)
