"""A table at an address → `DataTable`.

An address names a sheet, a range of one, an Excel table or a defined name. A range or a name that covers values without
their header or labels takes both from the table around it. Where the table lies is `frame`'s business, which of its
labels are items, measures and periods is `axes`'. A broken cell is a fault of its value and no obstacle to the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from reportgen.data import messages
from reportgen.data.address import Address
from reportgen.data.axes import Axes, Slot, axes_of
from reportgen.data.clean import folded
from reportgen.data.frame import Frame, Grid, Surroundings, block_around, find_frame, surroundings
from reportgen.data.labels import period_of, read_corner, read_title
from reportgen.data.row_periods import like_times
from reportgen.data.select import find_label, near_hint
from reportgen.data.sheet import LAST_COLUMN, LAST_ROW, Area, CellKind, Sheet, Workbook, parse_area
from reportgen.data.table import DataTable, Gap, Item, Measure, Value
from reportgen.data.values import PERCENT, kept_as_text, value_of
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import CellRef, Span
from reportgen.periods import Period
from reportgen.values import dataclass

CELLS = 1_000_000
"""Cells that one table may have."""

_Key: TypeAlias = tuple[int, int, int]
"""An item, a measure and a period, by their indices."""

_WHOLE = Area(1, 1, LAST_ROW, LAST_COLUMN)
_RATES = re.compile(r"比重|占比|同比|环比|增长|增速|增幅|比例|率$|速度$")


@dataclass(frozen=True, slots=True)
class _Sought:
    """The address that a table was asked for by, and the sheet that it was found on."""

    workbook: Workbook
    address: Address
    grid: Grid

    @property
    def span(self) -> Span:
        """Where the address stands in the spec."""
        return self.address.span

    def cell(self, place: tuple[int, int]) -> CellRef:
        """Return the reference to the cell at a place."""
        return self.workbook.ref(self.grid.sheet, *place)

    def label(self, place: tuple[int, int]) -> CellRef:
        """Return the reference to the label that counts at a place, merges looked through."""
        return self.cell(self.grid.origin(*place))


def read_table(workbook: Workbook, address: Address, *, name: str, current: Period | None) -> DataTable:
    """Return the table at `address` under `name`; `current` is the period of values that have none of their own.

    Raises Faulty, located in the spec and in the workbook, where there is no such place or no table at it. Broken
    cells and values that stand twice for one period are no reason to raise: they are faults of their values.
    """
    grid, frame = _located(workbook, address)
    sought = _Sought(workbook, address, grid)
    first = sought.label((frame.headers[0], frame.label))
    if not frame.rows or not frame.columns:
        raise Faulty([messages.NO_VALUES.at(address.span, first, address=address)])
    if (count := len(frame.rows) * len(frame.columns)) > CELLS:
        raise Faulty([messages.TABLE_TOO_BIG.at(address.span, address=address, count=count, limit=CELLS)])
    said = surroundings(grid, frame, frame.rows[-1])
    axes = axes_of(grid, frame, current, said.title)
    corner = read_corner(grid.text(frame.headers[-1], frame.label) or grid.text(frame.headers[0], frame.label))
    around = _with_unit(said, corner.unit)
    periods = sorted({slot.period for slot in axes.slots if slot.period is not None})
    values = _values(sought, axes, periods, around.unit)
    return DataTable(
        name,
        tuple(Item(label, sought.label(place)) for label, place in axes.items),
        tuple(
            Measure(label, _common_unit(values, index, around.unit), sought.label(place) if place else None)
            for index, (label, place) in enumerate(axes.measures)
        ),
        tuple(periods),
        values,
        title=around.title,
        unit=around.unit,
        sources=around.sources or frame.sources,
        notes=around.notes,
        first_cell=first,
        corner=corner.name,
        warnings=(*_warnings(sought, axes, around), *(_times_unread(sought, axes) if current is not None else ())),
        period_cells=_period_cells(sought, axes) if axes.dated else {},
    )


def _with_unit(around: Surroundings, corner: str) -> Surroundings:
    """Return `around` with the unit that the title ends in, else the corner's, where no row gives one (单位：件)."""
    if around.unit:
        return around
    title = read_title(around.title)
    return replace(around, title=title.name, unit=title.unit or corner)


