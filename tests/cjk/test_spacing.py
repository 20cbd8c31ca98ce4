from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.cjk.spacing import (
    blanks,
    is_closing,
    is_opening,
    normalised,
    normalised_parts,
    squeezed_between,
    takes_gap,
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2024年", "2024 年"),
        ("2024  年", "2024 年"),
        ("较2021年提升了2.1个百分点", "较 2021 年提升了 2.1 个百分点"),
        ("50 万～ 100 万元", "50 万～100 万元"),
        ("以来 （参见图1） 。", "以来（参见图 1）。"),
        ("2024 年， 我国 “十四五” 以来", "2024 年，我国“十四五”以来"),
        ("总局 国家", "总局 国家"),
        ("总局  国家", "总局 国家"),
        ("为86.6%和-3.2%", "为 86.6% 和 -3.2%"),
        ("约￥12和$5", "约￥12 和 $5"),
        ("中-美关系", "中-美关系"),
        ("hello  world", "hello world"),
        ("1)维权", "1)维权"),
        ("1) 维权", "1) 维权"),
        ("和/或", "和/或"),
        ("说 “Hello” to me", "说“Hello”to me"),
        ("said “Hello” to me", "said “Hello” to me"),
        ("甲 —— 乙", "甲——乙"),
        ("", ""),
    ],
)
def test_spaces_become_regular(typed: str, expected: str) -> None:
    assert normalised(typed) == expected


TYPED = st.text(alphabet="中国aB12.%-，（）“”— ～", max_size=30)


@given(TYPED)
def test_normalising_twice_is_normalising_once(typed: str) -> None:
    assert normalised(normalised(typed)) == normalised(typed)


@given(TYPED)
def test_nothing_but_spaces_changes(typed: str) -> None:
    assert normalised(typed).replace(" ", "") == typed.replace(" ", "")


@given(st.lists(TYPED, max_size=6))
def test_parts_are_normalised_as_one_text(parts: list[str]) -> None:
    made = normalised_parts(parts)
    assert "".join(text for _, text in made) == normalised("".join(parts))
    assert [index for index, _ in made] == sorted({index for index, _ in made})


@given(
    st.lists(
        st.tuples(st.sampled_from(["比例为", "和 ", " 提升", "。", "86.6%", "1.8 个百分点", "A"]), st.booleans()),
        max_size=8,
    )
)
def test_fixed_parts_stay_as_they_are(parts: list[tuple[str, bool]]) -> None:
    made = normalised_parts([text for text, _ in parts], [fixed for _, fixed in parts])
    texts = {index: text for index, text in made if index >= 0}
    assert all(texts[index] == text for index, (text, fixed) in enumerate(parts) if fixed)


def test_a_missing_space_goes_to_the_part_that_may_change() -> None:
    parts = ("比例为", "86.6%", "和", "提升", "1.8 个百分点")
    fixed = (False, True, False, True, True)
    assert normalised_parts(parts, fixed) == (
        (0, "比例为 "),
        (1, "86.6%"),
        (2, " 和"),
        (3, "提升"),
        (-1, " "),
        (4, "1.8 个百分点"),
    )


def test_a_part_of_spaces_alone_may_vanish() -> None:
    assert normalised_parts(("以来", " ", "（参见图 1）")) == ((0, "以来"), (2, "（参见图 1）"))


def test_the_gap_stands_between_chinese_and_latin_only() -> None:
    assert takes_gap("H", "N")
    assert takes_gap("T", "H")
    assert not takes_gap("P", "N")
    assert not takes_gap("W", "N")
    assert not takes_gap("K", "H")
    assert takes_gap("K", "H", spaced=True)


def test_marks_that_meet_share_one_blank() -> None:
    assert squeezed_between("C", "P") == 0.5
    assert squeezed_between("q", "O") == 0.5
    assert squeezed_between("O", "Q") == 0.5
    assert squeezed_between("O", "C") == 0.0
    assert squeezed_between("H", "O") == 0.0


def test_an_interpunct_takes_half_an_em() -> None:
    assert blanks("M") == (0.25, 0.25)
    assert squeezed_between("H", "M") == squeezed_between("M", "H") == 0.25
    assert squeezed_between("C", "M") == 0.25


def test_the_blank_lies_outside_the_pair() -> None:
    assert blanks("O") == (0.5, 0.0)
    assert blanks("P") == (0.0, 0.5)
    assert blanks("H") == (0.0, 0.0)
    assert is_opening("Q")
    assert is_closing("P")
    assert not is_closing("H")


def test_a_fixed_part_keeps_even_what_is_irregular() -> None:
    assert normalised_parts(("建成", "5G基站", " 。"), (False, True, False)) == ((0, "建成 "), (1, "5G基站"), (2, "。"))
