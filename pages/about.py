"""About: method, accuracy, definitions, limits, counts and the meaning of every column."""

import json
from typing import Final

import pandas as pd
import streamlit as st

from pages.state.tables_on_disk import current_articles, figures_file
from pages.state.view import show_filter, start_page
from pages.text.wording import kind
from pipeline.query.summary import count
from pipeline.tables.columns import DICTIONARY, FILES
from pipeline.vocabulary import BASES, DEFINITIONS, EVIDENCE_CLASSES, STATUSES, TYPES_BY_CATEGORY

METHOD = """
Software turns a folder of articles into one dated, sourced table. It reads every sentence for what happened, who did
it, from which post, when, where, and who says so. It merges mentions of the same event in several articles and keeps
every quote.

- **Nothing without its source.** Every value links to an article, a quote and its position.
- **No date that the text does not give.** “Last week” stays a week. If an article only says that something has
  happened, the date is “by” the day of publication.
- **The act is not the motive.** What somebody did and why are separate claims, each with its speaker.
- **Careful with living persons.** Labels say what the sources say. “Defection” appears only where a source uses the
  word. Denials and contradictions stay visible.
"""
LIMITS = """
- The table holds only what its articles say. An event that none of them reports is missing. A mistake in an article is
  repeated, with its source.
- Software read the sentences, and it makes mistakes. Check the quote before you use a value.
- Titles, publishers and publication days come from `articles.csv`, which says where a day was inferred.
- A place is a name in the text, not a verified location.
"""

MAIN: Final = (
    "leaving: precision", "leaving: recall", "leaving: date", "leaving: modality",
    "leaving: false alarms per 100 articles",
)  # fmt: skip
"""The figures that a reader sees first: departures in news articles that nobody tuned the rules on."""
HEADINGS: Final = {"name": "area", "corpus": "test data", "ours": "this site", "peer": "for comparison"}


def show_definitions(heading: str, names: tuple[str, ...], also: dict[str, str] | None = None) -> None:
    """Draw a list of words with their meanings; `also` holds meanings that differ in this list."""
    meanings = {**DEFINITIONS, **(also or {})}
    st.subheader(heading, anchor=False)
    st.markdown("\n".join(f"- **{kind(name)}**: {meanings[name]}" for name in names if name in meanings))


def measured() -> pd.DataFrame | None:
    """The figures of the benchmark; None where there are none yet."""
    try:
        return pd.DataFrame(
            json.loads(figures_file().read_text("utf-8")), columns=["name", "corpus", "measure", "ours", "peer", "day"]
        )
    except (OSError, ValueError):
        return None


def show_accuracy(figures: pd.DataFrame) -> None:
    """Draw what the figures on departures mean in a sentence, these rows, and all others folded."""
    unseen = figures[figures["corpus"].str.contains("real news") & figures["corpus"].str.contains("set aside")]
    main = unseen[unseen["measure"].isin(MAIN)]
    value = dict(zip(main["measure"], pd.to_numeric(main["ours"], errors="coerce"), strict=True))
    right, found = (value.get(measure) for measure in MAIN[:2])
    if right is not None and found is not None:
        st.markdown(
            f"In a test on news articles set aside for it, about {round(right / 10)} of 10 departures that the "
            f"software reported were right, and it found about {round(found / 10)} of 10."
        )
    for title, rows in (("", main), (f"All {count(len(figures), 'figure')}", figures)):
        with st.expander(title) if title else st.container():
            if len(rows):
                st.dataframe(rows, hide_index=True, alt=title or "Main figures", column_config=HEADINGS)


view = start_page("About", "How the table is made, how accurate it is, what its words mean and what it cannot know.")
show_filter(view)
st.header("Method", anchor=False)
st.markdown(METHOD)
st.header("Accuracy", anchor=False)
figures = measured()
if figures is None:
    st.markdown("These tables have no measured figures yet. `make bench` measures them.")
else:
    show_accuracy(figures)
st.header("Definitions", anchor=False)
st.subheader("Category and type", anchor=False)
st.markdown(
    "\n".join(f"- **{category}**: {', '.join(kind(t) for t in types)}" for category, types in TYPES_BY_CATEGORY.items())
)
show_definitions("Status: how sure it is", STATUSES)
show_definitions(
    "Basis: where a date comes from", BASES, {"reported": "no date words: by the day of publication, perhaps earlier"}
)
show_definitions("Evidence class: who speaks", EVIDENCE_CLASSES)
st.header("Limits", anchor=False)
st.markdown(LIMITS)
st.header("Counts", anchor=False)
tables = view.tables
st.markdown(
    f"{count(len(tables.events), 'event')}, {count(len(tables.evidence), 'claim')}, {len(tables.people):,} people, "
    f"{count(len(current_articles().articles), 'article')}. "
    f"Version of the data: `{view.version}` (a hash of the tables)."
)
st.header("Data dictionary", anchor=False)
for table, columns in DICTIONARY.items():
    with st.expander(FILES[table]):
        st.markdown("\n".join(f"- `{name}`: {meaning}" for name, meaning in columns.items()))
