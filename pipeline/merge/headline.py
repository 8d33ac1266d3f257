"""A short neutral line for screens, built from parts. Plain ASCII: every font and caption machine can set it."""

import re
import unicodedata
from functools import lru_cache

from pipeline.events.syntax.non_person_subject import acting_words
from pipeline.events.triggers import Trigger
from pipeline.lexicon.words import load_words
from pipeline.models import Mention

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "…": "...",
    }
)
_LONGEST = 110
_LEAVING = {
    "resignation": ("resigns", "to resign", "resignation"),
    "dismissal": ("dismissed", "to be dismissed", "dismissal"),
    "departure": ("leaves {place}", "to leave {place}", "departure"),
    "resignation_attempt": ("tries to leave post", "to ask to leave post", "attempt to leave post"),
    "defection": ("defects", "to defect", "defection"),
    "appointment": ("named {role}", "to become {role}", "appointment"),
}
_PLURAL = {
    "resigns": "resign",
    "leaves {place}": "leave {place}",
    "tries to leave post": "try to leave their posts",
    "defects": "defect",
}


def leaving_headline(mention: Mention, plural: bool = False) -> str:
    """The line for an event of the leaving family.

    >>> from pipeline.models import EventDate
    >>> told = Mention("a", "leaving", "resignation", 0, 1, (0, 1), EventDate(), ("Ito",), role="head of the board")
    >>> leaving_headline(told)
    'Ito resigns as head of the board'
    """
    kind, place, modality = mention.type, mention.place, mention.modality
    who = " and ".join(mention.persons) or mention.agent
    present, future, noun = _LEAVING[kind]
    role = re.sub(r"^(?:his|her|their|the|a|an) ", "", mention.role)
    if modality in ("alleged", "denied", "hypothetical"):
        return plain_line(f"{who}: {noun} {'discussed' if modality == 'hypothetical' else modality}")
    verb = future if modality == "planned" else _PLURAL.get(present, present) if plural else present
    if kind == "appointment" and not mention.persons and role.lower() in who.lower():
        verb = "named" if modality != "planned" else "to be named"
    elif kind == "appointment" and not role:
        verb = "takes office" if modality != "planned" else "to take office"
    elif "{" in verb:
        verb = verb.format(place=place or "the country", role=role)
    tail = f" as {role}" if role and kind in ("resignation", "dismissal") and role.lower() not in who.lower() else ""
    return plain_line(f"{who} {verb}{tail}")


def other_headline(trigger: Trigger, line: str, parts: dict[str, str]) -> str:
    """The line for any other event: the rule's own, else type and place."""
    act = _AUXILIARIES.sub("", line[trigger.start : trigger.end].strip())
    parts = {**parts, "trigger": act, "rest": _rest(line, trigger.end)}
    span = trigger.group("object") or trigger.group("who")
    parts["object"] = line[slice(*span)] if span else ""
    parts["terms"], parts["target"] = _found(_TERMS, line, trigger.end), _found(_TARGET, line, trigger.end)
    template = trigger.rule.headline
    if template.startswith("{trigger}") and _VERB.match(act):
        parts["agent"] = parts.get("agent") or acting_words(line, trigger.start)
        template = "{agent} " + template
    if template.startswith("{agent} {trigger}"):
        parts["trigger"] = _in_present(act)
    wanted = set(re.findall(r"{(\w+)}", template)) - {"terms", "target"}
    if template and all(parts.get(name) for name in wanted):
        return plain_line(template.format(**parts))
    before = re.split(r"[,;:\"(]", line[: trigger.start])[-1].strip()
    who = (
        parts.get("agent")
        or parts.get("subject")
        or (before if trigger.rule.who == "subject" and len(before) < 70 else "")
    )
    pieces = [who, parts["trigger"], parts["rest"]]
    text = " ".join(piece for piece in pieces if piece)
    kind = trigger.rule.type.capitalize()
    return plain_line(
        text if len(text) > 20 else f"{kind} in {parts['place']}" if parts.get("place") else f"{kind}: {text}"
    )


_VERB = re.compile(r"[a-z]+ed\b|sent\b|brought\b")
_TERMS = re.compile(
    r" to (?:life imprisonment|life in (?:prison|jail)|death|(?:[\w-]+ ){1,4}(?:years?|months?)(?: in \w+)?)"
)
_TARGET = re.compile(r" (?:on|against) [A-Z][\w-]+(?: [A-Z][\w-]+)?")


def _found(pattern: re.Pattern[str], line: str, start: int) -> str:
    """What a rule's headline may add where the sentence says it: the term of a sentence, whom sanctions hit."""
    match = pattern.search(line, max(0, start - 2), start + 60)
    words = match.group().replace(" against ", " on ") if match else ""
    return "" if re.search(r"day$|\b(?:January|February|March|April|May|June|July|August)$", words) else words


@lru_cache
def _presents() -> dict[str, str]:
    pairs = (pair.partition("=") for pair in load_words()["in_present"])
    return {past: present for past, _, present in pairs}


def _in_present(act: str) -> str:
    """ "opened 60 cases" as a headline has it: "opens 60 cases"."""
    first, _, rest = act.partition(" ")
    return f"{_presents().get(first, first)} {rest}".strip()


_AUXILIARIES = re.compile(r"^(?:(?:has|have|had|is|are|was|were|been|being|also|later|then) )+")


def _rest(line: str, end: int) -> str:
    text = re.split(
        r",(?!\d)|[;:(]|\.(?!\d)| (?:which|who|while|after|when|because|on (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w+)\b",
        line[end : end + 70],
    )[0]
    return text.strip() if len(text) < 70 else text.rsplit(" ", 1)[0].strip()


def plain_line(text: str) -> str:
    """One line of ASCII, its first letter a capital, at most 110 characters.

    >>> plain_line("władze “zamknęły”  port")
    'Wladze "zamknely" port'
    """
    base = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()
    base = re.sub(r"\s+", " ", base).strip(" ,;:-")
    if len(base) > _LONGEST:
        base = base[:_LONGEST].rsplit(" ", 1)[0]
    return base[:1].upper() + base[1:]
