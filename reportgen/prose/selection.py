"""`Selection`: a view on a table, as expressions, charts and tables of a report see it; and the ways to narrow it.

Items keep the order that the spec or the data gave them. Nothing is skipped: a period or a value that is not there
is still selected, and its problem is raised by whoever needs the number (`quantity.number_of`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NoReturn

from reportgen.data.select import find_measure
from reportgen.data.table import DataTable, Item, Measure, Value
from reportgen.errors import Faulty
from reportgen.model.audit import CellUse
from reportgen.periods import Grain, Period
from reportgen.prose.labels import hints
from reportgen.prose.messages import (
    AMBIGUOUS_PART,
    COMPUTED_TWICE,
    NO_PERIODS,
    TOO_MANY,
    TOTAL_AMONG_PARTS,
    UNKNOWN_PART,
    WRONG_GRAIN,
)
from reportgen.prose.quantity import (
    PERCENT,
    RATE_DECIMALS,
    Quantity,
    difference,
    rate,
    share,
    total,
    united,
)
from reportgen.prose.reading import held, is_total, items_named, published_rate_of, value_in
from reportgen.values import dataclass


class Computed(StrEnum):
    """A measure that the table does not have, computed from one that it has."""

    YEAR_ON_YEAR = "同比"
    PERIOD_ON_PERIOD = "环比"
    SHARE = "占比"


@dataclass(frozen=True, slots=True)
class Selection:
    """Items × periods of one measure of a table.

    `path` is how the author got here (登记.作品登记), `name` the name in the spec's data. `items` are indices into the
    table. `at` are the periods that the author chose; None where nothing was said, which means the current one.
    `overall` is the item that others are compared with; it is not among `items` unless asked for by name. `parts` are
    the items that the data picked, which make up the whole; None means all items of the table. `total` is what shares
    are of, where the data say it. `deciding` are the cells that decided the order or the choice of items, `decision`
    says how. `measured` says that the author chose the measure.
    """

    name: str
    table: DataTable
    items: tuple[int, ...]
    path: str = ""
    measure: int = 0
    current: Period | None = None
    at: tuple[Period, ...] | None = None
    overall: int | None = None
    noun: str = ""
    parts: tuple[int, ...] | None = None
    total: Selection | None = None
    computed: Computed | None = None
    measured: bool = False
    deciding: tuple[CellUse, ...] = ()
    decision: str = ""

    def __str__(self) -> NoReturn:
        msg = "a selection is printed by a wording, which keeps its records; it has no text of its own"
        raise TypeError(msg)

    def __format__(self, form: str) -> NoReturn:
        str(self)
        raise AssertionError(form)

    @property
    def own_current(self) -> Period | None:
        """The current period (本期): the workbook's, else the last one of the table; None for a table without time."""
        if self.current is not None:
            return self.current
        return self.table.periods[-1] if self.table.periods else None

    @property
    def periods(self) -> tuple[Period | None, ...]:
        """The periods selected; a single None for a table without time."""
        return self.at if self.at is not None else (self.own_current,)


def of_table(
    table: DataTable,
    name: str,
    *,
    current: Period | None = None,
    noun: str = "",
) -> Selection:
    """Return the selection of all items of a table, in the current period."""
    return Selection(name, table, tuple(range(len(table.items))), name, 0, current, noun=noun)


def label_of(selection: Selection, item: int) -> str:
    """Return the label of an item as printed."""
    return selection.table.items[item].label


def labels(selection: Selection) -> tuple[str, ...]:
    """Return the labels of the selected items, in order."""
    return tuple(label_of(selection, item) for item in selection.items)


def label_use(item: Item) -> tuple[CellUse, ...]:
    """Return the use of the cell that says the item's label, where there is one."""
    return (CellUse(item.cell, item.said or item.label),) if item.cell else ()


def find_item(selection: Selection, name: str, *, beginning: bool = False) -> int | None:
    """Return the item of the table with this alias or label, or None.

    Where `beginning` is given, the start of a label will do. Raises Faulty where several items fit.
    """
    found = items_named(selection.table, name, beginning=beginning)
    if len(found) > 1:
        several = tuple(label_of(selection, item) for item in found)
        raise Faulty([AMBIGUOUS_PART.at(owner=selection.path, name=name, several=several)])
    return found[0] if found else None


def item_names(selection: Selection) -> tuple[str, ...]:
    """Return how the items of the table can be named: by alias where there is one, else by label."""
    return tuple(item.alias or item.label for item in selection.table.items)


def only_items(selection: Selection, names: Sequence[str]) -> Selection:
    """Return the selection of these items, in this order. Raises Faulty for a name that fits none."""
    found: list[int] = []
    problems = []
    for name in names:
        item = find_item(selection, name)
        if item is None:
            problems.append(
                UNKNOWN_PART.at(None, None, owner=selection.path, name=name, **hints(name, item_names(selection)))
            )
        else:
            found.append(item)
    if problems:
        raise Faulty(problems)
    return replace(selection, items=tuple(found))


