"""Places and countries that words name: in a sentence, in the words for who acts."""

from pipeline.entities.candidates import RUN
from pipeline.entities.places import Place, demonyms, look_up


def places_in(line: str) -> list[tuple[int, int, Place]]:
    """Places that a plain sentence names, in reading order.

    >>> [place.name for _, _, place in places_in("Shells fell on Kharkov and in eastern Syria.")]
    ['Kharkiv', 'Syria']
    """
    found = []
    for match in RUN.finditer(line):
        words = match.group().split()
        for first in range(len(words)):
            done = False
            for last in range(len(words), first, -1):
                name = " ".join(words[first:last])
                if place := look_up(name):
                    start = match.start() + len(" ".join(words[:first])) + (first > 0)
                    found.append((start, start + len(name), place))
                    done = True
                    break
            if done:
                break
    return found


def country_of(words: str) -> str:
    """The country that an agent's words name or imply.

    >>> country_of("the Polish government"), country_of("Denmark"), country_of("a bank")
    ('Poland', 'Denmark', '')
    """
    for match in RUN.finditer(words):
        for name in (match.group(), *match.group().split()):
            if country := demonyms().get(name.casefold()):
                return country
            if (place := look_up(name)) and place.kind == "country":
                return place.name
    return ""
