"""Frames in which news tells of leaving, each with many wordings: whatever the verb, the one who leaves is found, and how real it is."""

from datetime import date

import pytest

from pipeline.models import Article, Mention
from tests.factories import told_once

RESIGNED = (
    ("resigned", "resign", "resigning"),
    ("quit", "quit", "quitting"),
    ("stepped down", "step down", "stepping down"),
    ("stood down", "stand down", "standing down"),
    ("bowed out", "bow out", "bowing out"),
    ("called it quits", "call it quits", "calling it quits"),
    ("left the government", "leave the government", "leaving the government"),
    ("exited the government", "exit the government", "exiting the government"),
    ("walked away from his job", "walk away from his job", "walking away from his job"),
    ("relinquished his position", "relinquish his position", "relinquishing his position"),
    ("submitted his resignation", "submit his resignation", "submitting his resignation"),
    ("ended his tenure", "end his tenure", "ending his tenure"),
)
ACTIVE = """
happened | Tomas Keller {past} on Monday.
happened | Tomas Keller, 54, who had led the ministry since 2019, {past} on Monday.
happened | Defence minister Tomas Keller has been under fire for weeks. He {past} on Monday.
happened | Defence minister Tomas Keller has been under fire for weeks. The 54-year-old {past} on Monday.
happened | Defence minister Tomas Keller has been under fire for weeks. The minister {past} on Monday, his office said.
happened | Tomas Keller has become the latest official to go. The defence minister {past} on Monday.
happened | Tomas Keller apologised to the families and {past} on Monday.
happened | The report led Tomas Keller to {base} on Monday.
happened | Since {ing} in 2019, Tomas Keller has lived in Lisbon.
happened | Tomas Keller, who {past} in 2019, now lives in Lisbon.
happened | Among those who {past} was Tomas Keller, the defence minister.
happened | Tomas Keller became the third minister to {base} over the war.
happened | Pressure grew until Tomas Keller finally {past} last week.
happened | President Ivan Petrov said Tomas Keller {past} on Monday.
happened | Tomas Keller, who succeeded Ivan Petrov in 2018, {past} on Monday.
happened | Ivan Petrov took over in May, a week after Tomas Keller {past}.
planned | Tomas Keller announced on Monday that he will {base}.
planned | Tomas Keller is expected to {base} this week.
hypothetical | Opposition leaders called on Tomas Keller to {base}.
hypothetical | Tomas Keller should {base}, the union said on Monday.
denied | Tomas Keller refused to {base}, despite the protests.
denied | Tomas Keller did not {base}, his spokesman said on Monday.
"""
SACKED = (
    "sacked", "fired", "removed", "ousted", "toppled", "axed", "demoted", "forced out", "removed from office",
    "relieved of his duties", "stripped of his post", "expelled from the government", "kicked out of the cabinet",
    "placed on leave", "shown the door",
)  # fmt: skip
PASSIVE = """
happened | Tomas Keller was {sacked} on Monday.
happened | Tomas Keller, the defence minister, has been {sacked}.
happened | Tomas Keller, {sacked} in 2019 over the contracts, now lives in Lisbon.
happened | {Sacked} in 2019, Tomas Keller moved to Lisbon.
happened | After being {sacked} in 2019, Tomas Keller moved to Lisbon.
happened | Tomas Keller was arrested on Monday and {sacked}.
happened | Tomas Keller found himself {sacked} within days.
happened | The president had Tomas Keller {sacked} on Monday.
happened | Ivan Petrov was named minister on Monday after Tomas Keller was {sacked}.
happened | Tomas Keller is the third minister to be {sacked} this year.
planned | Tomas Keller will be {sacked}, the president said on Monday.
hypothetical | Tomas Keller could be {sacked} this week, two officials said.
hypothetical | Lawmakers want Tomas Keller {sacked}.
denied | Tomas Keller was not {sacked}, his spokesman said.
"""
SACKS = ("sacked", "fired", "removed", "suspended", "replaced", "deposed", "dumped", "forced out", "purged")
TAKEN = """
happened | The president {sacks} Tomas Keller on Monday.
happened | President Ivan Petrov has {sacks} his defence minister, Tomas Keller.
happened | Defence minister Tomas Keller has been under fire for weeks. The president {sacks} him on Monday.
happened | In a late-night decree, the president {sacks} Tomas Keller.
"""
NOUNS = (
    "resignation",
    "dismissal",
    "removal from office",
    "exit from government",
    "expulsion from the cabinet",
    "firing",
)
OWNED = """
happened | Tomas Keller's {noun} was announced on Monday.
happened | The {noun} of Tomas Keller was announced on Monday.
happened | Lawmakers welcomed the {noun} on Monday of Tomas Keller, the defence minister.
happened | Defence minister Tomas Keller has been under fire for weeks. His {noun} was confirmed on Monday.
hypothetical | Thousands demanded Tomas Keller's {noun} on Monday.
"""


