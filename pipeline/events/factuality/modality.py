"""How real an event is, by the words around its trigger: happened, planned, alleged, denied, hypothetical."""

import re

from pipeline.events.factuality.cues import find_cues, has_cue
from pipeline.lexicon.patterns import compile_pattern

_ORDER = ("real", "denied", "alleged", "planned", "hypothetical")
_CLAUSE = re.compile(
    r"[;:]|, (?:but|and|while|who|which|whose|when|as|although|after|saying|adding)\b|"
    r"\b(?:but|while|although|however|when|where|given that|now that|as (?:he|she|they))\b|(?<=[.?!]) "
)
_PAST_CLAUSE = re.compile(r"\b(?:after|since|because)\b")
""" "Calls for calm since she quit"; but "he hopes to rule after she quits"."""
_TO_BE = re.compile(r"\b(?:will|shall|is to|are to) be\b")
_WOULD = re.compile(r"\bwould(?: be| also| then)* $")
_SAID = compile_pattern(
    r"\b(?:<saying>|say|announcing|decided|plans?|promis(?:ed|es)|vow(?:ed|s)|indicat(?:ed|es)|informed|agreed)\b"
)
_LEAVING = re.compile(r"(?!resigning|quitting|giving up)\w+ing\b")
"""What "is leaving" announces, "is resigning" does."""
_PRESENT = re.compile(r"(?:is|are|go|goes|resigns?|quits|steps?|stands?|leaves?|gives?|hands?)\b")
_FINITE = re.compile(r"(?:(?:has|have|had|was|were) .*|\w+ed|quit|left|stood|gave|fled|went|took|lost)\b")
_TALK = re.compile(r"\b(?:speculat\w+|rumou?r\w*|claim\w*|alleg\w+|reportedly|reports?|suggest\w*|talk)\b")
_WINDOW = 110


def modality_of(line: str, start: int, end: int, noun: bool = False) -> str:
    """The modality of the trigger line[start:end]; `line` is a plain sentence.

    >>> modality_of("He should resign.", 10, 16), modality_of("He was forced to resign.", 17, 23)
    ('hypothetical', 'happened')
    >>> modality_of("He will resign.", 8, 14)
    'planned'
    """
    words, right = line[start:end], line[end : end + 140]
    found = _before(line[max(0, start - _WINDOW) : start], words, noun) or "planned" * bool(_TO_BE.search(words))
    if found == "would":
        found = "planned" if _SAID.search(line) else "hypothetical"
    if found == "planned":
        return "hypothetical" if has_cue("conditional_after", right) else _of_plan(right)
    if found in ("alleged", "hypothetical") and has_cue("refuted_after", right) and _TALK.search(line[:start]):
        return "denied"
    if found:
        return "happened" if found == "real" else found
    for name in ("denied_after", "alleged_after", "planned_after", "hypothetical_after"):
        if has_cue(name, right):
            return name.removesuffix("_after")
    asked = line.rstrip("\"' ").endswith("?") or words.startswith("be ")
    return "hypothetical" if asked else "happened"


def _of_plan(right: str) -> str:
    """What is announced "with immediate effect" has happened."""
    return "happened" if has_cue("real_after", right) else "planned"


def clause_before(left: str, words: str) -> str:
    """What belongs to the clause of the trigger, of the words to its left."""
    breaks = [match.end() for match in _CLAUSE.finditer(left)]
    if _FINITE.match(words):
        breaks += [match.end() for match in _PAST_CLAUSE.finditer(left)]
    return left[max(breaks, default=0) :]


def _before(left: str, words: str, noun: bool) -> str:
    """The list of cues that the words before the trigger, within its clause, belong to; "would" apart; "" for none."""
    left = clause_before(left, words)
    for name in _ORDER:
        if any(fits(cue.form, words, noun) for cue, _ in find_cues(name, left)):
            return "would" if name == "hypothetical" and _WOULD.search(left) else name
    return ""


def fits(form: str, words: str, noun: bool = False) -> bool:
    """Some cues hold for one form of the verb only: "is leaving", "until he leaves", "denied it and resigned"."""
    if form == "finite":
        return bool(_FINITE.match(words))
    return not form or not noun and bool((_LEAVING if form == "progressive" else _PRESENT).match(words))
