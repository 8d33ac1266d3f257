"""The filters in the sidebar: the same on every page, each bound to a parameter of the address."""

from datetime import date
from typing import Final, Literal
from urllib.parse import parse_qs, urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.state.tables_on_disk import CurrentTables
from pages.text.wording import kind, md
from pipeline.models import EARLIEST, LATEST
from pipeline.query.facets import facets, offered
from pipeline.query.filter import (
    LISTS,
    LONGEST_SEARCH,
    PARAMETERS,
    SORTS,
    WITHIN,
    Filter,
    options,
    read_filter,
    to_pairs,
)  # fmt: skip
from pipeline.tables.files import Tables
from pipeline.vocabulary import CATEGORIES, STATUSES, TYPES

# A widget's key is the name of its parameter, and its options are the words of the address.
BIND: Final[Literal["query-params"]] = "query-params"
OWN = ("id", "at", "since", "around", "zoom")
"""Parameters of single pages that a link to the view keeps."""
LONG_LISTS = ("person", "type", "place", "source")
MOST_COUNTED = 4
"""Values of a long list whose counts are shown, the most frequent first; short lists show all."""
MOST_OFFERED = 500
"""Names in the list of persons: ten thousand of them would be most of what a first visit downloads."""
SOME_OFFERED = (
    f"The {MOST_OFFERED} people with the most events under the other filters. Search for a name to find others."
)
EMPTY = {**dict.fromkeys(LISTS, ()), "from": None, "to": None, "within": WITHIN[0], "q": "", "sort": SORTS[0]}


def filters(now: CurrentTables) -> Filter:
    """Draw the filters and return the filter they make."""
    assert now.tables is not None
    _seed(now.tables)
    with st.sidebar:
        captions = _widgets(now.tables)
        chosen, notices = read_filter(_pairs(), now.tables)
        _show_counts(captions, chosen, now.tables)
        st.button("Clear filters", icon=":material/filter_alt_off:", on_click=_clear, disabled=chosen == Filter())
        _link(chosen)
    _say(notices, chosen)
    return chosen


def _seed(tables: Tables) -> None:
    """Rewrite a new session's address in its canonical form, before the widgets read it.

    A person_id becomes a name, dates in the wrong order are swapped, unknown values become notices.
    """
    if "notices" in st.session_state:
        return
    given = _given()
    chosen, notices = read_filter(given, tables)
    st.session_state["notices"] = (notices, chosen)
    own = [pair for pair in given if pair[0] not in PARAMETERS]
    # A bound widget reads and writes the words it displays.
    shown = [(name, kind(value) if name == "type" else value) for name, value in to_pairs(chosen)]
    if sorted(given) != sorted([*shown, *own]):
        st.query_params.from_dict(parse_qs(urlencode([*shown, *own])))
        st.rerun()


def _widgets(tables: Tables) -> dict[str, DeltaGenerator]:
    """Draw the widgets; return an empty caption under each list, for the counts that only the whole filter gives."""
    known: dict[str, tuple[str, ...]] = options(tables)
    counts: dict[str, DeltaGenerator] = {}
    everybody = len(known["person"]) <= MOST_OFFERED
    st.text_input("Search", key="q", type="search", icon=":material/search:", max_chars=LONGEST_SEARCH,
                  placeholder="Names, places, quotes", bind=BIND)  # fmt: skip
    st.multiselect("Person", known["person"] if everybody else _persons(tables), key="person", placeholder="Anybody",
                   bind=BIND, help=None if everybody else SOME_OFFERED)  # fmt: skip
    counts["person"] = st.empty()
    st.pills("Category", CATEGORIES, key="category", selection_mode="multi", bind=BIND)
    counts["category"] = st.empty()
    _dates()
    st.pills("Status", STATUSES, key="status", selection_mode="multi", bind=BIND)
    counts["status"] = st.empty()
    st.multiselect("Type", TYPES, key="type", placeholder="Any type", format_func=kind, bind=BIND)
    counts["type"] = st.empty()
    st.multiselect("Place or country", known["place"], key="place", placeholder="Anywhere", bind=BIND)
    counts["place"] = st.empty()
    st.multiselect("Original source", known["source"], key="source", placeholder="Any source", bind=BIND,
                   help="Who wrote the article. Reprints of one report count as one source.")  # fmt: skip
    counts["source"] = st.empty()
    st.selectbox("Sort by", SORTS, key="sort", bind=BIND)
    return counts


def _persons(tables: Tables) -> tuple[str, ...]:
    """The names to offer where there are too many for all. Called before the widgets are drawn."""
    pairs = _pairs() if "person" in st.session_state else _given()
    return offered("person", MOST_OFFERED, read_filter(pairs, tables)[0], tables)


def _show_counts(captions: dict[str, DeltaGenerator], chosen: Filter, tables: Tables) -> None:
    """Write under each list how many events each choice would give; the options must stay the address's words."""
    for name, counted in facets(chosen, tables).items():
        most = list(counted.items())
        if name in LONG_LISTS:
            most = sorted(most, key=lambda item: -item[1])[:MOST_COUNTED]
        more = f" · {len(counted) - len(most):,} more" if len(counted) > len(most) else ""
        told = " · ".join(f"{md(kind(value))}\u00a0{number:,}" for value, number in most)
        captions[name].caption(f"{told}{more}" if told else "none")


def _dates() -> None:
    st.date_input("From", None, EARLIEST, LATEST, key="from", format="YYYY-MM-DD", bind=BIND)
    st.date_input("To", None, EARLIEST, LATEST, key="to", format="YYYY-MM-DD", bind=BIND)
    st.radio("Match dates", WITHIN, key="within", horizontal=True, bind=BIND,
             help="Possible: the date may fall in this period. Certain: all of it does.")  # fmt: skip


def _given() -> list[tuple[str, str]]:
    """The parameters of the address."""
    return [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]


def _pairs() -> list[tuple[str, str]]:
    """The values of the widgets as parameters of an address."""
    pairs = []
    for name in PARAMETERS:
        value = st.session_state.get(name)
        for one in value if isinstance(value, list | tuple) else [value]:
            if one not in (None, ""):
                pairs.append((name, one.isoformat() if isinstance(one, date) else str(one)))
    return pairs


def _clear() -> None:
    st.session_state.update({name: list(v) if isinstance(v, tuple) else v for name, v in EMPTY.items()})


def _link(chosen: Filter) -> None:
    own = {name: st.query_params[name] for name in OWN if name in st.query_params}
    query = urlencode([*own.items(), *to_pairs(chosen)])
    with st.popover("Link to this view", icon=":material/link:", width="stretch"):
        st.caption("Anyone with this link sees this page with these filters.")
        st.code(f"{st.context.url or ''}{'?' * bool(query)}{query}", language=None, wrap_lines=True)


def _say(notices: tuple[str, ...], chosen: Filter) -> None:
    """Show the notices about the address until the reader changes the filters."""
    at_start, then = st.session_state["notices"]
    for notice in dict.fromkeys((*(at_start if chosen == then else ()), *notices)):
        st.warning(md(notice), icon=":material/link_off:")
