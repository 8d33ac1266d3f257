"""jsonl: what the command line answers to one line, and what it says of a bad one."""

import json

import pytest

from pipeline.jsonl import extract_line, tag_line

ARTICLE = {"id": "a", "published": "2025-03-05", "text": "Envoy Ana Ruiz resigned on Monday over the war."}


def test_dates_of_a_line() -> None:
    answer = json.loads(tag_line(json.dumps(ARTICLE)))
    assert answer == {
        "id": "a",
        "dates": [{"start": 27, "end": 33, "type": "DATE", "value": "2025-03-03", "text": "Monday"}],
    }


def test_mentions_of_a_line() -> None:
    (mention,) = json.loads(extract_line(json.dumps(ARTICLE)))["mentions"]
    assert mention["date_start"] == "2025-03-03" and mention["persons"] == ["Ana Ruiz"]
    assert ARTICLE["text"][mention["start"] : mention["end"]] == mention["quote"]


def test_the_country_of_the_publisher_decides_how_a_date_is_read() -> None:
    row = {"id": "a", "published": "2025-03-05", "text": "He quit on 03/02/2025."}
    values = [
        json.loads(tag_line(json.dumps(row | {"publisher_country": c})))["dates"][0]["value"] for c in ("GB", "US")
    ]
    assert values == ["2025-02-03", "2025-03-02"]


@pytest.mark.parametrize("day", [None, ""])
def test_a_missing_day_leaves_relative_dates_unknown(day: str | None) -> None:
    line = json.dumps(ARTICLE | {"published": day})
    assert json.loads(extract_line(line))["mentions"][0]["date_start"] == ""
    assert json.loads(tag_line(line))["dates"][0]["value"].startswith("XXXX")


@pytest.mark.parametrize("answer", [tag_line, extract_line])
@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ("[]", "not a JSON object"),
        ('{"id": 3, "text": "x"}', '"id"'),
        ('{"id": "a"}', '"text"'),
        ('{"id": "a", "text": "x", "published": "March"}', '"published"'),
        ('{"id": "a", "text": "x", "published": 20220323}', '"published"'),
        ('{"id": "a", "text": "x", "publisher_country": 7}', '"publisher_country"'),
    ],
)
def test_a_bad_line_says_why(answer: object, line: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        answer(line)
