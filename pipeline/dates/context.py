"""What a date is read against: the publication day, the dates before it, and the tense of its clause."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from pipeline.dates.calendar import Ends, ends_of
from pipeline.lexicon.date_rules import LEXICON

_LISTS: Final = {name: "|".join(entries) for name, entries in LEXICON.lists.items()}
_BE_DONE: Final = "(?: not| also)? be(?: [a-z]{2,14}ly)?(?: [a-z]{2,14})?"
_TENSE: Final = re.compile(
    rf"\b(?:(?P<future>(?:{_LISTS['future']})(?:{_BE_DONE})?)|(?P<said>{_LISTS['said']})"
    rf"|(?P<past>{_LISTS['past']}|(?!(?:{_LISTS['not_past']})\b)[a-z]{{2,12}}ed))\b|(?P<future2>(?<=\w)'ll)\b"
)
_AFTER: Final = re.compile(
    rf"\b(?:(?P<future>{_LISTS['future_after']})|(?P<said>(?:{_LISTS['said']})(?!,))|(?P<past>{_LISTS['past_after']}|{_LISTS['past']}))\b"
)
_UNTIL: Final = re.compile(r"\b(?:(?:until|till)(?: about| around| at least)?|(?:is|are|be|now) due) $")
_FIGURES: Final = re.compile(rf"(?:{_LISTS['figures']})(?:[^.]|\.(?=\d))*$")
_PERIOD: Final = re.compile(rf"\b(?P<quarter>quarter)|\b(?:{_LISTS['longer_than_a_quarter']})\b")
_BY: Final = re.compile(r"\bto [a-z]+ (?:[^.,;:]*\b)?by(?: about| around| early| late| mid-?| the end of)? $")
_OF_WHAT_IS_DONE: Final = re.compile(rf"'s (?:[a-z-]+ ){{0,2}}(?:{_LISTS['done']})\b")
"""What "Wednesday's ruling" names has happened, whatever somebody will do about it."""
_CUT: Final = re.compile(r"[.!?;:]\s|\n|[\"“”]")
_REACH: Final = 110
"""Characters before a date in which its verb is looked for; half as many after it. Chosen by hand, a long clause."""
_STORY: Final = 6
"""Dates, and of them quarters, that a story keeps in mind; a bound, so that a long text costs no more per date."""


@dataclass(slots=True)
class DateContext:
    """The text as it is read: `focus` holds the resolved dates so far, the latest last."""

    folded: str
    dct: date | None
    country: str = ""
    focus: list[Ends] = field(default_factory=list)
    start: int = 0
    end: int = 0
    """The words that are being read."""
    quarters: list[Ends] = field(default_factory=list)

    def before(self, count: int) -> str:
        """So many characters before the words."""
        return self.folded[max(0, self.start - count) : self.start]

    def after(self, count: int) -> str:
        """So many characters after the words."""
        return self.folded[self.end : self.end + count]

    def tense(self) -> str:
        """The verb form nearest to the words, before them for choice: future, past, said (a verb of saying) or "".

        >>> line = "he said he will speak on friday"
        >>> DateContext(line, None, start=line.index("friday"), end=len(line)).tense()
        'future'
        """
        left = self.folded[max(0, self.start - _REACH) : self.start]
        return _tense(left, self.folded[self.end : self.end + _REACH // 2])

    def compares(self) -> bool:
        """Whether the words end a comparison of figures ("up from $3 million a year ago")."""
        return bool(_FIGURES.search(self.folded[max(0, self.start - 70) : self.start]))

    def longer(self) -> bool:
        """Whether the period that figures were last given for is longer than a quarter ("for the nine months")."""
        periods = [match.lastgroup for match in _PERIOD.finditer(self.folded, max(0, self.start - 200), self.start)]
        return bool(periods) and periods[-1] is None

    def quarter(self) -> Ends | None:
        """The quarter that a business story is about: the latest named that is over, else has begun."""
        quarters = self.quarters
        if self.dct:
            quarters = [e for e in quarters if e[1] < self.dct] or [e for e in quarters if e[0] < self.dct]
        return max(quarters, default=None)

    def remember(self, value: str) -> None:
        """Take a resolved value into focus; what is no calendar date is left out."""
        if ends := ends_of(value):
            self.focus = [*self.focus[1 - _STORY :], ends]
            if ends[2] == "range" and 80 < (ends[1] - ends[0]).days < 93:
                self.quarters = [*self.quarters[1 - _STORY :], ends]

    def latest(self, *precisions: str) -> Ends | None:
        """The date last mentioned, of the precisions asked for (none: any)."""
        for ends in reversed(self.focus):
            if not precisions or ends[2] in precisions:
                return ends
        return None


@lru_cache(maxsize=4096)
def _tense(left: str, right: str) -> str:
    if _UNTIL.search(left) or _BY.search(left):
        return "future"
    if _OF_WHAT_IS_DONE.match(right):
        return "past"
    cue = None
    for match in _TENSE.finditer(_CUT.split(left)[-1]):
        cue = match
    cue = cue or _AFTER.search(_CUT.split(right)[0])
    if cue is None:
        return ""
    return "future" if cue.lastgroup in ("future", "future2") else cue.lastgroup or ""
