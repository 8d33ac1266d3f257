"""A person: names, posts, and their events with the passages."""

import streamlit as st

from pages.parts import cards, citation, motives
from pages.parts.months import by_month
from pages.state import links
from pages.state.view import current, start_page
from pages.text.wording import count, md
from pipeline.tables.files import split_list
from pipeline.text.normalise import for_comparing

asked = st.query_params.get("id", "")
people = current().tables.people
found = people[(people["person_id"] == asked) | (people["name"].map(for_comparing) == for_comparing(asked))]
if found.empty:
    view = start_page("Person not found")
    st.info(md(f"The tables know no person “{asked[:60]}”." if asked else "The address names no person."))
    st.page_link(links.OFFICIALS, label="All officials")
    st.stop()

person = found.iloc[0]
view = start_page(person["name"])
post = ", ".join(part for part in (person["role"], person["organisation"], person["country"]) if part)
if post:
    st.markdown(md(post))
if person["aliases"]:
    st.caption(md(f"Also written {person['aliases']}"))

citation.offer(person["name"], "person", person["person_id"])

theirs = view.events[view.events["event_id"].isin(split_list(person["events"]))]
st.caption(
    md(f"{len(theirs)} of {count(len(split_list(person['events'])), 'event')} of {person['name']} pass the filter.")
)
if theirs.empty:
    st.info("The filter in the sidebar hides all of them: clear it to see them.")
leaving = theirs[theirs["category"] == "leaving"]
if len(leaving):
    motives.show(motives.claimed(view.tables, leaving["event_id"].tolist()))
for month, events in by_month(theirs.to_dict("records")):
    st.header(month, anchor=False)
    grid = st.grid("auto", min_column_width=380, gap="medium", border=True)
    for event in events:
        with grid.cell():
            cards.card(view.tables, event)
