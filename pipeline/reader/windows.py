"""Windows: what the network sees of a passage, as word pieces that know where they stand.

Pass 1 sees the sentence and a little before it. Pass 2 sees title and lead, more before it and the sentence, with one
trigger between two marks. The encoder is uncased, so letter case comes in beside the pieces (`kinds`).
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.reader.word_lists import any_of, load_lists

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP, OPEN, CLOSE = 101, 102, 1, 2
"""[CLS] and [SEP] of the vocabulary; the marks around a trigger are two of its unused pieces."""
CONTEXT, BEFORE, TARGET = range(3)
PLAIN, CAPITAL, NAME = range(3)
_BEFORE_1, _CONTEXT_2, _BEFORE_2, _TARGET = 20, 28, 56, 88

_UPPER = r"[A-Z\u00c0-\u00de\u0100-\u024f]"
_CAPS = rf"(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Rev|Prof)\.|{_UPPER}[\w'’-]*)"
_RUN = re.compile(rf"(?<!\w){_CAPS}(?: (?:(?:al|bin|da|de|del|der|di|dos|el|la|van|von) ){{0,2}}{_CAPS})+")
_NO_PERSON = any_of(load_lists("names")["bodies"])
_POSSESSIVE = re.compile(r"['’]s?$")
_TITLES = re.compile(rf"(?i)(?:(?:{'|'.join(load_lists('names')['titles'])})\.?\s+)+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A candidate sentence (`target`) with what stands around it in its article."""

    target: str
    before: str = ""
    title: str = ""
    lead: str = ""

    @property
    def context(self) -> str:
        """Title and lead as one text: a window knows three parts, and offsets count from the start of their part."""
        return f"{self.title}. {self.lead}" if self.title else self.lead

    def part(self, number: int) -> str:
        """The text of CONTEXT, BEFORE or TARGET."""
        return (self.context, self.before, self.target)[number]


@dataclass(frozen=True, slots=True)
class Piece:
    """One word piece: its number in the vocabulary, where it stands, and whether a word begins with it."""

    id: int
    start: int
    end: int
    first: bool
    kind: int


@dataclass(frozen=True, slots=True)
class Window:
    """What the network reads in one go. `pieces[i]` is the part and the piece behind `ids[i]`; None for a mark."""

    ids: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    pieces: list[tuple[int, Piece] | None] = field(default_factory=list)

    def add_mark(self, number: int) -> None:
        self.ids.append(number)
        self.kinds.append(PLAIN)
        self.pieces.append(None)

    def add_piece(self, part: int, piece: Piece) -> None:
        self.ids.append(piece.id)
        self.kinds.append(piece.kind)
        self.pieces.append((part, piece))


Parts = tuple[list[Piece], list[Piece], list[Piece]]


def cut_parts(tokenizer: "Tokenizer", passage: Passage) -> Parts:
    """The pieces of each part, cut to what a window holds: heads of title and sentence, the tail of what precedes."""
    surnames = frozenset(
        _POSSESSIVE.sub("", passage.part(n)[slice(*span)].split()[-1])
        for n in range(3)
        for span in name_runs(passage.part(n))
    )
    cut = [_pieces(tokenizer, passage.part(n), surnames) for n in range(3)]
    return cut[CONTEXT][:_CONTEXT_2], cut[BEFORE][-_BEFORE_2:], cut[TARGET][:_TARGET]


def first_window(parts: Parts) -> Window:
    """Pass 1: the end of what precedes, and the sentence."""
    window = Window()
    window.add_mark(CLS)
    for part, pieces in ((BEFORE, parts[BEFORE][-_BEFORE_1:]), (TARGET, parts[TARGET])):
        for piece in pieces:
            window.add_piece(part, piece)
        window.add_mark(SEP)
    return window


def second_window(parts: Parts, trigger: tuple[int, int]) -> Window:
    """Pass 2: title and lead, what precedes, and the sentence with its trigger between two marks."""
    window = Window()
    window.add_mark(CLS)
    for part, pieces in enumerate(parts):
        inside = [i for i, p in enumerate(pieces) if part == TARGET and p.start < trigger[1] and p.end > trigger[0]]
        for i, piece in enumerate(pieces):
            if inside and i == inside[0]:
                window.add_mark(OPEN)
            window.add_piece(part, piece)
            if inside and i == inside[-1]:
                window.add_mark(CLOSE)
        window.add_mark(SEP)
    return window


def load_tokenizer(path: str) -> "Tokenizer":
    """The vocabulary's tokenizer, without padding and cutting, which are done here."""
    from tokenizers import Tokenizer  # only where there are weights

    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _pieces(tokenizer: "Tokenizer", text: str, surnames: frozenset[str]) -> list[Piece]:
    encoded = tokenizer.encode(text, add_special_tokens=False)
    spots = name_runs(text)
    spots += [m.span() for m in re.finditer(r"\w[\w'’-]*\w", text) if _POSSESSIVE.sub("", m.group()) in surnames]
    named = frozenset(at for span in spots for at in range(*span))
    pieces: list[Piece] = []
    last: int | None = None
    for number, (start, end), word in zip(encoded.ids, encoded.offsets, encoded.word_ids, strict=True):
        kind = PLAIN if not text[start:end][:1].isupper() and word != last else CAPITAL
        if word == last and pieces:
            kind = pieces[-1].kind
        elif kind == CAPITAL and start in named:
            kind = NAME
        pieces.append(Piece(number, start, end, word != last, kind))
        last = word
    return pieces


def name_runs(text: str) -> list[tuple[int, int]]:
    """Runs of two or more capitalised words that are not plainly a body, a place or a day, titles taken off."""
    runs = []
    for match in _RUN.finditer(text):
        title = _TITLES.match(match.group())
        start = match.start() + (title.end() if title else 0)
        if " " in text[start : match.end()] and not _NO_PERSON.search(text[start : match.end()]):
            runs.append((start, match.end()))
    return runs
