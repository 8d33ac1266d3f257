"""What a link, a keyboard and a download give: the same as the screen."""

import csv
import io
import random
import re
import urllib.request

import pytest

from pipeline.query.filter import Filter, to_query
from pipeline.tables.files import read_tables
from tests.browser.conftest import Reader, reading
from tests.conftest import serving
from tests.factories_many import many_events

TABS = 150
"""More than enough to walk through a page of the invented tables."""
FOCUS = "() => document.activeElement.matches('a, button') ? document.activeElement.innerText : ''"


def walk_to(reader: Reader, words: str) -> None:
    """Press Tab until what has the focus says these words, then Enter."""
    for _ in range(TABS):
        reader.page.keyboard.press("Tab")
        if words in " ".join(reader.page.evaluate(FOCUS).split()):
            reader.page.keyboard.press("Enter")
            return
    pytest.fail(f"no way by keyboard to “{words}”")


def test_by_keyboard_alone_from_the_first_page_to_a_highlighted_sentence(reader: Reader):
    page = reader.open("/").page
    walk_to(reader, "Tomas Berg dismissed as head")
    page.wait_for_url("**/event?*")
    reader.settle()
    walk_to(reader, "Read in The Strelsau Gazette")
    page.wait_for_url("**/article?*")
    mark = reader.settle().page.locator("mark#passage")
    assert mark.inner_text().startswith("Tomas Berg, head of the customs office")
    walk_to(reader, "Tomas Berg, head of the customs office")
    page.wait_for_url("**/event?id=berg-dismissed*")


def filters(tables, number: int) -> list[str]:
    """Random filters, as addresses write them, that leave some events."""
    chance, events = random.Random(5), tables.events
    made = []
    for _ in range(number):
        event = events.iloc[chance.randrange(len(events))]
        chosen = {"sort": chance.choice(("oldest", "newest", "most sources"))}
        for name, value in (("category", event["category"]), ("status", event["status"]), ("type", event["type"])):
            if chance.random() < 0.4:
                chosen[name] = (value,)
        if chance.random() < 0.3:
            chosen["q"] = event["headline"].split()[0]
        if chance.random() < 0.3 and event["date_start"] == event["date_start"]:
            chosen["start"] = event["date_start"].date()
        made.append(to_query(Filter(**chosen)))
    return made


def test_rows_downloaded_are_the_rows_on_screen(reader: Reader, tables):
    page = reader.page
    for query in filters(read_tables(tables), 10):
        reader.open(f"/?{query}")
        on_screen = sorted(reader.headlines_of_list())
        page.get_by_test_id("stTopNavLink").filter(has_text="Data").click()
        page.wait_for_url("**/data?*")
        reader.settle()
        with page.expect_download() as download:
            page.get_by_role("link", name="Download events.csv").click()
        rows = list(csv.DictReader(io.StringIO(download.value.path().read_text("utf-8"))))
        assert sorted(row["headline"] for row in rows) == on_screen, query
        address = page.get_by_test_id("stCode").first.inner_text().strip()
        with urllib.request.urlopen(address) as answer:
            subscribed = csv.DictReader(io.StringIO(answer.read().decode()))
            assert [row["event_id"] for row in subscribed] == [row["event_id"] for row in rows], query


def test_a_link_and_a_citation_can_be_copied(reader: Reader):
    page = reader.open("/event?id=kovac-resigns&category=leaving").page
    page.get_by_role("button", name="Link and cite").click()
    page.get_by_text("@misc{broken-ranks-kovac-resigns").wait_for()
    told = page.get_by_test_id("stPopoverBody").inner_text()
    assert f"{reader.server}/event?id=kovac-resigns\n" in told and re.search(r"data: [0-9a-f]{12}\.", told)


def test_of_many_events_a_bar_leads_to_its_own_and_the_address_keeps_it(browser, tmp_path):
    with serving(many_events(tmp_path, 3000)) as server, reading(browser, server) as someone:
        page = someone.open("/").page
        page.wait_for_selector(".js-plotly-plot .bars path")
        page.locator(".js-plotly-plot .bars path").nth(1).click(force=True)
        page.wait_for_url("**zoom=*")
        assert re.search(r"[\d,]+ events that may fall in ", someone.settle().text())
        page.wait_for_selector(".js-plotly-plot .points path")
        sent, seen = someone.query(), someone.text()
        page.get_by_label("Zoom to").evaluate("e => e.scrollIntoView({ block: 'center' })")
        page.wait_for_timeout(500)  # an open list closes while the page scrolls
        page.get_by_label("Zoom to").fill("everything")
        page.wait_for_timeout(300)
        page.keyboard.press("Enter")
        page.wait_for_function("() => !location.search.includes('zoom')")
        assert someone.another_tab().open(f"/?{sent}").text() == seen
        assert someone.problems == []


def test_the_first_day_and_the_war_around_departures_are_in_the_address(reader: Reader, browser, server):
    page = reader.open("/?since=2031-05-01&around=14+days&category=leaving").page
    assert "day 4" in reader.text()
    page.get_by_text("War events within 14 days of a departure").click()
    page.get_by_text("This list shows closeness in time, not cause").wait_for()
    assert page.get_by_role("link", name="Ruritania invades Graustark").first.is_visible()
    assert "since=2031-05-01" in reader.query() and "around=14" in reader.query()
