"""The trained reader: cues, windows, spans, names, calibration; and the stored weights where they are there."""

import importlib.util
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from pipeline.reader.calibration import FEATURES, Calibration, Logistic, features, load_calibration, log_odds
from pipeline.reader.candidate_sentences import find_candidates, find_cue_words
from pipeline.reader.labels import ROLE_TAGS, ROLES, WIDTH
from pipeline.reader.model import Limits, Reader, batched, load_reader
from pipeline.reader.readings import (
    ActReading,
    Named,
    Span,
    described,
    is_name,
    names_of,
    plain_surname,
    without_titles,
)
from pipeline.reader.spans import decode, propose
from pipeline.reader.windows import (
    BEFORE,
    CAPITAL,
    CLOSE,
    NAME,
    OPEN,
    PLAIN,
    TARGET,
    Passage,
    Piece,
    Window,
    cut_parts,
    first_window,
    second_window,
)

if TYPE_CHECKING:
    from tokenizers import Tokenizer

TOKENIZERS = importlib.util.find_spec("tokenizers") is not None
needs_tokenizers = pytest.mark.skipif(not TOKENIZERS, reason="tokenizers is not installed: pip install --group train")


@pytest.mark.parametrize(
    ("sentence", "cues"),
    [
        ("The envoy has quit over the shelling.", ["quit"]),
        ("Parliament stripped the general of command; he fled.", ["stripped", "fled"]),
        ("She took over as head of the railways.", ["took over"]),
        ("He was forced out of the job.", ["forced out"]),
        ("He will not seek another term.", ["not seek"]),
        ("The ministry is quite sure of the weather.", []),
        ("Snow fell on the pass.", []),
    ],
)
def test_a_sentence_is_read_for_its_cue_words(sentence: str, cues: list[str]) -> None:
    assert [sentence[start:end] for start, end in find_cue_words(sentence)] == cues


ARTICLE = "Ana Ruiz led the railways. It rained. Snow fell. Trains stood. Then she resigned. Nobody came."
SENTENCES = [(0, 26), (27, 37), (38, 48), (49, 62), (63, 81), (82, 94)]


def test_a_candidate_knows_where_its_words_stand_in_the_article() -> None:
    (found,) = find_candidates(ARTICLE, SENTENCES, "A winter of delays")
    assert found.passage == Passage(
        "Then she resigned.", "It rained. Snow fell. Trains stood.", "A winter of delays", "Ana Ruiz led the railways."
    )
    for part, words in ((0, "Ana Ruiz"), (1, "Snow"), (2, "she")):
        start = found.passage.part(part).index(words)
        offsets = found.in_article(Span(part, start, start + len(words), words, 1.0))
        assert offsets is not None and ARTICLE[slice(*offsets)] == words
    assert found.in_article(Span(0, 2, 8, "winter", 1.0)) is None, "the title stands outside the text"


def test_the_first_sentence_is_no_lead_of_its_own_neighbours() -> None:
    (found,) = find_candidates("Ana Ruiz resigned. It rained.", [(0, 18), (19, 29)])
    assert (found.passage.before, found.passage.lead) == ("", "")


def window_of(*words: tuple[str, int, int, bool]) -> Window:
    window = Window()
    window.add_mark(101)
    for _, start, end, first in words:
        window.add_piece(TARGET, Piece(7, start, end, first, PLAIN))
    window.add_mark(102)
    return window


def scores_for(tags: list[str], strength: float = 6.0) -> np.ndarray:
    scores = np.zeros((len(tags), len(ROLE_TAGS)), dtype=np.float32)
    for i, tag in enumerate(tags):
        scores[i, ROLE_TAGS.index(tag)] = strength
    return scores


PETE = window_of(
    ("pete", 0, 4, True), ("he", 5, 7, True), ("##gs", 7, 9, False), ("##eth", 9, 12, False), ("left", 13, 17, True)
)
"""Pete Hegseth left"""


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (
            ["O", "B-person", "I-person", "O", "O", "O", "O"],
            [("person", 0, 12)],
        ),  # the later pieces' labels do not count
        (["O", "B-person", "B-person", "O", "O", "O", "O"], [("person", 0, 4), ("person", 5, 12)]),
        (["O", "I-person", "I-person", "O", "O", "O", "O"], [("person", 0, 12)]),  # an inside without a begin begins
        (["O", "B-person", "I-post", "O", "O", "O", "O"], [("person", 0, 4), ("post", 5, 12)]),
        (["O", "O", "O", "B-person", "I-person", "O", "O"], []),
    ],
)
def test_a_span_is_made_of_whole_words(tags: list[str], spans: list[tuple[str, int, int]]) -> None:
    found = decode(PETE, scores_for(tags), ROLES, 0.5)
    assert [(span.label, span.start, span.end) for span in found] == spans


