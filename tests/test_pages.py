"""Each page by itself, without a browser: what it shows, what it says when there is nothing to show."""

import gc
import html
import json
import os
import re
import weakref
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.chart.extent import extents
from pages.server.first_paint import timeline_body
from pipeline.query.filter import Filter
from pipeline.tables.files import read_tables
from tests.invented import hostile, in_years, on, world

ROUTER = Path(__file__).resolve().parents[1] / "pages" / "router.py"
EVERY_PAGE = {
    "timeline": {}, "officials": {}, "person": {"id": "mira-kovac"}, "event": {"id": "kovac-resigns"},
    "sources": {}, "article": {"id": "gazette"}, "data": {}, "about": {},
}  # fmt: skip


@pytest.fixture
def open_page(tables: Path, monkeypatch: pytest.MonkeyPatch):
    """Open a page with parameters, as a link would; takes another directory where a test has its own."""

    def opened(page: str, directory: Path = tables, **parameters: str | list[str]) -> AppTest:
        monkeypatch.setenv("BROKEN_RANKS_DATA", str(directory))
        at = AppTest.from_file(str(ROUTER), default_timeout=20)
        for name, value in parameters.items():
            at.query_params[name.rstrip("_")] = value
        at.run()
        if page != "timeline":
            at.switch_page(f"{page}.py")
            for name, value in parameters.items():
                if name in ("id", "at"):
                    at.query_params[name] = value
            at.run()
        assert not at.exception, at.exception
        return at

    return opened


def words(at: AppTest) -> str:
    """Everything that the page says, escapes taken away."""
    said = [
        e.value
        for kind in ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
        for e in at.get(kind)
    ]
    passages = [html.unescape(re.sub("<[^>]+>", " ", e.proto.body)) for e in at.get("html")]
    return " ".join(" ".join([*said, *passages]).replace("\\", "").split()).replace(" ,", ",").replace(" .", ".")


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_every_page_opens_and_says_the_filter(open_page, page):
    at = open_page(page, **EVERY_PAGE[page])
    assert at.title
    assert at.sidebar.multiselect(key="person").options == ["Mira Kovač", "Tomas Berg"]


FAR = {"0001": (1,), "1812": (1812,), "9999": (9999,), "mixed": (2031, 1, 1812, 9999), "Napoleon": (2031, 1812)}


@pytest.mark.parametrize("years", FAR.values(), ids=FAR)
@pytest.mark.parametrize("page", EVERY_PAGE)
def test_every_page_opens_whatever_the_years(open_page, tmp_path, page, years):
    at = open_page(page, in_years(*years).write(tmp_path), **EVERY_PAGE[page])
    assert at.title and "could not be drawn" not in words(at)


@pytest.mark.parametrize("years", FAR.values(), ids=FAR)
@pytest.mark.parametrize(
    "parameters",
    [
        {"around": "30 days", "id": "kovac-resigns"},
        {"zoom": "0001"},
        {"zoom": "9999-W52", "sort": "newest"},
        {"since": "0001-01-01"},
        {"since": "9999-12-31", "from_": "1900-01-01", "to": "2100-12-31"},
        {"from_": "1812-06-24", "to": "9999-12-31"},
    ],
)
def test_the_timeline_opens_with_every_control_whatever_the_years(open_page, tmp_path, parameters, years):
    at = open_page("timeline", in_years(*years).write(tmp_path), **parameters)
    assert "could not be drawn" not in words(at)
    assert "Kovač" in words(at) or "zoom" in parameters or "to" in parameters


@pytest.mark.parametrize("years", FAR.values(), ids=FAR)
def test_a_chart_of_bars_opens_whatever_the_years(open_page, tmp_path, monkeypatch, years):
    monkeypatch.setattr("pages.chart.plot.MOST", 0)
    at = open_page("timeline", in_years(*years).write(tmp_path))
    assert "Taller bars mean more events" in words(at) and "could not be drawn" not in words(at)


