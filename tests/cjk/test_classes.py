from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.cjk.classes import CharClass, classes


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("中", CharClass.HAN),
        ("𠮷", CharClass.HAN),
        ("①", CharClass.HAN),
        ("→", CharClass.HAN),
        ("（", CharClass.OPEN),
        ("》", CharClass.CLOSE),
        ("“", CharClass.OPEN_QUOTE),
        ("’", CharClass.CLOSE_QUOTE),
        ("；", CharClass.STOP),
        ("—", CharClass.DASH),
        ("…", CharClass.ELLIPSIS),
        ("～", CharClass.CONNECTOR),
        ("·", CharClass.INTERPUNCT),
        ("/", CharClass.SOLIDUS),
        ("%", CharClass.POSTFIX),
        ("％", CharClass.WIDE_POSTFIX),
        ("￥", CharClass.WIDE_PREFIX),
        ("$", CharClass.PREFIX),
        ("−", CharClass.PREFIX),
        ("7", CharClass.DIGIT),
        ("é", CharClass.LETTER),
        ("Ж", CharClass.LETTER),
        ("×", CharClass.LETTER),
        ("≥", CharClass.LETTER),
        (".", CharClass.INFIX),
        ("-", CharClass.HYPHEN),
        ("(", CharClass.LATIN_OPEN),
        ("]", CharClass.LATIN_CLOSE),
        ("\u3000", CharClass.SPACE),
        ("\u00a0", CharClass.GLUE),
        ("\u0301", CharClass.JOINED),
    ],
)
def test_a_character_has_its_class(char: str, expected: CharClass) -> None:
    assert CharClass(classes(char)) is expected


def test_shared_marks_go_by_context() -> None:
    assert classes("表示“甲”") == "HHQHq"
    assert classes("said “Hi”") == "AAAASLAAK"
    assert classes("it’s…") == "AAAAI"
    assert classes("甲——乙") == "HDDH"
    assert classes("A—B") == "AXA"


@given(st.text())
def test_there_is_one_known_class_for_each_character(text: str) -> None:
    found = classes(text)
    assert len(found) == len(text)
    assert all(CharClass(letter) for letter in found)
