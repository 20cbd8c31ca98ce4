from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.cjk.context import SHARED, latin_context


def marked(text: str) -> str:
    """Show the shared characters in Latin text as `|` and leave the Chinese ones."""
    latin = latin_context(text)
    return "".join("|" if index in latin else char for index, char in enumerate(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“十四五”以来", "“十四五”以来"),
        ("2024 年的“5”", "2024 年的“5”"),
        ("“iPhone”是商标", "“iPhone”是商标"),
        ("称为“iPhone”", "称为“iPhone”"),
        ("“Hello” he said", "|Hello| he said"),
        ("报告写道 He said “Hello” to me 等", "报告写道 He said |Hello| to me 等"),
        ("it’s Moody’s评级", "it|s Moody|s评级"),
        ("He said “中国” twice", "He said “中国” twice"),
        ("A ‘b “c” d’ E", "A |b |c| d| E"),
        ("Smith — Jones", "Smith | Jones"),
        ("甲——Jones", "甲——Jones"),
        ("2020—2024", "2020—2024"),
        ("and so on…", "and so on|"),
        ("等等……", "等等……"),
        ("J·K", "J|K"),
        ("列夫·托尔斯泰", "列夫·托尔斯泰"),
    ],
)
def test_a_mark_is_latin_only_among_latin_letters(text: str, expected: str) -> None:
    assert marked(text) == expected


@given(st.text(alphabet="“”‘’—中aB 5，", max_size=30))
def test_only_shared_characters_are_ever_named_and_each_once(text: str) -> None:
    found = latin_context(text)
    assert sorted(set(found)) == list(found)
    assert all(text[index] in SHARED for index in found)


@given(st.text(alphabet="“”‘’—中5，", max_size=30))
def test_without_latin_letters_every_mark_is_chinese(text: str) -> None:
    assert latin_context(text) == ()
