"""Inlines to runs: which characters are set in which face, at which size, and how wide each is.

Where lines end is typeset's business; this module only prepares its material and remembers how each run is painted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import Protocol

from reportgen.cjk.faces import east_asian, face_runs
from reportgen.model.inline import CrossReference, Footnote, Inline, Inlines, Link
from reportgen.model.pages import Target
from reportgen.origins import BlockId
from reportgen.theme.look import FacePair, Style, Theme
from reportgen.typeset.run import Run
from reportgen.values import dataclass


class Widths(Protocol):
    """What layout asks of a face: the advance of each character of a text, in em, and whether it has a glyph."""

    def advances(self, text: str, /) -> Sequence[float]:
        """Return the advance of each character."""
        ...

    def advance(self, char: str, /) -> float:
        """Return the advance of one character."""
        ...

    def covers(self, char: str, /) -> bool:
        """Say whether there is a glyph for a character."""
        ...


Faces = Mapping[str, Widths]


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of text of one make. `inline` is the index of the block's inline, -1 for what layout adds.

    A `raised` one is the marker of a footnote, of `note` where it stands in the text.
    """

    text: str
    inline: int = -1
    strong: bool = False
    emphasis: bool = False
    link: Target | None = None
    raised: bool = False
    note: Footnote | None = None


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run is painted."""

    face: str
    size: float
    colour: str
    inline: int
    link: Target | None
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class SetText:
    """A paragraph's text, ready for lines: its runs and, one for one, how they are painted.

    `spread` is the extra space after each character, in pt.
    """

    runs: tuple[Run, ...]
    inks: tuple[Ink, ...]
    spread: float = 0.0


def said(inlines: Inlines, targets: AbstractSet[BlockId] = frozenset()) -> tuple[Said, ...]:
    """Return `inlines` as stretches of text; a reference links to its block where that is among `targets`."""
    return tuple(_stretch(inline, index, targets) for index, inline in enumerate(inlines) if inline.text)


def _stretch(inline: Inline, index: int, targets: AbstractSet[BlockId]) -> Said:
    if isinstance(inline, Footnote):
        leads = Target(block=inline.id, footnote=True)
        return Said(inline.text, index, link=leads, raised=True, note=inline)
    return Said(inline.text, index, inline.strong, inline.emphasis, _link(inline, targets))


def _link(inline: Inline, targets: AbstractSet[BlockId]) -> Target | None:
    match inline:
        case CrossReference(target=block) if block in targets:
            return Target(block=block)
        case Link(url=url):
            return Target(url=url)
        case _:
            return None


def faces_of(piece: Said, style: Style, theme: Theme) -> FacePair:
    """Return the faces that a stretch of text is set in."""
    bold = style.bold or piece.strong
    if piece.emphasis and theme.emphasis:
        typeface = theme.typefaces[theme.emphasis]
        return typeface.bold if bold else typeface.regular
    return theme.faces(style, bold=bold)


def set_text(pieces: Sequence[Said], style: Style, theme: Theme, faces: Faces) -> SetText:
    """Return the runs of a paragraph."""
    text = "".join(piece.text for piece in pieces)
    if not text:
        return SetText((), ())
    stretches = _stretches(pieces, text)
    runs: list[Run] = []
    inks: list[Ink] = []
    at = begin = 0
    for piece in pieces:
        pair = faces_of(piece, style, theme)
        colour = theme.link_colour or style.colour if piece.link and piece.link.url else style.colour
        end = begin + len(piece.text)
        size, rise = style.size, 0.0
        if piece.raised:
            size, rise = size * theme.footnote.marker_size, size * theme.footnote.marker_rise
        latin, chinese = (
            Ink(face, size, colour, piece.inline, piece.link, rise) for face in (pair.latin, pair.east_asian)
        )
        while begin < end:
            _, stretch_end, east = stretches[at]
            stop = min(end, stretch_end)
            ink, words = chinese if east else latin, text[begin:stop]
            widths = [advance * size for advance in faces[ink.face].advances(words)]
            runs.append(Run(words, widths, size, piece.inline, rise))
            inks.append(ink)
            begin = stop
            at += stop == stretch_end
    return SetText(tuple(runs), tuple(inks), spread_of(text, style) * style.size)


def _stretches(pieces: Sequence[Said], text: str) -> Sequence[tuple[int, int, bool]]:
    """Return the stretches of a text set in one face. Markers are Latin, and the text around them goes by itself."""
    if not any(piece.raised for piece in pieces):
        return face_runs(text)
    flags = iter(east_asian("".join(piece.text for piece in pieces if not piece.raised)))
    chinese = [False if piece.raised else next(flags) for piece in pieces for _ in piece.text]
    found: list[tuple[int, int, bool]] = []
    for flag, group in groupby(range(len(chinese)), key=chinese.__getitem__):
        places = list(group)
        found.append((places[0], places[-1] + 1, flag))
    return found


def spread_of(text: str, style: Style) -> float:
    """Return the extra space between the characters of a text, in em."""
    if style.pair_spread_em and len(text) == 2 and all(east_asian(text)):
        return style.pair_spread_em
    return style.spread_em


def text_width(pieces: Sequence[Said], style: Style, theme: Theme, faces: Faces) -> float:
    """Return the sum of the advances of a text, in pt."""
    text = set_text(pieces, style, theme, faces)
    return sum(sum(run.advances) for run in text.runs)
