"""The cues of the lexicon, read from TOML: one entry is one wording around a trigger that says how to take the event.

A cue file of `en/cues/` holds `[[cue]]` entries. `list` says what the cue says, and LISTS where it is looked for.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from pipeline.lexicon.needed_words import anchors
from pipeline.lexicon.patterns import compile_pattern
from pipeline.lexicon.words import FOLDER, LexiconError, read_entries

LISTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("real", "denied", "alleged", "planned", "hypothetical"), "clause"),
    **dict.fromkeys(("real_after", "conditional_after", "alleged_after", "denied_after"), "after"),
    **dict.fromkeys(("refuted_after", "hypothetical_after", "planned_after"), "after"),
    **dict.fromkeys(("stale", "passing"), "before"),
    "fresh": "around",
    **dict.fromkeys(("made_known", "deny", "confirm", "confirm_act", "own_word", "motive_own"), "line"),
    **dict.fromkeys(("official", "unofficial", "media", "spokesman", "document"), "source"),
    **dict.fromkeys(("bodies", "movements", "groups", "unnamed"), "source"),
    "motive": "after",
    "motive_quote": "quotation",
}
"""Where the cues of a list are looked for: in the words before the trigger, within its clause or not; in those after
it; around it; in the whole line; in the words for a source, or their noun; in a quotation."""
FORMS: Final = ("", "finite", "present", "progressive")
_KEYS = frozenset(("id", "list", "pattern", "form", "examples", "counterexamples"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern, and the form of the verb that it is bound to.

    `anchors` are the words of which one must stand for the pattern to match; none: it is always tried. `form` is
    progressive, present, finite, or "" for any. In an example the trigger stands between `[[` and `]]`.
    """

    id: str
    list: str
    pattern: re.Pattern[str]
    anchors: frozenset[str]
    form: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@lru_cache
def load_cues() -> dict[str, tuple[Cue, ...]]:
    """All cues by list, in the order of the files and of their entries."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for path in sorted((FOLDER / "cues").glob("*.toml")):
        for cue in read_cues(path):
            found[cue.list].append(cue)
    ids = [cue.id for cues in found.values() for cue in cues]
    if len(set(ids)) != len(ids):
        raise LexiconError(f"used twice: {sorted({key for key in ids if ids.count(key) > 1})}")
    return {name: tuple(cues) for name, cues in found.items()}


def read_cues(path: Path) -> tuple[Cue, ...]:
    """Cues of one file. LexiconError on an unknown key, list, form or pattern."""
    return tuple(_cue(path.name, entry) for entry in read_entries(path, "cue", _KEYS, _KEYS - {"form"}))


def _cue(file: str, entry: dict[str, Any]) -> Cue:
    where = f"{file}: {entry['id']}"
    form = entry.get("form", "")
    if entry["list"] not in LISTS or form not in FORMS:
        raise LexiconError(f"{where}: unknown list or form")
    return Cue(
        id=entry["id"],
        list=entry["list"],
        pattern=compile_pattern(entry["pattern"], where),
        anchors=anchors(entry["pattern"]),
        form=form,
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry["counterexamples"]),
    )
