"""Periods are read from labels and follow one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.periods import Grain, Period, is_span, parse_part, parse_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024", Period(Grain.YEAR, 2024)),
        ("2024 年", Period(Grain.YEAR, 2024)),
        ("２０２４年", Period(Grain.YEAR, 2024)),
        ("2025-03", Period(Grain.MONTH, 2025, 3)),
        ("2025 年 3 月", Period(Grain.MONTH, 2025, 3)),
        ("2025/12", Period(Grain.MONTH, 2025, 12)),
        ("2024年一季度", Period(Grain.QUARTER, 2024, 1)),
        ("2024Q4", Period(Grain.QUARTER, 2024, 4)),
        ("2024-Q2", Period(Grain.QUARTER, 2024, 2)),
        ("2024年上半年", Period(Grain.HALF, 2024, 1)),
        ("2024-H2", Period(Grain.HALF, 2024, 2)),
    ],
)
def test_a_label_is_read(text: str, period: Period) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    "text", ["", "年份", "2024 年占比", "12", "2025-13", "2024年五季度", "100 万元以上", "3316255"]
)
def test_what_is_no_period_is_not_read_as_one(text: str) -> None:
    assert parse_period(text) is None


PERIODS = st.builds(
    lambda grain, year, number: Period(grain, year, number % grain + 1),
    st.sampled_from(list(Grain)),
    st.integers(1900, 2100),
    st.integers(0, 11),
)


@given(PERIODS)
def test_both_written_forms_are_read_back(period: Period) -> None:
    assert parse_period(period.iso) == period
    assert parse_period(period.label) == period


@given(PERIODS, st.integers(-50, 50))
def test_shifting_is_undone_by_shifting_back(period: Period, count: int) -> None:
    assert period.shift(count).shift(-count) == period


@given(PERIODS)
def test_a_year_before_is_a_year_of_steps_before(period: Period) -> None:
    assert period.year_before == period.shift(-int(period.grain))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("一季度", (Grain.QUARTER, 1)),
        ("第 2 季度", (Grain.QUARTER, 2)),
        ("q3", (Grain.QUARTER, 3)),
        ("4季", (Grain.QUARTER, 4)),
        ("3月", (Grain.MONTH, 3)),
        ("０３月份", (Grain.MONTH, 3)),
        ("十二月", (Grain.MONTH, 12)),
        ("下半年", (Grain.HALF, 2)),
        ("H1", (Grain.HALF, 1)),
        ("全年", (Grain.YEAR, 1)),
        ("13月", None),
        ("上月", None),
        ("上", None),
        ("2024年3月", None),
        ("", None),
    ],
)
def test_a_part_of_a_year_is_read(text: str, part: tuple[Grain, int] | None) -> None:
    assert parse_part(text) == part


@pytest.mark.parametrize("text", ["2024年1-2月", "1—12月", "一至二季度", "2024 年前三季度", "1至6月累计", "前11个月"])
def test_several_months_in_one_are_a_span(text: str) -> None:
    assert is_span(text)


@pytest.mark.parametrize("text", ["2024年1月", "一季度", "2024-01", "前两年", "1-2", "第1-3名"])
def test_one_period_is_no_span(text: str) -> None:
    assert not is_span(text)
