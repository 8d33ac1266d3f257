"""Forms in which news writes times: one row a form, (text, the expressions found with their TIMEX3 values)."""

from datetime import date

import pytest

from pipeline.dates import find_dates, to_edtf

DCT = date(2022, 3, 23)  # a Wednesday

CALENDAR = """
The envoy was sworn in on 14 March 2022. | 14 March 2022=2022-03-14
The envoy was sworn in on March 14, 2022. | March 14, 2022=2022-03-14
The envoy was sworn in on the 14th of March 2022. | the 14th of March 2022=2022-03-14
The decree is dated 14-Mar-2022. | 14-Mar-2022=2022-03-14
Rain fell on Mon, 14 Mar 2022. | Mon, 14 Mar 2022=2022-03-14
Rain fell on Thursday 24 February. | Thursday 24 February=2022-02-24
It began on February 24th, 2022, a Thursday. | February 24th, 2022=2022-02-24; Thursday=2022-02-24
Logged 2022-03-14T08:30:00Z. | 2022-03-14T08:30:00Z=2022-03-14T08:30
Logged 14.3.2022, sent 14/3/22. | 14.3.2022=2022-03-14; 14/3/22=2022-03-14
The shelling began on 24/02. | 24/02=2022-02-24
The treaty of Sept. 17, 1978 held. | Sept. 17, 1978=1978-09-17
Raids came on 3, 4 and 5 March. | 3=2022-03-03; 4=2022-03-04; 5 March=2022-03-05
Raids came on March 3, 4 and 5. | March 3=2022-03-03; 4=2022-03-04; 5=2022-03-05
Raids came on 3 and 5 May 2021. | 3=2021-05-03; 5 May 2021=2021-05-05
Polling ran from 15 to 17 March 2024. | 15=2024-03-15; 17 March 2024=2024-03-17
It ran 27 February – 5 March 2022. | 27 February=2022-02-27; 5 March 2022=2022-03-05
In July, August and October 2020 it fell. | July=2020-07; August=2020-08; October 2020=2020-10
They met on the fourth of July 2019 and on March third. | the fourth of July 2019=2019-07-04; March third=2022-03-03
In March 2020 he fell ill; in April he recovered. | March 2020=2020-03; April=2020-04
He was born on 5 May 1960 and died on 6 March. | 5 May 1960=1960-05-05; 6 March=2022-03-06
Between January and March it grew. | January=2022-01; March=2022-03
The 2013–14 protests grew. | 2013=2013; 14=2014
The poet (1952-2014) was mourned. | 1952=1952; 2014=2014
The class of ’68 met in the summer of ’69. | ’68=1968; the summer of ’69=1969-SU
It was baptised in AD 988, founded in 44 BC. | AD 988=0988; 44 BC=BC0044
Polls open on the first Tuesday in November 2024. | the first Tuesday in November 2024=2024-11-05
The judge left in June last year. | June last year=2021-06
The minister will quit in June. | June=2022-06
When the case is heard in May, she will speak. | May=2022-05
They aim to finish the bridge by May. | May=2022-05
Talks held in September failed. | September=2021-09
""".strip().splitlines()

PERIODS = """
In Q1 2021 sales fell, in Q4 they rose. | Q1 2021=2021-Q1; Q4=2021-Q4
Its FY2021 loss and its H1 2021 gain were small. | FY2021=2021; H1 2021=2021-H1
In the first half of last year it shrank. | the first half of last year=2021-H1
Sales for the quarter ended Sept. 30 fell. | the quarter=2021-Q3; Sept. 30=2021-09-30
Third-quarter profit fell to $2.50 a share from $3.10 a share a year earlier. | Third-quarter=2021-Q3; a year earlier=2020-Q3
Third-quarter profit fell. For the nine months it fell to $8 from $9 a year earlier. | Third-quarter=2021-Q3; the nine months=P9M; a year earlier=2021
It grew in the first and second quarters of 2021. | the first=2021-Q1; second quarters of 2021=2021-Q2
Its first-half profit rose, as did cash at year-end 2020. | first-half=2022-H1; year-end 2020=2020
He fled in the mid-90s, before the noughties. | the mid-90s=199; the noughties=200
The 18th-century palace burned in the late 1980s. | The 18th-century=17; the late 1980s=198
It was the winter of 2013-14. | the winter of 2013-14=2013-WI
The autumn of 2021 was dry, last spring was not. | The autumn of 2021=2021-FA; last spring=2021-SP
It will be done by year's end. | year's end=2022
He quit at the end of last year, she early last month. | the end of last year=2021; early last month=2022-02
They met over the weekend and will meet this weekend. | the weekend=2022-W11-WE; this weekend=2022-W12-WE
They meet the week after next. | the week after next=2022-W14
The week of March 7 was calm. | The week of March 7=2022-W10
""".strip().splitlines()

