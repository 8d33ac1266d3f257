"""One article as the event stages see it: plain text, sentences, names, dates, and agents on demand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.dates import find_dates
from pipeline.entities.people import People, find_people
from pipeline.events.syntax.participants import Participant, find_participants
from pipeline.lexicon.date_rules import LEXICON
from pipeline.lexicon.phrases import phrase
from pipeline.models import Article, Mention, Sentence, Timex
from pipeline.text.normalise import for_dating, for_matching
from pipeline.text.sentences import split_sentences


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
    roles: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
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

    def before(self, mention: Mention, most: int) -> str:
        """The words before the trigger of a mention, within its sentence; at most so many characters."""
        start = mention.trigger[0]
        return self.plain[max(mention.start, start - most) : start]

    def after(self, mention: Mention, most: int) -> str:
        """The words after the trigger of a mention, within its sentence; at most so many characters."""
        end = mention.trigger[1]
        return self.plain[end : min(mention.end, end + most)]

    def quoted(self, position: int) -> bool:
        """Does the position stand inside quotation marks? Counted from the start of its paragraph."""
        first = max(0, position - 1500)
        before = self.plain[max(first, self.plain.rfind("\n", first, position) + 1) : position]
        if '"' not in before:
            return False
        return len(re.findall(r'(?:(?<=[\s(—-])|^)"(?=\S)', before)) > len(re.findall(r'(?<=[\w.,!?…)])"', before))


def annotate(article: Article) -> Document:
    """What the event stages need to know of an article: sentences, dates, people."""
    plain = for_matching(article.text)
    sentences = split_sentences(article.text, article.language)
    people = find_people(plain)
    folded = for_dating(article.text)
    found = find_dates(article.text, article.published, article.country, folded)
    timexes = tuple(timex for timex in found if not _is_name(timex, people, plain))
    return Document(article.article_id, article.text, plain, folded, sentences, people, timexes, article.published)


_DATE_FOLLOWS = phrase("document.date_follows")


def _is_name(timex: Timex, people: People, plain: str) -> bool:
    """Is a bare month a first name? Before a name, and after no word that a date follows: "Minister June Ruiz"."""
    if not LEXICON.traits(timex.rule).may_be_a_name or not timex.text.isalpha():
        return False
    if not people.within(timex.end, timex.end + 2):
        return False
    return not _DATE_FOLLOWS.search(plain[max(0, timex.start - 12) : timex.start])
