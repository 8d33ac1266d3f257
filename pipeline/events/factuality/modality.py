"""How real an event is, by the words around its trigger: happened, planned, alleged, denied, hypothetical."""

from dataclasses import dataclass

from pipeline.events.factuality.cues import find_cues
from pipeline.lexicon.phrases import phrase

_ORDER = ("real", "denied", "alleged", "planned", "hypothetical")
_CLAUSE = phrase("modality.clause_break")
_PAST_CLAUSE = phrase("modality.past_clause")
_TO_BE = phrase("modality.to_be")
_WOULD = phrase("modality.would_before")
_SAID = phrase("modality.announces")
_LEAVING = phrase("modality.leaving")
_PRESENT = phrase("modality.present")
_FINITE = phrase("modality.finite")
_TALK = phrase("modality.talk")
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
