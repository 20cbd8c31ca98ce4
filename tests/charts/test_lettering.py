"""Labels: faces by character, widths by face, balanced lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts.lettering import Lettering, wrapped
from reportgen.theme.look import FacePair
from tests.charts.samples import width_of


class Even:
    """A face whose characters are all equally wide."""

    def __init__(self, advance: float) -> None:
        self._advance = advance

    def advance(self, char: str) -> float:
        return self._advance


LETTERING = Lettering({"han": Even(1.0), "latin": Even(0.5)}, FacePair("han", "latin"))


def test_a_label_mixes_faces() -> None:
    assert LETTERING.runs("2024 年，GDP，") == (
        ("latin", "2024 ", 0.0),
        ("han", "年，", 0.0),
        ("latin", "GDP", 0.0),
        ("han", "，", 0.0),
    )


def test_a_quarter_em_stands_between_chinese_and_latin_without_a_space() -> None:
    assert LETTERING.runs("M2同比") == (("latin", "M2", 0.0), ("han", "同比", 0.25))
    assert LETTERING.width("M2同比") == LETTERING.width("M2") + 0.25 + LETTERING.width("同比")
    assert LETTERING.width("M2 同比") == LETTERING.width("M2 ") + LETTERING.width("同比")


def test_a_label_is_measured_in_the_faces_it_is_set_in() -> None:
    assert LETTERING.width("2024 年") == 3.5
    assert LETTERING.width("") == 0.0


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("新能源", 5, ("新能源",)),
        ("新一代信息技术", 5, ("新一代信", "息技术")),
        ("2023 年 11 月", 4, ("2023 年", "11 月")),
        ("许可（含交叉许可）", 6, ("许可（含交", "叉许可）")),
        ("互联网、大数据", 4, ("互联网、", "大数据")),
        ("$100 — $200", 4, ("$100", "— $200")),
        ("internationalisation", 4, ("internationalisation",)),
        ("", 4, ()),
    ],
)
def test_lines_are_few_and_about_equally_long(text: str, measure: float, lines: tuple[str, ...]) -> None:
    assert wrapped(text, measure, width_of) == lines


@given(st.text("甲乙丙，（）12 ab%", max_size=30), st.floats(2, 12))
def test_wrapping_loses_nothing(text: str, measure: float) -> None:
    assert "".join(wrapped(text, measure, width_of)).replace(" ", "") == text.replace(" ", "")
