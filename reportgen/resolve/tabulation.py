"""A table of the spec → `Table`: header, rows, alignment, the unit line, notes.

Time runs down the rows, items across the columns; without time, items run down and the measures across. Numbers in the
table's own unit stand bare under its unit line; others keep their unit (19.13%).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from reportgen.conventions.sayings import Conventions
from reportgen.model.audit import RecordKind
from reportgen.model.block import Align, Caption, Cell, Table
from reportgen.model.inline import Inlines, Number, Text
from reportgen.origins import BlockId
from reportgen.periods import Grain
from reportgen.prose.numbers import bare, printed
from reportgen.prose.quantity import PERCENT, Quantity
from reportgen.prose.scope import Scope
from reportgen.prose.selection import measure_of
from reportgen.resolve.columns import columns_of, left_out, over_columns, with_total
from reportgen.resolve.highlights import highlighted
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.viewing import View, in_unit, note_decision, notes, view
from reportgen.roles import Role
from reportgen.spec.blocks import TableBlock

TIME_HEADS = {Grain.YEAR: "年份", Grain.HALF: "时间", Grain.QUARTER: "季度", Grain.MONTH: "月份"}
ITEM_HEAD = "项目"
TIME_CORNERS = frozenset({*TIME_HEADS.values(), "年", "年度", "月", "季", "期间", "时期", "日期"})
"""Corners of sheets on which time runs down."""


def table(
    part: TableBlock,
    block: BlockId,
    caption: Caption | None,
    scope: Scope,
    conventions: Conventions,
    ledger: Ledger,
) -> Table:
    """Return the table. Raises Faulty with all that keeps it from being made."""
    shown = view(part.table, part.items, scope, last_periods=part.last, over_time=part.measures is None)
    columns = columns_of(shown, part)
    ledger.note(left_out(shown, part))
    shown = with_total(over_columns(shown, columns, part.table.span), columns, part)
    shown = in_unit(shown, part.unit, scope, part.at("unit"))
    note_decision(shown, block, part.span, ledger)
    several = len(shown.periods) > 1
    over_time = several and part.rows == "periods"
    across = shown.labels if over_time else shown.period_labels if several else _value_heads(shown)
    heads = (_corner(shown, over_time=over_time), *across)
    row_heads = shown.period_labels if over_time else shown.labels
    rows = tuple(zip(*shown.rows, strict=True)) if over_time else shown.rows
    unit = part.unit or _common_unit(shown.quantities)
    gap = part.missing if part.missing is not None else conventions.missing

    digits = tuple(column.digits for column in columns) * (len(across) // len(columns) if columns else 0)

    def number(quantity: Quantity, places: int | None = None) -> Inlines:
        if quantity.exact is None:
            return (Text(gap),)
        house = scope.house if places is None else {**scope.house, quantity.unit: places}
        said = bare(quantity, house) if quantity.unit == unit else printed(quantity, house)
        record = ledger.record(RecordKind.NUMBER, said, quantity.derivation, quantity.cells, block, part.span)
        return (Number(said, record),)

    body = tuple(
        (Cell((Text(head),), header=True), *(Cell(number(*pair)) for pair in zip_longest(row, digits)))
        for head, row in zip(row_heads, rows, strict=True)
    )
    brought, forward = highlighted(part, heads, row_heads, shown, scope, block, ledger)
    return Table(
        block,
        Role.TABLE_NUMBER,
        part.span,
        (tuple(Cell((Text(head),), header=True) for head in heads),),
        body,
        (Align.CENTER if over_time else Align.LEFT, *(Align.RIGHT for _ in heads[1:])),
        caption,
        conventions.unit.format(unit=unit) if unit else "",
        notes(part, (shown,), conventions, scope, block, ledger),
        brought,
        part.wide,
        forward,
    )


def _corner(shown: View, *, over_time: bool) -> str:
    """Return what heads the first column: the sheet's own corner, where it is of what runs down here."""
    corner, first = shown.selection.table.corner, shown.periods[0]
    if corner and (corner in TIME_CORNERS) is over_time:
        return corner
    return TIME_HEADS[first.grain] if over_time and first else ITEM_HEAD


def _value_heads(shown: View) -> tuple[str, ...]:
    if shown.measures:
        return shown.measures
    measure = measure_of(shown.selection)
    if shown.periods[0] is not None and (measure is None or not measure.name):
        return shown.period_labels
    return (measure.name if measure and measure.name else shown.selection.name,)


def _common_unit(shown: Sequence[Quantity]) -> str:
    """Return the unit that most of the numbers have; percentages among other units keep their sign instead."""
    counted = Counter(q.unit for q in shown if q.exact is not None and q.unit)
    if len(counted) > 1:
        counted.pop(PERCENT, None)
    return counted.most_common(1)[0][0] if counted else ""
