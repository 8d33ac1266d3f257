"""What a date is read against: the publication day, the dates before it, and the tense of its clause."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pipeline.dates.ends import Ends, ends_of

_FUTURE: Final = (
    r"(?:will|won't|shall|would|should|must|might|to)(?: not| also| then)? be(?: [a-z]{2,12}(?:ed|en|wn|ld|nt))?|"
    r"will|won't|shall|going to|about to|plans? (?:to|for)|plans|planned (?:to|for)|planning|expects?|expected|scheduled|"
    r"supposed to|due (?:to(?! (?:the|its|a|an|his|her|their)\b)|on|by|in|for|at)|"
    r"(?:call(?:ed|s|ing)? (?:on|for)|urg(?:ed|es|ing)|ask(?:ed|s|ing)|order(?:ed|s)|invit(?:ed|es)|instructed|voted)(?: [a-z'-]+){0,5} to [a-z]+|"
    r"set (?:to|for)|slated|intends?|hopes?|aims? to|upcoming|"
    r"forthcoming|ahead of|prepar(?:es?|ing) (?:to|for)|(?:is|are|was|were) to|vow(?:s|ed) to|pledged? to|promis(?:es|ed) to|"
    r"agreed to|(?:has|have|had) to|needs? to|ready to|deadline|tomorrow|would|should|must|might|wants? to|as (?:soon|early) as|planned an?|"
    r"expir(?:es?|ing)|matur(?:es?|ing)|payable|effective"
)
_PAST: Final = (
    r"had (?:been )?(?:due|scheduled|expected|planned|set|slated|supposed)(?: to)?|was|were|had|did|has|have|been|went|made|took|came|left|met|held|began|fell|rose|lost|won|sent|saw|got|became|gave|found|ran|"
    r"flew|fled|quit|kept|stood|struck|hit|shot|fought|spoke|wrote|led|brought|bought|sold|paid|built|broke|chose|drew|drove|felt|grew|"
    r"heard|knew|laid|meant|put|read|sought|stole|swore|taught|thought|threw|understood|woke|wore|died|ago|since|last|earlier|yesterday|"
    r"(?!(?:united|hundred|armed|indeed|alleged|limited|sacred|naked|need|speed|breed|exceed|proceed|succeed|feed|seed|deed|"
    r"bleed|shed|agreed|so-called|supposed|red|bed)\b)[a-z]{2,12}ed"
)
_SAID: Final = r"said|told|announced|reported|added|warned|confirmed|noted|stated|declared|according"
"""Verbs of saying: what they report may lie before or ahead."""
_TENSE: Final = re.compile(rf"\b(?:(?P<future>(?:{_FUTURE})(?:(?: not| also)? be(?: [a-z]{{2,14}}ed)?)?)|(?P<said>{_SAID})|(?P<past>{_PAST}))\b|(?P<future2>(?<=\w)'ll)\b")
_AHEAD: Final = re.compile(r"\b(?:(?P<future>(?:will|won't|shall|(?:is|are) (?:to|due|set|expected|scheduled|going)|plans? to)\b)|(?P<past>[a-z]+ed|was|were|had|has|have))\b")
"""After the date ("On Friday, the cabinet will …") only verbs of the main clause tell: "planned to" was planned on that day."""
_UNTIL: Final = re.compile(r"\b(?:until|till)(?: about| around| at least)? $")
_FIGURES: Final = re.compile(r"(?:[$%£€]|\b(?:million|billion|cents|percent|per cent|compared|than|from|earned|loss|profit)\b)[^.]*$")
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
        if _UNTIL.search(self.folded, max(0, start - 20), start):
            return "future"
        left = _CUT.split(self.folded[max(0, start - _REACH) : start])[-1]
        cue = None
        for match in _TENSE.finditer(left):
            cue = match
        if cue is None:
            right = self.folded[end : end + _REACH // 2]
            stop = _CUT.search(right)
            cue = _AHEAD.search(right[: stop.start()] if stop else right)
        if cue is None:
            return ""
        return "future" if cue.lastgroup in ("future", "future2") else cue.lastgroup or ""

    def compares(self, start: int) -> bool:
        """Whether the words end a comparison of figures ("up from $3 million a year ago")."""
        return bool(_FIGURES.search(self.folded[max(0, start - 70) : start]))

    def quarter(self) -> Ends | None:
        """The quarter that a business story is about: the latest in focus that is over, else the latest that has begun."""
        quarters = [e for e in self.focus if e[2] == "range" and 80 < (e[1] - e[0]).days < 93]
        if self.dct:
            quarters = [e for e in quarters if e[1] < self.dct] or [e for e in quarters if e[0] < self.dct]
        return max(quarters, default=None)

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
