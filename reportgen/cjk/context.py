"""Which of the characters that two scripts share (“ ” ‘ ’ — … ·) stand in Latin text.

Unicode has one code point where Chinese and Latin typography have two marks of different widths. A mark is Chinese
unless the letters nearest to it on both sides are Latin: a Chinese report is the home case, and digits and narrow marks
decide nothing. The two halves of a quotation are decided together, so that they never differ.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

SHARED = "“”‘’—…·"
"""The characters whose script goes by context."""

_PARAGRAPHS = 4096
"""How many texts are kept with their answer: spaces, lines, faces and Word all ask about the same paragraph."""

_SHARED = re.compile(f"[{SHARED}]")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_STRETCH = re.compile("A+|H+")
_CLOSING = {"“": "”", "‘": "’"}


class _Scripts(dict[int, str]):
    """Scripts by code point, filled as characters are met: `A` for a letter of an alphabet, `H` for what is East Asian.

    A space stands for what decides nothing.
    """

    def __missing__(self, point: int) -> str:
        self[point] = found = _script(chr(point))
        return found


def _script(char: str) -> str:
    if char in SHARED:
        return " "
    if _LATIN_LETTER.match(char):
        return "A"
    return "H" if unicodedata.east_asian_width(char) in {"W", "F"} else " "


_SCRIPTS = _Scripts()


@lru_cache(maxsize=_PARAGRAPHS)
def latin_context(text: str) -> tuple[int, ...]:
    """Return where in `text` a shared character stands in Latin text, in order."""
    if not _SHARED.search(text) or not _LATIN_LETTER.search(text):
        return ()
    scripts = text.translate(_SCRIPTS)
    starts = [stretch.start() for stretch in _STRETCH.finditer(scripts)]
    # No stretch before the first and none after the last: nothing decides there.
    kinds = ["", *(scripts[start] for start in starts), ""]
    chinese = list(accumulate([kind == "H" for kind in kinds], initial=0))
    latin: list[int] = []
    for index, end in _pairs(text):
        before, after = bisect_left(starts, index), bisect_left(starts, end) + 1
        sides = kinds[before], kinds[before + 1], kinds[after]
        if "A" in sides and "H" not in (sides[0], sides[2]) and chinese[before + 1] == chinese[after]:
            latin += {index, end}
    return tuple(sorted(latin))


def _pairs(text: str) -> list[tuple[int, int]]:
    """Return the first and the last place of each quotation, and of each other shared character twice its own."""
    pairs: list[tuple[int, int]] = []
    waiting: list[int] = []
    for found in _SHARED.finditer(text):
        index, char = found.start(), found.group()
        if char in _CLOSING:
            waiting.append(index)
        elif waiting and char == _CLOSING[text[waiting[-1]]]:
            pairs.append((waiting.pop(), index))
        else:
            pairs.append((index, index))
    return pairs + [(start, start) for start in waiting]
