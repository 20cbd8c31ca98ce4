"""Scales: nice steps, exact labels, everything within."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts.scale import pair_of_scales, value_scale
from reportgen.model.chart import Axis, Chart, ChartKind, Plot, Point, Series, Side

NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=3)


@pytest.mark.parametrize(
    ("values", "unit", "from_zero", "labels"),
    [
        ("84.8 83.7 86.6", "%", False, "83 84 85 86 87"),
        ("84.8 83.7 86.6", "%", True, "0 20 40 60 80 100"),
        ("98.2 99.9", "%", True, "0 20 40 60 80 100"),
        ("432 510 98", "件", True, "0 100 200 300 400 500 600"),
        ("5.2 1.9 6.4", "%", True, "0 2 4 6 8"),
        ("-5.2 6.6", "%", True, "-7.5 -5.0 -2.5 0.0 2.5 5.0 7.5"),
        ("-3.5 2 8.1", "%", True, "-5 0 5 10"),
        ("-5 -3", "%", True, "-6 -5 -4 -3 -2 -1 0"),
        ("3 2 1", "件", True, "0 1 2 3 4"),
        ("5", "件", False, "4 5 6 7"),
        ("", "件", True, "0 1 2 3"),
        ("0 0", "件", True, "0 1 2 3"),
        ("0.1 0.2", "亿元", True, "0.00 0.05 0.10 0.15 0.20 0.25"),
        ("0.000012 0.000034", "克", True, "0.00000 0.00001 0.00002 0.00003 0.00004"),
    ],
)
def test_scales_as_a_reader_expects_them(values: str, unit: str, from_zero: bool, labels: str) -> None:
    scale = value_scale([Decimal(value) for value in values.split()], Axis(unit), from_zero=from_zero)
    assert " ".join(scale.labels) == labels


def test_labels_have_the_decimals_that_the_axis_asks_for() -> None:
    scale = value_scale([Decimal(20), Decimal(60)], Axis("%", decimals=1), from_zero=True)
    assert scale.labels == ("0.0", "25.0", "50.0", "75.0")


@given(st.lists(NUMBERS, max_size=12), st.booleans())
def test_every_value_lies_on_its_scale(values: list[Decimal], from_zero: bool) -> None:
    scale = value_scale(values, Axis("件"), from_zero=from_zero)
    for value in values:
        assert scale.low <= float(value) <= scale.high
    assert scale.low < scale.high
    if from_zero:
        assert scale.low <= 0 <= scale.high


@given(st.lists(NUMBERS, max_size=12), st.booleans())
def test_labels_name_the_ticks_exactly(values: list[Decimal], from_zero: bool) -> None:
    scale = value_scale(values, Axis("件"), from_zero=from_zero)
    ticks = [Decimal(label) for label in scale.labels]
    steps = {after - before for before, after in pairwise(ticks)}
    assert len(steps) == 1
    step = steps.pop().normalize()
    assert step.as_tuple().digits in {(1,), (2,), (2, 5), (5,)}
    assert float(ticks[0]) == scale.low
    assert float(ticks[-1]) == scale.high


@given(
    st.lists(st.decimals(1, 10**6, places=1), min_size=1, max_size=9),
    st.lists(st.decimals(-50, 50, places=1), min_size=1, max_size=9),
)
def test_a_line_runs_above_the_columns(columns: list[Decimal], rates: list[Decimal]) -> None:
    first, second = pair_of_scales(combined(columns, rates))
    highest = (float(max(columns)) - first.low) / (first.high - first.low)
    lowest = (float(min(rates)) - second.low) / (second.high - second.low)
    assert highest < lowest
    assert float(max(rates)) <= second.high
    assert len(first.labels) == len(second.labels)
    assert second.labels[0] == "" == first.labels[-1]


def test_columns_below_zero_share_their_foot_with_the_line() -> None:
    first, second = pair_of_scales(combined([Decimal(-5), Decimal(9)], [Decimal(3), Decimal(8)]))
    assert all(first.labels)
    assert all(second.labels)
    assert len(first.labels) == len(second.labels)


def combined(columns: list[Decimal], rates: list[Decimal]) -> Chart:
    count = max(len(columns), len(rates))

    def points(values: list[Decimal]) -> tuple[Point, ...]:
        missing = [Point(None)] * (count - len(values))
        return (*(Point(value, str(value)) for value in values), *missing)

    series = (
        Series("量", points(columns), Plot.COLUMN),
        Series("率", points(rates), Plot.LINE, Side.SECOND),
    )
    return Chart(ChartKind.COLUMN_LINE, ("甲",) * count, series, Axis("万件"), Axis("%"))