def _period_cells(sought: _Sought, axes: Axes) -> Mapping[Period, CellRef]:
    """Return the label of each period: one that says it, before one that only stands over its values (同比)."""
    places = dict.fromkeys((slot.period, slot.when) for slot in axes.slots if slot.period is not None)
    cells: dict[Period, CellRef] = {}
    for saying in (True, False):
        for period, place in places:
            cell = sought.grid.cell(*place)
            if (cell is not None and period_of(cell) == period) is saying:
                cells.setdefault(period, sought.label(place))
    return cells


def _located(workbook: Workbook, address: Address) -> tuple[Grid, Frame]:
    """Return the sheet and the place on it that an address means."""
    sheet, area, whole = place_of(workbook, address)
    grid = Grid(sheet)
    if not grid.occupied(area):
        raise Faulty([messages.EMPTY_RANGE.at(address.span, address=address)])
    frame = find_frame(grid, area)
    if frame is None and not whole:
        frame = find_frame(grid, block_around(grid, area))
        frame = frame.within(area) if frame is not None else None
    if frame is None:
        row = grid.occupied(area)[0]
        first = workbook.ref(sheet, row, grid.columns(row, area)[0])
        raise Faulty([messages.NO_HEADER.at(address.span, first, address=address)])
    return grid, frame


def place_of(workbook: Workbook, address: Address) -> tuple[Sheet, Area, bool]:
    """Return the sheet that an address means, the area of it, and whether that is all of it; raise Faulty if none."""
    sheets = [s.name for s in workbook.sheets]
    tables = [t.name for t in workbook.tables] if address.area is None else []
    names = [n.name for n in workbook.names] if address.area is None else []
    if (index := find_label(sheets, address.name)) is not None:
        return workbook.sheets[index], address.area or _WHOLE, address.area is None
    if (index := find_label(tables, address.name)) is not None:
        table = workbook.tables[index]
        on = next(s for s in workbook.sheets if s.name == table.sheet)
        return on, replace(table.area, bottom=table.area.bottom - table.totals), False
    if (index := find_label(names, address.name)) is not None:
        given = workbook.names[index]
        place = _refers_to(workbook, given.refers_to)
        if place is None:
            raise Faulty([messages.NOT_A_RANGE.at(address.span, name=given.name, refers_to=given.refers_to)])
        return (*place, False)
    near_zh, near_en = near_hint(list(dict.fromkeys(sheets + tables + names)), address.name)
    fields: dict[str, object] = {"workbook": address.workbook, "name": address.name}
    raise Faulty([messages.NO_SUCH_PLACE.at(address.span, None, **fields, near_zh=near_zh, near_en=near_en)])


def _refers_to(workbook: Workbook, text: str) -> tuple[Sheet, Area] | None:
    """Return the sheet and area that a defined name stands for: 图1!$B$4:$B$7, '图 1'!$B$4."""
    sheet_name, _, corner = text.removeprefix("=").rpartition("!")
    if sheet_name.startswith("'") and sheet_name.endswith("'"):
        sheet_name = sheet_name[1:-1].replace("''", "'")
    sheet, area = workbook.sheet(sheet_name), parse_area(corner)
    return (sheet, area) if sheet is not None and area is not None else None


def _values(sought: _Sought, axes: Axes, periods: Sequence[Period], unit: str) -> dict[_Key, Value]:
    """Return the values by (item, measure, period).

    Where several cells stand for one (two rows of a month, each with a part of the columns), blanks give way.
    """
    order = {period: index for index, period in enumerate(periods)}
    values: dict[_Key, Value] = {}
    firsts: dict[_Key, Slot] = {}
    for slot in axes.slots:
        key = (slot.item, slot.measure, 0 if slot.period is None else order[slot.period])
        place = (slot.row, slot.column)
        own_unit = slot.unit or _unit_for(axes, slot, unit)
        value = value_of(sought.grid.sheet.cells.get(place), sought.cell(place), own_unit, sought.span)
        before = values.get(key)
        if before is None or before.gap is Gap.BLANK:
            values[key], firsts[key] = value, slot
        elif value.gap is not Gap.BLANK and value.number != before.number:
            values[key] = replace(before, number=None, gap=None, fault=_twice(sought, firsts[key], slot))
    typed = {key for key, slot in firsts.items() if kept_as_text(sought.grid.sheet.cells.get((slot.row, slot.column)))}
    return _grouped_alike(values, typed)


