"""An event by itself, an event as a card, an official as a card."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import pandas as pd
import streamlit as st

from pages.parts import citation, motives, quotes
from pages.parts.departed import APPOINTED
from pages.state import links
from pages.text.style import icon, status_badge
from pages.text.wording import DID, Row, count, kind, md, support, when
from pipeline.tables.files import Tables, split_list
from pipeline.vocabulary import TYPES


@dataclass(frozen=True)
class Card:
    """What the card of an official tells: acts, events before them, claims of why in groups that say the same, and
    quotes."""

    name: str
    person_id: str
    acts: list[Row]
    before: list[Row]
    why: list[list[Row]]
    quotes: list[Row]

    @property
    def length(self) -> float:
        """About how many lines it is high."""
        why = min(len(self.why), motives.ON_A_CARD + 1)
        quoted = sum(quote["end"] - quote["start"] for quote in self.quotes)
        return 8 + 3 * len(self.acts) + 2.5 * why + 4 * len(self.quotes) + quoted / 38


def item(event: Row, width: int = 36) -> None:
    """An event: its headline leads to it, the words under it say what, when and how sure it is."""
    what = f"{icon(event['category'])} {md(kind(event['type']))} {status_badge(event['status'])}"
    lines = [what, *map(md, textwrap.wrap(when(event), width + 6)), support(event)]
    with st.container(gap=None):
        links.to_headline(event["event_id"], event["headline"], width)
        st.markdown("  \n".join(f"{quotes.INDENT}:small[{line}]" for line in lines))


def card(tables: Tables, event: Row) -> None:
    """An event with its first quote: what a click on the chart opens."""
    item(event, 40)
    for claim in quotes.best(tables, event["event_id"])[:1]:
        quotes.passage(claim)


def of(tables: Tables, name: str, person_id: str, events: list[Row]) -> Card:
    """The card of a person who left, or of somebody unnamed."""
    acts, before = _acts(events)
    why = motives.claimed(tables, [event["event_id"] for event in acts])
    return Card(name, person_id, acts, before, why, quotes.best(tables, acts[0]["event_id"])[:2])


def official(card: Card) -> None:
    """A person who left, or somebody unnamed: who, post, what, when, why and who says so, and where to check it."""
    name, person_id, first = card.name, card.person_id, card.acts[0]
    with st.container(border=True):
        st.header(md(name or first["headline"]), anchor=False)
        st.markdown(md(post(first) or ("" if name else "Not named in the sources")) or "Post not named in the sources")
        for event in card.acts:
            act(event)
        motives.show(card.why, motives.ON_A_CARD, "on the person’s page" if person_id else "on the event’s page")
        for claim in card.quotes:
            quotes.passage(claim)
        if card.before:
            with st.expander(f"{count(len(card.before), 'event')} before, told as background"):
                for event in card.before:
                    item(event)
        with st.container(horizontal=True):
            links.to_event(first["event_id"], "All claims and sources", ":material/fact_check:")
            if person_id:
                links.to_person(person_id, f"{name}: own page")
        cited = ("person", person_id) if person_id else ("event", first["event_id"])
        citation.offer(name or first["headline"], *cited)


def in_columns(shown: Sequence[Card]) -> tuple[Sequence[Card], Sequence[Card]]:
    """Two columns about equally high, read down, then across as in a newspaper; a phone joins them in this order."""
    ends = [0, *accumulate(card.length for card in shown)]
    cut = min(range(len(ends)), key=lambda n: abs(ends[-1] - 2 * ends[n]))
    return shown[:cut], shown[cut:]


def _acts(events: list[Row]) -> tuple[list[Row], list[Row]]:
    """What the card is about, in the vocabulary's order, and the rest: background, and the appointment before it."""
    about = [event for event in events if event["type"] != APPOINTED] or events
    about = [event for event in about if not event["background"]] or about
    shown = {event["event_id"] for event in about}
    rest = [event for event in events if event["event_id"] not in shown]
    return sorted(about, key=lambda event: TYPES.index(event["type"])), rest


def post(event: Row) -> str:
    """The post concerned, with its body: "counsellor, Ministry of Foreign Affairs"."""
    return ", ".join(part for part in (event["role"], event["organisation"]) if part)


def act(event: Row) -> None:
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