def test_a_span_is_as_sure_as_its_least_sure_word() -> None:
    scores = scores_for(["O", "B-person", "I-person", "O", "O", "O", "O"])
    scores[2, ROLE_TAGS.index("I-person")] = 3.0
    (span,) = decode(PETE, scores, ROLES, 0.5)
    assert span.probability == pytest.approx((math.exp(3) + 1) / (math.exp(3) + len(ROLE_TAGS) - 1), abs=1e-4)
    assert decode(PETE, scores, ROLES, 0.9)[0].end == 4


@pytest.mark.parametrize(
    ("sure", "proposed"),
    [
        ((0.0, 0.0, 0.9), [(13, 17)]),
        ((0.0, 0.6, 0.9), [(5, 17)]),  # neighbours are one act
        ((0.0, 0.3, 0.9), [(13, 17)]),  # a word far less sure than its neighbour is left outside
        ((0.9, 0.0, 0.9), [(0, 4), (13, 17)]),
        ((0.1, 0.1, 0.1), []),
    ],
)
def test_neighbouring_triggers_are_one_act(sure: tuple[float, ...], proposed: list[tuple[int, int]]) -> None:
    scores = np.full((7, len(ROLE_TAGS)), -20.0, dtype=np.float32)
    scores[:, 0] = 0.0
    for at, share in zip((1, 2, 5), sure, strict=True):
        scores[at, ROLE_TAGS.index("B-post")] = math.log(max(share, 1e-6) / (1 - share))
    assert [(span.start, span.end) for span in propose(PETE, scores, ROLES, 0.2)] == proposed


@pytest.fixture(scope="module")
def tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    words = [
        "[UNK]",
        "[unused0]",
        "[unused1]",
        *["the", "minister", "ana", "ruiz", "resigned", "on", "monday", ".", "he", "said", "##s", "old", "talk", "by"],
    ]
    made = Tokenizer(models.WordPiece({word: i for i, word in enumerate(words)}, unk_token="[UNK]"))
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


ANA = Passage("He resigned on Monday.", "The talk was by Ana Ruiz.", "Minister resigned", "Ruiz said")


@needs_tokenizers
def test_pass_one_sees_the_sentence_and_what_precedes(tokenizer: "Tokenizer") -> None:
    window = first_window(cut_parts(tokenizer, ANA))
    assert {piece[0] for piece in window.pieces if piece} == {BEFORE, TARGET}
    assert all(ANA.part(part)[piece.start : piece.end] for part, piece in filter(None, window.pieces))


@needs_tokenizers
def test_pass_two_marks_the_trigger_and_keeps_every_offset(tokenizer: "Tokenizer") -> None:
    window = second_window(cut_parts(tokenizer, ANA), (3, 11))
    opened, closed = window.ids.index(OPEN), window.ids.index(CLOSE, window.ids.index(OPEN))
    between = [piece for piece in window.pieces[opened:closed] if piece]
    assert [ANA.part(part)[piece.start : piece.end] for part, piece in between] == ["resigned"]


@needs_tokenizers
def test_letter_case_and_names_stand_beside_the_pieces(tokenizer: "Tokenizer") -> None:
    kinds = {
        ANA.part(part)[piece.start : piece.end]: piece.kind
        for part, piece in filter(None, second_window(cut_parts(tokenizer, ANA), (3, 11)).pieces)
    }
    assert (kinds["Ana"], kinds["Ruiz"], kinds["Monday"], kinds["resigned"]) == (NAME, NAME, CAPITAL, PLAIN)


@needs_tokenizers
def test_a_long_article_is_cut_to_what_a_window_holds(tokenizer: "Tokenizer") -> None:
    long = Passage("talk " * 500, "old " * 500, "said " * 500)
    parts = cut_parts(tokenizer, long)
    assert [len(pieces) for pieces in parts] == [28, 56, 88]
    assert parts[BEFORE][-1].end == len(long.before) - 1, "of what precedes, the end is kept"


