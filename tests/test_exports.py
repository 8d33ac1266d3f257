"""exports: a third party's reader takes every format; hostile text stays text; nothing is lost, moved or made up."""

import io
import json
from collections.abc import Callable
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from xml.etree import ElementTree

import icalendar
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.corpus.articles import read_articles
from pipeline.exports import FORMATS, Selection, select
from pipeline.exports.selection import web_address
from pipeline.models import Event
from pipeline.query.filter import Filter
from pipeline.tables.files import Tables, read_tables
from pipeline.text.normalise import without_controls
from tests.invented import World, event, hostile, on, world

BASE = "https://ranks.example"
EVERYTHING = Filter()
ATTACKS = (
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "]]></title><script>alert(2)</script>",
    "one\r\nEND:VEVENT\r\nBEGIN:VALARM",
    "\u202egnp.exe\u202c \u200fleft",
    '"><img src=x onerror=alert(3)>',
    "a,b;c\\n d",
    "&lt;b&gt; &amp;#106;",
    "\x00\x0b\ufffe\uffff",
    "…ł😀" * 60,
)


def told(made: World, chosen: Filter = EVERYTHING, base: str = BASE) -> Selection:
    with TemporaryDirectory() as folder:
        made.write(Path(folder))
        articles, _ = read_articles(Path(folder) / "articles")
        return select(chosen, read_tables(Path(folder)), {a.article_id: a for a in articles}, base)


@cache
def the_world(chosen: Filter = EVERYTHING) -> Selection:
    return told(world(), chosen)


def written(name: str, selection: Selection) -> bytes:
    return b"".join(FORMATS[name].stream(selection))


def with_events(*events: Event) -> Selection:
    made = world()
    made.events, made.evidence, made.people = [*events], [], []
    return told(made)


def with_headline(text: str) -> Selection:
    """Tables as somebody's own hands may write them: `write_tables` would have cleaned the cell."""
    tables = the_world().tables
    events = tables.events.assign(headline=pd.Series([text] * len(tables.events), dtype="str"))
    return Selection(events, Tables(events, tables.evidence, tables.people), base=BASE)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_tables_give_the_same_bytes_in_chunks(name: str) -> None:
    first = [*FORMATS[name].stream(the_world())]
    assert all(isinstance(chunk, bytes) for chunk in first)
    assert b"".join(first) == written(name, told(world()))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "people.html"])  # there in the order of persons
@pytest.mark.parametrize(
    "chosen", [Filter(sort="newest"), Filter(category=("leaving",)), Filter(q="zzzzzz"), Filter(sort="most sources")]
)
def test_exactly_the_rows_of_the_filter_in_its_order(name: str, chosen: Filter) -> None:
    selection = the_world(chosen)
    shown = selection.events["headline"].tolist()
    if name in ("events.ics", "events.timeline.json"):
        shown = selection.events["headline"][selection.events["date_precision"] != "unknown"].tolist()
    assert HEADLINES[name](written(name, selection)) == shown


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_damages_a_file(name: str, attack: str) -> None:
    payload = written(name, with_headline(attack))
    payload.decode("utf-8")
    if name.endswith(".html"):
        assert_only_our_markup(payload)
    if name == "events.csv":
        pd.read_csv(io.BytesIO(payload))
    if name in HEADLINES and name != "events.csv":
        clean = without_controls(" ".join(attack.split())).replace("\ufffe", "").replace("\uffff", "").strip()
        found = [headline.strip() for headline in HEADLINES[name](payload)]
        assert all(h.replace("\ufffe", "").replace("\uffff", "").strip() == clean for h in found), found[0]


@pytest.mark.parametrize("name", FORMATS)
def test_a_hostile_world_stays_text(name: str) -> None:
    selection = told(hostile())
    payload = written(name, selection)
    if name.endswith(".html"):
        assert_only_our_markup(payload)
    assert len(selection.events) == 11


@pytest.mark.parametrize("name", FORMATS)
def test_a_large_selection_comes_in_pieces(name: str) -> None:
    tables = the_world().tables
    events = pd.concat([tables.events] * 1200, ignore_index=True)
    sizes = [len(chunk) for chunk in FORMATS[name].stream(Selection(events, tables, base=BASE))]
    assert len(sizes) > 2 and max(sizes) < 2_000_000


