"""How real an event is, by the words around its trigger: happened, planned, alleged, denied, hypothetical."""

import re
from functools import lru_cache

from pipeline.lexicon import compile_pattern, load_words

_ORDER = ("real", "denied", "alleged", "planned", "hypothetical")
_CLAUSE = re.compile(
    r"[;:]|, (?:but|and|while|who|which|whose|when|as|although|after|saying|adding)\b|"
    r"\b(?:but|while|although|however|when|where)\b|(?<=[.?!]) "
)
_WOULD = re.compile(r"\bwould(?: be| also| then)* $")
_SAID = re.compile(r"\b(?:said|announced|confirmed|says|decided|plans?)\b")
_WINDOW = 110


@lru_cache
def cues(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one list of cues.toml."""
    return tuple(compile_pattern(pattern, f"cues.toml: {name}") for pattern in load_words("cues")[name])


def modality_of(line: str, start: int, end: int, noun: bool = False) -> str:
    """The modality of the trigger line[start:end]; `line` is a plain sentence.

    >>> modality_of("He should resign.", 10, 16), modality_of("He was forced to resign.", 17, 23)
    ('hypothetical', 'happened')
    >>> modality_of("He will resign.", 8, 14)
    'planned'
    """
    left = line[max(0, start - _WINDOW) : start]
    progressive = line[start:end].endswith("ing") and any(p.search(line[end : end + 80]) for p in cues("real_after"))
    breaks = [match.end() for match in _CLAUSE.finditer(left)]
    left = left[breaks[-1] :] if breaks else left
    right = line[end : end + 80]
    for name in _ORDER:
        if any(
            pattern.search(left) for pattern in cues(name) if not (noun and pattern.pattern.endswith("(?#progressive)"))
        ):
            if name == "hypothetical" and _WOULD.search(left) and _SAID.search(line):
                return "planned"
            return "happened" if name == "real" or name == "planned" and progressive else name
    for name in ("denied_after", "planned_after", "hypothetical_after"):
        if any(pattern.search(right) for pattern in cues(name)):
            return name.removesuffix("_after")
    return "hypothetical" if line.rstrip("\"' ").endswith("?") else "happened"
