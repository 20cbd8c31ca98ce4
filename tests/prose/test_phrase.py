"""Putting phrases together: spaces between Han and numbers, Chinese lists, and no way to lose a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.audit import RecordKind
from reportgen.prose.phrase import Part, Phrase, Referred, Told, is_han, listed, phrase_of, plain


def told(text: str) -> Told:
    return Told(text, RecordKind.NUMBER, "甲", ())


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["较", "2021 年", "提升了", "2.1 个百分点"], "较 2021 年提升了 2.1 个百分点"),
        (["为", "-5%", "的"], "为 -5% 的"),
        (["（", "86.6%", "）"], "（86.6%）"),
        (["共", "", "5 件"], "共 5 件"),
        (["GDP", "增长"], "GDP 增长"),
        (["a", "b"], "ab"),
        (["五", "〇"], "五〇"),
    ],
)
def test_a_space_stands_where_han_meets_a_number(parts: list[str], text: str) -> None:
    assert plain(phrase_of(*parts)) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([], ""),
        (["甲"], "甲"),
        (["甲", "乙"], "甲和乙"),
        (["甲", "乙", "丙"], "甲、乙和丙"),
        (["46.4%", "44.4%", "42.6%"], "46.4%、44.4% 和 42.6%"),
        (["432 件", "500 件"], "432 件和 500 件"),
    ],
)
def test_chinese_lists(parts: list[str], text: str) -> None:
    assert plain(listed(parts)) == text


def test_neighbouring_words_become_one() -> None:
    assert phrase_of("甲", "乙", told("5"), "丙") == ("甲乙 ", told("5"), " 丙")


def test_parts_refuse_to_become_text() -> None:
    for part in (told("5"), Referred("图 1", "图1"), Phrase(("甲",))):
        with pytest.raises(TypeError):
            str(part)
    with pytest.raises(TypeError):
        f"{Phrase(('甲',))}"


def test_han_are_characters_and_not_marks() -> None:
    assert [char for char in "汉a1，“〇㐀%" if is_han(char)] == ["汉", "〇", "㐀"]


PARTS = st.lists(
    st.one_of(st.sampled_from(["甲", "5", "a", "", "，", "%", " "]), st.sampled_from("0123456789").map(told)),
    max_size=8,
)


@given(PARTS, PARTS)
def test_putting_together_loses_no_record_and_adds_only_spaces(first: list[Part], second: list[Part]) -> None:
    together = phrase_of(phrase_of(*first), phrase_of(*second))
    assert [part for part in together if isinstance(part, Told)] == [
        part for part in [*first, *second] if isinstance(part, Told)
    ]
    assert plain(together).replace(" ", "") == plain([*first, *second]).replace(" ", "")
    assert together == phrase_of(*first, *second)