@pytest.mark.parametrize(
    ("url", "fine"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org:8501", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://x/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ('https://x.example/"onclick="', False),
        ("https://x.example/a b", False),
        ("https://[::1", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url: str, fine: bool) -> None:
    assert web_address(url) == (url if fine else "")


def test_pandas_reads_the_csv_and_no_cell_is_a_formula() -> None:
    made = world()
    made.events = [
        event(
            "attack",
            "leaving/resignation",
            '=HYPERLINK("http://evil.example")',
            on(date(2031, 5, 9)),
            role="+1",
            place="@x",
            motive="-2+3|cmd",
        )
    ]
    made.evidence, made.people = [], []
    read = pd.read_csv(io.BytesIO(written("events.csv", told(made))), dtype=str, keep_default_na=False)
    assert read["headline"][0] == '\'=HYPERLINK("http://evil.example")'
    assert not any(cell[:1] in set("=+-@\t\r|%") for cell in read.iloc[0])


def test_json_holds_every_event_with_its_evidence() -> None:
    selection = the_world()
    read = json.loads(written("events.json", selection))
    assert [e["event_id"] for e in read["events"]] == selection.events["event_id"].tolist()
    assert sum(len(e["evidence"]) for e in read["events"]) == len(selection.tables.evidence)
    resigns = next(e for e in read["events"] if e["event_id"] == "kovac-resigns")
    assert (resigns["persons"], resigns["date_start"], resigns["latitude"]) == (["Mira Kovač"], "2031-05-04", None)
    assert all(claim["quote"] and isinstance(claim["start"], int) for claim in resigns["evidence"])


class Markup(HTMLParser):
    """Tags, addresses and headings of a document, as a browser would see them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("h1", "h2", "h3"):
            self.open.append(tag)
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            self.open.remove(tag)

    def handle_data(self, data: str) -> None:
        if self.open:
            self.headings[-1] = (self.headings[-1][0], self.headings[-1][1] + data)


OURS = set(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "script",
        "body",
        "h1",
        "h2",
        "h3",
        "p",
        "div",
        "section",
        "ol",
        "li",
        "span",
        "blockquote",
        "br",
        "a",
        "input",
        "output",
    ]
)


def assert_only_our_markup(payload: bytes) -> None:
    markup = Markup(payload.decode())
    for tag, attributes in markup.tags:
        assert tag in OURS and not [name for name in attributes if name.startswith("on") or name == "src"]
        assert urlsplit(attributes.get("href") or "https:").scheme in ("http", "https")
    assert [tag for tag, _ in markup.tags].count("script") <= 1


def slide_headlines(payload: bytes) -> list[str]:
    return [Markup(f"<h3>{s['text']['headline']}</h3>").headings[0][1] for s in json.loads(payload)["events"]]


def calendar_headlines(payload: bytes) -> list[str]:
    found = [str(e["SUMMARY"]) for e in icalendar.Calendar.from_ical(payload).walk("VEVENT")]
    return [
        line.partition("] ")[2] if line.startswith("[") and "] " in line[:12] else line
        for line in (strip_date(s) for s in found)
    ]


def strip_date(summary: str) -> str:
    """The summary without the date that it ends with where the day is not exact."""
    ends = (" (2029)", " (28 April – 4 May 2031 (a week))", " (6–12 May 2031)", " (by 8 May 2031)", " (June 2031)")
    return next((summary.removesuffix(end) for end in ends if summary.endswith(end)), summary)


def item_headlines(payload: bytes) -> list[str]:
    return [words for tag, words in Markup(payload.decode()).headings if tag == "h3"]


HEADLINES: dict[str, Callable[[bytes], list[str]]] = {
    "events.csv": lambda payload: pd.read_csv(io.BytesIO(payload))["headline"].tolist(),
    "events.json": lambda payload: [
        " ".join(without_controls(e["headline"]).split()) for e in json.loads(payload)["events"]
    ],
    "events.ics": calendar_headlines,
    "events.atom": lambda payload: [
        e.findtext("{*}title") or "" for e in ElementTree.fromstring(payload).iter("{http://www.w3.org/2005/Atom}entry")
    ],
    "events.timeline.json": slide_headlines,
    "brief.html": item_headlines,
    "offline.html": item_headlines,
}


@settings(max_examples=60)
@given(
    st.text(
        st.characters(exclude_categories=("C", "Z")) | st.sampled_from(" ,;:\\\"'<>&()[]"), min_size=1, max_size=120
    )
)
def test_any_headline_survives_every_format(text: str) -> None:
    clean = " ".join(text.split())
    selection = with_headline(clean)
    for name in ("events.ics", "events.atom", "events.timeline.json", "brief.html", "offline.html"):
        found = HEADLINES[name](written(name, selection))
        assert {headline.strip() for headline in found} == {clean}, name
