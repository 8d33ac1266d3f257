"""Candidates: the sentences that are worth reading, those that hold a cue word of leaving or taking office."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.reader.readings import Span
from pipeline.reader.windows import CONTEXT, TARGET, Passage
from pipeline.reader.word_lists import any_of, load_lists

_CUES = any_of(cue for cues in load_lists("cues").values() for cue in cues)
_SENTENCES_BEFORE, _MOST_BEFORE = 3, 900


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence to read, and where its passage's parts begin in the article's text."""

    passage: Passage
    target: int
    before: int
    lead: int

    def in_article(self, span: Span) -> tuple[int, int] | None:
        """Where a span stands in the article's text; None for words of the title, which stands outside it."""
        if span.part != CONTEXT:
            shift = self.target if span.part == TARGET else self.before
        else:
            title = len(self.passage.context) - len(self.passage.lead)
            if span.start < title:
                return None
            shift = self.lead - title
        return span.start + shift, span.end + shift


def find_cue_words(sentence: str) -> list[tuple[int, int]]:
    """Where the cue words of a sentence stand. A sentence without any is never read.

    >>> find_cue_words("The envoy resigned.")
    [(10, 18)]
    >>> find_cue_words("It rained all day.")
    []
    """
    return [match.span() for match in _CUES.finditer(sentence)]


def find_candidates(text: str, sentences: Sequence[tuple[int, int]], title: str = "") -> Iterator[Candidate]:
    """The sentences of an article that hold a cue, each with three before it, the first sentence and the title.

    `sentences`: start and end of each in the text, in reading order.
    """
    for i, (start, end) in enumerate(sentences):
        if _CUES.search(text, start, end):
            near = max(0, i - _SENTENCES_BEFORE)
            before = max(sentences[near][0], start - _MOST_BEFORE)
            lead = text[slice(*sentences[0])] if near else ""
            passage = Passage(text[start:end], text[before:start].rstrip(), title, lead)
            yield Candidate(passage, start, before, sentences[0][0])
