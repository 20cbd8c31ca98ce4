"""Fitting: what crosses a label, and which labels give way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts.fitting import crossings
from reportgen.charts.placement import Box

BOX = Box(0, 0, 10, 4)


@pytest.mark.parametrize(
    ("segment", "crosses"),
    [
        ((-5, 2, 15, 2), True),
        ((-5, 5, 15, 5), False),
        ((5, -1, 5, 9), True),
        ((11, -1, 11, 9), False),
        ((-1, -1, 11, 5), True),
        ((-4, 0, 0, 6), False),
        ((2, 1, 3, 2), True),
        ((12, 2, 20, 2), False),
        ((3, 3, 3, 3), True),
        ((30, 3, 30, 3), False),
    ],
)
def test_a_segment_crosses_a_box(segment: tuple[float, float, float, float], crosses: bool) -> None:
    assert crossings(BOX, [segment]) == crosses


COORDINATES = st.floats(-20, 20).map(lambda value: round(value, 2))


@given(st.tuples(COORDINATES, COORDINATES, COORDINATES, COORDINATES))
def test_a_segment_with_a_point_well_inside_crosses(segment: tuple[float, float, float, float]) -> None:
    x0, y0, x1, y1 = segment
    steps = [(x0 + (x1 - x0) * step / 64, y0 + (y1 - y0) * step / 64) for step in range(65)]
    if any(0.01 < x < 9.99 and 0.01 < y < 3.99 for x, y in steps):
        assert crossings(BOX, [segment]) == 1
    if crossings(BOX, [segment]):
        backwards = (x1, y1, x0, y0)
        assert crossings(BOX, [backwards]) == 1


def test_boxes_that_touch_do_not_meet() -> None:
    assert not BOX.meets(Box(10, 0, 20, 4))
    assert not BOX.meets(Box(0, 4, 10, 8))
    assert BOX.meets(Box(9, 3, 20, 8))
    assert BOX.meets(Box(2, 1, 3, 2))
