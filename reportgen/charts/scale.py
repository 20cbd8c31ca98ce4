"""Value axes: where they begin and end, and their steps: 1, 2, 2.5 or 5 times a power of ten.

Reckons in decimals, so that the labels of ticks are exact.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal

from reportgen.model.chart import Axis, Chart, Plot, Series
from reportgen.model.geometry import Scale

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
INTERVALS = (5, 4, 6, 3)
"""How many intervals a scale may have, the best first."""

MORE_DECIMALS = Decimal("0.15")
"""A scale may be longer by this share to spare its labels a decimal."""

HEADROOM = Decimal("0.06")
"""What stays free between the largest value and the scale's end, as a share of the scale."""

FLOATING = Decimal("0.5")
"""A line's scale may leave out zero where its values differ by less than this share of the largest."""

SPLITS = ((5, 3), (6, 4), (6, 3), (7, 5), (7, 4), (8, 5))
"""Columns with a line above them: how many intervals there are, and how many of them are the columns' own."""

LABEL_ROOM, NO_LABEL_ROOM = Decimal("0.15"), Decimal("0.05")
"""What stays free above the highest column with or without a label on it, as a share of the columns' part."""

_THOUSANDS = re.compile(r"\d,\d{3}")
_ZERO, _HUNDRED, _LEAST = Decimal(0), Decimal(100), Decimal("1e-9")


def value_scale(values: Sequence[Decimal], axis: Axis, *, from_zero: bool) -> Scale:
    """Return the scale for `values` on `axis`; it always holds zero where `from_zero` is set (columns, bars)."""
    low, high = min(values, default=_ZERO), max(values, default=_ZERO)
    largest = max(abs(low), abs(high))
    floats = not (from_zero or low <= _ZERO <= high or high - low >= FLOATING * largest)
    if not floats:
        low, high = min(low, _ZERO), max(high, _ZERO)
    if low == high:
        low, high = (low - abs(low) / 10, high + abs(high) / 10) if low else (_ZERO, Decimal(1))
    full = axis.unit == "%" and high <= _HUNDRED
    best: tuple[Decimal, int, Decimal, Decimal, Decimal] | None = None
    for preference, intervals in enumerate(INTERVALS):
        for step in _steps((high - low) / intervals, _whole(values, axis)):
            foot = HEADROOM * step * intervals if low < 0 or floats else _ZERO
            first = _floor(low - foot, step)
            last = first + step * intervals
            if last >= high + HEADROOM * (last - first) or (full and last == _HUNDRED >= high) or (high <= 0 == last):
                decimals = max(0, _decimals(step) - axis.decimals)
                candidate = ((last - first) * (1 + MORE_DECIMALS * decimals), preference, first, last, step)
                best = min(best, candidate) if best else candidate
                break
    assert best is not None
    _, _, first, last, step = best
    return scale(first, last, step, axis)


def pair_of_scales(chart: Chart) -> tuple[Scale, Scale]:
    """Return the scales of columns (first) and lines (second), with equally many steps, so that one grid serves both.

    The lines run above the columns, each with the ticks' labels of its own part, so that neither's labels stand in the
    other. Without a second axis, or with columns below zero, there are no parts.
    """
    drawn = [series for series in chart.series if series.plot is not Plot.LINE]
    columns = stacked_values(drawn) if chart.stacked else values_of(drawn)
    lines = values_of(series for series in chart.series if series.plot is Plot.LINE)
    if chart.second is None:
        one = value_scale([*columns, *lines], chart.first, from_zero=True)
        return one, one
    if not columns or not lines or min(columns) < 0 or max(columns) <= 0:
        first = value_scale(columns, chart.first, from_zero=True)
        return first, _matching(lines, chart.second, round((first.high - first.low) / first.step))
    highest, low, high = max(columns), min(lines), max(lines)
    room = NO_LABEL_ROOM if chart.stacked or not chart.show_labels else LABEL_ROOM
    best: tuple[Decimal, Scale, Scale] | None = None
    for count, split in SPLITS:
        step = next(_steps(highest / split / (1 - room), _whole(columns, chart.first)))
        above, foot = _above(low, high, count - split, _whole(lines, chart.second))
        empty = (1 - highest / (step * split)) + (1 - (high - low) / (above * (count - split))) / 2
        if best is None or empty < best[0]:
            first = _part(scale(_ZERO, step * count, step, chart.first), 0, math.ceil(highest / step))
            whole = scale(foot - above * split, foot + above * (count - split), above, chart.second)
            best = (empty, first, _part(whole, split, count))
    assert best is not None
    return best[1], best[2]


