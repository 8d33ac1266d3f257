"""No shape of text costs more than in proportion to its length: four times the text, about four times the time."""

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.events import extract
from pipeline.events.triggers import _MOST, find_triggers
from pipeline.models import Article
from pipeline.text.sentences import PART, split_sentences

SHAPES = (
    # one mark, over and over
    *"([{)]\"“”‘-–—.,;:!?\t\n'&_$%*/\\",
    # marks, letters and figures of other kinds
    *("e\u0301", "\u200d", "\u202e", "🧑‍🚒", "漢", "Ж", "ß", "İ", "7", "A", "q", "xY", "([", '("', "。"),
    # words and figures
    *(
        "the ",
        "who ",
        "that ",
        "and ",
        "former ",
        "Mrs ",
        "K. ",
        "Bo ",
        "MMXIV ",
        "12 ",
        "5/6/",
        "1999-12-",
        "9:15 pm ",
    ),
    # dates
    *("June ", "Friday ", "4 May 2021 ", "in the 1980s ", "next month ", "from 2 to ", "between May and ", "second "),
    *("900000000 days ago ", "in the first week of ", "since ", "on Monday, a year after "),
    # names and places
    *("Lena-", "L'", "Lena Bauer, ", "Lena Bauer and ", "Lena Bauer; ", "Lena Bauer: ", "Lena Bauer (mayor), "),
    *("Oslo, Norway, Bergen, ", "envoy to ", "head of the board of ", "Mayor Lena Bauer ", "said Lena Bauer "),
    # people who leave, without full stops
    *("quit ", "Lena Bauer quit ", "Lena Bauer quit, ", "Lena Bauer quit; ", "Mayor Lena Bauer and Omar Haddad quit, "),
    *(
        "Lena Bauer's dismissal, ",
        "dismissed Lena Bauer, ",
        "Lena Bauer (born 1970) quit (2020) ",
        "the envoy quit and ",
    ),
    *(
        "denies that Lena Bauer quit ",
        '"Lena Bauer quit" ',
        'she said "I quit" ',
        "in protest over the war because of ",
    ),
    *("Lena Bauer quit because of the war and ", "two ministers quit and ", "she quit as he quit and "),
    # the same as sentences
    *("Lena Bauer quit. ", "Mayor Lena Bauer quit.\n", "Lena Bauer quit on Friday.\n", "The mayor quit. ", "He quit. "),
    *("Two mayors quit. ", "Lena Bauer quit. The mayor quit. An envoy quit. ", "Lena Bauer quit. Two mayors quit. "),
    *("The king sacked him. ", "Lena Bauer was named mayor. ", '"I quit over the war," said Lena Bauer. '),
    *("Lena Bauer denied that it was true. Omar Haddad quit. ", "Norland banned the app on Friday. That is not true. "),
    *("Shells hit the city on Friday. ", "Lena Bauer offered to quit. It was refused. "),
)
SHORT = 3_000
"""Characters; more than that at which a sentence is cut."""
TIMES = 4
SLACK = 2
"""Work by the square of the length takes TIMES times as long as work in proportion to it."""
TRIES = 3
LEAST = 0.02
"""Seconds below which the clock says nothing."""


@pytest.fixture(scope="module", autouse=True)
def _lists_are_loaded() -> None:
    extract(Article("a", "a.txt", " ".join(SHAPES), published=date(2022, 3, 23)))


def _seconds(text: str) -> float:
    start = time.process_time()
    extract(Article("a", "a.txt", text, published=date(2022, 3, 23)))
    return time.process_time() - start


def _of_length(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def _grows_in_proportion(unit: str, length: int = SHORT) -> bool:
    """Is a text that is some times as long read in about so many times the time, by the processor's own clock? A busy
    machine disturbs one look; work by the square of the length shows in every one."""
    return any(_once(unit, length) for _ in range(TRIES))


def _once(unit: str, length: int) -> bool:
    short, long = (_seconds(_of_length(unit, size)) for size in (length, TIMES * length))
    return long < SLACK * TIMES * max(short, LEAST)


@pytest.mark.parametrize("unit", SHAPES)
def test_work_grows_with_the_length_and_no_faster(unit: str) -> None:
    assert _grows_in_proportion(unit)


@pytest.mark.parametrize("unit", ["Lena-", "“", "AB-", "a ", "x'"])
def test_no_pattern_searches_a_long_line_from_each_place(unit: str) -> None:
    """What is fast, if by the square, is seen in longer texts only."""
    assert _grows_in_proportion(unit, 20_000)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SHAPES), min_size=2, max_size=5))
def test_any_mixture_of_shapes_grows_no_faster(units: list[str]) -> None:
    assert _grows_in_proportion("".join(units))


@pytest.mark.parametrize("unit", ["the mayor spoke; ", "the mayor spoke ", "x", "Lena Bauer quit, ", "(a) ", "漢"])
def test_a_sentence_without_end_is_cut_and_keeps_its_offsets(unit: str) -> None:
    text = "One more. " + _of_length(unit, 50_000)
    sentences = split_sentences(text)
    assert all(text[s.start : s.end] == s.text and s.paragraph == 0 for s in sentences)
    assert max(len(s.text) for s in sentences) <= PART
    assert "".join("".join(s.text.split()) for s in sentences) == "".join(text.split())


def test_a_cut_falls_after_a_clause_or_between_words() -> None:
    clauses = split_sentences(_of_length("the mayor spoke of the harbour; ", 5_000))
    words = split_sentences(_of_length("harbour ", 5_000))
    assert all(s.text.endswith(";") for s in clauses[:-1]) and len(clauses) > 3
    assert all(s.text.endswith("harbour") for s in words[:-1]) and len(words) > 3


def test_a_long_sentence_of_a_list_stays_whole() -> None:
    text = _of_length("Lena Bauer, who led the harbour board; ", 1_900) + "."
    assert [s.text for s in split_sentences(text)] == [text]


def test_a_line_longer_than_a_page_gives_the_sentences_that_it_has() -> None:
    text = "Dr. Lena Bauer spoke in the harbour of 3.5 ships. " * 2_000
    assert {s.text for s in split_sentences(text)} == {"Dr. Lena Bauer spoke in the harbour of 3.5 ships."}
    assert len(split_sentences(text)) == 2_000


def test_what_follows_a_cut_is_read() -> None:
    text = _of_length("the harbour was calm and the ships lay still, ", 9_000) + "and then Mayor Lena Bauer resigned"
    assert [m.persons for m in extract(Article("a", "a.txt", text, published=date(2022, 3, 23)))] == [("Lena Bauer",)]


def test_a_sentence_has_no_more_triggers_than_prose_could() -> None:
    sentences = split_sentences("Lena Bauer quit, " * 60)
    assert len(sentences) == 1
    assert len(list(find_triggers("Lena Bauer quit, " * 60, sentences))) == _MOST
