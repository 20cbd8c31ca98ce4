"""Tables: column widths, cells and rows; three rules, a header that comes again on each page, rows that never break.

A column of numbers stands at its right edge, so that digits line up; its heads stand over it. A table that takes no
more than half a page stands on one page; a longer one breaks between rows and goes on under the word for a continuation
(续表) and the unit. A table too wide for the page is set in smaller type; one that is too wide even so stands on a page
that lies on its side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TypeAlias

from reportgen.errors import Faulty
from reportgen.layout import messages
from reportgen.layout.cells import SLACK, Draft, Kind, draft, kind_of, narrowest, set_cell
from reportgen.layout.columns import Demand, column_widths, edges
from reportgen.layout.figures import caption_lines, note_lines
from reportgen.layout.flows import SetCell, SetLines, SetRow, TableFlow
from reportgen.layout.pagination import Stack
from reportgen.layout.runs import Said
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.block import Align, Cell, Table, cell_role
from reportgen.model.geometry import LEAST_ROWS
from reportgen.model.pages import Node, Path, Scope, Tag
from reportgen.roles import Role
from reportgen.theme.look import Alignment

SMALLER = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
"""By how many points the cells of a table may be set smaller to fit the measure, one after the other."""

LEAST_SIZE = 6.0
"""The size in pt below which no cell is set to make a table fit."""

WHOLE_UP_TO = 0.5
"""A table of up to this part of a page's depth is not broken."""

_WRAPPED_EM = 4.0
"""How narrow, in em, wrapping may make a column of labels or the head of a column."""

_APART = "\u3000\u3000"
"""What parts the word for a continuation and the unit, on one line."""

_Drafts: TypeAlias = tuple[tuple[Draft, ...], ...]
"""The measured cells of some rows."""

_ALIGN = {Align.LEFT: Alignment.LEFT, Align.CENTER: Alignment.CENTER, Align.RIGHT: Alignment.RIGHT}


def table_flow(block: Table, setting: Setting) -> TableFlow:
    """Return the flow of a table: on a turned page where it is to be wide, or does not fit the measure.

    Raises `Faulty` where it fits neither.
    """
    page = setting.theme.page
    if page.turned.measure <= page.measure:
        return _flow(block, setting, wide=False)
    if block.wide:
        return _flow(block, setting.turned, wide=True)
    try:
        return _flow(block, setting, wide=False)
    except Faulty:
        return _flow(block, setting.turned, wide=True)


def _flow(block: Table, setting: Setting, *, wide: bool) -> TableFlow:
    theme = setting.theme
    look, page = theme.table, theme.page
    smaller, head_drafts, row_drafts, widths = _fitted(block, setting)
    where = edges(widths)
    x = page.left + (page.measure - where[-1]) / 2
    root = Node(Tag.TABLE, block.id)
    caption_path = (root, Node(Tag.CAPTION, f"{block.id}/caption"))
    caption = caption_lines(block.caption, setting, caption_path)
    unit = _unit(block, setting, caption_path, x, where[-1])
    continued = _continued(block, setting, x, where[-1])
    head, body = Node(Tag.THEAD, f"{block.id}/head"), Node(Tag.TBODY, f"{block.id}/body")
    header = tuple(_rows(head_drafts, setting, (root, head), x, where, heading=True))
    rows = tuple(_rows(row_drafts, setting, (root, body), x, where, heading=False))
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
        floats=whole and not wide,
        wide=wide,
    )
    return TableFlow(
        block.id,
        stack,
        x,
        where,
        caption,
        unit,
        header,
        rows,
        notes,
        continued,
        block.highlight,
        block.forward,
        whole,
        smaller,
    )


def _fitted(block: Table, setting: Setting) -> tuple[float, _Drafts, _Drafts, tuple[float, ...]]:
    """Measure a table at the sizes of its styles or, where it does not fit the measure, at the largest that do.

    Returns by how many points the sizes are less, the measured header and body, and the widths of the columns.
    """
    measure = setting.theme.page.measure
    needed = 0.0
    for smaller in SMALLER:
        styles = {role: setting.style(role) for role in (Role.TABLE_HEAD, Role.TABLE_LABEL, Role.TABLE_NUMBER)}
        if any(style.size - smaller < LEAST_SIZE for style in styles.values()) and smaller:
            break
        kinds = {
            role: kind_of(replace(style, size=style.size - smaller, leading=style.leading - smaller), setting)
            for role, style in styles.items()
        }
        header = _drafts(block, block.header, kinds, setting, heading=True)
        rows = _drafts(block, block.rows, kinds, setting, heading=False)
        demands = _demands(block, header, rows, setting)
        widths = column_widths(demands, measure)
        if widths is not None:
            return smaller, header, rows, widths
        needed = sum(demand.least for demand in demands)
    raise Faulty([messages.TABLE_TOO_WIDE.at(block.span, needed=round(needed, 1), measure=measure)])


