"""exports: what calendars, feed readers, TimelineJS and a browser make of each kind of date, source and filter."""

import json
from datetime import date, datetime
from functools import cache
from urllib.parse import parse_qs, urlsplit

import feedparser
import icalendar
import pytest

from pipeline.exports import Selection
from pipeline.models import EventDate
from pipeline.query.filter import Filter
from tests.invented import event, hostile, on, world
from tests.test_exports import BASE, Markup, assert_only_our_markup, the_world, told, with_events, written

DATES = {
    "day": on(date(2031, 5, 4)),
    "by": on(date(2031, 5, 8), "reported"),
    "by-closed": EventDate(date(2031, 5, 8), date(2031, 5, 8), "day", "reported"),
    "week": EventDate(date(2031, 4, 28), date(2031, 5, 4), "week", "relative"),
    "month": EventDate(date(2031, 2, 1), date(2031, 2, 28), "month", "stated"),
    "season": EventDate(date(2031, 12, 1), date(2032, 2, 29), "season", "stated"),
    "year": EventDate(date(2029, 1, 1), date(2029, 12, 31), "year", "stated"),
    "range": EventDate(date(2031, 5, 6), date(2031, 5, 12), "range", "stated"),
    "since": EventDate(date(2031, 5, 6), None, "range", "relative"),
    "until": EventDate(None, date(2031, 5, 6), "range", "stated"),
    "last": on(date(9999, 12, 31)),
    "first": on(date(1, 1, 1)),
    "unknown": EventDate(),
}


@cache
def every_date() -> Selection:
    return with_events(*(event(name, "leaving/departure", "She left", when) for name, when in DATES.items()))


def calendar(payload: bytes) -> dict[str, icalendar.Event]:
    events = icalendar.Calendar.from_ical(payload).walk("VEVENT")
    assert len({str(e["UID"]) for e in events}) == len(events)
    return {str(e["UID"]).removesuffix("@broken-ranks"): e for e in events}


@pytest.mark.parametrize(
    ("name", "first", "after", "summary"),
    [
        ("day", "2031-05-04", "2031-05-05", "She left"),
        ("by", "2031-05-08", "2031-05-09", "She left (by 8 May 2031)"),
        ("by-closed", "2031-05-08", "2031-05-09", "She left (by 8 May 2031)"),
        ("week", "2031-04-28", "2031-05-05", "She left (28 April – 4 May 2031 (a week))"),
        ("month", "2031-02-01", "2031-03-01", "She left (February 2031)"),
        ("season", "2031-12-01", "2032-03-01", "She left (winter 2031–32)"),
        ("year", "2029-01-01", "2030-01-01", "She left (2029)"),
        ("range", "2031-05-06", "2031-05-13", "She left (6–12 May 2031)"),
        ("since", "2031-05-06", "2031-05-07", "She left (since 6 May 2031)"),
        ("until", "2031-05-06", "2031-05-07", "She left (until 6 May 2031)"),
        ("last", "9999-12-31", None, "She left"),
        ("first", "0001-01-01", "0001-01-02", "She left"),
    ],
)
def test_each_date_in_a_calendar(name: str, first: str, after: str | None, summary: str) -> None:
    found = calendar(written("events.ics", every_date()))[name]
    assert (found["DTSTART"].dt.isoformat(), str(found["SUMMARY"])) == (first, summary)
    assert (found["DTEND"].dt.isoformat() if "DTEND" in found else None) == after


def test_the_calendar_says_what_it_leaves_out_and_keeps_the_rules_of_the_format() -> None:
    payload = written("events.ics", every_date())
    read = icalendar.Calendar.from_ical(payload)
    assert "unknown" not in calendar(payload) and len(calendar(payload)) == len(DATES) - 1
    assert "13 events. Not in this calendar: 1 undated event." in str(read["X-WR-CALDESC"])
    for line in payload.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75 and b"\n" not in line and b"\r" not in line


def test_an_entry_of_the_calendar() -> None:
    found = calendar(written("events.ics", the_world()))
    resigns, ban = found["kovac-resigns"], found["ban"]
    assert str(resigns["URL"]) == f"{BASE}/event?id=kovac-resigns" and str(resigns["STATUS"]) == "CONFIRMED"
    assert resigns["DTSTAMP"].dt.date() == date(2031, 5, 8) and str(resigns["TRANSP"]) == "TRANSPARENT"
    assert "— The Strelsau Gazette, https://gazette.example/1" in str(resigns["DESCRIPTION"])
    assert "motive (own statement): the war" in str(resigns["DESCRIPTION"])
    assert "denied that any such order exists.” — denial: a spokesman, The Strelsau" in str(ban["DESCRIPTION"])
    assert str(ban["SUMMARY"]).startswith("[disputed] ") and str(ban["STATUS"]) == "TENTATIVE"


