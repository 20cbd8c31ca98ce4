"""Labels of a pie that would stand on one another are left to Word to place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.model.chart import Plot, Point, Series
from reportgen.model.geometry import ChartForm, PlotFrame
from reportgen.writers.docx.pie_labels import crowded

PLOT = PlotFrame(100.0, 20.0, 150.0, 150.0)


def series(*values: str | None) -> Series:
    points = (Point(None) if value is None else Point(Decimal(value), f"{value}%") for value in values)
    return Series("构成", tuple(points), Plot.PIE)


def form(count: int, *, plot: PlotFrame | None = PLOT, turn: float = 0.0, labelled: bool = True) -> ChartForm:
    names = tuple((f"{'甲乙丙丁戊'[index]}类作品",) for index in range(count))
    return ChartForm(350.0, 190.0, names, ("1B4965",), ("",), ((labelled,) * count,), plot=plot, turn=turn)


@pytest.mark.parametrize(
    ("values", "aside"),
    [
        (("54.9", "31.8", "9.3", "4.0"), {2, 3}),
        (("60", "40"), set()),
        (("96", "2", "2"), {1, 2}),
        (("54.9", None, "41.1", "4.0"), set()),
        (("100",), set()),
    ],
)
def test_neighbours_that_are_close(values: tuple[str | None, ...], aside: set[int]) -> None:
    assert crowded(series(*values), form(len(values)), 8.0) == aside


def test_thin_slices_at_the_side_stand_clear_sooner() -> None:
    thin = series("40", "8", "44", "8")
    assert crowded(thin, form(4, turn=0), 8.0) == frozenset()


def test_without_labels_or_a_plot_none_is_in_the_way() -> None:
    thin = series("96", "2", "2")
    assert crowded(thin, form(3, plot=None), 8.0) == frozenset()
    assert crowded(thin, form(3, labelled=False), 8.0) == frozenset()
