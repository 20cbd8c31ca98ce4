"""What the names of a spec mean: which items they pick, and what shares of them are of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from reportgen.data.sheet import Cell, CellKind, Sheet, Workbook
from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.periods import Grain, Period
from reportgen.prose.evaluate import phrase
from reportgen.prose.phrase import plain
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.names import Names
from reportgen.spec.report import DataPart, Parameter, ReportSpec, WorkbookPart
from tests.resolve.making import Row, composed

HERE = Span("月报.yaml", 1, 1, 1, 2)
Y2024 = Period(Grain.YEAR, 2024)

PROVINCES: Sequence[Sequence[str | int | None]] = [
    ["地区", "2023 年", "2024 年"],
    ["广东省", 20, 30],
    ["江苏省", 20, 10],
    ["西藏", 10, None],
    ["其他", 50, 60],
    ["合计", 100, 120],
]
TRADE: Sequence[Sequence[str | int | None]] = [["项目", "2024 年"], ["进口总额", 40], ["出口总额", 60]]
MIXED: Sequence[Sequence[str | int | None]] = [
    ["项目", "2024 年"],
    ["作品登记（件）", 3],
    ["软件登记（件）", 1],
    ["软件同比（%）", 50],
]


def words(text: str) -> SourceText:
    return SourceText(text, HERE, ((0, 1, 1),))


def sheet(name: str, rows: Sequence[Sequence[str | int | None]]) -> Sheet:
    return Sheet(
        name,
        {
            (r, c): Cell(CellKind.TEXT, given) if isinstance(given, str) else Cell(CellKind.NUMBER, str(given))
            for r, row in enumerate(rows, 1)
            for c, given in enumerate(row, 1)
            if given is not None
        },
        (),
    )


BOOK = Workbook("簿", "簿.xlsx", (sheet("分省", PROVINCES), sheet("贸易", TRADE), sheet("登记", MIXED)), (), ())


def part(source: str, *, items: Sequence[str] | Mapping[str, str] | None = None, **said: str) -> DataPart:
    picked = (
        {alias: words(label) for alias, label in items.items()}
        if isinstance(items, Mapping)
        else None
        if items is None
        else tuple(words(label) for label in items)
    )
    sort = "desc" if said.pop("sort", "") else None
    given = {key: words(text) for key, text in said.items()}
    return DataPart.model_validate({"span": HERE, "from": words(source), "items": picked, "sort": sort, **given})


def names(**data: DataPart) -> tuple[Names, Ledger]:
    spec = ReportSpec(
        span=HERE,
        reportgen=1,
        title=words("月报"),
        params={"年度": Parameter.model_validate({"span": HERE, "type": "year"})},
        workbooks={"簿": WorkbookPart(span=HERE, path="簿.xlsx", period="年度")},
        data=data,
    )
    ledger = Ledger()
    return Names(spec, {"年度": Y2024}, {"簿": BOOK}, ledger), ledger


def says(expression: str, **data: DataPart) -> str:
    made, ledger = names(**data)
    assert ledger.problems == ()
    return plain(phrase(words(expression), made.scope))


OTHERS = ("广东省", "江苏省", "其他")


@pytest.mark.parametrize("expression", ["分省.广东省.占比", "分省.广东省 | 占比"])
@pytest.mark.parametrize(
    ("given", "prints"),
    [
        (part("簿!分省", overall="合计"), "25.0%"),
        (part("簿!分省", total="分省.合计"), "25.0%"),
        (part("簿!分省", total="分省.合计", items=["江苏省", "广东省"]), "25.0%"),
        (part("簿!分省", total="分省.全国", items={"广东省": "广东省", "全国": "合计"}), "25.0%"),
        (part("簿!分省", total="分省.合计", overall="江苏省"), "25.0%"),
        (part("簿!分省", items=OTHERS), "30.0%"),
        (part("簿!分省", items=OTHERS, sort="desc"), "30.0%"),
        (part("簿!分省", items=OTHERS, overall="合计"), "25.0%"),
        (part("簿!分省", total="贸易"), "30.0%"),
    ],
)
def test_shares_are_of_the_total_the_overall_item_or_the_items_picked(
    expression: str, given: DataPart, prints: str
) -> None:
    assert says(expression, 分省=given, 贸易=part("簿!贸易")) == prints


def test_a_share_is_of_the_total_in_its_own_period() -> None:
    assert says("分省.广东省.占比[2023]", 分省=part("簿!分省", total="分省.合计")) == "20.0%"


def test_what_builds_on_data_has_their_total_and_their_parts() -> None:
    data = {"分省": part("簿!分省", total="分省.合计", items=OTHERS), "首省": part("分省.前(1)")}
    assert says("首省.占比", **data) == "50.0%"
    data = {"首省": part("分省.前(1)"), "分省": part("簿!分省", items=OTHERS)}
    assert says("首省.占比", **data) == "60.0%"


def test_parts_in_another_unit_do_not_count() -> None:
    assert says("登记.作品登记.占比", 登记=part("簿!登记")) == "75.0%"


def test_totals_are_added_up_where_they_alone_were_picked() -> None:
    assert says("贸易.进口总额.占比", 贸易=part("簿!贸易", items=["进口总额", "出口总额"])) == "40.0%"


@pytest.mark.parametrize("given", [part("簿!分省"), part("簿!分省", items=["广东省", "合计"])])
def test_a_total_among_the_parts_is_told(given: DataPart) -> None:
    made, ledger = names(分省=given)
    assert ledger.problems == ()
    with pytest.raises(Faulty) as caught:
        phrase(words("分省.广东省.占比"), made.scope)
    (problem,) = caught.value.problems
    assert problem.code == "prose.total-among-parts"
    assert problem.span is not None
    assert str(problem.cell) == "簿!分省!A6"
    assert "“合计”" in problem.zh
    for way in ("overall: 合计", "total: 分省.合计", "占(分省.合计)"):
        assert way in problem.hint_zh


def test_data_that_are_the_total_of_each_other_are_a_circle() -> None:
    _, ledger = names(甲=part("簿!分省", total="乙.合计"), 乙=part("簿!分省", total="甲.合计"))
    assert [problem.code for problem in ledger.problems] == ["data.circle"]
    _, ledger = names(甲=part("甲"))
    assert [problem.code for problem in ledger.problems] == ["data.circle"]


@pytest.mark.parametrize("address", ["簿!分省", "簿！分省"])
def test_data_may_have_the_name_of_their_workbook(address: str) -> None:
    assert says("簿.广东省", 簿=part(address)) == "30"


def test_a_total_that_is_no_item_is_told() -> None:
    made, ledger = names(分省=part("簿!分省", total="分省.全国"))
    assert [problem.code for problem in ledger.problems] == ["prose.unknown-part"]
    assert made.withheld == {"分省"}


CHOOSING = """
    reportgen: 1
    title: 月报
    params:
      类: {{type: choice, from: 粮, default: 甲}}
      区: {{type: choice, options: [东部, 西部], default: 东部}}
    workbooks: {{簿: 簿.xlsx}}
    data: {{粮: 簿!表}}
    body:
      - {{text: 常在。}}
      - {{text: 有时。, when: {condition}}}
    """


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ('类 == "丁种"', "It can be: 甲, 乙."),
        ('\'"东 部" == 区 and 类 != "丙"\'', "It can be: 甲, 乙."),
        ('区 == "东区"', "Did you mean 东部? It can be: 东部, 西部."),
        ('区 == "西部" or 类 == "乙"', None),
        ("区 != 类", None),
    ],
)
def test_a_choice_is_compared_with_what_it_can_be(tmp_path: Path, condition: str, told: str | None) -> None:
    sheet: list[Row] = [("单位：吨",), ("地区", "产量"), ("甲", 1), ("乙", 2)]
    problems = composed(tmp_path, CHOOSING.format(condition=condition), {"表": sheet}).problems
    assert [problem.code for problem in problems] == (["prose.unknown-part"] if told else [])
    assert [problem.hint_en for problem in problems] == ([told] if told else [])
