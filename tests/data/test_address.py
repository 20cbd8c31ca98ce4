from __future__ import annotations

import pytest

from reportgen.data.address import parse_address
from reportgen.data.sheet import Area
from reportgen.errors import Faulty
from tests.data.making import source


@pytest.mark.parametrize(
    ("text", "workbook", "name", "area"),
    [
        ("调查!图1", "调查", "图1", None),
        (" 调查 ！ 图 1 ", "调查", "图 1", None),
        ("调查!图3!A3:B6", "调查", "图3", Area(3, 1, 6, 2)),
        ("调查!图3!ａ３：$B$6", "调查", "图3", Area(3, 1, 6, 2)),
        ("调查!'a!b'!A1", "调查", "a!b", Area(1, 1, 1, 1)),
        ("'甲''乙'!表", "甲'乙", "表", None),
    ],
)
def test_an_address_names_workbook_place_and_range(text: str, workbook: str, name: str, area: Area | None) -> None:
    address = parse_address(source(text))
    assert (address.workbook, address.name, address.area) == (workbook, name, area)
    assert address.span == source(text).span


@pytest.mark.parametrize(
    "text", ["", "调查", "!图1", "调查!", "调查!图1!", "调查!图1!B", "甲!乙!A1!B2", "调查!'图1", "甲!乙!丙"]
)
def test_what_is_no_address_is_a_located_problem(text: str) -> None:
    with pytest.raises(Faulty) as caught:
        parse_address(source(text))
    (problem,) = caught.value.problems
    assert problem.code == "data.bad-address"
    assert problem.span == source(text).span
