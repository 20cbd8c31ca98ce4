from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.cjk.faces import east_asian, face_runs


def drawn(text: str) -> str:
    return "".join("中" if chinese else "l" for chinese in east_asian(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024 年，", "lllll中中"),
        ("“十四五”", "中中中中中"),
        ("50 万～100 万元", "lll中中llll中中"),
        ("——完……", "中中中中中"),
        ("said “Hi”", "lllllllll"),
        ("（参见图 1）", "中中中中ll中"),
        ("46.7%和７％", "lllll中中中"),
        ("3×4±1°≥2", "llllllll"),
        ("25℃①→■", "ll中中中中"),
        ("№ 5 • ‰", "中llllll"),
    ],
)
def test_each_character_has_its_face(text: str, expected: str) -> None:
    assert drawn(text) == expected


@given(st.text(alphabet="中文aB1“”—，％ ", max_size=40))
def test_runs_are_the_flags_put_together(text: str) -> None:
    flags: list[bool] = []
    runs = face_runs(text)
    for start, end, chinese in runs:
        assert start == len(flags)
        flags += [chinese] * (end - start)
    assert tuple(flags) == east_asian(text)
    assert all(left[2] != right[2] for left, right in pairwise(runs))
