"""Which of a table's labels are items, measures and periods: the one place where a table's orientation is decided.

Rules, in this order:

1. The first column says periods, by itself, with the column beside it, or with the title (`row_periods`): each row is a
   time, the columns are items. Under two header rows the upper one names the item and the lower one the measure.
2. The header says periods: the rows are items. A header that goes on after its period (2024 年占比) is a further
   measure of that period; a header without a period (同比) is a further measure of the current period, or of the latest
   one where the table does not reach the current one.
3. Neither: the rows are items and the columns measures, all of the current period. A single row under several columns
   is such a table lying on its side: its columns are the items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.data.frame import Frame, Grid
from reportgen.data.labels import Label, at_frequency, ends_at_frequency, leading_period, period_of, read_label
from reportgen.data.row_periods import column_periods, part_column, row_periods
from reportgen.periods import Period
from reportgen.values import dataclass

Place = tuple[int, int]
"""Row and column on the sheet."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of values: its place on the sheet, and what it is by the indices of its item and measure and its period.

    `when` is the place of the label that says the period; `unit` is what the labels say of the unit.
    """

    row: int
    column: int
    item: int
    measure: int
    period: Period | None
    when: Place
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Axes:
    """A table's items and measures, each with the place of its label, and its cells of values."""

    items: tuple[tuple[str, Place], ...]
    measures: tuple[tuple[str, Place | None], ...]
    slots: tuple[Slot, ...]
    without_period: tuple[Place, ...] = ()
    """Labels in a column of periods that say none; their rows are left out."""
    dated: bool = True
    """Whether labels say the periods; else the values are of the current one."""


@dataclass(frozen=True, slots=True)
class _Column:
    """What the header says of a column: its labels from above to below, each with its place, and its period."""

    column: int
    labels: tuple[tuple[Label, Place], ...]
    period: Period | None
    when: Place
    unit: str

    @property
    def name(self) -> str:
        """Its labels as one."""
        return "：".join(label.name for label, _ in self.labels)

    @property
    def place(self) -> Place:
        """The place of its lowest label."""
        return self.labels[-1][1] if self.labels else self.when


def axes_of(grid: Grid, frame: Frame, current: Period | None, title: str = "") -> Axes:
    """Return the axes of the table in `frame` under its title.

    `current` is the period of values that have none of their own.
    """
    part = part_column(grid, frame)
    columns = [_column(grid, frame, column) for column in frame.columns if column != part]
    dated = any(column.period is not None for column in columns)
    periods = row_periods(grid, frame, part, "" if dated else title)
    if not periods:
        columns = _with_parts(columns, title)
    if periods and (len(periods) == len(frame.rows) or (len(periods) > 1 and len(periods) * 2 >= len(frame.rows))):
        saying = {row: (row, part if part and grid.text(row, part) else frame.label) for row in frame.rows}
        return _periods_down(grid, frame, columns, periods, saying)
    if any(column.period is not None for column in columns):
        return _periods_across(grid, frame, columns, current)
    if len(frame.rows) == 1 and len(columns) > 1:
        return _on_its_side(grid, frame, columns, current)
    return _without_periods(grid, frame, columns, current)


def _periods_down(
    grid: Grid, frame: Frame, columns: Sequence[_Column], periods: dict[int, Period], saying: dict[int, Place]
) -> Axes:
    """Return the axes of a table whose rows are times; `saying` is the label of each that says which."""
    items: dict[str | int, tuple[str, Place]] = {}
    measures: dict[str, Place | None] = {}
    kinds: list[tuple[_Column, str | int, str]] = []
    for column in columns:
        # Whoever has written a period over a column of a table with a column of periods means it as a name.
        labels = column.labels or ((Label("" if column.period is None else column.period.label), column.when),)
        if len(labels) == 1:
            key: str | int = column.column
            items[key] = (labels[0][0].name, labels[0][1])
            measure = ""
            measures.setdefault(measure, None)
        else:
            key = "：".join(label.name for label, _ in labels[:-1])
            items.setdefault(key, (key, labels[0][1]))
            measure = labels[-1][0].name
            measures.setdefault(measure, labels[-1][1])
        kinds.append((column, key, measure))
    keys, names = list(items), list(measures)
    slots: list[Slot] = []
    for c, key, measure in kinds:
        item, kind, frequency = keys.index(key), names.index(measure), frame.frequencies.get(c.column, "")
        for row, period in periods.items():
            if ends_at_frequency(period, frequency):
                slots.append(Slot(row, c.column, item, kind, at_frequency(period, frequency), saying[row], c.unit))
            elif (row, c.column) in grid.sheet.cells:
                slots.append(Slot(row, c.column, item, kind, period, saying[row], c.unit))
    skipped = tuple(saying[row] for row in frame.rows if row not in periods)
    return Axes(tuple(items.values()), tuple(measures.items()), tuple(slots), skipped)


