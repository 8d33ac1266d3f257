"""What pages/server and pages/text assume about Streamlit's insides, a test for each assumption.

pages/server/README.md says what a reader notices when one of them no longer holds.
"""

import base64
import hashlib
import inspect
import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio
import pytest
import streamlit as st
from starlette.datastructures import QueryParams

from pages.chart import frame
from pages.server import first_paint, link_preview, middleware, streamlit_bundles
from pages.state import link_script
from pages.text.style import COLOUR_INDEX
from pipeline.vocabulary import CATEGORIES
from tests.browser.conftest import LISTED, reading

INDEX = (streamlit_bundles.STATIC / "index.html").read_text("utf-8")
SCRIPTS = streamlit_bundles.STATIC / "static" / "js"
CONFIG = Path(__file__).resolve().parents[1] / ".streamlit" / "config.toml"


@cache
def everything() -> str:
    """All scripts of Streamlit, one after the other."""
    return "\n".join(file.read_text("utf-8") for file in sorted(SCRIPTS.glob("*.js")))


def quoted(word: str) -> str:
    """A pattern for a string of a script, in whichever quotes the minifier chose."""
    return rf"[\"'`]{re.escape(word)}[\"'`]"


def test_the_page_has_one_title_for_ours_to_replace() -> None:
    assert INDEX.count("<title>Streamlit</title>") == 1 and INDEX.count("</head>") == 1


def test_the_page_has_one_root_before_which_the_first_paint_stands() -> None:
    assert INDEX.count('<div id="root">') == 1
    assert first_paint.SCRIPT in link_preview.shell("/", QueryParams(""), "http://testserver/")


def test_the_page_preloads_one_font_for_ours_to_replace() -> None:
    assert len(re.findall(r'as="font"', INDEX)) == 1 and "SourceSans" not in link_preview.index()
    assert all(name in link_preview.index() for name in link_preview.FONTS)


def test_the_policy_allows_every_inline_script_of_the_page_and_no_other() -> None:
    inline = [body for tag, body in re.findall(r"<script([^>]*)>(.*?)</script>", INDEX, re.DOTALL) if "src=" not in tag]
    assert inline, "Streamlit's page has no inline script any more: the hash in middleware.py can go"
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for body in inline]
    [allowed] = re.findall(r"script-src 'self' ([^;]+) blob:", middleware._HEADERS["Content-Security-Policy"])
    assert sorted(allowed.split()) == sorted([*hashes, first_paint.SCRIPT_HASH])


def test_the_static_files_lie_where_the_page_looks_for_them() -> None:
    asked = re.findall(r'(?:src|href)="\.(/static/(?:js|css)/[^"]+)"', INDEX)
    assert len(asked) > 5 and set(asked) <= middleware._bundles().keys()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"data-testid=([\w-]+)", first_paint.SCRIPT))))
def test_streamlit_still_draws_the_elements_that_the_first_paint_waits_for(name: str) -> None:
    assert re.search(rf"data-testid\W+:{quoted(name)}", everything()), f"{name}: the first paint stays 20 seconds"


def test_streamlit_still_says_when_its_script_has_run() -> None:
    assert re.search(quoted("data-test-script-state"), everything())
    assert re.search(quoted("notRunning"), everything())


def test_streamlit_still_listens_for_back_and_forward() -> None:
    assert re.search(rf"addEventListener\({quoted('popstate')}", everything())
    assert "popstate" in Path(link_script.__file__).with_suffix(".js").read_text("utf-8")


def test_a_component_may_be_a_script_alone() -> None:
    assert {"name", "js"} <= inspect.signature(st.components.v2.component).parameters.keys()


