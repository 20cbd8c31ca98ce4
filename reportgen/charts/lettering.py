"""Text in charts: which face each character takes, how wide it is, and how a label wraps into balanced lines.

Faces come as anything that knows its advances, so that this room needs no font file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeAlias

from reportgen.cjk.classes import classes
from reportgen.cjk.faces import face_runs
from reportgen.cjk.prohibition import break_places
from reportgen.cjk.spacing import LATIN_GAP, takes_gap
from reportgen.theme.look import FacePair
from reportgen.values import dataclass

WidthOf: TypeAlias = Callable[[str], float]
"""The width of a text in em."""


class Advancing(Protocol):
    """A face that knows how wide its characters are, in em."""

    def advance(self, char: str) -> float:
        """Return the advance of one character."""
        ...


class Run(NamedTuple):
    """Characters set in one face, and the gap before them, in em."""

    face: str
    text: str
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Lettering:
    """The two faces that labels are set in. A label is measured and painted by the same runs."""

    faces: Mapping[str, Advancing]
    pair: FacePair

    def runs(self, text: str) -> tuple[Run, ...]:
        """Return `text` in runs of one face; between Chinese and Latin stands the gap that stands there in text."""
        names, kinds = (self.pair.latin, self.pair.east_asian), classes(text)
        return tuple(
            Run(
                names[chinese],
                text[start:end],
                LATIN_GAP if start and takes_gap(kinds[start - 1], kinds[start]) else 0.0,
            )
            for start, end, chinese in face_runs(text)
        )

    def width(self, text: str) -> float:
        """Return the width of `text` in em."""
        return sum(run.gap + sum(self.faces[run.face].advance(char) for char in run.text) for run in self.runs(text))


def wrapped(text: str, measure: float, width_of: WidthOf) -> tuple[str, ...]:
    """Return `text` in as few lines of at most `measure` em as it takes, all about equally long.

    Lines break where text may; a word wider than the measure stands out over it.
    """
    parts = _parts(text)
    widths = [width_of(part) for part in parts]
    lines = _filled(parts, widths, measure)
    if len(lines) < 2:
        return lines
    low, high = max(widths), measure
    for _ in range(8):  # the narrowest measure that takes no more lines, to a 256th
        middle = (low + high) / 2
        if len(_filled(parts, widths, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return _filled(parts, widths, high)


def _filled(parts: Sequence[str], widths: Sequence[float], measure: float) -> tuple[str, ...]:
    lines, line, room = [], "", measure
    for part, width in zip(parts, widths, strict=True):
        if line and width > room + 1e-9:
            lines.append(line.strip())
            line, room = "", measure
        line += part
        room -= width
    return (*lines, line.strip()) if line.strip() else tuple(lines)


def _parts(text: str) -> list[str]:
    """Return the pieces of `text` that stay whole."""
    places = (0, *break_places(text), len(text))
    return [text[start:end] for start, end in pairwise(places)]
