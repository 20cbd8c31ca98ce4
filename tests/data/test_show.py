from __future__ import annotations

from reportgen.data.sheet import Cell, CellKind
from reportgen.data.show import show
from tests.data.making import read, sheet


def test_faults_and_warnings_are_shown() -> None:
    table = read(
        sheet([["项目", "2023年", "2024年"], ["甲", Cell(CellKind.ERROR, "#N/A"), "1,5"], ["乙", "1,234.50", "—"]])
    )
    assert show(table) == (
        "数据\n"
        "                 2023           2024\n"
        "甲        !error-cell  !not-a-number\n"
        "乙  1234.5 [#,##0.00]            (—)\n"
        "! “簿!表”里有 1 个数字存成了文本（第一个在 簿!表!B3），已按数字读\n"
    )
