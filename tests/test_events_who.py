"""Whom a sentence of leaving means: lists, groups told by their members, posts, pronouns. All persons are invented."""

import pytest

from pipeline.entities.people import find_people
from pipeline.events import extract
from tests.factories import an_article, told_once

LISTS = [
    ("Finance Minister Ana Ruiz, Health Minister Kenji Ito and Mayor Ben Okoro resigned on Monday.", 3),
    ("MPs Ana Ruiz, Kenji Ito and Ben Okoro resigned on Monday.", 3),
    ("The three ministers - Ana Ruiz, Kenji Ito and Ben Okoro - quit on Monday.", 3),
    ("Three ministers, Ana Ruiz, Kenji Ito and Ben Okoro, quit on Monday.", 3),
    ("The king sacked four ministers: Ana Ruiz (health), Kenji Ito (trade), Ben Okoro (sport) and Lea Moser.", 4),
    ("The king sacked the health minister, Ana Ruiz, the trade minister, Kenji Ito, and the envoy, Ben Okoro.", 3),
    ("Four ministers were sacked on Monday: Ana Ruiz, Kenji Ito, Ben Okoro and Lea Moser.", 4),
    ("Two ministers were sacked on Monday. They are Ana Ruiz and Kenji Ito. The king thanked them.", 2),
    ("Two envoys were sacked. Nobody spoke. Rain fell. Snow fell. Wind blew. Dropped were Ana Ruiz and Kenji Ito.", 2),
    ("Those who resigned were Ana Ruiz, North-3; Kenji Ito, South-1 and Ben Okoro, West-2.", 3),
    ("The envoys to Peru and Chile, Ana Ruiz and Kenji Ito, announced on Monday that they too had defected.", 2),
    ("Several ministers, including Ana Ruiz and Kenji Ito, resigned on Monday.", 2),
    ("Kenji Ito, 66, and his deputy, Ana Ruiz, resigned on Monday.", 2),
]


@pytest.mark.parametrize(("text", "count"), LISTS)
def test_a_list_of_names_is_told_as_one_act(text: str, count: int) -> None:
    (mention,) = {m.persons: m for m in extract(an_article("a", text)) if m.category == "leaving"}.values()
    assert len(mention.persons) == count


ONE = [
    # a noun that names its owner takes no subject
    ("President Tom Berg spoke on Friday to announce the resignation of Premier Ana Ruiz.", ["Ana Ruiz"]),
    # who is told, met or succeeded does not leave
    ("Tom Berg told his party leader Ana Ruiz he would resign on Friday.", ["Tom Berg"]),
    ("Tom Berg is a judge. He will succeed Kenji Ito. He resigned from the bank on Monday.", ["Tom Berg"]),
    # given names tell he from she
    ("Tom Berg met Ana Ruiz. On Monday she resigned.", ["Ana Ruiz"]),
    # an object, a hanger-on and a deputy are others
    ("Ana Ruiz leads the party. An ally of Ana Ruiz resigned on Monday.", []),
    ("The police chief resigned on Monday. Assistant Police Chief Kenji Ito takes over.", []),
    (
        "The trade minister resigned on Monday. Kenji Ito is foreign minister. Trade minister Ana Ruiz was ill.",
        ["Ana Ruiz"],
    ),
    # the lead's unnamed person is the one of whom the text tells the same
    (
        "The head of the navy resigned on Saturday. Vice-Admiral Kay Berg had told a meeting that war was near.",
        ["Kay Berg"],
    ),
    ("The king sacked backbencher Ben Okoro as chairman of the fund on Monday.", ["Ben Okoro"]),
    # "who" goes with the noun before it
    ("Kenji Ito is a judge. He met Mira, who had stepped down as mayor.", []),
    (
        "LONDON (Agency) – Kenji Ito, the foreign minister, flew home on Monday and is giving up his post.",
        ["Kenji Ito"],
    ),
]


@pytest.mark.parametrize(("text", "persons"), ONE)
def test_who_leaves(text: str, persons: list[str]) -> None:
    found = {person for m in extract(an_article("a", text)) if m.category == "leaving" for person in m.persons}
    assert found == set(persons)


ACROSS = [
    ("A senior adviser has stepped down over a flat. Cathal Dunphy, 38, offered his resignation on Thursday.",
     [("resignation", ("Cathal Dunphy",))]),
    ("The king has sacked two of his ministers. Home Minister Ana Ruiz was dismissed on Tuesday. Finance Minister "
     "Kenji Ito learned of his sacking from the news.", [("dismissal", ("Ana Ruiz",)), ("dismissal", ("Kenji Ito",))]),
    ("The chief executive of the bank has quit. Helena Prowse, 54, spoke on Thursday. Kenji Ito, the finance "
     "director, will take over as interim chief executive.",
     [("resignation", ("Helena Prowse",)), ("appointment", ("Kenji Ito",))]),
    ("Niamh Corrigan, the housing minister, said she was sad. Fergal Hession told the House that she should resign.",
     [("resignation", ("Niamh Corrigan",))]),
    ("Bohdan Yaremko, 55, denied it. His lawyer, Iryna Kostiv, said he had been fired.",
     [("dismissal", ("Bohdan Yaremko",))]),
    ("The firm is part-owned by the brother of the chief of staff, Silvia Berg. She was dismissed last Friday.",
     [("dismissal", ("Silvia Berg",))]),
    ("The minister, Kenji Ito, told reporters that General Pavlo Berg had been appointed as head of the command.",
     [("appointment", ("Pavlo Berg",))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ACROSS)
def test_whom_the_sentences_around_name(text: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    found = {(m.type, m.persons): m for m in told_once(an_article("a", text)) if m.category == "leaving"}
    assert list(found) == told


def test_a_group_whose_members_are_told_one_by_one_is_no_event_of_its_own() -> None:
    text = "Two premiers resigned this week. Ana Ruiz resigned on Monday. Kenji Ito stepped down on Tuesday."
    assert all(m.persons for m in extract(an_article("a", text)) if m.category == "leaving")


def test_another_person_of_another_post_lends_no_name() -> None:
    text = "Norland officer resigned. Rain fell. Snow fell. Wind blew. It hailed. Ana Ruiz, a diplomat, resigned."
    assert [m.persons for m in extract(an_article("a", text))] == [(), ("Ana Ruiz",)]


NO_NAMES = [
    "The Senior Minister resigned. A Senior Minister spoke.",
    "She is the second Election Commissioner. The Election Commissioner spoke.",
    "The king suspended the district head of Kasuwa Dorayi.",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_posts_and_their_places_are_no_persons(text: str) -> None:
    assert not find_people(text).names


NAMES = [
    ("The bank said that Samuel Stanley Jr. had resigned. Mr Stanley was its head.", {"Samuel Stanley Jr."}),
    (
        "Dr. A.P.J. Abdul Kalam, S. Jaishankar and Md. Harun Chowdhury met.",
        {"A.P.J. Abdul Kalam", "S. Jaishankar", "Harun Chowdhury"},
    ),
    ("Neither Ana Ruiz nor Kenji Ito spoke.", {"Ana Ruiz", "Kenji Ito"}),
    ("Minister for Science and Technology Fawad Berg quit.", {"Fawad Berg"}),
    ("Shimon Berg quit. Berg was a judge.", {"Shimon Berg"}),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_with_initials_suffixes_and_openers(text: str, names: set[str]) -> None:
    assert {name.person for name in find_people(text).names} == names