def _grouped_alike(values: dict[_Key, Value], typed: set[_Key]) -> dict[_Key, Value]:
    """Return `values` with those kept as text grouped as the numbers of their item, or else of their measure, are.

    One comma that somebody typed says nothing of how a column is to be printed.
    """
    if not typed:
        return values
    of_items: dict[tuple[int, int], list[bool]] = {}
    of_measures: dict[int, list[bool]] = {}
    for key, value in values.items():
        if key not in typed and value.number is not None:
            of_items.setdefault(key[:2], []).append(value.grouped)
            of_measures.setdefault(key[1], []).append(value.grouped)
    beside = {key: of_items.get(key[:2]) or of_measures.get(key[1]) for key in typed}
    alike = {key: replace(values[key], grouped=sum(found) * 2 > len(found)) for key, found in beside.items() if found}
    return {key: alike.get(key, value) for key, value in values.items()}


def _twice(sought: _Sought, before: Slot, slot: Slot) -> Problem:
    """Return the problem of two cells for one period, by their labels, or by themselves under one label."""
    one_label = before.when == slot.when
    first = sought.cell((before.row, before.column)) if one_label else sought.label(before.when)
    second = sought.cell((slot.row, slot.column)) if one_label else sought.label(slot.when)
    period = "" if slot.period is None else slot.period.label
    return messages.SAME_PERIOD.at(
        sought.span, second, address=sought.address, period=period, first=first, second=second
    )


def _warnings(sought: _Sought, axes: Axes, around: Surroundings) -> Iterator[Problem]:
    """Yield what is odd about a table that can be read all the same."""
    address, grid = sought.address, sought.grid
    named: dict[str, tuple[int, int]] = {}
    for label, place in axes.items:
        before = named.setdefault(folded(label), place)
        if before != place and label:
            first, second = sought.label(before), sought.label(place)
            yield messages.SAME_ITEM.at(sought.span, second, address=address, label=label, first=first, second=second)
    for place in axes.without_period:
        at = sought.label(place)
        text = grid.text(*place)
        what, what_en = (f"的“{text}”不是", f"holds “{text}”") if text else ("是空的", "is blank")
        yield messages.ROW_WITHOUT_PERIOD.at(sought.span, at, address=address, where=at, what=what, what_en=what_en)
    if around.more is not None and address.area is None:
        at = sought.cell(around.more)
        yield messages.MORE_BELOW.at(sought.span, at, sheet=grid.sheet.name, where=at)
    places = [(slot.row, slot.column) for slot in axes.slots]
    if address.area is None and (beside := _beside(grid.sheet, places)) is not None:
        at = sought.cell(beside)
        yield messages.MORE_BESIDE.at(sought.span, at, sheet=grid.sheet.name, where=at)
    if typed := [place for place in places if kept_as_text(grid.sheet.cells.get(place))]:
        at = sought.cell(min(typed))
        yield messages.TEXT_NUMBERS.at(sought.span, at, address=address, count=len(typed), where=at)


def _times_unread(sought: _Sought, axes: Axes) -> Iterator[Problem]:
    """Yield the warning that a table of a workbook with a current period has times for labels that are no periods."""
    labels = [label for label, _ in axes.items]
    unread = [] if axes.dated else like_times(labels)
    if len(unread) > 1 and len(unread) * 2 >= len(labels):
        at = sought.label(dict(axes.items)[unread[-1]])
        yield messages.TIMES_UNREAD.at(sought.span, at, address=sought.address, label=unread[-1])


def _beside(sheet: Sheet, places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the first number to the right of a table, in one of its rows: it belongs to another table."""
    rows, right = {row for row, _ in places}, max(column for _, column in places)
    numbers = (place for place, cell in sheet.cells.items() if cell.kind is CellKind.NUMBER)
    return min((place for place in numbers if place[0] in rows and place[1] > right), default=None)


def _unit_for(axes: Axes, slot: Slot, unit: str) -> str:
    """Return the unit of a value under the table's unit; where that names several (亿元、%), rates have the %."""
    units = [part for part in re.split(r"[、，,/；;]", unit) if part.strip()]
    if len(units) < 2 or PERCENT not in units:
        return unit
    labels = (axes.items[slot.item][0], axes.measures[slot.measure][0])
    if any(_RATES.search(label) for label in labels):
        return PERCENT
    return next(part for part in units if part != PERCENT).strip()


def _common_unit(values: Mapping[_Key, Value], measure: int, unit: str) -> str:
    """Return the unit that all numbers of a measure have; the table's where they differ or there are none."""
    units = {value.unit for key, value in values.items() if key[1] == measure and value.number is not None}
    return units.pop() if len(units) == 1 else unit