def frames(table: str) -> list[tuple[str, str]]:
    return [(modality, text) for modality, text in (line.split(" | ") for line in table.strip().splitlines())]


def leaving(text: str) -> list[Mention]:
    article = Article("a", "a.txt", text, published=date(2022, 3, 23))
    return [m for m in told_once(article) if m.category == "leaving" and m.type != "appointment"]


def check(text: str, modality: str) -> None:
    found = leaving(text)
    assert [m.persons for m in found] == [("Tomas Keller",)], text
    assert found[0].modality == modality, text


@pytest.mark.parametrize(("modality", "frame"), frames(ACTIVE))
def test_who_goes(modality: str, frame: str) -> None:
    for past, base, ing in RESIGNED:
        check(frame.format(past=past, base=base, ing=ing), modality)


@pytest.mark.parametrize(("modality", "frame"), frames(PASSIVE))
def test_who_is_put_out(modality: str, frame: str) -> None:
    for sacked in SACKED:
        check(frame.format(sacked=sacked, Sacked=sacked.capitalize()), modality)


@pytest.mark.parametrize(("modality", "frame"), frames(TAKEN))
def test_whom_somebody_puts_out(modality: str, frame: str) -> None:
    for sacks in SACKS:
        if sacks != "replaced" or "president" in frame:
            check(frame.format(sacks=sacks), modality)


@pytest.mark.parametrize(("modality", "frame"), frames(OWNED))
def test_whose_end_it_is(modality: str, frame: str) -> None:
    for noun in NOUNS:
        check(frame.format(noun=noun), modality)


NOBODY = [
    "Minister Anna Holm slipped out of the country on Monday for a secret visit to Oslo.",
    "President Ivan Petrov crossed into Norland on foot on Monday to meet soldiers.",
    "Anna Holm left for Geneva on Monday with her delegation.",
    "President Ivan Petrov left the embassy on Monday after signing the book.",
    "Anna Holm left the university in 1998 with a degree in law.",
    "The lawyer got the case against Tomas Keller dismissed on Monday.",
    "Hackers got Anna Holm's account suspended.",
    "The mayor had Ivan Petrov's statue removed on Monday.",
    "Border guards let Tomas Keller go after a look at his passport.",
    "The rebels let General Tomas Keller go in exchange for ten prisoners.",
    "The rebels dumped Tomas Keller in a ditch.",
    "Guards threw Tomas Keller out after a brawl.",
    "Knee pain forced Tomas Keller out on Monday.",
    "The fire alarm forced Prime Minister Anna Holm out in the middle of her speech.",
    "Anna Holm ended her years in exile on Monday.",
    "Anna Holm ended her career as a singer in 1990.",
    "President Ivan Petrov's departure from the Kremlin for the parade was late.",
    "The knee cost Tomas Keller his football career.",
    "The delay cost Anna Holm her seat on the flight.",
    "Colonel Tomas Keller lost the position to rebels on Monday.",
    "Suspended on Monday for a joke, Anna Holm's account is back.",
    "Anna Holm, replaced at half-time by Eva Lund, was limping.",
    "Lawmaker Tomas Keller was heckled at a rally and later removed by police.",
    "Anna Holm is no longer the youngest minister in Europe.",
    "Tomas Keller left Real Norland for Dynamo Sudland.",
    "Senator Tomas Keller went over to the government benches to shake hands.",
    "Minister Anna Holm gave up her position on coal on Monday.",
    "President Ivan Petrov was removed from the stage by bodyguards.",
    "Tomas Keller left the party at midnight.",
    "Anna Holm handed over power tools worth 900 pounds.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_leaves_a_post(text: str) -> None:
    assert leaving(text) == []
