"""An event: what is said of it, by whom, in which passage; what contradicts, and why one value was chosen."""

import streamlit as st

from pages.parts import cards, citation, claims, previous_next, quotes
from pages.state import links
from pages.state.view import current, start_page
from pages.text.style import icon, status_badge
from pages.text.wording import kind, md, support, when
from pipeline.vocabulary import DEFINITIONS

tables = current().tables
asked = st.query_params.get("id", "")
event_id = tables.former_ids.get(asked, asked)
found = tables.events[tables.events["event_id"] == event_id]
if found.empty:
    start_page("Event not found")
    st.info(md(f"The tables know no event “{asked[:60]}”." if asked else "The address names no event."))
    st.page_link(links.TIMELINE, label="To the timeline")
    st.stop()

event = found.iloc[0]
if event_id != asked:
    st.query_params["id"] = event_id  # the link is old, what it meant is here
    st.toast("This link used a former identifier: the event was joined with another.")
view = start_page(event["headline"])
st.markdown(f"{icon(event['category'])} {md(kind(event['type']))} · {md(when(event))} {status_badge(event['status'])}")
st.caption(md(f"{event['status']}: {DEFINITIONS.get(event['status'], '')} · {support(event)}"))
with st.container(horizontal=True):
    cards.people_links(event)
place = ", ".join(dict.fromkeys(part for part in (event["place"], event["country"]) if part))
facts = {"Post": cards.post(event), "Place": place, "Dated by": f"“{event['date_text']}”" if event["date_text"] else ""}
for name, value in facts.items():
    if value:
        st.markdown(f"**{name}:** {md(value)}")

citation.offer(event["headline"], "event", event_id)

rows = quotes.claims(tables, event_id)
for field in claims.FIELDS:
    claims.section(event, field, rows[rows["field"] == field])
former = rows[rows["field"] == "former_id"]
if len(former):
    st.caption(md(f"Joined from earlier identifiers: {', '.join(former['value'])}"))
previous_next.show(view, int(found.index[0]))
