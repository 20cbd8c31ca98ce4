"""A monthly bulletin of trade: charts and tables over months as a spec asks for them, and what it may not ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reportgen.composed import Composed
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.model.block import ChartFigure, Table
from reportgen.model.chart import Chart
from reportgen.model.inline import plain
from reportgen.pipeline import compose
from reportgen.request import Request

HEAD = """\
reportgen: 1
title: 外贸
params: {period: {type: month, default: 2025-03}}
workbooks: {贸易: {path: trade.xlsx, period: period}}
data:
  外贸: 贸易!贸易
  全国: {from: 贸易!贸易, items: [进出口]}
  分项: 贸易!分项
  出口额: {from: 贸易!分项, items: [出口], total: 分项.进口}
  两项: {from: 贸易!贸易, items: [出口, 进口]}
  全部: {from: 贸易!贸易, items: [出口, 进口], total: 两项}
  有总: {from: 贸易!贸易, items: [出口, 进口], total: 外贸.进出口}
body:
"""
AMOUNTS = {"进出口": (41, 45, 39, 50), "出口": (24, 26, 23, 30), "进口": (17, 19, 16, 20)}
MONTHS = ("2024-12", "2025-01", "2025-02", "2025-03")


def written(folder: Path, body: str) -> Path:
    """Write the workbook, amounts of some items a month, and a spec with `body`; return its path."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "贸易"
    sheet.append(["货物进出口"])
    sheet.append(["单位：亿元"])
    sheet.append(["月份", *AMOUNTS])
    for row, month in enumerate(MONTHS):
        sheet.append([month, *(amounts[row] for amounts in AMOUNTS.values())])
    rates = book.create_sheet("分项")
    rates.append(["分项进出口"])
    rates.append(["单位：亿元"])
    rates.append(["月份", "出口", None, "进口", None])
    rates.append([None, "金额", "同比(%)", "金额", "同比(%)"])
    for row, month in enumerate(MONTHS):
        rates.append([month, AMOUNTS["出口"][row], 2.5 + row, AMOUNTS["进口"][row], -1.5 - row])
    rates.merge_cells("B3:C3")
    rates.merge_cells("D3:E3")
    book.save(folder / "trade.xlsx")
    path = folder / "trade.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def composed(folder: Path, body: str) -> Composed:
    return compose(Request(written(folder, body)))


def chart(folder: Path, body: str) -> Chart:
    made = composed(folder, body)
    assert [one.code for one in made.problems] == []
    (figure,) = (block for block in made.document.blocks if isinstance(block, ChartFigure))
    return figure.chart


def problems(folder: Path, body: str) -> tuple[Problem, ...]:
    try:
        return composed(folder, body).problems
    except Faulty as faulty:
        return tuple(faulty.problems)


def test_the_shares_of_a_pie_are_of_its_total(tmp_path: Path) -> None:
    pie = chart(tmp_path, "  - {chart: pie, data: 有总, labels: share, caption: 构成}\n")
    assert [point.label for point in pie.series[0].points] == ["60.0%", "40.0%"]
    assert [str(point.value) for point in pie.series[0].points] == ["30", "20"]


def test_a_pie_whose_shares_do_not_make_the_whole_is_refused(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "  - {chart: pie, data: 有总, items: [出口], labels: share, caption: 构成}\n")
    assert (problem.code, str(problem.span)) == ("chart.not-whole", "trade.yaml:14:24")
    assert "60.0%" in problem.zh
    assert "rest:" in problem.hint_en


def test_the_rest_of_a_total_is_drawn(tmp_path: Path) -> None:
    body = "  - {chart: pie, data: 有总, items: [出口], labels: share, rest: 其余, unit: 万元, caption: 构成}\n"
    pie = chart(tmp_path, body)
    assert pie.categories == ("出口", "其余")
    assert [point.label for point in pie.series[0].points] == ["60.0%", "40.0%"]
    assert [str(point.value) for point in pie.series[0].points] == ["300000", "200000"]


