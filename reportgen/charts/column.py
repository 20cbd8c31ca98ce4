"""Column charts: values side by side, or standing on one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.charts import upright
from reportgen.charts.fitting import Option, Options, fitted
from reportgen.charts.kind import Kind, Scales
from reportgen.charts.placement import ASCENT, Box, Label, Placement, Setting, inside, legend, middle
from reportgen.charts.scale import stacked_values, value_scale, values_of
from reportgen.model.chart import Chart
from reportgen.model.geometry import PlotFrame
from reportgen.theme.look import readable_on

if TYPE_CHECKING:
    from reportgen.charts.sheet import Sheet

ABOVE = 0.3
"""What stays free between a column and its label, in em."""


def _scales(chart: Chart) -> Scales:
    values = stacked_values(chart.series) if chart.stacked else values_of(chart.series)
    return value_scale(values, chart.first, from_zero=True), None


def column_options(setting: Setting, plot: PlotFrame) -> tuple[tuple[Options, ...], ...]:
    """Return where the labels of columns may stand: beyond their ends, or within them where they are stacked.

    Those that would lie on another column are blocked. Series that are not columns have no options.
    """
    boxes = upright.column_boxes(setting, plot)
    grid: list[tuple[Options, ...]] = []
    for series, row in enumerate(setting.chart.series):
        options: list[Options] = []
        for point in range(len(row.points)):
            box = boxes.get((series, point))
            others = [other for place, other in boxes.items() if place != (series, point)]
            options.append(_options(setting, series, point, box, others) if box else ())
        grid.append(tuple(options))
    return tuple(grid)


def _options(setting: Setting, series: int, point: int, box: Box, others: Sequence[Box]) -> Options:
    value = setting.chart.series[series].points[point]
    assert value.value is not None
    x, size = (box.left + box.right) / 2, setting.size
    if setting.chart.stacked:
        if box.top - box.bottom < size or setting.width(value.label) > box.right - box.left:
            return ()
        colour = readable_on(setting.colour(series, point))
        return (Option(0.0, (Label(value.label, x, middle((box.bottom + box.top) / 2, size), colour=colour),)),)
    y = box.top + ABOVE * size if value.value >= 0 else box.bottom - (ABOVE + ASCENT) * size
    label = Label(value.label, inside(x, value.label, setting), y, colour=setting.label_colour(series, point))
    return (Option(0.0, (label,), blocked=any(setting.box(label).meets(other) for other in others)),)


def _place(setting: Setting) -> Placement:
    plot = upright.frame(setting)
    labels = upright.furniture(setting, plot)
    values = fitted(setting, column_options(setting, plot), [setting.box(label) for label in labels])
    entries, swatches, _ = legend(setting)
    return Placement(plot, labels + entries, values, swatches)


def _draw(sheet: Sheet, setting: Setting, placement: Placement) -> None:
    upright.draw_columns(sheet, setting, placement.frame)


COLUMN = Kind(_scales, upright.categories, _place, _draw)