@pytest.mark.parametrize(
    ("part", "broken"),
    [
        ("chart", "chart.plot.marks_figure"), ("chart", "chart.plot.legend_text"), ("chart", "parts.nearby_war_events.dated_departures"),
        ("chart", "chart.daycount.day_one"), ("summary", "parts.lede.show_lede"),
    ],
)  # fmt: skip
def test_a_part_that_fails_leaves_the_list_and_is_said_in_one_line(open_page, monkeypatch, caplog, part, broken):
    def fails(*given: object) -> None:
        raise NotImplementedError("a cause that readers are not told")

    monkeypatch.setattr(f"pages.{broken}", fails)
    at = open_page("timeline")
    assert [w.value for w in at.warning] == [f"The {part} could not be drawn. The list below shows the same events."]
    assert "April 2031" in [h.value for h in at.header] and "a cause that" not in words(at)
    assert "a cause that readers are not told" in caplog.text


def test_an_open_tab_keeps_nothing_that_its_page_had_in_hand(open_page, monkeypatch):
    frames = []

    def noted(events: pd.DataFrame) -> pd.DataFrame:
        frames.append(weakref.ref(known := extents(events)))
        return known

    monkeypatch.setattr("pages.chart.extent.extents", noted)
    at = open_page("timeline", category="leaving")
    gc.collect()
    assert frames and not [frame for frame in frames if frame() is not None]
    assert "events" not in vars(at.session_state["view"])


@pytest.mark.parametrize("page", ["timeline", "officials", "sources", "data", "about"])
def test_the_filter_is_the_same_on_every_page(open_page, page):
    at = open_page(page, category="leaving", from_="2031-01-01", within="certain")
    assert "3 of 10 events · leaving · since 1 January 2031 · certain dates only" in words(at)


def test_timeline_counts_who_left_and_keeps_the_undated_apart(open_page):
    at = open_page("timeline")
    assert "Tomas Berg and Mira Kovač left a post or the country within 2 weeks, 28 April – 12 May 2031." in words(at)
    assert "Without a date" in words(at) and "2 events the sources give no date for" in words(at)
    assert [h.value for h in at.header][:3] == ["Without a date", "2029", "April 2031"]


@pytest.mark.parametrize(
    ("parameters", "lede"),
    [
        ({"person": "Tomas Berg"}, "Tomas Berg left a post within 7 days, 28 April – 4 May 2031."),
        ({"type": "resignation"}, "Mira Kovač left a post, on 4 May 2031."),
        ({"category": "military"}, "None of these events is a confirmed or reported departure."),
        (
            {},
            "Latest departure: Mira Kovač leaves Ruritania, 6–12 May 2031. Disputed or denied: Palace forbids officials",
        ),
    ],
)
def test_the_first_sentence_says_who_left_and_when(open_page, parameters, lede):
    assert lede in words(open_page("timeline", **parameters))


def test_who_left_by_a_day_has_no_first_day(open_page, tmp_path):
    made = world()
    made.events = [
        replace(e, date=on(e.date.end, "reported")) if e.event_id == "berg-dismissed" else e for e in made.events
    ]
    said = words(open_page("timeline", made.write(tmp_path)))
    assert "left a post or the country, by 12 May 2031." in said


def test_an_opened_event_leads_to_its_neighbours_in_the_filter(open_page):
    for page in ("timeline", "event"):
        at = open_page(page, id="kovac-resigns", category="leaving")
        at.button(key="beside-Next").click().run()
        assert at.query_params["id"] == "kovac-leaves" and not at.exception
        assert [b.key for b in at.main.button if b.key] == ["beside-Previous"]
        at.button(key="beside-Previous").click().run()
        assert at.query_params["id"] == "kovac-resigns"


