"""Each row of the wording table prints what its examples say; the words follow the data."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import Faulty
from reportgen.model.audit import RecordKind
from reportgen.origins import CellRef
from reportgen.periods import Grain, Period
from reportgen.prose.dots import DOTS
from reportgen.prose.evaluate import evaluated, phrase
from reportgen.prose.naming import accumulated
from reportgen.prose.phrase import Phrase, Told, plain
from reportgen.prose.samples import CURRENT, scope, source_text, table, years
from reportgen.prose.saying import Example
from reportgen.prose.scope import Scope
from reportgen.prose.selection import of_table, with_overall
from reportgen.prose.values import Verdict
from reportgen.prose.wording import BY_NAME, WORDINGS, Wording

DIGITS = re.compile(r"\d")


def said(expression: str, within: Scope | None = None) -> str:
    return plain(phrase(source_text(expression), within or scope()))


def told(result: Phrase, kind: RecordKind) -> list[Told]:
    return [part for part in result if isinstance(part, Told) and part.kind is kind]


def two_years(*pairs: tuple[str, str], unit: str = "%") -> Scope:
    """A scope whose one table, 甲, has these values in 2023 and 2024."""
    rows = {name: list(pair) for name, pair in zip("子丑寅卯", pairs, strict=False)}
    return Scope({"甲": of_table(table("甲", rows, years(2023, 2024), unit=unit), "甲", current=CURRENT)}, CURRENT)


def against(overall: str, *others: str, unit: str = "%") -> Scope:
    rows = {"总体": [overall]} | {name: [value] for name, value in zip("子丑寅", others, strict=False)}
    selection = of_table(table("甲", rows, years(2024), unit=unit), "甲", current=CURRENT)
    return Scope({"甲": with_overall(selection, "总体")}, CURRENT)


@pytest.mark.parametrize(
    "example",
    [example for wording in WORDINGS for example in wording.examples],
    ids=lambda example: example.expression,
)
def test_each_example_prints_what_it_says(example: Example) -> None:
    assert said(example.expression) == example.prints


@pytest.mark.parametrize(
    "example", [example for dot in DOTS for example in dot.examples], ids=lambda example: example.expression
)
def test_each_dot_goes_where_it_says(example: Example) -> None:
    value = evaluated(source_text(example.expression), scope())
    if isinstance(value, Verdict):
        assert ("成立" if value.holds else "不成立") == example.prints
    else:
        assert said(example.expression) == example.prints


def test_every_wording_has_an_example() -> None:
    assert [wording.name for wording in WORDINGS if not wording.examples] == []
    assert len(BY_NAME) == len(WORDINGS)


@pytest.mark.parametrize(
    ("expression", "prints"),
    [
        ("研发获取", "86.6%"),
        ("新兴研发", "89.7% 和 90.8%"),
        ("问题", "46.4%、44.4% 和 42.6%"),
        ("登记.质权登记", "432 件"),
        ("首选方式.上年", "42.9%"),
        ("小微合作", "8.1% 和 12.8%"),
        ("专利信息.大型", "43.0%"),
        ("高额经费", "18.2% 和 17.8%"),
        ("year", "2024 年"),
        ("period", "2025 年 3 月"),
        ("client", "某某公司"),
        ("见.图1", "（参见图 1）"),
        ("ref.图13", "图 13"),
        ("登记.质权登记 ~ '以上'", "432 件以上"),
        ("[研发获取, 首选方式]", "86.6% 和 47.6%"),
        ("研发获取 - 研发获取[2021]", "2.1 个百分点"),
        ("登记.作品登记 + 登记.软件登记 + 登记.质权登记", "10630610 件"),
    ],
)
def test_values_print_without_any_wording(expression: str, prints: str) -> None:
    assert said(expression) == prints


@pytest.mark.parametrize(
    ("before", "now", "unit", "prints"),
    [
        ("84.8", "86.6", "%", "较上年提升 1.8 个百分点"),
        ("86.6", "84.8", "%", "较上年下降 1.8 个百分点"),
        ("86.6", "86.6", "%", "较上年持平"),
        ("100", "125", "件", "较上年增长 25.00%"),
        ("125", "100", "件", "较上年下降 20.00%"),
        ("100", "100", "件", "较上年持平"),
        ("100000", "100001", "件", "较上年持平"),
    ],
)
def test_the_sign_of_the_printed_number_chooses_the_word(before: str, now: str, unit: str, prints: str) -> None:
    assert said("甲 | 较上年", two_years((before, now), unit=unit)) == prints


@pytest.mark.parametrize(
    ("pairs", "prints"),
    [
        ((("1.0", "2.0"), ("1.0", "3.5")), "分别较上年提升 1.0 和 2.5 个百分点"),
        ((("2.0", "1.0"), ("3.0", "1.5")), "分别较上年下降 1.0 和 1.5 个百分点"),
        ((("1.0", "2.0"), ("3.0", "1.5")), "分别较上年提升 1.0 个百分点和下降 1.5 个百分点"),
        ((("1.0", "1.0"), ("3.0", "1.5")), "分别较上年持平和下降 1.5 个百分点"),
        ((("1.0", "1.0"), ("3.0", "3.0")), "均较上年持平"),
        (
            (("1.0", "2.0"), ("3.0", "1.5"), ("1.0", "1.0")),
            "分别较上年提升 1.0 个百分点、下降 1.5 个百分点和持平",
        ),
    ],
)
def test_a_list_says_one_word_only_where_all_agree(pairs: tuple[tuple[str, str], ...], prints: str) -> None:
    assert said("甲 | 较上年", two_years(*pairs)) == prints


def test_rates_of_a_list_keep_their_signs() -> None:
    assert said("甲 | 同比", two_years(("100", "110"), ("100", "120"), unit="件")) == "同比分别增长 10.00% 和 20.00%"


@pytest.mark.parametrize(
    ("word", "rise", "fall"),
    [
        ("提升了", "提升了 1.0 个百分点", "下降了 1.0 个百分点"),
        ("提高", "提高 1.0 个百分点", "降低 1.0 个百分点"),
        ("增加", "增加 1.0 个百分点", "减少 1.0 个百分点"),
        ("扩大", "扩大 1.0 个百分点", "缩小 1.0 个百分点"),
        ("大幅", "大幅提升 1.0 个百分点", "大幅下降 1.0 个百分点"),
        ("大幅提高了", "大幅提高了 1.0 个百分点", "大幅降低了 1.0 个百分点"),
        ("回落", "回升 1.0 个百分点", "回落 1.0 个百分点"),
        ("下降", "提升 1.0 个百分点", "下降 1.0 个百分点"),
    ],
)
def test_an_authors_word_turns_with_the_data(word: str, rise: str, fall: str) -> None:
    expression = f"甲 | 变动({word})"
    assert said(expression, two_years(("1.0", "2.0"))) == rise
    assert said(expression, two_years(("2.0", "1.0"))) == fall
    assert said(expression, two_years(("2.0", "2.0"))) == "持平"


def test_a_word_without_a_known_opposite_is_refused() -> None:
    with pytest.raises(Faulty) as caught:
        said("研发获取 | 变动(飞跃)")
    assert [problem.code for problem in caught.value.problems] == ["prose.no-opposite"]
    assert caught.value.problems[0].span is not None


@given(st.decimals(0, 100, places=1), st.decimals(0, 100, places=1))
def test_a_change_and_its_reverse_differ_in_the_word_alone(before: Decimal, now: Decimal) -> None:
    there = said("甲 | 较上年", two_years((str(before), str(now))))
    back = said("甲 | 较上年", two_years((str(now), str(before))))
    assert there.replace("提升", "↑").replace("下降", "提升").replace("↑", "下降") == back
    assert ("持平" in there) == (before == now)


@pytest.mark.parametrize(
    ("overall", "others", "prints"),
    [
        ("86.6", ("89.7", "90.8"), "分别高出总体 3.1 和 4.2 个百分点"),
        ("86.6", ("80.0", "81.0"), "分别低于总体 6.6 和 5.6 个百分点"),
        ("86.6", ("89.7", "80.0"), "分别高出总体 3.1 个百分点和低于总体 6.6 个百分点"),
        ("86.6", ("86.6",), "与总体持平"),
        ("86.6", ("86.6", "86.6"), "均与总体持平"),
        ("86.6", ("86.6", "90.8"), "分别与总体持平和高出总体 4.2 个百分点"),
    ],
)
def test_above_below_and_level_with_the_overall_item(overall: str, others: tuple[str, ...], prints: str) -> None:
    assert said("甲 | 高出总体", against(overall, *others)) == prints


def test_without_an_overall_item_there_is_nothing_to_compare_with() -> None:
    for wording in ("高出总体", "倍于总体"):
        with pytest.raises(Faulty) as caught:
            said(f"研发获取 | {wording}")
        assert caught.value.problems[0].code == "prose.no-overall"


@pytest.mark.parametrize(
    ("value", "prints"),
    [
        ("41.0", "超四成"),
        ("83.1", "超八成"),
        ("40.0", "四成"),
        ("39.0", "近四成"),
        ("39.9", "近四成"),
        ("38.9", "超三成"),
        ("95.0", "超九成"),
        ("99.5", "超九成"),
        ("9.5", "近一成"),
        ("4.0", "不足一成"),
        ("100.0", "十成"),
    ],
)
def test_percentages_in_tenths(value: str, prints: str) -> None:
    assert said("甲 | 成数", two_years(("1.0", value))) == prints


@pytest.mark.parametrize(
    ("values", "word", "prints"),
    [
        (("46.4", "44.4", "42.6"), "均超过", "均超过四成"),
        (("52.6", "44.4"), "均超过", "均超过四成"),
        (("46.4", "40.0"), "均超过", None),
        (("8.0", "44.4"), "均超过", None),
        (("36.4", "32.0"), "均不足", "均不足四成"),
        (("39.4", "39.0"), "均近", "均近四成"),
        (("39.4", "35.0"), "均近", None),
        (("41.0",), "超过", "超过四成"),
        (("41.0",), "大约", None),
    ],
)
def test_a_word_for_tenths_must_be_true_of_all(values: tuple[str, ...], word: str, prints: str | None) -> None:
    within = two_years(*(("1.0", value) for value in values))
    if prints is not None:
        assert said(f"甲 | 成数({word})", within) == prints
        return
    with pytest.raises(Faulty) as caught:
        said(f"甲 | 成数({word})", within)
    assert caught.value.problems[0].code == "prose.not-tenths"


@pytest.mark.parametrize(
    ("value", "unit", "prints"),
    [
        ("10630610", "件", "1063 万余件"),
        ("10630000", "件", "1063 万件"),
        ("9999", "件", "9999 件"),
        ("1063.061", "万件", "1063 万余件"),
        ("12", "万件", "12 万件"),
        ("318758.3", "亿元", "31 万余亿元"),
        ("310000", "亿元", "31 万亿元"),
        ("4765", "亿元", "4765 亿元"),
        ("-4765.2", "亿元", "-4765.2 亿元"),
        ("31.87583", "万亿元", "31 万余亿元"),
        ("0.4765", "万亿元", "0.4765 万亿元"),
    ],
)
def test_whole_ten_thousands(value: str, unit: str, prints: str) -> None:
    assert said("甲 | 万余", two_years(("1", value), unit=unit)) == prints


def test_names_share_their_noun_only_where_all_have_it() -> None:
    assert said("作品类型.前(2) | 名称(以及)") == "美术以及摄影作品"
    assert said("作品类型 | 名称") == "美术作品、摄影作品、文字作品和录像制品"


@pytest.mark.parametrize(
    ("iso", "prints"),
    [
        (Period(Grain.QUARTER, 2024, 1), "一季度"),
        (Period(Grain.QUARTER, 2024, 2), "上半年"),
        (Period(Grain.QUARTER, 2024, 3), "前三季度"),
        (Period(Grain.QUARTER, 2024, 4), "全年"),
        (Period(Grain.MONTH, 2024, 1), "1 月"),
        (Period(Grain.MONTH, 2024, 11), "1—11 月"),
        (Period(Grain.MONTH, 2024, 12), "全年"),
        (Period(Grain.HALF, 2024, 1), "上半年"),
        (Period(Grain.YEAR, 2024), "全年"),
    ],
)
def test_accumulated_periods(iso: Period, prints: str) -> None:
    assert accumulated(iso) == prints


@pytest.mark.parametrize(
    ("expression", "prints"),
    [
        ("登记.近(1) | 起止", "2024 年"),
        ("月度.近(2) | 起止", "2025 年 2—3 月"),
        ("月度.近(5) | 起止", "2024 年 11 月—2025 年 3 月"),
        ("月度.登记量 | 较(上月)", "较上月增长 25.00%"),
        ("登记.登记总量 | 较(2020)", "较 2020 年增长 110.94%"),
    ],
)
def test_times(expression: str, prints: str) -> None:
    assert said(expression) == prints


def test_first_and_last_are_periods_that_the_table_has() -> None:
    with pytest.raises(Faulty) as caught:
        said("登记.近(9) | 起止")
    (problem,) = caught.value.problems
    assert problem.code == "prose.absent"
    assert (problem.zh, problem.en) == ("表上没有 登记 的 2016 年", "the table has no 登记[2016]")


def test_amounts_and_percentages_have_their_own_words_in_one_list() -> None:
    both = "登记.作品登记.近(1), 研发获取"
    assert said(f"[{both}]") == "7802965 件和 86.6%"
    within = Scope(
        {
            "甲": of_table(
                table("甲", {"子": ["100", "150"], "丑": ["10.0", "12.0"]}, years(2023, 2024), units={"子": "件"}),
                "甲",
                current=CURRENT,
            )
        },
        CURRENT,
    )
    assert said("甲 | 较上年", within) == "分别较上年增长 50.00% 和提升 2.0 个百分点"
    assert said("甲 | 同比(提高)", within) == "同比分别提高 50.00% 和 2.0 个百分点"


@pytest.mark.parametrize(
    ("expression", "prints"),
    [
        ("登记.登记总量.同比 | 同比", "同比下降 21.34 个百分点"),
        ("登记.软件登记.同比 | 较上年", "较上年下降 22.65 个百分点"),
        ("月度 | 环比(回升)", "环比回升 25.00%"),
        ("累计增速 | 快慢(上年全年, 提高)", "比上年全年降低 0.4 个百分点"),
        ("登记.登记总量 | 比(登记.登记总量)", "与登记总量持平"),
        ("登记 | 较(2020)", None),
    ],
)
def test_rates_of_rates_are_said_in_points(expression: str, prints: str | None) -> None:
    if prints is not None:
        assert said(expression) == prints
        return
    with pytest.raises(Faulty):
        said(expression)


def test_a_computed_measure_is_not_computed_again() -> None:
    with pytest.raises(Faulty) as caught:
        said("登记.登记总量.同比.占比")
    assert caught.value.problems[0].code == "prose.computed-twice"


def test_mixed_speeds_each_name_their_base() -> None:
    assert (
        said("甲 | 快慢(上年)", two_years(("1.0", "1.0"), ("1.0", "2.0"), ("2.0", "1.5")))
        == "分别与上年持平、比上年加快 1.0 个百分点和比上年放缓 0.5 个百分点"
    )


def test_a_blank_is_a_located_problem_and_never_skipped() -> None:
    with pytest.raises(Faulty) as caught:
        said("研发获取[2022]")
    (problem,) = caught.value.problems
    assert problem.code == "prose.missing"
    assert problem.cell == CellRef("样本", "研发获取", "C4")
    assert "2022 年" in problem.zh
    assert problem.en == "研发获取[2022] is blank"
    with pytest.raises(Faulty):
        said("研发获取[2023] | 较上年")


def test_a_missing_period_names_those_that_are_there() -> None:
    with pytest.raises(Faulty) as caught:
        said("登记.登记总量[2019]")
    assert caught.value.problems[0].code == "prose.absent"
    assert caught.value.problems[0].en == "the table has no 登记.登记总量[2019]"
    assert "2020 年" in caught.value.problems[0].hint_zh


def test_a_zero_base_has_no_rate() -> None:
    with pytest.raises(Faulty) as caught:
        said("甲 | 较上年", two_years(("0", "5"), unit="件"))
    assert caught.value.problems[0].code == "prose.zero-base"


def test_numbers_know_both_their_cells_and_how_they_came_about() -> None:
    (number,) = told(phrase(source_text("研发获取 | 较上年"), scope()), RecordKind.NUMBER)
    assert number.text == "1.8 个百分点"
    assert number.derivation == "研发获取[2024] − 研发获取[2023]"
    assert [use.ref.cell for use in number.cells] == ["E4", "D4"]
    (word,) = told(phrase(source_text("研发获取 | 较上年"), scope()), RecordKind.WORD)
    assert (word.text, word.cells) == ("提升", number.cells)


def test_what_data_ranked_depends_on_all_that_it_was_ranked_among() -> None:
    (number,) = told(phrase(source_text("首选方式"), scope()), RecordKind.NUMBER)
    assert {use.ref.cell for use in number.cells} == {"C4", "C5"}
    (name,) = told(phrase(source_text("首选方式 | 名称"), scope()), RecordKind.NAME)
    assert {use.ref.cell for use in name.cells} == {"A4", "C4", "C5"}


def test_a_published_rate_is_printed_from_its_own_cell() -> None:
    (number,) = told(phrase(source_text("登记.登记总量 | 同比"), scope()), RecordKind.NUMBER)
    assert number.derivation == "登记.总量同比[2024]"
    (number,) = told(phrase(source_text("登记.质权登记 | 同比"), scope()), RecordKind.NUMBER)
    assert number.derivation == "登记.质权登记[2024] ÷ 登记.质权登记[2023] − 1"


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.name)
def test_no_digit_from_data_stands_outside_a_record(wording: Wording) -> None:
    for example in wording.examples:
        loose = "".join(part for part in phrase(source_text(example.expression), scope()) if isinstance(part, str))
        periods = re.sub(r"\d{4}(—\d{4})? 年|\d+(—\d+)? 月", "", loose)
        assert not DIGITS.search(periods), example.expression


@pytest.mark.parametrize(
    ("expression", "exact", "printed"),
    [
        ("甲.子 | 较上年", "较上年提升 1.8 个百分点", "较上年提升 1.7 个百分点"),
        ("甲.子 | 较(2023)", "较 2023 年提升 1.8 个百分点", "较 2023 年提升 1.7 个百分点"),
        ("甲.子 | 比(甲.丑)", "比丑高 0.1 个百分点", "与丑持平"),
        ("甲 | 较上年", "分别较上年提升 1.8 和 1.7 个百分点", "分别较上年提升 1.7 和 1.7 个百分点"),
    ],
)
def test_changes_are_taken_of_exact_or_of_printed_values(expression: str, exact: str, printed: str) -> None:
    rows = {"子": ["84.96", "86.74"], "丑": ["84.96", "86.66"]}
    data = of_table(table("甲", rows, years(2023, 2024), decimals={"子": 1, "丑": 1}), "甲", current=CURRENT)
    for basis, prints in ((False, exact), (True, printed)):
        scope = Scope({"甲": data}, CURRENT, printed_basis=basis)
        assert plain(phrase(source_text(expression), scope)) == prints


def test_a_difference_that_a_reader_would_not_get_is_noted() -> None:
    rows = {"子": ["84.85", "86.64"]}
    data = of_table(table("甲", rows, years(2023, 2024), decimals={"子": 1}), "甲", current=CURRENT)
    (number,) = told(phrase(source_text("甲 | 较上年"), Scope({"甲": data}, CURRENT)), RecordKind.NUMBER)
    assert number.text == "1.8 个百分点"
    assert number.note is not None
    assert (number.note.code, number.note.fatal) == ("prose.printed-apart", False)
    on_printed = Scope({"甲": data}, CURRENT, printed_basis=True)
    (number,) = told(phrase(source_text("甲 | 较上年"), on_printed), RecordKind.NUMBER)
    assert number.note is None
    assert number.derivation.endswith("（按印出的数）")
    (number,) = told(phrase(source_text("研发获取 | 较上年"), scope()), RecordKind.NUMBER)
    assert number.note is None


def test_words_of_a_list_rest_on_all_of_it() -> None:
    within = two_years(("1.0", "1.0"), ("3.0", "3.0"))
    words = told(phrase(source_text("甲 | 较上年"), within), RecordKind.WORD)
    assert [(word.text, len(word.cells)) for word in words] == [("均", 4), ("持平", 4)]


def test_a_shared_noun_rests_on_every_label() -> None:
    names = told(phrase(source_text("作品类型.前(2) | 名称"), scope()), RecordKind.NAME)
    assert all({"A5", "A6"} <= {use.ref.cell for use in name.cells} for name in names)


def test_house_digits_go_before_the_cells() -> None:
    house = replace(scope(), house={"%": 2, "件": 0})
    assert said("研发获取", house) == "86.60%"
    assert said("研发获取 | 较上年", house) == "较上年提升 1.80 个百分点"


def test_the_wording_reference_is_what_the_table_says() -> None:
    root = Path(__file__).parents[2]
    source = (root / "scripts" / "write_wording_reference.py").read_text(encoding="utf-8")
    names: dict[str, object] = {"__file__": str(root / "scripts" / "write_wording_reference.py"), "__name__": "written"}
    exec(compile(source, "write_wording_reference.py", "exec"), names)
    reference = names["reference"]
    assert callable(reference)
    assert (root / "docs" / "wording-reference.md").read_text(encoding="utf-8") == reference()
