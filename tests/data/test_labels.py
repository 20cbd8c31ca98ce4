from __future__ import annotations

import pytest

from reportgen.data.labels import Label, at_frequency, ends_at_frequency, leading_period, period_of, read_label
from reportgen.data.sheet import Cell, CellKind
from reportgen.periods import Grain, Period

MARCH = Period(Grain.MONTH, 2025, 3)
YEAR = Period(Grain.YEAR, 2024)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("登记量（件）", Label("登记量", "件")),
        ("占比(%)", Label("占比", "%")),
        ("增速（％）", Label("增速", "%")),
        ("产值（单位：亿元）", Label("产值", "亿元")),
        ("进出口（万美元）", Label("进出口", "万美元")),
        ("工业（含建筑业）", Label("工业（含建筑业）")),
        ("  其中：　　工业", Label("其中：工业")),
        ("（件）", Label("（件）")),
    ],
)
def test_a_label_names_its_unit_in_parentheses(text: str, label: Label) -> None:
    assert read_label(text) == label


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        (Cell(CellKind.TEXT, "2024 年"), YEAR),
        (Cell(CellKind.TEXT, "２０２４"), YEAR),
        (Cell(CellKind.TEXT, "2025-03"), MARCH),
        (Cell(CellKind.TEXT, "202503"), MARCH),
        (Cell(CellKind.NUMBER, "2024"), YEAR),
        (Cell(CellKind.NUMBER, "2024.0"), YEAR),
        (Cell(CellKind.NUMBER, "2024.5"), None),
        (Cell(CellKind.NUMBER, "384"), None),
        (Cell(CellKind.DATE, "2025-03-01T00:00:00", "yyyy/m/d"), MARCH),
        (Cell(CellKind.DATE, "2025-03-31", 'yyyy"年"m"月"'), MARCH),
        (Cell(CellKind.DATE, "2024-12-31T00:00:00", 'yyyy"年"'), YEAR),
        (Cell(CellKind.TEXT, "北京市"), None),
        (Cell(CellKind.LOGICAL, "2024"), None),
        (Cell(CellKind.TEXT, "2024" + " " * 100), None),
    ],
)
def test_a_cell_says_a_period_as_text_number_or_date(cell: Cell, period: Period | None) -> None:
    assert period_of(cell) == period


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024年占比", (YEAR, "占比")),
        ("2024 年 占比", (YEAR, "占比")),
        ("2025年3月同比", (MARCH, "同比")),
        ("2024年：登记量", (YEAR, "登记量")),
        ("2024 年比例", (YEAR, "比例")),
        ("2024 年比重", (YEAR, "比重")),
        ("2024 年", None),
        ("2024年1—6月", None),
        ("2024年比2023年", None),
        ("占比", None),
        ("20240", None),
    ],
)
def test_a_header_may_go_on_after_its_period(text: str, found: tuple[Period, str] | None) -> None:
    assert leading_period(text) == found


def test_a_month_of_quarterly_data_is_its_quarter() -> None:
    assert at_frequency(MARCH, "季") == Period(Grain.QUARTER, 2025, 1)
    assert at_frequency(Period(Grain.MONTH, 2025, 12), "年") == Period(Grain.YEAR, 2025)
    assert at_frequency(Period(Grain.MONTH, 2025, 6), "半年") == Period(Grain.HALF, 2025, 1)
    assert at_frequency(MARCH, "月") == MARCH
    assert at_frequency(YEAR, "季") == YEAR


def test_a_quarter_stands_at_its_last_month() -> None:
    assert ends_at_frequency(MARCH, "季")
    assert not ends_at_frequency(Period(Grain.MONTH, 2025, 4), "季")
    assert ends_at_frequency(Period(Grain.MONTH, 2025, 4), "")
