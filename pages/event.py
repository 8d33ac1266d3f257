"""An event: every claim about it with its source, contradictions side by side, and why one value was chosen."""

import streamlit as st

from pages.parts import cards, citation, claims, previous_next, quotes
from pages.state import links
from pages.state.view import current_view, start_page
from pages.text.style import icon, status_badge
from pages.text.wording import kind, md, support, when
from pipeline.query.summary import post_in_words
from pipeline.vocabulary import DEFINITIONS

tables = current_view().tables
asked = st.query_params.get("id", "")
event_id = tables.former_ids.get(asked, asked)
found = tables.events[tables.events["event_id"] == event_id]
if found.empty:
    start_page("Event not found")
    st.info(md(f"There is no event “{asked[:60]}”." if asked else "This link is missing an event."))
    st.page_link(links.TIMELINE, label="To the timeline")
    st.stop()

event = found.iloc[0]
if event_id != asked:
    st.query_params["id"] = event_id  # an old link: show the event it meant
    st.toast("This link is old: the event has been merged with another one.")
view = start_page(event["headline"])
st.markdown(f"{icon(event['category'])} {md(kind(event['type']))} · {md(when(event))} {status_badge(event['status'])}")
st.caption(md(f"{event['status']}: {DEFINITIONS.get(event['status'], '')} · {support(event)}"))
with st.container(horizontal=True):
    cards.people_links(event)
place = ", ".join(dict.fromkeys(part for part in (event["place"], event["country"]) if part))
date_words = f"“{event['date_text']}”" if event["date_text"] else ""
facts = {"Post": post_in_words(event), "Place": place, "Date words": date_words}
for name, value in facts.items():
    if value:
        st.markdown(f"**{name}:** {md(value)}")

citation.show_citation(event["headline"], "event", event_id)

rows = quotes.claims_of_event(tables, event_id)
for field in claims.FIELDS:
    claims.show_claims(event, field, rows[rows["field"] == field])
former = rows[rows["field"] == "former_id"]
if len(former):
    st.caption(md(f"Merged from earlier events: {', '.join(former['value'])}"))
previous_next.show_neighbours(view, int(found.index[0]))
