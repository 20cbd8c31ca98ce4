"""Tables as they lie on sheets, each with what is read of it as text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from textwrap import dedent

import pytest

from reportgen.data.sheet import Cell, CellKind, DefinedName, ExcelTable, Sheet
from reportgen.data.show import show
from reportgen.data.table import DataTable
from reportgen.errors import Faulty
from reportgen.origins import CellRef
from reportgen.periods import Grain, Period
from tests.data.making import YEAR, Given, area, book, read, sheet, source

REGISTRATIONS: Sequence[Sequence[Given]] = [
    ["2022—2024 年登记情况"],
    [None, None, None, "单位：件"],
    ["年份", "作品登记", "登记总量", "总量同比"],
    [2022, (4517453, "#,##0"), (6353144, "#,##0"), None],
    [2023, (6428277, "#,##0"), (8923901, "#,##0"), (0.404643275833194, "0.00%")],
    [2024, (7802965, "#,##0"), (10630610, "#,##0"), (0.191251449338131, "0.00%")],
    [],
    ["资料来源：版权部门《通报》"],
    ["注：2022 年为初步数。"],
    ["另有说明。"],
]


def expect(table: DataTable, shown: str) -> None:
    assert show(table) == dedent(shown).lstrip("\n")


def test_years_down_the_first_column_make_the_columns_items() -> None:
    expect(
        read(sheet(REGISTRATIONS, "A1:D1")),
        """
        数据  2022—2024 年登记情况
        单位：件
                               2022                      2023                      2024
        作品登记  4517453件 [#,##0]         6428277件 [#,##0]         7802965件 [#,##0]
        登记总量  6353144件 [#,##0]         8923901件 [#,##0]        10630610件 [#,##0]
        总量同比            (blank)  40.4643275833194% [0.00]  19.1251449338131% [0.00]
        资料来源：版权部门《通报》
        注：2022 年为初步数。
        另有说明。
        """,
    )


@pytest.mark.parametrize(
    ("below", "notes", "sources"),
    [
        (
            ["注：1. 按人民币计价。", "\u3000\u30002. 差额。", "资料来源：海关"],
            ("1. 按人民币计价。\n2. 差额。",),
            ("海关",),
        ),
        (["注：人民币计价。", "2024年为快报数", "资料来源：海关"], ("人民币计价。\n2024年为快报数",), ("海关",)),
        (["注：", "1. 按人民币计价", "2. 差额"], ("1. 按人民币计价\n2. 差额",), ()),
        (["注1：按人民币计价。", "注2：差额。", "数据来源：海关"], ("1. 按人民币计价。\n2. 差额。",), ("海关",)),
        (["注：甲。", "说明：乙。"], ("甲。", "乙。"), ()),
        (["*2024年为快报数", "来源:海关"], ("*2024年为快报数",), ("海关",)),
        (["①快报数", "②差额"], ("①快报数\n②差额",), ()),
        (["本表为快报数。"], ("本表为快报数。",), ()),
        (["资料来源：海关", "制表：统计处"], ("制表：统计处",), ("海关",)),
    ],
)
@pytest.mark.parametrize("blank", [[], [[]]])
def test_lines_below_a_table_go_on_with_its_note(
    below: list[str], notes: tuple[str, ...], sources: tuple[str, ...], blank: list[Sequence[Given]]
) -> None:
    rows: list[Sequence[Given]] = [["年份", "出口", "进口"], [2023, 10, 8], [2024, 12, 9], *blank]
    table = read(sheet([*rows, *([text.strip()] for text in below)]))
    assert (table.notes, table.sources, table.warnings) == (notes, sources, ())
    assert [period.year for period in table.periods] == [2023, 2024]
    assert [item.label for item in table.items] == ["出口", "进口"]


@pytest.mark.parametrize(
    ("rows", "grouped"),
    [
        ([["中南", 17720.5, "17,890.3", 18012], ["华东", 1, 2, 3]], [False] * 3),
        ([["中南", (17720.5, "#,##0.0"), "17890.3", "18012"], ["华东", 1, 2, 3]], [True] * 3),
        ([["中南", "17,720.5", "17890.3", "18,012"], ["华东", 1, 2, 3]], [False] * 3),
        ([["中南", "17,720.5", "17890.3", "18,012"], ["华东", "1", "2", "3"]], [True, False, True]),
    ],
)
def test_numbers_kept_as_text_are_grouped_as_the_numbers_beside_them(
    rows: list[Sequence[Given]], grouped: list[bool]
) -> None:
    table = read(sheet([["地区", "2022年", "2023年", "2024年"], *rows]))
    assert [table.values[0, 0, period].grouped for period in range(3)] == grouped


QUARTERS = ("一季度", "第二季度", "3季度", "Q4")


@pytest.mark.parametrize(
    ("years", "merges"),
    [
        ([2023, None, None, None, 2024, None, None, None], ()),
        ([2023, None, None, None, 2024, None, None, None], ("A2:A5", "A6:A9")),
        ([2023] * 4 + [2024] * 4, ()),
        (["2023年"] * 4 + ["2024年"] * 4, ()),
    ],
)
def test_a_year_and_a_quarter_in_two_columns_are_a_period(
    years: list[int | str | None], merges: tuple[str, ...]
) -> None:
    rows: list[Sequence[Given]] = [["年份", "季度", "申请量"]]
    rows += [[year, QUARTERS[n % 4], 100 + n] for n, year in enumerate(years)]
    table = read(sheet(rows, *merges))
    assert [period.iso for period in table.periods] == [f"{year}-Q{n}" for year in (2023, 2024) for n in range(1, 5)]
    assert [item.label for item in table.items] == ["申请量"]
    assert [table.values[0, 0, n].number for n in range(8)] == [100 + n for n in range(8)]
    assert table.period_cells[Period(Grain.QUARTER, 2024, 2)] == CellRef("簿", "表", "B7")


def test_a_year_and_bare_months_in_two_columns_are_a_period() -> None:
    rows: list[Sequence[Given]] = [
        ["年", "月", "申请量"],
        [2023, 11, 1],
        [2023, 12, 2],
        [2024, 1, 3],
        [2024, "全年", 9],
    ]
    assert [period.iso for period in read(sheet(rows)).periods] == ["2024", "2023-11", "2023-12", "2024-01"]


def test_a_column_beside_years_that_is_no_part_of_them_is_one_of_values() -> None:
    rows: list[Sequence[Given]] = [["年份", "月均", "申请量"], [2023, 8, 96], [2024, 9, 108]]
    assert [item.label for item in read(sheet(rows)).items] == ["月均", "申请量"]


@pytest.mark.parametrize("title", ["2024年各月商标申请量（万件）", "商标申请量（2024 年度）"])
def test_months_without_a_year_are_those_of_the_year_in_the_title(title: str) -> None:
    months: list[Sequence[Given]] = [[f"{month}月", month] for month in range(1, 13)]
    rows: list[Sequence[Given]] = [[title], ["月份", "申请量"], *months]
    table = read(sheet(rows))
    assert [period.iso for period in table.periods] == [f"2024-{month:02}" for month in range(1, 13)]
    across = read(sheet([[title], ["类型", "1月", "2月", "3月"], ["申请", 1, 2, 3], ["注册", 4, 5, 6]]))
    assert [period.iso for period in across.periods] == ["2024-01", "2024-02", "2024-03"]
    assert [item.label for item in across.items] == ["申请", "注册"]


@pytest.mark.parametrize("title", ["各月商标申请量", "2023—2024年各月平均申请量", "2024年与2023年各月之差"])
def test_months_whose_year_is_not_told_are_items(title: str) -> None:
    rows: list[Sequence[Given]] = [[title], ["月份", "申请量"], ["1月", 1], ["2月", 2]]
    assert [item.label for item in read(sheet(rows), current=None).items] == ["1月", "2月"]


def test_months_beside_columns_of_years_are_not_of_the_year_in_the_title() -> None:
    rows: list[Sequence[Given]] = [["2024年各月申请量"], ["月份", "2023年", "2024年"], ["1月", 1, 2], ["2月", 3, 4]]
    table = read(sheet(rows))
    assert [item.label for item in table.items] == ["1月", "2月"]
    assert [period.iso for period in table.periods] == ["2023", "2024"]


@pytest.mark.parametrize(
    ("labels", "current", "told"),
    [
        ([f"2024年1-{month}月" for month in (2, 3, 4)], YEAR, ["A5"]),
        (["1月", "2月", "3月"], YEAR, ["A5"]),
        (["一季度", "二季度", "合计"], YEAR, ["A4"]),
        (["1月", "2月", "3月"], None, []),
        (["甲", "乙", "一月"], YEAR, []),
        (["2024年1月", "2024年2月", "2024年3月"], YEAR, []),
    ],
)
def test_times_that_are_no_periods_are_told_where_there_is_a_current_one(
    labels: list[str], current: Period | None, told: list[str]
) -> None:
    rows: list[Sequence[Given]] = [["商标"], ["时间", "当月"]]
    rows += [[label, 1.5] for label in labels]
    table = read(sheet(rows), current=current)
    assert [(w.code, w.fatal, w.cell and w.cell.cell) for w in table.warnings] == [
        ("data.times-unread", False, cell) for cell in told
    ]


def test_months_in_no_order_of_one_year_are_items() -> None:
    rows: list[Sequence[Given]] = [["2024年度"], ["月份", "量"], ["11月", 1], ["12月", 2], ["1月", 3], ["2月", 4]]
    assert len(read(sheet(rows)).items) == 4


def test_quarters_below_their_years_in_the_header_are_periods() -> None:
    rows: list[Sequence[Given]] = [
        ["地区", "2023年", None, "2024年", None],
        [None, "三季度", "四季度", "一季度", "全年"],
        ["甲", 1, 2, 3, 4],
        ["乙", 5, 6, 7, 8],
    ]
    table = read(sheet(rows, "A1:A2", "B1:C1", "D1:E1"))
    assert [period.iso for period in table.periods] == ["2024", "2023-Q3", "2023-Q4", "2024-Q1"]
    assert [measure.name for measure in table.measures] == [""]


def test_a_label_whose_values_are_not_there_yet_is_no_note() -> None:
    rows: list[Sequence[Given]] = [["地区", "产值"], ["甲", 1], ["乙", 2], ["丙"], ["注：丙未公布。"], ["下期补齐"]]
    table = read(sheet(rows))
    assert [item.label for item in table.items] == ["甲", "乙", "丙"]
    assert table.notes == ("丙未公布。\n下期补齐",)


def test_every_value_knows_its_cell() -> None:
    table = read(sheet(REGISTRATIONS))
    assert table.values[1, 0, 2].cell == CellRef("簿", "表", "C6")
    assert table.items[1].cell == CellRef("簿", "表", "C3")
    assert table.first_cell == CellRef("簿", "表", "A3")
    assert table.corner == "年份"
    assert table.values[1, 0, 2].raw == "10630610"
    assert table.values[1, 0, 2].format == "#,##0"


def test_periods_in_the_header_make_the_rows_items() -> None:
    rows: list[Sequence[Given]] = [
        ["作品类型", "2021 年", 2023, "２０２４年"],
        ["美术作品", 1670092, 3296437, 4285495],
        ["录像制品", None, "—", 33487],
    ]
    expect(
        read(sheet(rows)),
        """
        数据
                     2021     2023     2024
        美术作品  1670092  3296437  4285495
        录像制品  (blank)      (—)    33487
        """,
    )


def test_periods_stand_in_order_of_time() -> None:
    table = read(sheet([["项目", "2024年", "2023年"], ["甲", 2, 1]]))
    assert [period.year for period in table.periods] == [2023, 2024]
    assert [table.values[0, 0, p].number for p in (0, 1)] == [1, 2]


def test_a_header_that_goes_on_after_its_period_is_a_further_measure() -> None:
    rows: list[Sequence[Given]] = [
        [None, None, None, "单位：件"],
        ["地区", "2023 年", "2024 年", "2024 年占比"],
        ["北京市", 1101072, 1290130, (0.165338432249792, "0.00%")],
        ["河北省", None, 516355, (0.0661742042928553, "0.00%")],
    ]
    table = read(sheet(rows))
    expect(
        table,
        """
        数据
        单位：件
                            2023                      2024
        北京市         1101072件                 1290130件
        北京市 / 占比          ·  16.5338432249792% [0.00]
        河北省           (blank)                  516355件
        河北省 / 占比          ·  6.61742042928553% [0.00]
        """,
    )
    assert [(measure.name, measure.unit) for measure in table.measures] == [("", "件"), ("占比", "%")]


@pytest.mark.parametrize(("current", "period"), [(2023, 2023), (2024, 2024), (2030, 2024)])
def test_a_header_without_a_period_belongs_to_the_current_one_or_the_latest(current: int, period: int) -> None:
    rows: list[Sequence[Given]] = [["地区", "2023年", "2024年", "同比（%）"], ["甲", 1, 2, 100.0]]
    table = read(sheet(rows), current=Period(Grain.YEAR, current))
    at = table.periods.index(Period(Grain.YEAR, period))
    assert [measure.name for measure in table.measures] == ["", "同比"]
    assert table.values[0, 1, at].number == 100
    assert table.values[0, 1, at].unit == "%"


def test_a_table_without_periods_is_of_the_current_one() -> None:
    rows: list[Sequence[Given]] = [
        ["图 3  新兴产业的比例"],
        [None, "单位：%"],
        ["领域", "比例"],
        ["企业总体", (0.866, "0.0%")],
        ["未来产业", (90.8, "0.0")],
    ]
    made = sheet(rows, "A1:B1")
    expect(
        read(made),
        """
        数据  图 3  新兴产业的比例
        单位：%
                                2024
        企业总体 / 比例  86.6% [0.0]
        未来产业 / 比例  90.8% [0.0]
        """,
    )
    timeless = read(made, current=None)
    assert timeless.periods == ()
    assert timeless.values[0, 0, 0].number == Decimal("86.6")


def test_a_single_row_lies_on_its_side() -> None:
    table = read(sheet([["领域", "企业总体", "未来产业"], ["比例（%）", 86.6, 90.8]]))
    assert [item.label for item in table.items] == ["企业总体", "未来产业"]
    assert [(m.name, m.unit) for m in table.measures] == [("比例", "%")]


def test_two_header_rows_with_merges_are_period_over_measure() -> None:
    rows: list[Sequence[Given]] = [
        ["地区", "2023年", None, "2024年", None],
        [None, "数量（件）", "占比（%）", "数量（件）", "占比（%）"],
        ["甲", 1, 10.5, 2, 20.5],
    ]
    expected = """
        数据
                    2023   2024
        甲 / 数量    1件    2件
        甲 / 占比  10.5%  20.5%
        """
    expect(read(sheet(rows, "A1:A2", "B1:C1", "D1:E1")), expected)
    expect(read(sheet(rows)), expected)


def test_two_header_rows_over_years_are_item_over_measure() -> None:
    rows: list[Sequence[Given]] = [
        ["年份", "作品", None, "软件", None],
        [None, "数量", "同比(%)", "数量", "同比(%)"],
        [2023, 10, 1.5, 20, 2.5],
        [2024, 11, 10.0, 22, 10.0],
    ]
    expect(
        read(sheet(rows, "A1:A2", "B1:C1", "D1:E1")),
        """
        数据
                     2023  2024
        作品 / 数量    10    11
        作品 / 同比  1.5%   10%
        软件 / 数量    20    22
        软件 / 同比  2.5%   10%
        """,
    )


def test_an_export_with_describing_rows_says_units_frequency_and_sources() -> None:
    rows: list[Sequence[Given]] = [
        ["序号", "日期", "GDP:累计值", "GDP:累计同比", "支出法"],
        [None, "指标ID", "E1", "E2", "E3"],
        [None, "频率", "季", "季", "年"],
        [None, "单位", "亿元", "%", "亿元"],
        [None, "发布方", "统计局", "统计局", "统计局"],
        [(1, "#,##0"), "2025-03", 318758, 5.4, None],
        [(2, "#,##0"), "2024-12", 1349083.5, 5.0, 1352000],
        [],
        [None, "数据来源：某数据商"],
    ]
    expect(
        read(sheet(rows)),
        """
        数据
                             2024        2024-Q4     2025-Q1
        GDP:累计值              ·  1349083.5亿元  318758亿元
        GDP:累计同比            ·             5%        5.4%
        支出法        1352000亿元              ·           ·
        资料来源：某数据商
        """,
    )


def test_a_column_of_units_says_each_rows_unit() -> None:
    rows: list[Sequence[Given]] = [
        ["指标", "计量单位", "2023年", "2024年"],
        ["产值", "亿元", 1, 2],
        ["增速", "%", 3.5, 4.5],
    ]
    table = read(sheet(rows))
    assert [(value.unit, value.number) for key, value in table.values.items() if key[2] == 1] == [
        ("亿元", 2),
        ("%", Decimal("4.5")),
    ]


def test_a_unit_row_that_names_a_percent_too_gives_it_to_rates() -> None:
    table = read(sheet([["单位：亿元、%"], ["年份", "产值", "同比增速"], [2023, 1, 2.5], [2024, 2, 3.5]]))
    assert [table.values[item, 0, 0].unit for item in (0, 1)] == ["亿元", "%"]


def test_a_header_whose_corner_is_blank_is_a_header() -> None:
    table = read(sheet([["各类企业"], [None, "比例"], ["大型企业", 1.5], ["小型企业", 2.5]]))
    assert table.title == "各类企业"
    assert [item.label for item in table.items] == ["大型企业", "小型企业"]
    assert [measure.name for measure in table.measures] == ["比例"]


def test_a_title_with_a_date_beside_it_is_not_the_header() -> None:
    rows: list[Sequence[Given]] = [
        ["各类企业", None, None, "2024 年"],
        ["规模", "数量", "金额", "比例"],
        ["大型企业", 1, 2, 3],
        ["小型企业", 4, 5, 6],
    ]
    table = read(sheet(rows))
    assert table.title == "各类企业 2024 年"
    assert [item.label for item in table.items] == ["大型企业", "小型企业"]
    assert [measure.name for measure in table.measures] == ["数量", "金额", "比例"]


def test_a_place_is_found_whatever_its_spaces_and_width() -> None:
    made = book(sheet([["类", "值"], ["甲", 1]], name="图 1"))
    assert read(made, "簿!图１").values[0, 0, 0].number == 1


def test_dates_and_numbers_say_periods() -> None:
    dates = [Cell(CellKind.DATE, f"2025-0{month}-01T00:00:00", "yyyy-mm") for month in (1, 2)]
    table = read(sheet([["月份", "登记量"], [dates[0], 5], [dates[1], 6]]))
    assert [period.iso for period in table.periods] == ["2025-01", "2025-02"]


RANGES = [
    ("簿!表!A3:B6", ["作品登记"], [2022, 2023, 2024]),
    ("簿!表!A3:D5", ["作品登记", "登记总量", "总量同比"], [2022, 2023]),
    ("簿!表!C4:C6", ["登记总量"], [2022, 2023, 2024]),
    ("簿!表!b5：c6", ["作品登记", "登记总量"], [2023, 2024]),
    ("簿!表!C6", ["登记总量"], [2024]),
    ("簿!表!B:B", ["作品登记"], [2022, 2023, 2024]),
    ("簿!登记总量表", ["作品登记", "登记总量", "总量同比"], [2022, 2023]),
    ("簿!登记总量", ["登记总量"], [2022, 2023, 2024]),
    ("簿!引号名", ["登记总量"], [2022, 2023, 2024]),
]


@pytest.mark.parametrize(("address", "items", "years"), RANGES)
def test_a_range_of_values_takes_its_labels_from_the_table_around_it(
    address: str, items: list[str], years: list[int]
) -> None:
    made = book(
        sheet(REGISTRATIONS, "A1:D1"),
        tables=[ExcelTable("登记总量表", "表", area("A3:D6"), totals=1)],
        names=[DefinedName("登记总量", "表!$C$4:$C$6"), DefinedName("引号名", "'表'!$C$4:$C$6")],
    )
    table = read(made, address)
    assert [item.label for item in table.items] == items
    assert [period.year for period in table.periods] == years
    assert (table.title, table.unit, table.sources) == ("2022—2024 年登记情况", "件", ("版权部门《通报》",))


def test_the_second_table_of_a_sheet_is_reached_by_a_range() -> None:
    made = sheet([["类", "值"], ["甲", 1], [], ["单位：项"], ["类", "值"], ["乙", 2], ["丙", 3]])
    whole = read(made)
    assert [item.label for item in whole.items] == ["甲"]
    (warning,) = whole.warnings
    assert warning.code == "data.more-below"
    assert warning.cell == CellRef("簿", "表", "A5")
    for address in ("簿!表!A5:B7", "簿!表!B6:B7"):
        second = read(made, address)
        assert [item.label for item in second.items] == ["乙", "丙"]
        assert second.unit == "项"
        assert second.warnings == ()


def test_the_right_one_of_two_tables_side_by_side_is_reached_by_a_range() -> None:
    made = sheet([["类", "值", None, "类", "量"], ["甲", 1, None, "乙", 2], ["丙", 3, None, "丁", 4]])
    assert [item.label for item in read(made).items] == ["甲", "丙"]
    right = read(made, "簿!表!E2:E3")
    assert [item.label for item in right.items] == ["乙", "丁"]
    assert [measure.name for measure in right.measures] == ["量"]


def test_a_broken_cell_does_not_keep_the_others_from_being_read() -> None:
    rows: list[Sequence[Given]] = [
        ["项目", "2023年", "2024年"],
        ["甲", Cell(CellKind.ERROR, "#N/A"), 1],
        ["乙", Cell(CellKind.UNCACHED, "", formula=True), "约三"],
    ]
    table = read(sheet(rows))
    assert table.values[0, 0, 1].number == 1
    assert {str(v.cell.cell): v.fault.code for v in table.values.values() if v.fault} == {
        "B2": "data.error-cell",
        "B3": "data.uncached",
        "C3": "data.not-a-number",
    }


def test_numbers_kept_as_text_are_read_and_told_once() -> None:
    table = read(sheet([["项目", "数量"], ["甲", "1,234"], ["乙", "86.6%"], ["丙", 3]]))
    assert [value.number for value in table.values.values()] == [1234, Decimal("86.6"), 3]
    (warning,) = table.warnings
    assert (warning.code, warning.fatal) == ("data.text-numbers", False)
    assert "2 个" in warning.zh
    assert warning.cell == CellRef("簿", "表", "B2")


@pytest.mark.parametrize(("label", "said"), [("平均", "A5 的“平均”不是，"), (None, "A5 是空的，")])
def test_a_row_without_a_period_among_periods_is_left_out_and_told(label: str | None, said: str) -> None:
    table = read(sheet([["年份", "数量"], [2022, 1], [2023, 2], [2024, 3], [label, 2]]))
    assert len(table.values) == 3
    (warning,) = table.warnings
    assert (warning.code, str(warning.cell)) == ("data.row-without-period", "簿!表!A5")
    assert said in warning.zh


@pytest.mark.parametrize("gap", [1, 2])
def test_a_table_beside_another_is_told(gap: int) -> None:
    blanks: list[str | int | None] = [None] * gap
    rows: list[list[str | int | None]] = [
        ["年份", "数量", *blanks, "年份", "价格"],
        [2023, 2, *blanks, 2023, 20],
        [2024, 3, *blanks, 2024, 30],
    ]
    table = read(sheet(rows))
    assert [item.label for item in table.items] == ["数量"]
    (warning,) = table.warnings
    assert (warning.code, str(warning.cell)) == ("data.more-beside", f"簿!表!{'ABCDE'[2 + gap]}2")


def test_an_item_that_stands_twice_is_told() -> None:
    table = read(sheet([["地区", "数量"], ["其他", 1], ["北京", 2], [" 其 他", 3]]))
    (warning,) = table.warnings
    assert (warning.code, str(warning.cell)) == ("data.same-item", "簿!表!A4")
    assert len(table.items) == 3


@pytest.mark.parametrize(
    ("rows", "first", "second"),
    [
        ([["年份", "数量"], [2023, 1], [2024, 2], ["2024 年", 3]], "A3", "A4"),
        ([["项目", "2024年", "2023年", "2024 年"], ["甲", 1, 2, 3]], "B1", "D1"),
        ([["年份", "作品", None], [None, "量", "量"], [2023, 1, 2], [2024, 3, 3]], "B3", "C3"),
    ],
)
def test_two_values_for_one_period_are_a_fault_of_that_value(
    rows: Sequence[Sequence[Given]], first: str, second: str
) -> None:
    table = read(sheet(rows))
    (fault,) = (value.fault for value in table.values.values() if value.fault is not None)
    assert fault.code == "data.same-period"
    assert f"簿!表!{first} 和 簿!表!{second}" in fault.zh
    assert str(fault.cell) == f"簿!表!{second}"
    assert sum(value.number is not None for value in table.values.values()) == 1


def test_two_rows_of_one_period_fill_each_others_blanks() -> None:
    table = read(sheet([["月份", "甲", "乙"], ["2025-01", 1, None], ["2025-01", None, 2], ["2025-02", 3, 4]]))
    assert [value.number for _, value in sorted(table.values.items())] == [1, 3, 2, 4]


def problem_of(made: Sheet, address: str = "簿!表"):  # type: ignore[no-untyped-def]  # the one problem there is
    with pytest.raises(Faulty) as caught:
        read(made, address)
    (problem,) = caught.value.problems
    assert problem.span == source(address).span
    return problem


@pytest.mark.parametrize(
    ("rows", "address", "code"),
    [
        ([["甲", 1], ["乙", 2]], "簿!表", "data.no-header"),
        ([["一句话"]], "簿!表", "data.no-header"),
        ([["项目", "数量"]], "簿!表", "data.no-values"),
        ([], "簿!表", "data.empty-range"),
        ([["项目", "数量"], ["甲", 1]], "簿!表!F5:G9", "data.empty-range"),
        ([["项目", "数量"], ["甲", 1]], "簿!表2", "data.no-such-place"),
    ],
)
def test_where_there_is_no_table_the_problem_says_why(rows: Sequence[Sequence[Given]], address: str, code: str) -> None:
    assert problem_of(sheet(rows), address).code == code


def test_the_nearest_place_is_offered() -> None:
    with pytest.raises(Faulty) as caught:
        read(book(sheet([], name="图1"), sheet([], name="图3")), "簿!图2")
    assert caught.value.problems[0].hint_zh == "是不是“图1”“图3”？"


def test_a_name_that_is_no_range_is_a_problem() -> None:
    for refers_to in ("[1]Sheet1!$A$1", "表!$A$1,表!$C$1", "SUM(表!$A$1)", "别处!$A$1"):
        with pytest.raises(Faulty) as caught:
            read(book(sheet([["甲"]]), names=[DefinedName("名称", refers_to)]), "簿!名称")
        assert caught.value.problems[0].code == "data.not-a-range"


def test_a_far_cell_costs_nothing_and_is_told() -> None:
    made = sheet([["项目", "数量"], ["甲", 1]])
    far = Sheet("表", {**made.cells, (1048576, 16384): Cell(CellKind.NUMBER, "2")})
    (warning,) = read(far).warnings
    assert str(warning.cell) == "簿!表!XFD1048576"


def test_a_table_of_too_many_cells_is_refused() -> None:
    rows: list[Sequence[Given]] = [["项目", *(f"列{n}" for n in range(1001))]]
    rows += [[f"行{n}", 1] for n in range(1000)]
    assert problem_of(sheet(rows)).code == "data.table-too-big"


def test_the_current_period_is_the_only_one_of_a_table_without_periods() -> None:
    assert read(sheet([["领域", "比例"], ["甲", 1], ["乙", 2]])).periods == (YEAR,)


BY_PROVINCE: Sequence[Sequence[Given]] = [["地区", "2023 年", "2024 年"], ["广东省", 20, 30], ["江苏省", 20, 10]]


@pytest.mark.parametrize(
    ("title", "left", "unit"),
    [
        ("各省（区、市）商标申请量（件）", "各省（区、市）商标申请量", "件"),
        ("各省产值 (万元)", "各省产值", "万元"),
        ("各省产值（单位：百万元）", "各省产值", "百万元"),
        ("各省占比（％）", "各省占比", "%"),
        ("各省产值及增速（亿元、%）", "各省产值及增速", "亿元、%"),
        ("各省（区、市）", "各省（区、市）", ""),
        ("商标申请量（2024 年）", "商标申请量（2024 年）", ""),
        ("价格行情（日）", "价格行情（日）", ""),
        ("（件）", "（件）", ""),
    ],
)
def test_a_title_may_end_in_the_unit(title: str, left: str, unit: str) -> None:
    table = read(sheet([[title], *BY_PROVINCE]))
    assert (table.title, table.unit) == (left, unit)
    assert table.values[0, 0, 1].unit == unit.partition("、")[0]


def test_a_unit_row_goes_before_the_title() -> None:
    table = read(sheet([["商标申请量（万件）"], [None, None, "单位：件"], *BY_PROVINCE]))
    assert (table.title, table.unit) == ("商标申请量（万件）", "件")


@pytest.mark.parametrize(
    ("corner", "name", "unit"),
    [
        ("地区（件）", "地区", "件"),
        ("企业类型（家）", "企业类型", "家"),
        ("年龄（岁）", "年龄", ""),
        ("地区", "地区", ""),
    ],
)
def test_a_corner_that_names_the_labels_may_say_the_unit(corner: str, name: str, unit: str) -> None:
    table = read(sheet([["商标申请量"], [corner, *BY_PROVINCE[0][1:]], *BY_PROVINCE[1:]]))
    assert (table.corner, table.unit, table.measures[0].unit) == (name, unit, unit)


def test_a_column_with_a_unit_of_its_own_keeps_it() -> None:
    rows: list[Sequence[Given]] = [["商标申请量（件）"], ["地区", "申请量", "增速（%）"], ["甲", 20, 5], ["乙", 10, 6]]
    table = read(sheet(rows))
    assert [measure.unit for measure in table.measures] == ["件", "%"]
