"""Printing numbers: half up, house digits, units, and back again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.prose.numbers import bare, base_unit, digits, in_ten_thousands, magnitude, printed, rounded
from reportgen.prose.quantity import Quantity


def quantity(number: str, unit: str = "%", decimals: int | None = 1, *, grouped: bool = False) -> Quantity:
    return Quantity(Decimal(number), unit, decimals, grouped)


@pytest.mark.parametrize(
    ("number", "unit", "decimals", "prints"),
    [
        ("86.6", "%", 1, "86.6%"),
        ("86.65", "%", 1, "86.7%"),
        ("86.649999", "%", 1, "86.6%"),
        ("-0.05", "%", 1, "-0.1%"),
        ("-0.04", "%", 1, "0.0%"),
        ("0.5", "件", 0, "1 件"),
        ("1.5", "件", 0, "2 件"),
        ("2.5", "件", 0, "3 件"),
        ("1.8", "个百分点", 1, "1.8 个百分点"),
        ("1.5", "倍", 1, "1.5 倍"),
        ("12", "", None, "12"),
        ("12.50", "", None, "12.5"),
        ("1E+3", "", None, "1000"),
        ("20", "℃", 0, "20℃"),
        ("3", "GB", 0, "3 GB"),
    ],
)
def test_numbers_print_with_their_digits_and_units(number: str, unit: str, decimals: int | None, prints: str) -> None:
    assert printed(quantity(number, unit, decimals), {}) == prints


def test_grouping_is_the_cells_own() -> None:
    assert printed(quantity("10630610", "件", 0, grouped=True), {}) == "10,630,610 件"


def test_the_house_decides_by_unit_and_points_follow_percentages() -> None:
    house = {"%": 2, "亿元": 0}
    assert printed(quantity("86.6"), house) == "86.60%"
    assert printed(quantity("1.8", "个百分点"), house) == "1.80 个百分点"
    assert printed(quantity("134806.65", "亿元", 2), house) == "134807 亿元"
    assert digits(quantity("1.8", "个百分点"), {"个百分点": 0, "%": 2}) == 0


def test_a_word_says_the_sign() -> None:
    assert magnitude(quantity("-14.4", "个百分点"), {}) == "14.4 个百分点"
    assert magnitude(quantity("-14.4", "个百分点"), {}, unit=False) == "14.4"


def test_units_in_thousands_are_taken_apart() -> None:
    assert base_unit("万件") == (Decimal(10000), "件")
    assert base_unit("万亿元") == (Decimal(10) ** 12, "元")
    assert base_unit("万") == (Decimal(1), "万")
    assert base_unit("件") == (Decimal(1), "件")


@given(st.decimals(-(10**12), 10**12, places=6), st.integers(0, 6), st.booleans())
def test_a_printed_number_reads_back_at_its_digits(number: Decimal, places: int, grouped: bool) -> None:
    one = Quantity(number, "%", places, grouped)
    text = bare(one, {})
    assert Decimal(text.replace(",", "")) == rounded(one, {})
    assert len(text.partition(".")[2]) == places
    assert abs(Decimal(text.replace(",", "")) - number) <= Decimal(5).scaleb(-places - 1)


@given(st.integers(0, 10**13))
def test_ten_thousands_never_say_more_than_there_is(number: int) -> None:
    text = in_ten_thousands(Quantity(Decimal(number), "件", 0), {})
    told = int(text.split()[0]) * (10000 if "万" in text else 1)
    assert told <= number < told + 10000
    assert ("余" in text) == (told != number)
