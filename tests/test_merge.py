"""merge: which mentions are one event, which value is shown, how sure it is, and that identifiers stay."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.events import extract
from pipeline.merge import Merged, Previous, merge
from pipeline.merge.headline import plain_line
from pipeline.merge.one_article import clearest_mentions
from pipeline.merge.person_names import canonical_names, same_person
from pipeline.models import Article, Claim, Clause, EventDate, Mention
from tests.factories import UNDATED, a_mention, an_article, day, days

ONE = an_article(
    "a1", "Aino Virtanen, ambassador to Norway, resigned on 6 May. In 2020 she was named ambassador. She left Finland."
)
TWO = an_article(
    "a2",
    "Virtanen quit on Monday. =Last year she was named ambassador to Norway, they said. Nobody confirmed it.",
    "2024-05-09",
)
YEAR_2020 = days("2020-01-01", "2020-12-31", "year", "stated", "In 2020")
LAST_YEAR = days("2023-01-01", "2023-12-31", "year", "relative", "Last year")


def resigned(article: Article, quote: str, when: EventDate, **fields: object) -> Mention:
    return a_mention(
        article,
        quote,
        "resignation",
        when,
        **{"persons": ("Aino Virtanen",), **fields},
    )


def named(article: Article, quote: str, when: EventDate, **fields: object) -> Mention:
    return a_mention(
        article,
        quote,
        "appointment",
        when,
        persons=("Aino Virtanen",),
        **fields,
    )


def strike(article: Article, quote: str, when: EventDate, **fields: object) -> Mention:
    return a_mention(article, quote, "strike", when, "military", **fields)


def previous(merged: Merged) -> Previous:
    acts: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for r in merged.evidence:
        if r.field == "act":
            acts[r.article_id, r.value, r.quote] = (*acts.get((r.article_id, r.value, r.quote), ()), r.event_id)
    former = {r.value: r.event_id for r in merged.evidence if r.field == "former_id"}
    return Previous(acts, former, {s: p.person_id for p in merged.people for s in (p.name, *p.aliases)})


FIRST = "Aino Virtanen, ambassador to Norway, resigned on 6 May."
SECOND = "Virtanen quit on Monday."


@pytest.mark.parametrize(
    ("one", "two", "events"),
    [
        # the same day, told by two articles; the same act as news of another day within a fortnight; a year apart
        (resigned(ONE, FIRST, day("2024-05-06")), resigned(TWO, SECOND, day("2024-05-06", "relative")), 1),
        (resigned(ONE, FIRST, day("2024-05-06")), resigned(TWO, SECOND, day("2024-05-09", "reported")), 1),
        (resigned(ONE, FIRST, day("2024-05-06")), resigned(TWO, SECOND, LAST_YEAR), 2),
        (resigned(ONE, FIRST, day("2024-05-06"), role="ambassador"), resigned(TWO, SECOND, YEAR_2020, role="head of a bank"), 2),
        (resigned(ONE, FIRST, day("2024-05-06")), resigned(TWO, SECOND, day("2024-05-06"), persons=("Onni Virtanen",)), 2),
        (resigned(ONE, FIRST, day("2024-05-06")), resigned(TWO, SECOND, day("2024-05-06"), persons=("Virtanen",)), 1),
        (resigned(ONE, FIRST, day("2024-05-06")), resigned(TWO, SECOND, day("2024-05-06"), modality="hypothetical"), 1),
        # named to the same post, the years contradict each other: one event with both dates; another post: two
        (named(ONE, "In 2020 she was named ambassador.", YEAR_2020, role="ambassador"),
         named(TWO, "Last year she was named ambassador to Norway, they said.", LAST_YEAR, role="ambassador to Norway"), 2),
        (named(ONE, "In 2020 she was named ambassador.", days("2022-01-01", "2022-12-31", "year", "stated"), role="ambassador"),
         named(TWO, "Last year she was named ambassador to Norway, they said.", LAST_YEAR, role="ambassador to Norway"), 1),
        # war events: place and day
        (strike(ONE, FIRST, day("2024-05-06"), place="Kharkov"), strike(TWO, SECOND, day("2024-05-06"), place="Kharkiv"), 1),
        (strike(ONE, FIRST, day("2024-05-06"), place="Kharkiv"), strike(TWO, SECOND, day("2024-05-06"), place="Odesa"), 2),
        (strike(ONE, FIRST, day("2024-05-06"), place="Kharkiv"), strike(TWO, SECOND, day("2024-05-05"), place="Kharkiv"), 2),
    ],
)  # fmt: skip
def test_what_is_one_event(one: Mention, two: Mention, events: int) -> None:
    assert len(merge([one, two], [ONE, TWO]).events) == events


def test_contradicting_dates_are_both_kept_and_the_choice_says_why() -> None:
    mentions = [
        named(
            ONE,
            "In 2020 she was named ambassador.",
            days("2022-01-01", "2022-12-31", "year", "stated", "In 2022"),
            role="ambassador",
        ),
        named(TWO, "Last year she was named ambassador to Norway, they said.", LAST_YEAR, role="ambassador"),
    ]
    merged = merge(mentions, [ONE, TWO])
    dates = {row.value: row.note for row in merged.evidence if row.field == "date"}
    assert set(dates) == {"2022", "2023"} and "Chosen over “Last year”" in dates["2022"] and dates["2023"] == ""
    assert merged.events[0].date.start == date(2022, 1, 1)
    assert merged.events[0].status == "reported", "two origins that contradict each other do not confirm"


def test_the_finer_of_two_dates_that_agree_is_shown() -> None:
    week = days("2024-05-06", "2024-05-12", "week", words="last week")
    merged = merge([resigned(ONE, FIRST, day("2024-05-06")), resigned(TWO, SECOND, week)], [ONE, TWO])
    assert [(e.date.precision, e.status) for e in merged.events] == [("day", "confirmed")]


OFFICIAL = {"evidence_class": "official", "speaker": "the ministry"}
DENIAL = {"claims": (Claim("denial", "denied", 0, 5, "the ministry", "official", "denied"),)}


@pytest.mark.parametrize(
    ("mentions", "status"),
    [
        ([resigned(ONE, FIRST, day("2024-05-06"))], "reported"),
        ([resigned(ONE, FIRST, day("2024-05-06"), **OFFICIAL)], "confirmed"),
        ([resigned(ONE, FIRST, day("2024-05-06"), evidence_class="unnamed_source")], "alleged"),
        ([resigned(ONE, FIRST, day("2024-05-06"), modality="alleged")], "alleged"),
        ([resigned(ONE, FIRST, day("2024-05-06"), modality="planned")], "planned"),
        ([resigned(ONE, FIRST, day("2024-05-06"), **DENIAL)], "disputed"),
        ([resigned(ONE, FIRST, day("2024-05-06"), modality="denied")], "denied"),
        (
            [resigned(ONE, FIRST, day("2024-05-06")), resigned(TWO, SECOND, day("2024-05-06"), modality="denied")],
            "disputed",
        ),
        ([resigned(ONE, FIRST, day("2024-05-06")), resigned(TWO, SECOND, day("2024-05-06"))], "confirmed"),
        ([strike(ONE, FIRST, day("2024-05-06"), place="Odesa", **OFFICIAL)], "alleged"),
    ],
)
def test_status_comes_from_who_says_what(mentions: list[Mention], status: str) -> None:
    assert [e.status for e in merge(mentions, [ONE, TWO]).events] == [status]


def test_a_person_is_called_in_the_headline_as_everywhere() -> None:
    variant = resigned(TWO, SECOND, day("2024-05-06"), persons=("Aino Wirtanen",), role="envoy")
    plain = [resigned(ONE, quote, day("2024-05-06")) for quote in (FIRST, "She left Finland.")]
    assert [(e.headline, e.persons) for e in merge([variant, *plain], [ONE, TWO]).events] == [
        ("Aino Virtanen resigns as envoy", ("Aino Virtanen",))
    ]


HEADLINES = [
    ("Envoy Ana Ruiz resigned on Monday as head of the board.", "Ana Ruiz resigns as head of the board"),
    ("Ana Ruiz and Kenji Ito resigned on Monday.", "Ana Ruiz and Kenji Ito resign"),
    ("Two governors have resigned.", "Two governors resign"),
    ("Ana Ruiz will step down as envoy in May.", "Ana Ruiz to resign as envoy"),
    ("Ana Ruiz denied that she had resigned.", "Ana Ruiz: resignation denied"),
    ("Ana Ruiz offered her resignation on Monday. Ana Ruiz resigned on Monday.", "Ana Ruiz resigns"),
    ("Łucja Dvořák resigned on Monday.", "Lucja Dvorak resigns"),
    ("One of the king's closest advisers has quit. Ana Ruiz left her post after the attack.", "Ana Ruiz resigns"),
    ("Norland has expelled 45 Sudland diplomats.", "Norland expels 45 Sudland diplomats"),
    ("On Monday a court struck down a law that would have barred him.", "Court ruling: a law that would have barred him"),
    ("Minister Ana Ruiz is visiting Oslo.", "Ana Ruiz visits Oslo"),
    ("On Monday missiles hit Odesa.", "Strike on Odesa"),
    ("On Monday Ana Ruiz was sentenced to two years in prison.", "Ana Ruiz sentenced to two years in prison"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), HEADLINES, ids=[line for _, line in HEADLINES])
def test_a_headline_is_composed_of_what_the_article_says(text: str, line: str) -> None:
    article = an_article("a1", text, "2025-03-05")
    assert [e.headline for e in merge(extract(article), [article]).events] == [line]


@given(st.text(max_size=200))
def test_a_headline_is_one_plain_line(text: str) -> None:
    line = plain_line(text)
    assert line.isascii() and line.isprintable() and len(line) <= 110


def test_the_motive_shown_is_the_persons_own() -> None:
    told = resigned(ONE, FIRST, day("2024-05-06"), motive="over the war", motive_class="reporter")
    said = resigned(
        TWO,
        SECOND,
        day("2024-05-06"),
        motive="I am tired",
        motive_class="own_statement",
        motive_speaker="Aino Virtanen",
    )
    merged = merge([told, said], [ONE, TWO])
    assert [(e.motive, e.motive_class) for e in merged.events] == [("I am tired", "own_statement")]


def test_two_reprints_of_one_origin_do_not_confirm() -> None:
    reprint = an_article("a2", TWO.text, "2024-05-09", origin=ONE.origin)
    merged = merge(
        [resigned(ONE, FIRST, day("2024-05-06")), resigned(reprint, SECOND, day("2024-05-06"))], [ONE, reprint]
    )
    assert [(e.status, len(e.articles), len(e.origins)) for e in merged.events] == [("reported", 2, 1)]


def test_an_unnamed_mention_joins_the_named_one_beside_it() -> None:
    article = an_article(
        "a1", "Last week a senior adviser stepped down. Aino Virtanen resigned as head of the fund. Two governors quit."
    )
    week = days("2024-04-29", "2024-05-05", "week")
    adviser = a_mention(
        article, "Last week a senior adviser stepped down.", "resignation", week, agent="a senior adviser"
    )
    virtanen = resigned(article, "Aino Virtanen resigned as head of the fund.", week)
    governors = a_mention(
        article, "Two governors quit.", "resignation", day("2024-05-08", "reported"), agent="Two governors"
    )
    merged = merge([adviser, virtanen, governors], [article])
    assert [e.persons for e in merged.events] == [("Aino Virtanen",), ()]


def test_an_unnamed_group_is_not_the_one_who_is_named_beside_it() -> None:
    article = an_article("a1", "His office has been plagued by staff departures. Aino Virtanen resigned in 2020.")
    staff = a_mention(
        article, "His office has been plagued by staff departures.", "resignation", UNDATED,
        agent="staff", clause=Clause(plural=True),
    )  # fmt: skip
    merged = merge([staff, resigned(article, "Aino Virtanen resigned in 2020.", YEAR_2020)], [article])
    assert [(e.persons, e.headline) for e in merged.events] == [
        (("Aino Virtanen",), "Aino Virtanen resigns"),
        ((), "Staff resign"),
    ]


def test_one_article_that_gives_two_dates_tells_two_acts() -> None:
    article = an_article("a1", "She stepped down as president in 2020. She stepped down as party president in 2021.")
    in_2021 = days("2021-01-01", "2021-12-31", "year", "stated", "in 2021")
    first = resigned(article, "She stepped down as president in 2020.", YEAR_2020, role="president")
    second = resigned(article, "She stepped down as party president in 2021.", in_2021, role="party president")
    assert [e.date.start.year for e in merge([first, second], [article]).events if e.date.start] == [2020, 2021]


def test_quotes_are_literal_and_no_quote_starts_like_a_formula() -> None:
    merged = merge([named(TWO, "=Last year she was named ambassador to Norway, they said.", LAST_YEAR)], [TWO])
    for row in merged.evidence:
        assert TWO.text[row.start : row.end] == row.quote and not row.quote.startswith("=")


def test_an_identifier_stays_when_an_article_is_added() -> None:
    first = merge([resigned(TWO, SECOND, day("2024-05-09", "reported"))], [TWO])
    second = merge(
        [resigned(ONE, FIRST, day("2024-05-06")), resigned(TWO, SECOND, day("2024-05-09", "reported"))],
        [ONE, TWO],
        previous(first),
    )
    assert (
        [e.event_id for e in second.events]
        == [e.event_id for e in first.events]
        == ["aino-virtanen-resignation-2024-05-09"]
    )


def test_a_merged_away_identifier_leads_to_its_successor() -> None:
    apart = merge(
        [strike(ONE, FIRST, day("2024-05-06"), place="Odesa"), strike(TWO, SECOND, day("2024-05-05"), place="Odesa")],
        [ONE, TWO],
    )
    together = [
        strike(ONE, FIRST, day("2024-05-06"), place="Odesa"),
        strike(TWO, SECOND, day("2024-05-06"), place="Odesa"),
    ]
    once = merge(together, [ONE, TWO], previous(apart))
    twice = merge(together, [ONE, TWO], previous(once))
    assert len(apart.events) == 2 and len(once.events) == 1
    for merged in (once, twice):
        former = [r.value for r in merged.evidence if r.field == "former_id"]
        assert {*former, merged.events[0].event_id} == {e.event_id for e in apart.events}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Dmitry Orlov", "Dmitri Orlov", True),
        ("Sergei Lebedev", "Sergey Lebedev", True),
        ("J. Okafor", "James Okafor", True),
        ("Ivan Petrov", "Ivan Petrova", False),
        ("Ivan Petrov", "Ivan Petrenko", False),
        ("James Okafor", "Janet Okafor", False),
        ("Omar al-Bashir", "Omar al-Bashar", True),
        ("Li Wei", "Li Wen", False),
    ],
)
def test_spellings_of_one_name(a: str, b: str, same: bool) -> None:
    assert same_person(a, b) is same is same_person(b, a)


def test_a_surname_alone_joins_only_where_one_person_has_it() -> None:
    assert canonical_names(["Okafor", "James Okafor"])["Okafor"] == "James Okafor"
    assert canonical_names(["Okafor", "James Okafor", "Janet Okafor"])["Okafor"] == "Okafor"


TEXT = (
    an_article("a1", "One. Two. Three. Four. Five. Six."),
    an_article("a2", "One. Two. Three. Four. Five. Six.", "2024-05-20"),
)
WHEN = st.sampled_from(
    [
        day("2024-05-06"),
        day("2024-05-08", "reported"),
        LAST_YEAR,
        YEAR_2020,
        UNDATED,
        days("2024-05-06", "2024-05-12", "week"),
    ]
)
MENTIONS = st.builds(
    lambda article, quote, kind, when, who, place, role, how: a_mention(
        TEXT[article], quote, kind[0], when, kind[1], persons=who, place=place, role=role, modality=how
    ),
    st.integers(0, 1), st.sampled_from(["One.", "Two.", "Three.", "Four.", "Five.", "Six."]),
    st.sampled_from([("resignation", "leaving"), ("appointment", "leaving"), ("strike", "military")]), WHEN,
    st.sampled_from([(), ("Aino Virtanen",), ("Onni Virtanen",), ("Virtanen",), ("Aino Virtanen", "José Núñez")]),
    st.sampled_from(["", "Odesa", "Kharkiv"]), st.sampled_from(["", "ambassador", "envoy"]),
    st.sampled_from(["happened", "happened", "planned", "denied", "alleged"]),
)  # fmt: skip


@given(st.lists(MENTIONS, max_size=8), st.randoms())
def test_the_order_of_the_mentions_never_matters(mentions: list[Mention], random: object) -> None:
    shuffled = mentions[:]
    random.shuffle(shuffled)
    assert merge(mentions, TEXT) == merge(shuffled, reversed(TEXT))


@given(st.lists(MENTIONS, max_size=8))
def test_merging_again_changes_nothing(mentions: list[Mention]) -> None:
    merged = merge(mentions, TEXT)
    assert merge(mentions, TEXT, previous(merged)) == merged


@given(st.lists(MENTIONS, max_size=8), MENTIONS)
def test_adding_a_mention_never_removes_evidence(mentions: list[Mention], one_more: Mention) -> None:
    def passages(merged: Merged) -> set[tuple[object, ...]]:
        return {(r.article_id, r.start, r.end, r.value) for r in merged.evidence if r.field == "act"}

    assert passages(merge(mentions, TEXT)) <= passages(merge([*mentions, one_more], TEXT))


@given(st.lists(MENTIONS, max_size=8))
def test_one_article_by_itself_has_the_events_of_the_tables(mentions: list[Mention]) -> None:
    own = [m for m in mentions if m.article_id == TEXT[0].article_id]
    assert len(clearest_mentions(own, TEXT[0])) == len(merge(own, TEXT).events)


@given(st.lists(MENTIONS, max_size=8), MENTIONS)
def test_what_is_only_hypothetical_joins_or_stands_alone(mentions: list[Mention], idea: Mention) -> None:
    own = [m for m in mentions if m.article_id == TEXT[0].article_id]
    idea = replace(idea, article_id=TEXT[0].article_id, persons=("Aino Virtanen",), modality="hypothetical")
    named = [replace(m, persons=("Aino Virtanen",)) for m in own]
    before, after = clearest_mentions(named, TEXT[0]), clearest_mentions([*named, idea], TEXT[0])
    assert set(before) == set(after) - {idea}


def test_order_of_three_articles() -> None:
    texts = [an_article(f"a{i}", f"Virtanen quit {i}.") for i in range(3)]
    mentions = [
        resigned(a, a.text, when)
        for a, when in zip(texts, (day("2024-05-06"), LAST_YEAR, day("2024-05-08", "reported")), strict=True)
    ]
    results = {repr(merge(order, texts)) for order in permutations(mentions)}
    assert len(results) == 1


def test_two_articles_of_one_identifier_are_refused() -> None:
    other = an_article("a1", "Onni Laine, ambassador to Norway, resigned on 7 May.")
    with pytest.raises(ValueError, match="two articles have the article_id 'a1'"):
        merge([resigned(ONE, ONE.text[:57], day("2024-05-06"))], [ONE, other])
