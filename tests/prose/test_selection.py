"""Narrowing data: items, measures, periods, order; and what a selection keeps of how it came about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.data.table import DataTable, Gap, Item, Measure, Value
from reportgen.errors import Faulty
from reportgen.origins import CellRef
from reportgen.periods import Grain, Period
from reportgen.prose.evaluate import phrase
from reportgen.prose.phrase import plain
from reportgen.prose.ranking import extreme, first, ordered, rank
from reportgen.prose.samples import CURRENT, scope, source_text, table, years
from reportgen.prose.scope import Scope
from reportgen.prose.selection import (
    Selection,
    aliased,
    all_periods,
    at_measure,
    find_item,
    grid,
    labels,
    last,
    of_table,
    only_items,
    quantities,
    since,
    with_overall,
)


def three(*numbers: str | None, **named: str) -> Selection:
    rows = {name: [number] for name, number in zip("子丑寅", numbers, strict=False)} or {
        name: [number] for name, number in named.items()
    }
    return of_table(table("甲", rows, years(2024)), "甲", current=CURRENT)


def quarterly() -> Scope:
    """A release with an amount and a published rate for each item, as measures of one table."""
    quarters = [Period(Grain.QUARTER, 2023, 4), Period(Grain.QUARTER, 2024, 3)]
    numbers = {
        (0, 0): ("1260582", "913865"),
        (0, 1): ("5.2", "4.8"),
        (1, 0): ("480000", "380000"),
        (1, 1): ("4.7", "5.4"),
    }
    values = {
        (item, measure, period): Value(
            Decimal(text),
            CellRef("书", "页", f"{'BCDE'[item * 2 + measure]}{period + 2}"),
            text,
            unit="%" if measure else "亿元",
            decimals=1 if measure else 0,
        )
        for (item, measure), texts in numbers.items()
        for period, text in enumerate(texts)
    }
    release = DataTable(
        "指标", (Item("国内生产总值"), Item("第二产业")), (Measure("现价"), Measure("同比")), tuple(quarters), values
    )
    chosen = of_table(release, "总量", current=quarters[1], noun="增加值")
    return Scope({"总量": only_items(chosen, ["国内生产总值"]), "产业": only_items(chosen, ["第二产业"])}, quarters[1])


@pytest.mark.parametrize(
    ("expression", "prints"),
    [
        ("总量", "913865 亿元"),
        ("总量.现价", "913865 亿元"),
        ("总量.同比", "4.8%"),
        ("总量 | 同比", "同比增长 4.8%"),
        ("总量 | 较上年", "较上年同期增长 4.8%"),
        ("总量.同比 | 快慢(上年全年)", "比上年全年放缓 0.4 个百分点"),
        ("产业 | 逐项", "第二产业增加值 380000 亿元，同比增长 5.4%"),
        ("产业 | 占(总量)", "41.6%"),
    ],
)
def test_a_published_rate_is_a_measure_too(expression: str, prints: str) -> None:
    assert plain(phrase(source_text(expression), quarterly())) == prints


def test_a_selection_has_no_text_of_its_own() -> None:
    with pytest.raises(TypeError):
        str(three("1"))
    with pytest.raises(TypeError):
        f"{three('1')}"


def test_the_current_period_is_the_workbooks_or_the_last() -> None:
    data = table("甲", {"子": ["1", "2"]}, years(2022, 2023))
    assert of_table(data, "甲", current=CURRENT).periods == (CURRENT,)
    assert of_table(data, "甲").periods == years(2023)


def test_tables_without_time_have_one_value_each() -> None:
    data = table("甲", {"子": ["1.0"]}, ())
    selection = of_table(data, "甲")
    assert selection.periods == (None,)
    assert [quantity.exact for quantity in quantities(selection)] == [Decimal("1.0")]
    with pytest.raises(Faulty) as caught:
        last(selection, 2)
    assert caught.value.problems[0].code == "prose.no-periods"


def test_items_are_picked_ordered_and_renamed() -> None:
    chosen = aliased(three("1", "2", "3"), {"末": "寅", "首": "子"})
    assert labels(chosen) == ("寅", "子")
    assert find_item(chosen, "末") == 2
    assert labels(only_items(chosen, ["首"])) == ("子",)


def test_every_wrong_item_is_told() -> None:
    with pytest.raises(Faulty) as caught:
        only_items(three("1", "2", "3"), ["子", "卯", "辰"])
    assert len(caught.value.problems) == 2


def test_the_same_label_twice_is_ambiguous() -> None:
    twice = DataTable("甲", (Item("子"), Item("子 ")), (Measure(""),), (), {})
    with pytest.raises(Faulty) as caught:
        find_item(of_table(twice, "甲"), "子")
    assert caught.value.problems[0].code == "prose.ambiguous-part"


def test_the_overall_item_is_none_of_the_items() -> None:
    chosen = with_overall(three("1", "2", "3"), "丑")
    assert labels(chosen) == ("子", "寅")
    assert labels(ordered(chosen)) == ("寅", "子")
    assert find_item(chosen, "丑") == 1


def test_periods_are_consecutive_whether_the_table_has_them_or_not() -> None:
    data = of_table(table("甲", {"子": ["1", "2"]}, years(2021, 2024)), "甲", current=CURRENT)
    assert last(data, 3).periods == years(2022, 2023, 2024)
    assert since(data, years(2021)[0]).periods == years(2021, 2022, 2023, 2024)
    assert [quantity.gap for quantity in quantities(last(data, 3))] == [Gap.ABSENT, Gap.ABSENT, None]
    assert all_periods(data).periods == years(2021, 2024)
    assert all_periods(last(data, 3)).periods == years(2022, 2023, 2024)


def test_sorting_puts_blanks_last_and_ranking_refuses_them() -> None:
    blank = three("1", None, "3")
    assert labels(ordered(blank)) == ("寅", "子", "丑")
    assert labels(ordered(blank, descending=False)) == ("子", "寅", "丑")
    with pytest.raises(Faulty) as caught:
        rank(blank, 1)
    assert caught.value.problems[0].code == "prose.missing"
    with pytest.raises(Faulty):
        first(blank, 1)
    with pytest.raises(Faulty):
        extreme(blank, highest=True)


def test_there_is_no_place_beyond_the_last() -> None:
    for place in (0, 4):
        with pytest.raises(Faulty) as caught:
            rank(three("1", "2", "3"), place)
        assert caught.value.problems[0].code == "prose.no-rank"


def test_a_grid_has_a_row_an_item_and_a_column_a_period() -> None:
    registered = scope().names["登记"]
    assert isinstance(registered, Selection)
    rows = grid(last(only_items(registered, ["作品登记", "软件登记"]), 3))
    assert [[quantity.period for quantity in row] for row in rows] == [list(years(2022, 2023, 2024))] * 2
    assert [row[0].label for row in rows] == ["作品登记", "软件登记"]


def test_an_unknown_measure_is_told() -> None:
    with pytest.raises(Faulty) as caught:
        at_measure(three("1"), "增速")
    assert caught.value.problems[0].code == "prose.unknown-part"


@given(st.lists(st.integers(0, 50), min_size=1, max_size=3))
def test_ranks_follow_the_order_and_depend_on_every_value(numbers: list[int]) -> None:
    data = three(*(str(number) for number in numbers))
    in_order = ordered(data)
    values = [quantity.exact for quantity in quantities(in_order)]
    assert values == sorted(values, key=lambda number: -(number or 0))
    for place in range(1, len(numbers) + 1):
        chosen = rank(data, place)
        assert labels(chosen) == labels(in_order)[place - 1 : place]
        (quantity,) = quantities(chosen)
        assert len(quantity.cells) == len(numbers)
    assert labels(extreme(data, highest=True)) == labels(in_order)[:1]


def test_a_selection_beyond_all_sense_is_refused() -> None:
    data = table("甲", {str(number): ["1"] for number in range(100)}, years(2024))
    with pytest.raises(Faulty) as caught:
        grid(last(of_table(data, "甲", current=CURRENT), 1200))
    assert caught.value.problems[0].code == "prose.too-many"


RATES = {"产量": ["10", "11"], "同比": ["4.0", "5.0"], "占比": ["60.0", "61.3"]}
"""A table of years down, whose columns are an amount, its published rate and its share."""


@pytest.mark.parametrize(
    ("expression", "prints"),
    [
        ("甲.占比", "61.3%"),
        ("甲.同比", "5.0%"),
        ("甲.占比.上年", "60.0%"),
        ("甲.产量", "11%"),
        ("甲.产量.环比", "1 个百分点"),
    ],
)
def test_a_column_of_a_computed_name_is_what_the_table_says(expression: str, prints: str) -> None:
    current = Period(Grain.YEAR, 2024)
    selection = of_table(table("甲", RATES, years(2023, 2024)), "甲", current=current)
    assert plain(phrase(source_text(expression), Scope({"甲": selection}, current))) == prints


def test_a_rate_headed_by_nothing_else_belongs_to_the_only_amount() -> None:
    current = Period(Grain.YEAR, 2024)
    rows = {name: RATES[name] for name in ("产量", "同比")}
    selection = of_table(table("甲", rows, years(2023, 2024)), "甲", current=current)
    assert plain(phrase(source_text("甲.产量 | 同比"), Scope({"甲": selection}, current))) == "同比增长 5.0%"
    several = of_table(table("甲", rows | {"销量": ["1", "2"]}, years(2023, 2024), unit="件"), "甲", current=current)
    assert plain(phrase(source_text("甲.产量 | 同比"), Scope({"甲": several}, current))) == "同比增长 10.00%"
