"""An event by itself, an event as a card, an official as a card."""

import textwrap

import pandas as pd
import streamlit as st

from pages.shared import cite, evidence, links, motives
from pages.shared.style import icon, status_badge
from pages.shared.words import DID, Row, count, kind, md, support, when
from pipeline.tables import Tables, split_list
from pipeline.vocabulary import TYPES


def item(event: Row, width: int = 36) -> None:
    """An event: its headline leads to it, the words under it say what, when and how sure it is."""
    what = f"{icon(event['category'])} {md(kind(event['type']))} {status_badge(event['status'])}"
    lines = [what, *map(md, textwrap.wrap(when(event), width + 6)), support(event)]
    with st.container(gap=None):
        links.to_headline(event["event_id"], event["headline"], width)
        st.markdown("  \n".join(f"{evidence.INDENT}:small[{line}]" for line in lines))


def card(tables: Tables, event: Row) -> None:
    """An event with its first quote: what a click on the chart opens."""
    item(event, 40)
    for _, claim in evidence.best(tables, event["event_id"])[:1].iterrows():
        evidence.passage(claim)


def official(tables: Tables, name: str, person_id: str, events: pd.DataFrame) -> None:
    """A person who left, or somebody unnamed: who, post, what, when, why and who says so, and where to check it."""
    main, rest = _acts(events)
    first = main.iloc[0]
    with st.container(border=True):
        st.header(md(name or first["headline"]), anchor=False)
        st.markdown(md(post(first) or ("" if name else "Not named in the sources")) or "Post not named in the sources")
        for _, event in main.iterrows():
            act(event)
        motives.show(tables, main, motives.ON_A_CARD, "on the person’s page" if person_id else "on the event’s page")
        for _, claim in evidence.best(tables, first["event_id"])[:2].iterrows():
            evidence.passage(claim)
        if len(rest):
            with st.expander(f"{count(len(rest), 'event')} before, told as background"):
                for _, event in rest.iterrows():
                    item(event)
        with st.container(horizontal=True):
            links.to_event(first["event_id"], "All claims and sources", ":material/fact_check:")
            if person_id:
                links.to_person(person_id, f"{name}: own page")
        cite.offer(name or first["headline"], *(("person", person_id) if person_id else ("event", first["event_id"])))


def length(tables: Tables, events: pd.DataFrame) -> float:
    """About how many lines an official's card is high."""
    main, _ = _acts(events)
    why = min(len(motives.claimed(tables, main)), motives.ON_A_CARD + 1)
    quotes = evidence.best(tables, main.iloc[0]["event_id"])[:2]
    return 8 + 3 * len(main) + 2.5 * why + 4 * len(quotes) + quotes["length"].sum() / 38


def _acts(events: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What the card is about, in the vocabulary's order, and the rest: background, and the appointment before it."""
    ordered = events.iloc[events["type"].map(TYPES.index).argsort(kind="stable")]
    aside = ordered["background"] | (ordered["type"] == "appointment")
    aside = aside if not aside.all() else ordered["type"] == "appointment"
    return ordered[~aside], events[events.index.isin(ordered.index[aside])]


def post(event: pd.Series) -> str:
    """The post concerned, with its body: "counsellor, Ministry of Foreign Affairs"."""
    return ", ".join(part for part in (event["role"], event["organisation"]) if part)


def act(event: pd.Series) -> None:
    """What happened and when, with its status and how many tell it."""
    did = DID.get(event["type"], kind(event["type"])).capitalize()
    st.markdown(
        f"{icon(event['category'])} **{did}** · {md(when(event))} {status_badge(event['status'])}  \n"
        f":small[{md(support(event))}]"
    )


def people_links(event: pd.Series) -> None:
    """Links to the persons of an event; says so where somebody left whom the sources do not name."""
    named = list(zip(split_list(event["persons"]), split_list(event["person_ids"]), strict=False))
    if not named and event["category"] == "leaving":
        st.caption("The sources do not name who.")
    for name, person_id in named:
        links.to_person(person_id, name)
