"""Units convert between scales of one unit, and a figure's numbers share their digits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.prose.quantity import Quantity
from reportgen.resolve.conversion import Scaled, converted, convertible, fitting_decimals, taken_apart


@pytest.mark.parametrize(
    ("unit", "scaled"),
    [
        ("件", Scaled(1, "件")),
        ("万件", Scaled(10**4, "件")),
        ("亿元", Scaled(10**8, "元")),
        ("万亿元", Scaled(10**12, "元")),
        ("千瓦时", Scaled(10**3, "瓦时")),
        ("万", Scaled(1, "万")),
        ("%", Scaled(1, "%")),
    ],
)
def test_a_unit_is_taken_apart(unit: str, scaled: Scaled) -> None:
    assert taken_apart(unit) == scaled


def test_only_scales_of_one_unit_convert() -> None:
    assert convertible("件", "万件")
    assert convertible("亿元", "万元")
    assert not convertible("件", "万元")
    assert not convertible("%", "件")


def test_a_number_keeps_its_value_in_another_scale() -> None:
    pieces = Quantity(Decimal(7802965), "件", 0)
    tens = converted(pieces, "万件", 1)
    assert (tens.exact, tens.unit, tens.decimals) == (Decimal("780.2965"), "万件", 1)
    assert converted(tens, "件", 0).exact == Decimal(7802965)


def test_a_missing_value_stays_missing() -> None:
    assert converted(Quantity(None, "件"), "万件", 1).exact is None


@pytest.mark.parametrize(("largest", "decimals"), [(7802965, 0), (780296, 1), (78029, 2), (780, 4)])
def test_the_largest_number_keeps_three_digits(largest: int, decimals: int) -> None:
    quantities = [Quantity(Decimal(largest), "件"), Quantity(Decimal(1), "件"), Quantity(None, "件")]
    assert fitting_decimals(quantities, "件", "万件") == decimals
