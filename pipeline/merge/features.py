"""How alike two mentions are: named features, each with a score and a reason; some only subtract."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from pipeline.lexicon.words import load_words
from pipeline.merge.subjects import Subject
from pipeline.text.normalise import for_comparing

JOIN = 0.5
"""Score from which two mentions tell one event. Set so that a shared person or place alone (0.4) never suffices."""
NEWS_DAYS = 30
"""A sentence without date words tells news: what it reports happened at most this many days before publication."""
REPRINT_DAYS = {"leaving": 14, "military": 2}
"""Two undated reports of one act by the same person or at the same place appear within so many days (7 elsewhere)."""
CONTRADICTION_DAYS = 400
"""Dates further apart than about a year are two events, however alike; nearer ones may be one, dated in two ways."""
_BELONGING: Final = re.compile(r"\b\w+(?:'s|s')\s")
ONE_OF_A_KIND = {"invasion", "appointment"}
"""Types that happen once to a place or post, so that an undated mention can mean only the one that is known."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against joining two mentions."""

    score: float
    reason: str


def compare(a: Subject, b: Subject) -> tuple[float, str]:
    """Score of two mentions of one type, and the reasons in words; at `JOIN` or above they are one event."""
    features = [f for f in _features(a, b) if f]
    return round(sum(f.score for f in features), 2), "; ".join(f.reason for f in features)


def _features(a: Subject, b: Subject) -> Iterator[Feature | None]:
    yield _who(a, b)
    yield _where(a, b)
    yield _role(a, b)
    yield _words(a, b)
    yield _when(a, b)


def _who(a: Subject, b: Subject) -> Feature | None:
    if shared := sorted(set(a.persons) & set(b.persons)):
        return Feature(0.4, f"same person ({', '.join(shared)})")
    if a.persons and b.persons:
        return Feature(-1.0, "different people")
    if a.actor and a.actor == b.actor:
        return Feature(0.3, f"same actor ({a.mention.agent})")
    names = a.mention.type not in ONE_OF_A_KIND and not (a.persons or b.persons)  # "Russia", "Moscow": one invader
    if a.actor and b.actor and names:
        return Feature(-0.3, "different actors") if fuzz.token_set_ratio(a.actor, b.actor) < 60 else None
    return None


def _where(a: Subject, b: Subject) -> Feature | None:
    if a.place and a.place == b.place:
        return Feature(0.3, f"same place ({a.place})")
    if is_bare(a) or is_bare(b):
        return Feature(0.3, f"the only {a.mention.type} of that time")
    if a.place and b.place and a.mention.category == "military":
        return Feature(-0.6, "different places")
    return None


def is_bare(s: Subject) -> bool:
    """True for an act that happens once, told without saying whose or where: "the invasion"."""
    m = s.mention
    return m.type in ONE_OF_A_KIND and m.category == "military" and not (s.place or s.actor or s.persons)


def _role(a: Subject, b: Subject) -> Feature | None:
    if a.mention.category != "leaving" or not (_post(a) and _post(b)):
        return None
    if same_post(_post(a), _post(b)):
        return Feature(0.2, "same post")
    return Feature(-0.1, "posts worded differently")


def same_post(a: str, b: str) -> bool:
    """True where two descriptions can be one post: the same words but for length, or one noun with nothing against it.

    >>> same_post("special envoy", "envoy for the climate"), same_post("defence minister", "minister of health")
    (True, False)
    """
    if fuzz.token_set_ratio(for_comparing(a), for_comparing(b)) >= 75:
        return True
    (noun, said), (other, said_too) = _noun_and_rest(a), _noun_and_rest(b)
    return noun == other and (not said or not said_too or bool(said & said_too))


@lru_cache(maxsize=65536)
def _noun_and_rest(post: str) -> tuple[str, frozenset[str]]:
    """The noun that names the post, and the words that tell it from others of its kind."""
    lists = load_words()
    words = re.findall(r"[a-z]+", _BELONGING.sub(" ", for_comparing(post)))
    cut = next((i for i, word in enumerate(words) if word in lists["post_prepositions"]), len(words))
    noun = words[cut - 1] if cut else ""
    return noun, frozenset(words) - {noun, *lists["post_prepositions"], *lists["ranks"]}