def test_the_feed_has_one_entry_an_event_with_stable_ids() -> None:
    read = feedparser.parse(written("events.atom", the_world()))
    assert not read.bozo and read.version == "atom10" and read.feed.subtitle == "10 events"
    ids = [entry.id for entry in read.entries]
    assert ids == [f"tag:ranks.example,2022:event/{e}" for e in the_world().events["event_id"]]
    other = feedparser.parse(written("events.atom", told(world(), Filter(sort="newest"), "http://ranks.example:8501/")))
    assert sorted(entry.id for entry in other.entries) == sorted(ids) and other.feed.id != read.feed.id
    resigns = read.entries[ids.index("tag:ranks.example,2022:event/kovac-resigns")]
    assert resigns.link == f"{BASE}/event?id=kovac-resigns" and resigns.updated == "2031-05-08T00:00:00Z"
    assert {link.href for link in resigns.links if link.rel == "via"} == {
        "https://gazette.example/1",
        "https://courier.example/2",
    }
    assert read.feed.updated == max(entry.updated for entry in read.entries)


def test_the_feed_is_plain_text_and_links_to_the_web_only() -> None:
    read = feedparser.parse(written("events.atom", told(hostile())))
    assert not read.bozo
    for entry in read.entries:
        assert {entry.title_detail.type, entry.summary_detail.type, *(c.type for c in entry.content)} == {"text/plain"}
        assert all(urlsplit(link.href).scheme == "https" for link in entry.links)


def test_an_empty_feed_without_an_address_is_still_a_feed() -> None:
    read = feedparser.parse(written("events.atom", told(world(), Filter(q="zzzzzz"), "javascript:alert(1)")))
    assert (
        not read.bozo
        and read.entries == []
        and read.feed.updated == "1970-01-01T00:00:00Z"
        and "links" not in read.feed
    )


def test_the_feed_leads_back_to_its_filter() -> None:
    chosen = Filter(person=("Mira Kovač",), q="“&<>", sort="newest")
    links = {link.rel: link.href for link in feedparser.parse(written("events.atom", told(world(), chosen))).feed.links}
    assert parse_qs(urlsplit(links["self"]).query) == {"person": ["Mira Kovač"], "q": ["“&<>"], "sort": ["newest"]}
    assert links["self"].startswith(f"{BASE}/events.atom?") and links["alternate"].startswith(f"{BASE}/?")


@pytest.mark.parametrize(
    ("name", "start", "end", "shown"),
    [
        ("day", [2031, 5, 4], None, "4 May 2031"),
        ("by", [2031, 5, 8], None, "by 8 May 2031"),
        ("week", [2031, 4, 28], [2031, 5, 4], "28 April – 4 May 2031 (a week)"),
        ("month", [2031, 2], None, "February 2031"),
        ("season", [2031, 12], [2032, 2], "winter 2031–32"),
        ("year", [2029], None, "2029"),
        ("range", [2031, 5, 6], [2031, 5, 12], "6–12 May 2031"),
        ("since", [2031, 5, 6], None, "since 6 May 2031"),
        ("until", [2031, 5, 6], None, "until 6 May 2031"),
    ],
)
def test_each_date_on_a_slide(name: str, start: list[int], end: list[int] | None, shown: str) -> None:
    slides = {s["unique_id"]: s for s in json.loads(written("events.timeline.json", every_date()))["events"]}
    assert [*slides[name]["start_date"].values()] == start and slides[name]["display_date"] == shown
    assert (list(slides[name]["end_date"].values()) if "end_date" in slides[name] else None) == end
    assert list(slides[name]["start_date"]) == ["year", "month", "day"][: len(start)]


def test_slides_hold_only_our_markup_and_count_what_is_left_out() -> None:
    read = json.loads(written("events.timeline.json", told(hostile())))
    assert "Not shown: 2 undated events" in read["title"]["text"]["text"] and len(read["events"]) == 9
    for slide in read["events"]:
        assert_only_our_markup((slide["text"]["headline"] + slide["text"]["text"]).encode())
        assert not set("<>\"'") & set(
            slide["text"]["headline"] + slide["group"] + slide["unique_id"] + slide["display_date"]
        )


def test_a_page_a_person() -> None:
    text = written("people.html", the_world()).decode()
    assert [h for h in Markup(text).headings if h[0] == "h1"] == [
        ("h1", "Mira Kovač"),
        ("h1", "Tomas Berg"),
        ("h1", "No person named"),
    ]
    only = written("people.html", the_world(Filter(person=("Tomas Berg",)))).decode()
    assert [h for h in Markup(only).headings if h[0] == "h1"] == [("h1", "Tomas Berg")]
    assert "1 of 10 events · Tomas Berg" in only


@pytest.mark.parametrize("name", ["brief.html", "offline.html"])
def test_events_stand_under_their_months(name: str) -> None:
    text = written(name, every_date()).decode()
    heads = [words for tag, words in Markup(text).headings if tag == "h2"]
    assert "2029" in heads and "May 2031" in heads and "Date unknown" in heads and "January 2029" not in heads
    assert not [
        h for h in Markup(written(name, the_world(Filter(sort="most sources"))).decode()).headings if h[0] == "h2"
    ]


def test_stamps_are_moments() -> None:
    for entry in feedparser.parse(written("events.atom", every_date())).entries:
        datetime.fromisoformat(entry.updated)
