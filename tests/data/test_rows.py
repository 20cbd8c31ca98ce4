"""Lists of rows: where the header is, what rows are called, what each field holds, and what is wrong with a list."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportgen.data.address import parse_address
from reportgen.data.rows import RowList, read_rows
from reportgen.data.sheet import Cell, CellKind, Workbook
from reportgen.errors import Faulty
from tests.data.making import Given, sheet, source

CLIENTS: tuple[tuple[Given, ...], ...] = (
    ("客户名单",),
    ("序号", "客户", "行业", "预算（万元）"),
    (1, "甲 公司", "软件", (12.5, "0.0")),
    (2, "乙公司", None, 8),
)


def listed(rows: Sequence[Sequence[Given]] = CLIENTS, at: str = "名单!表", label: str | None = None) -> RowList:
    workbook = Workbook("名单", "clients.xlsx", (sheet(rows),))
    return read_rows(workbook, parse_address(source(at)), label=label)


def code(rows: Sequence[Sequence[Given]], label: str | None = None) -> tuple[str, str]:
    with pytest.raises(Faulty) as caught:
        listed(rows, label=label)
    (problem,) = caught.value.problems
    assert str(problem.span) == "report.yaml:3:9"
    return problem.code, problem.cell.cell if problem.cell else ""


def test_a_title_is_passed_over_and_a_column_that_counts_names_nothing() -> None:
    found = listed()
    assert found.fields == ("序号", "客户", "行业", "预算（万元）")
    assert found.labels == ("甲 公司", "乙公司")
    assert str(found.rows[0].cell) == "名单!表!B3"


def test_another_column_may_name_the_rows() -> None:
    assert listed(CLIENTS[:3], label="行业").labels == ("软件",)


def test_a_row_is_found_whatever_the_spaces_and_the_width() -> None:
    (row,) = listed().called("甲公司")
    assert row.label == "甲 公司"
    assert listed().called("丙公司") == ()


@pytest.mark.parametrize(("name", "index"), [("预算（万元）", 3), ("预算", 3), ("行 业", 2), ("不知", None)])
def test_a_field_is_found_without_what_stands_in_parentheses(name: str, index: int | None) -> None:
    assert listed().field(name) == index


def test_fields_that_differ_only_in_parentheses_are_told_apart() -> None:
    found = listed((("客户（全称）", "客户（简称）"), ("甲有限公司", "甲")))
    assert (found.field("客户（简称）"), found.field("客户")) == (1, None)


def test_each_kind_of_cell_says_what_it_holds() -> None:
    rows = (
        ("名称", "数", "日", "是否", "编码", "错"),
        (
            "甲",
            (0.5, "0.0%"),
            Cell(CellKind.DATE, "2025-03-31T00:00:00", "yyyy-mm-dd"),
            Cell(CellKind.LOGICAL, "1"),
            "00123",
            Cell(CellKind.ERROR, "#N/A"),
        ),
    )
    number, day, logical, digits, wrong = listed(rows).rows[0].entries[1:]
    assert number.value is not None
    assert (f"{number.value.number}", number.value.unit) == ("50", "%")
    assert (day.text, day.short) == ("2025 年 3 月 31 日", "2025-03-31")
    assert logical.text == "是"
    assert (digits.text, digits.value) == ("00123", None)
    assert wrong.fault is not None


def test_a_number_has_the_unit_of_its_header() -> None:
    value = listed().rows[0].entries[3].value
    assert value is not None
    assert (value.unit, value.decimals) == ("万元", 1)


def test_a_blank_cell_is_an_empty_text_that_knows_its_place() -> None:
    blank = listed().rows[1].entries[2]
    assert (blank.text, blank.cell.cell) == ("", "C4")


def test_what_stands_below_a_blank_row_is_no_row() -> None:
    assert listed((*CLIENTS, (), ("备注：仅供内部使用",))).labels == ("甲 公司", "乙公司")
    assert listed((*CLIENTS, ("注：仅供内部使用。",))).labels == ("甲 公司", "乙公司")
    assert listed((*CLIENTS, ("资料来源：客户部",))).labels == ("甲 公司", "乙公司")


def test_a_range_says_where_the_list_lies() -> None:
    assert listed(at="名单!表!B2:C3").labels == ("甲 公司",)


def test_a_list_of_one_column_is_a_list() -> None:
    assert listed((("客户",), ("甲",), ("乙",))).labels == ("甲", "乙")


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ((), ("data.empty-range", "")),
        ((("客户", "行业"),), ("data.no-rows", "A1")),
        ((("客户", "行业"), (None, "软件")), ("data.row-without-label", "A2")),
        ((("客户", "行业", "行业"), ("甲", "乙", "丙")), ("data.field-twice", "C1")),
        (((1, 2), (3, 4)), ("data.no-header", "A1")),
    ],
)
def test_what_is_wrong_with_a_list_is_told_in_both_places(
    rows: Sequence[Sequence[Given]], wrong: tuple[str, str]
) -> None:
    assert code(rows) == wrong


def test_a_column_that_is_not_there_is_told_with_the_nearest() -> None:
    assert code(CLIENTS, label="行也") == ("data.no-field", "A2")
