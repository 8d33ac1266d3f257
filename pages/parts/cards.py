"""An event in a few lines, and an official as a card."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import pandas as pd
import streamlit as st

from pages.parts import citation, claimed_motives, quotes
from pages.parts.departed import APPOINTED
from pages.state import links
from pages.text.style import icon, status_badge
from pages.text.wording import DID, Row, kind, md, support, when
from pipeline.query.summary import count, post_in_words
from pipeline.tables.files import Tables, split_list
from pipeline.vocabulary import TYPES


@dataclass(frozen=True)
class OfficialCard:
    """The content of an official's card: acts, earlier events, quotes, and the claims of why.

    Claims that say the same are in one list.
    """

    name: str
    person_id: str
    acts: list[Row]
    before: list[Row]
    why: list[list[Row]]
    quotes: list[Row]

    @property
    def length(self) -> float:
        """Its height in lines, estimated."""
        why = min(len(self.why), claimed_motives.ON_A_CARD + 1)
        quoted = sum(int(quote["end"]) - int(quote["start"]) for quote in self.quotes)
        return 8 + 3 * len(self.acts) + 2.5 * why + 4 * len(self.quotes) + quoted / 38


def show_event(event: Row, width: int = 36) -> None:
    """Draw an event: a linked headline, then type, status, date and number of articles."""
    what = f"{icon(event['category'])} {md(kind(event['type']))} {status_badge(event['status'])}"
    lines = [what, *map(md, textwrap.wrap(when(event), width + 6)), support(event)]
    with st.container(gap=None):
        links.to_headline(event["event_id"], event["headline"], width)
        st.markdown("  \n".join(f"{quotes.INDENT}:small[{line}]" for line in lines))


def show_event_with_quote(tables: Tables, event: Row) -> None:
    """Draw an event with its best quote: what a click on the chart opens."""
    show_event(event, 40)
    for claim in quotes.best_passages(tables, event["event_id"])[:1]:
        quotes.show_passage(claim)


def official_card(tables: Tables, name: str, person_id: str, events: list[Row]) -> OfficialCard:
    """The card of a person who left or tried to; name and id are "" for somebody unnamed."""
    acts, before = _acts(events)
    why = claimed_motives.claimed(tables, [event["event_id"] for event in acts])
    return OfficialCard(name, person_id, acts, before, why, quotes.best_passages(tables, acts[0]["event_id"])[:2])


def show_official(card: OfficialCard) -> None:
    """Draw the card: who, post, what, when, why and who says so, and where to check it."""
    name, person_id, first = card.name, card.person_id, card.acts[0]
    with st.container(border=True):
        st.header(md(name or first["headline"]), anchor=False)
        unknown = "Post not recognised: see the quotes" if name else "Not named in the sources"
        st.markdown(md(post_in_words(first) or unknown))
        for event in card.acts:
            show_act(event)
        rest = "on the person’s page" if person_id else "on the event’s page"
        claimed_motives.show_motives(card.why, claimed_motives.ON_A_CARD, rest)
        for claim in card.quotes:
            quotes.show_passage(claim)
        if card.before:
            with st.expander(f"{count(len(card.before), 'earlier event')} (background)"):
                for event in card.before:
                    show_event(event)
        with st.container(horizontal=True):
            links.to_event(first["event_id"], "All claims and sources", ":material/fact_check:")
            if person_id:
                links.to_person(person_id, f"More on {name}")
        cited = ("person", person_id) if person_id else ("event", first["event_id"])
        citation.show_citation(name or first["headline"], *cited)


def two_columns(shown: Sequence[OfficialCard]) -> tuple[Sequence[OfficialCard], Sequence[OfficialCard]]:
    """Two columns of about equal height, in newspaper order: down, then across. A phone shows one after the other."""
    ends = [0, *accumulate(card.length for card in shown)]
    cut = min(range(len(ends)), key=lambda n: abs(ends[-1] - 2 * ends[n]))
    return shown[:cut], shown[cut:]


def _acts(events: list[Row]) -> tuple[list[Row], list[Row]]:
    """The acts of the card in the vocabulary's order, and the rest: background and appointments."""
    about = [event for event in events if event["type"] != APPOINTED] or events
    about = [event for event in about if not event["background"]] or about
    shown = {event["event_id"] for event in about}
    rest = [event for event in events if event["event_id"] not in shown]
    return sorted(about, key=lambda event: TYPES.index(event["type"])), rest


def show_act(event: Row) -> None:
    """Draw what happened and when, with its status and number of articles."""
    did = DID.get(event["type"], kind(event["type"])).capitalize()
    st.markdown(
        f"{icon(event['category'])} **{did}** · {md(when(event))} {status_badge(event['status'])}  \n"
        f":small[{md(support(event))}]"
    )


def people_links(event: pd.Series) -> None:
    """Draw links to the persons of an event; where somebody unnamed left, say so."""
    named = list(zip(split_list(event["persons"]), split_list(event["person_ids"]), strict=False))
    if not named and event["category"] == "leaving":
        st.caption("The sources do not say who.")
    for name, person_id in named:
        links.to_person(person_id, name)
