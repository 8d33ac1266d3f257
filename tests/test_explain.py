"""explain: what each stage saw in a sentence, and why nothing came out."""

import pytest

from pipeline.__main__ import DONE, main

SAYS = [
    ("Minister Ana Ruiz resigned on Monday.", ["date “Monday”: DATE 2022-03-21", "rule resign.verb", "→ mention", "Mentions: 1"]),
    ("Minister Ana Ruiz was resigned to the defeat.", ["rule resign.verb (resignation): blocked by", "'resigned to the'", "Mentions: 0"]),
    ("Ana Ruiz should resign.", ["modality: hypothetical, cue hypothetical.should “should ”"]),
    ("Ana Ruiz denied that she had resigned.", ["modality: denied, cue denied."]),
    ("It is unclear who resigned.", ["who: nobody found", "→ nothing: nobody found who acts: who = subject"]),
    ("Ana Ruiz ate apples.", ["no rule tried: no word here is one that a rule needs", "Mentions: 0"]),
    ("Ana Ruiz collected her badge.", ["tried, pattern does not match: ", "Mentions: 0"]),
    ("", ["Mentions: 0"]),
    ("Ana Ruiz quit. Kenji Ito was fired.", ["Sentence 2: Kenji Ito was fired.", "Mentions: 2"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), SAYS, ids=[text for text, _ in SAYS])
def test_every_stage_says_what_it_saw(text: str, lines: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", text, "--published", "2022-03-23"]) == DONE
    said = capsys.readouterr().out
    assert not [line for line in lines if line not in said], said


def test_a_day_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["explain", "Ana Ruiz quit.", "--published", "Monday"])
    assert stopped.value.code == 2 and "'Monday' is not a day such as 2022-03-23" in capsys.readouterr().err