def at_item(selection: Selection, item: int, name: str) -> Selection:
    """Return the selection of one item, reached by `name`."""
    return replace(selection, items=(item,), path=f"{selection.path}.{name}")


def aliased(selection: Selection, aliases: Mapping[str, str]) -> Selection:
    """Return the selection of the items that have these labels, each known by its alias too (别名: 标签)."""
    chosen = only_items(selection, list(aliases.values()))
    items = list(selection.table.items)
    for alias, item in zip(aliases, chosen.items, strict=True):
        items[item] = replace(items[item], alias=alias)
    return replace(chosen, table=replace(selection.table, items=tuple(items)))


def with_overall(selection: Selection, name: str) -> Selection:
    """Return the selection with one item set aside as what others are compared with."""
    overall = only_items(selection, [name]).items[0]
    return replace(selection, overall=overall, items=tuple(i for i in selection.items if i != overall))


def at_measure(selection: Selection, name: str) -> Selection:
    """Return the selection of another measure: one of the table's, or one that is computed (同比, 环比, 占比).

    Raises Faulty where the table has none of that name and none is computed.
    """
    path = f"{selection.path}.{name}"
    measure = find_measure(selection.table, name)
    if measure is not None:
        return replace(selection, measure=measure, computed=None, measured=True, path=path)
    if name in set(Computed):
        if selection.computed is not None:
            raise Faulty([COMPUTED_TWICE.at(name=name, owner=selection.path)])
        return replace(selection, computed=Computed(name), measured=True, path=path)
    known = [m.name for m in selection.table.measures if m.name]
    raise Faulty([UNKNOWN_PART.at(None, None, owner=selection.path, name=name, **hints(name, known))])


def published_rate(selection: Selection, item: int) -> Selection | None:
    """Return where the table publishes the yearly rate of `item`, or None."""
    found = published_rate_of(selection.table, item, selection.measure)
    return None if found is None else replace(selection, items=(found[0],), measure=found[1], computed=None)


# Periods.


def _same_grain(selection: Selection, period: Period) -> None:
    own = selection.own_current
    if own is None:
        raise Faulty([NO_PERIODS.at(name=selection.path)])
    if own.grain is not period.grain:
        raise Faulty([WRONG_GRAIN.at(name=selection.path, own=own.label, given=period.label)])


def at_period(selection: Selection, period: Period) -> Selection:
    """Return the selection in one period. Raises Faulty where its grain is not the table's."""
    _same_grain(selection, period)
    return replace(selection, at=(period,), path=f"{selection.path}[{period.iso}]")


def _chosen(selection: Selection) -> tuple[Period, ...]:
    periods = tuple(period for period in selection.periods if period is not None)
    if not periods:
        raise Faulty([NO_PERIODS.at(name=selection.path)])
    return periods


def year_before(selection: Selection, name: str = "上年") -> Selection:
    """Return the selection a year earlier."""
    periods = tuple(period.year_before for period in _chosen(selection))
    return replace(selection, at=periods, path=f"{selection.path}.{name}")


def period_before(selection: Selection, name: str, grain: Grain | None = None) -> Selection:
    """Return the selection one period earlier; of `grain`, where one is named (上月). Raises Faulty for another."""
    periods = _chosen(selection)
    if grain is not None and periods[0].grain is not grain:
        given = Period(grain, periods[0].year)
        raise Faulty([WRONG_GRAIN.at(name=selection.path, own=periods[0].label, given=given.label)])
    return replace(selection, at=tuple(p.shift(-1) for p in periods), path=f"{selection.path}.{name}")


def last(selection: Selection, count: int) -> Selection:
    """Return the selection of the last `count` periods up to the selected one."""
    end = _chosen(selection)[-1]
    periods = tuple(end.shift(-back) for back in range(count - 1, -1, -1))
    return replace(selection, at=periods, path=f"{selection.path}.近({count})")


def since(selection: Selection, first: Period) -> Selection:
    """Return the selection of all periods from `first` up to the selected one."""
    _same_grain(selection, first)
    end = _chosen(selection)[-1]
    count = end.ordinal - first.ordinal + 1
    periods = tuple(first.shift(step) for step in range(count)) if 0 < count <= MOST_PERIODS else (first,)
    return replace(selection, at=periods, path=f"{selection.path}.自({first.iso})")


def all_periods(selection: Selection) -> Selection:
    """Return the selection of all periods that the table has; as it is, where the author chose some."""
    if selection.at is not None or not selection.table.periods:
        return selection
    return replace(selection, at=selection.table.periods)


MOST_PERIODS = 1200
"""How many periods one selection holds at most: a century of months."""


# Values.


def value_at(selection: Selection, item: int, period: Period | None) -> Value | None:
    """Return what the table holds of the selection's measure, or None where it has no cell for it."""
    return value_in(selection.table, item, selection.measure, period)


def _held(selection: Selection, item: int, period: Period | None) -> Quantity:
    return held(selection.table, selection.name, item, selection.measure, period)


