"""Coverage: whether every character of a document has a glyph in the face that it would be set in.

A character without one would be an empty box in the PDF, which PDF/A forbids, and a font of Word's choice in the Word
file. So it is a problem, told at the block that says it, before anything is laid out. Where in the block it stands, and
which cell it comes from, the caller may know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, assert_never

from reportgen.cjk.faces import east_asian
from reportgen.diagnostics import Problem
from reportgen.layout import messages
from reportgen.layout.runs import Faces, Said, faces_of, said
from reportgen.model.block import (
    Block,
    Box,
    Caption,
    Cell,
    ChartFigure,
    Contents,
    FigureRow,
    Heading,
    ImageFigure,
    ListBlock,
    PageBreak,
    Paragraph,
    Table,
    cell_role,
)
from reportgen.model.chart import Chart
from reportgen.model.document import Document, Field, contents_of, cover_of
from reportgen.model.inline import footnotes, plain
from reportgen.origins import CellRef, Span
from reportgen.roles import Role, contents_role
from reportgen.theme.look import FacePair, Style, Theme
from reportgen.values import dataclass

_FIGURES = "0123456789.,-−%"
"""What the labels of value axes are written with, and page numbers."""

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the reading direction (UAX #9 §2): a text would read otherwise than it was written."""


Find: TypeAlias = Callable[[str, Span], tuple[Span, CellRef | None]]
"""Gives the place of a character within the block that begins at a place, and the cell that says it, if one does."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A text, the faces that it is set in, and the place that is told where a glyph is wanting."""

    text: str
    pair: FacePair
    span: Span | None


def uncovered(
    document: Document, theme: Theme, faces: Faces, find: Find = lambda _, span: (span, None)
) -> tuple[Problem, ...]:
    """Return a problem for each block and each character of it that has no glyph in its face, at the place found."""
    # Characters are asked for once each; a text is looked at closely only where it has one that is new.
    known: dict[FacePair, set[str]] = {}
    wanting: dict[FacePair, dict[str, str]] = {}
    problems: dict[tuple[str, Span | None], Problem] = {}
    for stretch in _stretches(document, theme):
        seen = known.setdefault(stretch.pair, set())
        lacks = wanting.setdefault(stretch.pair, {})
        fresh = set(stretch.text) - seen
        if fresh:
            lacks.update(_lacking(stretch, fresh, faces))
            seen |= fresh
        for char in dict.fromkeys(stretch.text) if lacks else ():
            if char in lacks:
                span, cell = find(char, stretch.span) if stretch.span else (None, None)
                problems.setdefault((char, span), _problem(char, lacks[char], span, cell))
    return tuple(problems.values())


def _lacking(stretch: _Stretch, fresh: set[str], faces: Faces) -> Iterator[tuple[str, str]]:
    """Yield each character of `fresh` that its face has no glyph for, with the face."""
    for char, chinese in zip(stretch.text, east_asian(stretch.text), strict=True):
        if char in fresh:
            name = stretch.pair.east_asian if chinese else stretch.pair.latin
            if char in _TURNING or not faces[name].covers(char):
                yield char, name


def _problem(char: str, face: str, span: Span | None, cell: CellRef | None) -> Problem:
    if char in _TURNING:
        return messages.TURNS_THE_TEXT.at(span, cell, code=f"U+{ord(char):04X}")
    shown = char if char.isprintable() else " "
    return messages.NO_GLYPH.at(span, cell, char=shown, code=f"U+{ord(char):04X}", face=face)


def _stretches(document: Document, theme: Theme) -> Iterator[_Stretch]:
    for block in document.blocks:
        yield from _of_block(block, document, theme)
    for block in cover_of(document) if theme.cover.shown else ():
        yield from _of_text(block, theme)
    furniture = document.furniture
    first = document.blocks[0].span if document.blocks else None  # the title, which furniture repeats
    sections = "".join(plain(b.inlines) for b in document.blocks if isinstance(b, Heading) and b.role is Role.SECTION)
    for words, role in ((furniture.header, Role.HEADER), (furniture.footer, Role.FOOTER)):
        said_words = "".join(word for word in words if not isinstance(word, Field)).replace("\t", "")
        asked = sections if Field.SECTION in words else ""
        yield from _said((Said(said_words + asked + _FIGURES),), theme.styles[role], theme, first)


