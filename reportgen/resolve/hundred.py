"""Columns that stand for the whole (`column 100%`): each value as a share of its column's sum.

Percentages that add up to a hundred already, such as contributions of which some are negative, stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.prose.quantity import PERCENT, Quantity, share, total
from reportgen.resolve.messages import NEGATIVE_PART

WHOLE = Decimal(100)
ROUNDED_AWAY = Decimal(1)
"""How far rounded percentages may miss a hundred and still make up the whole."""

Rows = tuple[tuple[Quantity, ...], ...]


def in_hundred(rows: Sequence[tuple[Quantity, ...]], span: Span) -> Rows:
    """Return rows of quantities, a column a whole, as shares of it. Raises Faulty where a part is below zero."""
    columns = tuple(zip(*rows, strict=True))
    if all(_whole_already(column) for column in columns):
        return tuple(rows)
    below = next((q for column in columns for q in column if q.exact is not None and q.exact < 0), None)
    if below is not None:
        raise Faulty([NEGATIVE_PART.at(span, below.cells[0].ref if below.cells else None, what=below.derivation)])
    return tuple(zip(*(_shares(column) for column in columns), strict=True))


def _whole_already(column: Sequence[Quantity]) -> bool:
    known = [quantity.exact for quantity in column if quantity.exact is not None]
    percent = all(quantity.unit == PERCENT for quantity in column if quantity.exact is not None)
    return percent and (len(known) < len(column) or abs(sum(known) - WHOLE) <= ROUNDED_AWAY)


def _shares(column: Sequence[Quantity]) -> tuple[Quantity, ...]:
    whole = total(column, " + ".join(quantity.derivation for quantity in column))
    return tuple(share(quantity, whole) for quantity in column)
