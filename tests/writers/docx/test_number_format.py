"""Format codes under which values print as their labels do."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.writers.docx.number_format import Shape, codes, is_fixed, quoted, shape_of


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("86.6%", '0.0"%"'),
        ("1,205", "#,##0"),
        ("432 件", '0" 件"'),
        ("-8.3%", '0.0"%"'),
        ("约3.50", '"约"0.00'),
    ],
)
def test_a_label_shows_its_shape(label: str, code: str) -> None:
    shape = shape_of(label)
    assert shape is not None
    assert shape.code == code


@pytest.mark.parametrize("label", ["", "—", "一百", "1～2", "10 万 2"])
def test_a_label_that_is_no_number_has_none(label: str) -> None:
    assert shape_of(label) is None


@pytest.mark.parametrize(
    ("value", "label"),
    [("86.6", "86.6%"), ("-3", "-3.0"), ("1205.5", "1,205.5"), ("12.25", "12.3"), ("0.005", "0.01"), ("-0.04", "-0.0")],
)
def test_a_shape_prints_half_up_with_the_sign_in_front(value: str, label: str) -> None:
    shape = shape_of(label)
    assert shape is not None
    assert shape.printed(Decimal(value)) == label


def test_one_grouping_code_serves_small_and_large() -> None:
    assert codes([(Decimal("1205.5"), "1,205.5"), (Decimal("12.3"), "12.3")]) == ("#,##0.0", {})


def test_what_most_labels_show_is_the_usual_code() -> None:
    pairs = [(Decimal(1), "1%"), (Decimal("2.5"), "2.5%"), (Decimal(3), "3%"), (Decimal(9), "约 9")]
    assert codes(pairs) == ('0"%"', {1: '0.0"%"', 3: '"约 "0'})


def test_a_label_that_says_something_else_is_quoted() -> None:
    assert codes([(Decimal(4280000), "54.9%"), (Decimal(1), "1%")]) == ('0"%"', {0: '"54.9%"'})


def test_labels_without_numbers_are_quoted_one_by_one() -> None:
    assert codes([(Decimal(1), "有"), (Decimal(2), "")]) == ("General", {0: '"有"'})


def test_a_literal_prints_the_same_whatever_the_value() -> None:
    assert is_fixed('"54.9%"')
    assert is_fixed(quoted('5"'))
    assert not is_fixed('0.0"%"')
    assert not is_fixed("General")


def test_no_labels_at_all() -> None:
    assert codes([]) == ("General", {})


def test_quotes_in_a_literal_are_escaped() -> None:
    assert quoted('a"b') == '\\a\\"\\b'
    assert quoted("") == ""


SHAPES = st.builds(
    Shape, st.sampled_from(["", "约", "¥"]), st.booleans(), st.integers(0, 4), st.sampled_from(["", "%", " 件"])
)


@settings(deadline=None)
@given(st.lists(st.decimals("-1000000", "1000000", places=3), min_size=1, max_size=6), SHAPES)
def test_labels_of_one_shape_need_one_code(values: list[Decimal], shape: Shape) -> None:
    pairs = [(value, shape.printed(value)) for value in values]
    code, others = codes(pairs)
    assert others == {}
    assert quoted(shape.after) in code


@settings(deadline=None)
@given(st.decimals("-99999", "99999", places=2), st.integers(0, 2))
def test_printing_is_rounding(value: Decimal, decimals: int) -> None:
    printed = Shape(decimals=decimals).printed(value)
    assert Decimal(printed) == value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
