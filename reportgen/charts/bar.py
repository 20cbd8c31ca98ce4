"""Bar charts: values lying side by side, the first at the top, for names too long to stand below columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.fitting import Option, Options, fitted
from reportgen.charts.kind import Kind, Scales, Wrapped
from reportgen.charts.lettering import wrapped
from reportgen.charts.placement import (
    ASCENT,
    DESCENT,
    GAP,
    LEADING,
    Anchor,
    Box,
    Label,
    Placement,
    Setting,
    ladder,
    legend,
    middle,
)
from reportgen.charts.scale import stacked_values, value_scale, values_of
from reportgen.model.chart import Chart
from reportgen.model.geometry import PlotFrame
from reportgen.theme.look import readable_on

if TYPE_CHECKING:
    from reportgen.charts.sheet import Sheet

NAMES = 0.4
"""The share of the chart's width that category names may take before they wrap."""

GROUP, THICKEST, BETWEEN = 0.66, 2.2, 0.08
"""The share of a category's room that its bars take; a bar's greatest thickness in em; what stays free between two."""

BESIDE = 0.35
"""What stays free between a bar and its label, in em."""


def _scales(chart: Chart) -> Scales:
    values = stacked_values(chart.series) if chart.stacked else values_of(chart.series)
    return value_scale(values, chart.first, from_zero=True), None


def _categories(setting: Setting) -> Wrapped:
    measure = NAMES * setting.form.width / setting.size
    return tuple(wrapped(name, measure, setting.width_of) for name in setting.chart.categories)


def _height(setting: Setting) -> float:
    """Return the height at which each category has room for its name and for its bars' labels."""
    bars = 1 if setting.chart.stacked else len(setting.chart.series)
    rows = [max(len(lines) * LEADING + GAP, bars * LEADING / GROUP) for lines in setting.form.categories]
    return max(rows, default=0.0) * len(rows) * setting.size + _below(setting) + _above(setting)


def _below(setting: Setting) -> float:
    return legend(setting)[2] + (LEADING + GAP) * setting.size


def _above(setting: Setting) -> float:
    return (LEADING + GAP if setting.chart.first.unit else GAP) * setting.size


def _frame(setting: Setting) -> PlotFrame:
    """Return the plot: right of the names, and so wide that the labels beyond its bars still fit."""
    form, size = setting.form, setting.size
    names = max((setting.width(line) for lines in form.categories for line in lines), default=0.0)
    left = names + GAP * size
    room = form.width - left
    scale = form.first
    assert scale is not None
    width = room - setting.width(scale.labels[-1]) / 2
    if setting.chart.show_labels and not setting.chart.stacked:
        for series in setting.chart.series:
            for point in series.points:
                if point.value is not None and point.value > 0:
                    share = (float(point.value) - scale.low) / (scale.high - scale.low)
                    width = min(width, (room - setting.width(point.label) - 2 * BESIDE * size) / share)
    width = max(width, form.width / 4)
    bottom = _below(setting)
    return PlotFrame(left, bottom, width, form.height - bottom - _above(setting))


def _x(setting: Setting, value: float, plot: PlotFrame) -> float:
    scale = setting.form.first
    assert scale is not None
    return plot.left + plot.width * (value - scale.low) / (scale.high - scale.low)


def _middle_of(point: int, setting: Setting, plot: PlotFrame) -> float:
    return plot.top - plot.height * (point + 0.5) / len(setting.chart.categories)


def _boxes(setting: Setting, plot: PlotFrame) -> dict[tuple[int, int], Box]:
    """Return the bars by series and point; stacked ones go on where those before them end."""
    chart = setting.chart
    side_by_side = 1 if chart.stacked else len(chart.series)
    group = GROUP * plot.height / max(1, len(chart.categories))
    thickness = min(group / (side_by_side + BETWEEN * (side_by_side - 1)), THICKEST * setting.size)
    boxes = {}
    for point in range(len(chart.categories)):
        reached = {True: 0.0, False: 0.0}
        for order, series in enumerate(chart.series):
            value = series.points[point].value
            if value is None:
                continue
            start = reached[value >= 0] if chart.stacked else 0.0
            end = reached[value >= 0] = start + float(value)
            shift = 0.0 if chart.stacked else ((side_by_side - 1) / 2 - order) * thickness * (1 + BETWEEN)
            y = _middle_of(point, setting, plot) + shift
            left, right = sorted((_x(setting, start, plot), _x(setting, end, plot)))
            boxes[order, point] = Box(left, y - thickness / 2, right, y + thickness / 2)
    return boxes


def _options(setting: Setting, series: int, point: int, box: Box) -> Options:
    value = setting.chart.series[series].points[point]
    assert value.value is not None
    size, y = setting.size, middle((box.bottom + box.top) / 2, setting.size)
    if setting.chart.stacked:
        if box.top - box.bottom < size or setting.width(value.label) > box.right - box.left:
            return ()
        colour = readable_on(setting.colour(series, point))
        return (Option(0.0, (Label(value.label, (box.left + box.right) / 2, y, colour=colour),)),)
    beyond = value.value >= 0
    x = box.right + BESIDE * size if beyond else box.left - BESIDE * size
    anchor = Anchor.LEFT if beyond else Anchor.RIGHT
    return (Option(0.0, (Label(value.label, x, y, anchor, setting.label_colour(series, point)),)),)


def _furniture(setting: Setting, plot: PlotFrame) -> tuple[Label, ...]:
    form, size, colour = setting.form, setting.size, setting.look.axis_colour
    labels = []
    if setting.chart.first.unit:
        labels.append(Label(setting.chart.first.unit, plot.left, form.height - ASCENT * size, Anchor.LEFT, colour))
    scale = form.first
    assert scale is not None
    for value, text in zip(ladder(scale.low, scale.high, scale.step), scale.labels, strict=True):
        y = plot.bottom - (GAP + ASCENT) * size
        labels.append(Label(text, _x(setting, value, plot), y, colour=colour))
    for point, lines in enumerate(form.categories):
        height = ((len(lines) - 1) * LEADING + ASCENT + DESCENT) * size
        top = _middle_of(point, setting, plot) + height / 2
        for index, line in enumerate(lines):
            y = top - (ASCENT + index * LEADING) * size
            labels.append(Label(line, plot.left - GAP * size, y, Anchor.RIGHT, colour))
    return tuple(labels)


def _place(setting: Setting) -> Placement:
    plot = _frame(setting)
    labels = _furniture(setting, plot)
    boxes = _boxes(setting, plot)
    options = tuple(
        tuple(
            _options(setting, series, point, boxes[series, point]) if (series, point) in boxes else ()
            for point in range(len(row.points))
        )
        for series, row in enumerate(setting.chart.series)
    )
    values = fitted(setting, options, [setting.box(label) for label in labels])
    entries, swatches, _ = legend(setting)
    return Placement(plot, labels + entries, values, swatches)


def _draw(sheet: Sheet, setting: Setting, placement: Placement) -> None:
    for (series, point), box in _boxes(setting, placement.frame).items():
        sheet.box(box, setting.colour(series, point))


BAR = Kind(_scales, _categories, _place, _draw, _height)
