"""How real an event is, by the words around its trigger: happened, planned, alleged, denied, hypothetical."""

import re
from dataclasses import dataclass

from pipeline.events.factuality.cues import find_cues
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


@dataclass(frozen=True, slots=True)
class Judgement:
    """How real an event is, and what in the sentence says so."""

    modality: str
    reason: str


def modality_of(line: str, start: int, end: int, noun: bool = False) -> str:
    """The modality of the trigger line[start:end]; `line` is a plain sentence.

    >>> modality_of("He should resign.", 10, 16), modality_of("He was forced to resign.", 17, 23)
    ('hypothetical', 'happened')
    >>> modality_of("He will resign.", 8, 14)
    'planned'
    """
    return judge(line, start, end, noun).modality


def judge(line: str, start: int, end: int, noun: bool = False) -> Judgement:
    """The same, with its reason.

    >>> judge("He should resign.", 10, 16).reason
    'cue hypothetical.should “should ”'
    """
    words, right = line[start:end], line[end : end + 140]
    name, reason = _before(line[max(0, start - _WINDOW) : start], words, noun)
    if not name and (to_be := _TO_BE.search(words)):
        name, reason = "planned", f"“{to_be.group()}”"
    if name == "would":
        name = "planned" if _SAID.search(line) else "hypothetical"
    if name == "planned":
        return _of_plan(right, reason)
    if name in ("alleged", "hypothetical") and (cue := _cue("refuted_after", right)) and _TALK.search(line[:start]):
        return Judgement("denied", cue)
    if name:
        return Judgement("happened" if name == "real" else name, reason)
    for after in ("denied_after", "alleged_after", "planned_after", "hypothetical_after"):
        if cue := _cue(after, right):
            return Judgement(after.removesuffix("_after"), cue)
    if line.rstrip("\"' ").endswith("?") or words.startswith("be "):
        return Judgement("hypothetical", "a question, or a bare “be”")
    return Judgement("happened", "no cue says otherwise")


def _of_plan(right: str, reason: str) -> Judgement:
    """What is planned on a condition is only possible; what is announced "with immediate effect" has happened."""
    if cue := _cue("conditional_after", right):
        return Judgement("hypothetical", cue)
    if cue := _cue("real_after", right):
        return Judgement("happened", cue)
    return Judgement("planned", reason)


def clause_before(left: str, words: str) -> str:
    """What belongs to the clause of the trigger, of the words to its left."""
    breaks = [match.end() for match in _CLAUSE.finditer(left)]
    if _FINITE.match(words):
        breaks += [match.end() for match in _PAST_CLAUSE.finditer(left)]
    return left[max(breaks, default=0) :]


def _before(left: str, words: str, noun: bool) -> tuple[str, str]:
    """The list of cues that the words before the trigger, within its clause, belong to, and the cue; "would" apart."""
    left = clause_before(left, words)
    for name in _ORDER:
        for cue, match in find_cues(name, left):
            if fits(cue.form, words, noun):
                would = name == "hypothetical" and _WOULD.search(left)
                return "would" if would else name, _said(cue.id, match.group())
    return "", ""


def _cue(name: str, text: str) -> str:
    """The first cue of a list that matches, in words; "" for none."""
    return next((_said(cue.id, match.group()) for cue, match in find_cues(name, text)), "")


def _said(cue_id: str, words: str) -> str:
    return f"cue {cue_id} “{words}”"


def fits(form: str, words: str, noun: bool = False) -> bool:
    """Some cues hold for one form of the verb only: "is leaving", "until he leaves", "denied it and resigned"."""
    if form == "finite":
        return bool(_FINITE.match(words))
    return not form or not noun and bool((_LEAVING if form == "progressive" else _PRESENT).match(words))
