"""The workbook inside a native chart: categories in the first column, a column for each series.

Word opens it when an editor asks for the chart's data. Every text is written as text, so that a label which looks like
a formula or a link stays a label; a missing point is an empty cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Self

from reportgen.model.chart import Chart

SHEET = "Sheet1"
_CREATED = datetime(1980, 1, 1)


class _Exact(float):
    """A number that is written in the digits it was given in; xlsxwriter's own sixteen show a float's tail."""

    __slots__ = ("digits",)
    digits: str

    def __new__(cls, value: Decimal) -> Self:
        made = super().__new__(cls, value)
        made.digits = digits(value)
        return made

    def __format__(self, spec: str) -> str:
        return self.digits


def digits(value: Decimal) -> str:
    """Return `value` in full, without an exponent."""
    return f"{value:f}"


def category_range(chart: Chart) -> str:
    """Return the address of the categories."""
    return f"{SHEET}!$A$2:$A${len(chart.categories) + 1}"


def name_cell(series: int) -> str:
    """Return the address of the name of a series (from 0)."""
    return f"{SHEET}!${_column(series + 1)}$1"


def value_range(chart: Chart, series: int) -> str:
    """Return the address of the values of a series (from 0)."""
    column = _column(series + 1)
    return f"{SHEET}!${column}$2:${column}${len(chart.categories) + 1}"


def _column(number: int) -> str:
    """Return the letters of a column (from 0)."""
    before, last = divmod(number, 26)
    return (_column(before - 1) if before else "") + chr(ord("A") + last)


def chart_workbook(chart: Chart, formats: Sequence[Sequence[str]]) -> bytes:
    """Return the workbook of `chart`; `formats` gives the number format by series and category."""
    import xlsxwriter  # noqa: PLC0415 - heavy, and not wanted where every workbook is kept

    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(SHEET)
    made = {
        code: book.add_format({"num_format": code}) for code in dict.fromkeys(code for row in formats for code in row)
    }
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(chart.series, 1):
        sheet.write_string(0, column, series.name)
        for row, point in enumerate(series.points, 1):
            if point.value is not None:
                sheet.write_number(row, column, _Exact(point.value), made[formats[column - 1][row - 1]])
    book.close()
    return stream.getvalue()