def test_the_list_holds_an_event_with_its_words_and_the_whole_address(open_page):
    body = next(h.proto.body for h in open_page("timeline", q="customs").get("html") if "<ul" in h.proto.body)
    assert '<a href="event?id=berg-dismissed&amp;q=customs"' in body and body.count("<li") == 1
    said = " ".join(html.unescape(re.sub("<[^>]+>", " ", body)).split())
    assert said.startswith("Tomas Berg dismissed as head of the customs office logout dismissal")
    assert said.endswith("article reported 28 April – 4 May 2031 (a week) · days 9–15 1 article")


def test_the_list_says_hostile_texts_and_has_only_tags_of_ours(open_page, tmp_path):
    bodies = [h.proto.body for h in open_page("timeline", hostile().write(tmp_path)).get("html")]
    lists = "".join(body for body in bodies if "<ul" in body)
    assert set(re.findall(r"</?(\w+)", lists)) == {"ul", "li", "a", "strong", "br", "span"}
    assert not re.search(r"<[^>]* on\w+=|javascript:[^<]*\"|\u202e", lists)


def test_the_first_paint_has_the_outline_of_the_page(open_page, tables):
    at, painted = open_page("timeline"), timeline_body(Filter(), read_tables(tables))
    assert re.findall("<h2>(.*?)</h2>", painted) == [heading.value for heading in at.header]
    lists = [h.proto.body for h in at.get("html") if "<ul" in h.proto.body]
    assert re.findall("<ul.*?</ul>", painted) == lists
    assert "2 events the sources give no date for." in painted


def test_about_says_in_a_sentence_how_accurate_the_table_is(open_page, own_tables):
    assert "no measured figures yet" in words(open_page("about", own_tables))
    row = {"name": "events", "corpus": "annotated real news, 15 articles, set aside", "peer": "", "day": "2031-05-05"}
    figures = [
        {**row, "measure": f"leaving: {name}", "ours": ours} for name, ours in (("precision", "71.4"), ("recall", "39"))
    ]
    figures.append({**row, "name": "dates", "corpus": "TimeBank, set aside", "measure": "all types", "ours": "80"})
    (own_tables / "figures.json").write_text(json.dumps(figures))
    at = open_page("about", own_tables)
    assert "about 7 of 10 departures that the software reported were right, and it found about 4 of 10." in words(at)
    assert [len(frame.value) for frame in at.dataframe] == [2, 3]


def test_types_stand_in_words_and_an_address_may_hold_either(open_page):
    for written in ("resignation_attempt", "resignation attempt"):
        at = open_page("timeline", type=written)
        assert at.sidebar.multiselect(key="type").value == ["resignation_attempt"]
        assert "resignation attempt" in at.sidebar.multiselect(key="type").options
        assert "1 of 10 events · resignation attempt" in words(at)


def test_of_many_persons_some_are_offered_and_an_address_may_name_any(open_page, monkeypatch):
    monkeypatch.setattr("pages.state.sidebar.MOST_OFFERED", 1)
    assert open_page("timeline").sidebar.multiselect(key="person").options == ["Mira Kovač"]
    at = open_page("timeline", person="Tomas Berg")
    assert at.sidebar.multiselect(key="person").value == ["Tomas Berg"] and "1 of 10 events · Tomas Berg" in words(at)
    at.sidebar.multiselect(key="person").set_value([]).run()
    at.sidebar.text_input(key="q").set_value("customs").run()
    assert at.sidebar.multiselect(key="person").options == ["Tomas Berg"]


def test_the_selected_event_is_in_the_address(open_page):
    at = open_page("timeline", id="kovac-leaves")
    assert "She crossed the border between 6 and 12 May." in " ".join(h.proto.body for h in at.get("html"))


def test_officials_keep_act_and_motive_apart_and_show_the_unnamed(open_page):
    at = open_page("officials")
    assert [h.value.replace("\\", "") for h in at.header] == [
        "Tomas Berg",
        "Mira Kovač",
        "Two mayors tried to quit and were stopped",
    ]
    said = words(at)
    assert "**Resigned** · 4 May 2031" in said and "**Was dismissed** · 28 April – 4 May 2031 (a week)" in said
    assert "**Why, as claimed:**" in said and "- the war" in said and "says Mira Kovač (own statement)" in said
    assert "**Why:** no source gives a reason" in said and "Not named in the sources" in said


