"""Of what class a source is, from its words: the person itself, an official, somebody by name, somebody without.

In doubt the weaker class: an own statement or an official's word confirms an event, so neither is ever guessed.
"""

import re
from functools import lru_cache

from pipeline.entities.candidates import name_lists
from pipeline.events.document import Document
from pipeline.events.factuality.cues import has_cue
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words

_INDEFINITE = phrase("source_class.indefinite")
_OWNED = phrase("source_class.owned")
_OF_A_STATE = phrase("source_class.of_a_state")
JOINED = phrase("source_class.joined")
_BARE = phrase("source_class.bare_spokesman")
_NAMES_A_BODY = phrase("source_class.names_a_body")
_THE_SPOKESMAN = phrase("source_class.the_spokesman")
_SPOKESMAN_OF = phrase("source_class.spokesman_of")
_NAMES_LOOKED_AT = 12
"""Places of a text in which a person's post is looked for; news gives it where it first names somebody."""


def class_of(document: Document, text: str, who: tuple[str, ...], persons: tuple[str, ...]) -> str:
    """The evidence class of the source with these words, who stands for the persons `who`, on an act of `persons`."""
    if who and set(who) & set(persons):
        return "own_statement"
    if who:
        office = _is_official(text) or _BARE.match(text) or _in_office(document, who) or _for_office(document, text)
        return "official" if office else "named_source"
    return class_of_words(text)


def class_of_words(text: str) -> str:
    """The class of a source that is nobody by name.

    >>> class_of_words("the interior ministry"), class_of_words("a source close to the palace")
    ('official', 'unnamed_source')
    >>> class_of_words("a spokesman for the ministry"), class_of_words("a spokesman")
    ('official', 'unnamed_source')
    """
    head = head_of_source(text)
    if has_cue("media", head) or has_cue("media", text) and not has_cue("unnamed", head):
        return "named_source"
    if has_cue("spokesman", head):
        return _of_spokesman(text)
    if _OF_A_STATE.match(text) or has_cue("bodies", head):
        return "official"
    if _is_person(head):
        sure = head in _posts() and not has_cue("unnamed", head) and not _INDEFINITE.match(text)
        return "official" if sure and _is_official(text) else "unnamed_source"
    if _is_official(text):
        return "official"
    return "named_source" if re.search(r"[A-Z]", text) else "unnamed_source"


def is_owned(text: str) -> bool:
    """Is it somebody other than the owner? "Her lawyer", "Ruiz's aide"."""
    return bool(_OWNED.match(text) or _OWNED.search(text))


def head_of_source(text: str) -> str:
    """The noun of a phrase: "spokesman" of "a spokesman for the ministry".

    >>> head_of_source("a source familiar with the matter"), head_of_source("two senior Kremlin aides")
    ('source', 'aides')
    """
    words = JOINED.split(text, maxsplit=1)[0].split()
    return words[-1].lower() if words else ""


def _of_spokesman(text: str) -> str:
    """A spokesman speaks for a body: an official one, another, or one that the words leave out."""
    if _is_official(text) or _THE_SPOKESMAN.fullmatch(text):
        return "official"
    return "unnamed_source" if _INDEFINITE.match(text) or not _NAMES_A_BODY.search(text) else "named_source"


def _is_official(text: str) -> bool:
    return has_cue("official", text) and not has_cue("unofficial", text)


def _is_person(head: str) -> bool:
    return has_cue("unnamed", head) or head in _persons()


def _for_office(document: Document, text: str) -> bool:
    """Does this person speak for somebody in office? "Ito's spokesman Lars Berg", if the text calls Ito premier."""
    plain = text.replace("’", "'")
    owns = _SPOKESMAN_OF.search(plain)
    named = {name.person for name in document.people.names if owns and name.text == plain[: owns.start()]}
    return bool(named) and _in_office(document, tuple(named))


def _in_office(document: Document, who: tuple[str, ...]) -> bool:
    """Does the text elsewhere give one of them a post of the state: "Ito", who was "Interior Minister Kenji Ito"?"""
    names = [n for n in document.people.within(0, len(document.text)) if n.person in who][:_NAMES_LOOKED_AT]
    for index, sentence in enumerate(document.sentences):
        if any(sentence.start <= name.start < sentence.end for name in names):
            called = (a for a in document.participants(index) if a.kind == "name" and set(a.persons) & set(who))
            if any(_is_official(a.text) for a in called if len(a.persons) == 1):
                return True
    return False


@lru_cache
def _posts() -> frozenset[str]:
    """The last words of posts."""
    return frozenset(post.split(" of ")[0].split()[-1].lower() for post in load_words()["post"])


@lru_cache
def _persons() -> frozenset[str]:
    lists = name_lists()
    return _posts() | {w.lower() for key in ("persons", "groups", "kin") for w in lists[key]}
