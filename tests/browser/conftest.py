"""Helpers for tests that only a browser can show."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest

READY = "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
PAGES = {
    "timeline": "/", "officials": "/officials", "person": "/person?id=mira-kovac", "event": "/event?id=kovac-resigns",
    "sources": "/sources", "article": "/article?id=gazette&at=32", "data": "/data", "about": "/about",
}  # fmt: skip
LISTED = "[data-testid=stMain] li a[href*='event?']:has(strong)"
"""The headlines of the timeline's list."""
# Streamlit asks for these relative to a sub-page first, is refused, and then asks at the root.
HARMLESS = ("/_stcore/health", "/_stcore/host-config")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs Chromium, and is slow: the fast tests come first."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


class Reader:
    """Somebody with a fresh browser profile; `problems` collects console errors, page errors and requests to elsewhere."""

    def __init__(self, page: Any, server: str) -> None:
        self.page, self.server, self.problems = page, server, []
        page.set_default_timeout(30_000)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on("request", self._request)

    def another_tab(self) -> "Reader":
        """A new session in the same profile, which holds Streamlit's bundles already."""
        return Reader(self.page.context.new_page(), self.server)

    def open(self, path: str) -> "Reader":
        """Go to an address and wait until the page stands still."""
        self.page.goto(self.server + path)
        return self.settle()

    def settle(self) -> "Reader":
        """Wait until the script has run and the page no longer changes."""
        self.page.wait_for_timeout(150)
        self.page.wait_for_selector(READY)
        self.page.wait_for_function("() => !document.querySelector('[data-testid=stMain] [data-testid=stSkeleton]')")
        self.page.wait_for_selector("[data-testid=stMain] h1")
        self.page.wait_for_selector("#early", state="detached")
        self.page.wait_for_timeout(150)
        return self

    def text(self) -> str:
        """What stands in the main part."""
        return self.page.inner_text("[data-testid=stMain]")

    def said_filter(self) -> str:
        """The line above the results."""
        return self.page.locator("[data-testid=stMain] [data-testid=stCaptionContainer]").first.inner_text()

    def headlines(self) -> list[str]:
        """The links to events, in their order."""
        return self.page.locator("[data-testid=stMain] a[href*='event?']").all_inner_texts()

    def headlines_of_list(self) -> list[str]:
        """The headlines of the timeline's list, each in one line."""
        told = self.page.locator(LISTED).evaluate_all("all => all.map(e => e.innerText)")
        return [" ".join(one.split()) for one in told]

    def query(self) -> str:
        """The part of the address after the question mark."""
        return urlsplit(self.page.url).query

    def _console(self, message: Any) -> None:
        where = message.location.get("url", "") if message.location else ""
        if message.type == "error" and not where.endswith(HARMLESS):
            self.problems.append(f"console: {message.text} {where}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.server, self.server.replace("http", "ws"), "data:", "blob:")):
            self.problems.append(f"request to elsewhere: {request.url}")


@contextmanager
def reading(browser: Any, server: str, **options: Any) -> Iterator[Reader]:
    """A fresh profile on a server."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    try:
        yield Reader(context.new_page(), server)
    finally:
        context.close()


@pytest.fixture(scope="session")
def profile(browser: Any) -> Iterator[Any]:
    """A browser profile that holds Streamlit's bundles already; every tab of it is a session of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def reader(profile: Any, server: str) -> Iterator[Reader]:
    """A new tab on the session's server; the test fails if the console or the network had something to say."""
    someone = Reader(profile.new_page(), server)
    yield someone
    someone.page.close()
    assert someone.problems == []
