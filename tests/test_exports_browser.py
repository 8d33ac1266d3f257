"""exports in Chromium: the offline file works from a disk with the network off, and TimelineJS draws its JSON."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.invented import hostile, world
from tests.test_exports import told, written

pytestmark = pytest.mark.browser
TIMELINEJS = "@knight-lab/timelinejs@3.9.11"
PWNED = "Object.keys(window).filter(name => name.startsWith('pwned')).length"


@contextmanager
def opened(browser: Any, file: Path, **options: Any) -> Iterator[tuple[Any, list[str], list[str]]]:
    """A page on a file with the network off, the addresses that it asked for, and what went wrong in it."""
    context = browser.new_context(offline=True, **options)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.goto(file.as_uri())
    yield page, asked, wrong
    context.close()


def saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_offline_file_filters_by_words(browser: Any, tmp_path: Path, scheme: str) -> None:
    file = saved(tmp_path, "offline.html", written("offline.html", told(world())))
    with opened(browser, file, color_scheme=scheme) as (page, asked, wrong):
        assert page.locator("li:visible").count() == 10 and page.locator("h2:visible").first.inner_text() == "2029"
        for words, events, months in (("KOVAC", 3, 2), ("kovač crossed", 1, 1), ("<b>", 0, 0), ("", 10, 5)):
            page.get_by_role("searchbox").fill(words)
            said = f"{events} of 10 shown" if words else ""
            page.wait_for_function("said => document.querySelector('output').textContent === said", arg=said)
            assert (page.locator("li:visible").count(), page.locator("h2:visible").count()) == (events, months), words
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 28)"}[scheme]
        assert asked == [file.as_uri()] and wrong == []


@pytest.mark.parametrize("name", ["offline.html", "brief.html", "people.html"])
def test_a_hostile_document_does_nothing(browser: Any, tmp_path: Path, name: str) -> None:
    file = saved(tmp_path, name, written(name, told(hostile())))
    with opened(browser, file) as (page, asked, wrong):
        assert page.locator("h3").get_by_text("<script>window.pwned=1</script>").count() == 1
        assert page.evaluate(PWNED) == 0 and asked == [file.as_uri()] and wrong == []
        addresses = page.eval_on_selector_all("a", "links => links.map(link => link.protocol)")
        assert set(addresses) == {"https:"}


def test_the_policy_stops_what_is_not_ours(browser: Any, tmp_path: Path) -> None:
    payload = written("offline.html", told(world())).replace(b"</body>", b"<script>window.pwned=1</script></body>")
    with opened(browser, saved(tmp_path, "offline.html", payload)) as (page, _, wrong):
        assert page.evaluate(PWNED) == 0 and len(wrong) == 1 and "Content Security Policy" in wrong[0]


def test_a_page_a_person_is_printed(browser: Any, tmp_path: Path) -> None:
    with opened(browser, saved(tmp_path, "people.html", written("people.html", told(world())))) as (page, _, wrong):
        assert page.pdf(format="A3").count(b"/Type /Page\n") == page.locator("section").count() == 3 and wrong == []


@pytest.fixture(scope="session")
def timelinejs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as its makers publish it; without npm or the registry the test is skipped."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm: `apt-get install -y npm` installs it")
    folder = tmp_path_factory.mktemp("timelinejs")
    command = [npm, "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund", TIMELINEJS]
    got = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    if got.returncode:
        reason = f"npm does not give {TIMELINEJS}: {got.stderr.strip()[-300:]}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return folder / "node_modules" / "@knight-lab" / "timelinejs" / "dist"


@pytest.mark.parametrize("make", [world, hostile])
def test_timelinejs_draws_its_json(browser: Any, timelinejs: Path, tmp_path: Path, make: Any) -> None:
    slides = written("events.timeline.json", told(make()))
    bundle = (timelinejs / "js" / "timeline.js").as_uri()
    page_text = (
        (
            f'<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{(timelinejs / "css" / "timeline.css").as_uri()}">'
            f'<div id="t" style="height:600px"></div><script src="{bundle}"></script><script type="application/json" id="slides">'
        ).encode()
        + slides.replace(b"<", b"\\u003c")
        + b"""</script><script>
    const slides = JSON.parse(document.getElementById("slides").textContent);
    window.timeline = new TL.Timeline("t", slides, {hash_bookmark: false, ga_measurement_id: null});
    </script>"""
    )
    dated = 8 + (make is hostile)
    with opened(browser, saved(tmp_path, "timeline.html", page_text)) as (page, asked, wrong):
        page.wait_for_selector("#t .tl-slide h2 >> visible=true")
        page.wait_for_selector(".tl-timemarker", state="attached")
        assert page.locator(".tl-timemarker").count() == dated and page.locator(".tl-slide").count() == dated + 1
        shown = page.locator(".tl-timemarker h2").all_text_contents()
        assert "Mira Kovač resigns as deputy foreign minister" in [text.strip() for text in shown]
        assert page.evaluate(PWNED) == 0
        assert not [url for url in asked if url.startswith("http")] or all(
            "knightlab" in url for url in asked if url.startswith("http")
        )
        assert not [text for text in wrong if "net::" not in text]
        links = page.eval_on_selector_all(".tl-text-content a", "links => links.map(link => link.protocol)")
        assert links and set(links) == {"https:"}
