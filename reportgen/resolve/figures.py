"""A chart of the spec → `ChartFigure`: categories, series and points with their records, alt text, notes.

What the chart looks like is layout's and the theme's business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import assert_never

from reportgen.conventions.sayings import Conventions
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.model.audit import RecordKind
from reportgen.model.block import Caption, ChartFigure
from reportgen.model.chart import Axis, Chart, ChartKind, Plot, Point, Series, Side
from reportgen.model.inline import plain
from reportgen.origins import BlockId, SourceText, Span
from reportgen.prose.numbers import ATTACHED, bare, printed
from reportgen.prose.quantity import PERCENT, Quantity, difference, number_of, plus, share
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection, total_of
from reportgen.resolve.alternative import alternative_text
from reportgen.resolve.highlights import highlighted
from reportgen.resolve.hundred import WHOLE, in_hundred, not_whole
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.messages import (
    NO_DATA,
    NO_TOTAL,
    NOT_A_SHARE,
    NOTHING_TO_DRAW,
    PIE_OF_ONE_PERIOD,
    REST_EXCEEDS,
)
from reportgen.resolve.viewing import View, in_unit, missing_reason, note_decision, notes, one_unit, view
from reportgen.roles import Role
from reportgen.spec.blocks import ChartBlock, LabelKind, SeriesBy
from reportgen.spec.chart_kinds import ChartType
from reportgen.values import dataclass

KINDS = {
    ChartType.LINE: ChartKind.LINE,
    ChartType.COLUMN: ChartKind.COLUMN,
    ChartType.BAR: ChartKind.BAR,
    ChartType.PIE: ChartKind.PIE,
    ChartType.COLUMN_LINE: ChartKind.COLUMN_LINE,
    ChartType.COLUMN_100: ChartKind.COLUMN,
}
PLOTS = {
    ChartType.LINE: Plot.LINE,
    ChartType.COLUMN: Plot.COLUMN,
    ChartType.BAR: Plot.BAR,
    ChartType.PIE: Plot.PIE,
    ChartType.COLUMN_LINE: Plot.COLUMN,
    ChartType.COLUMN_100: Plot.COLUMN,
}
SHOWN_REASONS = 3
"""How many cells that a chart lacks its problem spells out."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A series before its points have records: its name, its quantities, and what is printed at each."""

    name: str
    quantities: tuple[Quantity, ...]
    plot: Plot
    side: Side = Side.FIRST
    labels: tuple[Quantity, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A chart before its points have records."""

    views: tuple[View, ...]
    categories: tuple[str, ...]
    rows: tuple[_Row, ...]
    first: str
    second: str | None = None

    def said_by_axis(self, row: _Row) -> str:
        """Return the unit that an axis says for a row, so that its points need not; a pie has no axes."""
        axis = self.first if row.side is Side.FIRST else self.second
        return "" if row.plot is Plot.PIE or axis is None or axis in ATTACHED else axis


def chart_figure(
    part: ChartBlock,
    block: BlockId,
    caption: Caption | None,
    scope: Scope,
    totals: Mapping[str, Selection],
    conventions: Conventions,
    ledger: Ledger,
) -> ChartFigure:
    """Return the figure of a chart. Raises Faulty with all that keeps it from being drawn."""
    drawing = _drawing(part, scope, totals)
    wanted = [quantity for row in drawing.rows for quantity in row.quantities]
    if all(quantity.exact is None for quantity in wanted):
        raise Faulty([_nothing_to_draw(part.span, wanted)])
    for shown in drawing.views:
        note_decision(shown, block, part.span, ledger)
    series = tuple(
        Series(
            row.name,
            _points(row, drawing.said_by_axis(row), scope, part, block, ledger),
            row.plot,
            row.side,
        )
        for row in drawing.rows
    )
    names = [row.name for row in drawing.rows]
    categories, forward = highlighted(part, drawing.categories, names, drawing.views[0], scope, block, ledger)
    chart = Chart(
        KINDS[part.chart],
        drawing.categories,
        series,
        Axis(drawing.first),
        None if drawing.second is None else Axis(drawing.second),
        stacked=part.stacked
        or part.chart is ChartType.COLUMN_100
        or (part.columns is not None and part.columns.stacked),
        highlight=categories,
        show_labels=part.labels is not LabelKind.NONE,
        forward=forward,
    )
    title = plain(caption.inlines) if caption else drawing.views[0].selection.name
    said = notes(part, drawing.views, conventions, scope, block, ledger)
    return ChartFigure(block, Role.FIGURE, part.span, chart, alternative_text(chart, title), caption, said)


def _nothing_to_draw(span: Span, wanted: Sequence[Quantity]) -> Problem:
    """Return why there is nothing to draw: the cells that every value of a chart lacks, which may be one for all."""
    lacking = list(dict.fromkeys(quantity.problem for quantity in wanted if quantity.problem is not None))
    more = len(lacking) - SHOWN_REASONS
    zh = "；".join(problem.zh for problem in lacking[:SHOWN_REASONS]) or "没有取到数据"
    en = "; ".join(problem.en for problem in lacking[:SHOWN_REASONS]) or "it takes no data"
    told = {"why_zh": zh, "why_en": en}
    if more > 0:
        told = {"why_zh": f"{zh}；另有 {more} 格", "why_en": f"{en}; and {more} more"}
    return NOTHING_TO_DRAW.at(span, lacking[0].cell if lacking else None, **told)


def _points(row: _Row, said: str, scope: Scope, part: ChartBlock, block: BlockId, ledger: Ledger) -> tuple[Point, ...]:
    """Return a row's points with their records; a label leaves out the unit that is `said` at the axis."""
    points: list[Point] = []
    for quantity, labelled in zip(row.quantities, row.labels or row.quantities, strict=True):
        if quantity.exact is None:
            points.append(Point(None, missing=missing_reason(quantity)))
            continue
        label = bare(labelled, scope.house) if labelled.unit == said else printed(labelled, scope.house)
        cells = (*quantity.cells, *labelled.cells)
        record = ledger.record(RecordKind.POINT, label, labelled.derivation, cells, block, part.span)
        points.append(Point(quantity.exact, label, record))
    return tuple(points)


def _drawing(part: ChartBlock, scope: Scope, totals: Mapping[str, Selection]) -> _Drawing:
    match part.chart:
        case ChartType.LINE | ChartType.COLUMN | ChartType.BAR:
            return _by_series(part, scope, totals)
        case ChartType.COLUMN_100:
            return _in_hundred(_by_series(part, scope, totals), part.span)
        case ChartType.PIE:
            return _pie(part, scope, totals)
        case ChartType.COLUMN_LINE:
            return _columns_and_line(part, scope)
        case _:
            assert_never(part.chart)


def _data(part: ChartBlock) -> SourceText:
    if part.data is None:
        raise Faulty([NO_DATA.at(part.span, needed="data:")])
    return part.data


def _by_series(part: ChartBlock, scope: Scope, totals: Mapping[str, Selection]) -> _Drawing:
    """Return a chart whose categories are periods where several are shown, else items.

    With `series: period` the items are the categories and each period is a series.
    """
    by_period = part.series is SeriesBy.PERIOD
    whole = part.chart is ChartType.COLUMN_100
    over_time = part.chart is ChartType.LINE or by_period or whole
    raw = view(_data(part), part.items, scope, last_periods=part.last, over_time=over_time)
    shown = in_unit(raw, part.unit, scope, part.at("unit"))
    unit = one_unit(shown.quantities, part.span)
    plot = PLOTS[part.chart]
    shares = _shares(part, raw, totals) if part.labels is LabelKind.SHARE else None
    if (len(shown.periods) > 1 or whole) and not by_period:
        rows = [
            _Row(label, row, plot, labels=shares[index] if shares else None)
            for index, (label, row) in enumerate(zip(shown.labels, shown.rows, strict=True))
        ]
        return _Drawing((shown,), shown.period_labels, tuple(rows), unit)
    columns = list(zip(*shown.rows, strict=True))
    share_columns = list(zip(*shares, strict=True)) if shares else None
    names = shown.period_labels if by_period else (shown.selection.name,)
    rows = [
        _Row(name, column, plot, labels=share_columns[index] if share_columns else None)
        for index, (name, column) in enumerate(zip(names, columns, strict=True))
    ]
    return _Drawing((shown,), shown.labels, tuple(rows), unit)


def _in_hundred(drawing: _Drawing, span: Span) -> _Drawing:
    """Return the drawing with each category's columns as shares of their sum."""
    shares = in_hundred([row.quantities for row in drawing.rows], span)
    rows = tuple(replace(row, quantities=values) for row, values in zip(drawing.rows, shares, strict=True))
    return replace(drawing, rows=rows, first=PERCENT)


def _shares(part: ChartBlock, shown: View, totals: Mapping[str, Selection]) -> tuple[tuple[Quantity, ...], ...]:
    """Return each quantity as a share of its data's total in the same period."""
    total = totals.get(shown.selection.name)
    if total is None:
        raise Faulty([NO_TOTAL.at(_data(part).span, name=shown.selection.name)])
    wholes = tuple(total_of(shown.selection, total, period) for period in shown.periods)
    return tuple(
        tuple(share(quantity, whole) for quantity, whole in zip(row, wholes, strict=True)) for row in shown.rows
    )


def _pie(part: ChartBlock, scope: Scope, totals: Mapping[str, Selection]) -> _Drawing:
    listed = view(_data(part), part.items, scope)
    if len(listed.periods) > 1:
        raise Faulty([PIE_OF_ONE_PERIOD.at(_data(part).span, count=len(listed.periods))])
    raw = listed
    if part.rest is not None:
        rest = _rest(part, listed, totals)
        raw = replace(listed, labels=(*listed.labels, part.rest), rows=(*listed.rows, (rest,)))
    shown = in_unit(raw, part.unit, scope, part.at("unit"))
    unit = one_unit(shown.quantities, part.span)
    parts = shown.quantities
    shares = tuple(row[0] for row in _shares(part, raw, totals)) if part.labels is LabelKind.SHARE else None
    if short := not_whole(shares or parts, scope.house, _data(part).span):
        raise Faulty([short])
    return _Drawing((listed,), shown.labels, (_Row(shown.selection.name, parts, Plot.PIE, labels=shares),), unit)


def _rest(part: ChartBlock, listed: View, totals: Mapping[str, Selection]) -> Quantity:
    """Return what the parts leave of the whole: of the data's total, or of 100 % where they are percentages."""
    unit = one_unit(listed.quantities, part.span)
    total = totals.get(listed.selection.name)
    if unit == PERCENT and (total is None or part.labels is not LabelKind.SHARE):
        whole = Quantity(WHOLE, PERCENT, 0, derivation="100")
    elif total is not None:
        whole = total_of(listed.selection, total, listed.periods[0])
    else:
        raise Faulty([NOT_A_SHARE.at(part.at("rest"), what="rest:", name=listed.selection.name, unit=unit)])
    taken = reduce(plus, listed.quantities)
    lacking = next((quantity for quantity in (taken, whole) if quantity.exact is None), None)
    if lacking is not None:
        raise Faulty([lacking.problem or _nothing_to_draw(part.span, [lacking])])
    if number_of(taken) >= number_of(whole):
        said = {"total": printed(taken, {}), "whole": printed(whole, {}), "rest": part.rest}
        raise Faulty([REST_EXCEEDS.at(part.at("rest"), None, **said)])
    left = difference(whole, taken)
    return replace(left, unit=unit, period=taken.period, label=part.rest or "", operands=())


def _columns_and_line(part: ChartBlock, scope: Scope) -> _Drawing:
    if part.columns is None or part.line is None:
        raise Faulty([NO_DATA.at(part.span, needed="columns:、line:")])
    columns = view(part.columns.data, part.columns.items, scope, last_periods=part.last, over_time=True)
    columns = in_unit(columns, part.unit, scope, part.at("unit"))
    along = view(part.line, None, scope, last_periods=part.last, over_time=True)
    rows = [_Row(label, row, Plot.COLUMN) for label, row in zip(columns.labels, columns.rows, strict=True)]
    rows += [
        _Row(_line_name(along, label), row, Plot.LINE, Side.SECOND)
        for label, row in zip(along.labels, along.rows, strict=True)
    ]
    first = one_unit(columns.quantities, part.span)
    second = one_unit(along.quantities, part.line.span)
    return _Drawing((columns, along), columns.period_labels, tuple(rows), first, second)


def _line_name(along: View, label: str) -> str:
    computed = along.selection.computed
    return f"{label}{computed.value}" if computed else label
