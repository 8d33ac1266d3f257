"""What a reader does and sees: two clicks to the sentence, no errors, nothing unreadable, nothing executed."""

from pathlib import Path
from urllib.parse import quote

from tests.browser.conftest import PAGES, Reader, reading
from tests.conftest import serving
from tests.invented import PAYLOADS, hostile, world


def test_from_a_card_to_the_sentence_in_two_clicks(reader: Reader):
    page = reader.open("/officials").page
    page.get_by_role("link", name="All claims and sources").nth(1).click()
    page.wait_for_url("**/event?*")
    reader.settle()
    page.get_by_role("link", name="Read in Courier").first.click()
    page.wait_for_url("**/article?*")
    mark = reader.settle().page.locator("mark#passage")
    assert mark.inner_text().startswith("Deputy foreign minister Mira Kovač left her post")
    page.wait_for_function("() => { const r = document.getElementById('passage').getBoundingClientRect();"
                           " return r.top >= 0 && r.bottom <= innerHeight }")  # fmt: skip


def test_a_card_leads_to_the_sentence_in_one_click_too(reader: Reader):
    page = reader.open("/officials?person=Tomas+Berg").page
    page.get_by_role("link", name="Read in The Strelsau Gazette").first.click()
    page.wait_for_url("**/article?*")
    assert (
        reader.settle().page.locator("mark#passage").inner_text().startswith("Tomas Berg, head of the customs office")
    )


def test_a_highlight_leads_to_its_event_and_keeps_the_filter(reader: Reader):
    page = reader.open("/article?id=gazette&category=leaving").page
    page.locator("[data-testid=stHtml] a[href*='berg-dismissed']").first.click()
    page.wait_for_url("**/event?id=berg-dismissed&category=leaving")
    assert "Tomas Berg dismissed" in reader.settle().text()


def test_axe_finds_nothing_serious_in_light_and_dark(browser, server):
    from axe_playwright_python.sync_playwright import Axe

    axe, found = Axe(), []
    with reading(browser, server, bypass_csp=True) as someone:
        for name, path in PAGES.items():
            someone.open(path)
            for scheme in ("light", "dark"):
                someone.page.emulate_media(color_scheme=scheme)
                someone.page.wait_for_timeout(300)
                for violation in axe.run(someone.page).response["violations"]:
                    if violation["impact"] in ("serious", "critical"):
                        nodes = [node["html"][:200] for node in violation["nodes"]]
                        found.append((name, scheme, violation["id"], nodes))
            someone.page.emulate_media(color_scheme="light")
        assert found == []
        assert someone.problems == []


def test_a_phone_scrolls_nothing_sideways(browser, server):
    with reading(browser, server, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True) as someone:
        for name, path in PAGES.items():
            width = someone.open(path).page.evaluate(
                "() => [document.documentElement, document.querySelector('[data-testid=stMain]')].map(e => e.scrollWidth - e.clientWidth)"
            )
            assert width == [0, 0], name
            clipped = someone.page.evaluate(
                "() => [...document.querySelectorAll('[data-testid=stPageLink-NavLink] span')]"
                ".filter(e => e.scrollWidth > e.clientWidth + 1 && e.closest('[data-testid=stMain]')).map(e => e.textContent)"
            )
            assert clipped == [], name


def test_hostile_texts_execute_nothing_and_show_as_text(browser, tmp_path: Path):
    own = {"person": "/person?id=eve", "event": "/event?id=attack", "article": "/article?id=attack&at=5"}
    with serving(hostile().write(tmp_path)) as server, reading(browser, server) as someone:
        for path in ({**PAGES, **own}).values():
            someone.open(path)
            assert someone.page.evaluate("window.pwned") is None, path
            spoiled = someone.page.locator(
                "[data-testid=stMain] :is(iframe, object, form, [href^='javascript'], img[src*='evil'], [onclick], [onerror])"
            )
            assert spoiled.count() == 0, path
        for payload in (p for p in PAYLOADS if "\\" not in p):
            assert payload in someone.open(own["article"]).text()
            break
        text = someone.text()
        assert all(payload in text for payload in PAYLOADS)
        assert "\u202e" not in text
        assert PAYLOADS[0] in someone.open(own["event"]).text()
        someone.open(f"/?q={quote(PAYLOADS[0])}&person={quote(PAYLOADS[4])}")
        assert someone.page.evaluate("window.pwned") is None
        assert someone.problems == []


def test_a_corrupt_table_under_an_open_page_is_said_and_nothing_is_lost(browser, own_tables: Path):
    with serving(own_tables) as server, reading(browser, server) as someone:
        page = someone.open("/officials?category=leaving").page
        before = someone.headlines()
        (own_tables / "events.csv").write_bytes(b'event_id,"broken\n\xff\xfe')
        page.get_by_text("The newest tables cannot be read").wait_for(timeout=15_000)
        assert someone.settle().headlines() == before
        mended = world()
        mended.events = mended.events[:3]
        mended.write(own_tables)
        page.get_by_text("2 of 3 events").wait_for(timeout=15_000)
        assert page.get_by_text("The newest tables cannot be read").count() == 0
        assert someone.query() == "category=leaving"
        assert someone.problems == []


def test_the_first_paint_shows_what_then_stands_there_and_goes(browser, server):
    with reading(browser, server) as someone:
        page = someone.page
        held = []
        page.route("**/static/js/index.*", lambda route: held.append(route))
        page.goto(f"{server}/?category=leaving", wait_until="commit")
        early = page.locator("#early ul a")
        early.first.wait_for()
        first = [" ".join(text.split()) for text in early.all_inner_texts()]
        for route in held:
            route.continue_()
        someone.settle()
        assert first == someone.headlines_of_list()
        assert someone.problems == []
