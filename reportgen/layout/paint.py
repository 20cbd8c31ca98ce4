"""Flows on pages: turns strips that have a place into positioned items.

Decides nothing: where strips stand is pagination's word, what they look like is in the flows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from reportgen.layout.flows import (
    BoxFlow,
    FigureFlow,
    FigureRowFlow,
    PictureFlow,
    SetLines,
    SetNumber,
    SetRow,
    TableFlow,
    TextFlow,
)
from reportgen.layout.pagination import Placed
from reportgen.layout.runs import Ink
from reportgen.model.pages import ChartBox, Fill, GlyphRun, Item, PictureBox, Rule, TextLine
from reportgen.origins import BlockId
from reportgen.theme.look import BoxLook, PageLook, Stroke, TableLook, Theme
from reportgen.typeset.run import Piece

BASELINE = 0.8
"""Where a line's baseline lies below the line's top, as a part of the leading."""


def painted(
    flow: TextFlow | FigureFlow | FigureRowFlow | PictureFlow | BoxFlow | TableFlow, place: Placed, theme: Theme
) -> Iterator[Item]:
    """Yield the items of the strips of `flow` that stand at `place`, in reading order.

    The lines of the contents, which need page numbers besides, are painted in `contents`.
    """
    page = theme.page
    top = page.height - page.top - place.y
    match flow:
        case TextFlow():
            yield from _paragraph(flow.block, flow.text, place, top, theme)
        case FigureFlow():
            yield from _figure(flow, top)
        case FigureRowFlow():
            for figure in flow.figures:
                yield from _figure(figure, top)
        case PictureFlow():
            foot = top - flow.height
            yield PictureBox(flow.x, foot, flow.width, flow.height, flow.picture, flow.block, flow.path)
            yield from _below(flow, foot)
        case BoxFlow():
            yield from _box(flow, place, top, theme)
        case TableFlow():
            yield from _table(flow, place, top, theme)
        case _:
            assert_never(flow)


def lines(
    text: SetLines, top: float, block: BlockId | None, start: int = 0, stop: int | None = None
) -> Iterator[TextLine]:
    """Yield lines `start` up to `stop` of a text, the first of which has its top at `top`.

    A text without a line, as an empty cell has, still has its place in the document's structure: a line without runs.
    """
    leading = text.style.leading
    y = top - BASELINE * leading
    if not text.lines and text.path:
        yield TextLine(y, (), block, text.path)
    for line in text.lines[start:stop]:
        if text.marker:
            marker = [piece for piece in line.pieces if piece.run < text.marker]
            body = [piece for piece in line.pieces if piece.run >= text.marker]
            if marker:
                yield TextLine(y, _glyphs(marker, text), block, text.marker_path)
            if body:
                yield TextLine(y, _glyphs(body, text), block, text.path)
        else:
            yield TextLine(y, _glyphs(line.pieces, text), block, text.path)
        y -= leading


def _glyphs(pieces: Sequence[Piece], text: SetLines) -> tuple[GlyphRun, ...]:
    runs, inks, left = text.text.runs, text.text.inks, text.x
    return tuple([_glyph_run(piece, runs[piece.run].text, inks[piece.run], left) for piece in pieces])


def _glyph_run(piece: Piece, text: str, ink: Ink, left: float) -> GlyphRun:
    return GlyphRun(
        text[piece.start : piece.end],
        ink.face,
        ink.size,
        left + piece.x,
        ink.colour,
        piece.spacing,
        piece.gaps,
        ink.inline,
        ink.link,
        ink.rise,
    )


def _paragraph(block: BlockId, text: SetLines, place: Placed, top: float, theme: Theme) -> Iterator[Item]:
    style = text.style
    if style.rule_above and place.start == 0:
        yield _stroke(style.rule_above, top - style.rule_above.width / 2, theme, block)
        top -= style.rule_above.height
    yield from lines(text, top, block, place.start, place.stop)
    if style.rule_below and place.stop == len(text.lines):
        foot = top - (place.stop - place.start) * style.leading - style.rule_below.height
        yield _stroke(style.rule_below, foot + style.rule_below.width / 2, theme, block)


def _stroke(stroke: Stroke, y: float, theme: Theme, block: BlockId) -> Rule:
    page = theme.page
    return Rule(page.left, y, page.left + page.measure, y, stroke.width, stroke.colour, block)


def _figure(flow: FigureFlow, top: float) -> Iterator[Item]:
    yield ChartBox(flow.x, top - flow.form.height, flow.chart, flow.form, flow.block, flow.path)
    yield from _below(flow, top - flow.form.height)


def _below(flow: FigureFlow | PictureFlow, y: float) -> Iterator[TextLine]:
    """Yield the caption and the notes of a figure whose foot is at `y`."""
    for text in (flow.caption, *flow.notes):
        if text is not None:
            y -= text.style.before
            yield from lines(text, y, flow.block)
            y -= text.height


def _box(flow: BoxFlow, place: Placed, top: float, theme: Theme) -> Iterator[Item]:
    look = theme.box
    start, stop = flow.ends[place.start], flow.ends[place.stop]
    y = top - look.padding_y
    found: list[TextLine] = []
    line = 0
    for index, text in enumerate(flow.texts):
        first, last = max(start - line, 0), min(stop - line, len(text.lines))
        line += len(text.lines)
        if first < last:
            y -= text.style.before if index and first == 0 else 0.0
            found += lines(text, y, flow.block, first, last)
            y -= (last - first) * text.style.leading
    foot = y - look.padding_y
    yield from _ground_of_box(flow.block, top, foot, look, theme.page)
    yield from found


def _ground_of_box(block: BlockId, top: float, foot: float, look: BoxLook, page: PageLook) -> Iterator[Item]:
    """Yield the ground of a box, the bar at its left and the frame round it, all within its edges."""
    left, right = page.left, page.left + page.measure
    if look.fill:
        yield Fill(left, foot, right - left, top - foot, look.fill, block)
    if look.bar:
        yield Fill(left, foot, look.bar, top - foot, look.colour, block)
    if look.frame:
        half = look.frame / 2
        for y in (top - half, foot + half):
            yield Rule(left, y, right, y, look.frame, look.colour, block)
        for x in (left + half, right - half):
            yield Rule(x, foot, x, top, look.frame, look.colour, block)


def _table(flow: TableFlow, place: Placed, top: float, theme: Theme) -> Iterator[Item]:
    look = theme.table
    y = top
    if place.start == 0:
        for text in (flow.caption, flow.unit):
            if text is not None:
                yield from lines(text, y, flow.block)
                y -= text.height
        y -= look.caption_gap if flow.caption or flow.unit else 0.0
        first, rows = 0, flow.rows if flow.whole else flow.rows[: place.stop - 1]
    else:
        yield from lines(flow.continued, y, flow.block)  # its path is empty: an artifact
        y -= flow.continued.height + look.caption_gap
        first, rows = place.start - 1, flow.rows[place.start - 1 : place.stop - 1]
    foot = y - sum(row.height for row in (*flow.header, *rows))
    yield from _ground(flow, y, foot, look)
    yield from _forward(flow, rows, first, foot, look)
    yield _rule(flow, y, look.outer_rule, look)
    for row in flow.header:
        yield from _row(flow, row, y, artifact=place.start > 0)
        y -= row.height
        if row is not flow.header[-1]:
            yield from _span_rules(flow, row, y, look)
    if flow.header:
        yield _rule(flow, y, look.inner_rule, look)
    for row in rows:
        yield from _row(flow, row, y, artifact=False)
        y -= row.height
    yield _rule(flow, y, look.outer_rule, look)
    if place.stop == len(flow.stack.heights):
        for text in flow.notes:
            y -= text.style.before
            yield from lines(text, y, flow.block)
            y -= text.height


def _ground(flow: TableFlow, top: float, foot: float, look: TableLook) -> Iterator[Fill]:
    for column in flow.highlight:
        left, right = flow.edges[column], flow.edges[column + 1]
        yield Fill(flow.x + left, foot, right - left, top - foot, look.highlight, flow.block)


def _forward(flow: TableFlow, rows: Sequence[SetRow], first: int, foot: float, look: TableLook) -> Iterator[Fill]:
    """Yield the ground of rows that are brought forward; the first of `rows` is the table's row `first`."""
    top = foot + sum(row.height for row in rows)
    for index, row in enumerate(rows, first):
        if index in flow.forward:
            yield Fill(flow.x, top - row.height, flow.edges[-1], row.height, look.highlight, flow.block)
        top -= row.height


def _rule(
    flow: TableFlow, y: float, width: float, look: TableLook, left: float = 0.0, right: float | None = None
) -> Rule:
    right = flow.edges[-1] if right is None else right
    return Rule(flow.x + left, y, flow.x + right, y, width, look.rule_colour, flow.block)


def _span_rules(flow: TableFlow, row: SetRow, y: float, look: TableLook) -> Iterator[Rule]:
    """Yield a thin rule below each header cell that heads several columns, a little shorter than they are."""
    for cell in row.cells:
        if cell.columns > 1:
            left = flow.edges[cell.column] + look.padding_x
            right = flow.edges[cell.column + cell.columns] - look.padding_x
            yield _rule(flow, y, look.inner_rule, look, left, right)


def _row(flow: TableFlow, row: SetRow, top: float, *, artifact: bool) -> Iterator[TextLine]:
    for cell in row.cells:
        text = cell.text
        style = text.style
        if isinstance(text, SetNumber):
            y = top - (row.height - style.leading) / 2 - BASELINE * style.leading
            yield TextLine(y, (text.run,), flow.block, () if artifact else text.path)
            continue
        for line in lines(text, top - (row.height - text.height) / 2, flow.block):
            yield TextLine(line.y, line.runs, line.block) if artifact else line
