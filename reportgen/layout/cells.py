"""Cells of tables: measured on one line first, set in their column once columns have widths.

A cell that fits its column keeps the line it was measured on. Figures are most of what stands in tables; they are one
run of one face, and no breaking, spacing or justification has anything to say about them. Of labels there are many that
differ in nothing but which ideographs and digits they have (第1号, 第2号); one of them is composed for all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportgen.layout.flows import SetCell, SetLines, SetNumber
from reportgen.layout.runs import Said, SetText, Widths, text_width
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.block import Cell
from reportgen.model.inline import CrossReference, Footnote, Link, plain
from reportgen.model.pages import GlyphRun, Path
from reportgen.theme.look import Alignment, Style
from reportgen.typeset.run import Run
from reportgen.values import dataclass

_FIGURES = "0123456789.,%+-"
_PLAIN = re.compile(f"[{re.escape(_FIGURES)}]+")
_WORD = re.compile(r"[!-~\u00c0-\u024f]+")
_SHARE = {Alignment.RIGHT: 1.0, Alignment.CENTER: 0.5, Alignment.LEFT: 0.0, Alignment.JUSTIFY: 0.0}
"""How much of the room that a line leaves lies before it."""

_BOUNDLESS = 1e6
"""A measure on which nothing wraps, in pt."""

SLACK = 0.5
"""By how many pt a column is wider than what stands on one of its lines, padding aside.

A program that shows the Word file rounds widths, to twips or to dots of its screen, and would wrap what fits exactly.
"""

_ROUNDING = 0.01
"""How much wider than its column's room a line may be by rounding, in pt."""


class _Shapes(dict[int, str]):
    """For each character what it is in the shape of a text: the same for all that a line treats alike.

    These are the ideographs of a face and the digits, as far as they are equally wide; others stand for themselves.
    """

    def __init__(self, latin: Widths, chinese: Widths) -> None:
        super().__init__()
        self._alike = (("0", "0", "9", latin), ("一", "\u4e00", "\u9fff", chinese))
        self.lines: dict[str, SetLines] = {}

    def __missing__(self, code: int) -> str:
        char = self[code] = self._shape(chr(code))
        return char

    def _shape(self, char: str) -> str:
        for stands, first, last, face in self._alike:
            if first <= char <= last and face.advance(char) == face.advance(stands):
                return stands
        return char


@dataclass(frozen=True, slots=True)
class Kind:
    """How the cells of one kind are set, how wide (pt) the characters of figures are in them, and what was composed."""

    style: Style
    face: str
    figures: Mapping[str, float]
    shapes: _Shapes


@dataclass(frozen=True, slots=True)
class Draft:
    """A cell before its column has a width: its text on one line beginning at 0, and how wide that is.

    Figures are their characters.
    """

    cell: Cell
    column: int
    kind: Kind
    align: Alignment
    width: float
    text: SetLines | str


def kind_of(style: Style, setting: Setting) -> Kind:
    """Return how cells of a style are set."""
    pair = setting.theme.faces(style)
    latin = setting.faces[pair.latin]
    widths = [advance * style.size for advance in latin.advances(_FIGURES)]
    shapes = _Shapes(latin, setting.faces[pair.east_asian])
    return Kind(style, pair.latin, dict(zip(_FIGURES, widths, strict=True)), shapes)


def draft(cell: Cell, column: int, kind: Kind, align: Alignment, setting: Setting) -> Draft:
    """Measure a cell."""
    if len(cell.inlines) == 1:
        (inline,) = cell.inlines
        words = inline.text
        if not (inline.strong or inline.emphasis or isinstance(inline, Link | CrossReference | Footnote)):
            if _PLAIN.fullmatch(words) and not kind.style.spread_em:
                return Draft(cell, column, kind, align, sum(map(kind.figures.__getitem__, words)), words)
            text = _like_others(words, kind, setting)
            return Draft(cell, column, kind, align, _width(text), text)
    text = _on_one_line(setting.said(cell.inlines), kind, setting)
    return Draft(cell, column, kind, align, _width(text), text)


def _on_one_line(pieces: Sequence[Said], kind: Kind, setting: Setting) -> SetLines:
    return set_lines(setting, pieces, kind.style, (), x=0.0, measure=_BOUNDLESS, align=Alignment.LEFT)


def _width(text: SetLines) -> float:
    return text.lines[0].right if text.lines else 0.0


def _like_others(words: str, kind: Kind, setting: Setting) -> SetLines:
    """Return the words of a cell's only inline on one line, which texts of their shape share but for its characters."""
    shape = words.translate(kind.shapes)
    known = kind.shapes.lines.get(shape)
    if known is None:
        known = kind.shapes.lines[shape] = _on_one_line((Said(words, 0),) if words else (), kind, setting)
        return known
    runs: list[Run] = []
    begin = 0
    for run in known.text.runs:
        end = begin + len(run.text)
        runs.append(Run(words[begin:end], run.advances, run.size, run.inline, run.shift))
        begin = end
    text = SetText(tuple(runs), known.text.inks, known.text.spread)
    return SetLines(known.style, known.x, known.measure, text, known.lines, known.path)


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
    if made.width > room - SLACK + _ROUNDING and isinstance(made.text, SetLines):
        said = setting.said(made.cell.inlines)
        x = left + SLACK * _SHARE[made.align]
        text = set_lines(setting, said, made.kind.style, path, x=x, measure=room - SLACK, align=made.align)
        return SetCell(made.column, made.cell.columns, text)
    match made.align:
        case Alignment.RIGHT:
            x = right - made.width
        case Alignment.CENTER:
            x = left + (room - made.width) / 2
        case _:
            x = left
    if isinstance(made.text, str):
        style = made.kind.style
        run = GlyphRun(made.text, made.kind.face, style.size, x, style.colour, inline=0)
        return SetCell(made.column, made.cell.columns, SetNumber(style, run, path))
    text = made.text
    placed = SetLines(text.style, x, room, text.text, text.lines, path, notes=text.notes)
    return SetCell(made.column, made.cell.columns, placed)
