"""What goes into composition and what comes out of it. Lengths in pt."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from reportgen.values import dataclass


class Align(StrEnum):
    """How the lines of a paragraph stand on the measure."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face and size: one advance for each character of `text`, in pt.

    Advances are best a list or tuple of plain floats. `inline` is the caller's and comes back by way of the run's
    index. A run with a `shift` (of its baseline) is a mark on what stands before it, as a footnote's marker is: no line
    breaks before it, and the space between the characters on its two sides is that of the second to it.
    """

    text: str
    advances: Sequence[float]
    size: float
    inline: int = -1
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters `start` up to `end` of the run with index `run`, beginning at `x` from the measure's left edge.

    Between two characters lies `spacing` more than the advance of the first; `gaps` gives exceptions, pairs of (index
    of a character in the piece, extra space after it instead of `spacing`), as `GlyphRun` wants them. What follows the
    last character is in the next piece's `x`.
    """

    run: int
    start: int
    end: int
    x: float
    spacing: float = 0.0
    gaps: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the characters `start` up to `end` of all runs' text taken together.

    Spaces at a line's start or end belong to no line. `natural` is the width with nothing stretched or squeezed to fit,
    `right` where the line ends from the measure's left edge, the trimmed blank of a final mark not counted. `last`
    marks the paragraph's last line.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    natural: float
    right: float
    last: bool