def test_event_shows_contradicting_dates_with_the_chosen_one_marked(open_page):
    said = words(open_page("event", id="kovac-resigns"))
    assert "The sources give 2 different values. The one used in the table is marked." in said
    assert "**4 May 2031** :green-badge[:material/check: used in the table]" in said and "**5 May 2031**" in said
    assert "chosen: it is the more careful origin" in said


def test_event_shows_a_denial(open_page):
    said = words(open_page("event", id="ban"))
    assert "Who denies it" in said and "a spokesman (official), reported as denied" in said


def test_former_identifier_leads_to_the_event(open_page):
    at = open_page("event", id="kovac-quits")
    assert at.title[0].value == "Mira Kovač resigns as deputy foreign minister"
    assert at.query_params["id"] == "kovac-resigns"


@pytest.mark.parametrize("page", ["event", "person", "article"])
@pytest.mark.parametrize("identifier", ["", "nonsense", "<script>", "../../etc/passwd", "%00", "🙂" * 99])
def test_nonsense_identifiers_say_not_found(open_page, page, identifier):
    at = open_page(page, id=identifier)
    assert "not found" in at.title[0].value


@pytest.mark.parametrize("at_offset", ["", "-1", "x", "999999", "1.5", "٣", "0"])
def test_article_takes_any_offset(open_page, at_offset):
    assert "Mira Kovač resigned" in open_page("article", id="gazette", at=at_offset).get("html")[0].proto.body


def test_article_marks_and_links_its_evidence(open_page):
    body = open_page("article", id="gazette", at="32").get("html")[0].proto.body
    assert body.count('id="passage"') == 1
    assert 'href="event?id=berg-dismissed"' in body


def test_links_in_an_article_keep_the_filter(open_page):
    body = open_page("article", id="gazette", category="leaving").get("html")[0].proto.body
    assert 'href="event?id=berg-dismissed&amp;category=leaving"' in body


def test_sources_say_what_is_odd_about_a_file(open_page, own_tables):
    Path(os.fsdecode(os.fsencode(own_tables / "articles") + b"/caf\xe9.txt")).write_text("A text.")
    (own_tables / "articles" / "two\nlines.txt").write_text("A text.")
    told = [text.value for text in open_page("sources", own_tables).text]
    assert [line.partition(": ")[0] for line in told] == ["caf\\xe9.txt", "two\\nlines.txt"]


def test_article_without_its_file_keeps_its_quotes(open_page, own_tables):
    (own_tables / "articles" / "gazette.txt").unlink()
    at = open_page("article", own_tables, id="gazette")
    assert "The file of this article is missing" in words(at)
    assert "Ruritania invaded Graustark" in " ".join(h.proto.body for h in at.get("html"))
    assert "(file missing)" in words(open_page("event", own_tables, id="invasion"))


@pytest.mark.parametrize(
    ("parameters", "notice"),
    [
        ({"person": "Nobody"}, "Unknown person “Nobody”: ignored."),
        ({"from_": "2031-13-45"}, "Unknown “from” date “2031-13-45”: ignored."),
        ({"from_": "2031-06-01", "to": "2031-05-01"}, "the two dates were swapped"),
        ({"sort": "best", "within": "?"}, "Unknown sort “best”: ignored."),
        ({"type": "<script>alert(1)</script>"}, "Unknown type “<script>"),
    ],
)
def test_nonsense_in_the_address_is_a_notice(open_page, parameters, notice):
    at = open_page("timeline", **parameters)
    assert notice in words(at)


def test_a_person_may_be_given_by_identifier(open_page):
    at = open_page("timeline", person="mira-kovac")
    assert at.sidebar.multiselect(key="person").value == ["Mira Kovač"]
    assert "3 of 10 events · Mira Kovač" in words(at)


