"""An event as a line of a list, an event as a card, an official as a card."""

import pandas as pd
import streamlit as st

from pages.shared import evidence, links
from pages.shared.style import icon, status_badge
from pages.shared.words import DID, kind, md, support, when, who
from pipeline.tables import Tables, split_list


def line(event: pd.Series) -> None:
    """An event in a list: its headline leads to it, the words under it say how sure it is."""
    with st.container(gap=None):
        links.to_event(event["event_id"], event["headline"], icon(event["category"]))
        st.markdown(
            f":small[{md(when(event))} · {md(kind(event['type']))} · {md(support(event))}] {status_badge(event['status'])}"
        )


def card(tables: Tables, event: pd.Series) -> None:
    """An event with its first quote: what a click on the chart opens."""
    with st.container(border=True):
        line(event)
        rows = evidence.claims(tables, event["event_id"])
        evidence.passages(rows[rows["field"] == "act"] if (rows["field"] == "act").any() else rows, most=1)


def official(tables: Tables, name: str, person_id: str, events: pd.DataFrame) -> None:
    """A person who left a post, or somebody unnamed: who, post, what, when, why and who says so, and where to check it."""
    main = _main(events)
    with st.container(border=True):
        st.header(md(name), anchor=False)
        if post(main):
            st.markdown(md(post(main)))
        act(main)
        motive(tables, main)
        rows = evidence.claims(tables, main["event_id"])
        evidence.passages(rows[rows["field"].isin(["act", "confirmation", "denial"])], most=2)
        others = events.drop(main.name)
        if len(others):
            st.caption("Also in the sources")
            for _, other in others.iterrows():
                line(other)
        with st.container(horizontal=True):
            links.to_event(main["event_id"], "All claims", ":material/fact_check:")
            if person_id:
                links.to_person(person_id, f"{name}: page")


def _main(events: pd.DataFrame) -> pd.Series:
    """What the card is about: not what articles tell as background, not the appointment before it."""
    rank = events["background"].astype(int) * 2 + (events["type"] == "appointment").astype(int)
    return events.loc[rank.sort_values(kind="stable").index[0]]


def post(event: pd.Series) -> str:
    """The post concerned, with its body: "counsellor, Ministry of Foreign Affairs"."""
    return ", ".join(part for part in (event["role"], event["organisation"]) if part)


def act(event: pd.Series) -> None:
    """What happened and when, with its status and how many tell it."""
    did = DID.get(event["type"], kind(event["type"]))
    st.markdown(f"{icon(event['category'])} **{did.capitalize()}** · {md(when(event))} {status_badge(event['status'])}")
    st.caption(md(f"{support(event)}{' · told as background' if event['background'] else ''}"))


def motive(tables: Tables, event: pd.Series) -> None:
    """Why, as somebody's claim, apart from the act; says plainly where no source gives a reason."""
    rows = evidence.claims(tables, event["event_id"])
    told = rows[rows["field"] == "motive"].drop_duplicates(["value", "speaker", "evidence_class"])
    if told.empty:
        st.markdown(":small[**Why:** no source gives a reason]")
    for _, claim in told.iterrows():
        st.markdown(f":small[**Why, as told:** {md(claim['value'])}, {md('says ' + evidence.speaker(claim))}]")


def people_links(event: pd.Series) -> None:
    """Links to the persons of an event; says so where the sources name nobody."""
    named = list(zip(split_list(event["persons"]), split_list(event["person_ids"]), strict=False))
    if not named:
        st.caption(md(who(event)))
    for name, person_id in named:
        links.to_person(person_id, name)
