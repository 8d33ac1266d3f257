"""bundles: the installed Streamlit looks as expected; what does not is left alone."""

import re
from pathlib import Path

import pytest
from starlette.datastructures import QueryParams

from pages.chart import histogram, plot
from pages.chart.daycount import war_began
from pages.chart.extent import extents
from pages.chart.frame import Behind
from pages.server import link_preview, middleware, streamlit_bundles
from pipeline.tables.files import read_tables

TINY = (
    'var m=_({"lib/core.js"(e,t){t.exports=h()}}),h=_({"src/helper.js"(e,t){t.exports=1}}),'
    'b=_({"lib/bar.js"(e,t){t.exports=w()}}),p=_({"lib/pie.js"(e,t){t.exports=s()}}),'
    's=_({"src/slice.js"(e,t){t.exports=3}});function x(){return y()}var z,w=g({"src/wide.js"(){z=x()}}),'
    'y=_({"src/far.js"(e,t){t.exports=2}});return _({"lib/index.js"(e,t){var n=m();n.register([b(),p()]),t.exports=n}})'
)
LEAN = (
    'var m=_({"lib/core.js"(e,t){t.exports=h()}}),h=_({"src/helper.js"(e,t){t.exports=1}}),'
    'b=_({"lib/bar.js"(e,t){t.exports=w()}}),p=_({"lib/pie.js"(e,t){}}),'
    's=_({"src/slice.js"(e,t){t.exports=3}});function x(){return y()}var z,w=g({"src/wide.js"(){z=x()}}),'
    'y=_({"src/far.js"(e,t){t.exports=2}});return _({"lib/index.js"(e,t){var n=m();n.register([b()]),t.exports=n}})'
)
"""What the bar calls stays, over two corners; so does what shares its text with something that stays."""


@pytest.fixture(scope="module")
def script() -> str:
    [file] = streamlit_bundles.STATIC.glob(f"static/js/{streamlit_bundles.CHART}.*.js")
    return file.read_text("utf-8")


def recognised(script: str) -> str:
    """The lean script; skips where this version of Streamlit has another one, which is then served whole."""
    lean = streamlit_bundles.lean(script)
    if lean == script:
        pytest.skip("Streamlit's chart script is not recognised and is served whole: see pages/server/README.md")
    return lean


def test_only_what_is_called_stays() -> None:
    assert streamlit_bundles.lean(TINY) == LEAN


@pytest.mark.parametrize(
    "script",
    [
        "",
        "export default 1;",
        TINY.replace("lib/bar.js", "lib/bars.js"),
        TINY.replace(".register(", ".add("),
        TINY.replace("lib/index.js", "lib/main.js"),
        TINY.replace("s=_({", "h=_({"),  # two modules of one name
    ],
)
def test_a_script_that_looks_otherwise_is_left_as_it_is(script: str) -> None:
    assert streamlit_bundles.lean(script) == script


def test_the_installed_chart_loses_more_than_half(script: str) -> None:
    lean = recognised(script)
    assert len(lean) < 0.45 * len(script)
    assert re.search(r"\.register\(\[[\w$]+\(\)\]\)", lean)
    assert lean[:2000] == script[:2000] and lean[-9000:] == script[-9000:]  # Streamlit's own part


def test_every_kind_of_trace_that_is_drawn_stays(script: str, tables: Path) -> None:
    read, lean = read_tables(tables), recognised(script)
    behind = Behind(0.0)
    figures = (
        plot.marks_figure(read.events, war_began(read), behind, read.events[:0]),
        histogram.bars_figure(extents(read.events), behind),
    )
    for kind in {trace["type"] for figure in figures for trace in figure.to_dict()["data"]}:
        [body] = re.findall(rf'"src/traces/{kind}/plot\.js"\(e,t\)\{{(.{{20}})', lean)
        assert not body.startswith("}")


def test_every_part_of_a_page_is_found_with_all_that_it_imports() -> None:
    parts = (streamlit_bundles.CHART, *streamlit_bundles.WIDGETS)
    files = streamlit_bundles.needed(parts)
    assert [file.partition(".")[0] for file in files[: len(parts)]] == [*parts]
    known = {*files, *re.findall(r'static/js/([^"]+)"', (streamlit_bundles.STATIC / "index.html").read_text("utf-8"))}
    assert len(set(files)) == len(files)
    for file in files:
        imported = re.findall(r'from"\./([^"]+)"', (streamlit_bundles.STATIC / "static/js" / file).read_text("utf-8"))
        assert set(imported) <= known


def test_all_that_the_timeline_asks_for_is_compressed_ahead() -> None:
    middleware.pack()
    page = link_preview.shell("/", QueryParams(""), "http://testserver/")
    asked = re.findall(r'(?:src|href)="\.(/static/(?:js|css)/[^"]+)"', page)
    before = middleware._packed.cache_info().misses
    assert len(asked) > 100 and all(middleware._packed(middleware._bundles()[path]) for path in asked)
    assert middleware._packed.cache_info().misses == before
