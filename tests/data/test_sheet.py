from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.data.sheet import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    a1,
    by_row,
    column_letters,
    column_number,
    merged_into,
    parse_area,
)
from tests.data.making import book, sheet


@given(st.integers(1, LAST_ROW), st.integers(1, LAST_COLUMN))
def test_an_address_names_its_cell(row: int, column: int) -> None:
    assert parse_area(a1(row, column)) == Area(row, column, row, column)
    assert column_number(column_letters(column)) == column


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("A3:B6", Area(3, 1, 6, 2)),
        ("$A$3:$B$6", Area(3, 1, 6, 2)),
        ("b6:a3", Area(3, 1, 6, 2)),
        ("XFD1048576", Area(LAST_ROW, LAST_COLUMN, LAST_ROW, LAST_COLUMN)),
        ("A:C", Area(1, 1, LAST_ROW, 3)),
        ("8:3", Area(3, 1, 8, LAST_COLUMN)),
    ],
)
def test_an_area_is_read_in_every_form(text: str, area: Area) -> None:
    assert parse_area(text) == area


@pytest.mark.parametrize("text", ["", "A", "3", "A0", "2A", "ZZZ1", "A1048577", "A1:B2:C3", "图1", "A1,B2"])
def test_what_names_no_area_is_none(text: str) -> None:
    assert parse_area(text) is None


def test_an_area_holds_the_cells_of_its_edges() -> None:
    area = Area(3, 1, 6, 2)
    assert (3, 1) in area
    assert (6, 2) in area
    assert (7, 2) not in area
    assert area.size == 8
    assert str(area) == "A3:B6"


def test_the_value_of_a_merge_counts_for_all_its_cells() -> None:
    made = sheet([["甲", None], [None, "乙"]], "A1:A2")
    assert merged_into(made) == {(1, 1): (1, 1), (2, 1): (1, 1)}
    assert {row: list(cells) for row, cells in by_row(made).items()} == {1: [1], 2: [2]}


def test_a_workbook_finds_a_sheet_without_regard_to_case() -> None:
    made = book(sheet([], name="Data"), sheet([], name="数据"))
    found = made.sheet("DATA")
    assert found is not None
    assert found.name == "Data"
    assert made.sheet("表") is None
    assert str(made.ref(found, 4, 28)) == "簿!Data!AB4"
