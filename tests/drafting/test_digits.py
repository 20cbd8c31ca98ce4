"""Decimals by unit: given where the cells do not say them and their numbers differ."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from reportgen.data.table import DataTable, Item, Measure, Value
from reportgen.drafting.digits import house_decimals
from reportgen.drafting.subject import subjects_of
from reportgen.drafting.survey import Found
from reportgen.origins import CellRef

FORMATTED = {"1": 0, "1.5": 1, "2.25": 2}


def table(numbers: Sequence[str], *, unit: str = "万件", formatted: bool = False) -> Found:
    """Return a table of one column with these numbers."""
    items = tuple(Item(label) for label in "甲乙丙丁戊"[: len(numbers)])
    values = {
        (row, 0, 0): Value(
            Decimal(number),
            CellRef("数据", "表", f"B{row + 2}"),
            number,
            unit=unit,
            decimals=FORMATTED[number] if formatted else None,
        )
        for row, number in enumerate(numbers)
    }
    return Found("表", "表", "表", DataTable("表", items, (Measure("量", unit),), (), values))


@pytest.mark.parametrize(
    ("numbers", "decimals"),
    [
        (["430", "478.5"], {"万件": 1}),
        (["430.25", "478.5"], {"万件": 2}),
        (["1.5", "33.3333333333"], {"万件": 2}),
        (["0.0004", "12"], {"万件": 4}),
        (["430.0", "478.00"], {}),
        (["1.5", "2.5"], {}),
    ],
)
def test_numbers_without_a_format_are_given_the_same_decimals(numbers: list[str], decimals: dict[str, int]) -> None:
    assert house_decimals(subjects_of([table(numbers)], [])) == decimals


def test_numbers_with_a_format_keep_it() -> None:
    formatted = table(["1", "2.25"], formatted=True)
    assert house_decimals(subjects_of([formatted], [])) == {}
    assert house_decimals(subjects_of([formatted, table(["430", "478.5"])], [])) == {}


def test_numbers_without_a_unit_are_left_as_they_are() -> None:
    assert house_decimals(subjects_of([table(["1", "2.25"], unit="")], [])) == {}
