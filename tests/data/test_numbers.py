from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.data.numbers import TypedNumber, exact, is_placeholder, typed_number


@pytest.mark.parametrize(
    ("stored", "number"),
    [
        ("84.5", "84.5"),
        ("0.30000000000000004", "0.3"),
        ("0.19125144933813101", "0.191251449338131"),
        ("10630610", "10630610"),
        ("1E+20", "100000000000000000000"),
        ("-7.0000000000000001E-2", "-0.07"),
        ("1234567890123456789", "1234567890123460000"),
        ("0", "0"),
    ],
)
def test_a_stored_number_has_the_fifteen_digits_that_excel_shows(stored: str, number: str) -> None:
    assert exact(stored) == Decimal(number)
    assert str(exact(stored)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**10), max_value=10**10))
def test_what_was_typed_in_fifteen_digits_comes_back(number: Decimal) -> None:
    assert exact(repr(float(number))) == number


@given(st.floats(-9.99999999999999e307, 9.99999999999999e307))  # what Excel can hold
def test_reading_a_number_again_changes_nothing(number: float) -> None:
    assert exact(str(exact(repr(number)))) == exact(repr(number))


def test_what_is_no_number_is_not_taken_for_one() -> None:
    with pytest.raises(ValueError, match="could not convert"):
        exact("12,345")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1234", TypedNumber(Decimal(1234), 0, grouped=False, percent=False)),
        ("1,234,567.50", TypedNumber(Decimal("1234567.5"), 2, grouped=True, percent=False)),
        ("１２.５", TypedNumber(Decimal("12.5"), 1, grouped=False, percent=False)),
        ("−3", TypedNumber(Decimal(-3), 0, grouped=False, percent=False)),
        (" 86.6 % ", TypedNumber(Decimal("86.6"), 1, grouped=False, percent=True)),
        ("0.07", TypedNumber(Decimal("0.07"), 2, grouped=False, percent=False)),
        ("0", TypedNumber(Decimal(0), 0, grouped=False, percent=False)),
    ],
)
def test_a_number_kept_as_text_is_read_where_it_clearly_is_one(typed: str, number: TypedNumber) -> None:
    assert typed_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "超20000*",
        "00123",
        "1,23",
        "1,2345",
        "86.6¹",
        "12万",
        "约12",
        "1-3",
        "",
        "1.2.3",
        "..5",
        "1e5",
        "inf",
        "1" * 100,
    ],
)
def test_what_may_be_something_else_is_no_number(typed: str) -> None:
    assert typed_number(typed) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9))
def test_a_number_typed_with_separators_is_the_same_number(number: Decimal) -> None:
    found = typed_number(f"{number:,.2f}")
    assert found is not None
    assert found.number == number
    assert found.decimals == 2


@pytest.mark.parametrize(
    "mark", ["-", "--", "—", "——", "－", "…", "……", "...", "NA", "n/a", "null", "#", "~", "*", "/", "未公布"]
)
def test_a_mark_for_nothing_here_is_a_placeholder(mark: str) -> None:
    assert is_placeholder(mark)
    assert typed_number(mark) is None


@pytest.mark.parametrize("word", ["", "0", "无", "#N/A", "北京", "A"])
def test_other_words_are_no_placeholders(word: str) -> None:
    assert not is_placeholder(word)