def _periods_across(grid: Grid, frame: Frame, columns: Sequence[_Column], current: Period | None) -> Axes:
    known = [column.period for column in columns if column.period is not None]
    default = current if current in known else max(known)
    measures: dict[str, Place | None] = {}
    for column in sorted(columns, key=lambda c: bool(c.labels)):
        measures.setdefault(column.name, column.place if column.labels else None)
    names = list(measures)
    units = _row_units(grid, frame)
    slots = [
        Slot(
            row,
            column.column,
            index,
            names.index(column.name),
            default if column.period is None else column.period,
            column.when,
            units[row] or column.unit,
        )
        for index, row in enumerate(frame.rows)
        for column in columns
    ]
    return Axes(_row_items(grid, frame), tuple(measures.items()), tuple(slots))


def _without_periods(grid: Grid, frame: Frame, columns: Sequence[_Column], current: Period | None) -> Axes:
    units = _row_units(grid, frame)
    slots = [
        Slot(row, column.column, index, measure, current, column.place, units[row] or column.unit)
        for index, row in enumerate(frame.rows)
        for measure, column in enumerate(columns)
    ]
    measures = tuple((column.name, column.place) for column in columns)
    return Axes(_row_items(grid, frame), measures, tuple(slots), dated=False)


def _on_its_side(grid: Grid, frame: Frame, columns: Sequence[_Column], current: Period | None) -> Axes:
    row = frame.rows[0]
    label = read_label(grid.text(row, frame.label))
    items = tuple((column.name, column.place) for column in columns)
    slots = [
        Slot(row, column.column, index, 0, current, column.place, column.unit or label.unit)
        for index, column in enumerate(columns)
    ]
    return Axes(items, ((label.name, (row, frame.label)),), tuple(slots), dated=False)


def _row_items(grid: Grid, frame: Frame) -> tuple[tuple[str, Place], ...]:
    return tuple((read_label(grid.text(row, frame.label)).name, (row, frame.label)) for row in frame.rows)


def _row_units(grid: Grid, frame: Frame) -> dict[int, str]:
    """Return the unit that each row names, in a column of units or in its label."""
    column = frame.unit_column
    named = {row: "" if column is None else grid.text(row, column) for row in frame.rows}
    return {row: unit or read_label(grid.text(row, frame.label)).unit for row, unit in named.items()}


def _period_at(grid: Grid, row: int, column: int) -> Period | None:
    cell = grid.cell(row, column)
    return None if cell is None else period_of(cell)


def _column(grid: Grid, frame: Frame, column: int) -> _Column:
    """Return what the header rows say of a column, each merge once."""
    labels: list[tuple[Label, Place]] = []
    period: Period | None = None
    when = (frame.headers[-1], column)
    for place in dict.fromkeys(grid.origin(*_spoken(grid, frame, row, column)) for row in frame.headers):
        text = grid.text(*place)
        said = _period_at(grid, *place)
        if said is None and (leading := leading_period(read_label(text).name)) is not None:
            said = leading[0]
            labels.append((Label(leading[1], read_label(text).unit), place))
        elif said is None and text:
            labels.append((read_label(text), place))
        if said is not None:
            period, when = said, place
    unit = frame.units.get(column, "") or next((label.unit for label, _ in reversed(labels) if label.unit), "")
    return _Column(column, tuple(labels), period, when, unit)


def _with_parts(columns: Sequence[_Column], title: str) -> list[_Column]:
    """Return the columns with the periods that their labels say a part of, below 2024 年 or under the title's year."""
    years = {column.column: column.period for column in columns}
    firsts = {column.column: column.labels[0][0].name if column.labels else "" for column in columns}
    periods = column_periods(years, firsts, title)
    return [
        replace(column, labels=column.labels[1:], period=periods[column.column], when=column.labels[0][1])
        if column.column in periods
        else column
        for column in columns
    ]


def _spoken(grid: Grid, frame: Frame, row: int, column: int) -> Place:
    """Return the place whose label counts for a column in a header row.

    A label of an upper row that was centred over its columns without a merge stands to the left of the blanks.
    """
    if row == frame.headers[-1] or grid.text(row, column):
        return row, column
    left = column
    while left - 1 > frame.label and not grid.text(row, left):
        left -= 1
    return (row, left) if grid.text(row, left) else (row, column)
