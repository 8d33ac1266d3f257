"""About: the method, the words, the limits, the counts and what every column means."""

import json

import pandas as pd
import streamlit as st

from pages.state.tables_on_disk import figures, reading
from pages.state.view import say_filter, start_page
from pages.text.wording import count, kind
from pipeline.tables.columns import DICTIONARY, FILES
from pipeline.vocabulary import BASES, DEFINITIONS, EVIDENCE_CLASSES, STATUSES, TYPES_BY_CATEGORY

METHOD = """
A folder of articles becomes one dated, sourced table. Software reads every sentence for what happened, who did it, from
which post, when, where, and who says so. Mentions of the same event in several articles are joined, and the joined
event keeps all of its passages.

- **Nothing without its source.** Every value leads to a passage: article, quote, position.
- **No date that the text does not give.** “Last week” stays a week. Where an article only reports that something has
  happened, the date reads “by that day”.
- **The act is not the motive.** What somebody did and why are separate claims, each with who says so.
- **Careful with living persons.** A label says what the sources say. “Defection” is used only where a source uses it;
  denials and contradictions stay visible.
"""
LIMITS = """
- The table knows only what its articles say. An event that none of them tells is missing, and a mistake of an article
  is repeated with its source.
- Software reads the sentences. Check the passage before you quote a value; that is why every value has one.
- Titles, publishers and publication days come from the manifest, which says where a day was inferred.
- A place is a name in the text, not a verified position.
"""


def words(heading: str, names: tuple[str, ...], also: dict[str, str] | None = None) -> None:
    """A list of words with their meanings; `also` holds those that mean something else in this list."""
    meanings = {**DEFINITIONS, **(also or {})}
    st.subheader(heading, anchor=False)
    st.markdown("\n".join(f"- **{kind(name)}**: {meanings[name]}" for name in names if name in meanings))


def measured() -> pd.DataFrame | None:
    """The figures of the benchmark, None where there are none yet."""
    try:
        return pd.DataFrame(
            json.loads(figures().read_text("utf-8")), columns=["name", "corpus", "measure", "ours", "peer", "day"]
        )
    except (OSError, ValueError):
        return None


view = start_page("About", "How the table is made, what its words mean and what it cannot know.")
say_filter(view)
st.header("Method", anchor=False)
st.markdown(METHOD)
st.header("How good", anchor=False)
found = measured()
if found is None:
    st.markdown("No measured figures are stored with these tables yet. `make bench` measures them.")
else:
    st.dataframe(found, hide_index=True, alt="Measured figures")
st.header("Words", anchor=False)
st.subheader("Category and type", anchor=False)
st.markdown(
    "\n".join(f"- **{category}**: {', '.join(kind(t) for t in types)}" for category, types in TYPES_BY_CATEGORY.items())
)
words("Status: how sure it is", STATUSES)
words("Basis: where a date comes from", BASES, {"reported": "no date words: reported by that day, and perhaps earlier"})
words("Evidence class: who speaks", EVIDENCE_CLASSES)
st.header("Limits", anchor=False)
st.markdown(LIMITS)
st.header("Counts", anchor=False)
tables = view.tables
st.markdown(
    f"{count(len(tables.events), 'event')}, {count(len(tables.evidence), 'claim')}, {len(tables.people):,} people, "
    f"{count(len(reading().articles), 'article')}. Version of the data: `{view.version}` (a hash of the tables)."
)
st.header("Data dictionary", anchor=False)
for table, columns in DICTIONARY.items():
    with st.expander(FILES[table]):
        st.markdown("\n".join(f"- `{name}`: {meaning}" for name, meaning in columns.items()))
