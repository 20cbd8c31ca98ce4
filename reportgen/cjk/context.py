"""Which of the characters that two scripts share (“ ” ‘ ’ — … ·) stand in Latin text.

Unicode has one code point where Chinese and Latin typography have two marks of different widths. A mark is Chinese
unless the letters nearest to it on both sides are Latin: a Chinese report is the home case, and digits and narrow marks
decide nothing. The two halves of a quotation are decided together, so that they never differ.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

SHARED = "“”‘’—…·"
"""The characters whose script goes by context."""

_SHARED = re.compile(f"[{SHARED}]")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_CLOSING = {"“": "”", "‘": "’"}


def latin_context(text: str) -> tuple[int, ...]:
    """Return where in `text` a shared character stands in Latin text, in order."""
    if not _LATIN_LETTER.search(text) or not _SHARED.search(text):
        return ()
    scripts = [_script(char) for char in text]
    before, after = _carried(scripts), _carried(scripts[::-1])[::-1]
    chinese = list(accumulate([script == "H" for script in scripts], initial=0))
    latin = [
        index
        for index, end in _pairs(text)
        if chinese[index] == chinese[end]
        and "H" not in (before[index], after[end])
        and "A" in (before[index], after[index], after[end])
        for index in {index, end}
    ]
    return tuple(sorted(latin))


def _script(char: str) -> str:
    """Return `A` for a letter of an alphabet, `H` for what is East Asian, nothing for what decides nothing."""
    if char in SHARED:
        return ""
    if _LATIN_LETTER.match(char):
        return "A"
    return "H" if unicodedata.east_asian_width(char) in {"W", "F"} else ""


def _carried(scripts: list[str]) -> list[str]:
    """Return for each place the last script before it, empty where there is none yet."""
    carried, last = [], ""
    for script in scripts:
        carried.append(last)
        last = script or last
    return carried


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
