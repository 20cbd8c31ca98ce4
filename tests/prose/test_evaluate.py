"""Expressions: where they may go, what they refuse, and where their problems stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.prose.dots import DOTS
from reportgen.prose.evaluate import phrase, selection
from reportgen.prose.phrase import Referred, plain
from reportgen.prose.samples import scope, source_text
from reportgen.prose.selection import labels
from reportgen.prose.wording import BY_NAME

SCOPE = scope()


def said(expression: str) -> str:
    return plain(phrase(source_text(expression), SCOPE))


def problem_of(expression: str) -> tuple[str, int, str]:
    """The code of the one problem of an expression, its column, and its hint."""
    with pytest.raises(Faulty) as caught:
        phrase(source_text(expression), SCOPE)
    (problem,) = caught.value.problems
    assert problem.span is not None
    return problem.code, problem.span.column, problem.hint_zh


@pytest.mark.parametrize(
    ("expression", "code", "column", "hint"),
    [
        ("研发获去", "prose.unknown-name", 1, "研发获取"),
        ("登记.作品登计", "prose.unknown-part", 4, "作品登记"),
        ("研发获取 | 较去年", "prose.unknown-wording", 8, "较上年"),
        ("研发获取 | 比重", "prose.unknown-wording", 8, "“占”"),
        ("研发获取 | 增长率", "prose.unknown-wording", 8, "“同比”"),
        ("见.图2", "prose.unknown-reference", 3, "图"),
        ("研发获取 | 较", "prose.wrong-arguments", 8, ""),
        ("研发获取 | 较(去年)", "prose.unknown-name", 10, ""),
        ("研发获取 | 较('去年')", "prose.not-period", 8, ""),
        ("登记.近(三)", "prose.unknown-name", 6, ""),
        ("登记.近('三')", "prose.wrong-arguments", 4, ""),
        ("登记.近(0)", "prose.wrong-arguments", 4, ""),
        ("登记.近", "prose.unknown-part", 4, ".近(…)"),
        ("登记['2025-03']", "prose.wrong-grain", 4, ""),
        ("登记.上月", "prose.wrong-grain", 4, ""),
        ("问题.前(9)", "prose.no-rank", 4, ""),
        ("研发获取 > 1", "prose.wrong-kind", 1, ""),
        ("研发获取.次序", "prose.wrong-kind", 1, ""),
        ("year | 较上年", "prose.wrong-kind", 8, ""),
        ("研发获取 +", "prose.syntax", 6, ""),
        ("研发获取 研发获取", "prose.syntax", 6, ""),
        ("'没完", "prose.syntax", 1, ""),
        ("   ", "prose.empty", 1, ""),
    ],
)
def test_problems_stand_where_they_are_and_say_what_was_meant(
    expression: str, code: str, column: int, hint: str
) -> None:
    found_code, found_column, found_hint = problem_of(expression)
    assert (found_code, found_column) == (code, column)
    assert hint in found_hint


@pytest.mark.parametrize(
    "expression",
    [
        "'a' * 100000000",
        "'a'.center(100000000)",
        "2 ** 999999",
        "'%99999999d' % 1",
        "研发获取.__class__",
        "研发获取.table",
        "研发获取['__class__']",
        "''.__class__.__mro__",
        "'{0.__class__}'.format(1)",
        "self",
        "range(10)",
        "研发获取()",
        "研发获取 | attr('table')",
        "研发获取 | list",
        "a if b else c",
        "{'a': 1}",
        "研发获取[1:2]",
        "研发获取 is defined",
        "研发获取 | 较上年(词='提升')",
        "登记.近(*[1])",
        "1e999",
        "9" * 1500,
        "(" * 200 + "1" + ")" * 200,
        "-" * 900 + "1",
        "not " * 400 + "研发获取",
        "研发获取 ~ " * 300 + "研发获取",
        "研发获取" + ".上年" * 200,
        "x" * 3000,
        "登记.近(999999999)",
        "登记.自(1800)",
    ],
)
def test_what_is_no_business_of_a_report_is_refused(expression: str) -> None:
    with pytest.raises(Faulty):
        phrase(source_text(expression), SCOPE)


@pytest.mark.parametrize("text", ["'{0.__class__}'", "'{{'", "'<b>'", "'$x$'", "'%s'"])
def test_text_that_looks_like_something_is_text(text: str) -> None:
    assert said(text) == text[1:-1]


def test_full_width_signs_are_read_as_half_width() -> None:
    assert said("研发获取　｜　较（２０２１，提升了）") == "较 2021 年提升了 2.1 个百分点"
    assert said("登记［“作品登记”］［２０２４］") == "7802965 件"
    assert said("‘（原样）’ ～ 研发获取") == "（原样）86.6%"


def test_items_are_found_whatever_their_width_and_spaces() -> None:
    assert said("高额经费['50万～100万元']") == "18.2%"
    assert said("新兴研发['未来 产业']") == "90.8%"


def test_a_parameter_goes_between_brackets() -> None:
    within = replace(SCOPE, names={**SCOPE.names, "focus": "软件登记"})
    assert plain(phrase(source_text("登记[focus]"), within)) == "2827213 件"
    assert plain(phrase(source_text("登记.软件登记[year].上年"), within)) == "2495213 件"


@pytest.mark.parametrize(
    ("expression", "prints"),
    [
        ("研发获取.上年", "84.8%"),
        ("研发获取[2021]", "84.5%"),
        ("月度.上月", "40 件"),
        ("月度.上期", "40 件"),
        ("登记.登记总量.近(2)", "8923901 件和 10630610 件"),
        ("登记.登记总量.自(2023).上年", "6353144 件和 8923901 件"),
        ("登记.登记总量.同比", "19.13%"),
        ("登记.质权登记.同比", "5.11%"),
        ("登记.登记总量[2021].同比", "24.30%"),
        ("月度.环比", "25.00%"),
        ("新兴研发.最高", "90.8%"),
        ("新兴研发.最低", "89.7%"),
        ("登记.登记总量.近(5).最低", "5039543 件"),
        ("作品类型.前(1)", "4285495 件"),
        ("作品类型.前(1).占比", "56.9%"),
        ("产学研.企业总体", "41.0%"),
        ("登记.作品登记[2021].本期", "7802965 件"),
        ("year.上年", "2023 年"),
        ("period.年", "2025 年"),
    ],
)
def test_dots_go_to_cells(expression: str, prints: str) -> None:
    assert said(expression) == prints


def test_a_dropped_figure_is_not_referred_to() -> None:
    within = replace(SCOPE, references={}, dropped={"图1": Span("简报.yaml", 3, 5, 3, 7)})
    assert phrase(source_text("见.图1"), within) == ()
    with pytest.raises(Faulty) as caught:
        phrase(source_text("ref.图1"), within)
    assert caught.value.problems[0].code == "prose.dropped-reference"
    assert "简报.yaml:3:5" in caught.value.problems[0].en


def test_a_reference_keeps_its_target() -> None:
    assert phrase(source_text("见.图1"), SCOPE) == ("（参见", Referred("图 1", "图1"), "）")


def test_names_of_files_take_periods_in_short_form() -> None:
    within = replace(SCOPE, iso_periods=True)
    assert plain(phrase(source_text("period"), within)) == "2025-03"


def test_data_of_blocks_are_selections() -> None:
    assert labels(selection(source_text("作品类型.前(2)"), SCOPE)) == ("美术作品", "摄影作品")
    with pytest.raises(Faulty) as caught:
        selection(source_text("year"), SCOPE)
    assert caught.value.problems[0].code == "prose.wrong-kind"


def test_a_phrase_is_never_flattened_by_accident() -> None:
    result = phrase(source_text("研发获取"), SCOPE)
    for part in (result, result[0]):
        with pytest.raises(TypeError):
            str(part)
    with pytest.raises(TypeError):
        f"{result}"


PIECES = st.sampled_from(
    [
        *SCOPE.names,
        *BY_NAME,
        *(dot.name for dot in DOTS),
        *"()[]{}.,|~+-*/%<>=!'\"（）‘’“”，｜",
        *("==", ">=", "**", "//", " ", " and ", " not ", " is ", " if ", " else ", " in ", "{{", "}}", "\n", "\\"),
        *("近(5)", "自(2021)", "前(3)", "同比", "占比", "上升", "次序", "2021", "9" * 40, "1e9", "0x", "__class__"),
        *("企业总体", "见", "ref", "图1", "\x00", "\ud800", "\U000f0000", "①", "é"),
    ]
)


def problems_of(expression: str) -> tuple[Problem, ...]:
    """The problems of an expression; anything but Faulty is a failure."""
    try:
        assert isinstance(plain(phrase(source_text(expression), SCOPE)), str)
    except Faulty as error:
        return error.problems
    return ()


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_expression_raises_anything_but_faulty(expression: str) -> None:
    assert all(problem.span is not None for problem in problems_of(expression))


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_no_text_raises_anything_but_faulty(expression: str) -> None:
    assert all(problem.span is not None for problem in problems_of(expression))


GOOD = st.sampled_from([*SCOPE.names, "登记.登记总量", "登记.登记总量.同比", "新兴研发.企业总体", "作品类型.前(2)"])
STEPS = st.lists(
    st.sampled_from(
        [f".{name}" for name in (*(dot.name for dot in DOTS), "同比", "环比", "占比", "作品登记", "企业总体")]
        + [".近(2)", ".近(5)", ".自(2021)", ".前(1)", "[2021]", "[year]", "['2025-03']"]
    ),
    max_size=3,
).map("".join)
CALLS = st.sampled_from(
    [""]
    + [f" | {name}" for name in BY_NAME]
    + [" | 较(2021)", " | 较(上年, 提高了)", " | 快慢(上年全年)", " | 成数(均超过)", " | 名称(以及)"]
    + [
        " | 占(登记.登记总量)",
        " | 比(登记.作品登记)",
        " | 占(新兴研发)",
        " | 比(研发获取.近(2))",
        " | 占(5)",
        " > 5",
        " + 登记",
    ]
)


@settings(max_examples=600)
@given(GOOD, STEPS, CALLS)
def test_no_journey_through_the_data_raises_anything_but_faulty(name: str, steps: str, call: str) -> None:
    assert all(problem.span is not None for problem in problems_of(name + steps + call))