def test_clearing_the_filter_shows_everything(open_page):
    at = open_page("timeline", person="Tomas Berg", q="customs", within="certain", sort="newest")
    at.sidebar.button[0].click().run()
    assert "10 events" in words(at) and not at.exception


@pytest.mark.parametrize("page", ["timeline", "officials", "sources", "data"])
def test_an_empty_result_says_what_to_do(open_page, page):
    assert "No events match these filters" in words(open_page(page, q="zebra"))


def test_empty_tables_say_what_to_do(open_page, tmp_path):
    nothing = world()
    nothing.events, nothing.evidence, nothing.people = [], [], []
    assert "There are no events yet" in words(open_page("timeline", nothing.write(tmp_path)))


def test_missing_tables_are_one_clear_line(open_page, tmp_path):
    at = open_page("timeline", tmp_path)
    assert "events.csv is missing" in words(at) and str(tmp_path) not in words(at)


def test_a_corrupt_table_leaves_the_last_good_one(open_page, own_tables):
    open_page("timeline", own_tables)
    (own_tables / "events.csv").write_bytes(b'event_id,"broken\n\xff\xfe')
    at = open_page("timeline", own_tables)
    assert "The newest tables cannot be read" in words(at) and "10 events" in words(at)


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_hostile_texts_reach_no_markdown(open_page, tmp_path, page):
    own = {"person": {"id": "eve"}, "event": {"id": "attack"}, "article": {"id": "attack", "at": "5"}}
    at = open_page(page, hostile().write(tmp_path), **own.get(page, {}))
    for kind in ("title", "header", "markdown", "caption"):
        for element in at.get(kind):
            assert "](javascript" not in element.value and not getattr(element, "allow_html", False)
    for element in at.get("html"):
        assert "<script" not in element.proto.body and "<img" not in element.proto.body
        assert not element.proto.unsafe_allow_javascript


def test_passages_of_one_event_that_touch_are_numbered_once(open_page):
    body = open_page("article", id="gazette").get("html")[0].proto.body
    assert body.count('title="Mira Kovač resigns as deputy foreign minister"') == 2


def test_the_shipped_tables_open_on_every_page(open_page):
    shipped = ROUTER.parents[1] / "data"
    if not (shipped / "events.csv").is_file():
        pytest.skip("no tables are built yet: run `python -m pipeline build`")
    for page in ("timeline", "officials", "sources", "data", "about"):
        assert ": ignored." not in words(open_page(page, shipped))


def test_a_caption_printed_twice_is_quoted_once(open_page, tmp_path):
    made = world()
    caption = "Tomas Berg’s picture: he was dismissed"
    made.texts["gazette"] += f"{caption}\n{caption.replace('’', chr(39))}.\n"
    made.evidence += [
        made.claim("berg-dismissed", "gazette", "act", "dismissal", quote)
        for quote in (caption, caption.replace("’", "'"))
    ]
    body = " ".join(h.proto.body for h in open_page("event", made.write(tmp_path), id="berg-dismissed").get("html"))
    assert body.count("he was dismissed") == 1 and "printed twice in this article" in body


def test_motives_that_say_the_same_are_one_with_all_who_say_it(open_page, tmp_path):
    made = world()
    why = "in protest at the invasion"
    made.evidence += [
        made.claim("kovac-resigns", "courier", "motive", why, why, speaker=speaker, evidence_class="named_source")
        for speaker in ("Ann Lee", "Bo Li")
    ]
    made.evidence += [made.claim("kovac-resigns", "courier", "motive", f"“{why.title()}”", why)]
    made.evidence += [made.claim("kovac-resigns", "courier", "motive", other, "left her post") for other in ("b", "c")]
    data = made.write(tmp_path)
    card, page = words(open_page("officials", data)), words(open_page("person", data, id="mira-kovac"))
    told = "says Ann Lee (named source), in Courier; says Bo Li (named source), in Courier; reported by Courier"
    assert told in card and told in page
    assert "and 1 more on the person’s page" in card and "- c" not in card and "- c" in page