def _of_block(block: Block, document: Document, theme: Theme) -> Iterator[_Stretch]:
    styles = theme.styles
    match block:
        case Heading():
            number = (Said(block.number.text),) if block.number else ()
            yield from _said((*number, *said(block.inlines)), styles[block.role], theme, block.span)
        case Paragraph() | ListBlock():
            yield from _of_text(block, theme)
        case Table():
            yield from _of_table(block, document, theme)
        case ChartFigure():
            yield from _of_chart(block, theme)
        case FigureRow():
            for figure in block.figures:
                yield from _of_chart(figure, theme)
        case ImageFigure():
            yield from _captioned(block, theme)
        case Box():
            yield from _said(said(block.title), styles[Role.BOX_TITLE], theme, block.span)
            for part in block.parts:
                yield from _of_text(part, theme)
        case PageBreak():
            return
        case Contents():
            yield from _of_contents(block, document, theme)
        case _:
            assert_never(block)


def _of_text(block: Paragraph | ListBlock, theme: Theme) -> Iterator[_Stretch]:
    """Yield the words of a paragraph or a list, then what its footnotes say."""
    rows = [block.inlines] if isinstance(block, Paragraph) else [item.inlines for item in block.items]
    markers = "" if isinstance(block, Paragraph) else "".join(item.marker for item in block.items)
    style, small = theme.styles[block.role], theme.styles[Role.FOOTNOTE]
    yield from _said((Said(markers), *(piece for row in rows for piece in said(row))), style, theme, block.span)
    for note in (note for row in rows for note in footnotes(row)):
        yield from _said((Said(f"{note.text} "), *said(note.inlines)), small, theme, block.span)


def _of_chart(block: ChartFigure, theme: Theme) -> Iterator[_Stretch]:
    yield from _captioned(block, theme)
    pair = theme.typefaces[theme.chart.typeface].regular
    yield from (_Stretch(text, pair, block.span) for text in _labels(block.chart))


def _of_table(block: Table, document: Document, theme: Theme) -> Iterator[_Stretch]:
    styles = theme.styles
    yield from _captioned(block, theme)
    yield from _said((Said(block.unit + document.continued),), styles[Role.UNIT], theme, block.span)
    cells: dict[Role, list[Cell]] = {}
    for heading, rows in ((True, block.header), (False, block.rows)):
        for row in rows:
            column = 0
            for cell in row:
                cells.setdefault(cell_role(cell, block.columns[column], heading=heading), []).append(cell)
                column += cell.columns
    for role, alike in cells.items():
        yield from _said(_fresh(alike), styles[role], theme, block.span)


def _fresh(cells: Iterable[Cell]) -> Iterator[Said]:
    """Yield the words of cells that have a character which those of their make before them have not."""
    seen: dict[tuple[bool, bool], set[str]] = {}
    for cell in cells:
        for inline in cell.inlines:
            known = seen.setdefault((inline.strong, inline.emphasis), set())
            if not known.issuperset(inline.text):
                known.update(inline.text)
                yield from said((inline,))


def _of_contents(block: Contents, document: Document, theme: Theme) -> Iterator[_Stretch]:
    styles = theme.styles
    yield from _said((Said(block.title),), styles[Role.CONTENTS_TITLE], theme, block.span)
    for heading in contents_of(document, block):
        number = heading.number.text if heading.number else ""
        text = number + plain(heading.inlines) + theme.contents.leader + _FIGURES
        yield from _said((Said(text),), styles[contents_role(heading.level)], theme, heading.span)


def _captioned(block: ChartFigure | ImageFigure | Table, theme: Theme) -> Iterator[_Stretch]:
    if block.caption:
        pieces = _caption(block.caption)
        yield from _said(pieces, theme.styles[Role.CAPTION], theme, block.span)
    for note in block.notes:
        yield from _said(said(note), theme.styles[Role.NOTE], theme, block.span)


def _caption(caption: Caption) -> tuple[Said, ...]:
    return (Said(caption.reference + caption.separator), *said(caption.inlines))


def _said(pieces: Iterable[Said], style: Style, theme: Theme, span: Span | None) -> Iterator[_Stretch]:
    for piece in pieces:
        yield _Stretch(piece.text, faces_of(piece, style, theme), span)


def _labels(chart: Chart) -> Iterator[str]:
    """Yield every text that a chart may show."""
    yield from chart.categories
    yield from (series.name for series in chart.series)
    yield from (point.label for series in chart.series for point in series.points)
    yield from (axis.unit + _FIGURES for axis in (chart.first, chart.second) if axis is not None)
