"""Whether a workbook is of the current period."""

from __future__ import annotations

import pytest

from reportgen.data.address import parse_address
from reportgen.data.table import DataTable, Item, Measure
from reportgen.origins import CellRef, SourceText, Span
from reportgen.periods import Grain, Period
from reportgen.resolve.held import titled_otherwise

YEAR, MONTH = Period(Grain.YEAR, 2025), Period(Grain.MONTH, 2025, 3)
SPAN = Span("s.yaml", 1, 1, 1, 5)
ADDRESS = parse_address(SourceText("甲!乙", SPAN, ((0, 1, 1),)))


def table(title: str, dated: tuple[Period, ...] = ()) -> DataTable:
    cells = {period: CellRef("甲", "乙", f"A{row}") for row, period in enumerate(dated, 4)}
    return DataTable("丙", (Item("丁"),), (Measure(""),), dated, {}, title=title, period_cells=cells)


@pytest.mark.parametrize(
    ("title", "current"),
    [
        ("企业数", YEAR),
        ("", YEAR),
        ("2025 年企业数", YEAR),
        ("２０２５年企业数", YEAR),
        ("2020—2025 年企业数", YEAR),
        ("2025 年 2 月末企业数", YEAR),
        ("2025 年 3 月企业数", MONTH),
        ("2025 年企业数", MONTH),
        ("12025 年", YEAR),
    ],
)
def test_a_title_of_the_period_or_of_no_period_is_right(title: str, current: Period) -> None:
    assert titled_otherwise(table(title), ADDRESS, current) is None


@pytest.mark.parametrize(
    ("title", "current"),
    [
        ("2024 年企业数", YEAR),
        ("2020—2024 年企业数", YEAR),
        ("2025 年 2 月企业数", MONTH),
        ("2024 年 3 月企业数", MONTH),
    ],
)
def test_a_title_of_another_period_is_a_warning_at_the_data(title: str, current: Period) -> None:
    problem = titled_otherwise(table(title), ADDRESS, current)
    assert problem is not None
    assert (problem.code, problem.span, problem.fatal) == ("data.another-title", SPAN, False)
    assert title in problem.zh


def test_a_dated_table_may_have_any_title() -> None:
    assert titled_otherwise(table("2024 年企业数", (YEAR,)), ADDRESS, YEAR) is None