DAYS = """
It fell in the early hours of Sunday morning. | the early hours of Sunday morning=2022-03-20TMO
It fell late Tuesday night. | late Tuesday night=2022-03-22TNI
It fell on the evening of March 15. | the evening of March 15=2022-03-15TEV
At 0600 GMT shells fell, at 17.30 nothing. | 0600 GMT=2022-03-23T06:00
Drones came overnight into Sunday. | overnight into Sunday=2022-03-19TNI
Sirens wailed in the small hours of Monday. | the small hours of Monday=2022-03-21TMO
He spoke at 8 tonight, she at 4 in the morning. | 8 tonight=2022-03-23T20:00; 4 in the morning=2022-03-23T04:00
The trial begins on Tuesday and takes effect on 1 August. | Tuesday=2022-03-29; 1 August=2022-08-01
It fell two nights ago, not the night before last. | two nights ago=2022-03-21; the night before last=2022-03-21TNI
It began two weeks ago today; years ago it was calm. | two weeks ago today=2022-03-09; years ago=PAST_REF
It will end at 2130 local time on Tuesday. | 2130 local time on Tuesday=2022-03-29T21:30
By 5pm Tuesday it was over. | 5pm Tuesday=2022-03-22T17:00
At noon on Tuesday it fell. | noon on Tuesday=2022-03-22T12:00
The road was shut from Friday to Monday. | Friday=2022-03-18; Monday=2022-03-21
It was on a Friday. | Friday=XXXX-WXX-5
They will appeal Tuesday's ruling. | Tuesday=2022-03-22
They will attend Tuesday's meeting. | Tuesday=2022-03-29
The bid had been due to expire on Friday. | Friday=2022-03-18
The bid is due to expire on Friday. | Friday=2022-03-25
She quit on March 10; the day before, he had left. | March 10=2022-03-10; the day before=2022-03-09
She quit on March 10. Two days later he left. | March 10=2022-03-10; Two days later=2022-03-12
She quit on March 10. That evening he left. | March 10=2022-03-10; That evening=2022-03-10TEV
She quit in June 2020. Later that year he left. | June 2020=2020-06; Later that year=2020
They met on Good Friday 2019 and on Orthodox Easter 2022. | Good Friday 2019=2019-04-19; Orthodox Easter 2022=2022-04-24
They met on Thanksgiving 2020. | Thanksgiving 2020=2020-11-26
He quit almost a decade ago. | almost a decade ago=2012
He quit a few days ago. | a few days ago=PAST_REF
""".strip().splitlines()

LENGTHS_AND_SETS = """
It lasted a year and a half, then half an hour. | a year and a half=P18M; half an hour=PT30M
It lasted between two and three weeks. | two and three weeks=P2W
It took two hundred and five days. | two hundred and five days=P205D
In the past two decades it grew. | the past two decades=P2E
They meet every other week, at weekends. | every other week=P2W; weekends=XXXX-WXX-WE
They meet on Mondays and Thursdays. | Mondays=XXXX-WXX-1; Thursdays=XXXX-WXX-4
They meet twice a week and report monthly. | twice a week=P1W; monthly=P1M
The eight-month-old truce and a years-long dispute ended. | eight-month-old=P8M; years-long=PXY
It fails every few days and every Sunday morning. | every few days=PXD; every Sunday morning=XXXX-WXX-7TMO
It will one day be the largest. | one day=FUTURE_REF
These days it is calm. | These days=PRESENT_REF
""".strip().splitlines()

NO_TIMES = [
    "He may quit; they march on; Theresa May quit; the May government fell.",
    "He sat for a second, came second and won 3-2.",
    "He paid $2,022 for 1,945 tiles and 2,022 nails.",
    "She, 45, met the 45-year-old on flight 1549, phone 555-2014.",
    "He lives at 1984 Main Street, room 2012.",
    "A Mi-24, a T-90 and a Boeing 2022 burned.",
    "The spring offensive failed; they scored in the second half.",
    "Decree No. 1999 and UN Resolution 2202 were read.",
    "Three-quarters of the city burned.",
    "It earns $5 million a year and fires 60,000 shells a day.",
    "The October Revolution changed all; thousands died on 9/11.",
    "By today's standards it is slow, and they are the leaders of tomorrow.",
    "It was the second raid in as many days, the worst since Black Monday.",
    "In 2014-05 style, call 2014-2013.",
]


