"""The class of a character: the alphabet in which prohibitions and spacing are written.

Curly quotes, dashes, ellipses and the middle dot are one code point for two scripts. Their class, like their face, goes
by the text around them (`context`); everything else goes by the code point alone.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from reportgen.cjk.context import latin_context


class CharClass(StrEnum):
    """A class, as one letter, so that the classes of a text are a string of the same length."""

    HAN = "H"
    """Ideographs, and whatever else fills a square and may be parted from its neighbours."""
    OPEN = "O"
    """Full-width opening brackets and book title marks."""
    CLOSE = "C"
    """Full-width closing brackets and book title marks."""
    OPEN_QUOTE = "Q"
    """Opening quotation marks in Chinese text."""
    CLOSE_QUOTE = "q"
    """Closing quotation marks in Chinese text."""
    STOP = "P"
    """Full-width pause and stop marks (点号)."""
    INTERPUNCT = "M"
    """The middle dot in Chinese text (间隔号)."""
    DASH = "D"
    """Half of a Chinese dash (破折号)."""
    ELLIPSIS = "E"
    """Half of a Chinese ellipsis (省略号)."""
    CONNECTOR = "W"
    """A wave or a stroke that joins two ends of a range (连接号)."""
    SOLIDUS = "V"
    """The solidus (分隔号)."""
    POSTFIX = "T"
    """A narrow sign that belongs to the number before it: % ‰ °."""
    WIDE_POSTFIX = "U"
    """A full-width sign that belongs to the number before it: ％ ℃."""
    PREFIX = "R"
    """A narrow sign that belongs to the number after it: currencies, plus, minus."""
    WIDE_PREFIX = "r"
    """A full-width sign that belongs to the number after it: ￥ №."""
    LETTER = "A"
    """Letters of alphabets, and signs that behave like them."""
    DIGIT = "N"
    """Narrow digits."""
    WIDE_DIGIT = "F"
    """Full-width digits."""
    INFIX = "I"
    """Narrow marks that cling to what stands before them, and to a word that follows at once: . , : ; ! ? '."""
    HYPHEN = "Y"
    """Hyphen and en dash."""
    LATIN_OPEN = "L"
    """Narrow opening brackets, and quotes in Latin text."""
    LATIN_CLOSE = "K"
    """Narrow closing brackets, and quotes in Latin text."""
    LATIN_DASH = "X"
    """A dash in Latin text."""
    SPACE = "S"
    """A space at which a line may end, and which vanishes there."""
    GLUE = "G"
    """A space or joiner at which no line may end."""
    JOINED = "J"
    """A combining character: part of the one before it."""


_MEMBERS: tuple[tuple[CharClass, str], ...] = (
    (CharClass.OPEN, "（《【「『〈〔〖［｛"),
    (CharClass.CLOSE, "）》】」』〉〕〗］｝"),
    (CharClass.OPEN_QUOTE, "“‘〝"),
    (CharClass.CLOSE_QUOTE, "”’〞〟"),
    (CharClass.STOP, "，。、；：？！．"),
    (CharClass.INTERPUNCT, "·・‧"),
    (CharClass.DASH, "—―⸺"),
    (CharClass.ELLIPSIS, "…⋯"),
    (CharClass.CONNECTOR, "～〜~－"),
    (CharClass.SOLIDUS, "/／"),
    (CharClass.POSTFIX, "%‰°′″"),
    (CharClass.WIDE_POSTFIX, "％℃℉"),
    (CharClass.PREFIX, "¥$€£+−±"),
    (CharClass.WIDE_PREFIX, "￥＄№"),
    (CharClass.DIGIT, "0123456789"),
    (CharClass.WIDE_DIGIT, "０１２３４５６７８９"),
    (CharClass.INFIX, ".,:;!?'\""),
    (CharClass.HYPHEN, "-‐–"),
    (CharClass.LATIN_OPEN, "([{"),
    (CharClass.LATIN_CLOSE, ")]}"),
    (CharClass.SPACE, " \t\n\r\u3000\u200b\u2002\u2003\u2009"),
    (CharClass.GLUE, "\u00a0\u202f\u2060\ufeff\u2011"),
    (CharClass.JOINED, "\u200d\ufe0e\ufe0f"),
)

_IN_LATIN = {
    **dict.fromkeys("“‘", CharClass.LATIN_OPEN),
    **dict.fromkeys("”’", CharClass.LATIN_CLOSE),
    "—": CharClass.LATIN_DASH,
    "…": CharClass.INFIX,
    "·": CharClass.INFIX,
}
"""What the characters of two scripts are in Latin text."""


class _Table(dict[int, str]):
    """Classes by code point, filled as characters are met."""

    def __missing__(self, point: int) -> str:
        self[point] = found = _by_properties(chr(point)).value
        return found


def _by_properties(char: str) -> CharClass:
    if unicodedata.category(char) in {"Mn", "Me", "Mc"}:
        return CharClass.JOINED
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return CharClass.HAN
    if char.isalpha() or char.isdecimal() or ord(char) < 0x2100:
        return CharClass.LETTER
    return CharClass.LETTER if 0x2200 <= ord(char) < 0x2300 else CharClass.HAN


_TABLE = _Table({ord(char): kind.value for kind, chars in _MEMBERS for char in chars})


def classes(text: str) -> str:
    """Return the class letters of `text`, one for each character, with the context of quotes and dashes resolved."""
    found = text.translate(_TABLE)
    if latin := latin_context(text):
        letters = list(found)
        for index in latin:
            letters[index] = _in_latin(text, index).value
        found = "".join(letters)
    return found


def _in_latin(text: str, index: int) -> CharClass:
    apostrophe = text[index] == "’" and text[index - 1 : index].isalnum() and text[index + 1 : index + 2].isalnum()
    return CharClass.LETTER if apostrophe else _IN_LATIN[text[index]]
