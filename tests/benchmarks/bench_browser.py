"""What a reader waits for in Chromium: the list and the timeline, beside an empty Streamlit page and TimelineJS.

Milliseconds from navigation to the frame in which the thing stands, medians of RUNS. All servers are visited in turns, so
that a busy machine slows each, and each visit waits for a quiet one; the first visit to a server is not counted. Cold is a fresh browser profile, which fetches
and compiles every bundle: what the aims are about. Warm is a second tab of that profile.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Error, sync_playwright

from tests.benchmarks import bench_timelinejs
from tests.benchmarks.figures import Row, row
from tests.benchmarks.servers import Server, empty, ours, over_a_line
from tests.benchmarks.timing import wait_until_quiet
from tests.conftest import FLAGS, INSTALL, chromium

RUNS = 5
WATCH = """(() => {
  const main = "[data-testid=stMain] ";
  const list = "ul[role=list] a[href*='event?']";
  const wanted = {
    title: "#early h1, " + main + "h1",
    counts: "#early small, " + main + "[data-testid=stCaptionContainer]",
    list: "#early " + list + ", " + main + list,
    usable: main + list,
    drawn: ".js-plotly-plot :is(.points, .bars) path",
  };
  const marks = (window.marks = {});
  const mark = (name) => requestAnimationFrame(() => { marks[name] = performance.now(); });
  const look = () => {
    for (const [name, selector] of Object.entries(wanted))
      if (!(name in marks) && document.querySelector(selector)?.checkVisibility({ opacityProperty: true })) mark(name);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();"""
"""Looks at every frame. The page's text is readable in the first paint, which is HTML of ours, and stays so."""
READABLE = ("title", "counts", "list")
UNTIL = "names => names.every(name => name in marks)"
SAID = {
    "readable": "headline, counts and list readable",
    "usable": "list inside the session, where filters work",
    "drawn": "timeline drawn",
}
AIMS = {"readable": "1.4", "drawn": "2.5, of 10,000 and more 3"}
AIMS_ON_A_LINE = {"readable": 3, "drawn": 6}
Times = dict[str, float]
"""Milliseconds until the keys of SAID; of the empty page, until its title is readable."""


def rows(shipped: Path, many: Iterable[Path]) -> Iterator[Row]:
    """All figures, on the shipped tables and on those with many events; none where there is no browser."""
    with sync_playwright() as playwright, ExitStack() as running:
        try:
            browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        except Error:
            print(f"What a reader waits for is not measured: {INSTALL}.")
            return
        bare, first = running.enter_context(empty()), running.enter_context(ours(shipped))
        servers = {f"shipped, {first.events()} events": first}
        for folder in many:
            server = running.enter_context(ours(folder))
            servers[f"{server.events():,} invented events"] = server
        yield from _beside_an_empty_page(browser, bare, servers)
        yield from _on_a_line(browser, running.enter_context(over_a_line(first)))


def _beside_an_empty_page(browser: Browser, bare: Server, servers: dict[str, Server]) -> Iterator[Row]:
    peers = {name: bench_timelinejs.drawn(browser, server) for name, server in servers.items()}
    turns = [[_profile(browser, server) for server in (bare, *servers.values())] for _ in range(RUNS + 1)][1:]
    for visit, cache in enumerate(("cold cache", "warm cache")):
        nothing, *each = [_medians([turn[place][visit] for turn in turns]) for place in range(len(servers) + 1)]
        title = nothing["readable"]
        for corpus, times in zip(servers, each, strict=True):
            for mark, said in SAID.items():
                measure, aim = f"{said}, {cache}", f", aim {AIMS[mark]}" if not visit and mark in AIMS else ""
                ratio = f"{times[mark] / title:.2f}"
                yield row("reading", corpus, f"{measure}, times an empty page{aim}", ratio, "1 (empty Streamlit page)")
                yield row(
                    "reading", corpus, f"{measure}, ms", f"{times[mark]:.0f}", f"{title:.0f} (empty Streamlit page)"
                )
            if not visit and (peer := peers[corpus]):
                yield row("reading", corpus, f"{SAID['drawn']}, beside TimelineJS, ms", f"{times['drawn']:.0f}", peer)


def _on_a_line(browser: Browser, line: Server) -> Iterator[Row]:
    times = _medians([_profile(browser, line)[0] for _ in range(RUNS)])
    for mark, said in SAID.items():
        aim = f", aim {AIMS_ON_A_LINE[mark]}" if mark in AIMS_ON_A_LINE else ""
        measure = f"{said}, first visit at 10 Mbit/s and 40 ms, seconds{aim}"
        yield row("reading", f"shipped, {line.events()} events", measure, f"{times[mark] / 1000:.1f}")


def _profile(browser: Browser, server: Server) -> tuple[Times, Times]:
    """A visit in a fresh profile, and another in a second tab of it."""
    wait_until_quiet()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    try:
        return _visit(context, server), _visit(context, server)
    finally:
        context.close()


def _visit(context: BrowserContext, server: Server) -> Times:
    page = context.new_page()
    page.goto(server.address, wait_until="commit")
    page.wait_for_function(UNTIL, arg=["title"] if server.bare else [*READABLE, "usable", "drawn"], timeout=60_000)
    marks = page.evaluate("marks")
    page.close()
    readable = max(marks[name] for name in READABLE if name in marks)
    return {"readable": readable, "usable": marks.get("usable", 0), "drawn": marks.get("drawn", 0)}


def _medians(visits: list[Times]) -> Times:
    return {mark: median(times[mark] for times in visits) for mark in SAID}
