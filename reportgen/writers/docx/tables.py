"""Tables: caption, unit line, the three-line table itself, notes.

The layout is fixed and every width is said twice alike: LibreOffice obeys `w:tblGrid`, Word `w:tcW`. Header rows repeat
on each page, no row breaks across pages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import accumulate, pairwise
from typing import TypeAlias

from reportgen.model.block import Align, Cell, Table, cell_role
from reportgen.model.geometry import LEAST_ROWS
from reportgen.model.inline import plain
from reportgen.roles import Role
from reportgen.theme.look import Alignment, TableLook
from reportgen.units import eighths, twips
from reportgen.writers.docx.figures import caption, notes, within
from reportgen.writers.docx.markup import HOLE, NOTHING, Value, Xml, around, join, w
from reportgen.writers.docx.paragraphs import Format, above, paragraph
from reportgen.writers.docx.stylesheet import NORMAL
from reportgen.writers.docx.text import inline_runs, words
from reportgen.writers.docx.ties import Ties

_Frame: TypeAlias = Callable[[int, int, Role, bool, int | None, bool], tuple[Xml, Xml]]
"""What stands around a cell's text, by its column, how many it takes, its role, whether its row is kept, and `head`."""

_LEAST_LINE = 1.0
_ALIGNMENTS = {Align.LEFT: Alignment.LEFT, Align.CENTER: Alignment.CENTER, Align.RIGHT: Alignment.RIGHT}


def table(block: Table, ties: Ties, extra: float, *, new_page: bool = False) -> Xml:
    """Return everything that belongs to a table; `extra` is more space above the first paragraph."""
    theme = ties.theme
    width = sum(ties.geometry.column_widths[block.id])
    first = above(theme.styles[Role.FIGURE], extra, usual=theme.styles[Role.CAPTION])
    parts: list[Xml] = []
    gap = theme.table.caption_gap
    if block.caption:
        after = None if block.unit else gap
        form = Format(keep_next=True, keep_lines=True, new_page=new_page or None, before=first, after=after)
        parts.append(caption(block.id, block.caption, ties, form))
    if block.unit:
        first = 0.0 if parts else above(theme.styles[Role.FIGURE], extra, usual=theme.styles[Role.UNIT])
        begins = (new_page and not parts) or None
        indent = within(width, theme.styles[Role.UNIT], theme)
        form = Format(keep_next=True, new_page=begins, before=first, after=gap, indent=indent)
        parts.append(paragraph(ties.sheet.id(Role.UNIT), words(block.unit), form))
    if not parts:
        parts.append(divider(max(0.0, theme.styles[Role.FIGURE].before + extra), new_page=new_page))
    parts.append(_grid(block, ties))
    return join(*parts, notes(block.notes, ties, width))


def divider(height: float, *, new_page: bool = False, keep: bool = True) -> Xml:
    """Return an empty paragraph of `height` pt: it parts tables, which Word would join, and ends a text after one.

    Most of its height is space above it, which vanishes at a page's top as in the PDF.
    """
    form = Format(
        keep_next=keep or None, new_page=new_page or None, before=max(0.0, height - _LEAST_LINE), leading=_LEAST_LINE
    )
    return paragraph(NORMAL, NOTHING, form)


