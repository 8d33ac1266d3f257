"""TimelineJS beside our chart: the time in which it draws the file that we export for it.

It has the easier task: its page comes from the disk, without a server, and the network is off.
"""

import json
import shutil
import subprocess
import urllib.request
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, TimeoutError

from tests.benchmarks.servers import Server
from tests.benchmarks.timing import wait_until_quiet
from tests.test_exports_browser import TIMELINEJS

CAP = 60
"""Seconds after which a drawing is given up."""
RUNS = 5
MOST = 20_000
"""Events that it is given at most: 100,000 are 54 MB of slides."""
LONG = 10_000
"""Milliseconds: what takes longer is drawn once."""
PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{css}"><div id="t" style="height:600px"></div>
<script src="{js}"></script><script type="application/json" id="slides">{slides}</script><script>
const slides = JSON.parse(document.getElementById("slides").textContent);
new TL.Timeline("t", slides, {{hash_bookmark: false, ga_measurement_id: null}});
</script>"""
DRAWN = """number => document.querySelectorAll("#t .tl-timemarker").length === number
  && document.querySelector("#t .tl-slide h2")?.checkVisibility() && performance.now()"""


def drawn(browser: Browser, server: Server) -> str:
    """Milliseconds in words, the median of RUNS; "" of too many events, and where npm does not give the package."""
    package = _package()
    if package is None or server.events() > MOST:
        return ""
    with urllib.request.urlopen(f"{server.address}/events.timeline.json") as answer:
        slides = answer.read().decode()
    text = PAGE.format(
        css=(package / "css" / "timeline.css").as_uri(),
        js=(package / "js" / "timeline.js").as_uri(),
        slides=slides.replace("<", "\\u003c"),
    )
    with TemporaryDirectory() as folder:
        file = Path(folder, "timeline.html")
        file.write_text(text, encoding="utf-8")
        took = [_once(browser, file, len(json.loads(slides)["events"]))]
        took += [_once(browser, file, len(json.loads(slides)["events"])) for _ in range(RUNS - 1) if took[0] < LONG]
    told = f"{median(took):.0f}" if median(took) < CAP * 1000 else f"> {CAP}000"
    return f"{told} ({TIMELINEJS.removeprefix('@knight-lab/').replace('@', ' ')})"


def _once(browser: Browser, file: Path, events: int) -> float:
    wait_until_quiet()
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    try:
        page.goto(file.as_uri(), wait_until="commit")
        return float(page.wait_for_function(DRAWN, arg=events, timeout=CAP * 1000).json_value())
    except TimeoutError:
        return CAP * 1000.0
    finally:
        context.close()


@cache
def _package() -> Path | None:
    """The package as its makers publish it, in a folder that stays until the benchmark ends."""
    folder, npm = _folder().name, shutil.which("npm")
    if npm is None:
        print("TimelineJS is not measured: there is no npm.")
        return None
    command = [npm, "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", TIMELINEJS]
    if subprocess.run(command, capture_output=True, timeout=180, check=False).returncode:
        print(f"TimelineJS is not measured: npm does not give {TIMELINEJS}.")
        return None
    return Path(folder, "node_modules", "@knight-lab", "timelinejs", "dist")


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory()
