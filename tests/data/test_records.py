"""Lists of clients: headers, rows, blanks, notes, and what is wrong with them."""

from __future__ import annotations

import pytest

from reportgen.data.address import parse_address
from reportgen.data.records import Records, field_of, read_records, record_of
from reportgen.data.sheet import Cell, CellKind
from reportgen.errors import Faulty
from tests.data.making import Given, book, sheet, source

LIST: list[list[Given]] = [
    ["客户名单（2025 年）"],
    [],
    ["客户 名称", "关注类别", "份数"],
    ["甲公司", "软件登记", 3],
    [],
    ["乙公司", None, 12.5],
    ["注：名单由客户部提供。"],
]


def read(rows: list[list[Given]], *wanted: str) -> Records:
    return read_records(book(sheet(rows)), parse_address(source("簿!表")), wanted)


def test_each_row_below_the_header_is_a_record_with_its_cells() -> None:
    found = read(LIST, "客户名称", "关注类别")
    assert found.fields == ("客户 名称", "关注类别", "份数")
    assert [[entry.text for entry in row.values()] for row in found.rows] == [
        ["甲公司", "软件登记", "3"],
        ["乙公司", "", "12.5"],
    ]
    assert str(found.rows[1]["份数"].cell) == "簿!表!C6"


def test_a_field_and_a_record_are_found_by_what_they_say() -> None:
    found = read(LIST, "客户名称")
    field = field_of(found, "客户名称")
    assert field == "客户 名称"
    row = record_of(found, field, " 乙公司")
    assert row is not None
    assert row["份数"].text == "12.5"
    assert record_of(found, field, "丙公司") is None
    assert field_of(found, "电话") is None


def test_a_list_may_have_one_column_where_its_name_is_known() -> None:
    rows: list[list[Given]] = [["客户名单"], ["client"], ["甲"], ["乙"]]
    found = read_records(book(sheet(rows)), parse_address(source("簿!表")), known=["client", "year"])
    assert [row["client"].text for row in found.rows] == ["甲", "乙"]


def test_a_date_is_said_without_its_midnight() -> None:
    day = Cell(CellKind.DATE, "2025-03-31T00:00:00")
    assert read([["名称", "截止"], ["甲", day]]).rows[0]["截止"].text == "2025-03-31"


@pytest.mark.parametrize(
    ("rows", "wanted", "codes", "cell"),
    [
        (LIST, ("客户名称", "行业", "电话"), ["data.no_column", "data.no_column"], "簿!表!A3"),
        ([["名称", "类别"]], ("名称",), ["data.no_records"], "簿!表!A1"),
        ([["名称", "类别"], ["甲", Cell(CellKind.ERROR, "#N/A")]], (), ["data.unreadable_entry"], "簿!表!B2"),
        ([["只有一格"]], (), ["data.no_header"], "簿!表!A1"),
        ([], (), ["data.empty_range"], "None"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(
    rows: list[list[Given]], wanted: tuple[str, ...], codes: list[str], cell: str
) -> None:
    with pytest.raises(Faulty) as caught:
        read(rows, *wanted)
    assert [problem.code for problem in caught.value.problems] == codes
    assert str(caught.value.problems[0].cell) == cell
    assert all(problem.span and problem.span.line == 3 for problem in caught.value.problems)
