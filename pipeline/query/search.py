"""Text search over headlines, people with their spellings, posts, places, motives and quotes: every word must match.

A word of the query matches the words that it begins ("minist" finds ministers); one or two letters match only the
word itself. A word may be misspelt where nothing is spelt like it, a name also elsewhere: one wrong letter from five
letters on, two from nine on; exchanged neighbours count as one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.query.postings import Mask, Numbers, Postings, once, postings, row_of
from pipeline.tables.files import Tables, split_list
from pipeline.text.normalise import for_comparing

COLUMNS: Final = ("headline", "persons", "role", "organisation", "place", "country", "motive")
NAMES: Final = ("persons", "place", "country")
PREFIX_FROM: Final = 3
"""Letters. "un" means the UN, not under, unit and until."""
TYPO_FROM, TWO_TYPOS_FROM = 5, 9
"""Letters. Four differ by one in too many pairs of names (Iran, Iraq; Mali, Bali)."""
NAME_TYPO_FROM: Final = 6
"""Letters from which a word that stands in the texts may be a misspelt name as well."""
_WORDS: Final = re.compile(r"[^\W_]+")
# Russian, Ukrainian and Belarusian letters as English papers write them; `for_comparing` has made й и and ї і already.
_CYRILLIC: Final = str.maketrans(
    dict(zip("абвгдезиклмнопрстуфыэіґ", "abvgdeziklmnoprstufyeig", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "є": "ye"}
    | {"ь": "", "ъ": "", "ў": "u"}
)


@dataclass(frozen=True, eq=False)
class Index:
    """Which events hold which words; `names` are the numbers of the words in names of people and places."""

    words: Postings
    names: Numbers


def search(query: str, tables: Tables) -> Mask:
    """True for the events in which every word of the query is found; a query without letters and digits finds none."""
    index = build_index(tables)
    wanted = list(dict.fromkeys(words_of(query)))
    if not wanted:
        return np.zeros(len(tables.events), dtype=np.bool_)
    found = index.words.mask(_meant(wanted.pop(), index))
    for word in wanted:
        found &= index.words.mask(_meant(word, index))
    return found


def words_of(text: str) -> tuple[str, ...]:
    """The words by which a text is found: folded, in Latin letters, without punctuation.

    >>> words_of("Зеленський and Łukasz O'Neill"), words_of("[(")
    (('zelensky', 'and', 'lukasz', 'o', 'neill'), ())
    """
    return tuple(_latin(word) for word in _WORDS.findall(for_comparing(text)))


@once
def build_index(tables: Tables) -> Index:
    """The index of the tables. The first search waits for it: about a second for each 100,000 events."""
    events = len(tables.events)
    parts = [*(_column(tables, column) for column in COLUMNS), _aliases(tables), _quotes(tables)]
    cells = pd.concat([part for part, _ in parts], ignore_index=True)
    words = postings(cells, np.concatenate([rows for _, rows in parts]), events, _splitter())
    named = {word for name in _names(tables) for word in words_of(name)}
    return Index(words, np.array([n for n, word in enumerate(words.values) if word in named], dtype=np.int64))


def _meant(word: str, index: Index) -> Iterable[int]:
    """Numbers of the words that a word of the query may mean."""
    begun = _begun(word, index.words.values)
    if len(word) < TYPO_FROM or (begun and len(word) < NAME_TYPO_FROM):
        return begun
    if not begun:
        return _near(word, np.arange(len(index.words.values)), index)
    a_name = np.searchsorted(index.names, begun.start) < np.searchsorted(index.names, begun.stop)
    return begun if a_name else [*begun, *_near(word, index.names, index)]


def _begun(word: str, words: tuple[str, ...]) -> range:
    """Words that begin like this one; for a very short one, only that word."""
    first = bisect_left(words, word)
    last = bisect_left(words, f"{word}\U0010ffff") if len(word) >= PREFIX_FROM else bisect_right(words, word)
    return range(first, last)


def _near(word: str, among: Numbers, index: Index) -> list[int]:
    """Words that differ by a typo or two; by none where the word holds a digit: 2022 is not a misspelt 2023."""
    if not word.isalpha() or not len(among):
        return []
    allowed = 0 if len(word) < TYPO_FROM else 1 if len(word) < TWO_TYPOS_FROM else 2
    candidates = [index.words.values[n] for n in among.tolist()]
    distances = process.cdist([word], candidates, scorer=OSA.distance, score_cutoff=allowed, dtype=np.uint8)[0]
    return [int(n) for n in among[distances <= allowed]]


def _latin(word: str) -> str:
    if word.isascii():
        return word
    latin = word.translate(_CYRILLIC)
    return f"{latin[:-2]}y" if latin != word and latin.endswith("ii") else latin


class _Pieces(dict[str, tuple[str, ...]]):
    """Words of the pieces between spaces: each distinct piece is folded once."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        self[piece] = words_of(piece)
        return self[piece]


def _splitter() -> Callable[[str], Iterable[str]]:
    """`words_of` for many texts, a loop without Python's own steps: there are millions of pieces."""
    pieces = _Pieces()
    return lambda text: chain.from_iterable(map(pieces.__getitem__, text.split()))


def _column(tables: Tables, column: str) -> tuple[pd.Series, Numbers]:
    return tables.events[column], np.arange(len(tables.events))


def _aliases(tables: Tables) -> tuple[pd.Series, Numbers]:
    """Other spellings of the people, for each of their events."""
    people = tables.people[tables.people["aliases"] != ""]
    pairs = [(a, e) for a, cell in zip(people["aliases"], people["events"], strict=True) for e in split_list(cell)]
    rows = row_of(tables).get_indexer(pd.Index([event for _, event in pairs], dtype="str"))
    return pd.Series([a for (a, _), row in zip(pairs, rows, strict=True) if row >= 0], dtype="str"), rows[rows >= 0]


def _quotes(tables: Tables) -> tuple[pd.Series, Numbers]:
    rows = row_of(tables).get_indexer(pd.Index(tables.evidence["event_id"]))
    return tables.evidence["quote"][rows >= 0], rows[rows >= 0]


def _names(tables: Tables) -> set[str]:
    columns = [tables.events[column] for column in NAMES]
    return set().union(*(column.unique() for column in (*columns, tables.people["name"], tables.people["aliases"])))
