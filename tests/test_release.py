"""A release of national accounts from a wide sheet of indicators, whose columns are told apart by parts of their names.

Measures and items come from patterns; the current period is the table's last; one table lags behind by a quarter.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reportgen.composed import Composed
from reportgen.errors import Faulty
from reportgen.model.audit import RecordKind
from reportgen.model.block import ChartFigure, Contents, Paragraph, Table
from reportgen.model.inline import plain
from reportgen.pipeline import compose, render
from reportgen.request import Request

QUARTERS = ("2025Q1", "2024Q4", "2024Q3", "2024Q2", "2024Q1", "2023Q4")
COLUMNS: dict[str, tuple[str, tuple[float | None, ...]]] = {
    "GDP:现价:累计值": ("亿元", (300.0, 1300.0, 950.0, 610.0, 295.0, 1250.0)),
    "GDP:现价:第一产业:累计值": ("亿元", (15.0, 90.0, 60.0, 30.0, 14.0, 88.0)),
    "GDP:现价:第二产业:累计值": ("亿元", (105.0, 480.0, 350.0, 230.0, 101.0, 470.0)),
    "GDP:现价:第三产业:累计值": ("亿元", (180.0, 730.0, 540.0, 350.0, 180.0, 692.0)),
    "GDP:不变价:累计同比": ("%", (5.4, 5.0, 4.8, 5.0, 5.3, 5.2)),
    "GDP:不变价:第一产业:累计同比": ("%", (3.5, 3.5, 3.4, 3.5, 3.3, 4.1)),
    "GDP:不变价:第二产业:累计同比": ("%", (5.9, 5.3, 5.4, 5.8, 6.0, 4.7)),
    "GDP:不变价:第三产业:累计同比": ("%", (5.3, 5.0, 4.7, 4.6, 5.0, 5.8)),
    "贡献率:最终消费支出:累计值": ("%", (None, 44.5, 49.9, 60.5, 73.7, 82.5)),
    "贡献率:资本形成总额:累计值": ("%", (None, 25.2, 26.3, 25.6, 11.8, 28.9)),
    "贡献率:货物和服务净出口:累计值": ("%", (None, 30.3, 23.8, 13.9, 14.5, -11.4)),
}
SPEC = """\
reportgen: 1
title: "{{ period | 累计期 }}国内生产总值初步核算结果"
params:
  period: {type: quarter, default: latest(国内生产总值)}
workbooks:
  GDP: gdp.xlsx
numbers: {"%": 1, 亿元: 0}
data:
  国内生产总值: {from: GDP!指标, measures: {现价: "GDP:现价:累计值", 同比: "GDP:不变价:累计同比"}}
  三产:
    from: GDP!指标
    measures: {增加值: "GDP:现价:*:累计值", 同比: "GDP:不变价:*:累计同比"}
    noun: 增加值
    total: 国内生产总值
  增速: {from: GDP!指标, measures: "GDP:不变价:累计同比"}
  需求: {from: GDP!指标, items: "贡献率:*:累计值"}
  最新需求: {from: 需求, at: latest}
body:
  - text: |
      {{ period | 累计期 }}国内生产总值 {{ 国内生产总值 }}，{{ 国内生产总值 | 同比 }}，
      {{ 国内生产总值.同比 | 快慢(上年全年) }}。
  - text: 分产业看，{{ 三产 | 逐项 }}。比重分别为 {{ 三产 | 占比 }}。
  - text: "{{ 最新需求 | 累计期 }}，{{ 最新需求 | 名称 }}的贡献率分别为 {{ 最新需求 }}。"
  - chart: column
    data: 增速
    last: 5
    highlight: 本期
    caption: 增速
  - chart: column 100%
    data: 需求
    last: 6
    caption: 贡献率
    note: 一季度的贡献率未公布。
  - chart: column 100%
    data: 三产
    last: 2
    caption: 构成
  - table: 三产
    measures: [增加值, 同比, {占比: 0.00}]
    total: first
    caption: 初步核算数据
