"""Every cue finds its examples and leaves its counter-examples alone; its anchors never hide a match."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.events.factuality.cues import find_cues, has_cue
from pipeline.events.factuality.modality import clause_before, fits
from pipeline.lexicon.cue_rules import LISTS, Cue, load_cues, read_cues
from pipeline.lexicon.needed_words import words_and_parts
from pipeline.lexicon.words import LexiconError

CUES = [cue for name in LISTS for cue in load_cues()[name]]
IDS = [cue.id for cue in CUES]
PLAIN = re.compile(r"\(\?<?[=!][^()]*(?:\([^()]*\)[^()]*)*\)|\(\?-i:")
"""What strategies cannot make strings from: looks ahead and back, flags within."""


def words_for(cue: Cue, text: str) -> tuple[str, str]:
    """The words in which the code looks for a cue of this list, and the trigger, which is marked: "He may [[go]]." """
    if LISTS[cue.list] in ("line", "source", "quotation"):
        return text, ""
    left, trigger, right = re.split(r"\[\[|\]\]", text)
    where = {
        "clause": clause_before(left, trigger),
        "before": left,
        "after": right,
        "around": left + trigger + right,
    }
    return where[LISTS[cue.list]], trigger


def is_found(cue: Cue, text: str) -> bool:
    words, trigger = words_for(cue, text)
    return cue.id in [found.id for found, _ in find_cues(cue.list, words)] and fits(cue.form, trigger)


@pytest.mark.parametrize("cue", CUES, ids=IDS)
def test_a_cue_finds_its_examples_and_no_counterexample(cue: Cue) -> None:
    assert cue.examples and cue.counterexamples
    assert [text for text in cue.examples if not is_found(cue, text)] == [], "pattern or form does not match"
    assert [text for text in cue.counterexamples if is_found(cue, text)] == [], "matches"


@pytest.mark.parametrize("cue", CUES, ids=IDS)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_match_holds_an_anchor(cue: Cue, data: st.DataObject) -> None:
    """Of texts that nobody thought of: what the pattern can make."""
    try:
        made = re.compile(
            PLAIN.sub(lambda m: "(?:" if m.group() == "(?-i:" else "", cue.pattern.pattern), re.IGNORECASE
        )
    except re.error:
        pytest.skip("no strategy for this pattern")
    text = data.draw(st.from_regex(made))
    if cue.anchors and cue.pattern.search(text):
        assert cue.anchors & words_and_parts(text)


def test_a_list_says_whether_it_holds() -> None:
    assert has_cue("denied", "He has not been ") and not has_cue("denied", "He has been ")


ENTRY = """[[cue]]
id = "a"
list = "denied"
pattern = '\\bnot $'
examples = ["He did not [[go]]."]
counterexamples = ["He did [[go]]."]
"""
BAD = [
    ("unknown key", ENTRY + 'colour = "red"\n'),
    ("missing list", ENTRY.replace("list = ", "# ")),
    ("unknown list", ENTRY.replace('"denied"', '"dreamt"')),
    ("unknown form", ENTRY + 'form = "future"\n'),
    ("no regular expression", ENTRY.replace("bnot", "bnot(")),
    ("other table", ENTRY.replace("[[cue]]", "[[cues]]")),
]


@pytest.mark.parametrize("content", [content for _, content in BAD], ids=[name for name, _ in BAD])
def test_a_wrong_cue_file_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "cues.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"cues\.toml"):
        read_cues(path)
