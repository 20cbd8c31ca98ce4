"""The columns of a table, a measure each, and the row (or columns) of the data's total.

Over several periods, which run down then, each item has a column for each of its measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from reportgen.resolve.messages import MEASURES_LEFT_OUT, MEASURES_OVER_TIME, NO_ROW_OF_TOTALS
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
    """Return the columns that a table asks for, else, of one period, the measures of its data.

    Raises Faulty with every measure that the data have not.
    """
    chosen, span = shown.selection, part.at("measures")
    if part.measures is None:
        names = [measure.name for measure in chosen.table.measures]
        if len(names) < 2 or len(shown.periods) > 1 or chosen.measured:
            return ()
        return tuple(Column(name, replace(chosen, measure=index)) for index, name in enumerate(names))
    if len(shown.periods) > 1 and part.rows == "items":
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


def left_out(shown: View, part: TableBlock) -> Iterator[Problem]:
    """Yield a warning where a table of several periods shows one of several measures, and nobody chose it."""
    chosen = shown.selection
    names = [measure.name for measure in chosen.table.measures]
    if part.measures is None and len(names) > 1 and len(shown.periods) > 1 and not chosen.measured:
        told = {"measures": "、".join(names), "several": ", ".join(names), "first": names[chosen.measure]}
        yield MEASURES_LEFT_OUT.at(part.table.span, None, **told)


def over_columns(shown: View, columns: Sequence[Column], span: Span) -> View:
    """Return a view with a quantity for each column in its rows; of several periods, with a row for each column.

    Raises Faulty for unreadable cells.
    """
    if not columns:
        return shown
    if len(shown.periods) > 1:
        grids = [grid(replace(one.selection, at=_at(shown))) for one in columns]
        named = list(enumerate(shown.labels))
        labels = tuple(_head(shown, label, one) for _, label in named for one in columns)
        return sound(replace(shown, labels=labels, rows=tuple(each[item] for item, _ in named for each in grids)), span)
    values = [[row[0] for row in grid(replace(one.selection, at=_at(shown)))] for one in columns]
    rows = tuple(zip(*values, strict=True))
    return sound(replace(shown, rows=rows, measures=tuple(one.head for one in columns)), span)


def with_total(shown: View, columns: Sequence[Column], part: TableBlock) -> View:
    """Return the view with the row of its data's total, first or last. Raises Faulty where the data name none."""
    if part.total is None:
        return shown
    whole = shown.selection.total
    if whole is None:
        raise Faulty([NO_ROW_OF_TOTALS.at(part.at("total"), name=shown.selection.name)])
    label = label_of(whole, whole.items[0]) if len(whole.items) == 1 else whole.path
    heads: tuple[str, ...] = (label,)
    if columns and len(shown.periods) > 1:
        heads = tuple(f"{label}{one.head}" for one in columns)
        own = tuple(tuple(_of_column(shown, one, whole, period) for period in shown.periods) for one in columns)
    elif columns:
        own = (tuple(_of_column(shown, one, whole, shown.periods[0]) for one in columns),)
    else:
        own = (tuple(total_of(shown.selection, whole, period) for period in shown.periods),)
    rows, labels = (*own, *shown.rows), (*heads, *shown.labels)
    if part.total == "last":
        rows, labels = (*shown.rows, *own), (*shown.labels, *heads)
    return sound(replace(shown, rows=rows, labels=labels), part.table.span)


def _head(shown: View, label: str, column: Column) -> str:
    """Return what heads the column of an item's measure: of the only item, its measure alone."""
    return column.head if len(shown.labels) == 1 else f"{label}{column.head}"


def _of_column(shown: View, column: Column, whole: Selection, period: Period | None) -> Quantity:
    """Return what the total has in a column; a gap where it does not know the measure."""
    one = column.selection
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
