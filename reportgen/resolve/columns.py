"""The columns of a table of one period, a measure each, and the row of the data's total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.data.clean import folded
from reportgen.data.select import find_measure
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.periods import Period
from reportgen.prose.quantity import Quantity, absent, share, total
from reportgen.prose.selection import (
    Computed,
    Selection,
    at_measure,
    grid,
    label_of,
    total_of,
    values_at,
)
from reportgen.resolve.messages import MEASURES_OVER_TIME, NO_TOTAL
from reportgen.resolve.picking import located
from reportgen.resolve.viewing import View, sound
from reportgen.spec.blocks import TableBlock
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A measure of the data: what heads it, what it selects, and how many digits it prints where its author says so."""

    head: str
    selection: Selection
    digits: int | None = None


def columns_of(shown: View, part: TableBlock) -> tuple[Column, ...]:
    """Return the columns that a table asks for, else the measures of its data; none where periods make the columns.

    Raises Faulty with every measure that the data have not.
    """
    chosen, span = shown.selection, part.at("measures")
    if part.measures is None:
        names = [measure.name for measure in chosen.table.measures]
        if len(names) < 2 or len(shown.periods) > 1 or chosen.measured:
            return ()
        return tuple(Column(name, replace(chosen, measure=index)) for index, name in enumerate(names))
    if len(shown.periods) > 1:
        raise Faulty([MEASURES_OVER_TIME.at(span)])
    problems: list[Problem] = []
    found: list[Column] = []
    for name, digits in part.columns:
        try:
            with located(span):
                found.append(Column(name, _measure(chosen, name), digits))
        except Faulty as faulty:
            problems += faulty.problems
    if problems:
        raise Faulty(problems)
    return tuple(found)


def _measure(chosen: Selection, name: str) -> Selection:
    """Return a measure by its name; the only measure of a table that names none goes by the name of its data."""
    only = len(chosen.table.measures) == 1 and not chosen.table.measures[0].name
    return chosen if only and folded(name) == folded(chosen.name) else at_measure(chosen, name)


def over_columns(shown: View, columns: Sequence[Column], span: Span) -> View:
    """Return a view of one period with a quantity for each column in its rows. Raises Faulty for unreadable cells."""
    if not columns:
        return shown
    values = [[row[0] for row in grid(replace(one.selection, at=_at(shown)))] for one in columns]
    rows = tuple(zip(*values, strict=True))
    return sound(replace(shown, rows=rows, measures=tuple(one.head for one in columns)), span)


def with_total(shown: View, columns: Sequence[Column], part: TableBlock) -> View:
    """Return the view with the row of its data's total, first or last. Raises Faulty where the data name none."""
    if part.total is None:
        return shown
    whole = shown.selection.total
    if whole is None:
        raise Faulty([NO_TOTAL.at(part.at("total"), name=shown.selection.name)])
    if columns:
        row = tuple(_of_column(shown, one, whole) for one in columns)
    else:
        row = tuple(total_of(shown.selection, whole, period) for period in shown.periods)
    label = label_of(whole, whole.items[0]) if len(whole.items) == 1 else whole.path
    rows, labels = (row, *shown.rows), (label, *shown.labels)
    if part.total == "last":
        rows, labels = (*shown.rows, row), (*shown.labels, label)
    return sound(replace(shown, rows=rows, labels=labels), part.table.span)


def _of_column(shown: View, column: Column, whole: Selection) -> Quantity:
    """Return what the total has in a column; a gap where it does not know the measure."""
    one, period = column.selection, shown.periods[0]
    if one.computed is Computed.SHARE:
        own = total_of(shown.selection, whole, period)
        return share(own, own)
    if one.computed is not None:
        return _sum(replace(whole, computed=one.computed), period)
    if one.measure == shown.selection.measure:
        return total_of(shown.selection, whole, period)
    if find_measure(whole.table, column.head) is None:
        return absent(f"{whole.path}.{column.head}", column.head, (), whole.path, period)
    return _sum(at_measure(whole, column.head), period)


def _sum(whole: Selection, period: Period | None) -> Quantity:
    parts = values_at(whole, period)
    return parts[0] if len(parts) == 1 else total(parts, whole.path)


def _at(shown: View) -> tuple[Period, ...] | None:
    return tuple(period for period in shown.periods if period is not None) or None