def test_the_rest_of_data_without_a_total_is_refused(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "  - {chart: pie, data: 两项, items: [出口], rest: 其余, caption: 构成}\n")
    assert problem.code == "chart.not-a-share"
    assert "total:" in problem.hint_zh


def test_nothing_is_left_of_a_total_that_the_parts_make(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "  - {chart: pie, data: 有总, rest: 其余, caption: 构成}\n")
    assert problem.code == "chart.rest-exceeds"
    assert "50 亿元" in problem.zh


def test_a_total_of_several_items_is_their_sum(tmp_path: Path) -> None:
    bars = chart(tmp_path, "  - {chart: bar, data: 全部, labels: share, caption: 构成}\n")
    assert [point.label for point in bars.series[0].points] == ["60.0%", "40.0%"]


@pytest.mark.parametrize("kind", ["pie", "bar", "column"])
def test_shares_of_no_total_are_refused(kind: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, f"  - {{chart: {kind}, data: 两项, labels: share, caption: 构成}}\n")
    assert problem.code == "chart.no-total"
    assert "两项" in problem.zh
    assert "两项" in problem.hint_zh


def test_a_row_of_totals_without_a_total_says_nothing_of_shares(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "  - {table: 两项, total: last, caption: 额}\n")
    assert problem.code == "table.no-total"
    assert "占比" not in problem.zh + problem.hint_zh
    assert "登记" not in problem.hint_zh


def test_a_pie_of_several_periods_is_refused(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "  - {chart: pie, data: 两项.近(3), caption: 构成}\n")
    assert problem.code == "chart.pie-of-periods"


@pytest.mark.parametrize(
    ("block", "key"),
    [
        ("chart: pie, data: 两项, last: 3", "last"),
        ("chart: pie, data: 两项, series: period", "series"),
        ("chart: pie, data: 两项, stacked: true", "stacked"),
        ("chart: line, data: 两项, stacked: true", "stacked"),
        ("chart: column+line, columns: 两项, line: 全国, items: [出口]", "items"),
        ("chart: column+line, columns: 两项, line: 全国, series: period", "series"),
        ("chart: column+line, columns: 两项, line: 全国, labels: share", "labels"),
    ],
)
def test_a_key_that_the_kind_of_chart_would_read_past_is_refused(block: str, key: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, f"  - {{{block}, caption: 图}}\n")
    assert problem.code == "spec.chart-cannot"
    assert f"“{key}”" in problem.zh
    assert problem.span is not None
    assert problem.hint_zh


def test_points_leave_the_unit_to_their_axis_and_slices_say_it(tmp_path: Path) -> None:
    for kind, labels in (("line", ["41", "45", "39", "50"]), ("pie", ["50 亿元"])):
        drawn = chart(tmp_path, f"  - {{chart: {kind}, data: 全国, caption: 额}}\n")
        assert [point.label for point in drawn.series[0].points] == labels
        assert drawn.first.unit == "亿元"


def test_percentages_keep_their_sign_at_the_points(tmp_path: Path) -> None:
    block = "  - {chart: column+line, columns: 全国, line: 全国.环比, last: 2, caption: 额}\n"
    columns, line = chart(tmp_path, block).series
    assert [point.label for point in columns.points] == ["39", "50"]
    assert [point.label for point in line.points] == ["-13.33%", "28.21%"]


def test_the_words_for_a_chart_say_the_unit_that_its_axis_says(tmp_path: Path) -> None:
    body = """\
  - {chart: column, data: 全国, last: 1, caption: 额}
  - {chart: column, data: 两项, last: 2, caption: 额}
  - {chart: bar, data: 有总, labels: share, caption: 额}
  - {chart: column+line, columns: 全国, line: 全国.环比, last: 1, caption: 额}
"""
    figures = [block for block in composed(tmp_path, body).document.blocks if isinstance(block, ChartFigure)]
    assert [figure.alt for figure in figures] == [
        "柱形图：额（亿元）。进出口 50。",
        "柱形图：额。出口（亿元）：2025 年 2 月 23，2025 年 3 月 30。进口（亿元）：2025 年 2 月 16，2025 年 3 月 20。",
        "条形图：额。出口 60.0%，进口 40.0%。",
        "柱形与折线图：额。进出口（亿元）：2025 年 3 月 50。进出口环比：2025 年 3 月 28.21%。",
    ]


