"""What helps a reader of the timeline: counts of days, periods, densities, events near a departure, citations."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from pages.chart import histogram, period, plot
from pages.chart.axis import fit_axis, ticks
from pages.chart.daycount import day_one, in_days, war_began
from pages.chart.extent import DAY_MS, extents
from pages.chart.frame import Behind
from pages.chart.lanes import marks
from pages.parts import nearby_war_events
from pages.parts.citation import bibtex, citation_line
from pipeline.tables.files import Tables, read_tables
from tests.invented import in_years, world

FIRST = date(2031, 4, 20)


@pytest.fixture(scope="module")
def known_world(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return read_tables(world().write(tmp_path_factory.mktemp("aids")))


@pytest.mark.parametrize(
    ("event_id", "words"),
    [
        ("invasion", "day 1"),
        ("berg-dismissed", "days 9–15"),
        ("kovac-resigns", "day 15"),
        ("ban", "by day 19"),
        ("summit", "days 43–72"),
        ("kovac-appointed", ""),
        ("mayors", ""),
    ],
)
def test_days_are_counted_as_surely_as_the_date_is(known_world, event_id, words):
    events = known_world.events.set_index("event_id")
    assert war_began(known_world) == FIRST
    assert in_days(events.loc[event_id], FIRST) == words


@pytest.mark.parametrize(
    ("since", "words"),
    [("2031-05-05", "1 day before day 1"), ("2031-05-09", "5 days before day 1"), ("2031-05-04", "day 1")],
)
def test_what_lies_before_the_first_day_is_told_as_days_before(known_world, since, words):
    event = known_world.events.set_index("event_id").loc["kovac-resigns"]
    assert in_days(event, date.fromisoformat(since)) == words


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2022-03-14", "2022-03-14", "2022-03-14"),
        ("2021-W53", None, None),
        ("2022-13", None, None),
        ("2022-02-30", None, None),
        ("0000", None, None),
        ("٢٠٢٢", None, None),
        ("<script>", None, None),
        ("", None, None),
    ],
)
def test_periods_are_read_or_refused(code, first, last):
    found = period.read_period(code)
    assert (found and found.first.isoformat(), found and found.last.isoformat()) == (first, last)
    assert not found or found.words


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_every_moment_is_counted_once_in_its_own_period(unit):
    days = pd.date_range("1969-12-20", "1972-03-05", freq="13D")
    moments = np.array([(day - pd.Timestamp(0)).days * DAY_MS for day in days])
    periods, counts = period.binned(moments, unit)
    expected = [sum(p.first <= day.date() <= p.last for day in days) for p in periods]
    assert counts.tolist() == expected and counts.sum() == len(days)
    assert [period.read_period(p.code) for p in periods] == periods
    assert period.binned(moments[:0], unit)[0] == []


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_the_first_and_the_last_day_of_the_calendar_have_their_periods(unit):
    days = ["0001-01-01", "0001-01-09", "0202-03-23", "9999-12-31"]
    moments = np.array(days, "datetime64[ms]").astype("int64").astype("float64")
    periods, counts = period.binned(moments, unit)
    assert counts.sum() == len(days) and [period.read_period(p.code) for p in periods] == periods
    assert (periods[0].first, periods[-1].last) == (date.min, date.max)


@pytest.mark.parametrize(
    ("days", "ends", "told"),
    [
        (("0001-01-01", "0001-03-01"), ("0001-01-01", "0001-03-11"), None),
        (("9999-10-01", "9999-12-31"), ("9999-09-21", "9999-12-31"), None),
        (
            ("0001-01-01", "9999-12-20", "9999-12-31"),
            ("0001-01-01", "9999-12-31"),
            ["5 Jan 1", "12 Dec 9999", "20 Dec 9999", "28 Dec 9999"],
        ),
        (("0001-01-01", "2031-05-04", "9999-12-31"), ("0001-01-01", "9999-12-31"), None),
        (("0001-01-01", "2500-01-01", "5000-01-01", "7500-01-01", "9999-12-31"), ("0001-01-01", "9999-12-31"), None),
    ],
)
def test_an_axis_ends_where_the_calendar_ends(days, ends, told):
    first = np.array(days, "datetime64[ms]").astype("int64").astype("float64")
    shown = fit_axis(pd.DataFrame({"first": first, "last": first, "background": False}))
    assert tuple(str(np.datetime64(int(end), "ms"))[:10] for end in (shown.first, shown.last)) == ends
    at, words = ticks(shown)
    assert at == sorted(at) and (told is None or words == told)


def test_a_density_holds_every_event_and_a_bar_knows_its_period(known_world):
    known = extents(known_world.events)
    figure = histogram.bars_figure(pd.concat([known] * 400, ignore_index=True), Behind(DAY_MS))
    assert sum(int(text.split(": ")[1].split()[0]) for bar in figure.data for text in bar.text) == 400 * len(known)
    codes = [code for bar in figure.data for (code,) in bar.customdata]
    assert "2031-04" in codes and all(period.read_period(code) for code in codes)


def test_a_period_holds_what_may_lie_in_it(known_world):
    known = period.inside(extents(known_world.events), period.read_period("2031-W18"))
    assert set(known_world.events.loc[known.index, "event_id"]) == {"berg-dismissed", "kovac-resigns"}


def test_marks_of_the_chart_name_their_rows(known_world):
    figure = plot.marks_figure(known_world.events, FIRST, Behind(), known_world.events[:1])
    rows = sorted(int(row) for trace in figure.data if trace.customdata is not None for (row,) in trace.customdata)
    assert rows == extents(known_world.events).index.tolist()
    assert "day 15" in " ".join(text for trace in figure.data for text in trace.hovertext or ())


def test_no_mark_hides_another_where_there_are_rows(known_world):
    known = extents(known_world.events)
    names = pd.Series("x" * 20, index=known.index)
    places = [(m.lane, m.row, m.first) for m in marks(known, fit_axis(known), names)]
    assert len(set(places)) == len(places)


def moments(*days: str) -> pd.DataFrame:
    firsts = [(pd.Timestamp(day) - pd.Timestamp(0)).days * DAY_MS for day in days]
    return pd.DataFrame({"first": firsts, "last": firsts, "background": False})


@pytest.mark.parametrize(
    ("days", "left_out"),
    [
        (("2031-01-01", "2031-03-01", "2031-06-29"), []),  # 120 days are no long time
        (("2031-01-01", "2031-02-01", "2032-02-01", "2032-03-01"), [("2031-02-11", "2032-01-22")]),
        (("2031-01-01", "2031-12-01", "2033-01-01"), [("2031-01-11", "2031-11-21"), ("2031-12-11", "2032-12-22")]),
        (("2031-01-01",), []),
    ],
)
def test_long_stretches_without_an_event_are_left_out_of_the_axis(days, left_out):
    found = fit_axis(moments(*days))
    told = [tuple(str(pd.Timestamp(end, unit="ms").date()) for end in stretch) for stretch in found.quiet]
    assert told == left_out
    assert found.length == found.last - found.first - sum(end - start for start, end in found.quiet)
    at, said = ticks(found)
    assert at == sorted(at) and len(at) == len(said) and all(found.first < x < found.x(found.last) for x in at)


@pytest.mark.parametrize(
    ("event_id", "told"),
    [
        ("kovac-leaves", "Mira Kovač leaves Ruritania"),
        ("kovac-resigns", "Mira Kovač · resignation"),
        ("ban", "Ban"),
        ("invasion", "Ruritania invades Graustark"),
    ],
)
def test_a_mark_has_its_headline_or_who_and_what_beside_it(known_world, event_id, told):
    event = known_world.events.set_index("event_id").loc[event_id]
    assert plot.mark_label(event) == told and len(told) <= plot.LONGEST_NAME
    long = event.copy()
    long["headline"], long["persons"] = "h" * 99, "Ann " * 20
    assert len(plot.mark_label(long)) <= plot.LONGEST_NAME and "…" in plot.mark_label(long)


def test_day_one_is_named_where_the_tables_tell_an_invasion(known_world):
    assert day_one(known_world, FIRST) == "day 1: Ruritania invades Graustark"
    assert day_one(known_world, date(2031, 4, 21)) == "day 1"


@pytest.mark.parametrize(
    ("years", "first"),
    [
        ((2031, 1812, 2031, 2032), "2032-05-04"),  # an invasion of 1812 is not the war that the rest is about
        ((1812,), "1900-01-01"),
        ((1,), "1900-01-01"),
        ((9999,), "2100-12-31"),
        ((1900,), "1900-04-20"),
        ((2100,), "2100-04-20"),
    ],
)
def test_day_one_is_a_day_that_can_be_chosen(tmp_path, years, first):
    assert war_began(read_tables(in_years(*years).write(tmp_path))).isoformat() == first


@pytest.mark.parametrize(("around", "expected"), [(3, []), (7, []), (14, ["invasion"]), (30, ["invasion"])])
def test_war_events_near_a_departure(known_world, around, expected):
    left = nearby_war_events.dated_departures(known_world.events, extents(known_world.events))
    assert set(known_world.events.loc[left.index, "event_id"]) == {"berg-dismissed", "kovac-resigns", "kovac-leaves"}
    near = nearby_war_events.war_events_in(known_world, nearby_war_events.stretches(left, around))
    assert near["event_id"].tolist() == expected


def test_stretches_that_touch_are_one():
    days = [datetime(2031, 1, day).timestamp() * 1000 for day in (1, 9, 28)]
    left = pd.DataFrame({"first": days, "last": days})
    assert [round((b - a) / DAY_MS) for a, b in nearby_war_events.stretches(left, 4)] == [16, 8]


def test_a_citation_holds_address_version_and_day_and_survives_any_title():
    told = ("A 100% “<b>” title_{x} & more\u202e\\", "https://ranks.example/event?id=a-b", "0a1b2c", date(2031, 5, 4))
    assert citation_line(*told).endswith("0a1b2c. https://ranks.example/event?id=a-b (accessed 4 May 2031).")
    entry = bibtex(*told)
    assert entry.startswith("@misc{broken-ranks-a-b,\n") and entry.count("{") - entry.count(r"\{") == entry.count(
        "}"
    ) - entry.count(r"\}")
    assert r"100\%" in entry and r"\&" in entry and "urldate = {2031-05-04}" in entry and "\u202e" not in entry
