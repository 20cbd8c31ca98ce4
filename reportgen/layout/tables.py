"""Tables: column widths, cells and rows; three rules, a header that comes again on each page, rows that never break.

A column of numbers stands at its right edge, so that digits line up; its heads stand over it. A table that takes no
more than half a page stands on one page; a longer one breaks between rows and goes on under the word for a continuation
(续表).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import Faulty
from reportgen.layout import messages
from reportgen.layout.columns import Demand, column_widths, edges
from reportgen.layout.figures import caption_lines, note_lines
from reportgen.layout.flows import SetCell, SetLines, SetRow, TableFlow
from reportgen.layout.pagination import Stack
from reportgen.layout.runs import Said, text_width
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.block import Align, Cell, Table
from reportgen.model.pages import Node, Path, Scope, Tag
from reportgen.roles import Role
from reportgen.theme.look import Alignment, Style

LEAST_ROWS = 2
"""How many rows stand at least together before and after a break."""

WHOLE_UP_TO = 0.5
"""A table of up to this part of a page's depth is not broken."""

_WRAPPED_EM = 4.0
"""How narrow, in em, wrapping may make a column of labels or the head of a column."""

_ALIGN = {Align.LEFT: Alignment.LEFT, Align.CENTER: Alignment.CENTER, Align.RIGHT: Alignment.RIGHT}


def table_flow(block: Table, setting: Setting) -> TableFlow:
    """Return the flow of a table. Raises `Faulty` where it cannot be made to fit the measure."""
    theme = setting.theme
    look, page = theme.table, theme.page
    demands = _demands(block, setting)
    widths = column_widths(demands, page.measure)
    if widths is None:
        needed = round(sum(demand.least for demand in demands), 1)
        raise Faulty([messages.TABLE_TOO_WIDE.at(block.span, needed=needed, measure=page.measure)])
    where = edges(widths)
    x = page.left + (page.measure - where[-1]) / 2
    root = Node(Tag.TABLE, block.id)
    caption_path = (root, Node(Tag.CAPTION, f"{block.id}/caption"))
    caption = caption_lines(block.caption, setting, caption_path)
    unit = _unit(block, setting, caption_path, x, where[-1])
    continued = _continued(block, setting, x, where[-1])
    head, body = Node(Tag.THEAD, f"{block.id}/head"), Node(Tag.TBODY, f"{block.id}/body")
    place = (x, where)
    header = tuple(_rows(block, block.header, setting, (root, head), place, heading=True))
    rows = tuple(_rows(block, block.rows, setting, (root, body), place, heading=False))
    notes = note_lines(block, block.notes, setting, x, where[-1])

    header_height = sum(row.height for row in header)
    above = sum(text.height for text in (caption, unit) if text is not None)
    first = above + (look.caption_gap if above else 0.0) + header_height
    below = sum(text.style.before + text.height for text in notes)
    heights = [first, *(row.height for row in rows)]
    heights[-1] += below
    whole = sum(heights) <= WHOLE_UP_TO * page.depth
    stack = Stack(
        tuple(heights) if not whole else (sum(heights),),
        before=setting.style(Role.FIGURE).before,
        after=look.after,
        foot=1 + LEAST_ROWS,
        top=LEAST_ROWS,
        again=continued.height + look.caption_gap + header_height,
        floats=whole,
    )
    return TableFlow(block.id, stack, x, where, caption, unit, header, rows, notes, continued, block.highlight, whole)


def _style(setting: Setting, cell: Cell, align: Align, *, heading: bool) -> Style:
    if heading:
        return setting.style(Role.TABLE_HEAD)
    return setting.style(Role.TABLE_LABEL if cell.header or align is Align.LEFT else Role.TABLE_NUMBER)


def _demands(block: Table, setting: Setting) -> tuple[Demand, ...]:
    """Return what each column needs; cells over several columns wrap within what these have."""
    padding = 2 * setting.theme.table.padding_x
    least = [0.0] * len(block.columns)
    natural = [0.0] * len(block.columns)
    for heading, rows in ((True, block.header), (False, block.rows)):
        for row in rows:
            for column, cell in _placed(row):
                if cell.columns > 1 or column >= len(block.columns):
                    continue
                align = block.columns[column]
                style = _style(setting, cell, align, heading=heading)
                wide = text_width(setting.said(cell.inlines), style, setting.theme, setting.faces)
                wraps = heading or align is Align.LEFT
                narrow = min(wide, _WRAPPED_EM * style.size) if wraps else wide
                natural[column] = max(natural[column], wide)
                least[column] = max(least[column], narrow)
    return tuple(Demand(low + padding, high + padding) for low, high in zip(least, natural, strict=True))


def _placed(row: tuple[Cell, ...]) -> Iterator[tuple[int, Cell]]:
    """Yield each cell with the column that it begins in."""
    column = 0
    for cell in row:
        yield column, cell
        column += cell.columns


def _unit(block: Table, setting: Setting, path: Path, x: float, width: float) -> SetLines | None:
    if not block.unit:
        return None
    style = setting.style(Role.UNIT)
    return set_lines(setting, (Said(block.unit),), style, path, x=x, measure=width)


def _continued(block: Table, setting: Setting, x: float, width: float) -> SetLines:
    """Compose what stands above a continuation: the word for it, with the table's number where it has one."""
    number = f"{block.caption.gap}{block.caption.ordinal}" if block.caption else ""
    style = setting.style(Role.UNIT)
    return set_lines(setting, (Said(setting.continued + number),), style, (), x=x, measure=width)


def _rows(
    block: Table,
    rows: tuple[tuple[Cell, ...], ...],
    setting: Setting,
    path: Path,
    place: tuple[float, tuple[float, ...]],
    *,
    heading: bool,
) -> Iterator[SetRow]:
    padding = setting.theme.table.padding_y
    section = path[-1].key
    for number, row in enumerate(rows):
        line = (*path, Node(Tag.TR, f"{section}/{number}"))
        cells = tuple(
            _cell(block, cell, column, setting, line, place, heading=heading) for column, cell in _placed(row)
        )
        height = max((cell.text.height for cell in cells), default=0.0)
        yield SetRow(height + 2 * padding, cells)


def _cell(
    block: Table,
    cell: Cell,
    column: int,
    setting: Setting,
    row: Path,
    place: tuple[float, tuple[float, ...]],
    *,
    heading: bool,
) -> SetCell:
    x, where = place
    padding = setting.theme.table.padding_x
    align = block.columns[column]
    style = _style(setting, cell, align, heading=heading)
    alignment = Alignment.CENTER if cell.columns > 1 else _ALIGN[align]
    key = f"{row[-1].key}/{column}"
    if heading or cell.header:
        node = Node(Tag.TH, key, scope=Scope.COLUMN if heading else Scope.ROW, columns=cell.columns)
    else:
        node = Node(Tag.TD, key, columns=cell.columns)
    left = where[column] + padding
    right = where[column + cell.columns] - padding
    text = set_lines(
        setting,
        setting.said(cell.inlines),
        style,
        (*row, node),
        x=x + left,
        # Widths that were made to measure must not wrap for a rounding.
        measure=round(right - left, 3) + 0.001,
        align=alignment,
    )
    return SetCell(column, cell.columns, text)