def rows(folder: Path, block: str) -> list[str]:
    made = composed(folder, f"  - {{{block}, caption: 额}}\n")
    assert [one.code for one in made.problems] == []
    (table,) = (one for one in made.document.blocks if isinstance(one, Table))
    assert table.unit == "单位：亿元"
    return [" | ".join(plain(cell.inlines) for cell in row) for row in (*table.header, *table.rows)]


def test_months_run_down_and_the_measures_of_one_item_across(tmp_path: Path) -> None:
    assert rows(tmp_path, "table: 分项.出口, last: 2, measures: [金额, {同比: 0.00}]") == [
        "月份 | 金额 | 同比",
        "2025 年 2 月 | 23 | 4.50%",
        "2025 年 3 月 | 30 | 5.50%",
    ]


def test_over_months_each_item_has_a_column_for_each_measure(tmp_path: Path) -> None:
    assert rows(tmp_path, "table: 分项, last: 2, measures: [金额, 同比, 环比]") == [
        "月份 | 出口金额 | 出口同比 | 出口环比 | 进口金额 | 进口同比 | 进口环比",
        "2025 年 2 月 | 23 | 4.5% | -11.54% | 16 | -3.5% | -15.79%",
        "2025 年 3 月 | 30 | 5.5% | 30.43% | 20 | -4.5% | 25.00%",
    ]


def test_the_total_over_months_has_its_measures_too(tmp_path: Path) -> None:
    assert rows(tmp_path, "table: 出口额, last: 2, measures: [金额, 同比], total: last") == [
        "月份 | 金额 | 同比 | 进口金额 | 进口同比",
        "2025 年 2 月 | 23 | 4.5% | 16 | -3.5%",
        "2025 年 3 月 | 30 | 5.5% | 20 | -4.5%",
    ]


def test_measures_of_periods_that_run_across_are_refused(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "  - {table: 分项, last: 2, measures: [金额, 同比], rows: items, caption: 额}\n")
    assert problem.code == "table.measures-over-time"
    assert problem.fatal


def test_measures_that_a_table_of_several_months_leaves_out_are_told(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "  - {table: 分项, last: 2, caption: 额}\n")
    assert (problem.code, problem.fatal) == ("table.measures-left-out", False)
    assert "measures: [金额, 同比]" in problem.hint_zh
    assert problems(tmp_path, "  - {table: 分项.金额, last: 2, caption: 额}\n") == ()
    assert problems(tmp_path, "  - {table: 分项, last: 1, caption: 额}\n") == ()


@pytest.mark.parametrize("block", ["chart: column", "table"])
def test_a_unit_that_does_not_convert_is_told_where_it_is_written(block: str, tmp_path: Path) -> None:
    data = "  - table: 全国\n" if block == "table" else f"  - {block}\n    data: 全国\n"
    (problem,) = problems(tmp_path, data + "    caption: 额\n    unit: 亿吨\n")
    assert problem.code == "unit.mismatch"
    assert problem.span is not None
    assert (HEAD + data).count("\n") + 2 == problem.span.line
    assert problem.span.column == 11


def test_the_gap_of_a_rate_is_told_by_the_period_that_the_sheet_has_not(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "  - {chart: line, data: 全国.环比, last: 4, caption: 额}\n")
    assert problem.code == "chart.gap-unexplained"
    assert "表上没有" in problem.zh
    assert "2024 年 11 月" in problem.zh
    assert problem.cell is None


def test_numbers_kept_as_text_are_told_once_for_all_data_of_a_sheet(tmp_path: Path) -> None:
    path = written(tmp_path, "  - {table: 全国, caption: 额}\n")
    book = load_workbook(tmp_path / "trade.xlsx")
    book["贸易"]["B5"] = "45"
    book.save(tmp_path / "trade.xlsx")
    told = compose(Request(path)).problems
    assert [(one.code, str(one.cell)) for one in told] == [("data.text-numbers", "贸易!贸易!B5")]
