"""How many decimals a first spec prints by unit, where the cells do not say it and their numbers differ.

Without a format a cell prints the digits it has, so that 430 stands beside 478.5 in one sentence. What a format says is
left to the format.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from reportgen.data.table import Value
from reportgen.drafting.subject import Subject

MOST = 2
"""Decimals for numbers that have more, unless one would be lost by it."""


def house_decimals(subjects: Iterable[Subject]) -> Mapping[str, int]:
    """Return decimals by unit for the units whose numbers differ in them within one table."""
    by_unit: dict[str, list[list[Value]]] = {}
    for subject in subjects:
        values = [v for v in spoken_of(subject) if v.unit == subject.unit]
        by_unit.setdefault(subject.unit, []).append(values)
    found = {unit: _common(tables) for unit, tables in by_unit.items() if unit}
    return {unit: places for unit, places in found.items() if places is not None}


def spoken_of(subject: Subject) -> list[Value]:
    """Return the numbers of a subject's items, in all periods."""
    table = subject.found.table
    items = {index for index, item in enumerate(table.items) if item.label in subject.labels}
    cells = table.values.items()
    return [v for (item, measure, _), v in cells if item in items and not measure and v.number is not None]


def _common(tables: Iterable[list[Value]]) -> int | None:
    """Return the decimals to print in all of these tables; None where there is no need, or a format says otherwise."""
    listed = list(tables)
    bare = [[value for value in values if value.decimals is None] for values in listed]
    if all(len({_digits(value) for value in values}) <= 1 for values in bare):
        return None
    numbers = [value for values in bare for value in values]
    places = max(map(_digits, numbers))
    smallest = min((abs(v.number) for v in numbers if v.number), default=Decimal(1))
    if smallest >= Decimal(1).scaleb(-MOST + 1):
        places = min(places, MOST)
    formats = {value.decimals for values in listed for value in values} - {None}
    return places if formats <= {places} else None


def _digits(value: Value) -> int:
    exponent = value.number.normalize().as_tuple().exponent if value.number is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0
