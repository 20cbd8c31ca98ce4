"""What a first spec says is true of its data: totals beside their parts, the measure, rates, and what it leaves out."""

from __future__ import annotations

from pathlib import Path

from reportgen.model.inline import plain
from tests.drafting.test_draft import Row, charts, composed, draft_of, headings, paragraphs, paragraphs_about, workbook

GRAIN: tuple[Row, ...] = (
    ("各地区粮食产量", None, None),
    (None, None, "单位：万吨"),
    ("地区", "2023年", "2024年"),
    ("全国", 69541, 70650),
    ("华北", 8012, 8120),
    ("东北", 14538, 14880),
    ("中南", 17890, 18012),
    ("华东", 16025, 16231),
    ("西北", 4330, "…"),
)
QUARTERS: tuple[Row, ...] = (
    ("国内生产总值", None, None, None),
    ("季度", "总量（亿元）", "增速（%）", "第三产业（亿元）"),
    *((f"{year}年{q}季度", 300000 + 5000 * n, 5.1 + n / 10, 170000 + 2000 * n)
      for n, (year, q) in enumerate((year, q) for year in (2023, 2024) for q in "一二三四")),
)  # fmt: skip
REGIONS: tuple[Row, ...] = (
    ("2024年部分地区专利授权情况", None, None, None),
    (None, None, None, "单位：件"),
    ("地区", "发明专利", "实用新型", "外观设计"),
    *((f"{name}省", 1000 - 100 * n, 300 + n, 200 + n) for n, name in enumerate("甲乙丙丁")),
    ("合计", 3400, 1206, 806),
)


def test_a_total_is_none_of_its_own_parts(tmp_path: Path) -> None:
    path = workbook(tmp_path / "粮食.xlsx", {"粮食": GRAIN})
    found = composed(path)
    (said,) = paragraphs_about(found, "全国")
    assert said.startswith("2024 年，各地区粮食产量中，全国为 70650 万吨，较上年增长 1.59%。其中，居前的是中南")
    assert said.count("全国") == 1
    (chart,) = charts(found)
    assert "全国" not in (*chart.chart.categories, *(one.name for one in chart.chart.series))
    assert found.problems == ()


def test_a_published_rate_is_not_computed_anew(tmp_path: Path) -> None:
    found = composed(workbook(tmp_path / "季度.xlsx", {"季度": QUARTERS}))
    (said,) = paragraphs_about(found, "总量")
    assert said.startswith("2024 年四季度，国内生产总值总量为 335000 亿元，增速为 5.8%。其中，第三产业为 184000 亿元")
    assert "同比" not in said
    (chart,) = charts(found)
    assert [point.value for point in chart.chart.series[-1].points][-1] == 335000
    assert len(chart.chart.categories) == 8


def test_rates_that_belong_to_no_one_item_stop_all_computing(tmp_path: Path) -> None:
    rows: tuple[Row, ...] = (
        ("年份", "进口（亿元）", "出口（亿元）", "比上年增长（%）"),
        (2023, 10, 20, 1.5),
        (2024, 12, 24, 2.5),
    )
    path = workbook(tmp_path / "贸易.xlsx", {"贸易": rows})
    (said,) = paragraphs_about(composed(path), "进口")
    assert said.startswith("2024 年，进口和出口分别为 12 亿元和 24 亿元（")
    assert "# 贸易 没有说到比上年增长：是增长率，不与别的项并列" in draft_of(path).text


def test_the_measure_spoken_of_is_named_where_there_are_several(tmp_path: Path) -> None:
    path = workbook(tmp_path / "分省.xlsx", {"分省": REGIONS})
    found = composed(path)
    (said,) = paragraphs_about(found, "合计")
    assert said.startswith("2024 年，部分地区专利授权中，发明专利合计为 3400 件。其中，甲省、乙省和丙省居前，分别为")
    (chart,) = charts(found)
    assert chart.caption is not None
    assert plain(chart.caption.inlines) == "2024 年部分地区专利授权情况：发明专利"
    assert "分省 说的是“发明专利”；没有说到实用新型、外观设计，写法如 {{ 分省.甲省.实用新型 }}" in draft_of(path).text
    without = composed(workbook(tmp_path / "无合计.xlsx", {"分省": REGIONS[:-1]}))
    (said,) = paragraphs_about(without, "居前")
    assert "从发明专利看，甲省、乙省和丙省居前" in said


def test_what_a_draft_leaves_out_stands_in_it_with_the_reason(tmp_path: Path) -> None:
    rows: tuple[Row, ...] = (
        ("年份", "申请量（件）", "注册量（件）", "注册率（%）", "驳回量（件）", "申请量同比（%）"),
        (2023, 700, 400, 57.1, 90, 1.2),
        (2024, 740, "#N/A", 60.2, None, 5.7),
    )
    path = workbook(tmp_path / "年度.xlsx", {"年度": rows})
    assert composed(path).problems == ()
    text = draft_of(path).text
    for remark in (
        "  # 年度 没有说到注册量：数据!年度!C3 是错误值 #N/A\n",
        "  # 年度 没有说到注册率：单位（%）不同\n",
        "  # 年度 没有说到驳回量：本期没有数\n",
    ):
        assert remark in text
    twice = workbook(tmp_path / "重.xlsx", {"年度": (rows[0], rows[1], (2023, 701, 400, 57.1, 90, 1.2))})
    assert "没有说到申请量：“数据!年度”里 2023 年 出现了两次" in draft_of(twice).text


def test_cumulative_months_are_neither_ranked_nor_sorted(tmp_path: Path) -> None:
    rows: tuple[Row, ...] = (
        ("工业增加值增速（%）", None),
        ("时间", "增加值"),
        *((f"2024年1-{month}月", 5 + month / 10) for month in range(2, 13)),
    )
    path = workbook(tmp_path / "累计.xlsx", {"累计": rows})
    found = composed(path)
    assert "工业增加值增速中，2024年1-12月为 6.2%（参见图 1）。" in paragraphs(found)
    (chart,) = charts(found)
    assert chart.chart.categories == tuple(f"2024年1-{month}月" for month in range(2, 13))
    assert "累计 的标签像时间，却说不出是哪一期" in draft_of(path).text


def test_months_of_the_titles_year_are_drafted_as_periods(tmp_path: Path) -> None:
    rows: tuple[Row, ...] = (
        ("2024年各月商标申请量（万件）", None),
        ("月份", "申请量"),
        *((f"{m}月", m) for m in range(1, 13)),
    )
    path = workbook(tmp_path / "各月.xlsx", {"各月": rows})
    assert "period: {type: month, default: 2024-12}" in draft_of(path).text
    found = composed(path)
    assert headings(found) == ["2024 年各月商标申请量"]
    assert paragraphs(found)[-1].startswith("2024 年 12 月，申请量为 12 万件")
    assert charts(found)[0].chart.categories[0] == "2024 年 1 月"
    assert "{{ period.年 }}各月商标申请量" in draft_of(path).text


def test_a_year_and_a_quarter_in_two_columns_are_drafted_as_periods(tmp_path: Path) -> None:
    rows: tuple[Row, ...] = (
        ("年份", "季度", "申请量（万件）"),
        *((2023 if n == 0 else 2024 if n == 4 else None, f"{'一二三四'[n % 4]}季度", 100 + n) for n in range(8)),
    )
    found = composed(workbook(tmp_path / "年季.xlsx", {"年季": rows}))
    assert "2024 年四季度，申请量为 107 万件，同比增长 3.88%（参见图 1）。" in paragraphs(found)
