"""Space that belongs to characters: between Chinese and Latin text, and within full-width marks.

Lengths are in em. A full-width mark is half ink and half blank; its blank may be taken away beside another mark, at a
line's edge, and to make room for a mark that would begin the next line. Which of this happens when is the typesetter's
business; `normalised` is for whoever makes the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    (CharClass.HAN, CharClass.LETTER + CharClass.DIGIT + CharClass.PREFIX, "clreq §6.3.3"),
    (CharClass.LETTER + CharClass.DIGIT + CharClass.POSTFIX, CharClass.HAN, "clreq §6.3.3"),
)
"""Between which classes the gap stands even where no space is typed: before, after, clause."""

_GAPS_AT_SPACE: tuple[tuple[str, str, str], ...] = (
    (CharClass.HAN, CharClass.LATIN_OPEN, "clreq §6.3.3"),
    (CharClass.LATIN_CLOSE + CharClass.INFIX, CharClass.HAN, "clreq §6.3.3"),
    (CharClass.WIDE_POSTFIX, CharClass.LETTER + CharClass.DIGIT, "clreq §6.3.3"),
)
"""Where a typed space is the gap, but none is made: narrow brackets and stops beside Chinese."""


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


def squeezed_between(before: str, after: str) -> float:
    """Return how much blank goes where two marks meet (clreq §6.2: two adjacent marks take one and a half em)."""
    meet = (is_closing(before) and (is_closing(after) or is_opening(after))) or (
        is_opening(before) and is_opening(after)
    )
    return BLANK if meet else 0.0


_FULL_WIDTH_MARKS = (
    _OPENING + _CLOSING + CharClass.DASH + CharClass.ELLIPSIS + CharClass.CONNECTOR + CharClass.WIDE_POSTFIX
)
_SPACES = re.compile(" +")
_SIGNED = re.compile(r"[-−+±$¥€£#][0-9]")


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
    text = "".join(parts)
    owner = [index for index, part in enumerate(parts) for _ in part]
    held = [bool(fixed) and fixed[index] for index in owner]
    dropped, added = _edits(text)
    made: list[tuple[int, str]] = []

    def put(index: int, piece: str) -> None:
        if made and made[-1][0] == index:
            made[-1] = (index, made[-1][1] + piece)
        else:
            made.append((index, piece))

    for place, char in enumerate(text):
        if place in added:
            sides = [at for at in (place - 1, place) if not held[at]]
            put(owner[sides[0]] if sides else _shared_owner(owner, place), " ")
        if place not in dropped or held[place]:
            put(owner[place], char)
    return tuple(made)


def _shared_owner(owner: Sequence[int], place: int) -> int:
    """Return which part takes a space between two fixed characters: their own where it is the same, else none."""
    return owner[place] if owner[place] == owner[place - 1] else -1


def _edits(text: str) -> tuple[set[int], set[int]]:
    """Return which spaces of `text` go, and before which characters one is missing."""
    kinds = classes(text)
    dropped: set[int] = set()
    for found in _SPACES.finditer(text):
        start, end = found.span()
        beside = kinds[start - 1 : start] + kinds[end : end + 1]
        keep = 0 if any(kind in _FULL_WIDTH_MARKS for kind in beside) else 1
        dropped.update(range(start + keep, end))
    added = {place for place in range(1, len(text)) if _lacks_gap(text, kinds, place)}
    return dropped, added


def _lacks_gap(text: str, kinds: str, place: int) -> bool:
    before, after = kinds[place - 1], kinds[place]
    if before == CharClass.HAN and after in CharClass.PREFIX + CharClass.HYPHEN:
        return _SIGNED.match(text, place) is not None
    return takes_gap(before, after)