def span(text: str, probability: float, part: int = TARGET, start: int = 0) -> Span:
    return Span(part, start, start + len(text), text, probability)


def reading(*persons: Span, **changes: object) -> ActReading:
    plain = ActReading("resignation", 0.9, "happened", 0.9, 0.95, 0.9, 0.9, span("resigned", 0.9), persons)
    return ActReading(**{name: changes.get(name, getattr(plain, name)) for name in ActReading.__dataclass_fields__})  # type: ignore[arg-type]


RESIGNED = Passage(
    "Then Ruiz resigned, she said.", "Health minister Ana Ruiz met Kenji Ito. Omar spoke.", "Omar Haddad speaks"
)


def at(words: str, probability: float, part: int = TARGET) -> Span:
    start = RESIGNED.part(part).index(words)
    return Span(part, start, start + len(words), words, probability)


def test_mentions_of_one_surname_are_one_person_by_the_fullest_name() -> None:
    ruiz, ito = names_of(
        RESIGNED,
        reading(
            at("Ruiz", 0.8),
            at("she", 0.9),
            at("Ruiz", 0.4, BEFORE),
            at("Ito", 0.5, BEFORE),
            trigger=at("resigned", 0.9),
        ),
    )
    assert ruiz == Named("Ana Ruiz", 0.8, 0.8, 2, near=1, before=True)
    assert (ito.name, ito.in_sentence, ito.mentions) == ("Kenji Ito", 0.0, 1)


def test_a_given_name_stands_for_the_only_full_name_that_begins_with_it() -> None:
    assert [named.name for named in names_of(RESIGNED, reading(at("Omar", 0.5, BEFORE)))] == ["Omar Haddad"]


def test_a_description_is_surer_than_a_pronoun_and_no_name() -> None:
    governors = Passage("Two governors resigned, she said, and Ruiz stayed.")
    spans = [
        Span(TARGET, 0, 13, "Two governors", 0.7),
        Span(TARGET, 24, 27, "she", 0.9),
        Span(TARGET, 38, 42, "Ruiz", 0.8),
    ]
    assert described(reading(*spans)) == 0.7
    assert [named.name for named in names_of(governors, reading(*spans))] == ["Ruiz"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Ana Ruiz", True),
        ("O'Neill", True),
        ("Mr. Ito", True),
        ("She", False),
        ("The President", False),
        ("Prime Minister", False),
        ("two governors", False),
        ("Ana the cook", False),
    ],
)
def test_what_may_be_a_name(words: str, answer: bool) -> None:
    assert is_name(words) is answer


def test_surnames_lose_possessive_and_case() -> None:
    assert [plain_surname(name) for name in ("Ana RUIZ", "Ruiz’s", "Ito’", "")] == ["ruiz", "ruiz", "ito", ""]


def test_words_that_introduce_a_name_are_no_mention_of_their_own() -> None:
    passage = Passage("Health Minister Ana Ruiz resigned.")
    title, name = span("Health Minister", 0.9), span("Ana Ruiz", 0.9, start=16)
    assert without_titles(passage, (title, name)) == (name,)


def test_without_weights_there_is_no_reader(tmp_path: Path) -> None:
    assert load_reader(tmp_path) is None
    assert load_calibration(tmp_path / "calibration.json") is None


def test_windows_of_any_length_come_back_in_their_order() -> None:
    windows = [window_of(*[("x", i, i + 1, True) for i in range(n)]) for n in (5, 40, 1, 17) * 6]
    given = batched(lambda ids, mask, kinds: np.repeat(mask.sum(1)[:, None, None], ids.shape[1], 1).astype(np.float32))(
        windows
    )
    assert [(len(scores), int(scores[0, 0])) for scores in given] == [(len(w.ids), len(w.ids)) for w in windows]
    assert batched(lambda *_: pytest.fail("nothing to score"))([]) == []


@needs_tokenizers
def test_a_word_that_neither_pass_believes_gives_no_reading(tokenizer: "Tokenizer") -> None:
    quiet = Reader(
        tokenizer, lambda windows: [np.zeros((len(w.ids), WIDTH), np.float32) for w in windows], Limits(trigger=0.99)
    )
    assert quiet.read([ANA]) == [()]
    assert quiet.read([]) == []


