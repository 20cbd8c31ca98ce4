from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.data.clean import clean, folded, printed_label

ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("坏_x0000__x0008__x000B__xFFFE_字", "坏字"),
        ("_x005F_x0041_", "_x0041_"),
        ("a_x0041_b", "aAb"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("_xD83D_甲", "甲"),
        ("\u202e反\u202c\u2066写\u2069\u200f", "反写"),
        ("  两端\u3000", "两端"),
        ("一行\r\n两行\r三行", "一行\n两行\n三行"),
        ("\ud800甲\ufffe\uffff", "甲"),
        ("\ufeff甲\u200b乙", "甲乙"),
        ("=cmd|' /C calc'!A0 $x^2$ <b>{{7*7}}</b>", "=cmd|' /C calc'!A0 $x^2$ <b>{{7*7}}</b>"),
    ],
)
def test_clean_drops_what_no_output_can_take_and_leaves_the_rest(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(ANY)
def test_cleaned_text_holds_nothing_unprintable(raw: str) -> None:
    for char in clean(raw):
        assert char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
        assert unicodedata.bidirectional(char) not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        assert ord(char) & 0xFFFE != 0xFFFE


@given(ANY.filter(lambda raw: "_x" not in clean(raw)))
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        ("合　　计", "合计"),
        ("合  计", "合计"),
        ("　　其中：工业", "其中：工业"),
        ("战略性\n新兴产业", "战略性新兴产业"),
        ("50 万～100 万元", "50 万～100 万元"),
        ("R&D\n经费", "R&D 经费"),
        ("国家 知识产权局", "国家 知识产权局"),
    ],
)
def test_a_label_is_printed_on_one_line_without_padding(raw: str, label: str) -> None:
    assert printed_label(raw) == label


@given(ANY, st.sampled_from([" ", "\u3000", "\n", "\u00a0"]))
def test_white_space_and_case_do_not_matter_between_labels(label: str, space: str) -> None:
    assert folded(space.join(label)) == folded(label)
    assert folded(f" {label} ") == folded(label)


def test_full_and_half_width_do_not_matter_between_labels() -> None:
    assert folded("２０２４年（Ａ％）") == folded("2024 年(a%)")
    assert folded("美术作品") != folded("美术制品")
