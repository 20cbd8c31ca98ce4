"""A list at an address → `RowList`: a header row, and below it a row for each client, province or product.

Unlike a table, a list holds texts as well as numbers, and means nothing by its shape: a field is found by its header, a
row by its label. What lies above the header (a title) and from the first blank row or note on is not part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from reportgen.data import messages
from reportgen.data.address import Address
from reportgen.data.clean import folded, printed_label
from reportgen.data.frame import RUNNING, Grid, is_annotation
from reportgen.data.labels import Label
from reportgen.data.read_table import place_of
from reportgen.data.select import find_label, near_hint
from reportgen.data.sheet import Area, CellKind, Workbook
from reportgen.data.table import Value
from reportgen.data.values import value_of
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import CellRef
from reportgen.values import dataclass

_WITH_UNIT = re.compile(r"(?P<name>[^（(]+)[（(](?P<unit>[^（）()]{1,8})[)）]")
ROWS = 100_000
"""Rows that a list may have."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row holds in one field: its text as printed, empty where the cell is blank.

    `short` is the text for names of files (dates in ISO form). `value` is set where the cell holds a number, `fault`
    where it holds what nobody can read.
    """

    text: str
    short: str
    cell: CellRef
    raw: str
    format: str = "General"
    value: Value | None = None
    fault: Problem | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its label, and the cell that says it; its entries in the order of the list's fields."""

    label: str
    cell: CellRef
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class RowList:
    """A list: the names of its fields, as its header prints them, and its rows."""

    fields: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the rows, in order."""
        return tuple(row.label for row in self.rows)

    def field(self, name: str) -> int | None:
        """Return the index of the field called `name`, or None; what its header has in parentheses may be left out."""
        whole = find_label(self.fields, name)
        if whole is not None:
            return whole
        bare = [index for index, field in enumerate(self.fields) if folded(_label(field).name) == folded(name)]
        return bare[0] if len(bare) == 1 else None

    def called(self, label: str) -> tuple[Row, ...]:
        """Return the rows with this label; white space, width and case do not matter."""
        wanted = folded(label)
        return tuple(row for row in self.rows if folded(row.label) == wanted)


def read_rows(workbook: Workbook, address: Address, *, label: str | None = None, called: bool = True) -> RowList:
    """Return the list at `address`, whose rows are called by the field `label`, or by the first where none is named.

    Where rows need not be `called` anything, one without a label is none the worse.

    Raises Faulty, located in the spec and in the workbook, where there is no such place, no header, no such field, a
    field twice, or a row without a label.
    """
    sheet, area, _ = place_of(workbook, address)
    grid = Grid(sheet)
    header, columns = _header(workbook, address, grid, area)
    fields = RowList(tuple(printed_label(grid.text(header, column)) for column in columns), ())
    places = tuple(workbook.ref(sheet, header, column) for column in columns)
    _no_name_twice(address, fields, places)
    naming = _naming(address, fields, places[0], label)
    rows: list[Row] = []
    problems: list[Problem] = []
    for row in _below(grid, header, area, columns):
        entries = tuple(
            _entry(workbook, address, grid, (row, column), _label(field).unit)
            for column, field in zip(columns, fields.fields, strict=True)
        )
        name = printed_label(grid.text(row, columns[naming]))
        place = entries[naming].cell
        if called and not name and entries[naming].fault is None:
            told = {"field": fields.fields[naming], "where": place}
            problems.append(messages.ROW_WITHOUT_LABEL.at(address.span, place, **told))
        rows.append(Row(name, place, entries))
    if not rows:
        problems.append(messages.NO_ROWS.at(address.span, places[0], address=address))
    if len(rows) > ROWS:
        problems = [messages.TABLE_TOO_BIG.at(address.span, address=address, count=len(rows), limit=ROWS)]
    if problems:
        raise Faulty(problems)
    return replace(fields, rows=tuple(rows))


def _label(text: str) -> Label:
    """Return a header's name and what stands in parentheses at its end, which is the unit of its numbers."""
    found = _WITH_UNIT.fullmatch(text)
    return Label(found["name"].strip(), found["unit"].strip()) if found else Label(text)


def _header(workbook: Workbook, address: Address, grid: Grid, area: Area) -> tuple[int, tuple[int, ...]]:
    """Return the header's row and its columns: the first row with several texts, a title alone above it passed over.

    In a list of one field it is the first row of all.
    """
    occupied = grid.occupied(area)
    if not occupied:
        raise Faulty([messages.EMPTY_RANGE.at(address.span, address=address)])
    widest = max(len(grid.columns(row, area)) for row in occupied)
    header = next(row for row in occupied if len(grid.columns(row, area)) > 1 or widest == 1)
    columns = tuple(column for column in grid.columns(header, area) if grid.text(header, column))
    texts = all((cell := grid.cell(header, column)) and cell.kind is CellKind.TEXT for column in columns)
    if not texts:
        raise Faulty(
            [messages.NO_HEADER.at(address.span, workbook.ref(grid.sheet, header, columns[0]), address=address)]
        )
    return header, columns


def _no_name_twice(address: Address, fields: RowList, places: tuple[CellRef, ...]) -> None:
    first: dict[str, CellRef] = {}
    for field, place in zip(fields.fields, places, strict=True):
        form = folded(field)
        if form in first:
            told = {"address": address, "label": field, "first": first[form], "second": place}
            raise Faulty([messages.FIELD_TWICE.at(address.span, place, **told)])
        first[form] = place


def _naming(address: Address, fields: RowList, first: CellRef, label: str | None) -> int:
    """Return the field whose texts are the rows' labels; one that only counts them is not."""
    if label is None:
        return next((index for index, field in enumerate(fields.fields) if folded(field) not in RUNNING), 0)
    found = fields.field(label)
    if found is None:
        near_zh, near_en = near_hint(list(fields.fields), label)
        told = {"address": address, "name": label, "near_zh": near_zh, "near_en": near_en}
        raise Faulty([messages.NO_FIELD.at(address.span, first, **told)])
    return found


def _below(grid: Grid, header: int, area: Area, columns: tuple[int, ...]) -> Iterator[int]:
    """Yield the rows of a list: those below its header, up to the first blank one or the first note."""
    row = header + 1
    while row <= area.bottom and any(_holds(grid, row, column) for column in columns):
        if is_annotation(grid, row):
            return
        yield row
        row += 1


def _holds(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell is not blank; one whose formula was never calculated is not."""
    cell = grid.cell(row, column)
    return cell is not None and (bool(cell.text) or cell.kind is CellKind.UNCACHED)


def _entry(workbook: Workbook, address: Address, grid: Grid, place: tuple[int, int], unit: str) -> Entry:
    cell, ref = grid.cell(*place), workbook.ref(grid.sheet, *grid.origin(*place))
    if cell is None:
        return Entry("", "", ref, "")
    match cell.kind:
        case CellKind.TEXT:
            text = printed_label(cell.text)
            return Entry(text, text, ref, cell.text, cell.format)
        case CellKind.LOGICAL:
            said = "是" if cell.text in ("1", "true", "TRUE") else "否"
            return Entry(said, said, ref, cell.text, cell.format)
        case CellKind.DATE:
            day = datetime.fromisoformat(cell.text).date()
            shown = f"{day.year} 年 {day.month} 月 {day.day} 日"
            return Entry(shown, day.isoformat(), ref, cell.text, cell.format)
        case _:
            value = value_of(cell, ref, unit, address.span)
            if value.fault is not None:
                return Entry("", "", ref, cell.text, cell.format, fault=value.fault)
            return Entry(cell.text, cell.text, ref, cell.text, cell.format, value)