def _drafts(
    block: Table, rows: tuple[tuple[Cell, ...], ...], kinds: Mapping[Role, Kind], setting: Setting, *, heading: bool
) -> _Drafts:
    """Measure the cells of rows. What goes over several columns stands in the middle of them."""
    made: list[tuple[Draft, ...]] = []
    for row in rows:
        drafts: list[Draft] = []
        column = 0
        for cell in row:
            align = block.columns[column]
            stands = Alignment.CENTER if cell.columns > 1 else _ALIGN[align]
            drafts.append(draft(cell, column, kinds[cell_role(cell, align, heading=heading)], stands, setting))
            column += cell.columns
        made.append(tuple(drafts))
    return tuple(made)


def _demands(block: Table, header: _Drafts, rows: _Drafts, setting: Setting) -> tuple[Demand, ...]:
    """Return what each column needs; what goes over several columns wraps within what these have."""
    padding = 2 * setting.theme.table.padding_x + SLACK
    drafts = [made for made in chain.from_iterable((*header, *rows)) if made.cell.columns == 1]
    natural = [0.0] * len(block.columns)
    for made in drafts:
        natural[made.column] = max(natural[made.column], made.width)
    if sum(natural) + len(natural) * padding <= setting.theme.page.measure:
        return tuple(Demand(width + padding, width + padding) for width in natural)
    heads = sum(made.cell.columns == 1 for row in header for made in row)
    least = [0.0] * len(block.columns)
    for index, made in enumerate(drafts):
        wraps = index < heads or block.columns[made.column] is Align.LEFT
        narrow = narrowest(made, _WRAPPED_EM, setting) if wraps else made.width
        least[made.column] = max(least[made.column], narrow)
    return tuple(Demand(low + padding, high + padding) for low, high in zip(least, natural, strict=True))


def _unit(block: Table, setting: Setting, path: Path, x: float, width: float) -> SetLines | None:
    if not block.unit:
        return None
    style = setting.style(Role.UNIT)
    return set_lines(setting, (Said(block.unit),), style, path, x=x, measure=width)


def _continued(block: Table, setting: Setting, x: float, width: float) -> SetLines:
    """Compose what stands above a continuation: the word for it, the number of the table, if any, and the unit."""
    number = f"{block.caption.gap}{block.caption.ordinal}" if block.caption else ""
    said = _APART.join(filter(None, (setting.continued + number, block.unit)))
    return set_lines(setting, (Said(said),), setting.style(Role.UNIT), (), x=x, measure=width)


def _rows(
    drafts: _Drafts,
    setting: Setting,
    path: Path,
    x: float,
    where: tuple[float, ...],
    *,
    heading: bool,
) -> Iterator[SetRow]:
    look = setting.theme.table
    section = path[-1].key
    inset = x + look.padding_x
    lefts, rights = [inset + edge for edge in where], [x + edge - look.padding_x for edge in where]
    scope = Scope.COLUMN if heading else Scope.ROW
    for number, row in enumerate(drafts):
        key = f"{section}/{number}"
        line = (*path, Node(Tag.TR, key))
        cells: list[SetCell] = []
        height = 0.0
        for made in row:
            cell, column = made.cell, made.column
            if heading or cell.header:
                node = Node(Tag.TH, f"{key}/{column}", "", scope, cell.columns)
            else:
                node = Node(Tag.TD, f"{key}/{column}", "", None, cell.columns)
            done = set_cell(made, lefts[column], rights[column + cell.columns], (*line, node), setting)
            cells.append(done)
            # An empty cell is a line high, as it is in Word.
            height = max(height, made.kind.style.leading, done.text.height)
        yield SetRow(height + 2 * look.padding_y, tuple(cells))
