"""Who acts where no person does: the words before a verb that name a country, a body, a group."""

from pipeline.lexicon.phrases import phrase

_ACTING = phrase("non_person_subject.acting")
_TAIL = phrase("non_person_subject.before_verb")
_CLAUSE_START = phrase("non_person_subject.clause_start")
_NAMES_SOMETHING = phrase("non_person_subject.names_something")
_NAMES_NOTHING = phrase("non_person_subject.names_nothing")


def is_adjacent(between: str) -> bool:
    """Only auxiliaries between a subject and its verb?"""
    return not _TAIL.sub("", between.rstrip()).strip(" ,")


def acting_words(line: str, start: int) -> str:
    """The subject of the verb at `start` in words; "" where they name nothing.

    >>> acting_words("On Monday, Norland has expelled two envoys.", 23)
    'Norland'
    """
    left = _CLAUSE_START.split(line[max(0, start - 90) : start])[-1]
    left = _TAIL.sub("", " " + left.strip())
    match = _ACTING.search(left.strip())
    words = match.group(1) if match else ""
    return words if _NAMES_SOMETHING.search(words) and not _NAMES_NOTHING.match(words) else ""
