"""Claims hold or fail as a reader would judge them from the printed page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reportgen.errors import Faulty
from reportgen.prose.claims import check, judge
from reportgen.prose.samples import CURRENT, scope, source_text, table, years
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection, of_table

SCOPE = scope()


def holds(condition: str, within: Scope = SCOPE) -> bool:
    return judge(source_text(condition), within).holds


def code_of(condition: str, within: Scope = SCOPE) -> str:
    with pytest.raises(Faulty) as caught:
        judge(source_text(condition), within)
    assert caught.value.problems[0].span is not None
    return caught.value.problems[0].code


def over_years(*numbers: str | None) -> Scope:
    periods = years(*range(2025 - len(numbers), 2025))
    return Scope({"甲": of_table(table("甲", {"子": list(numbers)}, periods), "甲", current=CURRENT)}, CURRENT)


@pytest.mark.parametrize(
    ("condition", "true"),
    [
        ("研发获取 > 研发获取.上年", True),
        ("研发获取 < 研发获取.上年", False),
        ("研发获取.自(2021).上升", True),
        ("研发获取.自(2021).下降", False),
        ("新兴研发.最低 > 新兴研发.企业总体", True),
        ("新兴研发 > 新兴研发.企业总体", True),
        ("新兴研发 > 90", False),
        ("新兴研发 > 80", True),
        ("登记.质权登记 > 登记.质权登记.上年", True),
        ("登记.质权登记 > 登记.质权登记.上年 and 研发获取 > 90", False),
        ("登记.质权登记 > 登记.质权登记.上年 or 研发获取 > 90", True),
        ("not 研发获取 > 90", True),
        ("登记.登记总量.近(3) > 登记.登记总量.近(3).上年", True),
        ("登记.登记总量 >= 登记.登记总量.近(5)", True),
        ("登记.作品登记.同比 > 登记.登记总量.同比", True),
        ("80 < 研发获取 < 90", True),
        ("问题.次序 == [缺乏, 专利信息滞后, 专利信息不容易理解]", True),
        ("问题.次序 == [专利信息滞后, 缺乏, 专利信息不容易理解]", False),
        ("问题.次序 == [缺乏, 专利信息滞后]", False),
        ("问题.前(2).次序 == [缺乏, 专利信息滞后]", True),
        ("[缺乏, 专利信息滞后, 专利信息不容易理解] == 问题.次序", True),
        ("问题.次序 != [缺乏, 专利信息滞后, 专利信息不容易理解]", False),
        ("新兴研发.次序 == ['未来产业', '战略性新兴产业']", True),
        ("client == '某某公司'", True),
        ("client != '某某公司'", False),
        ("year == 2024", True),
        ("year > 2024", False),
        ("period >= '2025-01'", True),
    ],
)
def test_conditions(condition: str, true: bool) -> None:
    assert holds(condition) is true


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("研发获取", "prose.wrong-kind"),
        ("'好'", "prose.wrong-kind"),
        ("研发获取 > 登记.登记总量", "prose.units-differ"),
        ("问题 > 新兴研发", "prose.counts-differ"),
        ("研发获取 > 研发获取[2022]", "prose.missing"),
        ("研发获取.上升", "prose.too-few-periods"),
        ("问题.次序 == [专利信息, 缺乏]", "prose.ambiguous-part"),
        ("问题.次序 == [缺失, 专利信息滞后]", "prose.unknown-part"),
        ("规模合作.最高 > 10", "prose.missing"),
        ("研发获取 == '高'", "prose.wrong-kind"),
        ("year == '高'", "prose.wrong-kind"),
    ],
)
def test_what_cannot_be_judged_is_a_problem(condition: str, code: str) -> None:
    assert code_of(condition) == code


@pytest.mark.parametrize(
    ("numbers", "rises"),
    [
        (("84.5", None, "84.8", "86.6"), True),
        (("84.5", None, "84.5", "86.6"), False),
        (("84.5", "86.7", "84.8", "86.6"), False),
        (("84.5", "84.6", "84.8", "84.8"), False),
        (("84.5", None, None, "84.6"), True),
    ],
)
def test_rising_passes_over_blanks_between_but_not_over_falls(numbers: Sequence[str | None], rises: bool) -> None:
    assert holds("甲.自(2021).上升", over_years(*numbers)) is rises


@pytest.mark.parametrize("numbers", [(None, "84.6", "84.8", "86.6"), ("84.5", "84.6", "84.8", None)])
def test_rising_needs_both_ends(numbers: Sequence[str | None]) -> None:
    assert code_of("甲.自(2021).上升", over_years(*numbers)) == "prose.missing"


def test_what_prints_the_same_is_the_same() -> None:
    within = Scope(
        {
            "细": of_table(table("细", {"子": ["86.64"]}, years(2024), decimals={"子": 1}), "细", current=CURRENT),
            "粗": of_table(table("粗", {"子": ["86.6"]}, years(2024)), "粗", current=CURRENT),
        },
        CURRENT,
    )
    assert holds("细 == 粗", within)
    assert not holds("细 > 粗", within)
    assert holds("细 > 86.5", within)


def test_a_verdict_says_which_side_was_what() -> None:
    verdict = judge(source_text("研发获取 < 研发获取.上年"), SCOPE)
    assert verdict.text == "研发获取[2024]（86.6%） < 研发获取[2023]（84.8%） ✗"
    assert [use.ref.cell for use in verdict.cells] == ["E4", "D4"]


def test_sums_are_checked_in_every_period() -> None:
    verdict = check(source_text("登记.作品登记 + 登记.软件登记 + 登记.质权登记 == 登记.登记总量"), SCOPE)
    assert (verdict.holds, verdict.compared, verdict.skipped) == (True, 5, 0)
    assert len(verdict.cells) == 20


def test_computed_rates_agree_with_published_ones_where_both_are_there() -> None:
    verdict = check(source_text("登记.登记总量.同比 == 登记.总量同比"), SCOPE)
    assert (verdict.holds, verdict.compared, verdict.skipped) == (True, 4, 1)


def test_tables_of_different_periods_are_compared_where_they_meet() -> None:
    verdict = check(source_text("新兴研发.企业总体 == 研发获取"), SCOPE)
    assert (verdict.holds, verdict.compared, verdict.skipped) == (True, 1, 3)


def test_a_failing_check_names_the_periods_that_fail() -> None:
    verdict = check(source_text("登记.作品登记 > 登记.作品登记.上年 and 登记.软件登记 > 登记.软件登记.上年"), SCOPE)
    assert not verdict.holds
    assert "登记.软件登记[2022]" in verdict.text
    assert "登记.软件登记[2023]（2495213 件） >" not in verdict.text


def test_a_check_that_compares_nothing_is_no_truth() -> None:
    with pytest.raises(Faulty) as caught:
        check(source_text("登记.登记总量[2019] == 登记.登记总量"), SCOPE)
    assert caught.value.problems[0].code == "prose.nothing-compared"


def test_a_check_over_wrong_names_is_a_problem_and_not_skipped() -> None:
    with pytest.raises(Faulty) as caught:
        check(source_text("登记.作品 == 登记.登记总量"), SCOPE)
    assert caught.value.problems[0].code == "prose.unknown-part"


def test_a_check_stops_at_the_current_period() -> None:
    names = dict(SCOPE.names)
    table = names["登记"]
    assert isinstance(table, Selection)
    earlier = replace(table, current=table.table.periods[-2])
    whole = check(source_text("登记.作品登记 > 0"), SCOPE)
    part = check(source_text("登记.作品登记 > 0"), replace(SCOPE, names={**names, "登记": earlier}))
    assert part.compared + part.skipped == whole.compared + whole.skipped - 1
