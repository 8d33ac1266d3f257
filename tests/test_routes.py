"""What is served beside the pages, over a real server: the filtered files, their tags, health, headers."""

import csv
import io
import json
import re
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest

from pages.server.streamlit_bundles import STATIC
from pipeline.exports import FORMATS
from tests.conftest import serving
from tests.invented import hostile


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers in lower case and body, also of an answer that urllib calls an error."""
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        answer = urllib.request.urlopen(request, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", 10),
        ("?person=mira-kovac", 3),
        (f"?person={quote('Mira Kovač')}&type=departure", 1),
        ("?category=leaving&status=alleged&status=confirmed", 2),
        ("?from=2031-05-01&to=2031-05-31&within=certain", 2),
        ("?q=border", 1),
        ("?q=nothing+like+this", 0),
        ("?type=bogus", 10),
    ],
)
def test_csv_and_json_hold_the_filtered_events(server, query, expected):
    _, headers, body = get(f"{server}/events.csv{query}")
    assert headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8"))))
    _, headers, body = get(f"{server}/events.json{query}")
    assert headers["content-type"] == "application/json"
    events = json.loads(body)["events"]
    assert len(rows) == len(events) == expected
    assert [row["event_id"] for row in rows] == [event["event_id"] for event in events]


def test_order_is_that_of_the_address(server):
    rows = list(csv.DictReader(io.StringIO(get(f"{server}/events.csv?sort=newest")[2].decode())))
    assert rows[0]["event_id"] == "summit" and rows[-1]["date"] == ""


def test_the_same_rows_answer_304(server):
    _, headers, _ = get(f"{server}/events.csv?person=mira-kovac")
    for held in (headers["etag"], headers["etag"].removeprefix("W/"), f'"x", {headers["etag"]}', "*"):
        status, _, body = get(f"{server}/events.csv?person={quote('Mira Kovač')}", If_None_Match=held)
        assert (status, body) == (304, b"")
    assert get(f"{server}/events.csv", If_None_Match=headers["etag"])[0] == 200


def test_dropped_values_are_told_in_a_header(server):
    assert "Unknown type" in get(f"{server}/events.csv?type=bogus")[1]["x-notice"]


def test_hostile_values_cannot_split_headers(server):
    status, headers, _ = get(f"{server}/events.csv?type=a%0d%0aX-Evil:1&person=%00")
    assert status == 200 and "x-evil" not in headers


def test_healthz_says_what_is_shown(server):
    status, headers, body = get(f"{server}/healthz")
    told = json.loads(body)
    assert (status, headers["content-type"], told["status"], told["events"]) == (200, "application/json", "ok", 10)
    assert len(told["version"]) == 12


def test_every_answer_carries_the_security_headers(server):
    for path in ("/", "/officials", "/events.csv", "/healthz", "/_stcore/health"):
        headers = get(server + path)[1]
        assert "script-src 'self' 'sha256-" in headers["content-security-policy"]
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_bundles_are_sent_compressed(server):
    page = get(server + "/")[2].decode()
    bundle = page.split('src="./static/js/')[1].split('"')[0]
    status, headers, body = get(f"{server}/static/js/{bundle}", Accept_Encoding="gzip")
    assert (status, headers["content-encoding"], body[:2]) == (200, "gzip", b"\x1f\x8b")
    assert "content-encoding" not in get(f"{server}/static/js/{bundle}")[1]
    assert get(f"{server}/static/..%2f..%2fconfig.py", Accept_Encoding="gzip")[0] >= 400
    for nothing in ("%00.js", f"js/{'a' * 6000}.js", "js/none.js"):
        assert get(f"{server}/static/{nothing}", Accept_Encoding="gzip")[0] < 500


def test_streamlit_run_serves_the_same_and_tables_may_break_and_mend(own_tables: Path):
    with serving(own_tables, command="streamlit") as address:
        assert json.loads(get(f"{address}/healthz")[2])["status"] == "ok"
        good = (own_tables / "events.csv").read_bytes()
        (own_tables / "events.csv").write_bytes(b"event_id\n\xff")
        told = json.loads(get(f"{address}/healthz")[2])
        assert told["status"] == "stale" and told["events"] == 10 and str(own_tables) not in told["problem"]
        assert len(get(f"{address}/events.csv")[2].splitlines()) == 11
        (own_tables / "events.csv").write_bytes(good)
        assert json.loads(get(f"{address}/healthz")[2])["status"] == "ok"


def test_one_switch_serves_bare_streamlit_and_the_exports(tables: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BROKEN_RANKS_PLAIN", "1")
    with serving(tables) as address:
        for path in ("/", "/event?id=kovac-resigns", "/officials"):
            _, headers, body = get(address + path)
            assert body == (STATIC / "index.html").read_bytes() and "content-security-policy" not in headers
        bundle = body.decode().split('src="./static/js/')[1].split('"')[0]
        _, headers, body = get(f"{address}/static/js/{bundle}", Accept_Encoding="gzip")
        assert "content-encoding" not in headers and body == (STATIC / "static/js" / bundle).read_bytes()
        assert json.loads(get(f"{address}/healthz")[2])["events"] == 10
        for name, kind in FORMATS.items():
            status, headers, body = get(f"{address}/{name}")
            assert (status, headers["content-type"]) == (200, kind.media_type) and b"Berg" in body


def test_without_tables_health_is_503(tmp_path: Path):
    with serving(tmp_path) as address:
        assert get(f"{address}/healthz")[0] == 503
        status, headers, body = get(f"{address}/events.json")
        assert status == 503 and b"missing" in body and headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, kind in FORMATS.items()])
def test_every_format_is_served_with_its_type_its_tag_and_its_name(server, name, kind):
    status, headers, body = get(f"{server}/{name}?category=leaving")
    assert (status, headers["content-type"]) == (200, kind.media_type)
    assert headers["content-disposition"].endswith(f'filename="broken-ranks-{name}"')
    assert headers["content-disposition"].startswith("attachment" if kind.download else "inline")
    assert get(f"{server}/{name}?category=leaving&download=1")[1]["content-disposition"].startswith("attachment")
    assert get(f"{server}/{name}?category=leaving", If_None_Match=headers["etag"])[::2] == (304, b"")
    assert get(f"{server}/{name}", If_None_Match=headers["etag"])[0] == 200
    assert b"Berg" in body and b"Spokesman denies" not in body
    strict = "default-src 'none'; style-src 'unsafe-inline'; base-uri"
    assert headers["content-security-policy"].startswith(strict if name.endswith(".html") else "default-src 'self'")


def test_files_lead_back_to_this_server(server):
    body = get(f"{server}/events.atom")[2].decode()
    assert f"{server}/event?id=kovac-resigns" in body


@pytest.mark.parametrize(
    ("address", "title", "description"),
    [
        ("/event?id=kovac-resigns", "Mira Kovač resigns as deputy foreign minister", "4 May 2031 · resignation · confirmed. “"),
        ("/event?id=kovac-quits", "Mira Kovač resigns as deputy foreign minister", "4 May 2031"),
        ("/person?id=mira-kovac", "Mira Kovač", "deputy foreign minister, Ruritania. Mira Kovač appointed"),
        ("/event?id=nothing", "Broken Ranks", "Officials who left their posts over a war"),
        ("/event?id=%22%3E%3Cscript%3E", "Broken Ranks", "Officials who left their posts over a war"),
        ("/", "Broken Ranks", "Officials who left their posts over a war"),
    ],
)  # fmt: skip
def test_a_link_says_what_it_is_before_any_script_runs(server, address, title, description):
    page = get(server + address)[2].decode()
    assert page.count("<title>") == 1 and f"<title>{title}" in page
    assert f'<meta property="og:title" content="{title}">' in page
    assert f'<meta property="og:description" content="{description}' in page
    early = page.partition('<div id="early">')[2].partition("</div></div>")[0]
    assert f"<h1>{title}</h1>" in early and description in early and '<a href="./brief.html?' in early


def test_the_first_paint_lists_what_the_address_selects(server):
    early = get(f"{server}/?category=leaving&person=nobody&q=Kova%C4%8D")[2].decode().partition('<div id="early">')[2]
    assert re.findall(r'<a href="event\?id=([\w-]+)&amp;category=leaving&amp;q=Kova', early)
    assert get(f"{server}/?q=nothing+at+all")[2].decode().partition('<div id="early">')[2].count("<li ") == 0


def test_hostile_texts_break_out_of_no_preview(tmp_path: Path):
    with serving(hostile().write(tmp_path)) as address:
        for path in ("/event?id=attack", "/person?id=eve", "/"):
            page = get(address + path)[2].decode()
            assert (
                "<script>window" not in page and "<img src" not in page and "<b>" not in page and "\u202e" not in page
            )
