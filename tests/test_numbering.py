"""Counters are written in digits and in Chinese."""

from __future__ import annotations

import pytest

from reportgen.numbering import NumberFormat, Numeral, chinese, written


@pytest.mark.parametrize(
    ("counter", "text"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (35, "三十五"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (1010, "一千零一十"),
        (2345, "二千三百四十五"),
    ],
)
def test_chinese_counting(counter: int, text: str) -> None:
    assert chinese(counter) == text


def test_a_counter_outside_the_numerals_is_refused() -> None:
    with pytest.raises(ValueError, match="10000"):
        chinese(10000)


def test_a_format_wraps_the_counter() -> None:
    assert written(NumberFormat(Numeral.CHINESE, "（", "）"), 3) == "（三）"
    assert written(NumberFormat(Numeral.DECIMAL, "", ". "), 3) == "3. "
