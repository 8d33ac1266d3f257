"""One text made plain for each purpose: to compare, match, date and print; to name, show and put into a table."""

import re
import unicodedata

FORMULA_STARTS = "=+-@\t\r\n|%"
"""First characters that a spreadsheet may read as a formula or command (OWASP, "CSV Injection")."""
# C0/C1 controls but tab and newline; marks that turn, hide or join text (Unicode bidi controls, zero width, tags).
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'"})
_ASCII = str.maketrans({"Ł": "L", "Ø": "O", "Đ": "D", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."}) | _LETTERS
_QUOTES = str.maketrans("’‘ʼ“”„«»", '\'\'\'"""""')
_SAME_LENGTH = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "–": "-", "‑": "-", "‐": "-", "−": "-"}
_BLANKS = "\u00a0\u2009\u202f\u2007\u2002\u2003\t\r\f\v"
_WRAP = re.compile(r"(?<=[a-z0-9,'\"-])\n(?=[a-z0-9])")


def for_comparing(text: str) -> str:
    """Lower case, accents removed, spaces single: the form in which texts are compared.

    >>> for_comparing("  Łukasz  Müller")
    'lukasz muller'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    # Twice: compatibility forms hide capitals (𝑨), and lower-casing can bring marks back (İ).
    lowered = unicodedata.normalize("NFKD", without_controls(text)).lower().translate(_LETTERS)
    base = unicodedata.normalize("NFKD", lowered)
    return " ".join("".join(c for c in base if not unicodedata.combining(c)).split())


def for_dating(text: str) -> str:
    """The form in which dates are read: lower case, one kind of blank, apostrophe and hyphen. Offsets stay the same.

    A line break inside a sentence (hard-wrapped text: the next line goes on in lower case or with a figure) becomes a
    blank; every other line break stays, and no pattern reaches across it.

    >>> for_dating("Last\\u00a0Week’s vote\\nwas in\\nMarch")
    "last week's vote was in\\nmarch"
    """
    text = _WRAP.sub(" ", text)
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when lowered, e.g. the Turkish İ
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    if not text.isascii():
        for old, new in _SAME_LENGTH.items():
            lowered = lowered.replace(old, new)
    for blank in _BLANKS:
        lowered = lowered.replace(blank, " ")
    return lowered


def for_matching(text: str) -> str:
    """The form in which patterns of events are tried: with straight quotes. Offsets stay the same.

    >>> for_matching("Ito’s “no”")
    'Ito\\'s "no"'
    """
    return text.translate(_QUOTES)


def for_printing(text: str) -> str:
    """Plain ASCII, which every font and caption machine can set; what has no such form is left out.

    >>> for_printing("władze “zamknęły” port")
    'wladze "zamknely" port'
    """
    return unicodedata.normalize("NFKD", text.translate(_ASCII)).encode("ascii", "ignore").decode()


def slug(text: str) -> str:
    """An identifier that can be read and typed.

    >>> slug("Ana María O'Neill")
    'ana-maria-o-neill'
    """
    return _NOT_SLUG.sub("-", for_comparing(text)).strip("-")


def without_controls(text: str) -> str:
    """The text without control characters and bidirectional marks: what it shows is what it says."""
    return _CONTROLS.sub("", text)


def printable(text: str) -> str:
    """One line in which every character can be seen: of the others the code is shown, of what is no UTF-8 the byte.

    >>> printable("caf\\udce9\\nau lait")
    'caf\\\\xe9\\\\nau lait'
    """
    return "".join(c if c.isprintable() else _code(c) for c in text)


def _code(char: str) -> str:
    """The escape of a character, or of the byte that Python stands for in a file name by a lone surrogate."""
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")


def identifier(text: str) -> str:
    """An article_id as every table can hold it, in a cell of its own and in a list: so two that differ stay two.

    >>> identifier(" bbc; 3 May"), identifier("=1+1")
    ('bbc, 3 May', "'=1+1")
    """
    return harmless(" ".join(without_controls(text.replace(";", ",")).split()))


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: such a first character gets an apostrophe in front.

    >>> harmless('=HYPERLINK("http://example.org")')
    '\\'=HYPERLINK("http://example.org")'
    """
    return f"'{cell}" if cell and cell.lstrip(" ")[:1] in FORMULA_STARTS and cell.strip() else cell
