"""Labels of a pie in Word: which would stand on a neighbour's beside their slices, where Word must find them a place.

Word places a label by itself, so that this reckons with boxes of about its size.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import cos, pi, sin
from typing import NamedTuple

from reportgen.model.chart import Series
from reportgen.model.geometry import ChartForm

_LEADING = 1.25
_LATIN = 0.56
_FROM = 0.3
_ASIDE, _BELOW = 1.0, 0.5


class _Box(NamedTuple):
    """A label: its middle, measured from the pie's, and its size, in em."""

    x: float
    y: float
    width: float
    height: float


def crowded(series: Series, form: ChartForm, size: float) -> frozenset[int]:
    """Return the points whose labels, in letters of `size`, would stand on one another beside their slices."""
    if form.plot is None:
        return frozenset()
    values = [max(0.0, float(point.value)) if point.value is not None else 0.0 for point in series.points]
    whole = sum(values) or 1.0
    ends = list(accumulate(values))
    radius = form.plot.width / 2 / size + _FROM
    boxes: dict[int, _Box] = {}
    for point, (value, end) in enumerate(zip(values, ends, strict=True)):
        if value and form.labelled[0][point]:
            angle = form.turn / 180 * pi + (end - value / 2) / whole * 2 * pi
            lines = (*form.categories[point], series.points[point].label)
            width, height = max(map(_width, lines)), len(lines) * _LEADING
            along, up = sin(angle), cos(angle)
            boxes[point] = _Box(along * (radius + width / 2), up * (radius + height / 2), width, height)
    if len(boxes) < 2:
        return frozenset()
    neighbours = (*pairwise(boxes), (next(reversed(boxes)), next(iter(boxes))))
    return frozenset(point for pair in neighbours if _meet(boxes[pair[0]], boxes[pair[1]]) for point in pair)


def _width(line: str) -> float:
    return sum(1.0 if ord(char) > 0x2E80 else _LATIN for char in line)


def _meet(one: _Box, other: _Box) -> bool:
    beside = abs(one.x - other.x) < (one.width + other.width) / 2 + _ASIDE
    return beside and abs(one.y - other.y) < (one.height + other.height) / 2 + _BELOW
