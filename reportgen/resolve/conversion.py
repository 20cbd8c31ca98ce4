"""Units and their scales: 件 → 万件. Only scales of one unit convert; nothing is guessed.

How many digits a converted number shows is decided once for a whole figure, so that its labels agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from reportgen.prose.quantity import Quantity
from reportgen.values import dataclass

SCALES: tuple[tuple[str, int], ...] = (
    ("万亿", 10**12),
    ("百万", 10**6),
    ("千万", 10**7),
    ("亿", 10**8),
    ("万", 10**4),
    ("千", 10**3),
    ("百", 10**2),
)
"""Scales that a unit may begin with, the longer first."""

SIGNIFICANT = 3
"""Digits that the largest number of a figure keeps after conversion, where the spec does not say."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """A unit taken apart: 万件 is 10,000 times 件."""

    scale: int
    base: str


def taken_apart(unit: str) -> Scaled:
    """Return the scale and the base of `unit`."""
    for word, scale in SCALES:
        if unit.startswith(word) and len(unit) > len(word):
            return Scaled(scale, unit.removeprefix(word))
    return Scaled(1, unit)


def convertible(source: str, target: str) -> bool:
    """Whether numbers in `source` can be said in `target`."""
    return taken_apart(source).base == taken_apart(target).base


def fitting_decimals(quantities: Iterable[Quantity], source: str, target: str) -> int:
    """Return the decimals at which the largest of `quantities`, once converted, keeps its significant digits."""
    factor = Decimal(taken_apart(source).scale) / Decimal(taken_apart(target).scale)
    largest = max((abs(q.exact) * factor for q in quantities if q.exact is not None), default=Decimal(0))
    return max(0, SIGNIFICANT - 1 - largest.adjusted()) if largest else 0


def converted(quantity: Quantity, target: str, decimals: int) -> Quantity:
    """Return `quantity` said in `target`; its unit must be convertible to it."""
    if quantity.unit == target:
        return quantity
    source, wanted = taken_apart(quantity.unit), taken_apart(target)
    exact = None if quantity.exact is None else quantity.exact * source.scale / wanted.scale
    return replace(quantity, exact=exact, unit=target, decimals=decimals)
