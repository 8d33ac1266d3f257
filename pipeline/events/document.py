"""One article as the event stages see it: plain text, sentences, names, dates, and agents on demand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.entities.people import People
from pipeline.events.syntax.participants import Participant, find_participants
from pipeline.models import Sentence, Timex


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of an article before its events are read. `plain` has straight quotes, `folded` is
    what dates are read in; both have the offsets of `text`."""

    article_id: str
    text: str
    plain: str
    folded: str
    sentences: tuple[Sentence, ...]
    people: People
    timexes: tuple[Timex, ...]
    dct: date | None
    _participants: dict[int, tuple[Participant, ...]] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    holders: dict[str, tuple[str, ...]] = field(default_factory=dict)
    roles: dict[tuple[str, ...], str] = field(default_factory=dict)
    posts: dict[str, frozenset[str]] = field(default_factory=dict)
    _places: dict[str, list[int]] = field(default_factory=dict)

    def line(self, index: int) -> str:
        """The plain text of a sentence."""
        sentence = self.sentences[index]
        return self.plain[sentence.start : sentence.end]

    def participants(self, index: int) -> tuple[Participant, ...]:
        """The agents of a sentence, found once."""
        if index not in self._participants:
            self._participants[index] = find_participants(self.line(index), self.sentences[index].start, self.people)
        return self._participants[index]

    def places_of(self, person: str) -> Sequence[int]:
        """Sentences that name a person, in reading order."""
        if not self._places:
            starts = [sentence.start for sentence in self.sentences]
            for name in self.people.names:
                places = self._places.setdefault(name.person, [])
                place = bisect_right(starts, name.start) - 1
                if place not in places[-1:]:
                    places.append(place)
        return self._places.get(person, ())

    def timexes_near(self, index: int) -> Sequence[Timex]:
        """Time expressions of a sentence and of the two before it."""
        if not self._starts:
            self._starts.extend(timex.start for timex in self.timexes)
        first = bisect_left(self._starts, self.sentences[max(0, index - 2)].start)
        return self.timexes[first : bisect_right(self._starts, self.sentences[index].end)]

    def quoted(self, position: int) -> bool:
        """Does the position stand inside quotation marks? Counted from the start of its paragraph."""
        first = max(0, position - 1500)
        before = self.plain[max(first, self.plain.rfind("\n", first, position) + 1) : position]
        if '"' not in before:
            return False
        return len(re.findall(r'(?:(?<=[\s(—-])|^)"(?=\S)', before)) > len(re.findall(r'(?<=[\w.,!?…)])"', before))
