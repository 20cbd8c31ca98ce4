"""The one workbook that all broken specs read: two small tables, nothing wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

FILE = "statistics.xlsx"
"""What the specs call it; it stands beside them."""

RATIOS = "研发比例"
REGISTRATIONS = "登记量"

Row: TypeAlias = Sequence[str | int | float | None]

_RATIO_ROWS: tuple[Row, ...] = (
    ("企业发明专利中通过研发获取的比例",),
    (None, "单位：%"),
    ("年份", "研发获取比例"),
    ("2021 年", 84.5),
    ("2022 年", None),
    ("2023 年", 84.8),
    ("2024 年", 86.6),
    (),
    ("资料来源：国家知识产权局",),
    ("注：2022 年数据未公布。",),
)

_REGISTRATION_ROWS: tuple[Row, ...] = (
    ("全国著作权登记情况",),
    (None, None, "单位：件"),
    ("登记类别", "2023 年", "2024 年"),
    ("作品登记", 6428277, 7802965),
    ("软件登记", 2495213, 2827213),
    ("质权登记", 411, 432),
    ("其他登记", None, None),
    ("登记总量", 8923901, 10630610),
    (),
    ("资料来源：国家版权局",),
    ("注：其他登记未公布。",),
)


def write_workbook(folder: Path) -> Path:
    """Write the workbook into a folder and return its path."""
    workbook = Workbook()
    first = workbook.active
    assert isinstance(first, Worksheet)
    first.title = RATIOS
    _fill(first, _RATIO_ROWS, "0.0")
    _fill(workbook.create_sheet(REGISTRATIONS), _REGISTRATION_ROWS, "#,##0")
    path = folder / FILE
    workbook.save(path)
    return path


def _fill(sheet: Worksheet, rows: Sequence[Row], number_format: str) -> None:
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value = value
            if isinstance(value, int | float):
                cell.number_format = number_format
