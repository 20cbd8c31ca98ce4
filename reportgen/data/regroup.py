"""Reading labels as patterns: columns of a wide sheet that differ in a part of their names become items and measures.

中国:GDP:现价:*:累计值 fits 中国:GDP:现价:第一产业:累计值, whose item is then called 第一产业. What is not asked for is
left out. A `*` stands for one character or more; white space and full and half width do not matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from reportgen.data.clean import folded
from reportgen.data.select import find_label
from reportgen.data.table import DataTable, Item, Measure

STAR = "*"


def is_pattern(text: str) -> bool:
    """Whether a label that a person typed is a pattern: it has exactly one star."""
    return text.count(STAR) == 1


def fitting(labels: Sequence[str], pattern: str) -> tuple[tuple[int, str], ...]:
    """Return the labels that a pattern fits, by index, each with what the star stands for; one called so goes first."""
    whole = find_label(labels, pattern)
    if whole is not None:
        return ((whole, ""),)
    if not is_pattern(pattern):
        return ()
    before, after = (folded(part) for part in pattern.split(STAR))
    found = ((index, _between(label, before, after)) for index, label in enumerate(labels))
    return tuple((index, inner) for index, inner in found if inner)


def _between(label: str, before: str, after: str) -> str:
    """Return what stands in `label` between its beginning `before` and its end `after`, empty where it does not fit."""
    start = next((i for i in range(len(label) + 1) if folded(label[:i]) == before), None)
    end = next((i for i in range(len(label), -1, -1) if folded(label[i:]) == after), None)
    return label[start:end].strip() if start is not None and end is not None and start < end else ""


def regrouped(table: DataTable, measures: Mapping[str, str], name: str) -> DataTable:
    """Return the items × measures that patterns (by the name of the measure) find among the labels of `table`.

    A pattern without a star finds one column, whose item is called `name`. Where the table has measures of its own,
    they are picked and named instead, and the items stay. Every pattern must fit (`unfitting` says which do not).
    """
    if len(table.measures) > 1:
        return _renamed(table, measures)
    labels = [item.label for item in table.items]
    columns = {one: {inner: index for index, inner in fitting(labels, text)} for one, text in measures.items()}
    inners = dict.fromkeys(inner for found in columns.values() for inner in found)
    items = []
    for inner in inners:
        model = table.items[next(found[inner] for found in columns.values() if inner in found)]
        items.append(Item(inner or name, model.cell, said=model.label))
    values = {
        (item, measure, period): table.values[column, 0, period]
        for (item, inner), (measure, found) in product(enumerate(inners), enumerate(columns.values()))
        if (column := found.get(inner)) is not None
        for period in range(max(1, len(table.periods)))
        if (column, 0, period) in table.values
    }
    named = tuple(Measure(one) for one in columns)
    return replace(table, items=tuple(items), measures=named, values=values)


def _renamed(table: DataTable, measures: Mapping[str, str]) -> DataTable:
    labels = [measure.name for measure in table.measures]
    chosen = [fitting(labels, text)[0][0] for text in measures.values()]
    values = {
        (item, measure, period): table.values[item, index, period]
        for measure, index in enumerate(chosen)
        for item, own, period in table.values
        if own == index
    }
    named = tuple(replace(table.measures[index], name=one) for one, index in zip(measures, chosen, strict=True))
    return replace(table, measures=named, values=values)


def unfitting(table: DataTable, pattern: str) -> tuple[str, ...] | None:
    """Return the labels that `pattern` might have meant where it fits none, None where it fits one."""
    own = len(table.measures) > 1
    labels = [measure.name for measure in table.measures] if own else [item.label for item in table.items]
    return None if fitting(labels, pattern) else tuple(labels)


def with_patterns(table: DataTable, pattern: str) -> tuple[DataTable, tuple[int, ...]]:
    """Return the items that a pattern fits, and the table in which they are called what its star stands for."""
    items = list(table.items)
    found = fitting([item.label for item in items], pattern)
    for index, inner in found:
        if inner:
            items[index] = replace(items[index], label=inner, said=items[index].said or items[index].label)
    return replace(table, items=tuple(items)), tuple(index for index, _ in found)
