"""Patterns over labels: which columns they find, what the items are called, what is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.data.regroup import fitting, is_pattern, regrouped, unfitting, with_patterns
from reportgen.data.table import DataTable, Item, Measure, Value
from reportgen.origins import CellRef
from reportgen.periods import Grain, Period

YEARS = (Period(Grain.YEAR, 2023), Period(Grain.YEAR, 2024))


def table(*labels: str, measures: tuple[str, ...] = ("",)) -> DataTable:
    """Return a table whose values say where they come from: item, measure, period as digits."""
    values = {
        (item, measure, period): Value(Decimal(100 * item + 10 * measure + period), CellRef("簿", "表", "A1"), "")
        for item in range(len(labels))
        for measure in range(len(measures))
        for period in range(len(YEARS))
    }
    items = tuple(Item(label, CellRef("簿", "表", f"B{row}")) for row, label in enumerate(labels, 1))
    return DataTable("表", items, tuple(Measure(name) for name in measures), YEARS, values)


def numbers(found: DataTable) -> dict[tuple[int, int, int], int]:
    return {key: int(value.number) for key, value in found.values.items() if value.number is not None}


WIDE = table("现价:累计值", "现价:一产:累计值", "现价:二产:累计值", "同比:二产:累计值", "别的")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("现价:*:累计值", ((1, "一产"), (2, "二产"))),
        ("现价 : * :累计值", ((1, "一产"), (2, "二产"))),
        ("现价：*：累计值", ((1, "一产"), (2, "二产"))),
        ("现价:累计值", ((0, ""),)),
        ("现价*累计值", ((0, ":"), (1, ":一产:"), (2, ":二产:"))),
        ("*的", ((4, "别"),)),
        ("别的*", ()),
        ("*:*", ()),
        ("没有", ()),
    ],
)
def test_a_star_stands_for_one_character_or_more(pattern: str, found: tuple[tuple[int, str], ...]) -> None:
    assert fitting([item.label for item in WIDE.items], pattern) == found


def test_a_label_with_a_star_of_its_own_is_found_as_it_is() -> None:
    assert fitting(["甲*", "甲乙"], "甲*") == ((0, ""),)
    assert is_pattern("甲*")
    assert not is_pattern("甲")


def test_items_and_measures_come_from_patterns_and_the_rest_is_left_out() -> None:
    found = regrouped(WIDE, {"值": "现价:*:累计值", "增速": "同比:*:累计值"}, "产业")
    assert [(item.label, item.said) for item in found.items] == [
        ("一产", "现价:一产:累计值"),
        ("二产", "现价:二产:累计值"),
    ]
    assert [measure.name for measure in found.measures] == ["值", "增速"]
    assert numbers(found) == {
        (0, 0, 0): 100,
        (0, 0, 1): 101,
        (1, 0, 0): 200,
        (1, 0, 1): 201,
        (1, 1, 0): 300,
        (1, 1, 1): 301,
    }


def test_one_column_is_called_by_the_name_of_the_data() -> None:
    found = regrouped(WIDE, {"": "现价:累计值"}, "总量")
    assert [item.label for item in found.items] == ["总量"]
    assert numbers(found) == {(0, 0, 0): 0, (0, 0, 1): 1}


def test_measures_that_a_table_has_are_picked_and_named() -> None:
    found = regrouped(table("甲", "乙", measures=("登记量", "同比增长")), {"增速": "同比*"}, "表")
    assert [measure.name for measure in found.measures] == ["增速"]
    assert [item.label for item in found.items] == ["甲", "乙"]
    assert numbers(found) == {(0, 0, 0): 10, (0, 0, 1): 11, (1, 0, 0): 110, (1, 0, 1): 111}


def test_what_a_pattern_that_fits_nothing_might_have_meant() -> None:
    assert unfitting(WIDE, "现价:*:累计值") is None
    assert unfitting(WIDE, "现值:*") == tuple(item.label for item in WIDE.items)
    assert unfitting(table("甲", measures=("量", "率")), "甲") == ("量", "率")


def test_items_are_called_what_the_star_stands_for() -> None:
    found, picked = with_patterns(WIDE, "现价:*:累计值")
    assert picked == (1, 2)
    assert [item.label for item in found.items] == ["现价:累计值", "一产", "二产", "同比:二产:累计值", "别的"]
    assert found.items[1].said == "现价:一产:累计值"
