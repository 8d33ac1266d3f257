"""The words that a cue begins with never hide a match of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.events.factuality.cues import Cue, cues, find_cues, has_cue
from pipeline.lexicon.patterns import beginnings
from pipeline.lexicon.rules import load_words

LISTS = list(load_words("cues"))
CUES = [(name, cue) for name in LISTS for cue in cues(name)]
PLAIN = re.compile(r"\(\?<?[=!][^()]*(?:\([^()]*\)[^()]*)*\)|\(\?-i:|\(\?#\w+\)")
"""What strategies cannot make strings from: looks ahead and back, flags within."""


@pytest.mark.parametrize(("name", "cue"), CUES, ids=[f"{name}-{n}" for n, (name, _) in enumerate(CUES)])
@given(data=st.data())
def test_every_match_holds_one_of_the_words(name: str, cue: Cue, data: st.DataObject) -> None:
    try:
        made = re.compile(
            PLAIN.sub(lambda m: "(?:" if m.group() == "(?-i:" else "", cue.pattern.pattern), re.IGNORECASE
        )
    except re.error:
        pytest.skip("no strategy for this pattern")
    text = data.draw(st.from_regex(made))
    if cue.pattern.search(text):
        assert cue in [found for found, _ in find_cues(name, text)]


def test_beginnings_of_patterns() -> None:
    told = {
        r"\bsacked\b": ("sacked",),
        r"(?:the )?end": ("end", "the end"),
        r"(?<!re-)sign|x+": ("sign", "x"),
        r"[ab]c": (),
        r"\w+": (),
        r"a*": (),
    }
    assert {pattern: beginnings(re.compile(pattern)) for pattern in told} == told


def test_a_list_says_whether_it_holds() -> None:
    assert has_cue("denied", "He has not been ") and not has_cue("denied", "He has been ")
