"""What a rule's words amount to, and the small conversions that every reader needs."""

from dataclasses import dataclass
from typing import Final

from pipeline.lexicon.date_rules import LEXICON
from pipeline.text.numbers import number_of

Groups = dict[str, str]
_WORDS: Final = LEXICON.words


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 value and how it came about; `why` is a noun phrase without the date itself."""

    value: str
    type: str = "DATE"
    mod: str = ""
    relative: bool = False
    why: str = ""


def single_spaced(words: str) -> str:
    """One blank between words, as the word lists have them.

    >>> single_spaced("the  early")
    'the early'
    """
    return " ".join(words.split())


def word_value(name: str, words: str) -> str:
    """The value of a word in a word list.

    >>> word_value("month", "sept."), word_value("edge", "the end  of")
    ('9', 'END')
    """
    return _WORDS[name][single_spaced(words)]


def amount_of(groups: Groups) -> float | None:
    """How many units the words say; None for "several" and the like, and for a span of numbers.

    >>> [amount_of(groups) for groups in ({"number": "three"}, {"vague": "a few"}, {"unit": "week"}, {"unit": "weeks"})]
    [3.0, None, 1.0, None]
    """
    if "and_half" in groups:
        whole = amount_of({name: words for name, words in groups.items() if name != "and_half"})
        return None if whole is None else whole + 0.5
    if "number" in groups:
        return number_of(groups["number"])
    if groups.get("vague") == "the":
        return 1.0
    if "vague" not in groups:
        return None if groups.get("unit", "s")[-1] in "sa" else 1.0
    value = word_value("vague", groups["vague"])
    return None if value == "X" else float(value)


def unit_of(groups: Groups) -> str:
    """The unit's code in the word list.

    >>> unit_of({"unit": "weeks"})
    'W'
    """
    return word_value("unit", groups["unit"])


def mod_of(groups: Groups) -> str:
    """The MOD that words such as "early", "the end of" or "nearly" stand for.

    >>> mod_of({"edge": "late"}), mod_of({"approx": "at least"}), mod_of({})
    ('END', 'EQUAL_OR_MORE', '')
    """
    if "edge" in groups:
        return word_value("edge", groups["edge"])
    if "at_end" in groups:
        return "END"
    return word_value("approx", groups["approx"]) if "approx" in groups else ""
