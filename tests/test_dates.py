"""Dates: tables of news sentences, event dates, and properties that hold on any text."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dates import find_dates, from_edtf, in_words, tagger, to_edtf
from pipeline.dates.event_date import with_dates
from pipeline.events import extract
from pipeline.events.timing.nearest_date import date_for
from pipeline.models import Article, EventDate, Sentence, Timex
from pipeline.text.normalise import for_dating
from pipeline.text.sentences import split_sentences

DCT = date(2022, 3, 23)  # a Wednesday


def _values(text: str, dct: date | None = DCT, country: str = "") -> list[tuple[str, str]]:
    return [(timex.text, timex.value) for timex in find_dates(text, dct, country)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The envoy resigned on Wednesday.", [("Wednesday", "2022-03-23")]),
        ("The council will meet on Tuesday.", [("Tuesday", "2022-03-29")]),
        ("On Friday, the court is to rule.", [("Friday", "2022-03-25")]),
        ("The vote had been due on Monday.", [("Monday", "2022-03-21")]),
        ("They called on people to march on Saturday.", [("Saturday", "2022-03-26")]),
        ("Talks were held between 3 and 5 March.", [("3", "2022-03-03"), ("5 March", "2022-03-05")]),
        (
            "It lasted from 30 December to 5 January 2021.",
            [("30 December", "2020-12-30"), ("5 January 2021", "2021-01-05")],
        ),
        ("Shells fell in the early hours of Tuesday.", [("the early hours of Tuesday", "2022-03-22TMO")]),
        ("It began at 6am.", [("6am", "2022-03-23T06:00")]),
        ("He led it from 1999 to 2001.", [("1999", "1999"), ("2001", "2001")]),
        ("In the past three weeks he wrote twice.", [("the past three weeks", "P3W")]),
        ("Sirens wailed overnight in Kyiv.", [("overnight", "2022-03-22TNI")]),
        ("It happened on 29 February.", [("29 February", "2020-02-29")]),
        ("agency.Last month the judge ruled", [("Last month", "2022-02")]),
        ("He left on 8 May\n2021, she said.", [("8 May\n2021", "2021-05-08")]),
        ("It closed on Friday\nMarch sales rose", [("Friday", "2022-03-18"), ("March", "2022-03")]),
        ("He may march on.", []),
        ("It is 31 June.", []),
        ("Some 1,945 men and 2,022 boys of 12 came, 3-2 up, on flight 2014.", []),
        ("The 66-year-old in his 50s paid $2008.", []),
    ],
)
def test_news_sentences(text: str, found: list[tuple[str, str]]) -> None:
    assert _values(text) == found


@pytest.mark.parametrize(
    ("text", "country", "value"),
    [
        ("Signed on 03/04/2022.", "US", "2022-03-04"),
        ("Signed on 03/04/2022.", "GB", "2022-04-03"),
        ("Signed on 03/04/2022.", "", "2022"),
        ("Signed on 03.04.2022.", "", "2022-04-03"),
        ("Signed on 2022-04-03.", "US", "2022-04-03"),
    ],
)
def test_numeric_dates_go_by_the_country(text: str, country: str, value: str) -> None:
    assert [value] == [timex.value for timex in find_dates(text, DCT, country)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Wednesday", "XXXX-WXX-3"),
        ("last week", "XXXX-WXX"),
        ("yesterday", "XXXX-XX-XX"),
        ("on March 16", "XXXX-03-16"),
        ("in April", "XXXX-04"),
        ("last year", "XXXX"),
        ("last summer", "XXXX-SU"),
        ("the third quarter", "XXXX-Q3"),
        ("on 4 July 1999", "1999-07-04"),
    ],
)
def test_without_a_publication_day_nothing_is_made_up(text: str, value: str) -> None:
    assert [value] == [timex.value for timex in find_dates(f"He quit {text}.", None)]


@pytest.mark.parametrize(
    ("text", "edtf", "basis"),
    [
        ("He warned them on March 16.", "2022-03-16", "stated"),
        ("He resigned last week.", "2022-03-14/2022-03-20", "relative"),
        ("In April 2017 he was jailed.", "2017-04", "stated"),
        ("In February, a law passed.", "2022-02", "relative"),
        ("In early 2014 crowds gathered.", "2014-01-01/2014-04-30", "stated"),
        ("It came in the mid-90s.", "1994-01-01/1996-12-31", "stated"),
        ("Two left over the past year.", "2021-03-23/2022-03-23", "relative"),
        ("It began in early March.", "2022-03-01/2022-03-10", "relative"),
        ("It has been shelled since early March.", "2022-03-01/2022-03-23", "relative"),
        ("He was mayor until 2018.", "../2018-12-31", "stated"),
        ("They met from 3 March to 5 March.", "2022-03-03/2022-03-05", "stated"),
        ("They met on 16-18 May 2019.", "2019-05-16/2019-05-18", "stated"),
        ("In the past three weeks two left.", "2022-03-02/2022-03-23", "relative"),
        ("Shells fell overnight.", "2022-03-22/2022-03-23", "relative"),
        ("Two died during the night.", "2022-03-22/2022-03-23", "relative"),
        ("It was invaded a month ago.", "2022-02", "relative"),
        ("She left last summer.", "2021-22", "relative"),
        ("He quit in 2020.", "2020", "stated"),
        ("It is under curfew from 22:00 to 06:00 local time.", "2022-03-23/2022-03-24", "relative"),
        ("It was shut from 9am to 5pm.", "2022-03-23", "relative"),
        ("It closes between April and November 2022.", "2022-04-01/2022-11-30", "stated"),
        ("They met in January and in February.", "2022-01", "relative"),
        ("She will decide within a week.", "2022-03-23/2022-03-30", "relative"),
        ("He has quit, today, he said.", "2022-03-23", "relative"),
        ("He now lives abroad.", "", "unknown"),
        ("He stayed nine months.", "", "unknown"),
        ("They meet every Monday.", "", "unknown"),
        ("He recently left.", "", "unknown"),
    ],
)
def test_event_dates(text: str, edtf: str, basis: str) -> None:
    found = find_dates(text, DCT)[0].date
    assert (to_edtf(found), found.basis) == (edtf, basis)


@pytest.mark.parametrize(
    ("text", "edtf", "alone"),
    [
        ("Shelled since May 2014.", "2014-05-01/2022-03-23", "2014-05"),
        ("He was mayor until 2018.", "../2018-12-31", "2018"),
        ("He led it from 1999 to 2001.", "1999-01-01/2001-12-31", "1999"),
        ("He quit in 2020.", "2020", "2020"),
    ],
)
def test_the_words_alone(text: str, edtf: str, alone: str) -> None:
    timex = find_dates(text, DCT)[0]
    assert (to_edtf(timex.date), to_edtf(timex.alone)) == (edtf, alone)


def test_an_article_is_searched_for_dates_once(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    recognise = tagger.recognise

    def counted(text: str, folded: str) -> object:
        searched.append(text)
        return recognise(text, folded)

    monkeypatch.setattr(tagger, "recognise", counted)
    text = (
        "Norland's premier sacked two ministers on Monday. From 3 March to 5 May 2021 Ana Ruiz had been envoy.\n"
        "Kenji Sato, who led the board between 2015 and 2018, resigned last week. He has been abroad since April.\n"
        "Since coming to power in May, she has dismissed four generals. Troops took the port within a week."
    )
    assert extract(Article("a", "a.txt", text, published=DCT))
    assert searched == [text]


_LATE_MAY = EventDate(date(2022, 5, 20), date(2022, 5, 31), "range", "stated")
_SINCE_JUNE = EventDate(date(2022, 6, 1), None, "range", "stated")
_UNTIL_MAY = EventDate(None, date(2022, 5, 31), "range", "stated")
_DAY = EventDate(date(2022, 6, 3), date(2022, 6, 3), "day", "relative")
_NEWS = EventDate(date(2022, 6, 4), date(2022, 6, 4), "day", "reported")


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        (_LATE_MAY, _DAY, 3),
        (_LATE_MAY, _LATE_MAY, 0),
        (_DAY, _NEWS, 1),
        (_SINCE_JUNE, _DAY, 0),
        (_SINCE_JUNE, _LATE_MAY, 1),
        (_UNTIL_MAY, _DAY, 3),
        (_UNTIL_MAY, _SINCE_JUNE, 1),
        (_UNTIL_MAY, _LATE_MAY, 0),
        (EventDate(), _DAY, 0),
        (EventDate(), EventDate(), 0),
    ],
)
def test_how_far_dates_are_apart(one: EventDate, other: EventDate, gap: int) -> None:
    """An open end reaches as far as it must; both ways round."""
    assert (one.gap(other), other.gap(one)) == (gap, gap)
    assert one.overlaps(other) == other.overlaps(one) == (gap == 0)


def test_the_surest_date_comes_first() -> None:
    dates = [EventDate(), _NEWS, _DAY, _SINCE_JUNE, _LATE_MAY]
    assert sorted(dates, key=lambda found: found.rank) == [_LATE_MAY, _SINCE_JUNE, _DAY, _NEWS, EventDate()]
    assert [found.worded for found in dates] == [False, False, True, True, True]
    assert [found.days for found in dates] == [float("inf"), 1, 1, float("inf"), 12]


@pytest.mark.parametrize(
    ("text", "trigger", "words", "basis"),
    [
        ("Sato, deputy mayor until 2018, resigned over the war.", "resigned", "", "reported"),
        (
            "The spokesman confirmed on Monday that Sato, 66, had resigned, adding little.",
            "resigned",
            "Monday",
            "relative",
        ),
        ("She is the first to step down since the siege began a month ago.", "step down", "", "reported"),
        ("She is the first to step down since the siege began a month ago.", "siege", "a month ago", "relative"),
        (
            "In 2020 he was named envoy, days after leaving the firm, which he led since 2008.",
            "leaving",
            "2020",
            "stated",
        ),
        ("He went on Monday and she was sacked on Tuesday.", "sacked", "Tuesday", "relative"),
        ("He quit after it lost the 2019 election.", "quit", "", "reported"),
        ("Sato (pictured in May 2016 with his wife in Rome) fled.", "fled", "", "reported"),
        ("None came since May 2014, when the port was seized.", "seized", "May 2014", "stated"),
    ],
)
def test_the_date_of_a_trigger(text: str, trigger: str, words: str, basis: str) -> None:
    sentence = Sentence(0, len(text), text, 0)
    at = text.index(trigger)
    found = date_for((at, at + len(trigger)), sentence, for_dating(text), find_dates(text, DCT), DCT)
    assert (found.text, found.basis) == (words, basis)


def test_the_sentence_before_carries_its_date_on() -> None:
    text = (
        "Last week, a senior adviser to a former president stepped down over the invasion.\n"
        "Kenji Sato, senior adviser to the former president, resigned as head of a fund, condemning the invasion."
    )
    sentences = split_sentences(text)
    at = text.index("resigned")
    found = date_for((at, at + 8), sentences[1], for_dating(text), find_dates(text, DCT), DCT, sentences)
    assert to_edtf(found) == "2022-03-14/2022-03-20"
    assert to_edtf(date_for((at, at + 8), sentences[1], for_dating(text), (), DCT, sentences)) == "../2022-03-23"


def test_derivations_read_well() -> None:
    text = "He said on Wednesday that it began two weeks ago, on 9 March."
    assert [timex.derivation for timex in find_dates(text, DCT)] == [
        "“Wednesday”: the Wednesday on or before publication, Wed 23 March 2022",
        "“two weeks ago”: 2 weeks before publication, Mon 7 to Sun 13 March 2022",
        "“9 March”: the last one on or before publication, Wed 9 March 2022",
    ]


@pytest.mark.parametrize(
    ("start", "end", "precision", "basis", "words"),
    [
        (date(2022, 5, 23), date(2022, 5, 23), "day", "stated", "23 May 2022"),
        (date(2022, 3, 1), date(2022, 3, 23), "range", "relative", "1–23 March 2022"),
        (date(2022, 2, 27), date(2022, 3, 5), "range", "stated", "27 February – 5 March 2022"),
        (date(2021, 12, 1), date(2022, 2, 28), "season", "relative", "winter 2021–22"),
        (date(2023, 4, 1), date(2023, 4, 30), "month", "relative", "April 2023"),
        (date(2020, 1, 1), date(2020, 12, 31), "year", "stated", "2020"),
        (None, date(2018, 12, 31), "range", "stated", "until 31 December 2018"),
        (None, None, "unknown", "unknown", "date unknown"),
    ],
)
def test_in_words(start: date | None, end: date | None, precision: str, basis: str, words: str) -> None:
    assert in_words(start, end, precision, basis) == words


@pytest.mark.parametrize("text", ["2022-13", "2022-20", "yesterday", "../..", "2022-03-05/2022-03-01", "2022-3-1", "/"])
def test_no_edtf(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_edtf(text)


_PIECES = st.sampled_from(
    ["on Monday", "last", "next", "week", "the", "of", "May", "march", "3", "31", "2022", "1999", "early", "mid-", "90s", "’s", ", ", ".", "\n", "quarter", "two", "weeks", "ago", "later", "since", "until", "from", "to", "and", "–", "Easter", "noon", "5 p.m.", "(", "12/11/2010", "İ", "\xa0", "every", "night", "that day", "the following month", "00", "9999", "0001", "year", "century", "decades", "a", "half", "Q1", "H2", "FY23", "'68", "2013-14", "0600 GMT", "a Thursday", "overnight into", "AD", "at 8 tonight", "third", "quarters", "year-end", "in April", "3, 4 and 5", "to Friday", "30 Feb", "every other"]
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=120), st.lists(_PIECES, max_size=14).map(" ".join), st.lists(_PIECES, max_size=9).map("".join)
)
_DAYS = st.one_of(st.dates(), st.none())
_ROUND_TRIP = st.dates(date(1500, 1, 1), date(2999, 12, 31))


@settings(max_examples=400)
@given(_TEXTS, _DAYS)
def test_on_any_text(text: str, dct: date | None) -> None:
    last = 0
    for timex in find_dates(text, dct):
        assert text[timex.start : timex.end] == timex.text
        assert last <= timex.start < timex.end
        last = timex.end
        found = timex.date
        assert found.start is None or found.end is None or found.start <= found.end
        assert found.span == (timex.start, timex.end)
        assert (found.precision == "unknown") == (to_edtf(found) == "")
        if found.precision != "unknown":
            assert from_edtf(to_edtf(found))[:2] == (found.start, found.end)


@given(
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    _ROUND_TRIP,
    st.booleans(),
)
def test_a_week_moves_a_weekday_by_a_week(weekday: str, dct: date, ahead: bool) -> None:
    text = f"It {'will open' if ahead else 'opened'} on {weekday}."
    one, other = (find_dates(text, day)[0].value for day in (dct, dct + timedelta(days=7)))
    assert date.fromisoformat(other) - date.fromisoformat(one) == timedelta(days=7)


@given(_ROUND_TRIP, st.integers(0, 800), st.sampled_from(["stated", "relative"]))
def test_edtf_round_trip(start: date, days: int, basis: str) -> None:
    end = start + timedelta(days=days)
    value = EventDate(start, end, "day" if not days else "range", basis)
    assert from_edtf(to_edtf(value))[:2] == (start, end)


def test_unknown_stays_unknown() -> None:
    nothing = Timex(0, 3, "now", "DATE", "PRESENT_REF")
    found = with_dates((nothing,), "now", None)[0].date
    assert (found.start, found.end, found.precision, found.basis) == (None, None, "unknown", "unknown")
    assert from_edtf("") == (None, None, "unknown")
    assert date_for((0, 3), Sentence(0, 3, "now", 0), "now", (nothing,), None).basis == "unknown"
