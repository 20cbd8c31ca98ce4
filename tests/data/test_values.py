from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.data.sheet import Cell, CellKind
from reportgen.data.table import Gap
from reportgen.data.values import kept_as_text, value_of
from reportgen.origins import CellRef
from tests.data.making import source

SPAN = source("簿!表").span
REF = CellRef("簿", "表", "B4")


@pytest.mark.parametrize(
    ("cell", "unit", "number", "shown", "decimals"),
    [
        (Cell(CellKind.NUMBER, "86.6", "0.0"), "%", "86.6", "%", 1),
        (Cell(CellKind.NUMBER, "0.866", "0.0%"), "%", "86.6", "%", 1),
        (Cell(CellKind.NUMBER, "0.866", "0.0%"), "件", "86.6", "%", 1),
        (Cell(CellKind.NUMBER, "86.6", '0.0"%"'), "件", "86.6", "%", 1),
        (Cell(CellKind.NUMBER, "1", "0%"), "", "100", "%", 0),
        (Cell(CellKind.NUMBER, "41", "0.0"), "%", "41", "%", 1),
        (Cell(CellKind.NUMBER, "432", '0"件"'), "", "432", "件", 0),
        (Cell(CellKind.NUMBER, "432", '0"件"'), "项", "432", "项", 0),
        (Cell(CellKind.NUMBER, "0.30000000000000004"), "", "0.3", "", None),
        (Cell(CellKind.TEXT, "86.6%"), "", "86.6", "%", 1),
        (Cell(CellKind.TEXT, "1,234"), "件", "1234", "件", 0),
    ],
)
def test_a_number_is_canonical_in_its_unit(
    cell: Cell, unit: str, number: str, shown: str, decimals: int | None
) -> None:
    value = value_of(cell, REF, unit, SPAN)
    assert value.number == Decimal(number)
    assert str(value.number) == number
    assert (value.unit, value.decimals, value.raw, value.format) == (shown, decimals, cell.text, cell.format)
    assert value.gap is None
    assert value.fault is None


def test_nothing_is_a_blank_and_a_dash_a_placeholder() -> None:
    assert value_of(None, REF, "件", SPAN).gap is Gap.BLANK
    dash = value_of(Cell(CellKind.TEXT, "—"), REF, "件", SPAN)
    assert (dash.number, dash.gap, dash.raw, dash.fault) == (None, Gap.PLACEHOLDER, "—", None)


@pytest.mark.parametrize(
    ("cell", "code", "said"),
    [
        (Cell(CellKind.ERROR, "#DIV/0!"), "data.error-cell", "#DIV/0!"),
        (Cell(CellKind.TEXT, "#REF!"), "data.error-cell", "#REF!"),
        (Cell(CellKind.UNCACHED, "", formula=True), "data.uncached", "用 Excel 打开并保存一次"),
        (Cell(CellKind.UNREADABLE, "1e999"), "data.not-a-number", "1e999"),
        (Cell(CellKind.LOGICAL, "1"), "data.not-a-number", "却是“TRUE”"),
        (Cell(CellKind.LOGICAL, "0"), "data.not-a-number", "却是“FALSE”"),
        (Cell(CellKind.DATE, "2024-01-01T00:00:00"), "data.not-a-number", "却是“2024-01-01”"),
        (Cell(CellKind.TEXT, "约八百万"), "data.not-a-number", "约八百万"),
        (Cell(CellKind.TEXT, "很长" * 100), "data.not-a-number", "很长" * 20 + "…"),
    ],
)
def test_a_broken_cell_is_a_value_with_a_fault(cell: Cell, code: str, said: str) -> None:
    value = value_of(cell, REF, "件", SPAN)
    assert value.number is None
    assert value.gap is None
    assert value.fault is not None
    assert value.fault.code == code
    assert said in value.fault.zh + value.fault.hint_zh
    assert (value.fault.span, value.fault.cell) == (SPAN, REF)
    assert "簿!表!B4" in value.fault.zh


def test_a_number_kept_as_text_is_told_from_one_that_is_a_number() -> None:
    assert kept_as_text(Cell(CellKind.TEXT, "1,234"))
    assert not kept_as_text(Cell(CellKind.NUMBER, "1234"))
    assert not kept_as_text(Cell(CellKind.TEXT, "—"))
    assert not kept_as_text(None)
