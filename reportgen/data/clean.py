"""Cleaning of workbook text, once, at the boundary; and the form in which labels are compared.

Everything after the reader may trust that a text holds no control character, no lone surrogate, no noncharacter and
none of the invisible marks that turn the reading direction: they are dropped silently, since no reader of a bulletin
could see them and every output format refuses some of them. What a label *means* is not decided here.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HAN = "\u3001-\u3011\uff01-\uff0f\uff1a-\uff20\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_PADDING = re.compile(rf"(?<=[{_HAN}])(?:\u3000|[ \u00a0]{{2,}}| ?\n ?)[ \u00a0\u3000]*(?=[{_HAN}])")
_SPACES = re.compile(r"\s+")

_DROPPED = (
    *range(0x09),
    *range(0x0B, 0x20),
    *range(0x7F, 0xA0),
    0x00AD,  # soft hyphen
    0x061C,
    0x200B,
    0x200E,
    0x200F,  # direction marks and the zero-width space
    *range(0x202A, 0x202F),  # embeddings and overrides
    0x2060,
    *range(0x2066, 0x206A),  # isolates
    *range(0xD800, 0xE000),  # surrogates
    *range(0xFDD0, 0xFDF0),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)),  # noncharacters
)
_TABLE = dict.fromkeys(_DROPPED)


def clean(text: str) -> str:
    """Return `text` without what must not reach an output, white space at its ends dropped.

    `_xHHHH_` is read as the character it stands for (ECMA-376 part 1 §22.9.2.19). Line ends become a newline; tabs and
    newlines stay.
    """
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        # Two escapes may spell one character beyond the basic plane.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return text.translate(_TABLE).strip()


def printed_label(text: str) -> str:
    """Return a label as it is printed: one line, without the spaces that pad it on the sheet (合　计 is 合计)."""
    return _SPACES.sub(" ", _PADDING.sub("", text)).strip()


def folded(text: str) -> str:
    """Return the form in which labels are compared: white space, full and half width, and case do not matter."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text)).casefold()
