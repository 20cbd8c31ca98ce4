from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.typeset import wrap


def hand(text: str) -> list[float]:
    return [0.5 if char.isascii() else 1.0 for char in text]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("根据企业需要开展联合研究", 6, "根据企业需要/开展联合研究"),
        ("委托高校或科研单位提供技术咨询", 7, "委托高校或科研/单位提供技术/咨询"),
        ("战略性新兴产业", 6, "战略性新兴/产业"),
        ("不足 10 万元", 4, "不足/10 万元"),
        ("100 万元以上（含）", 6, "100 万元以/上（含）"),
        ("东部", 6, "东部"),
        ("", 6, ""),
        ("2024 年", 2, "2024/年"),
        ("internationalisation", 4, "internat/ionalisa/tion"),
    ],
)
def test_a_label_is_divided(text: str, measure: float, expected: str) -> None:
    assert "/".join(wrap(text, hand(text), measure)) == expected


@given(st.text(alphabet="中国企业，（）12.% a", max_size=30), st.floats(min_value=2, max_value=12))
def test_each_line_fits_as_it_is_drawn(text: str, measure: float) -> None:
    assert all(sum(hand(line)) <= measure + 0.01 for line in wrap(text, hand(text), measure))