def _rate_decimals(selection: Selection, item: int, period: Period | None) -> int:
    published = published_rate(selection, item)
    value = value_at(published, published.items[0], period) if published else None
    return RATE_DECIMALS if value is None or value.decimals is None else value.decimals


def change(now: Quantity, base: Quantity, decimals: int = RATE_DECIMALS) -> Quantity:
    """Return the change from `base` to `now`: points between percentages, else a rate in percent."""
    return difference(now, base) if PERCENT in (now.unit, base.unit) else rate(now, base, decimals)


def quantity_at(selection: Selection, item: int, period: Period | None, whole: Quantity | None = None) -> Quantity:
    """Return one value of the selection, computed where its measure is; `whole` is what shares are of, if known."""
    own = _held(selection, item, period)
    match selection.computed:
        case None:
            result = own
        case Computed.YEAR_ON_YEAR | Computed.PERIOD_ON_PERIOD:
            if period is None:
                raise Faulty([NO_PERIODS.at(name=selection.path)])
            yearly = selection.computed is Computed.YEAR_ON_YEAR
            base = _held(selection, item, period.year_before if yearly else period.shift(-1))
            result = change(own, base, _rate_decimals(selection, item, period))
        case Computed.SHARE:
            result = share(own, whole or _whole(selection, period, own.unit))
    return replace(result, cells=united(result.cells, selection.deciding)) if selection.deciding else result


def _whole(selection: Selection, period: Period | None, unit: str) -> Quantity:
    """Return what shares of values in `unit` are of: the total, else the overall item, else the sum of the parts.

    Parts in another unit (rates beside amounts) do not count. Raises Faulty where one of them is a total itself.
    """
    if selection.total is not None:
        return total_of(selection, selection.total, period)
    if selection.overall is not None:
        return _held(selection, selection.overall, period)
    items = range(len(selection.table.items)) if selection.parts is None else selection.parts
    counted = [item for item in items if not unit or _unit_at(selection, item, period) in ("", unit)]
    sums = [item for item in counted if is_total(label_of(selection, item))]
    # Who picks nothing but totals (进口总额、出口总额) wants these added up.
    if sums and (selection.parts is None or len(sums) < len(counted)):
        one = selection.table.items[sums[0]]
        raise Faulty([TOTAL_AMONG_PARTS.at(None, one.cell, name=selection.name, label=one.alias or one.label)])
    parts = [_held(selection, item, period) for item in counted]
    named = " + ".join(part.derivation for part in parts) if len(parts) <= SPELT_OUT else f"{selection.name} 合计"
    return total(parts, named)


def total_of(selection: Selection, whole: Selection, period: Period | None) -> Quantity:
    """Return what the data name as their total, in `period` and, where it is of the same table, in their measure."""
    same = not whole.measured and whole.table.measures == selection.table.measures
    chosen = replace(whole, measure=selection.measure) if same else whole
    parts = values_at(chosen, period)
    return parts[0] if len(parts) == 1 else total(parts, whole.path)


def values_at(selection: Selection, period: Period | None) -> tuple[Quantity, ...]:
    """Return the values of all items in `period`, else in the current one; a table without time has but one."""
    when = (period or selection.own_current) if selection.table.periods else None
    return tuple(quantity_at(selection, item, when) for item in selection.items)


def _unit_at(selection: Selection, item: int, period: Period | None) -> str:
    value = value_at(selection, item, period)
    return "" if value is None else value.unit


SPELT_OUT = 3
"""How many parts of a sum a derivation spells out."""

MOST_VALUES = 50_000
"""How many values one selection may have: more are no sentence, chart or table, but a mistake."""


def grid(selection: Selection) -> tuple[tuple[Quantity, ...], ...]:
    """Return the values as rows, one an item, of columns, one a period. Raises Faulty where there are too many."""
    count = len(selection.items) * len(selection.periods)
    if count > MOST_VALUES:
        raise Faulty([TOO_MANY.at(name=selection.path, count=count, limit=MOST_VALUES)])
    shares = selection.computed is Computed.SHARE
    wholes: dict[tuple[Period | None, str], Quantity] = {}

    def whole(item: int, period: Period | None) -> Quantity | None:
        if not shares:
            return None
        unit = _unit_at(selection, item, period)
        if (period, unit) not in wholes:
            wholes[period, unit] = _whole(selection, period, unit)
        return wholes[period, unit]

    return tuple(
        tuple(quantity_at(selection, item, period, whole(item, period)) for period in selection.periods)
        for item in selection.items
    )


def quantities(selection: Selection) -> tuple[Quantity, ...]:
    """Return the values item by item, within an item in order of time."""
    return tuple(quantity for row in grid(selection) for quantity in row)


def overall_quantity(selection: Selection, period: Period | None) -> Quantity | None:
    """Return the overall item's value in `period`, or None where the selection has no overall item."""
    return None if selection.overall is None else quantity_at(selection, selection.overall, period)


def measure_of(selection: Selection) -> Measure | None:
    """Return the measure selected, or None where the table names none."""
    return selection.table.measures[selection.measure] if selection.table.measures else None
