from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.data.select import find_item, find_label, find_measure, near_hint, nearest
from reportgen.data.table import DataTable, Item, Measure

LABELS = (
    "企业总体",
    "战略性新兴产业",
    "未来产业",
    "大型企业：市场化服务为主",
    "大型企业：公共服务为补充",
    "50 万～100 万元",
)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        ("企业总体", 0),
        (" 企业 总体\u3000", 0),
        ("50万~100万元", 5),
        ("５０ 万～１００ 万元", 5),
        ("未来产业（%）", 2),
        ("未来", None),
        ("", None),
    ],
)
def test_a_label_is_found_whole_whatever_its_spaces_and_width(wanted: str, index: int | None) -> None:
    assert find_label(LABELS, wanted) == index


@given(st.lists(st.text(min_size=1).filter(str.strip), unique=True, min_size=1))
def test_the_first_label_that_says_it_is_found(labels: list[str]) -> None:
    for label in labels:
        found = find_label(labels, label)
        assert found is not None
        assert found <= labels.index(label)


def test_an_alias_goes_before_a_label() -> None:
    table = DataTable("数据", (Item("甲"), Item("乙", alias="甲")), (Measure("登记量"), Measure("同比")), (), {})
    assert find_item(table, "甲") == 1
    assert find_item(table, "乙") == 1
    assert find_item(table, "丙") is None
    assert find_measure(table, " 同 比") == 1
    assert find_measure(table, "环比") is None


def test_the_nearest_labels_are_offered() -> None:
    assert nearest(LABELS, "战略新兴产业")[0] == "战略性新兴产业"
    assert nearest(("研发获取", "研发投入", "地区"), "研发获得")[0] == "研发获取"
    assert nearest(LABELS, "总体") == ("企业总体",)
    assert nearest(LABELS, "xyz") == ()


def test_where_none_is_near_all_of_few_are_listed() -> None:
    assert near_hint(("甲", "乙"), "xyz") == ("有的是：甲、乙。", "There are: 甲, 乙.")
    assert near_hint(("图1", "图3"), "图2")[0] == "是不是“图1”“图3”？"
    assert near_hint([f"项{n}x" for n in range(20)], "yzw") == ("", "")
