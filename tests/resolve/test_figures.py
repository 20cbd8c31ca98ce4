"""Why a chart cannot be drawn is said with the cells that it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.resolve.making import Row, composed

SPEC = """
    reportgen: 1
    title: 月报
    params: {{year: {{type: year, default: 2024}}}}
    workbooks: {{簿: {{path: 簿.xlsx, period: year}}}}
    data: {{粮: 簿!表}}
    body:
      - {{{chart}, caption: 构成}}
    """


@pytest.mark.parametrize(
    ("chart", "values", "cell", "why"),
    [
        ("chart: pie, data: 粮.占比", (2, 3, "…"), "簿!表!C5", "：粮 的“丙” 2024 年 填的是“…”，不是数"),
        ("chart: bar, data: 粮", (None, None, "—"), "簿!表!C3", "；粮 的“丙” 2024 年 填的是“—”，不是数"),
        ("chart: bar, data: 粮, items: [甲]", (None, 1, 2), "簿!表!C3", "：粮 的“甲” 2024 年 是空格"),
    ],
)
def test_a_chart_without_a_value_names_the_cells_it_lacks(
    tmp_path: Path, chart: str, values: Row, cell: str, why: str
) -> None:
    rows: list[Row] = [("单位：吨",), ("地区", "2023年", "2024年")]
    rows += [(label, 1, value) for label, value in zip("甲乙丙", values, strict=True)]
    found = composed(tmp_path, SPEC.format(chart=chart), {"表": rows})
    (problem,) = (problem for problem in found.problems if problem.fatal)
    assert (problem.code, str(problem.cell)) == ("chart.no-values", cell)
    assert why in problem.zh


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((33.3, 33.3, 33.3), []),
        ((33.4, 33.4, 33.3), []),
        ((33.3, 33.3, 33.2), ["chart.not-whole"]),
        ((60, 70, 40), ["chart.not-whole"]),
        ((60, None, 30), ["chart.not-whole"]),
        ((60, None, 40), ["chart.gap-unexplained"]),
    ],
)
def test_percentages_of_a_pie_make_a_hundred_but_for_rounding(tmp_path: Path, values: Row, told: list[str]) -> None:
    rows: list[Row] = [("单位：%",), ("地区", "2024年"), *zip("甲乙丙", values, strict=True)]
    found = composed(tmp_path, SPEC.format(chart="chart: pie, data: 粮"), {"表": rows})
    assert [problem.code for problem in found.problems] == told