@pytest.mark.parametrize("row", [*CALENDAR, *PERIODS, *DAYS, *LENGTHS_AND_SETS])
def test_forms(row: str) -> None:
    text, _, wanted = row.partition(" | ")
    expected = [tuple(pair.rsplit("=", 1)) for pair in wanted.split("; ")]
    assert [(timex.text, timex.value) for timex in find_dates(text, DCT)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The report is due Friday.",
        "A hearing is scheduled Friday.",
        "The hearing, scheduled for Friday, was postponed.",
        "He plans to travel to Rome on Friday.",
        "On Friday, he'll speak.",
        "He has until Friday to answer.",
        "She is travelling to Rome on Friday.",
        "Voters go to the polls on Friday.",
        "The firm said it would close on Friday.",
        "They were arrested and will appear in court on Friday.",
        "The summit opens in Rome on Friday.",
        "Talks resume on Friday.",
        "A decision could come on Friday.",
        "He faces a vote on Friday.",
        "She says he may meet the envoy on Friday.",
    ],
)
def test_the_tense_looks_ahead(text: str) -> None:
    assert [timex.value for timex in find_dates(text, DCT)] == ["2022-03-25"]


@pytest.mark.parametrize(
    "text",
    [
        "Police said on Friday they would search the house.",
        "He said on Friday he will quit.",
        "Speaking on Friday, he said it will end.",
        "He, who is to leave soon, spoke on Friday.",
        "The ministry says it shot down six drones on Friday.",
        "Officials could not be reached on Friday.",
        "Asked on Friday whether he would leave, he said no.",
        "The vote came after Friday's blast.",
        "They will look into Friday's attack.",
        "The minister resigned on Friday and will be replaced.",
        "In a statement Friday, the ministry denied it.",
    ],
)
def test_the_tense_looks_back(text: str) -> None:
    assert [timex.value for timex in find_dates(text, DCT)] == ["2022-03-18"]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_times(text: str) -> None:
    assert find_dates(text, DCT) == ()


@pytest.mark.parametrize(
    ("text", "derivation"),
    [
        ("It began in February.", "“February”: the last one on or before publication, February 2022"),
        ("It fled in the 1990s.", "“the 1990s”: the decade as written, 1990–1999"),
        ("He quit last week.", "“last week”: the week before that of publication, Mon 14 to Sun 20 March 2022"),
        ("He quit last month.", "“last month”: the month before that of publication, February 2022"),
        ("He quit in 1990.", "“1990”: the year as written, 1990"),
        ("He quit last summer.", "“last summer”: the season near the publication day that fits, summer 2021"),
        ("He quit yesterday.", "“yesterday”: the day before publication, Tue 22 March 2022"),
        ("It fell last night.", "“last night”: the day before publication, Tue 22 March 2022, night"),
        ("Sales fell in Q4.", "“Q4”: the quarter near publication that fits, October to December 2021"),
        ("He quit two weeks ago.", "“two weeks ago”: 2 weeks before publication, Mon 7 to Sun 13 March 2022"),
    ],
)
def test_derivations(text: str, derivation: str) -> None:
    assert find_dates(text, DCT)[0].derivation == derivation


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The 2013–14 protests grew.", "2013-01-01/2014-12-31"),
        ("Raids came from Friday to Monday.", "2022-03-18/2022-03-21"),
        ("It was on a Friday.", ""),
        ("Sales fell in Q4.", "2021-10-01/2021-12-31"),
    ],
)
def test_event_dates_of_forms(text: str, edtf: str) -> None:
    assert to_edtf(find_dates(text, DCT)[0].date) == edtf


def test_repeated_words_read_alike() -> None:
    """How a wording is read does not depend on how often it came before."""
    text = "It fell in the third quarter, from 8 percent a year earlier. " * 30
    values = [timex.value for timex in find_dates(text, DCT)]
    assert values == ["2021-Q3", "2020-Q3"] * 30
    twice = find_dates("He spoke on Monday and will speak on Monday.", DCT)
    assert [timex.value for timex in twice] == ["2022-03-21", "2022-03-28"]
