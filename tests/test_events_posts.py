"""Which post somebody leaves or takes, its body and its country, in the words of the text. All persons are invented."""

import pytest

from pipeline.entities.offices import country_served, organisation_of
from pipeline.events import extract
from tests.factories import an_article

ROLES = [
    # before the name
    ("Minister Ana Ruiz resigned on Monday.", "Minister"),
    ("Police chief Ana Ruiz resigned on Monday.", "Police chief"),
    ("Prime Minister Ana Ruiz resigned on Monday.", "Prime Minister"),
    ("Deputy finance minister Boris Petrov resigned on Monday.", "Deputy finance minister"),
    ("Acting police chief Ana Ruiz resigned on Monday.", "Acting police chief"),
    ("Secretary-General Ana Ruiz resigned on Monday.", "Secretary-General"),
    ("Vice-president Ana Ruiz was sacked on Monday.", "Vice-president"),
    ("The king sacked his climate envoy Ana Ruiz on Monday.", "climate envoy"),
    ("The Minister of Finance Ana Ruiz resigned on Monday.", "Minister of Finance"),
    ("British Minister for Northern Ireland Brandon Berg resigned on Monday.", "British Minister for Northern Ireland"),
    ("Norland's long-serving prime minister Kay Berg was ousted on Monday.", "Norland's prime minister"),
    ("The outlet's opinion editor Ana Ruiz quit on Monday.", "opinion editor"),
    ("The country's central bank governor Ana Ruiz quit on Monday.", "central bank governor"),
    ("Rebels ousted president Kay Berg on Monday.", "president"),
    ("Army chief General Kay Berg was sacked on Monday.", "Army chief"),
    ("The outgoing premier Ana Ruiz stepped down on Monday.", "premier"),
    # before the name, with commas and what belongs to the post
    ("The envoy, Ana Ruiz, resigned on Monday.", "envoy"),
    ("The head of the water board, Ana Ruiz, resigned on Monday.", "head of the water board"),
    ("Russia's ambassador to Sweden, Maria Lund, resigned on Monday.", "Russia's ambassador to Sweden"),
    ("The director of the Harbour Agency, Ana Ruiz, was dismissed on Monday.", "director of the Harbour Agency"),
    # after the name
    ("Ana Ruiz, the police chief, resigned on Monday.", "police chief"),
    ("Ana Ruiz, 66, the police chief, resigned on Monday.", "police chief"),
    ("Ana Ruiz, head of the water board since 2019, quit on Monday.", "head of the water board"),
    ("Ana Ruiz (the health minister) resigned on Monday.", "health minister"),
    ("Ana Ruiz - the health minister - resigned on Monday.", "health minister"),
    ("Josh Paul, a director at the State Department's Bureau of Harbour Affairs, resigned on Monday.",
     "director at the State Department's Bureau of Harbour Affairs"),
    ("The king removed Ana Ruiz, one of several deputy prime ministers charged with roads.", "deputy prime minister"),
    ("Ana Ruiz, Norland's envoy to Peru, resigned on Monday.", "Norland's envoy to Peru"),
    # two posts
    ("Ana Ruiz, minister of finance and deputy premier, resigned on Monday.", "minister of finance and deputy premier"),
    ("Finance Minister Ana Ruiz and Health Minister Kenji Ito resigned on Monday.", "Finance Minister and Health Minister"),
    ("The mayor Ana Ruiz resigned as chairwoman of the fund on Monday.", "chairwoman of the fund"),
    # beside another mention of the name
    ("Ana Ruiz, the health minister, wept. She resigned on Monday.", "health minister"),
    ("Ms Ruiz resigned on Monday. The trade minister, Ana Ruiz, gave no reason.", "trade minister"),
    # beside the trigger
    ("Ana Ruiz resigned as premier to call an early election on Monday.", "premier"),
    ("On Monday Ana Ruiz resigned the presidency.", "president"),
    ("On Monday Ana Ruiz resigned as consul and fled to Peru.", "consul"),
    # told of the past: this is how they became former
    ("The former Archbishop of Lund Ana Ruiz resigned in 2019.", "Archbishop of Lund"),
    # no post is given, or not of this event
    ("Former minister Kenji Ito resigned on Monday.", ""),
    ("Ex-premier Kenji Ito quit on Monday.", ""),
    ("Ana Ruiz, 66, resigned on Monday.", ""),
    ("General Kay Berg was sacked on Monday.", ""),
    ("Veteran politician Ana Ruiz quit on Monday.", ""),
    ("Lea Moser, an aide of the mayor, said that Ana Ruiz resigned on Monday.", ""),
    ("The incoming minister Ana Ruiz resigned on Monday.", ""),
    ("The mayor's wife, Ana Ruiz, resigned on Monday.", ""),
    ("Perhaps General Kay Berg resigned on Monday.", ""),
    ("Minister of Trade Lea Moser met Ana Ruiz on Sunday. Ana Ruiz resigned on Monday.", ""),
    ("Ana Ruiz, the mayor, wept. Judge Ana Ruiz wept again. Ana Ruiz is tired. She resigned on Monday.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_post_left_is_the_one_that_the_text_gives(text: str, role: str) -> None:
    gone = [m for m in extract(an_article("a", text)) if m.type in ("resignation", "dismissal")]
    assert [m.role for m in gone] == [role]


TAKEN = [
    ("Ana Ruiz was named envoy on Monday.", "envoy"),
    ("President Ana Ruiz, who took office on Monday, spoke.", "President"),
    ("Ana Ruiz begins her fifth term as premier on Monday.", "premier"),
    ("The king nominated Ana Ruiz - who is 40 - as the next premier on Monday.", "premier"),
    ("Finance minister Ana Ruiz was put in charge of the party on Monday.", ""),
]


@pytest.mark.parametrize(("text", "role"), TAKEN)
def test_the_post_taken_is_not_the_one_held_before(text: str, role: str) -> None:
    assert {m.role for m in extract(an_article("a", text)) if m.type == "appointment"} == {role}


def test_who_flees_may_be_a_former_minister() -> None:
    (fled,) = extract(an_article("a", "Former minister Kenji Ito fled Norway on Monday."))
    assert (fled.type, fled.role) == ("departure", "former minister")


BODIES = [
    # role, body, country
    ("director at the State Department's Bureau of Harbour Affairs", "State Department's Bureau of Harbour Affairs", ""),
    ("chairman of the Bank of Norland", "Bank of Norland", ""),
    ("Fuji TV's chairman", "Fuji TV", ""),
    ("head of the state-owned technology company RUSNANO", "RUSNANO", ""),
    ("Minister of Finance", "", ""),
    ("head of the water board", "", ""),
    ("Archbishop of Canterbury", "", ""),
    ("Russia's ambassador to Sweden", "", "Russia"),
    ("Russia’s Counsellor to the United Nations", "", "Russia"),
    ("British Minister for Northern Ireland", "", "United Kingdom"),
    ("former French minister", "", "France"),
    ("president of Peru", "", "Peru"),
    ("envoy to Peru", "", ""),
    ("Putin's special representative", "", ""),
    ("Georgia governor", "", ""),
    ("", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("role", "body", "country"), BODIES)
def test_body_and_country_are_what_the_words_for_the_post_name(role: str, body: str, country: str) -> None:
    assert (organisation_of(role), country_served(role)) == (body, country)


def test_a_mention_carries_the_body_of_its_post() -> None:
    (mention,) = extract(an_article("a", "Fuji TV's chairman Kenji Ito resigned on Monday."))
    assert (mention.role, mention.organisation) == ("Fuji TV's chairman", "Fuji TV")
