"""What the screen says: text made safe for Markdown, dates, counts and the filter in words."""

import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import pandas as pd

from pipeline.dates import from_edtf, in_words
from pipeline.tables.files import split_list
from pipeline.text.normalise import without_controls

Row: TypeAlias = pd.Series | Mapping[str, Any]
"""An event by its columns. A mapping where there are many: to make a series of each takes longer than to show it."""

# Every character that Markdown, Streamlit's directives or LaTeX give a meaning to.
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:=^&\"'@/])")

DID: Final = {
    "resignation": "resigned",
    "dismissal": "was dismissed",
    "departure": "left the country",
    "resignation_attempt": "tried to resign",
    "defection": "defected, say the sources",
    "appointment": "was appointed",
}
"""The act of a leaving event as a verb. "Defection" is a word that only a source may use, so it says so."""

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
    """The text as the label of a link, broken into lines by hand: a page link clips what does not fit into one line."""
    lines = textwrap.wrap(" ".join(without_controls(str(text)).split()), width) or [" "]
    return "  \n".join(md(line) for line in lines)


def kind(word: str) -> str:
    """A word of the vocabulary as prose: `resignation_attempt` → "resignation attempt"."""
    return word.replace("_", " ")


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "event"), count(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(words: Sequence[str]) -> str:
    """A list in a sentence.

    >>> listed(["Gazette", "Courier", "Post"])
    'Gazette, Courier and Post'
    """
    return " and ".join([*([", ".join(words[:-1])] if words[1:] else []), *words[-1:]])


def when(event: Row) -> str:
    """When it happened, in words, with its precision."""
    start, end = (None if pd.isna(event[c]) else event[c].date() for c in ("date_start", "date_end"))
    return in_words(start, end, event["date_precision"], event["date_basis"])


def date_value(edtf: str) -> str:
    """A date of the evidence in words; what is no EDTF stays as it is."""
    try:
        start, end, precision = from_edtf(edtf)
    except ValueError:
        return edtf
    return in_words(start, end, precision, "reported" if edtf.startswith("../") else "stated")


def support(event: Row) -> str:
    """How many tell it: "2 articles, 2 origins"."""
    articles, origins = len(split_list(event["articles"])), len(split_list(event["origins"]))
    return f"{count(articles, 'article')}, {count(origins, 'origin')}"


def who(event: pd.Series) -> str:
    """The persons named, or a word that none is."""
    return ", ".join(split_list(event["persons"])) or "no name in the sources"


def day(value: object) -> str:
    """A day as readers write it: "23 March 2022"."""
    return "" if value is None or pd.isna(value) else f"{value.day} {value:%B %Y}"
