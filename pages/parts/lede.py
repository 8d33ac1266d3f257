"""The first screen at a glance, as sentences: who left, over what time, the newest, the disputed."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.state import links
from pages.state.view import View
from pages.text.markup import link, text
from pages.text.wording import count, day, when
from pipeline.dates import in_words
from pipeline.query.filter import Filter
from pipeline.tables.files import split_list
from pipeline.vocabulary import CATEGORIES

ABOUT: Final = "Officials who left over a war, and the war around them, each with the sentence that it comes from."
"""The line under the title, and what a link says of the whole."""
LEFT: Final = ("resignation", "dismissal", "departure", "defection")
SURE: Final = ("confirmed", "reported")
DISPUTED: Final = ("disputed", "denied")
DATES: Final = ["date_start", "date_end", "date_precision", "date_basis"]
MOST: Final = 3
"""Persons who are named."""
_LEDE: Final = (
    "<p style=\"font-family:'Source Serif Web',serif;font-size:1.5rem;line-height:1.35;margin:0;text-wrap:balance;"
    'overflow-wrap:anywhere">{}</p>'
)
_MORE: Final = '<p style="margin:0;line-height:1.6;overflow-wrap:anywhere">{}</p>'


def show(view: View) -> None:
    """The sentence that the events tell together, then what to open first."""
    for paragraph in told(view.events, view.chosen):
        st.html(paragraph)


def told(events: pd.DataFrame, chosen: Filter) -> list[str]:
    """The same as paragraphs of HTML, every text in them escaped."""
    left = departures(events).sort_index()
    more = " ".join(part for part in (_newest(left, chosen), _disputed(events, chosen)) if part)
    return [_LEDE.format(_who(left)), *([_MORE.format(more)] * bool(more))]


def departures(events: pd.DataFrame) -> pd.DataFrame:
    """Events in which somebody left a post or the country: confirmed or reported, and not told as background."""
    columns = events[["event_id", "headline", "persons", *DATES]]
    return columns[events["type"].isin(LEFT) & events["status"].isin(SURE) & ~events["background"]]


def _who(left: pd.DataFrame) -> str:
    names = list(dict.fromkeys(name for cell in left["persons"].unique() for name in split_list(cell)))
    if not names:
        told = f"{count(len(left), 'departure')} in these events, of nobody by name." if len(left) else ""
        return told or "In these events nobody is confirmed or reported to have left."
    bold = [f"<strong>{text(name)}</strong>" for name in names[:MOST]]
    more = len(names) - len(bold)
    people = [*bold, *([f"{count(more, 'other')}"] * bool(more))]
    told = " and ".join([*([", ".join(people[:-1])] if people[1:] else []), people[-1]])
    return f"{told} left a post or the country{_within(left)}."


def _within(left: pd.DataFrame) -> str:
    """The days that hold all of them; where the first is only known by a day, nothing but the last is certain."""
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
    """A stretch of time in the unit that a reader would use."""
    if days < 14:
        return count(days, "day")
    return count(round(days / 7), "week") if days < 120 else count(round(days / 30.44), "month")


def _newest(left: pd.DataFrame, chosen: Filter) -> str:
    shown = _dated(left)
    if len(shown) < 2:
        return ""
    event = shown.loc[shown["date_end"].fillna(shown["date_start"]).idxmax()]
    return f"Newest: {_link(event, chosen)}, {text(when(event))}."


def _disputed(events: pd.DataFrame, chosen: Filter) -> str:
    disputed = events.loc[events["status"].isin(DISPUTED), ["event_id", "headline", "category"]]
    if disputed.empty:
        return ""
    disputed = disputed.sort_values("category", key=lambda c: c.map(CATEGORIES.index), kind="stable")
    more = f" and {len(disputed) - 1:,} more" if len(disputed) > 1 else ""
    return f"Disputed or denied: {_link(disputed.iloc[0], chosen)}{more}."


def _link(event: pd.Series, chosen: Filter) -> str:
    return link(links.address("event", chosen, id=event["event_id"]), text(event["headline"]))


def _dated(events: pd.DataFrame) -> pd.DataFrame:
    return events[(events["date_precision"] != "unknown") & (events["date_start"].notna() | events["date_end"].notna())]
