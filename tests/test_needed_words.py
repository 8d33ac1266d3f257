"""Anchors: the words that a pattern cannot do without, derived from the pattern itself."""

import pytest

from pipeline.lexicon.needed_words import anchors, whole_words
from pipeline.lexicon.rules import Rule, load_rules
from pipeline.lexicon.words import FOLDER, load_words, read_toml

DERIVED = [
    (r"\bsacked\b", "sacked"),
    (r"\bresign(?:s|ed|ing)?\b", "resign resigned resigning resigns"),
    (r"\bstep(?:ped|s) down\b", "down"),  # of two sets the smaller one
    (r"\b(?:handed|turned) in <his> (?:badge|gun)\b", "handed turned"),
    (r"\b(?:\w+ )*visit(?:ed|s)?\b", "visit visited visits"),  # what is repeated may be anything
    (r"\bre-?elected\b", "re-elected reelected"),  # a word with a hyphen is one word
    (r"\barrest(?= of )", "arrest"),  # what follows says where the word ends
    (r"(?<=, )named\b", "named"),
    (r"\borgani[sz]ed\b", "organised organized"),
    (r"\bRUIZ\b", "ruiz"),
    (r"\b(?:was|were) (?:very )?late\b", "late"),  # rather "late" than "was", which stands in most sentences
]
NONE = [
    (r"sacked", "a word that may go on on both sides"),
    (r"\bsack", "a word that may go on"),
    (r"\b\w+ly\b", "any word"),
    (r"\b(?:quit|\w+)\b", "one way without a word"),
    (r"\b(?:quit)?\b", "may be nothing"),
    (r"\bquit\w*", "a word that may go on"),
    (r"[^.;]{0,40}$", "anything"),
]


@pytest.mark.parametrize(("pattern", "words"), DERIVED)
def test_words_that_a_pattern_needs(pattern: str, words: str) -> None:
    assert " ".join(sorted(anchors(pattern))) == words


@pytest.mark.parametrize("pattern", [pattern for pattern, _ in NONE], ids=[why for _, why in NONE])
def test_patterns_that_need_no_word(pattern: str) -> None:
    assert not anchors(pattern)


def test_a_list_gives_its_words() -> None:
    assert anchors(r"\b(?:<be>)\b") == {word for text in load_words()["be"] for word in whole_words(text)}


def _derived() -> list[Rule]:
    """The rules that name no anchors of their own, which may be narrower than the pattern on purpose."""
    files = sorted((FOLDER / "events").glob("*.toml"))
    named = {entry["id"] for path in files for entry in read_toml(path)["rule"] if "anchors" in entry}
    return [rule for rule in load_rules() if rule.id not in named]


@pytest.mark.parametrize("rule", _derived(), ids=lambda rule: rule.id)
def test_no_derived_anchor_hides_a_match(rule: Rule) -> None:
    for text in (*rule.examples, *rule.counterexamples):
        if rule.pattern.search(text):
            assert rule.anchors & whole_words(text), text
