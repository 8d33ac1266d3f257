"""The first sentences of the timeline: who left, over what period, the latest departure, what is disputed."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.parts.departed import departures
from pages.state import links
from pages.state.view import View
from pages.text.markup import html_link, text
from pages.text.wording import day, when
from pipeline.dates import in_words
from pipeline.query.filter import Filter
from pipeline.query.summary import count, in_sentence
from pipeline.tables.files import split_list
from pipeline.vocabulary import CATEGORIES

ABOUT: Final = (
    "Officials who left their posts over a war, and the events around them. Every entry links to its source sentence."
)
"""The line under the title, and the description of the site in link previews."""
POSTS: Final = ("resignation", "dismissal")
COUNTRY: Final = ("departure",)
DISPUTED: Final = ("disputed", "denied")
COLUMNS: Final = ["event_id", "headline", "persons", "type", "date_start", "date_end", "date_precision", "date_basis"]
MOST: Final = 3
"""Persons named in the sentence; the others are counted."""
_LEDE: Final = (
    "<p style=\"font-family:'Source Serif Web',serif;font-size:1.5rem;line-height:1.35;margin:0;text-wrap:balance;"
    'overflow-wrap:anywhere">{}</p>'
)
_MORE: Final = '<p style="margin:0;line-height:1.6;overflow-wrap:anywhere">{}</p>'


def show_lede(view: View) -> None:
    """The sentence about all departures, then links to the latest one and to what is disputed."""
    for paragraph in paragraphs(view.events, view.chosen):
        st.html(paragraph)


def paragraphs(events: pd.DataFrame, chosen: Filter) -> list[str]:
    """The sentences as paragraphs of HTML, every text escaped."""
    left = events.loc[departures(events), COLUMNS].sort_index()
    more = " ".join(part for part in (_newest(left, chosen), _disputed(events, chosen)) if part)
    return [_LEDE.format(_who_left(left)), *([_MORE.format(more)] * bool(more))]


def _who_left(left: pd.DataFrame) -> str:
    if left.empty:
        return "None of these events is a confirmed or reported departure."
    names = list(dict.fromkeys(name for cell in left["persons"].unique() for name in split_list(cell)))
    if not names:
        whom = "a person" if len(left) == 1 else "people"
        return f"{count(len(left), 'departure')}, of {whom} the sources do not name."
    bold = [f"<strong>{text(name)}</strong>" for name in names[:MOST]]
    more = len(names) - len(bold)
    people = in_sentence([*bold, *([count(more, "other")] * bool(more))])
    return f"{people} left {_what(left, len(names))}{_within(left)}."


def _what(left: pd.DataFrame, people: int) -> str:
    if left["type"].isin(POSTS).all():
        return "a post" if people == 1 else "their posts"
    return "the country" if left["type"].isin(COUNTRY).all() else "a post or the country"


def _within(left: pd.DataFrame) -> str:
    """The period that holds all departures; only its last day where the first departure is known just by a day."""
    shown = _dated(left)
    firsts, lasts = shown["date_start"].fillna(shown["date_end"]), shown["date_end"].fillna(shown["date_start"])
    if firsts.empty:
        return ""
    first, last = firsts.min(), lasts.max()
    if (shown["date_start"].isna() | (shown["date_basis"] == "reported"))[firsts == first].any():
        return f", by {day(last)}"
    if first == last:
        return f", on {day(first)}"
    return f" within {_length((last - first).days + 1)}, {in_words(first.date(), last.date(), 'range', 'stated')}"


def _length(days: int) -> str:
    """A length of time in the unit that a reader would use."""
    if days < 14:
        return count(days, "day")
    return count(round(days / 7), "week") if days < 120 else count(round(days / 30.44), "month")


def _newest(left: pd.DataFrame, chosen: Filter) -> str:
    shown = _dated(left)
    if len(shown) < 2:
        return ""
    event = shown.iloc[int(shown["date_end"].fillna(shown["date_start"]).to_numpy().argmax())]
    return f"Latest departure: {_link(event, chosen)}, {text(when(event))}."


def _disputed(events: pd.DataFrame, chosen: Filter) -> str:
    disputed = events.loc[events["status"].isin(DISPUTED), ["event_id", "headline", "category"]]
    if disputed.empty:
        return ""
    disputed = disputed.sort_values("category", key=lambda c: c.map(CATEGORIES.index), kind="stable")
    more = f" and {len(disputed) - 1:,} more" if len(disputed) > 1 else ""
    return f"Disputed or denied: {_link(disputed.iloc[0], chosen)}{more}."


def _link(event: pd.Series, chosen: Filter) -> str:
    return html_link(links.address("event", chosen, id=event["event_id"]), text(event["headline"]))


def _dated(events: pd.DataFrame) -> pd.DataFrame:
    return events[(events["date_precision"] != "unknown") & (events["date_start"].notna() | events["date_end"].notna())]
