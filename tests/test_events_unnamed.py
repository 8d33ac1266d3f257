"""Leaving told as real news tells it: of people without a name, within a frame of time, in passing. Invented people only.

The day of publication is Wednesday 5 March 2025.
"""

from datetime import date

import pytest

from pipeline.models import Article, Mention
from tests.factories import told_once

DAY = date(2025, 3, 5)
START = "Officials of the two banks met in the capital on Sunday. "


def told(text: str) -> list[Mention]:
    """The events of the leaving family, of a text with a sentence before it."""
    found = told_once(Article("t", "t.txt", START + text, published=DAY))
    return [mention for mention in found if mention.category == "leaving"]


UNNAMED = [
    ("In early 2014 crowds forced out a harbour-friendly president.", "dismissal"),
    ("The marches led to the ouster of a harbour-friendly president.", "dismissal"),
    ("Two Norlandic nurses have been suspended over a film.", "dismissal"),
    ("The cuts led to a tenth of the staff - around 900 workers - being forced out.", "dismissal"),
    ("The park has fired its only plumber.", "dismissal"),
    ("A sweeping purge is being carried out in the ministry.", "dismissal"),
    ("Within two days some 60 aides and allies had deserted her.", "resignation"),
    ("The junta has appointed five new governors.", "appointment"),
]


@pytest.mark.parametrize(("text", "kind"), UNNAMED)
def test_people_without_a_name(text: str, kind: str) -> None:
    (mention,) = told(text)
    assert (mention.type, mention.persons, mention.modality) == (kind, (), "happened")


NAMED = [
    ("Omar Bell and Ana Ruiz kept the paths. The letter firing them and dozens of others gave no reason.", 2),
    ("Kate White ran the park. About 300 people, including Ms White and her team, were fired.", 1),
    (
        "President Kenji Ito rules by decree. The bishops have been urging President Kenji Ito to keep his word and quit.",
        1,
    ),
]


@pytest.mark.parametrize(("text", "count"), NAMED)
def test_people_named_beside_a_crowd(text: str, count: int) -> None:
    (mention,) = told(text)
    assert len(mention.persons) == count


FRAMES = [
    ("It is five years since Ana Ruiz stepped down as mayor.", "2020-01-01", "2020-12-31"),
    ("Since coming to power in January, Premier Ana Ruiz has sacked Treasurer Kenji Ito.", "2025-01-01", "2025-03-05"),
    (
        "Ana Ruiz ruled for six years and fled the country shortly before crowds broke in last August.",
        "2024-08-01",
        "2024-08-31",
    ),
    ("Ana Ruiz retired as premier in 2011 and as party leader in 2014.", "2011-01-01", "2011-12-31"),
    ("Ana Ruiz, who took over after Kenji Ito resigned, said last month that she was well.", "", ""),
    ("On Monday crowds called on President Ana Ruiz to resign.", "", ""),
]


@pytest.mark.parametrize(("text", "start", "end"), FRAMES)
def test_the_date_of_a_frame(text: str, start: str, end: str) -> None:
    found = next(m for m in told(text) if m.type != "appointment").date
    assert (str(found.start or ""), str(found.end or "")) == (start, end)


def test_two_posts_left_in_two_years_are_two_events() -> None:
    years = [m.date.text for m in told("Ana Ruiz retired as premier in 2011 and as party leader in 2014.")]
    assert years == ["2011", "2014"]


def test_a_nomination_and_the_vote_ahead_are_two_steps() -> None:
    text = "Ana Ruiz has already nominated her aide Kenji Ito - also a judge - as the next premier. "
    steps = told(text + "The assembly will vote to confirm his nomination next week.")
    assert [(m.type, m.modality) for m in steps] == [("appointment", "happened"), ("appointment", "planned")]


def test_talk_denied_in_the_same_breath_is_denied() -> None:
    (mention,) = told(
        "There has been talk that Ana Ruiz had left the army, but that has since been denied by her aide."
    )
    assert (mention.modality, mention.date.start) == ("denied", None)


NOTHING = [
    "The army drove out the invaders.",
    "The ship fired its last torpedo.",
    "Ana Ruiz is to be replaced for captured soldiers.",
    "Even Norland should leave the Norlandic military alliance, Ana Ruiz said.",
    "A purge of old files is due.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_leaves(text: str) -> None:
    assert told(text) == []
