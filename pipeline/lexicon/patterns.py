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
        filled = fill_lists(pattern, where)
        return re.compile(filled.replace(" ", r"\s").replace("[A-Z]", "(?-i:[A-Z])"), re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"{where}: {error}") from error


def fill_lists(pattern: str, where: str = "") -> str:
    """The pattern with its `<lists>` filled in. LexiconError for an unknown list.

    >>> fill_lists("(?:<his>) post")[:8]
    '(?:(?:th'
    """
    try:
        for _ in range(_DEEPEST):
            pattern = LIST.sub(lambda match: f"(?:{alternatives(match.group(1))})", pattern)
    except KeyError as error:
        raise LexiconError(f"{where}: no word list {error}") from None
    return pattern


def alternatives(name: str) -> str:
    """The words of a list as alternatives, the longest first. KeyError where there is no such list."""
    return "|".join(sorted(load_words()[name], key=len, reverse=True))