source: auto
"""


def written(folder: Path, spec: str = SPEC) -> Path:
    """Write the workbook and the spec into `folder`; return the spec's path."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "指标"
    sheet.append(["日期", *COLUMNS])
    sheet.append(["单位", *(unit for unit, _ in COLUMNS.values())])
    for row, quarter in enumerate(QUARTERS):
        sheet.append([quarter, *(values[row] for _, values in COLUMNS.values())])
    sheet.append(["资料来源：国家统计局"])
    book.save(folder / "gdp.xlsx")
    path = folder / "release.yaml"
    path.write_text(spec, encoding="utf-8")
    return path


def released(folder: Path, spec: str = SPEC, **parameters: str) -> Composed:
    return compose(Request(written(folder, spec), parameters=parameters))


def said(release: Composed) -> list[str]:
    return [plain(block.inlines) for block in release.document.blocks if isinstance(block, Paragraph)]


def charts(release: Composed) -> list[ChartFigure]:
    return [block for block in release.document.blocks if isinstance(block, ChartFigure)]


def test_it_says_what_the_last_quarter_says(tmp_path: Path) -> None:
    release = released(tmp_path)
    assert release.problems == ()
    assert said(release) == [
        "一季度国内生产总值初步核算结果",
        "一季度国内生产总值 300 亿元，同比增长 5.4%，比上年全年加快 0.4 个百分点。",
        (
            "分产业看，第一产业增加值 15 亿元，同比增长 3.5%；第二产业增加值 105 亿元，同比增长 5.9%；"
            "第三产业增加值 180 亿元，同比增长 5.3%。比重分别为 5.0%、35.0% 和 60.0%。"
        ),
        "2024 年全年，最终消费支出、资本形成总额以及货物和服务净出口的贡献率分别为 44.5%、25.2% 和 30.3%。",
        "（来源：国家统计局）",
    ]


def test_both_files_are_written(tmp_path: Path) -> None:
    request = Request(written(tmp_path))
    assert {Path(name).suffix for name in render(compose(request), request)} == {".pdf", ".docx", ".json"}


def test_another_quarter_moves_everything_that_is_said(tmp_path: Path) -> None:
    text = said(released(tmp_path, period="2024-Q2"))
    assert text[1] == "上半年国内生产总值 610 亿元，同比增长 5.0%，比上年全年放缓 0.2 个百分点。"
    assert text[3].startswith("上半年，最终消费支出")


def test_a_quarter_that_the_workbook_does_not_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as refused:
        render(released(tmp_path, period="2025-Q2"), Request(tmp_path / "release.yaml"))
    (problem,) = [one for one in refused.value.problems if one.fatal]
    assert problem.code == "data.another-period"
    assert "-p period=2025-Q1" in problem.hint_en


def test_the_table_has_the_measures_asked_for_and_the_total_first(tmp_path: Path) -> None:
    (table,) = [block for block in released(tmp_path).document.blocks if isinstance(block, Table)]
    assert [" | ".join(plain(cell.inlines) for cell in row) for row in (*table.header, *table.rows)] == [
        "项目 | 增加值 | 同比 | 占比",
        "国内生产总值 | 300 | 5.4% | 100.00%",
        "第一产业 | 15 | 3.5% | 5.00%",
        "第二产业 | 105 | 5.9% | 35.00%",
        "第三产业 | 180 | 5.3% | 60.00%",
    ]


def test_columns_of_a_hundred_are_shares_and_contributions_stay_as_they_are(tmp_path: Path) -> None:
    _, contributions, parts = charts(released(tmp_path))
    assert [point.label for point in contributions.chart.series[2].points][:2] == ["-11.4%", "14.5%"]
    assert [point.missing != "" for point in contributions.chart.series[0].points] == [False] * 5 + [True]
    assert [[point.label for point in series.points] for series in parts.chart.series] == [
        ["6.9%", "5.0%"],
        ["36.9%", "35.0%"],
        ["56.2%", "60.0%"],
    ]
    assert parts.chart.stacked
    assert parts.chart.first.unit == "%"


