"""Workbooks of the next year: each table of the bulletin's workbooks with a period more, as an editor would add it."""

from __future__ import annotations

from copy import copy
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

PATENTS = "patent-survey-2024.xlsx"
COPYRIGHTS = "copyright-registration-2024.xlsx"

RATIO = 87.9
BESIDE: dict[str, tuple[float | None, ...]] = {
    "图3": (0.879, 0.905, 0.911),
    "图4": (None, None, 9.2, 11.9),
    "图5": (18.4, 18.9),
    "图6": (44.1,),
    "产学研": (43, 61.4, 69.0),
    "合作方式": (49.3, 30.1),
    "专利信息": (84.6, 44, 26.2),
    "存在问题": (47.0, 45.1, 43.2),
}
"""What 2025 says on the sheets whose periods stand side by side, from the first row on; every claim still holds."""

REGISTRATIONS = (7_500_000, 3_100_000, 455)
WORKS = (4_000_000, 2_600_000, 700_000, 140_000, 30_000, 31_000, 40_000, 21_000, 6_000)
REGIONS = (1_300_000, 1_200_000, 800_000, 500_000, 510_000)
HEADER = 3


def append_2025(folder: Path) -> None:
    """Add 2025 to each table of the two workbooks in `folder`."""
    book = load_workbook(folder / PATENTS)
    first = book["图1"]
    first.insert_rows(8)
    _like(first["A7"], first["A8"], "2025 年")
    _like(first["B7"], first["B8"], RATIO)
    book.defined_names["研发获取比例"].attr_text = "'图1'!$B$4:$B$8"
    for name, values in BESIDE.items():
        sheet = book[name]
        last = sheet.max_column
        header = sheet.cell(HEADER, last)
        if "年" not in str(header.value):
            # A table of one year says no year yet: it gets one.
            header.value = f"2024 年{header.value}"
        _column(sheet, last, str(header.value).replace("2024", "2025"), values)
    book.save(folder / PATENTS)
    _append_registrations(folder / COPYRIGHTS)


def _append_registrations(path: Path) -> None:
    # Formulas lose their stored results when openpyxl saves, so the results are kept in their place.
    book, stored = load_workbook(path), load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.value = stored[sheet.title][cell.coordinate].value
    totals = book["登记总量"]
    totals.insert_rows(9)
    works, software, pledges = REGISTRATIONS
    before = [_whole(totals, 8, column) for column in range(2, 6)]
    whole = works + software + pledges
    rates = [new / old - 1 for new, old in ((whole, before[3]), (works, before[0]), (software, before[1]))]
    for column, value in enumerate((2025, works, software, pledges, whole, *rates), 1):
        _like(totals.cell(8, column), totals.cell(9, column), value)
    table = totals.tables["登记总量表"]
    table.ref = "A3:H9"
    if table.autoFilter is not None:
        table.autoFilter.ref = "A3:H9"
    _column(book["作品类型"], 4, "2025 年", WORKS)
    regions = book["地区"]
    regions.insert_cols(4)
    _column(regions, 3, "2025 年", REGIONS)
    book.save(path)


def _whole(sheet: Worksheet, row: int, column: int) -> int:
    value = sheet.cell(row, column).value
    assert isinstance(value, int)
    return value


def _column(sheet: Worksheet, last: int, header: str, values: tuple[float | None, ...]) -> None:
    """Write a column right of `last`, in its formats."""
    for row, value in enumerate((header, *values), HEADER):
        _like(sheet.cell(row, last), sheet.cell(row, last + 1), value)


def _like(model: object, cell: object, value: float | str | None) -> None:
    assert isinstance(model, Cell)
    assert isinstance(cell, Cell)
    cell.value = value
    cell.number_format = copy(model.number_format)
