"""The address: five filters set by hand, sent to somebody, opened on a server that has just started."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests.browser.conftest import LISTED, PAGES, Reader, reading
from tests.conftest import serving

FIVE = {"q": ["kova"], "person": ["Mira Kovač"], "category": ["leaving"], "from": ["2031-05-01"], "sort": ["newest"]}


@pytest.fixture(scope="module")
def sent(browser, server) -> str:
    """The query of the address after five filters were set in the sidebar, as a reader would."""
    with reading(browser, server) as someone:
        page = someone.open("/").page
        page.get_by_label("Search", exact=True).fill("kova")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=kova*")
        page.get_by_label("Person", exact=True).click()
        page.get_by_role("option", name="Mira Kovač").click()
        page.keyboard.press("Escape")
        page.wait_for_url("**person=Mira*")
        page.get_by_role("button", name="leaving").click()
        page.wait_for_url("**category=leaving*")
        day = someone.settle().page.get_by_test_id("stDateInput").first
        for part, value in (("year", "2031"), ("month", "05"), ("day", "01")):
            day.get_by_role("spinbutton", name=part).click()
            page.keyboard.type(value)
        page.get_by_role("heading", level=1).click()  # a date counts when its field is left
        page.wait_for_url("**from=2031-05-01*")
        someone.settle()
        page.get_by_label("Sort by").scroll_into_view_if_needed()
        page.wait_for_timeout(300)  # an open list closes while the sidebar scrolls
        page.get_by_label("Sort by").click()
        page.get_by_role("option", name="newest").click()
        page.wait_for_url("**sort=newest*")
        assert parse_qs(someone.settle().query()) == FIVE
        assert someone.problems == []
        return someone.query()


@pytest.fixture(scope="module")
def sender(browser, server) -> Iterator[Reader]:
    """Who sends the links, on the server where the filters were set."""
    with reading(browser, server) as someone:
        yield someone


@pytest.fixture(scope="module")
def receiver(browser, tables: Path, tmp_path_factory) -> Iterator[Reader]:
    """Who gets the links: a fresh profile, and a server that nobody has visited yet."""
    data = Path(shutil.copytree(tables, tmp_path_factory.mktemp("fresh") / "data"))
    with serving(data) as address, reading(browser, address) as someone:
        yield someone


# The timeline comes last: the first visitor of a cold server lands on a sub-page.
@pytest.mark.parametrize("name", [*(name for name in PAGES if name != "timeline"), "timeline"])
def test_a_link_shows_what_the_sender_saw(sender: Reader, receiver: Reader, sent: str, name: str):
    path = PAGES[name] + ("&" if "?" in PAGES[name] else "?") + sent
    here, there = sender.another_tab(), receiver.another_tab()
    seen = here.open(path).text()
    assert there.open(path).text().replace(there.server, here.server) == seen
    assert there.headlines() == here.headlines()
    assert parse_qs(there.query()) == parse_qs(path.partition("?")[2])
    assert there.page.get_by_test_id("stTopNavLink").count() == 5
    assert there.page.get_by_label("Search", exact=True).input_value() == "kova"
    assert "Mira Kovač" in there.page.get_by_test_id("stMultiSelect").first.inner_text()
    if name in ("timeline", "officials", "sources", "data", "about"):
        assert there.said_filter().startswith("2 of 10 events · Mira Kovač · leaving · since 1 May 2031")
    assert here.problems == there.problems == []
    here.page.close()
    there.page.close()


def test_filters_follow_the_menu_and_back_and_forward_work(reader: Reader):
    page = reader.open("/officials?category=leaving&status=confirmed").page
    said = reader.said_filter()
    for title in ("Sources", "Data", "About", "Timeline"):
        page.get_by_test_id("stTopNavLink").filter(has_text=title).click()
        page.wait_for_function(
            "title => document.title.includes(title)", arg=title if title != "Timeline" else "Broken"
        )
        assert reader.settle().said_filter() == said
        assert parse_qs(reader.query()) == {"category": ["leaving"], "status": ["confirmed"]}
    page.locator("[data-testid=stMain] a[href*='event?']").last.click()
    page.wait_for_url("**/event?*")
    assert parse_qs(reader.settle().query()) == {
        "category": ["leaving"],
        "status": ["confirmed"],
        "id": ["kovac-resigns"],
    }
    for title, path in (("Broken", "/?"), ("About", "/about?"), ("Data", "/data?")):
        page.go_back()
        page.wait_for_function("title => document.title.includes(title)", arg=title)
        assert path in page.url and reader.settle().said_filter() == said
    page.go_forward()
    page.wait_for_function("() => document.title.includes('About')")
    assert reader.settle().said_filter() == said


def test_a_click_on_a_mark_selects_and_the_address_keeps_it(reader: Reader, browser, server):
    page = reader.open("/?person=Mira+Kova%C4%8D&type=resignation").page
    quote = "left her post on 5 May in protest"
    page.wait_for_selector(".js-plotly-plot .points path")
    page.locator(".js-plotly-plot .points path").first.click(force=True)
    page.wait_for_url("**id=kovac-resigns*")
    assert quote in reader.settle().text()
    with reading(browser, server) as other:
        assert quote in other.open("/?" + reader.query()).text()


def test_nonsense_is_a_notice_and_leaves_the_address(reader: Reader):
    reader.open("/officials?person=mira-kovac&person=Nobody&type=bogus&from=yesterday&sort=best")
    assert parse_qs(reader.query()) == {"person": ["Mira Kovač"]}
    assert reader.text().count(": ignored.") == 4


@pytest.mark.parametrize("how", [{"modifiers": ["Control"]}, {"button": "middle"}, {"modifiers": ["Shift"]}])
def test_a_link_opened_beside_carries_the_filter(reader: Reader, how: dict):
    page = reader.open("/?category=leaving&sort=newest&id=kovac-resigns").page
    main = page.get_by_test_id("stMain")
    listed, sentence = page.locator(LISTED).first, main.locator("p > a[href*='event?']").first
    page_link, menu = main.get_by_test_id("stPageLink-NavLink").first, page.get_by_test_id("stTopNavLink").nth(1)
    for link, path in ((listed, "/event?"), (sentence, "/event?"), (page_link, "/event?"), (menu, "/officials?")):
        with page.context.expect_page() as beside:
            link.click(**how)
        opened = Reader(beside.value, reader.server).settle()
        assert path in opened.page.url and "category=leaving&sort=newest" in opened.query()
        assert page.url.endswith("/?category=leaving&sort=newest&id=kovac-resigns")
        opened.page.close()


def test_a_copied_link_carries_the_filter_of_that_moment(reader: Reader):
    page = reader.open("/?category=leaving&type=resignation+attempt").page
    link = page.locator(LISTED).last
    for pressed, query in ((None, "category=leaving&type=resignation+attempt"), ("alleged", "status=alleged")):
        if pressed:
            page.get_by_role("button", name=pressed).click()
            page.wait_for_url(f"**{query}*")
            reader.settle()
        link.click(button="right")
        page.keyboard.press("Escape")
        assert query in link.evaluate("link => link.href")


@pytest.mark.parametrize("where", [LISTED, "[data-testid=stMain] p > a[href*='event?']"])
@pytest.mark.parametrize("how", ["click", "Enter"])
def test_a_link_in_html_is_followed_without_a_reload_and_back_leads_back(reader: Reader, where: str, how: str):
    page = reader.open("/").page
    page.evaluate("window.kept = true")
    page.get_by_role("button", name="leaving").click()
    page.wait_for_url("**category=leaving*")
    said, link = reader.settle().said_filter(), page.locator(where).first
    headline = link.inner_text()
    link.click() if how == "click" else link.press("Enter")
    page.wait_for_url("**/event?id=*&category=leaving")
    page.get_by_role("heading", level=1, name=headline).wait_for()
    assert reader.settle().page.get_by_role("button", name="Clear filters").is_enabled()
    page.go_back()
    page.get_by_role("heading", level=1, name="Broken Ranks").wait_for()
    assert reader.settle().said_filter() == said and reader.query() == "category=leaving"
    assert page.evaluate("window.kept")


def test_a_link_in_html_keeps_a_filter_younger_than_itself(reader: Reader):
    page = reader.open("/").page
    page.evaluate("history.replaceState({}, '', '?q=kova')")
    page.locator(LISTED).last.click()
    page.wait_for_url("**/event?id=*&q=kova")
    assert reader.settle().page.get_by_label("Search", exact=True).input_value() == "kova"


def test_the_next_event_is_in_the_address_and_back_leads_back(reader: Reader):
    page = reader.open("/event?id=kovac-resigns&category=leaving").page
    page.get_by_role("button", name="Mira Kovač leaves Ruritania").click()
    page.wait_for_url("**id=kovac-leaves*")
    assert "category=leaving" in reader.settle().query()
    assert page.get_by_role("heading", level=1).inner_text() == "Mira Kovač leaves Ruritania"
    page.go_back()
    page.get_by_role("heading", level=1, name="Mira Kovač resigns").wait_for()
