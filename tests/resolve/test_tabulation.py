"""Tables of a spec: what runs down and what across, and how numbers stand under their unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from reportgen.conventions.load import load_conventions
from reportgen.data.table import DataTable, Item, Measure, Value
from reportgen.model.block import Table
from reportgen.model.inline import plain
from reportgen.origins import BlockId, CellRef, SourceText, Span
from reportgen.periods import Grain, Period
from reportgen.prose.scope import Scope
from reportgen.prose.selection import of_table
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.tabulation import table
from reportgen.spec.blocks import TableBlock

HERE = Span("月报.yaml", 1, 1, 1, 2)
Y2023, Y2024 = Period(Grain.YEAR, 2023), Period(Grain.YEAR, 2024)


def data(
    measures: tuple[Measure, ...], periods: tuple[Period, ...], numbers: dict[tuple[int, int, int], str]
) -> DataTable:
    values = {
        key: Value(
            Decimal(n), CellRef("书", "表", f"B{i}"), n, unit=measures[key[1]].unit, decimals=len(n.partition(".")[2])
        )
        for i, (key, n) in enumerate(numbers.items(), 1)
    }
    return DataTable("表", (Item("甲"), Item("乙")), measures, periods, values)


def made(
    source: DataTable, expression: str, rows: Literal["items", "periods"] = "periods", *measures: str
) -> tuple[Table, Ledger]:
    ledger = Ledger()
    scope = Scope({"表": of_table(source, "表", current=Y2024)})
    columns = tuple(SourceText(name, HERE, ((0, 1, 1),)) for name in measures) or None
    part = TableBlock(span=HERE, table=SourceText(expression, HERE, ((0, 1, 1),)), rows=rows, measures=columns)
    return table(part, BlockId("t"), None, scope, load_conventions("bulletin"), ledger), ledger


def shown(made_table: Table) -> list[str]:
    return [" | ".join(plain(cell.inlines) for cell in row) for row in (*made_table.header, *made_table.rows)]


SEVERAL = data(
    (Measure("登记量", "件"), Measure("占比", "%")),
    (Y2024,),
    {(0, 0, 0): "432", (0, 1, 0): "60.5", (1, 0, 0): "282", (1, 1, 0): "39.5"},
)


def test_measures_stand_side_by_side_where_none_is_chosen() -> None:
    found, ledger = made(SEVERAL, "表")
    assert shown(found) == ["项目 | 登记量 | 占比", "甲 | 432 | 60.5%", "乙 | 282 | 39.5%"]
    assert found.unit == "单位：件"
    assert len(ledger.trail.records) == 4


def test_a_chosen_measure_stands_alone() -> None:
    found, _ = made(SEVERAL, "表.占比")
    assert shown(found) == ["项目 | 占比", "甲 | 60.5", "乙 | 39.5"]
    assert found.unit == "单位：%"


def test_the_only_measure_without_a_name_goes_by_that_of_its_data() -> None:
    over_time = data(
        (Measure("", "件"),), (Y2023, Y2024), {(0, 0, 0): "400", (0, 0, 1): "440", (1, 0, 0): "50", (1, 0, 1): "60"}
    )
    found, _ = made(over_time, "表", "periods", "表", "同比", "占比")
    assert shown(found) == ["项目 | 表 | 同比 | 占比", "甲 | 440 | 10.00% | 88.0%", "乙 | 60 | 20.00% | 12.0%"]


def test_time_runs_down_and_items_across() -> None:
    over_time = data(
        (Measure("", "件"),),
        (Y2023, Y2024),
        {(0, 0, 0): "411", (0, 0, 1): "432", (1, 0, 1): "282"},
    )
    found, _ = made(over_time, "表")
    assert shown(found) == ["年份 | 甲 | 乙", "2023 年 | 411 | —", "2024 年 | 432 | 282"]


BOTH = data((Measure("", "件"),), (Y2023, Y2024), {(0, 0, 0): "411", (0, 0, 1): "432", (1, 0, 1): "282"})


def test_items_may_run_down_beside_time() -> None:
    found, _ = made(replace(BOTH, corner="地区"), "表", rows="items")
    assert shown(found) == ["地区 | 2023 年 | 2024 年", "甲 | 411 | 432", "乙 | — | 282"]


def test_a_corner_of_items_does_not_head_the_periods() -> None:
    assert shown(made(replace(BOTH, corner="地区"), "表")[0])[0] == "年份 | 甲 | 乙"
    assert shown(made(replace(BOTH, corner="年度"), "表")[0])[0] == "年度 | 甲 | 乙"
