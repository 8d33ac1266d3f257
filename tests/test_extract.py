"""One article in, its mentions out: literal passages, any text, linear time."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.events import extract
from pipeline.models import Article
from pipeline.text.sentences import split_sentences
from pipeline.vocabulary import CATEGORY_BY_TYPE, EVIDENCE_CLASSES, MODALITIES

WORDS = [
    "Ana Ruiz", "Kenji Ito", "the envoy", "he", "she", "two governors", "resigned", "was sacked", "fled to", "Oslo", "denied", "said",
    "that", "“never”", "’s", "on Monday", "last week", "in 2019", ".", ",", "\n", "because of", "the war", "bombed", "banned", "who", "(", ")",
    "until 2018", "should", "will", "resignation of", "Minister", "Russia", "expelled 12 diplomats", "it is false", "İ", "ﬁ", "\u200b", "🙂",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


@settings(max_examples=150)
@given(TEXTS, st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2035, 1, 1))))
def test_every_passage_is_literal(text: str, published: date | None) -> None:
    sentences = split_sentences(text)
    for mention in extract(Article("x", "x.txt", text, published=published)):
        own = sentences[mention.sentence]
        assert (own.start, own.end) == (mention.start, mention.end)
        assert 0 <= mention.start <= mention.trigger[0] < mention.trigger[1] <= mention.end <= len(text)
        assert all(person.strip() and "\n" not in person for person in mention.persons)
        assert mention.category == CATEGORY_BY_TYPE[mention.type]
        assert mention.modality in MODALITIES and mention.evidence_class in EVIDENCE_CLASSES
        for claim in mention.claims:
            assert 0 <= claim.start < claim.end <= len(text)
            if claim.field in ("motive", "denial", "confirmation"):
                assert text[claim.start : claim.end] == claim.value


@given(st.text(max_size=200))
def test_sentences_lose_nothing(text: str) -> None:
    for sentence in split_sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text and sentence.text


HOSTILE = [
    "Ana Ruiz resigned on Monday. ",
    "resigned ",
    "Ana Ruiz, ",
    "the former the former ",
    "he said she said ",
    "“",
    "((",
    "A B C D ",
    "officials of officials of ",
    "was was was ",
    "a-a-a-a",
    "Norland denies any strikes. ",
    "Ana Ruiz should not have been very suddenly ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        began = time.process_time()
        extract(Article("x", "x.txt", text, published=date(2025, 3, 5)))
        return time.process_time() - began

    seconds(2_000)
    short, long = seconds(10_000), seconds(40_000)
    assert long < 12 * short + 1.0
