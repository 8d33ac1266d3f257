"""A pattern of the lexicon → a regular expression: its `<lists>` are filled in, its blanks are any white space."""

import re

from pipeline.lexicon.words import LexiconError, load_words

LIST = re.compile(r"(?<!\(\?P)<(\w+)>")
"""A word list in a pattern: `<posts>`, but not the name of a group, `(?P<who>`."""
_DEEPEST = 3
"""Lists within lists that are filled in; what is left of deeper ones is no regular expression that matches."""


def compile_pattern(pattern: str, where: str = "") -> re.Pattern[str]:
    """A pattern with its `<lists>` filled in; blanks match any white space; case is ignored, but for [A-Z].

    LexiconError, with `where` in front, for an unknown list and for what is no regular expression.

    >>> bool(compile_pattern("(?:<be>) sacked").search("He was sacked."))
    True
    """
    try:
        filled = pattern
        for _ in range(_DEEPEST):
            filled = LIST.sub(lambda match: f"(?:{alternatives(match.group(1))})", filled)
        return re.compile(filled.replace(" ", r"\s").replace("[A-Z]", "(?-i:[A-Z])"), re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"{where}: {error}") from error
    except KeyError as error:
        raise LexiconError(f"{where}: no word list {error}") from None


def alternatives(name: str) -> str:
    """The words of a list as alternatives, the longest first. KeyError where there is no such list."""
    return "|".join(sorted(load_words()[name], key=len, reverse=True))
