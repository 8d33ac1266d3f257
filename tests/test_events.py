"""Who left what, when, how surely and who says so. Invented people only; the day of publication is Wednesday 5 March 2025."""

from datetime import date

import pytest

from pipeline.events import extract
from pipeline.models import Article, Mention
from tests.factories import told_once

DAY = date(2025, 3, 5)


def read(text: str, published: date | None = DAY) -> tuple[Mention, ...]:
    return extract(Article("t", "t.txt", text, published=published))


def leaving(text: str) -> list[tuple[str, str, str]]:
    """(type, person or agent, modality) of every event of the leaving family."""
    found = told_once(Article("t", "t.txt", text, published=DAY))
    return [(m.type, "/".join(m.persons) or m.agent, m.modality) for m in found if m.category == "leaving"]


WHO = [
    ("Ms Ana Ruiz, 61, a veteran envoy in Oslo, has resigned over the war.", "Ana Ruiz"),
    ("Spokesman Kenji Ito confirmed that Ana Ruiz, 66, had resigned.", "Ana Ruiz"),
    ("Kofi Mensah, adviser to Pieter Bakker, former mayor and deputy until 2018, resigned as head of a fund.", "Kofi Mensah"),
    ("Ana Ruiz became the first judge to step down.", "Ana Ruiz"),
    ("Kenji Ito said on Friday he had accepted the resignation of his deputy, Omar al-Sadiq.", "Omar al-Sadiq"),
    ("Ana Ruiz spoke to Kenji Ito. She resigned on Monday.", "Ana Ruiz"),
    ("One of the king's closest advisers has quit. Ana Ruiz, the envoy, left her post after the attack.", "Ana Ruiz"),
    ("A top diplomat has resigned. Ana Ruiz said she was ashamed.", "Ana Ruiz"),
    ("The health minister, Ana Ruiz, and the mayor Kenji Ito have resigned.", "Ana Ruiz/Kenji Ito"),
    ("Two governors have resigned.", "Two governors"),
    ("Volta's prime minister has resigned after protests. They had accused Prime Minister Kofi Mensah of theft.", "Kofi Mensah"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), WHO, ids=[who + str(n) for n, (_, who) in enumerate(WHO)])
def test_who_resigns(text: str, who: str) -> None:
    assert ("resignation", who, "happened") in leaving(text)


MODALITY = [
    ("Ana Ruiz should resign, Kenji Ito said.", "hypothetical"),
    ("If Ana Ruiz quits, the party will split.", "hypothetical"),
    ("Critics demanded that Ana Ruiz resign.", "hypothetical"),
    ("Ana Ruiz will step down in May.", "planned"),
    ("Ana Ruiz announced that she would step down as envoy.", "planned"),
    ("Ana Ruiz was forced to resign as envoy.", "happened"),
    ("Ana Ruiz denied that she had resigned.", "denied"),
    ("Ana Ruiz has refused to resign.", "denied"),
    ("Envoy Ana Ruiz has allegedly resigned.", "alleged"),
]


@pytest.mark.parametrize(
    ("text", "modality"), MODALITY, ids=[modality + str(n) for n, (_, modality) in enumerate(MODALITY)]
)
def test_modality(text: str, modality: str) -> None:
    assert leaving(text) == [("resignation", "Ana Ruiz", modality)]


