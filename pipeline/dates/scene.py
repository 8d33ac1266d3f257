"""What a date is read against: the publication day, the dates before it, and the tense of its clause."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pipeline.dates.ends import Ends, ends_of

_FUTURE: Final = (
    r"(?:will|won't|shall|would|could|may|should|must|can|might|to)(?: not| also| then)? be(?: [a-z]{2,12}(?:ed|en|wn|ld|nt))?|"
    r"will|won't|shall|going to|about to|plans? (?:to|for)|plans|planned (?:to|for)|planning|expects?|expected|scheduled|"
    r"due (?:to (?!the|its|a\b|an\b|his|her|their)|on|by|in|for|at)|set (?:to|for)|slated|intends?|hopes?|aims? to|upcoming|"
    r"forthcoming|ahead of|prepar(?:es?|ing) (?:to|for)|(?:is|are|was|were) to|vow(?:s|ed) to|pledged? to|promis(?:es|ed) to|"
    r"agreed to|(?:has|have|had) to|needs? to|ready to|deadline|tomorrow|would|could|should|must|might|wants? to|"
    r"expir(?:es?|ing)|matur(?:es?|ing)|payable|effective"
)
_PAST: Final = (
    r"was|were|had|did|has|have|been|went|made|took|came|left|met|held|began|fell|rose|lost|won|sent|saw|got|became|gave|found|ran|"
    r"flew|fled|quit|kept|stood|struck|hit|shot|fought|spoke|wrote|led|brought|bought|sold|paid|built|broke|chose|drew|drove|felt|grew|"
    r"heard|knew|laid|meant|put|read|sought|stole|swore|taught|thought|threw|understood|woke|wore|died|ago|since|last|earlier|yesterday|"
    r"[a-z]{2,12}(?<!ne)(?<!spe)(?<!bre)ed"
)
_SAID: Final = r"said|told|announced|reported|added|warned|confirmed|noted|stated|declared|according"
"""Verbs of saying: what they report may lie before or ahead."""
_TENSE: Final = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<said>{_SAID})|(?P<past>{_PAST}))\b|(?P<future2>(?<=\w)'ll)\b")
_CUT: Final = re.compile(r"[.!?;:]\s|\n|[\"“”]")
_REACH: Final = 110


@dataclass(slots=True)
class Scene:
    """The text as it is read: `focus` holds the resolved dates so far, the latest last."""

    folded: str
    dct: date | None
    country: str = ""
    focus: list[Ends] = field(default_factory=list)

    def tense_at(self, start: int, end: int) -> str:
        """"future", "past", "said" (a verb of saying) or "": the verb form nearest to the words, before them for choice.

        >>> line = "he said he will speak on friday"
        >>> Scene(line, None).tense_at(line.index("friday"), len(line))
        'future'
        """
        left = _CUT.split(self.folded[max(0, start - _REACH) : start])[-1]
        cue = None
        for match in _TENSE.finditer(left):
            cue = match
        if cue is None:
            right = self.folded[end : end + _REACH // 2]
            stop = _CUT.search(right)
            cue = _TENSE.search(right[: stop.start()] if stop else right)
        if cue is None:
            return ""
        return "future" if cue.lastgroup in ("future", "future2") else cue.lastgroup or ""

    def quarter(self) -> Ends | None:
        """The latest quarter in focus that began before publication."""
        quarters = [e for e in self.focus if e[2] == "range" and 80 < (e[1] - e[0]).days < 93 and (not self.dct or e[0] < self.dct)]
        return max(quarters) if quarters else None

    def remember(self, value: str) -> None:
        """Take a resolved value into focus; what is no calendar date is left out."""
        if ends := ends_of(value):
            self.focus.append(ends)

    def latest(self, *precisions: str) -> Ends | None:
        """The date last mentioned, of the precisions asked for (none: any)."""
        for ends in reversed(self.focus[-6:]):
            if not precisions or ends[2] in precisions:
                return ends
        return None