def _above(low: Decimal, high: Decimal, intervals: int, whole: bool) -> tuple[Decimal, Decimal]:  # noqa: FBT001
    """Return the step and the foot of a line's part of the height."""
    for step in _steps(max(high - low, abs(high) / 20, _LEAST) / intervals, whole):
        foot = _floor(low, step)
        if foot + step * intervals >= high:
            return step, foot
    raise AssertionError  # steps have no end


def grouped(whole: Scale, series: Iterable[Series]) -> Scale:
    """Return a scale whose labels are grouped in thousands as those of its points are (10,630,630)."""
    if not any(_THOUSANDS.search(point.label) for one in series for point in one.points):
        return whole
    return replace(whole, labels=tuple(f"{Decimal(text):,}" if text else "" for text in whole.labels))


def _part(whole: Scale, first: int, last: int) -> Scale:
    """Return a scale that prints only the labels of the ticks from `first` to `last`."""
    return replace(whole, labels=tuple(text if first <= tick <= last else "" for tick, text in enumerate(whole.labels)))


def values_of(series: Iterable[Series]) -> list[Decimal]:
    """Return the values of `series` that are there."""
    return [point.value for one in series for point in one.points if point.value is not None]


def stacked_values(series: Sequence[Series]) -> list[Decimal]:
    """Return the heights, up and down, that series reach when they stand on one another."""
    heights = []
    for points in zip(*(one.points for one in series), strict=True):
        values = [point.value for point in points if point.value is not None]
        if values:
            heights += [sum((v for v in values if v > 0), _ZERO), sum((v for v in values if v < 0), _ZERO)]
    return heights


def scale(first: Decimal, last: Decimal, step: Decimal, axis: Axis) -> Scale:
    """Return the scale from `first` to `last` with its labels."""
    count = int((last - first) / step)
    decimals = max(axis.decimals, _decimals(step), _decimals(first))
    ticks = [first + step * index for index in range(count + 1)]
    labels = tuple(f"{tick:.{decimals}f}" for tick in ticks)
    return Scale(float(first), float(last), float(step), labels)


def _matching(values: Sequence[Decimal], axis: Axis, intervals: int) -> Scale:
    """Return a scale with exactly `intervals` steps that holds `values` and zero."""
    low, high = min([*values, _ZERO]), max([*values, _ZERO])
    for step in _steps(((high - low) or Decimal(1)) / intervals, _whole(values, axis)):
        first = _floor(low, step)
        if first + step * intervals >= high:
            return scale(first, first + step * intervals, step, axis)
    raise AssertionError  # steps have no end


def _steps(least: Decimal, whole: bool) -> Iterator[Decimal]:  # noqa: FBT001 - one of two plain facts
    """Yield the nice steps from `least` up, whole numbers only where `whole` is set."""
    exponent = least.adjusted() if least else 0
    while True:
        for mantissa in STEPS:
            step = mantissa.scaleb(exponent)
            if step >= least and not (whole and step != step.to_integral_value()):
                yield step
        exponent += 1


def _whole(values: Iterable[Decimal], axis: Axis) -> bool:
    """Whether the axis counts things: no label between whole numbers then."""
    return axis.decimals == 0 and all(value == value.to_integral_value() for value in values)


def _floor(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_FLOOR) * step


def _decimals(value: Decimal) -> int:
    """Return how many decimals `value` needs."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)