def _grid(block: Table, ties: Ties) -> Xml:
    look = ties.theme.table
    widths = column_widths(ties.geometry.column_widths[block.id])
    frame = cache(partial(_around_cell, block, ties, widths))
    rows = [_row(row, block, ties, frame, keep=True, head=index) for index, row in enumerate(block.header)]
    rows += [
        _row(
            row,
            block,
            ties,
            frame,
            keep=_held(index, block, whole=block.id in ties.geometry.whole),
            forward=index in block.forward,
        )
        for index, row in enumerate(block.rows)
    ]
    outer: dict[str, Value] = {"val": "single", "sz": eighths(look.outer_rule), "space": 0, "color": look.rule_colour}
    description = plain(block.caption.inlines) if block.caption else None
    form = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", w("top", **outer), w("bottom", **outer)),
        w("tblLayout", type="fixed"),
        _padding(look),
        w(
            "tblLook",
            val="0020" if block.header else "0000",
            firstRow=bool(block.header),
            lastRow=False,
            firstColumn=False,
            lastColumn=False,
            noHBand=True,
            noVBand=True,
        ),
        w("tblCaption", val=description) if description else NOTHING,
    )
    return w("tbl", form, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def column_widths(points: tuple[float, ...]) -> list[int]:
    """Return whole twips whose sum is the rounded sum: edges are rounded, not widths."""
    edges = [0, *(twips(edge) for edge in accumulate(points))]
    return [right - left for left, right in pairwise(edges)]


def _padding(look: TableLook) -> Xml:
    x, y = twips(look.padding_x), twips(look.padding_y)
    sides = (("top", y), ("left", x), ("bottom", y), ("right", x))
    return w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in sides))


def _held(index: int, block: Table, *, whole: bool) -> bool:
    """Whether a row stands on the page of what follows it: a break leaves rows on either side, notes stay below."""
    after = len(block.rows) - index - 1
    if not after:
        return any(block.notes)
    return whole or index + 1 < LEAST_ROWS or after < LEAST_ROWS


def _row(
    row: tuple[Cell, ...],
    block: Table,
    ties: Ties,
    frame: _Frame,
    *,
    keep: bool,
    head: int | None = None,
    forward: bool = False,
) -> Xml:
    """Return a row; `head` is its index among the header rows, None for a row of the body."""
    cells: list[str] = []
    column = 0
    for cell in row:
        role = cell_role(cell, block.columns[column], heading=head is not None)
        before, after = frame(column, cell.columns, role, keep, head, forward)
        cells.append(f"{before}{inline_runs(cell.inlines, ties, ties.theme.styles[role])}{after}")
        column += cell.columns
    marks = w("trPr", w("cantSplit"), w("tblHeader") if head is not None else NOTHING)
    return w("tr", marks, Xml("".join(cells)))


def _around_cell(
    block: Table,
    ties: Ties,
    widths: list[int],
    column: int,
    columns: int,
    role: Role,
    keep: bool,  # noqa: FBT001 - a cache's key, as all that follows `widths`
    head: int | None,
    forward: bool,  # noqa: FBT001 - likewise
) -> tuple[Xml, Xml]:
    """Return what stands around the text of a cell: below one another they are all alike."""
    look = ties.theme.table
    spans = columns > 1
    ruled = head is not None and (spans or head == len(block.header) - 1)
    fill = look.highlight if forward or (column in block.highlight and not spans) else ""
    form = w(
        "tcPr",
        w("tcW", w=sum(widths[column : column + columns]), type="dxa"),
        w("gridSpan", val=columns) if spans else NOTHING,
        _rules(look, above=head == 0, below=ruled),
        w("shd", val="clear", color="auto", fill=fill) if fill else NOTHING,
        w("vAlign", val="center"),
    )
    named = ties.sheet.cell(role, ties.geometry.smaller.get(block.id, 0.0)).id
    stands = Alignment.CENTER if spans else _ALIGNMENTS[block.columns[column]]
    align = None if stands is ties.theme.styles[role].align else stands
    return around(w("tc", form, paragraph(named, HOLE, Format(keep_next=keep or None, align=align))))


def _rules(look: TableLook, *, above: bool, below: bool) -> Xml:
    """Return the rules of a header cell itself, which are drawn again where the header repeats."""

    def rule(side: str, width: float) -> Xml:
        return w(side, val="single", sz=eighths(width), space=0, color=look.rule_colour)

    rules = join(
        rule("top", look.outer_rule) if above else NOTHING,
        rule("bottom", look.inner_rule) if below else NOTHING,
    )
    return w("tcBorders", rules) if rules else NOTHING
