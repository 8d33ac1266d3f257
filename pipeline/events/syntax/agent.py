"""Who can act: the noun phrase that the event stages pass on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Participant:
    """A noun phrase that can act, with offsets in its sentence. `kind`: name, role, group, pronoun."""

    start: int
    end: int
    text: str
    kind: str
    persons: tuple[str, ...] = ()
    head: str = ""

    @property
    def plural(self) -> bool:
        """More than one person?"""
        return self.kind == "group" or len(self.persons) > 1 or self.text.lower() in ("they", "their", "them")
