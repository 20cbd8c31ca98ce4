"""The widths of a table's columns, from the widths of what stands in them.

Numbers never wrap; labels and heads do where they must. Where there is room to spare, every column gets its part of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.values import dataclass

FULL_FROM = 3
"""A table of so many columns takes the whole measure; a narrower one takes no more than it can use."""

LOOSE = 1.8
"""How much wider than its contents a table of few columns may become."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a column needs, padding included: the width below which it cannot go, and the one at which nothing wraps."""

    least: float
    natural: float


def column_widths(demands: Sequence[Demand], measure: float) -> tuple[float, ...] | None:
    """Return the width of each column, or None where even the least widths do not fit the measure."""
    least = sum(demand.least for demand in demands)
    natural = sum(demand.natural for demand in demands)
    if least > measure:
        return None
    if natural <= measure:
        full = measure if len(demands) >= FULL_FROM else min(measure, natural * LOOSE)
        return tuple(demand.natural + (full - natural) / len(demands) for demand in demands)
    # Between least and natural, each column gives way by the same part of what it can.
    give = (natural - measure) / (natural - least)
    return tuple(demand.natural - give * (demand.natural - demand.least) for demand in demands)


def edges(widths: Sequence[float]) -> tuple[float, ...]:
    """Return the edges of columns from the left, from 0, one more than there are columns."""
    found = [0.0]
    for width in widths:
        found.append(found[-1] + width)
    return tuple(found)
