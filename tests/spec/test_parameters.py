"""Parameters take what is given, else their default; what does not suit is refused with what would."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.errors import Faulty
from reportgen.periods import Grain, Period
from reportgen.spec.load import spec_from
from reportgen.spec.parameters import ParamValue, parameter_values, parsed
from reportgen.spec.report import ParamType, ReportSpec

HERE = Path("/nowhere")


def spec(params: str) -> ReportSpec:
    return spec_from(f"reportgen: 1\ntitle: 月报\nparams: {{{params}}}\nbody: [{{text: 甲}}]\n", "a.yaml", HERE)


@pytest.mark.parametrize(
    ("wanted", "text", "value"),
    [
        (ParamType.YEAR, "2024", Period(Grain.YEAR, 2024)),
        (ParamType.YEAR, "2024年", Period(Grain.YEAR, 2024)),
        (ParamType.YEAR, "2024-03", None),
        (ParamType.YEAR, "24", None),
        (ParamType.MONTH, "2025-03", Period(Grain.MONTH, 2025, 3)),
        (ParamType.MONTH, "2025 年 3 月", Period(Grain.MONTH, 2025, 3)),
        (ParamType.MONTH, "２０２５-０３", Period(Grain.MONTH, 2025, 3)),
        (ParamType.MONTH, "2025-13", None),
        (ParamType.MONTH, "2025", None),
        (ParamType.QUARTER, "2024-Q3", Period(Grain.QUARTER, 2024, 3)),
        (ParamType.QUARTER, "2024年三季度", Period(Grain.QUARTER, 2024, 3)),
        (ParamType.QUARTER, "2024-Q5", None),
        (ParamType.DATE, "2025-02-28", date(2025, 2, 28)),
        (ParamType.DATE, "2025年2月28日", date(2025, 2, 28)),
        (ParamType.DATE, "2025-02-30", None),
        (ParamType.DATE, "昨天", None),
        (ParamType.NUMBER, "12.50", Decimal("12.50")),
        (ParamType.NUMBER, " -3 ", Decimal(-3)),
        (ParamType.NUMBER, "1,000", None),
        (ParamType.NUMBER, "NaN", None),
        (ParamType.NUMBER, "1e9", None),
        (ParamType.TEXT, "北京", "北京"),
        (ParamType.TEXT, " ", None),
    ],
)
def test_a_text_is_read_as_its_type(wanted: ParamType, text: str, value: ParamValue | None) -> None:
    assert parsed(text, wanted) == value


def test_defaults_stand_where_nothing_is_given() -> None:
    found = spec("period: {type: month, default: 2025-03}, year: {type: year, default: 2024}")
    assert parameter_values(found, {}) == {"period": Period(Grain.MONTH, 2025, 3), "year": Period(Grain.YEAR, 2024)}
    assert parameter_values(found, {"year": "2023"})["year"] == Period(Grain.YEAR, 2023)


def test_every_wrong_one_is_refused_in_one_run() -> None:
    found = spec("period: {type: month, default: 2025-03}, 客户: {type: text, required: true}, 数: {type: number}")
    with pytest.raises(Faulty) as caught:
        parameter_values(found, {"period": "2025", "perod": "2025-04", "数": "多"})
    told = [(p.span.line if p.span else None, p.code, p.zh, p.hint_zh) for p in caught.value.problems]
    assert told == [
        (3, "spec.parameter-needed", "没有给出参数“客户”的值", "在命令里加上 -p 客户=北京，或在 params 里写 default"),
        (None, "spec.not-a-value", "参数“period”要一个月份，给的是“2025”", "写成 2025-03 这样"),
        (None, "spec.not-a-value", "参数“数”要一个数，给的是“多”", "写成 12.5 这样"),
        (
            None,
            "spec.unknown-parameter",
            "没有叫“perod”的参数",
            "是不是想写“period”？参数有：period、客户、数；写在 params 下面",
        ),
    ]


def test_the_command_line_goes_before_the_environment_and_that_before_the_default() -> None:
    found = spec("year: {type: year, default: 2024}, 客户: {type: text, required: true}")
    environment = {"REPORTGEN_PARAM_YEAR": "2022", "REPORTGEN_PARAM_客户": "甲", "REPORTGEN_PARAM_OTHER": "1"}
    assert parameter_values(found, {}, environment) == {"year": Period(Grain.YEAR, 2022), "客户": "甲"}
    assert parameter_values(found, {"year": "2023"}, environment)["year"] == Period(Grain.YEAR, 2023)


def test_what_the_environment_says_must_suit_too() -> None:
    with pytest.raises(Faulty) as caught:
        parameter_values(spec("year: {type: year, default: 2024}"), {}, {"REPORTGEN_PARAM_YEAR": "今年"})
    assert [(problem.code, problem.span) for problem in caught.value.problems] == [("spec.not-a-value", None)]


def test_a_choice_is_one_of_its_options() -> None:
    options = "甲: {type: choice, options: [东部, 西部], default: 东部}"
    found = spec(f"{options}, 乙: {{type: choice, from: 登记}}}}\ndata: {{登记: 版权!表")
    assert parameter_values(found, {"乙": "作品"}) == {"甲": "东部", "乙": "作品"}
    with pytest.raises(Faulty) as caught:
        parameter_values(found, {"甲": "南部"})
    assert [(problem.code, problem.hint_zh) for problem in caught.value.problems] == [
        ("spec.parameter-needed", "在命令里加上 -p 乙=甲，或在 params 里写 default"),
        ("spec.not-an-option", "是不是想写“东部”？可以选的有：东部、西部"),
    ]


def test_a_period_that_data_tell_is_left_to_them() -> None:
    found = spec("year: {type: year, default: latest(登记)}}\ndata: {登记: 版权!表")
    assert parameter_values(found, {}) == {}
    assert parameter_values(found, {"year": "2023"}) == {"year": Period(Grain.YEAR, 2023)}
