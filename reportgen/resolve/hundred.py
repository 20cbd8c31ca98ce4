"""What stands for a whole: columns (`column 100%`), each value as a share of its column's sum, and pies.

A column's percentages that add up to a hundred already, such as contributions of which some are negative, stay as they
are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.prose.numbers import digits, printed
from reportgen.prose.quantity import PERCENT, Quantity, number_of, share, total
from reportgen.resolve.messages import NEGATIVE_PART, PIE_NOT_WHOLE

WHOLE = Decimal(100)
HALF = Decimal("0.5")
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


def not_whole(parts: Sequence[Quantity], house: Mapping[str, int], span: Span) -> Problem | None:
    """Return a problem where percentages of a pie miss a hundred by more than the rounding of their digits explains.

    What has another unit makes its own whole. A part without a value is not drawn, so the others must make the whole.
    """
    known = [quantity for quantity in parts if quantity.exact is not None]
    if not known or any(quantity.unit != PERCENT for quantity in known):
        return None
    taken = total(known, "")
    rounding = sum((HALF.scaleb(-digits(part, house)) for part in known), Decimal(0))
    if abs(number_of(taken) - WHOLE) <= rounding:
        return None
    return PIE_NOT_WHOLE.at(span, total=printed(taken, house))
