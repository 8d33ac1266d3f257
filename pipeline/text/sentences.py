"""Text to sentences with offsets."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries

from pipeline.models import Sentence

_LINE = re.compile(r"[^\n]+")
PART = 1200
"""Characters of a sentence in which events are sought: the steps that compare its words with one another stay cheap."""
_LONGEST = 2000
"""Characters of a sentence; one that is longer is cut into parts. The longest of 16,106 in 537 news articles has 1,499
(a list of cases), the next 902."""
_PAGE = 20_000
"""Characters of a line that the splitter sees at once: its work grows with the square of a line of opening quotes. The
longest line of those articles has 15,708."""
_CLAUSE_END = re.compile(r".*[;:,–—)] ", re.DOTALL)
_BLANK = re.compile(r".*\s", re.DOTALL)
_GLUED = re.compile(r"(?<=[a-z0-9)%][.!?])(?=[A-Z\"“‘])|(?<=[a-z0-9,][.!?][\"”’])(?=[A-Z\"“])")


def split_sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """Sentences in reading order; `text[s.start:s.end] == s.text` and no sentence holds a line break.

    A line break ends a sentence: in news copied from the web it separates captions, headlines and paragraphs.

    Sentences that the copy ran together ("… to parliament.A court …") are taken apart. One that has no end for
    2,000 characters is cut where a clause ends, else between words.

    >>> [s.text for s in split_sentences("Mr. Ito quit.  He left.\\nBetrayal")]
    ['Mr. Ito quit.', 'He left.', 'Betrayal']
    >>> [s.text for s in split_sentences("She quit.He did not.")]
    ['She quit.', 'He did not.']
    """
    sentences: list[Sentence] = []
    for paragraph, line in enumerate(_LINE.finditer(text)):
        for start, end in _spans(text, line.start(), line.end(), language):
            if sentence := _trimmed(text, start, end, paragraph):
                sentences += (part for whole in _unglued(sentence) for part in _parts(text, whole))
    return tuple(sentences)


def _spans(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of a line, read page by page; the last of a page may go on, and opens the next one."""
    while start < end:
        page = text[start : min(start + _PAGE, end)]
        spans = [(start + s["start_index"], start + s["end_index"]) for s in get_sentence_boundaries(language, page)]
        if start + len(page) == end:
            yield from spans
            return
        if len(spans) < 2:  # noqa: PLR2004 - one sentence all over the page
            spans = [(start, _cut(text, start + _PAGE)), (0, 0)]
        yield from spans[:-1]
        start = spans[-2][1]


def _cut(text: str, limit: int) -> int:
    """Where a sentence that goes on beyond the limit may be cut: after a clause, else a word, else at the limit."""
    first = limit - PART // 2
    found = _CLAUSE_END.match(text, first, limit) or _BLANK.match(text, first, limit)
    return found.end() if found else limit


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Sentence | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Sentence(start, start + len(words), words, paragraph) if words else None


def _unglued(sentence: Sentence) -> Iterator[Sentence]:
    cuts = [0, *(match.start() for match in _GLUED.finditer(sentence.text)), len(sentence.text)]
    for start, end in pairwise(cuts):
        yield Sentence(sentence.start + start, sentence.start + end, sentence.text[start:end], sentence.paragraph)


def _parts(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence; one that is too long in parts."""
    if len(sentence.text) <= _LONGEST:
        yield sentence
        return
    start = sentence.start
    while start < sentence.end:
        end = _cut(text, start + PART) if sentence.end - start > PART else sentence.end
        if part := _trimmed(text, start, end, sentence.paragraph):
            yield part
        start = end
