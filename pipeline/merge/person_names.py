"""Names of people across articles: spellings of one name become one person, two people of one surname stay two."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from pipeline.text.normalise import for_comparing

LONG: Final = 6
"""Letters from which one letter of difference in a name part is a spelling (Dmytro/Dmitri), not another name
(Maria/Marta)."""
_TRANSLITERATION: Final = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("shch|sch", "sh"), ("kh", "h"), ("x", "ks"), ("w", "v"), ("ph", "f"), ("ou", "u"), ("tz|ts", "c"),
        ("[yij]*e[yij]*", "e"), ("[yij]+", "i"), (r"(.)\1+", r"\1"), ("[^a-z]", ""),
    )
)  # fmt: skip
"""Letters that romanisations of Cyrillic and Arabic interchange, reduced to one: Sergei/Sergey, Zelensky/Zelenskyy,
Alexei/Aleksey."""


def canonical_names(names: Iterable[str]) -> dict[str, str]:
    """Every spelling → the name to show: the most frequent full spelling, then the longest, then the first by alphabet.

    A surname alone joins the one full name that ends with it; where there are several it stays by itself.

    >>> canonical_names(["Volodymyr Zelensky", "Volodymyr Zelensky", "Volodymyr Zelenskyy", "Zelensky"])["Zelensky"]
    'Volodymyr Zelensky'
    """
    counts = Counter(names)
    clusters = _clusters(sorted(n for n in counts if " " in n))
    shown = {name: _best(cluster, counts) for cluster in clusters for name in cluster}
    by_surname: dict[str, set[str]] = defaultdict(set)
    for name, best in shown.items():
        by_surname[_surname(name)].add(best)
    for name in counts:
        if name not in shown:
            owners = by_surname.get(for_comparing(name), set())
            shown[name] = next(iter(owners)) if len(owners) == 1 else name
    return shown


def same_person(a: str, b: str) -> bool:
    """True where two full names are spellings of one: same surname and first name but for transliteration.

    >>> same_person("Oleksii Reznikov", "Oleksiy Reznikov"), same_person("Ivan Petrov", "Irina Petrova")
    (True, False)
    """
    first, second = for_comparing(a).split(), for_comparing(b).split()
    if first == second:
        return True
    if first[-1] + "a" == second[-1] or second[-1] + "a" == first[-1]:  # Petrov, Petrova: two people
        return False
    return _alike(first[-1], second[-1]) and _alike_first(first[0], second[0])


def _alike(a: str, b: str) -> bool:
    a, b = _reduced(a), _reduced(b)
    return a == b or (min(len(a), len(b)) >= LONG and a[0] == b[0] and Levenshtein.distance(a, b) == 1)


@lru_cache(maxsize=65536)
def _reduced(part: str) -> str:
    for pattern, letters in _TRANSLITERATION:
        part = pattern.sub(letters, part)
    return part


def _alike_first(a: str, b: str) -> bool:
    a, b = a.rstrip("."), b.rstrip(".")
    return _alike(a, b) or (1 in (len(a), len(b)) and a[0] == b[0])


def _surname(name: str) -> str:
    return for_comparing(name).split()[-1]


def _clusters(names: list[str]) -> list[list[str]]:
    """Groups of spellings; a spelling that fits two groups (J. Smith) joins neither."""
    blocks: dict[str, list[list[str]]] = defaultdict(list)
    clusters: list[list[str]] = []
    # Whole first names before initials, so that an initial meets every name it could stand for.
    for name in sorted(names, key=lambda n: (len(for_comparing(n).split()[0].rstrip(".")) == 1, n)):
        keys = _near_keys(_surname(name))
        candidates = {id(group): group for key in keys for group in blocks[key]}.values()
        fitting = [group for group in candidates if all(same_person(name, other) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            clusters.append([name])
            fitting = [clusters[-1]]
        for key in keys:
            if not any(group is fitting[0] for group in blocks[key]):
                blocks[key].append(fitting[0])
    return clusters


def _near_keys(surname: str) -> set[str]:
    """Two surnames that may be one share one of these: the reduced form, and it with each letter left out."""
    whole = _reduced(surname)
    return {whole, *(whole[:i] + whole[i + 1 :] for i in range(len(whole)) if len(whole) >= LONG)}


def _best(cluster: Iterable[str], counts: Mapping[str, int]) -> str:
    return min(cluster, key=lambda name: (-counts[name], -len(name), name))
