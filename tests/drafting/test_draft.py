"""A first spec from a workbook: what it says, that it is right for its data, and that it can be built at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
from openpyxl import Workbook as Book
from openpyxl.worksheet.table import Table

from reportgen import pipeline
from reportgen.composed import Composed
from reportgen.data.workbook import Workbook, read_workbook
from reportgen.drafting.draft import Draft, drafted
from reportgen.drafting.trial import tried
from reportgen.model.block import ChartFigure, Heading, Paragraph
from reportgen.model.inline import plain
from reportgen.request import Request

SPECS = Path(__file__).parents[2] / "specs" / "data"
Row: TypeAlias = Sequence[str | int | float | None]

YEARS: tuple[Row, ...] = (
    ("全市专利授权量", None),
    (None, "单位：件"),
    ("年份", "授权量"),
    ("2022 年", 1200),
    ("2023 年", 1500),
    ("2024 年", 1350),
)
SNAPSHOT: tuple[Row, ...] = (
    ("2024 年各区企业分布", None),
    ("地区", "企业数（家）"),
    ("东城区", 310),
    ("西城区", 280),
    ("南城区", 95),
    ("北城区", 60),
)
MONTHS: tuple[Row, ...] = (
    ("月份", "制造业指数（%）"),
    ("2024 年 3 月", 50.1),
    *((f"2024 年 {month} 月", 49 + month / 10) for month in range(4, 13)),
    ("2025 年 1 月", 49.9),
    ("2025 年 2 月", None),
    ("2025 年 3 月", 50.5),
)


def workbook(path: Path, sheets: dict[str, Sequence[Row]]) -> Path:
    """Write a workbook with these sheets."""
    book = Book()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def draft_of(path: Path, title: str = "我的月报") -> Draft:
    folder = path.parent.resolve()
    return drafted(read_workbook(path, "x"), path.name, title, lambda text, books: tried(text, books, folder))


def composed(path: Path) -> Composed:
    """Draft a spec for a workbook, and resolve it as the commands do."""
    spec = path.with_suffix(".yaml")
    spec.write_text(draft_of(path).text, encoding="utf-8")
    return pipeline.compose(Request(spec))


def paragraphs(found: Composed) -> list[str]:
    return [plain(b.inlines) for b in found.document.blocks if isinstance(b, Paragraph)]


def paragraphs_about(found: Composed, word: str) -> list[str]:
    return [text for text in paragraphs(found) if word in text]


def headings(found: Composed) -> list[str]:
    return [plain(b.inlines) for b in found.document.blocks if isinstance(b, Heading)]


def charts(found: Composed) -> list[ChartFigure]:
    return [b for b in found.document.blocks if isinstance(b, ChartFigure)]


def test_a_course_of_years_is_compared_with_the_year_before(tmp_path: Path) -> None:
    found = composed(workbook(tmp_path / "授权.xlsx", {"授权量": YEARS}))
    assert "2024 年，授权量为 1350 件，较上年下降 10.00%（参见图 1）。" in paragraphs(found)
    assert headings(found) == ["全市专利授权量"]
    assert len(charts(found)) == 1
    assert found.problems == ()


def test_each_issue_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = workbook(tmp_path / "授权.xlsx", {"授权量": YEARS})
    names = {composed(path).name}
    names.add(pipeline.compose(Request(path.with_suffix(".yaml"), parameters={"year": "2023"})).name)
    assert names == {"全市专利授权量-2024", "全市专利授权量-2023"}


def test_a_table_without_time_is_ranked_and_takes_its_year_from_another_sheet(tmp_path: Path) -> None:
    found = composed(workbook(tmp_path / "分布.xlsx", {"授权量": YEARS, "分布": SNAPSHOT}))
    assert headings(found)[1] == "2024 年各区企业分布"
    said = "2024 年，各区企业分布中，东城区、西城区和南城区居前，分别为 310 家、280 家和 95 家（参见图 2）。"
    assert said in paragraphs(found)
    assert found.problems == ()


def test_percentages_by_month_are_compared_with_the_month_before_and_gaps_are_explained(tmp_path: Path) -> None:
    rows = (*MONTHS[:-2], ("2025 年 2 月", 50.2), MONTHS[-1])
    found = composed(workbook(tmp_path / "指数.xlsx", {"指数": rows}))
    said = "2025 年 3 月，制造业指数为 50.5%，较上月提升 0.3 个百分点（参见图 1）。"
    assert said in paragraphs(found)
    gap = composed(workbook(tmp_path / "有空格.xlsx", {"指数": MONTHS}))
    assert gap.problems == ()
    assert [plain(line) for line in charts(gap)[0].notes] == ["注：空着的各期没有数据。"]
    assert "2025 年 3 月，制造业指数为 50.5%，较上年同期提升 0.4 个百分点（参见图 1）。" in paragraphs(gap)


def test_tables_of_two_grains_have_parameters_of_their_own(tmp_path: Path) -> None:
    path = workbook(tmp_path / "两种.xlsx", {"授权量": YEARS, "指数": MONTHS})
    text = draft_of(path).text
    assert "year: {type: year, default: 2024}" in text
    assert "period: {type: month, default: 2025-03}" in text
    assert "年度数据: {path: 两种.xlsx, period: year}" in text
    assert "月度数据: {path: 两种.xlsx, period: period}" in text
    assert composed(path).problems == ()


def test_two_tables_of_one_sheet_and_an_excel_table_are_all_found(tmp_path: Path) -> None:
    path = workbook(tmp_path / "三张.xlsx", {"甲": (*YEARS, (), *SNAPSHOT), "乙": YEARS[2:]})
    book = Book()
    sheet = book.active
    assert sheet is not None
    for row in YEARS[2:]:
        sheet.append(list(row))
    sheet.add_table(Table(displayName="授权表", ref="A1:B4"))
    book.save(tmp_path / "表.xlsx")
    found = draft_of(path)
    assert (found.tables, found.found) == (3, 3)
    assert "数据!甲!A1:B6" in found.text
    assert "数据!甲!A8:B13" in found.text
    assert composed(path).problems == ()
    assert "授权表: 数据!授权表" in draft_of(tmp_path / "表.xlsx").text


@pytest.mark.parametrize("name", ["甲!乙", "it's", "1 月", "a, b", "true", "(x)", "Sheet1", "#1"])
def test_names_of_sheets_that_yaml_or_expressions_would_misread_do_no_harm(tmp_path: Path, name: str) -> None:
    assert composed(workbook(tmp_path / "book.xlsx", {name: YEARS})).problems == ()


@pytest.mark.parametrize("table", [None, "2024 年", "{{ x }}", "- 报: 表", "表"])
@pytest.mark.parametrize("title", ["2024 年月报", "a: b", "{{ x }}", "- 报", "true", "[月报](x)"])
def test_names_of_files_and_tables_that_cannot_be_titles_do_no_harm(
    tmp_path: Path, title: str, table: str | None
) -> None:
    path = workbook(tmp_path / "book.xlsx", {"授权量": ((table, None), *YEARS[1:])})
    assert not tried(draft_of(path, title).text, [_named(path)], tmp_path.resolve())


def _named(path: Path) -> Workbook:
    return read_workbook(path, "数据")


def test_labels_that_look_like_markup_are_text(tmp_path: Path) -> None:
    rows: tuple[Row, ...] = (("项目", "2023 年", "2024 年"), ("*甲*", 1, 2), ("{{ 乙 }}", 3, 4), ("it's “丙”", 5, 6))
    found = composed(workbook(tmp_path / "标签.xlsx", {"标签": rows}))
    assert found.problems == ()
    assert any("{{ 乙 }}" in text for text in paragraphs(found))


def test_a_lagging_table_keeps_its_own_last_period(tmp_path: Path) -> None:
    path = workbook(tmp_path / "滞后.xlsx", {"授权量": YEARS, "旧表": YEARS[:-1]})
    found = composed(path)
    assert found.problems == ()
    assert "2023 年，授权量为 1500 件，较上年增长 25.00%（参见图 2）。" in paragraphs(found)


def test_a_workbook_without_numbers_has_no_draft(tmp_path: Path) -> None:
    path = workbook(tmp_path / "空.xlsx", {"说明": (("只有文字",),), "表头": (("名称", "数量"),)})
    assert draft_of(path) == Draft("", 0, 0)


@pytest.mark.parametrize("name", ["patent-survey-2024.xlsx", "copyright-registration-2024.xlsx"])
def test_the_workbooks_that_ship_are_drafted_whole_and_set(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes((SPECS / name).read_bytes())
    found = composed(path)
    assert found.problems == ()
    assert pipeline.dressed(found).problems == ()
    assert len(charts(found)) == len(headings(found)) >= 3
    assert pipeline.render(found, Request(path.with_suffix(".yaml")))


def test_the_same_workbook_gives_the_same_draft_with_the_two_rules_in_it(tmp_path: Path) -> None:
    path = workbook(tmp_path / "授权.xlsx", {"授权量": YEARS})
    text = draft_of(path).text
    assert text == draft_of(path).text
    assert "一、点（.）走到单元格" in text
    assert "二、竖线（|）把它说成话" in text


def test_a_table_of_few_of_its_months_shows_the_current_one(tmp_path: Path) -> None:
    rows: tuple[Row, ...] = (
        ("各景区游客量（万人次）", None, None, None),
        ("景区", "2024 年 3 月", "2025 年 2 月", "2025 年 3 月"),
        ("古城", 12.5, 9.8, 14.2),
        ("湖滨", 8.3, 7.1, 7.9),
        ("合计", 20.8, 16.9, 22.1),
    )
    found = composed(workbook(tmp_path / "景区.xlsx", {"客流": rows}))
    assert found.problems == ()
    (chart,) = charts(found)
    assert chart.chart.categories == ("古城", "湖滨")
    (said,) = paragraphs_about(found, "合计")
    assert said.startswith("2025 年 3 月，各景区游客量合计为 22.1")
    assert "其中，古城 14.2" in said


TOTALS: tuple[Row, ...] = (
    ("2024 年商标申请情况", None, None),
    (None, None, "单位：万件"),
    ("类别", "2023 年", "2024 年"),
    ("国内", 700, 430.2),
    ("国外", 74, 47.5),
    ("合计", 774, 477.7),
)


def test_a_total_is_named_in_the_data_and_said_to_be_of_what(tmp_path: Path) -> None:
    path = workbook(tmp_path / "商标.xlsx", {"商标": TOTALS})
    text = draft_of(path).text
    assert "商标: {from: 数据!商标, overall: 合计}" in text
    assert "numbers: {万件: 1}" in text
    found = composed(path)
    assert found.problems == ()
    said = "2024 年，商标申请合计为 477.7 万件，较上年下降 38.28%。其中，国内 430.2 万件"
    assert paragraphs_about(found, "合计")[0].startswith(said)
    (chart,) = charts(found)
    assert [one.name for one in chart.chart.series] == ["2023 年", "2024 年"]
    assert chart.chart.categories == ("国内", "国外")


def test_the_first_tables_title_is_the_reports_and_the_file_name_where_there_is_none(tmp_path: Path) -> None:
    titled = workbook(tmp_path / "甲.xlsx", {"授权量": YEARS})
    assert "title: 全市专利授权量    # 刊名，请改" in draft_of(titled).text
    untitled = workbook(tmp_path / "乙.xlsx", {"授权量": YEARS[2:]})
    assert "title: 我的月报    # 刊名，请改" in draft_of(untitled).text


def test_many_items_are_charted_in_the_current_period_alone(tmp_path: Path) -> None:
    rows: tuple[Row, ...] = (
        ("地区", "2023 年", "2024 年"),
        *((f"{name}区", 100 + n, 120 + n) for n, name in enumerate("甲乙丙丁戊己庚")),
    )
    (chart,) = charts(composed(workbook(tmp_path / "地区.xlsx", {"地区": rows})))
    assert len(chart.chart.series) == 1


def test_a_sheet_without_a_name_of_its_own_goes_by_what_it_counts(tmp_path: Path) -> None:
    found = composed(
        workbook(tmp_path / "省份.xlsx", {"Sheet1": (("省份", "产值（亿元）"), ("甲省", 3.5), ("乙省", 2.5))})
    )
    assert headings(found) == ["各省份产值"]
    assert "分省份看，甲省和乙省分别为 3.5 亿元和 2.5 亿元（参见图 1）。" in paragraphs(found)
