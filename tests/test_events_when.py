"""When and how real: the dates of sentences beside one another, and the wordings around a trigger. Invented people only.

The day of publication is Wednesday 5 March 2025.
"""

from datetime import date

import pytest

from pipeline.models import Article, Mention
from tests.factories import told_once

DAY = date(2025, 3, 5)


def told(text: str) -> list[Mention]:
    """The events of the leaving family."""
    found = told_once(Article("t", "t.txt", text, published=DAY))
    return [mention for mention in found if mention.category == "leaving"]


def day_of(text: str, person: str) -> str:
    """The day of the one event of a person; "" where the text leaves it open."""
    found = next(m for m in told(text) if person in m.persons)
    return found.date.start.isoformat() if found.date.start else ""


LEDE = "Mayor Kenji Ito sacked Treasurer Omar Bell on Monday after the audit. "
DAYS = [
    # the news of the day, at the beginning and in the perfect
    ("Norland's premier has sacked the finance minister, Ana Ruiz.", "Ana Ruiz", "2025-03-05"),
    # an act that the text lists after the news is of its day
    (LEDE + "Ana Ruiz was appointed treasurer.", "Ana Ruiz", "2025-03-03"),
    (LEDE + "He praised the council. Ana Ruiz was named treasurer.", "Ana Ruiz", "2025-03-03"),
    # what is set apart from the news is not
    (
        LEDE
        + "He praised the council. It met twice. Some towns have recently changed their staff. Ana Ruiz resigned as clerk.",
        "Ana Ruiz",
        "",
    ),
    (LEDE + "Ana Ruiz had resigned as clerk.", "Ana Ruiz", ""),
    (LEDE + "Ana Ruiz later resigned as clerk.", "Ana Ruiz", ""),
    # the sentence after the news says when it was made known
    (
        "Norland's premier has sacked Ana Ruiz, the finance minister. The decision was announced late on Sunday.",
        "Ana Ruiz",
        "2025-03-02",
    ),
    # the date of a thing is not that of the act
    ("Ana Ruiz quit the cabinet formed in early 2021.", "Ana Ruiz", "2025-03-05"),
    ("Ana Ruiz attacked the bank's 2026 plan as she resigned as chair on Tuesday.", "Ana Ruiz", "2025-03-04"),
    ("Kenji Ito sacked Ana Ruiz, who ran the port from 1991 to 1993.", "Ana Ruiz", "2025-03-05"),
    # of two expressions for one time the narrower; a month may be a name
    ("Ana Ruiz resigned as mayor last month on February 20.", "Ana Ruiz", "2025-02-20"),
    (
        "The king named Ana Ruiz to replace January Bakker, a note issued on Monday said. Mr Bakker wept.",
        "Ana Ruiz",
        "2025-03-03",
    ),
    ("In January Bell asked for more, and Ana Ruiz resigned.", "Ana Ruiz", "2025-01-01"),
    # the first sentence gives the frame
    ("The port lost its licence on Monday. The council sacked Ana Ruiz, its chair.", "Ana Ruiz", "2025-03-03"),
    # a denial or a plan without date words is of the day on which it is told
    (LEDE + "He said he would not sack Ana Ruiz, the clerk.", "Ana Ruiz", "2025-03-03"),
    # asides, other clauses, spans from another event
    ("Ana Ruiz, who ran the port in 2022, resigned as mayor.", "Ana Ruiz", "2025-03-05"),
    ("The board formed in 2018 had sacked Ana Ruiz, the clerk.", "Ana Ruiz", ""),
    ("On Tuesday, a month after the resignation of Ana Ruiz, the port burned.", "Ana Ruiz", ""),
    ("Envoy Ana Ruiz flew in yesterday and is resigning, the port said.", "Ana Ruiz", "2025-03-05"),
    # what is told aims a date that lacks its year
    ("Mayor Ana Ruiz was sacked in the purge of June 1.", "Ana Ruiz", "2024-06-01"),
    ("Mayor Ana Ruiz would be leaving her post in September, she added.", "Ana Ruiz", "2025-09-01"),
    ("Mayor Ana Ruiz must and will be sacked within two days.", "Ana Ruiz", "2025-03-05"),
    ("Ana Ruiz and Kenji Ito have resigned as mayors in recent weeks.", "Ana Ruiz", ""),
]


@pytest.mark.parametrize(("text", "person", "day"), DAYS, ids=[str(n) for n in range(len(DAYS))])
def test_day(text: str, person: str, day: str) -> None:
    assert day_of(text, person) == day


MODALITY = [
    ("Parliament voted on Monday evening to dismiss Minister Ana Ruiz.", "happened"),
    ("Parliament will vote on Monday to dismiss Minister Ana Ruiz.", "hypothetical"),
    ("On May 12 Ana Ruiz resigned as mayor.", "happened"),
    ("Governor Hope Ruiz resigned as mayor on Monday.", "happened"),
    ("Minister Ana Ruiz resigned as mayor, and denied it was about money.", "happened"),
    ("Ana Ruiz denied the affair and resigned as mayor.", "happened"),
    ("Ana Ruiz refuted rumours of her resignation.", "denied"),
    ("Ana Ruiz dismissed reports that she had resigned.", "denied"),
    ("Ana Ruiz will step down immediately, the bank said.", "happened"),
    ("Ana Ruiz will step down immediately after the vote.", "planned"),
    ("Ana Ruiz is set to step down as mayor.", "planned"),
    ("Ana Ruiz would step down as mayor, she added.", "planned"),
    ("Ana Ruiz said she will resign if the law passes.", "hypothetical"),
    ("The council gave Kenji Ito an ultimatum to sack Ana Ruiz, the treasurer.", "hypothetical"),
    ("The council asked that its treasurer, Ana Ruiz, be dismissed.", "hypothetical"),
    ("There is no truth in the claim that Ana Ruiz is giving up her post.", "denied"),
    ("Mayor Ana Ruiz is not about to resign.", "denied"),
    ("The port reported on Monday that Ana Ruiz had resigned.", "happened"),
    ("Ana Ruiz is reported to have resigned as mayor.", "alleged"),
    ("Accused of theft, Mayor Ana Ruiz was sacked on Friday.", "happened"),
    ("Pressure has grown since Mayor Ana Ruiz quit her post.", "happened"),
    ("Residents wanted Kenji Ito, his staff and Mayor Ana Ruiz to resign.", "hypothetical"),
    ("Mayor Ana Ruiz is resigning, the port said.", "happened"),
    ("Mayor Ana Ruiz is leaving her post, the port said.", "planned"),
    ("Residents have asked for the resignation of Mayor Ana Ruiz.", "hypothetical"),
]


@pytest.mark.parametrize(("text", "modality"), MODALITY, ids=[f"{m}{n}" for n, (_, m) in enumerate(MODALITY)])
def test_modality(text: str, modality: str) -> None:
    assert {m.modality for m in told(text) if "Ruiz" in "".join(m.persons)} == {modality}
