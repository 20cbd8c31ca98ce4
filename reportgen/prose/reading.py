"""Reading a table: which item or measure a name means, what one cell holds, where a yearly rate is published.

Knows tables and no selections; nothing is chosen or computed here.
"""

from __future__ import annotations

from functools import lru_cache

from reportgen.data.select import find_item
from reportgen.data.table import DataTable, Value
from reportgen.periods import Period
from reportgen.prose.labels import plain
from reportgen.prose.quantity import Quantity, absent, of_value

RATE_ENDINGS = ("同比增长率", "同比增速", "同比增长", "同比", "比上年增长", "增长率", "增速")
"""How tables head a published yearly rate, the longest first."""

TOTAL_ENDINGS = ("合计", "总计", "共计", "总量", "小计", "总数", "总额", "总和", "总体")
"""How the labels of items end that are the sum of others: 登记总量, 各省合计."""

TOTAL_LABELS = ("全国", "全省", "全市", "全区", "全县", "全行业", "全部", "全体", "总")
"""Labels of items that are the sum of others, which more words make something else of: 全国重点企业."""


def is_total(label: str) -> bool:
    """Return whether an item is the sum of others by its label; a unit in parentheses does not matter."""
    bare = plain(label).split("(")[0]
    return bare in TOTAL_LABELS or bare.endswith(TOTAL_ENDINGS)


def items_named(table: DataTable, name: str, *, beginning: bool = False) -> tuple[int, ...]:
    """Return the items with this alias or label (a unit in parentheses may be left out).

    Where `beginning` is given, the start of a label will do.
    """
    wanted = plain(name)
    if not wanted:
        return ()
    names = [(plain(item.alias), plain(item.label)) for item in table.items]
    found = tuple(index for index, several in enumerate(names) if wanted in several)
    if not found and (only := find_item(table, name)) is not None:
        found = (only,)
    if found or not beginning:
        return found
    return tuple(index for index, several in enumerate(names) if any(one.startswith(wanted) for one in several))


def value_in(table: DataTable, item: int, measure: int, period: Period | None) -> Value | None:
    """Return what the table holds, or None where it has no cell for it; a table without time has the period None."""
    if period is None:
        return table.values.get((item, measure, 0))
    if period not in table.periods:
        return None
    return table.values.get((item, measure, table.periods.index(period)))


def derivation_of(table: DataTable, name: str, item: int, measure: int, period: Period | None) -> str:
    """Return how an expression gets to one value of the data called `name`: 登记.作品登记[2024]."""
    parts = [name]
    if len(table.items) > 1:
        parts.append(table.items[item].alias or table.items[item].label)
    if len(table.measures) > 1 and table.measures[measure].name:
        parts.append(table.measures[measure].name)
    return ".".join(parts) + (f"[{period.iso}]" if period else "")


def _what(table: DataTable, name: str, item: int, period: Period | None) -> str:
    """Say in words what a value is: 规模合作 的“小型企业” 2022 年."""
    which = f"的“{table.items[item].label}”" if len(table.items) > 1 else "的"
    when = f" {period.label}" if period else "值"
    return f"{name} {which}{when}"


def held(table: DataTable, name: str, item: int, measure: int, period: Period | None) -> Quantity:
    """Return one value as a quantity; where there is none, a quantity that says so."""
    derivation = derivation_of(table, name, item, measure, period)
    what, label = _what(table, name, item, period), table.items[item].label
    value = value_in(table, item, measure, period)
    if value is None:
        there = tuple(one.label for one in table.periods)
        return absent(derivation, what, there, label, period)
    return of_value(value, derivation, what, label, period)


@lru_cache(maxsize=65536)
def _stem(heading: str) -> str | None:
    """Return what a heading of rates is about (总量 of 总量同比), or None for other headings."""
    bare = plain(heading).split("(")[0]
    ending = next((e for e in RATE_ENDINGS if bare.endswith(e)), None)
    return None if ending is None else bare.removesuffix(ending)


def published_rate_of(table: DataTable, item: int, measure: int) -> tuple[int, int] | None:
    """Return the item and the measure under which the table publishes the yearly rate of `item`, or None.

    It is a measure headed 同比 (or 增速, …), or an item headed by the item's label, its beginning or its end, and 同比:
    总量同比 for 登记总量, or 同比 alone beside a single item. A heading that fits several items fits none.
    """
    own = table.measures[measure].name if table.measures else ""
    label = plain(table.items[item].label)
    if _stem(own) is not None or _stem(label) is not None:
        return None
    for index, other in enumerate(table.measures):
        if index != measure and _stem(other.name) in ("", plain(own)):
            return item, index
    amounts = [plain(other.label) for other in table.items if _stem(other.label) is None]
    fitting: list[int] = []
    for index, candidate in enumerate(table.items):
        stem = _stem(candidate.label)
        if stem == label:
            return index, measure
        if stem is not None and [one for one in amounts if one.startswith(stem) or one.endswith(stem)] == [label]:
            fitting.append(index)
    return (fitting[0], measure) if len(fitting) == 1 else None