def _post(s: Subject) -> str:
    return f"{s.mention.role} {s.mention.organisation}".strip()


def _words(a: Subject, b: Subject) -> Feature | None:
    """The same sentence printed twice, or nearly so. For acts without a person it is what tells two of a kind apart."""
    alike = fuzz.token_set_ratio(a.words, b.words) if a.words and b.words else 0.0
    if alike >= 90:
        return Feature(0.25, "told in the same words")
    same_article = a.mention.article_id == b.mention.article_id
    if a.mention.category == "diplomacy" and same_article and alike >= 50:
        return Feature(0.2, "told alike by one article")
    if a.mention.category == "military" and same_article and alike < 55:
        return Feature(-0.2, "told in different words by one article")
    return None


def _when(a: Subject, b: Subject) -> Feature | None:
    one, two = a.mention.date, b.mention.date
    if "unknown" in (one.basis, two.basis):
        return _undated(a, b)
    if one.basis == two.basis == "reported":
        return _both_reported(a, b)
    if "reported" in (one.basis, two.basis):
        return _one_reported(a, b) if one.basis == "reported" else _one_reported(b, a)
    gap = one.gap(two)
    if gap == 0:
        same = one.precision == two.precision == "day"
        return Feature(0.3, "same day") if same else Feature(0.2, "dates agree")
    often_a_day_off = a.mention.category == "leaving" or a.mention.type in ONE_OF_A_KIND
    if gap == 1 and often_a_day_off and one.precision == two.precision == "day":
        return Feature(0.2 if a.mention.type in ONE_OF_A_KIND else 0.1, "a day apart")
    return _contradiction(a, b, gap)


def _undated(a: Subject, b: Subject) -> Feature | None:
    """An undated mention refers back to the one act that is known, the news before the background; several tie."""
    if a.mention.article_id == b.mention.article_id:
        known = b if a.mention.date.basis == "unknown" else a
        return Feature(0.1 if known.mention.background else 0.15, "one of them undated, same article")
    if a.mention.type in ONE_OF_A_KIND or (a.mention.category == "leaving" and set(a.persons) & set(b.persons)):
        return Feature(0.15, "one of them undated, and it is the only act of its kind that is known")
    return Feature(-0.1, "one of them undated")


def _both_reported(a: Subject, b: Subject) -> Feature:
    if a.mention.background != b.mention.background:
        return Feature(-0.4, "one of them tells it as background")
    assert a.last is not None and b.last is not None
    days = abs(a.last - b.last)
    if days <= REPRINT_DAYS.get(a.mention.category, 7):
        return Feature(0.2, "reported on the same day" if days == 0 else f"reported {days} days apart")
    return Feature(-0.6, f"reported {days} days apart")


def _one_reported(reported: Subject, dated: Subject) -> Feature:
    assert reported.last is not None
    first, last = _ends(dated)
    if reported.mention.background or dated.mention.background:
        return Feature(-0.4, "one of them tells it as background")
    if first - 1 <= reported.last <= last + NEWS_DAYS:
        return Feature(0.2, "reported within a month of the date")
    return Feature(-0.6, "reported too long after the date, or before it")


def _contradiction(a: Subject, b: Subject, gap: int) -> Feature:
    """Two articles may date one act in two ways; one article that gives two dates tells two acts."""
    posts = a.mention.category == "leaving" and bool(_post(a) and _post(b)) and same_post(_post(a), _post(b))
    coarse = "day" not in (a.mention.date.precision, b.mention.date.precision)
    if posts and coarse and gap <= CONTRADICTION_DAYS and a.mention.article_id != b.mention.article_id:
        return Feature(0.0, "dates contradict each other, but the post is the same")
    return Feature(-0.6, "dates contradict each other")


def _ends(s: Subject) -> tuple[int, int]:
    return (s.first if s.first is not None else 0), (s.last if s.last is not None else 10**7)