def test_the_period_that_the_data_chose_is_in_the_trail_with_the_cells_that_lag(tmp_path: Path) -> None:
    records = released(tmp_path).trail.records
    (word,) = [record for record in records if record.text == "2024 年全年"]
    assert word.kind is RecordKind.WORD
    assert {use.ref.cell for use in word.cells} == {"J3", "K3", "L3"}
    (name,) = [record for record in records if record.text == "最终消费支出"]
    assert "贡献率:最终消费支出:累计值" in {use.raw for use in name.cells}


def test_a_text_that_does_not_say_of_which_quarter_its_figures_are_is_warned_of(tmp_path: Path) -> None:
    silent = SPEC.replace('"{{ 最新需求 | 累计期 }}，{{ 最新需求 | 名称 }}', '"{{ 最新需求 | 名称 }}')
    release = released(tmp_path, silent)
    assert [(one.code, one.fatal) for one in release.problems] == [("data.lag-unsaid", False)]
    (problem,) = release.problems
    assert problem.span is not None
    assert "2024 年四季度" in problem.zh
    assert "{{ 最新需求 | 累计期 }}" in problem.hint_zh
    assert released(tmp_path, silent.replace('"{{ 最新需求 | 名称', '"2024 年，{{ 最新需求 | 名称')).problems == ()
    assert released(tmp_path, silent, period="2024-Q4").problems == ()


def test_a_source_of_the_author_s_own_closes_the_report(tmp_path: Path) -> None:
    assert said(released(tmp_path, SPEC.replace("source: auto", "source: 统计局，{{ period }}")))[-1] == (
        "（来源：统计局，2025 年一季度）"
    )
    assert said(released(tmp_path, SPEC.replace("source: auto", 'source: ""')))[-1].startswith("2024 年全年")


def test_no_contents_stand_where_there_is_nothing_to_list(tmp_path: Path) -> None:
    assert not any(isinstance(block, Contents) for block in released(tmp_path).document.blocks)


@pytest.mark.parametrize(
    ("right", "wrong", "code", "told"),
    [
        ("GDP:现价:*:累计值", "GDP:现值:*:累计值", "prose.unknown-part", "GDP:现值:*:累计值"),
        ("贡献率:*:累计值", "贡献:*:累计值", "prose.unknown-part", "贡献:*:累计值"),
        ("{占比: 0.00}", "{占比: 两位}", "spec.not-digits", "两位"),
        ("[增加值, 同比, {占比: 0.00}]", "[增加值, 增幅]", "prose.unknown-part", "增幅"),
        ("    measures: [", "    last: 2\n    rows: items\n    measures: [", "table.measures-over-time", "measures"),
        ("    total: 国内生产总值\n", "", "table.no-total", "三产"),
        ("    data: 需求\n    last: 6", "    data: 需求.近(6)\n    series: period", "spec.chart-cannot", "series"),
    ],
)
def test_what_does_not_fit_is_told_where_it_stands(
    right: str, wrong: str, code: str, told: str, tmp_path: Path
) -> None:
    assert right in SPEC
    try:
        problems = released(tmp_path, SPEC.replace(right, wrong)).problems
    except Faulty as faulty:
        problems = tuple(faulty.problems)
    found = [one for one in problems if one.code == code]
    assert found, [one.code for one in problems]
    assert told in found[0].zh
    assert found[0].span is not None


def test_parts_below_zero_make_up_no_whole(tmp_path: Path) -> None:
    spec = SPEC.replace("    data: 三产\n    last: 2", "    data: 国内生产总值.环比\n    last: 2")
    release = released(tmp_path, spec)
    assert {one.code for one in release.problems if one.fatal} == {"chart.negative-part"}


def test_sources_that_no_sheet_names_are_warned_of(tmp_path: Path) -> None:
    path = written(tmp_path)
    book = load_workbook(tmp_path / "gdp.xlsx")
    book["指标"].delete_rows(9)
    book.save(tmp_path / "gdp.xlsx")
    release = compose(Request(path))
    assert [one.code for one in release.problems] == ["source.none"]
    assert said(release)[-1].startswith("2024 年全年")
