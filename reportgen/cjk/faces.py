"""Which face a character takes: the Chinese one of a pair, or the Latin one beside it.

Layout makes runs by this and Word is told the same, so that the two agree. Ideographs, full-width marks and full-width
signs are set in the Chinese face; letters, digits, narrow marks and spaces in the Latin one; the marks that both
scripts share go by context (clreq §6.3.3: in Chinese text, Chinese marks).
"""

from __future__ import annotations

import re
import unicodedata

from reportgen.cjk.context import SHARED, latin_context

_CHINESE = "1"
_LATIN = "0"
_RUNS = re.compile(f"{_CHINESE}+|{_LATIN}+")

_ALWAYS_CHINESE = "№℃℉―⸺⋯‧"
"""Signs that are not wide by Unicode's property but full-width in Chinese faces, and absent from many Latin ones."""


class _Table(dict[int, str]):
    """Faces by code point, filled as characters are met."""

    def __missing__(self, point: int) -> str:
        self[point] = found = _CHINESE if _is_chinese(chr(point)) else _LATIN
        return found


def _is_chinese(char: str) -> bool:
    if char in SHARED or char in _ALWAYS_CHINESE:
        return True
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return True
    # Enclosed numbers, Roman numerals, arrows, boxes and the like; mathematical operators stay with the digits.
    return 0x2150 <= ord(char) < 0x2200 or 0x2300 <= ord(char) < 0x2800


_TABLE = _Table()


def east_asian(text: str) -> tuple[bool, ...]:
    """Return for each character of `text` whether it is set in the Chinese face."""
    return tuple(flag == _CHINESE for flag in _flags(text))


def face_runs(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Return the stretches of `text` set in one face: start, end, and whether it is the Chinese face."""
    flags = _flags(text)
    return tuple((found.start(), found.end(), flags[found.start()] == _CHINESE) for found in _RUNS.finditer(flags))


def _flags(text: str) -> str:
    flags = text.translate(_TABLE)
    if latin := latin_context(text):
        letters = list(flags)
        for index in latin:
            letters[index] = _LATIN
        flags = "".join(letters)
    return flags