def model(**stored: float) -> Calibration:
    weights = tuple(stored.get(name, 0.0) for name in FEATURES)
    return Calibration(
        Logistic(weights, stored.get("bias", 0.0)), Logistic(weights, 0.0), stored.get("named", 0.5), 0.9
    )


def test_the_stored_calibration_comes_back(tmp_path: Path) -> None:
    stored = dict.fromkeys(FEATURES, 0.2) | {"bias": -1.0}
    (tmp_path / "calibration.json").write_text(
        json.dumps({"person": stored, "statement": stored, "named": 0.3, "public": 0.9})
    )
    both = Logistic((0.2,) * len(FEATURES), -1.0)
    assert load_calibration(tmp_path / "calibration.json") == Calibration(both, both, 0.3, 0.9)


@pytest.mark.parametrize(
    ("ruiz", "ito", "named"),
    [
        (0.9, 0.8, ["Ana Ruiz", "Kenji Ito"]),
        (0.9, 0.45, ["Ana Ruiz"]),  # a second person needs to be likelier than not
        (0.4, 0.35, ["Ana Ruiz"]),
        (0.2, 0.1, []),  # doubt about who makes it unnamed
    ],
)
def test_who_is_named(ruiz: float, ito: float, named: list[str]) -> None:
    one = reading(at("Ruiz", ruiz, BEFORE), at("Kenji Ito", ito, BEFORE))
    assert [person.name for person, _ in model(person=1.0, named=0.3).persons(RESIGNED, one)] == named


def test_confidence_rises_with_what_speaks_for_a_reading() -> None:
    sure, unsure = reading(at("Ruiz", 0.99)), reading(at("Ruiz", 0.4, BEFORE), told=0.5)
    rated = [
        model(told=0.5, person=0.5).confidence(RESIGNED, one, names_of(RESIGNED, one)[0]) for one in (unsure, sure)
    ]
    assert 0 < rated[0] < rated[1] < 1


def test_log_odds_stay_finite() -> None:
    one = reading(at("Ruiz", 1.0), type_probability=1.0)
    assert all(math.isfinite(value) for value in features(one, *names_of(RESIGNED, one), names_of(RESIGNED, one)))
    assert (log_odds(0.0), log_odds(1.0)) == pytest.approx((-6.907, 6.907), abs=0.001)


RUNTIME = TOKENIZERS and importlib.util.find_spec("onnxruntime") is not None
REAL = load_reader() if RUNTIME else None
MISSING = (
    "no weights in pipeline/reader/weights yet: see its README"
    if RUNTIME
    else "tokenizers or onnxruntime is not installed: pip install --group train"
)
needs_weights = pytest.mark.skipif(REAL is None, reason=MISSING)


@needs_weights
@pytest.mark.parametrize(
    ("passage", "type_", "modality", "name"),
    [
        (Passage("Health Minister Ana Ruiz resigned on Monday over the war."), "resignation", "happened", "Ana Ruiz"),
        (Passage("The president sacked army chief Omar Haddad on Friday."), "dismissal", "happened", "Omar Haddad"),
        (
            Passage("Opposition leaders demanded that Defence Minister Petr Novak step down."),
            "resignation",
            "hypothetical",
            "Petr Novak",
        ),
        (
            Passage("He was fired on Tuesday.", "Police chief Lars Holm apologised for the raid."),
            "dismissal",
            "happened",
            "Lars Holm",
        ),
        (Passage("Maria Costa was appointed foreign minister on Thursday."), "appointment", "happened", "Maria Costa"),
        (Passage("Lawmaker Ivan Orlov has fled Russia, his lawyer said."), "departure", "happened", "Ivan Orlov"),
    ],
)
def test_the_stored_weights_read_plain_sentences(passage: Passage, type_: str, modality: str, name: str) -> None:
    assert REAL is not None
    ((found, *_),) = REAL.read([passage])
    assert (found.type, found.modality, names_of(passage, found)[0].name) == (type_, modality, name)
    spans = [found.trigger, *found.persons, *filter(None, (found.post, found.date, found.country))]
    assert all(passage.part(s.part)[s.start : s.end] == s.text for s in spans)


@needs_weights
@pytest.mark.parametrize(
    "sentence", ["Troops fired on the village at dawn.", "The court dismissed the claim.", "He left the meeting early."]
)
def test_the_stored_weights_pass_over_other_senses(sentence: str) -> None:
    assert REAL is not None
    assert REAL.read([Passage(sentence)]) == [()]
