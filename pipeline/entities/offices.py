"""What a post says of its body and its country: "director at the State Department", "Russia's ambassador to Sweden"."""

from pipeline.entities.places import demonyms, look_up
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words
from pipeline.text.normalise import for_matching

_AT = phrase("offices.at")
_OF_KIND = phrase("offices.of_kind")
_OWNER = phrase("offices.owner")
_OWN_LAND = phrase("offices.own_land")
_ADJECTIVE = phrase("offices.adjective")
_STATE = phrase("offices.state")
_OF_LAND = phrase("offices.of_land")


def organisation_of(role: str) -> str:
    """The body that a post belongs to, where the words for the post name it; else "".

    >>> organisation_of("director at the State Department's Bureau of Military Affairs")
    "State Department's Bureau of Military Affairs"
    >>> organisation_of("Minister of Finance"), organisation_of("Russia's climate envoy")
    ('', '')
    """
    plain = for_matching(role)
    if match := _OF_KIND.search(plain):
        return role[slice(*match.span("body"))]
    for pattern in (_AT, _OWNER):
        if (match := pattern.search(plain)) and _is_body(match.group("body")):
            return role[slice(*match.span("body"))]
    return ""


def _is_body(words: str) -> bool:
    """Is this certainly a body: with a word that only bodies have, and no place or country?"""
    bodies = load_words()["bodies"]
    return look_up(words) is None and any(word.removesuffix("'s") in bodies for word in words.split())


def country_served(role: str) -> str:
    """The country that a post serves, where the words for the post name it; else "".

    >>> country_served("Russia's ambassador to Sweden"), country_served("French minister")
    ('Russia', 'France')
    >>> country_served("envoy to Peru")
    ''
    """
    role = for_matching(role)
    if (match := _ADJECTIVE.search(role)) and (country := demonyms().get(match.group("land").casefold())):
        return country
    for pattern in (_OWN_LAND, _STATE, _OF_LAND):
        place = look_up(match.group("land")) if (match := pattern.search(role)) else None
        if place and place.kind == "country":
            return place.name
    return ""
