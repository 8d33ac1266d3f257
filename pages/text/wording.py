"""Words for the screen: text made safe for Markdown, dates, acts and how many articles report an event."""

import re
import textwrap
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, TypeAlias

import pandas as pd

from pipeline.dates import from_edtf, in_words
from pipeline.models import Article
from pipeline.query.summary import count
from pipeline.tables.files import split_list
from pipeline.text.normalise import without_controls

Row: TypeAlias = pd.Series | Mapping[str, Any]
"""An event or a claim by its columns. Many rows come as mappings, because a series for each would be slow."""

# Every character with a meaning in Markdown, Streamlit's directives or LaTeX.
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:=^&\"'@/])")

DID: Final = {
    "resignation": "resigned",
    "dismissal": "was dismissed",
    "departure": "left the country",
    "resignation_attempt": "tried to resign",
    "defection": "defected, say the sources",
    "appointment": "was appointed",
}
"""The act of a leaving event as a verb. Only a source may call something a defection, so the verb says so."""

SAYS: Final = {
    "own_statement": "own statement",
    "official": "official",
    "named_source": "named source",
    "unnamed_source": "unnamed source",
    "reporter": "the article itself",
}


def md(text: str) -> str:
    """Text from a table or an article as Markdown that shows exactly that text.

    >>> md("[a](javascript:x) *b*")
    '\\\\[a\\\\]\\\\(javascript\\\\:x\\\\) \\\\*b\\\\*'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(without_controls(str(text)).split()))


def label(text: str, width: int = 37) -> str:
    """The text as the label of a link, broken into lines, because a page link cuts off what does not fit in one."""
    lines = textwrap.wrap(" ".join(without_controls(str(text)).split()), width) or [" "]
    return "  \n".join(md(line) for line in lines)


def kind(word: str) -> str:
    """A word of the vocabulary as prose: `resignation_attempt` → "resignation attempt"."""
    return word.replace("_", " ")


def as_rows(frame: pd.DataFrame) -> list[Row]:
    """The rows of a table as mappings of its columns."""
    return list(frame.to_dict("records"))  # type: ignore[arg-type]  # every column of ours has a name


def when(event: Row) -> str:
    """When it happened, in words, with its precision."""
    return in_words(
        day_of(event["date_start"]), day_of(event["date_end"]), event["date_precision"], event["date_basis"]
    )


def date_value(edtf: str) -> str:
    """A date of the evidence in words; what is no EDTF stays as it is."""
    try:
        start, end, precision = from_edtf(edtf)
    except ValueError:
        return edtf
    return in_words(start, end, precision, "reported" if edtf.startswith("../") else "stated")


def support(event: Row) -> str:
    """How many articles report it, and from how many original sources: "1 article", "3 articles from 2 sources"."""
    articles, origins = len(split_list(event["articles"])), len(split_list(event["origins"]))
    return count(articles, "article") + (f" from {count(origins, 'source')}" if articles > 1 else "")


def published(article: Article) -> str:
    """When an article was published and how that is known: "23 May 2022 (inferred)"."""
    basis = f" ({article.published_basis})" if article.published_basis else ""
    return f"{day(article.published) or 'day unknown'}{basis}"


def day_of(cell: Any) -> date | None:
    """The day in a cell of a table, None for an empty one."""
    return None if pd.isna(cell) else cell.date()


def day(value: date | None) -> str:
    """A day as readers write it: "23 March 2022"; "" for None."""
    return "" if value is None or pd.isna(value) else f"{value.day} {value:%B %Y}"
