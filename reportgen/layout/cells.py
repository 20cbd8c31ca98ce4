"""Cells of tables: measured on one line first, set in their column once columns have widths.

A cell that fits its column keeps the line it was measured on. Figures are most of what stands in tables; they are one
run of one face, and no breaking, spacing or justification has anything to say about them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportgen.layout.flows import SetCell, SetLines, SetNumber
from reportgen.layout.runs import Said, text_width
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.block import Cell
from reportgen.model.inline import CrossReference, Link, plain
from reportgen.model.pages import GlyphRun, Path
from reportgen.theme.look import Alignment, Style

_FIGURES = "0123456789.,%+-"
_PLAIN = re.compile(f"[{re.escape(_FIGURES)}]+")
_WORD = re.compile(r"[!-~\u00c0-\u024f]+")
_BOUNDLESS = 1e6
"""A measure on which nothing wraps, in pt."""

_ROUNDING = 0.01
"""How much wider than its column's room a line may be by rounding, in pt."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How the cells of one kind are set, and how wide (pt) the characters of figures are in them."""

    style: Style
    face: str
    figures: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Draft:
    """A cell before its column has a width: its text on one line beginning at 0, and how wide that is."""

    cell: Cell
    column: int
    kind: Kind
    align: Alignment
    width: float
    text: SetLines | GlyphRun


def kind_of(style: Style, setting: Setting) -> Kind:
    """Return how cells of a style are set."""
    face = setting.theme.faces(style).latin
    widths = setting.faces[face].advances(_FIGURES) * style.size
    return Kind(style, face, dict(zip(_FIGURES, widths.tolist(), strict=True)))


def draft(cell: Cell, column: int, kind: Kind, align: Alignment, setting: Setting) -> Draft:
    """Measure a cell."""
    if len(cell.inlines) == 1:
        (inline,) = cell.inlines
        figures = not (inline.strong or inline.emphasis or kind.style.spread_em) and _PLAIN.fullmatch(inline.text)
        if figures and not isinstance(inline, Link | CrossReference):
            width = sum(map(kind.figures.__getitem__, inline.text))
            run = GlyphRun(inline.text, kind.face, kind.style.size, 0.0, kind.style.colour, inline=0)
            return Draft(cell, column, kind, align, width, run)
    text = set_lines(
        setting, setting.said(cell.inlines), kind.style, (), x=0.0, measure=_BOUNDLESS, align=Alignment.LEFT
    )
    return Draft(cell, column, kind, align, text.lines[0].right if text.lines else 0.0, text)


def narrowest(made: Draft, em: float, setting: Setting) -> float:
    """Return how narrow wrapping may make a cell: `em`, or its longest word where that is wider."""
    wanted = em * made.kind.style.size
    if made.width <= wanted or not isinstance(made.text, SetLines):
        return made.width
    said = setting.said(made.cell.inlines)
    words = (Said(word, strong=made.cell.inlines[0].strong) for word in _WORD.findall(plain(made.cell.inlines)))
    widest = max((text_width((word,), made.kind.style, setting.theme, setting.faces) for word in words), default=0.0)
    measure = max(wanted, widest) + _ROUNDING
    wrapped = set_lines(setting, said, made.kind.style, (), x=0.0, measure=measure, align=Alignment.LEFT)
    return max(line.right for line in wrapped.lines)


def set_cell(made: Draft, left: float, right: float, path: Path, setting: Setting) -> SetCell:
    """Set a cell between two edges of the page."""
    room = right - left
    if made.width > room + _ROUNDING and isinstance(made.text, SetLines):
        said = setting.said(made.cell.inlines)
        text = set_lines(setting, said, made.kind.style, path, x=left, measure=room, align=made.align)
        return SetCell(made.column, made.cell.columns, text)
    match made.align:
        case Alignment.RIGHT:
            x = right - made.width
        case Alignment.CENTER:
            x = left + (room - made.width) / 2
        case _:
            x = left
    if isinstance(made.text, SetLines):
        return SetCell(made.column, made.cell.columns, replace(made.text, x=x, measure=room, path=path))
    run = made.text
    placed = GlyphRun(run.text, run.face, run.size, x, run.colour, inline=run.inline)
    return SetCell(made.column, made.cell.columns, SetNumber(made.kind.style, placed, path))
