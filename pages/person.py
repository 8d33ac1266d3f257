"""A person: names, post, motives, and their events with quotes."""

import streamlit as st

from pages.parts import cards, citation, claimed_motives
from pages.parts.event_list import group_by_month
from pages.state import links
from pages.state.view import current_view, start_page
from pages.text.wording import as_rows, md
from pipeline.query.summary import count, post_in_words
from pipeline.tables.files import split_list
from pipeline.text.normalise import for_comparing

asked = st.query_params.get("id", "")
people = current_view().tables.people
found = people[(people["person_id"] == asked) | (people["name"].map(for_comparing) == for_comparing(asked))]
if found.empty:
    view = start_page("Person not found")
    st.info(md(f"There is no person “{asked[:60]}”." if asked else "This link is missing a person."))
    st.page_link(links.OFFICIALS, label="All officials")
    st.stop()

person = found.iloc[0]
view = start_page(person["name"])
if post := post_in_words(person, country=True):
    st.markdown(md(post))
if person["aliases"]:
    st.caption(md(f"Also written {person['aliases']}"))

citation.show_citation(person["name"], "person", person["person_id"])

event_ids = split_list(person["events"])
theirs = view.events[view.events["event_id"].isin(event_ids)]
events = count(len(event_ids), "event")
st.caption(events if len(theirs) == len(event_ids) else md(f"Showing {len(theirs)} of {person['name']}’s {events}."))
if theirs.empty:
    st.info("The filters in the sidebar hide all of them. Clear the filters to see them.")
leaving = theirs[theirs["category"] == "leaving"]
if len(leaving):
    claimed_motives.show_motives(claimed_motives.claimed(view.tables, leaving["event_id"].tolist()))
for month, of_month in group_by_month(as_rows(theirs)):
    st.header(month, anchor=False)
    grid = st.grid("auto", min_column_width=380, gap="medium", border=True)
    for event in of_month:
        with grid.cell():
            cards.show_event_with_quote(view.tables, event)