NOTHING = [
    "Ana Ruiz quit smoking in May.",
    "The striker Kenji Ito was fired up for the match.",
    "Ana Ruiz dismissed the claim as nonsense.",
    "A fired clay pot was found by Kenji Ito.",
    "The navy fired two missiles.",
    "Thousands of civilians fled the city.",
    "The bank has quit the market.",
    "Kenji Ito was resigned to defeat.",
    "The removal of mines near Kenji Ito's house took years.",
    "",
    "\n\n",
    "¿?",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_leaving(text: str) -> None:
    assert leaving(text) == []


def test_a_date_of_another_clause_is_not_taken() -> None:
    (found,) = (
        m for m in read("Kofi Mensah, adviser to the mayor until 2018, resigned on Monday.") if m.type == "resignation"
    )
    assert (found.date.start, found.date.end) == (date(2025, 3, 3), date(2025, 3, 3))


def test_background_without_date_words_stays_undated() -> None:
    text = (
        "Rain fell.\nIt was cold.\nIt was wet.\nIt was dark.\nIt was late.\nAna Ruiz, who resigned as envoy, came home."
    )
    (found,) = (m for m in read(text) if m.type == "resignation")
    assert found.date.start is None and found.date.basis == "unknown"


def test_no_publication_day() -> None:
    (found,) = (m for m in read("Envoy Ana Ruiz resigned on Monday.", None) if m.type == "resignation")
    assert found.date.start is None


def test_motive_keeps_its_words_and_speaker() -> None:
    text = "Envoy Ana Ruiz resigned, ostensibly in protest against the war, spokesman Kenji Ito said."
    (found,) = (m for m in read(text) if m.type == "resignation")
    assert found.motive == "ostensibly in protest against the war"
    assert found.motive_class == "official" and "Kenji Ito" in found.motive_speaker


def test_own_words_are_an_own_statement() -> None:
    text = 'Envoy Ana Ruiz has resigned. "I am ashamed of this work," Ana Ruiz said.'
    found = next(m for m in read(text) if m.type == "resignation")
    assert [c.evidence_class for c in found.claims if c.field == "motive"] == ["own_statement"]


def test_a_denial_goes_to_the_claim_that_it_denies() -> None:
    text = (
        "Norland bombed a theatre in Aleppo, officials said. Norland denies any strikes on the building. "
        "The palace now bans judges from resigning. The palace, meanwhile, claims that no such ban exists."
    )
    denials = {m.type: [c.value for c in m.claims if c.field == "denial"] for m in read(text)}
    assert denials["strike"] == ["Norland denies any strikes on the building."]
    assert denials["ban"] == ["The palace, meanwhile, claims that no such ban exists."]


def test_a_named_denier_makes_a_denial() -> None:
    text = "The palace now bans judges from resigning. Spokesman Kenji Ito said that it is a false rumour."
    assert [m.persons for m in read(text) if m.type == "denial"] == [("Kenji Ito",)]


def test_an_official_confirmation() -> None:
    text = "Palace spokesman Kenji Ito confirmed on Tuesday that Ana Ruiz had resigned."
    (found,) = (m for m in read(text) if m.type == "resignation")
    assert [(c.field, c.evidence_class) for c in found.claims if c.field == "confirmation"] == [
        ("confirmation", "official")
    ]


def test_an_unnamed_source() -> None:
    text = '"Two judges have tried to leave their posts," said a former clerk.'
    (found,) = (m for m in read(text) if m.type == "resignation_attempt")
    assert found.persons == () and found.agent == "Two judges" and found.evidence_class == "unnamed_source"


def test_old_spellings_get_the_modern_place() -> None:
    (found,) = (m for m in read("A soldier raised a flag in the recaptured town of Makarov.") if m.type == "recapture")
    assert (found.place, found.country) == ("Makariv", "Ukraine")


def test_two_exits_of_one_person_stay_two() -> None:
    text = "Ana Ruiz resigned as mayor in 2019. Ana Ruiz resigned as envoy on Monday."
    assert [m.date.start.year for m in told_once(Article("t", "t.txt", text, published=DAY)) if m.date.start] == [
        2019,
        2025,
    ]


def test_a_repeated_caption_is_returned_twice_and_makes_one_event() -> None:
    text = "Envoy Ana Ruiz resigned on Monday.\nEnvoy Ana Ruiz resigned on Monday."
    assert len(read(text)) == 2 and len(told_once(Article("t", "t.txt", text, published=DAY))) == 1


OTHER = [
    ("The palace has announced a new aid package.", "aid", "happened", "2025-03-05", "in the opening, without a place"),
    ("Minister Ana Ruiz is visiting Oslo.", "visit", "happened", "2025-03-05", "under way"),
    ("The truce ends on Saturday.", "agreement", "planned", "2025-03-08", "a present that speaks of a day to come"),
    ("On Monday a court struck down a law that would have barred him.", "ruling", "happened", "2025-03-03", "of the law"),
    ("It may be the largest shake-up since Norland invaded in February 2022.", "invasion", "happened", "2022-02-01", "fact"),
    ("The king said the attack was wrong. Rain fell in Aden. On Monday rebels attacked a post.", "battle", "happened",
     "2025-03-03", "a noun without a day is not told"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "modality", "day", "why"), OTHER, ids=[row[4] for row in OTHER])
def test_other_events_are_real_and_dated_as_told(text: str, kind: str, modality: str, day: str, why: str) -> None:
    assert [(m.type, m.modality, str(m.date.start)) for m in read(text)] == [(kind, modality, day)], why


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell.\nAna Ruiz said on Monday that the attack on Aden was wrong.",
        "By recapturing Aleppo, the army won praise.",
        "They spoke of offers of talks on Monday.",
    ],
)
def test_what_is_only_named_has_no_day(text: str) -> None:
    assert all(m.date.start is None for m in read(text) if m.category != "leaving")
