"""What a pattern can begin with. Of most texts a look for these words tells that the pattern cannot match.

Python's own parser of patterns takes them apart; where it cannot say how a match begins, the pattern is always tried.
"""

import re
from collections.abc import Iterable, Sequence
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

_EMPTY: Final = frozenset(("AT", "ASSERT", "ASSERT_NOT"))
"""Parts that take no characters."""
_ANYTHING: Final = frozenset(("",))
"""A match may begin with whatever there is."""


def beginnings(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Lower-case words of which one stands in every text that the pattern matches; none where that is not known.

    >>> beginnings(re.compile(r"\\b(?:should|could|may)\\b[^.;]{0,45}$"))
    ('could', 'may', 'should')
    >>> beginnings(re.compile(r"\\w+ly$"))
    ()
    """
    found = _beginnings(list(parser.parse(pattern.pattern, pattern.flags)))
    return () if "" in found else tuple(sorted(found))


def _beginnings(parts: Sequence[Any]) -> frozenset[str]:
    """Words with which a match of these parts begins; "" among them where it may be anything."""
    for place, (operator, value) in enumerate(parts):
        name, rest = f"{operator}", parts[place + 1 :]
        if name in _EMPTY:
            continue
        if name == "LITERAL":
            return frozenset((_word(parts[place:]),))
        if name == "SUBPATTERN":
            return _beginnings([*value[3], *rest])
        if name == "BRANCH":
            return _all(_beginnings([*branch, *rest]) for branch in value[1])
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            least, _, repeated = value
            once = _beginnings([*repeated, *rest])
            return once if least else once | _beginnings(rest)
        return _ANYTHING
    return _ANYTHING


def _word(parts: Sequence[Any]) -> str:
    letters = []
    for operator, value in parts:
        if f"{operator}" != "LITERAL":
            break
        letters.append(chr(value).lower())
    return "".join(letters)


def _all(found: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*found)
