"""Text to sentences with offsets."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries

from pipeline.models import Sentence

_LINE = re.compile(r"[^\n]+")
_GLUED = re.compile(r"(?<=[a-z0-9)%][.!?])(?=[A-Z\"“‘])|(?<=[a-z0-9,][.!?][\"”’])(?=[A-Z\"“])")


def split_sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """Sentences in reading order; `text[s.start:s.end] == s.text` and no sentence holds a line break.

    A line break ends a sentence: in news copied from the web it separates captions, headlines and paragraphs.

    Sentences that the copy ran together ("… to parliament.A court …") are taken apart.

    >>> [s.text for s in split_sentences("Mr. Ito quit.  He left.\\nBetrayal")]
    ['Mr. Ito quit.', 'He left.', 'Betrayal']
    >>> [s.text for s in split_sentences("She quit.He did not.")]
    ['She quit.', 'He did not.']
    """
    sentences: list[Sentence] = []
    for paragraph, line in enumerate(_LINE.finditer(text)):
        for piece in get_sentence_boundaries(language, line.group()):
            sentence = _trimmed(text, line.start() + piece["start_index"], line.start() + piece["end_index"], paragraph)
            if sentence:
                sentences += _unglued(sentence)
    return tuple(sentences)


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Sentence | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Sentence(start, start + len(words), words, paragraph) if words else None


def _unglued(sentence: Sentence) -> Iterator[Sentence]:
    cuts = [0, *(match.start() for match in _GLUED.finditer(sentence.text)), len(sentence.text)]
    for start, end in pairwise(cuts):
        yield Sentence(sentence.start + start, sentence.start + end, sentence.text[start:end], sentence.paragraph)
