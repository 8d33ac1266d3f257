"""A short neutral line for screens, composed once from the values of an event.

Plain ASCII: every font and caption machine can set it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from typing import Final

from pipeline.lexicon.words import load_words
from pipeline.models import Mention
from pipeline.text.normalise import for_printing, without_controls

_LONGEST: Final = 110
_LEAVING: Final = {
    "resignation": ("resigns", "to resign", "resignation"),
    "dismissal": ("dismissed", "to be dismissed", "dismissal"),
    "departure": ("leaves {place}", "to leave {place}", "departure"),
    "resignation_attempt": ("tries to leave post", "to ask to leave post", "attempt to leave post"),
    "defection": ("defects", "to defect", "defection"),
    "appointment": ("named {role}", "to become {role}", "appointment"),
}
_PLURAL: Final = {
    "resigns": "resign",
    "leaves {place}": "leave {place}",
    "tries to leave post": "try to leave their posts",
    "defects": "defect",
}
_OPTIONAL: Final = frozenset(("terms", "target"))
"""Parts that a sentence may lack: "sentenced", or "sentenced to two years"."""
_ENOUGH: Final = 20
"""Characters from which the words of a sentence say what happened without the name of its type."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The values of an event that its headline shows."""

    persons: tuple[str, ...] = ()
    role: str = ""
    place: str = ""


def headline(lead: Mention, chosen: Chosen) -> str:
    """The line for an event: the words of the mention that tells it best, the values that were chosen for it.

    >>> from pipeline.models import EventDate
    >>> told = Mention("a", "leaving", "resignation", 0, 1, (0, 1), EventDate())
    >>> headline(told, Chosen(("Ito",), "head of the board"))
    'Ito resigns as head of the board'
    """
    who = " and ".join(chosen.persons) or lead.clause.agent or lead.agent
    line = _leaving(lead, chosen, who) if lead.category == "leaving" else _other(lead, chosen, who)
    return plain_line(line)


def _leaving(lead: Mention, chosen: Chosen, who: str) -> str:
    kind, modality = lead.type, lead.modality
    present, future, noun = _LEAVING[kind]
    role = re.sub(r"^(?:his|her|their|the|a|an) ", "", chosen.role)
    if modality in ("alleged", "denied"):
        return f"{who}: {noun} {modality}"
    several = len(chosen.persons) > 1 or not chosen.persons and lead.clause.plural
    verb = future if modality == "planned" else _PLURAL.get(present, present) if several else present
    if kind == "appointment" and not chosen.persons and role.lower() in who.lower():
        verb = "named" if modality != "planned" else "to be named"
    elif kind == "appointment" and not role:
        verb = "takes office" if modality != "planned" else "to take office"
    elif "{" in verb:
        verb = verb.format(place=chosen.place or "the country", role=role)
    is_new = role and kind in ("resignation", "dismissal") and role.lower() not in who.lower()
    return f"{who} {verb} as {role}" if is_new else f"{who} {verb}"


def _other(lead: Mention, chosen: Chosen, who: str) -> str:
    """The rule's own line; where the sentence lacks a part of it, who did what, or type and place."""
    clause, template = lead.clause, lead.clause.template
    said = _parts(lead, who, chosen.place)
    if who and template.startswith("{agent} {trigger}"):
        said["trigger"] = _in_present(clause.trigger)
    if template and all(said[name] for name in _named(template)):
        return template.format(**said)
    line = " ".join(piece for piece in (who or clause.before, said["trigger"], clause.rest) if piece)
    kind = lead.type.capitalize()
    if len(line) > _ENOUGH:
        return line
    return f"{kind} in {chosen.place}" if chosen.place else f"{kind}: {line}"


def telling_words(m: Mention, persons: Sequence[str]) -> str:
    """The words by which a mention tells its act from others of its kind: those that its headline would name."""
    who = " ".join(persons) or m.clause.agent or m.clause.before or m.agent
    if m.category == "leaving":
        return f"{who} {m.type} {m.role}"
    said = _parts(m, who, m.clause.place)
    names = _named(m.clause.template)
    whole = names and all(said[name] for name in names)
    return " ".join(said[name] for name in (names if whole else ("agent", "trigger", "rest")))


def _parts(m: Mention, who: str, place: str) -> dict[str, str]:
    """What a template may name, in words."""
    clause = m.clause
    return {
        "agent": who, "subject": who, "imposes": _imposes(who, m.modality), "place": place,
        "trigger": clause.trigger, "rest": clause.rest, "object": clause.object,
        "terms": clause.terms, "target": clause.target, "quoted": clause.quoted,
    }  # fmt: skip


@lru_cache(maxsize=1024)
def _named(template: str) -> tuple[str, ...]:
    """The parts that a template cannot do without."""
    return tuple(name for _, name, _, _ in Formatter().parse(template) if name and name not in _OPTIONAL)


def _imposes(who: str, modality: str) -> str:
    if modality == "planned":
        return "to impose"
    return "impose" if re.search(r"s$| and ", who) else "imposes"


@lru_cache
def _presents() -> dict[str, str]:
    pairs = (pair.partition("=") for pair in load_words()["in_present"])
    return {past: present for past, _, present in pairs}


def _in_present(act: str) -> str:
    """The first word in the tense of headlines: "opened 60 cases" becomes "opens 60 cases"."""
    first, _, rest = act.partition(" ")
    return f"{_presents().get(first, first)} {rest}".strip()


def plain_line(text: str) -> str:
    """One line of ASCII, its first letter a capital, at most 110 characters.

    >>> plain_line("władze “zamknęły”  port")
    'Wladze "zamknely" port'
    """
    base = re.sub(r"\s+", " ", for_printing(without_controls(text))).strip(" ,;:-")
    if len(base) > _LONGEST:
        base = base[:_LONGEST].rsplit(" ", 1)[0]
    return base[:1].upper() + base[1:]
