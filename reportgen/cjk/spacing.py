"""Space that belongs to characters: between Chinese and Latin text, and within full-width marks.

Lengths are in em. A full-width mark is half ink and half blank; its blank may be taken away beside another mark, at a
line's edge, and to make room for a mark that would begin the next line. Which of this happens when is the typesetter's
business; `normalised` is for whoever makes the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from reportgen.cjk.classes import CharClass, classes

LATIN_GAP = 0.25
"""Between Chinese and Latin characters (clreq §6.3.3)."""

LATIN_GAP_LEAST = 0.125
"""What may be left of it in a tight line (clreq §6.2)."""

BLANK = 0.5
"""The blank half of a full-width mark (clreq §6.2; GB/T 15834 5.1.10 for the line's end)."""

STOP_BLANK = 0.625
"""All that may go from a pause or stop mark at a line's end: its ink ends within three eighths of the em."""

_OPENING = CharClass.OPEN + CharClass.OPEN_QUOTE
_CLOSING = CharClass.CLOSE + CharClass.CLOSE_QUOTE + CharClass.STOP

_GAPS: tuple[tuple[str, str, str], ...] = (
    (CharClass.HAN, CharClass.LETTER + CharClass.DIGIT, "clreq §6.3.3"),
    (CharClass.LETTER + CharClass.DIGIT + CharClass.POSTFIX, CharClass.HAN, "clreq §6.3.3"),
)
"""Between which classes the gap stands even where no space is typed: before, after, clause."""

_GAPS_AT_SPACE: tuple[tuple[str, str, str], ...] = (
    (CharClass.HAN, CharClass.LATIN_OPEN + CharClass.PREFIX + CharClass.HYPHEN, "clreq §6.3.3"),
    (CharClass.LATIN_CLOSE + CharClass.INFIX, CharClass.HAN, "clreq §6.3.3"),
)
"""Where a space in the text is the gap, but none stands without it: narrow brackets, stops and signs beside Chinese."""


def is_opening(kind: str) -> bool:
    """Return whether a class is of full-width marks with their blank half before the ink."""
    return kind in _OPENING


def is_closing(kind: str) -> bool:
    """Return whether a class is of full-width marks with their blank half after the ink."""
    return kind in _CLOSING


def takes_gap(before: str, after: str, *, spaced: bool = False) -> bool:
    """Return whether the quarter-em gap stands between two classes; `spaced` where one space is typed between them."""
    rows = _GAPS + _GAPS_AT_SPACE if spaced else _GAPS
    return any(before in left and after in right for left, right, _ in rows)


def blanks(kind: str) -> tuple[float, float]:
    """Return the blank before and after the ink of a mark of class `kind`, where its face draws it full-width."""
    if kind == CharClass.INTERPUNCT:
        return BLANK / 2, BLANK / 2
    return BLANK * is_opening(kind), BLANK * is_closing(kind)


def squeezed_between(before: str, after: str) -> float:
    """Return how much blank goes at once between two classes.

    Where two marks meet, that of one (clreq §6.2: together they take one and a half em); beside an interpunct, its own
    (GB/T 15834 5.1.7: it takes half an em).
    """
    meet = (is_closing(before) and (is_closing(after) or is_opening(after))) or (
        is_opening(before) and is_opening(after)
    )
    interpunct = blanks(before)[1] * (before == CharClass.INTERPUNCT) + blanks(after)[0] * (
        after == CharClass.INTERPUNCT
    )
    return BLANK * meet + interpunct


_FULL_WIDTH_MARKS = (
    _OPENING
    + _CLOSING
    + CharClass.DASH
    + CharClass.ELLIPSIS
    + CharClass.CONNECTOR
    + CharClass.WIDE_POSTFIX
    + CharClass.WIDE_PREFIX
)
_SPACES = re.compile(" +")
_LACKING = re.compile("|".join(f"[{before}](?=[{after}])" for before, after, _ in _GAPS))
_SIGNED = re.compile(f"{CharClass.HAN}(?=[{CharClass.PREFIX}{CharClass.HYPHEN}]{CharClass.DIGIT})")


def normalised(text: str) -> str:
    """Return `text` with its spaces between Chinese and Latin text made regular.

    One plain space stands at each boundary of Chinese with Latin letters or digits, none beside full-width marks, and
    no two in a row. A typed space between two Chinese characters stays.
    """
    return "".join(piece for _, piece in normalised_parts((text,)))


def normalised_parts(parts: Sequence[str], fixed: Sequence[bool] = ()) -> tuple[tuple[int, str], ...]:
    """Return the parts of one text with the spaces of the whole made regular, as `normalised` does.

    A part that is `fixed` (a number, a word from data) stays as it is: a space that the boundary lacks goes to its
    neighbour. The result holds pairs of a part's index and its text; a space between two fixed parts is a pair of its
    own with index -1. Parts that lose all their text are left out.
    """
    starts = list(accumulate(map(len, parts), initial=0))
    held = [bool(fixed) and fixed[index] for index in range(len(parts))]
    edits: list[list[tuple[int, int, str]]] = [[] for _ in parts]
    lone: set[int] = set()
    dropped, added = _edits("".join(parts))
    for start, end in dropped:
        for index in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
            edits[index].append((max(start, starts[index]), min(end, starts[index + 1]), ""))
    for place in added:
        before, after = bisect_right(starts, place - 1) - 1, bisect_right(starts, place) - 1
        taker = before if not held[before] else after
        if not held[taker]:
            edits[taker].append((place, place, " "))
        elif before != after:
            lone.add(after)
    made: list[tuple[int, str]] = []
    for index, part in enumerate(parts):
        if index in lone:
            made.append((-1, " "))
        text = part if held[index] else _edited(part, starts[index], edits[index])
        if text:
            made.append((index, text))
    return tuple(made)


def _edits(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return which stretches of spaces in `text` go, and before which characters a space is missing."""
    kinds = classes(text)
    dropped: list[tuple[int, int]] = []
    for found in _SPACES.finditer(text):
        start, end = found.span()
        beside = kinds[max(start - 1, 0) : start] + kinds[end : end + 1]
        start += not any(kind in _FULL_WIDTH_MARKS for kind in beside)
        if start < end:
            dropped.append((start, end))
    added = [found.end() for pattern in (_LACKING, _SIGNED) for found in pattern.finditer(kinds)]
    return dropped, added


def _edited(part: str, offset: int, edits: list[tuple[int, int, str]]) -> str:
    """Return `part`, which begins at `offset` of the whole, with its edits made."""
    if not edits:
        return part
    pieces, done = [], 0
    for start, end, text in sorted(edits):
        pieces += [part[done : start - offset], text]
        done = end - offset
    return "".join([*pieces, part[done:]])