def test_the_colours_of_a_chart_are_placeholders_that_the_browser_replaces() -> None:
    colours = [frame.colour(category) for category in CATEGORIES]
    assert colours == [pio.templates["streamlit"].layout.colorway[COLOUR_INDEX[category]] for category in CATEGORIES]
    [chart] = SCRIPTS.glob(f"{streamlit_bundles.CHART}.*.js")
    missing = [colour for colour in colours if not re.search(quoted(colour), chart.read_text("utf-8"))]
    assert not missing and len(set(colours)) == len(CATEGORIES)
    themes = tomllib.loads(CONFIG.read_text("utf-8"))["theme"]
    assert all(len(themes[name]["chartCategoricalColors"]) == len(CATEGORIES) for name in ("light", "dark"))


def test_a_figure_may_be_made_without_plotlys_checks() -> None:
    made = go.Figure({"data": [{"type": "scatter", "x": [1]}], "layout": {"height": 9}}, _validate=False)
    assert json.loads(made.to_json())["layout"]["height"] == 9


@pytest.mark.parametrize("name", [streamlit_bundles.CHART, *streamlit_bundles.WIDGETS])
def test_every_preloaded_part_has_one_script(name: str) -> None:
    found = [*SCRIPTS.glob(f"{name}.*.js")]
    if not found:
        pytest.skip(f"no script is called {name} any more: it is not preloaded, and a first visit shows it later")
    assert len(found) == 1


def test_the_chart_script_is_recognised() -> None:
    [chart] = SCRIPTS.glob(f"{streamlit_bundles.CHART}.*.js")
    script = chart.read_text("utf-8")
    lean = streamlit_bundles.lean(script)
    if lean == script:
        pytest.skip("the chart's script is not recognised and is served whole: 0.86 MB more on a first visit")
    assert len(lean) < 0.45 * len(script)


def test_the_collection_after_every_run_can_be_switched_off() -> None:
    assert tomllib.loads(CONFIG.read_text("utf-8"))["runner"]["postScriptGC"] is False
    assert st.get_option("runner.postScriptGC") in (True, False)


def test_the_icon_font_has_the_name_that_our_icons_ask_for() -> None:
    styles = "".join(file.read_text("utf-8") for file in (streamlit_bundles.STATIC / "static" / "css").glob("*.css"))
    assert re.search(r"@font-face\s*\{[^}]*font-family:\s*[\"']?Material Symbols Rounded", styles)


BADGE = """words => {
  const shown = [...document.querySelectorAll("[data-testid=stMain] span")].filter(e => e.innerText.trim().endsWith(words)
    && getComputedStyle(e).backgroundColor !== "rgba(0, 0, 0, 0)");
  return shown.map(e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor])[0];
}"""
ICON = "e => getComputedStyle(e).fontFamily.split(',')[0].replaceAll('\"', '')"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_our_badges_and_icons_look_like_streamlits(browser: Any, server: str, scheme: str) -> None:
    seen = {}
    with reading(browser, server, color_scheme=scheme) as someone:
        for path, event in (("/?q=customs", "berg-dismissed"), (f"/event?id={'berg-dismissed'}", "berg-dismissed")):
            page = someone.open(path).page
            seen[path] = page.evaluate(BADGE, "reported")
            if path.startswith("/?"):
                assert page.locator(LISTED).count() == 1 and event in page.locator(LISTED).first.get_attribute("href")
                ours = page.locator("[data-testid=stMain] li span[aria-hidden]").first.evaluate(ICON)
            else:
                theirs = page.locator("[data-testid=stMain] [data-testid=stIconMaterial]").first.evaluate(ICON)
    listed, drawn = seen.values()
    assert ours == theirs == "Material Symbols Rounded"
    assert listed and drawn
    for mine, streamlits in zip(map(rgb, listed), map(rgb, drawn), strict=True):
        assert max(abs(a - b) for a, b in zip(mine, streamlits, strict=True)) <= 3, (scheme, mine, streamlits)


def rgb(colour: str) -> list[float]:
    """The three parts of a colour as a browser computes it, laid over the page's ground where it is transparent."""
    parts = [float(part) for part in re.findall(r"[\d.]+", colour)]
    return parts[:3]
