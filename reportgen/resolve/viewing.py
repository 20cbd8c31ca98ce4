"""What a figure or table shows: a part of the data by item and period, in one unit, with the problems of its cells.

Charts and tables both build on it. Which periods are shown follows one rule: those that the spec asks for (`last`), all
up to the current one where time is what is shown, else the current one alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportgen.conventions.sayings import Conventions
from reportgen.data.table import Gap
from reportgen.errors import Faulty
from reportgen.model.audit import RecordKind
from reportgen.model.inline import Inlines, Text
from reportgen.origins import BlockId, SourceText, Span
from reportgen.periods import Period
from reportgen.prose import evaluate
from reportgen.prose.quantity import Quantity
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection, grid, label_of, label_use, last, since
from reportgen.resolve.conversion import converted, convertible, fitting_decimals, taken_apart
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.messages import GAP_UNEXPLAINED, UNIT_MISMATCH, UNIT_UNKNOWN, UNITS_MIXED
from reportgen.resolve.picking import picked
from reportgen.resolve.words import line
from reportgen.spec.blocks import ChartBlock, TableBlock
from reportgen.values import dataclass

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class View:
    """Rows of quantities, one an item, each with one quantity a period, and the selection they come from.

    Where `measures` are named, a row has one quantity for each of them instead, all of one period.
    """

    selection: Selection
    labels: tuple[str, ...]
    periods: tuple[Period | None, ...]
    rows: tuple[tuple[Quantity, ...], ...]
    measures: tuple[str, ...] = ()

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """All quantities, row by row."""
        return tuple(quantity for row in self.rows for quantity in row)

    @property
    def period_labels(self) -> tuple[str, ...]:
        """The periods as printed."""
        return tuple(period.label if period else "" for period in self.periods)


def view(
    expression: SourceText,
    items: Sequence[SourceText] | None,
    scope: Scope,
    *,
    last_periods: int | None = None,
    over_time: bool = False,
) -> View:
    """Return what `expression` selects, narrowed. Raises Faulty with what is wrong, unreadable cells included."""
    selected = evaluate.selection(expression, scope)
    if items is not None:
        selected = picked(selected, items)
    if selected.at is None:
        selected = _in_time(selected, last_periods, over_time=over_time)
    labels = tuple(label_of(selected, item) for item in selected.items)
    return sound(View(selected, labels, selected.periods, grid(selected)), expression.span)


def sound(shown: View, span: Span) -> View:
    """Return the view. Raises Faulty with what is wrong with its cells; those that are empty are not."""
    broken = [q.problem for q in shown.quantities if q.problem is not None and q.gap is None]
    if broken:
        raise Faulty(replace(p, span=p.span or span) for p in broken)
    return shown


def _in_time(selected: Selection, last_periods: int | None, *, over_time: bool) -> Selection:
    """Return the selection over the periods to show; periods before the table's first are not shown.

    Of a table with years above its quarters, those of the current period's length count.
    """
    current = selected.own_current
    if current is None or not (over_time or last_periods):
        return selected
    first = next((period for period in selected.table.periods if period.grain is current.grain), None)
    if first is None:
        return selected
    if last_periods is None:
        return since(selected, first)
    return last(selected, max(1, min(last_periods, current.ordinal - first.ordinal + 1)))


def in_unit(shown: View, unit: str | None, scope: Scope, span: Span) -> View:
    """Return `shown` said in `unit` (as it is, where None). Raises Faulty where the units do not convert."""
    if unit is None:
        return shown
    wrong = next((q for q in shown.quantities if q.exact is not None and not convertible(q.unit, unit)), None)
    if wrong is not None:
        cell = wrong.cells[0].ref if wrong.cells else None
        if not wrong.unit:
            raise Faulty([UNIT_UNKNOWN.at(span, cell, target=unit, base=taken_apart(unit).base)])
        raise Faulty([UNIT_MISMATCH.at(span, cell, source=wrong.unit, target=unit)])
    source = next((q.unit for q in shown.quantities if q.exact is not None), unit)
    decimals = scope.house.get(unit, fitting_decimals(shown.quantities, source, unit))
    rows = tuple(tuple(converted(q, unit, decimals) for q in row) for row in shown.rows)
    return replace(shown, rows=rows)


def one_unit(shown: Iterable[Quantity], span: Span) -> str:
    """Return the unit that all quantities share. Raises Faulty where they do not share one."""
    units = list(dict.fromkeys(q.unit for q in shown if q.exact is not None))
    if len(units) > 1:
        raise Faulty([UNITS_MIXED.at(span, units=tuple(units))])
    return units[0] if units else ""


def note_decision(shown: View, block: BlockId, span: Span, ledger: Ledger) -> None:
    """Record the order that data gave to the items shown, and note the cells of their labels."""
    chosen = shown.selection
    ledger.label(block, (use for item in chosen.items for use in label_use(chosen.table.items[item])))
    if chosen.decision:
        order = "、".join(shown.labels)
        ledger.record(RecordKind.DECISION, order, chosen.decision, chosen.deciding, block, span)


def notes(
    part: ChartBlock | TableBlock,
    views: Sequence[View],
    conventions: Conventions,
    scope: Scope,
    block: BlockId,
    ledger: Ledger,
) -> tuple[Inlines, ...]:
    """Return the lines below a figure or table: the sheet's notes and sources (`auto`), or the author's own words."""
    if part.note is None:
        missing = next((q for shown in views for q in shown.quantities if q.gap is not None), None)
        if missing is not None and isinstance(part, ChartBlock):
            # Of a rate whose base is not there the problem is the base's: the cell that is filled is not to blame.
            lacking = missing.problem
            why = {"why": lacking.zh, "why_en": lacking.en} if lacking else {"why": "", "why_en": ""}
            cell = lacking.cell if lacking else None
            ledger.note([GAP_UNEXPLAINED.at(part.span, cell, what=missing.derivation, **why)])
        return ()
    if part.note.text.strip() != AUTO:
        said = line(part.note, scope, block, ledger)
        return ((Text(conventions.note), *said),) if said else ()
    tables = [shown.selection.table for shown in views]
    remarks = dict.fromkeys(f"{conventions.note}{note}" for table in tables for note in table.notes)
    sources = dict.fromkeys(f"{conventions.data_source}{source}" for table in tables for source in table.sources)
    # A note of several lines says its word (注：) once.
    return tuple((Text(words),) for said in (*remarks, *sources) for words in said.split("\n") if words.strip())


def missing_reason(quantity: Quantity) -> str:
    """Return in words why a value is not there."""
    match quantity.gap:
        case Gap.BLANK:
            return "空格"
        case Gap.PLACEHOLDER:
            return "未公布"
        case Gap.ABSENT:
            return "表中没有这一期"
        case _:
            return ""
