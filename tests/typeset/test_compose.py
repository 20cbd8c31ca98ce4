"""Paragraphs on a measure of 20 em, as a person would read them: a line ends at each `/`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportgen.typeset import DEFAULT, Align, Line, Run, compose

RunsOf = Callable[..., list[Run]]


def shown(text: str, lines: tuple[Line, ...]) -> str:
    return "/".join(text[line.start : line.end] for line in lines)


GOLDENS = {
    "nothing but ideographs": (
        "我国企业专利研发动力持续增强研发投入力度进一步加大产学研合作创新更加活跃",
        "我国企业专利研发动力持续增强研发投入/力度进一步加大产学研合作创新更加活跃",
    ),
    "a stop is pulled in": (
        "我国企业专利研发，持续增强研发投入力，度进一步",
        "我国企业专利研发，持续增强研发投入力，/度进一步",
    ),
    "a stop that finds no room takes the last character with it": (
        "我国企业专利研发动力持续增强研发投入力（度）",
        "我国企业专利研发动力持续增强研发投入/力（度）",
    ),
    "a number is not split": (
        "我国企业发明专利中通过研发获取比例为 86.6%，较上年提升",
        "我国企业发明专利中通过研发获取比例为/86.6%，较上年提升",
    ),
    "a number stays with its unit": (
        "为企业总体比例的一半较上年大幅下降 14.4 个百分点",
        "为企业总体比例的一半较上年大幅下降/14.4 个百分点",
    ),
    "a word is not split": (
        "知识产权金融生态综合试点工作方案 international 标准",
        "知识产权金融生态综合试点工作方案/international 标准",
    ),
    "an opening mark does not end a line": (
        "分企业规模看战略性新兴产业未来产业领（参见图 1）",
        "分企业规模看战略性新兴产业未来产业领/（参见图 1）",
    ),
    "what follows an opening mark is pulled in where marks give room": (
        "分企业，规模看，战略性产业，未来领（参见图",
        "分企业，规模看，战略性产业，未来领（参/见图",
    ),
    "a dash is not split": (
        "年专利调查报告系列专题专利创造质量——续提高",
        "年专利调查报告系列专题专利创造质量/——续提高",
    ),
    "a typed space stays, and vanishes at a line's end": (
        "国家金融监督管理总局国家知识产权局联 国家版权局",
        "国家金融监督管理总局国家知识产权局联/国家版权局",
    ),
    "spaces at the start vanish": ("\u3000\u3000以下是过去五年间", "以下是过去五年间"),
    "the furthest mark within reach": (
        "公布《国务院关于规定》（以下称《规定》），对《规定》进行",
        "公布《国务院关于规定》（以下称《规定》），/对《规定》进行",
    ),
    "no last line of a single character": (
        "我国企业专利研发动力持续增强研发投入力度进一步加大产学研合作创新不断更加活跃。",
        "我国企业专利研发动力持续增强研发投入/力度进一步加大产学研合作创新不断更加/活跃。",
    ),
}


@pytest.mark.parametrize("name", GOLDENS)
def test_lines_are_as_written(name: str, runs_of: RunsOf) -> None:
    text, expected = GOLDENS[name]
    assert shown(text, compose(runs_of(text), 20, first_indent=2)) == expected


RULES = {
    "squeezing": (
        replace(DEFAULT, squeeze=False),
        "企业（参见图一），（参见图二）。较上年提升",
        "企业（参见图一），（参见图二）。较上年/提升",
        "企业（参见图一），（参见图二）。较上/年提升",
    ),
    "pulling in": (
        replace(DEFAULT, pull_in=False),
        "我国企业专利研发，持续增强研发投入力，度进一步",
        "我国企业专利研发，持续增强研发投入力，/度进一步",
        "我国企业专利研发，持续增强研发投入/力，度进一步",
    ),
    "keeping units": (
        replace(DEFAULT, keep_units=False),
        "为企业总体比例的较上年大幅下降 14.4 个百分点",
        "为企业总体比例的较上年大幅下降/14.4 个百分点",
        "为企业总体比例的较上年大幅下降 14.4/个百分点",
    ),
    "company for a single character": (
        replace(DEFAULT, avoid_single=False),
        "我国企业专利研发动力持续增强研发投入力",
        "我国企业专利研发动力持续增强研发投/入力",
        "我国企业专利研发动力持续增强研发投入/力",
    ),
}
"""What may be left out, with a text that shows it: the lines with it and without it."""


@pytest.mark.parametrize("name", RULES)
def test_a_rule_makes_the_difference(name: str, runs_of: RunsOf) -> None:
    without, text, expected, otherwise = RULES[name]
    assert shown(text, compose(runs_of(text), 20, first_indent=2)) == expected
    assert shown(text, compose(runs_of(text), 20, first_indent=2, parameters=without)) == otherwise


def test_marks_that_meet_take_one_and_a_half_em(runs_of: RunsOf) -> None:
    (line,) = compose(runs_of("（甲），乙"), 20)
    assert line.pieces[0].gaps == ((2, -0.5),)
    assert line.natural == 4.0  # the opening mark at the start has lost its blank as well
    assert line.pieces[0].x == -0.5


def test_an_opening_mark_keeps_its_blank_after_an_indent(runs_of: RunsOf) -> None:
    (line,) = compose(runs_of("“甲”"), 20, first_indent=2)
    assert line.pieces[0].x == 2.0
    (line,) = compose(runs_of("“甲”"), 20, first_indent=2, parameters=replace(DEFAULT, trim_indented=True))
    assert line.pieces[0].x == 1.5


def test_an_interpunct_takes_half_an_em_however_wide_its_face_draws_it() -> None:
    for advance in (0.5, 1.0):
        (line,) = compose([Run("甲·乙", [1.0, advance, 1.0], 1.0)], 20)
        assert line.natural == 2.5


def test_an_interpunct_between_typed_spaces_stands_in_their_middle() -> None:
    (line,) = compose([Run("甲 · 乙", [1.0, 0.25, 1.0, 0.25, 1.0], 1.0)], 20)
    assert line.natural == 3.0
    assert line.pieces[0].gaps == ((1, -0.25), (2, -0.25))


def test_a_mark_drawn_narrow_is_not_squeezed() -> None:
    (line,) = compose([Run("甲”，乙", [1.0, 0.5, 1.0, 1.0], 1.0)], 20)
    assert line.natural == 3.5
    assert line.pieces[0].gaps == ()


def test_chinese_and_latin_lie_a_quarter_em_apart_with_a_space_or_without(runs_of: RunsOf) -> None:
    for text in ("图 1 中", "图1中"):
        (line,) = compose(runs_of(text), 20)
        assert line.natural == pytest.approx(1 + 0.25 + 0.5 + 0.25 + 1)
        assert line.pieces[-1].x == pytest.approx(2.0)


def test_an_ideographic_space_is_no_gap(runs_of: RunsOf) -> None:
    (line,) = compose(runs_of("图\u30001"), 20)
    assert line.natural == pytest.approx(1 + 1 + 0.5)


def test_the_space_of_a_wider_face_is_the_same_quarter_em() -> None:
    (line,) = compose([Run("图", [1.0], 1.0), Run(" 1", [0.4, 0.5], 1.0)], 20)
    assert line.natural == pytest.approx(1.75)
    ((index, space),) = line.pieces[1].gaps
    assert index == 0
    assert space == pytest.approx(-0.15)


def test_a_justified_line_ends_on_the_measure_and_its_final_mark_is_trimmed(runs_of: RunsOf) -> None:
    text = "我国企业专利研发动力持续增强研发，较上年提升"
    first, second = compose(runs_of(text), 17.5)
    assert shown(text, (first, second)) == "我国企业专利研发动力持续增强研发，/较上年提升"
    assert first.right == pytest.approx(17.5)
    assert first.pieces[0].spacing == pytest.approx(1.0 / 16)
    assert second.pieces[0].spacing == 0.0
    assert (first.last, second.last) == (False, True)


def test_digits_are_not_spaced_to_fill_a_line(runs_of: RunsOf) -> None:
    first = compose(runs_of("比例分别为 89.7% 和知识产权金融生态综合"), 9.5)[0]
    digits = next(piece for piece in first.pieces if piece.run == 1)
    assert digits.spacing == 0.0
    assert [index for index, _ in digits.gaps] == [0]


def test_a_tight_line_spends_marks_before_gaps(runs_of: RunsOf) -> None:
    first = compose(runs_of("我国 1 企业，专利，研发动力加，强持续"), 14)[0]
    assert first.right == pytest.approx(14)
    gaps = {index for piece in first.pieces for index, _ in piece.gaps}
    assert first.natural == pytest.approx(15)
    assert gaps == {2, 5}


@pytest.mark.parametrize(("align", "x"), [(Align.LEFT, 0.0), (Align.CENTER, 8.0), (Align.RIGHT, 16.0)])
def test_ragged_lines_stand_where_they_should(align: Align, x: float, runs_of: RunsOf) -> None:
    (line,) = compose(runs_of("专利信息"), 20, align=align)
    assert line.pieces[0].x == pytest.approx(x)
    assert line.right == pytest.approx(x + 4)


def test_ragged_lines_are_not_stretched(runs_of: RunsOf) -> None:
    lines = compose(runs_of("我国企业专利研发动力持续增强研发投入力度进一步"), 9.5, align=Align.LEFT)
    assert all(piece.spacing == 0 for line in lines for piece in line.pieces)


def test_spread_lies_between_all_characters(runs_of: RunsOf) -> None:
    (line,) = compose(runs_of("通知 12"), 20, spread=0.1)
    assert line.natural == pytest.approx(1 + 1 + 0.25 + 0.5 + 0.5 + 0.4)
    assert line.pieces[0].spacing == pytest.approx(0.1)


def test_pieces_follow_runs_of_any_length() -> None:
    runs = [Run("", [], 1.0), Run("甲", [1.0], 1.0), Run("", [], 1.0), Run("乙丙", [1.0, 1.0], 1.0, inline=7)]
    (line,) = compose(runs, 20)
    assert [(piece.run, piece.start, piece.end, piece.x) for piece in line.pieces] == [(1, 0, 1, 0.0), (3, 0, 2, 1.0)]


def test_sizes_may_differ(runs_of: RunsOf) -> None:
    (line,) = compose([*runs_of("（甲", 2.0), *runs_of("）乙", 1.0)], 20)
    assert line.natural == pytest.approx(1 + 2 + 1 + 1)


@pytest.mark.parametrize("text", ["", " ", "  \u3000"])
def test_nothing_has_no_lines(text: str, runs_of: RunsOf) -> None:
    assert compose(runs_of(text), 20) == ()


def test_a_word_longer_than_a_line_is_cut_where_the_line_is_full(runs_of: RunsOf) -> None:
    text = "网址 " + "x" * 32_767
    lines = compose(runs_of(text), 20)
    assert lines[0].end == 3 + 35  # 17.75 em are left
    assert {line.end - line.start for line in lines[1:-1]} == {40}


def test_an_accent_stays_with_its_letter() -> None:
    text = "e\u0301" * 10
    lines = compose([Run(text, [0.5, 0.0] * 10, 1.0)], 2.2)
    assert {text[line.start] for line in lines} == {"e"}


def test_one_advance_for_each_character_is_asked_for() -> None:
    with pytest.raises(ValueError, match="2 characters have 1 advances"):
        compose([Run("甲乙", [1.0], 1.0)], 20)


def test_a_long_word_fills_its_line_also_after_another_was_pushed_out(runs_of: RunsOf) -> None:
    text = "知识产权金融生态综合试点工作方案 international 标准 " + "x" * 60
    lines = shown(text, compose(runs_of(text), 20, first_indent=2)).split("/")
    assert lines[1] == "international 标准 " + "x" * 22
    assert lines[2] == "x" * 38


def test_a_single_character_is_pulled_in_where_marks_give_room(runs_of: RunsOf) -> None:
    text = "我国企业，专利研发，动力持续增强研发投"
    assert shown(text, compose(runs_of(text), 20, first_indent=2)) == text
    assert len(compose(runs_of(text.replace("，", "及")), 20, first_indent=2)) == 2


def test_a_final_mark_is_always_trimmed_to_half(runs_of: RunsOf) -> None:
    first = compose(runs_of("我国企业专利研发动力持续增强研发，较上年提升"), 16.7)[0]
    assert first.natural == 17
    assert first.right == pytest.approx(16.7)
    assert first.pieces[0].spacing == pytest.approx(0.2 / 16)


def test_only_a_stop_gives_more_than_half(runs_of: RunsOf) -> None:
    for mark, expected in (("，", "我国企业专利研发，/"), ("）", "我国企业专利研/发）")):
        text = f"我国企业专利研发{mark}较上年提升"
        assert shown(text, compose(runs_of(text), 8.4)).startswith(expected)


def test_the_halves_of_a_dash_are_not_drawn_apart(runs_of: RunsOf) -> None:
    first = compose(runs_of("专题——知识产权金融生态综合"), 9.5)[0]
    assert first.pieces[0].spacing == pytest.approx(0.5 / 7)
    assert dict(first.pieces[0].gaps) == {2: 0.0}


def test_the_gap_is_measured_by_the_chinese_character(runs_of: RunsOf) -> None:
    chinese, latin = runs_of("图", 20.0), runs_of("1", 10.0)
    assert compose([*chinese, *latin], 100)[0].natural == pytest.approx(20 + 5 + 5)
    assert compose([*latin, *chinese], 100)[0].natural == pytest.approx(5 + 5 + 20)
