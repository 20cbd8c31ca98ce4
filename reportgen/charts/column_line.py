"""Columns with a line above them: amounts on the left axis, a rate on the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts import upright
from reportgen.charts.column import column_options
from reportgen.charts.fitting import clear_of, fitted
from reportgen.charts.kind import Kind, Scales
from reportgen.charts.placement import Placement, Setting, legend
from reportgen.charts.scale import pair_of_scales
from reportgen.model.chart import Chart

if TYPE_CHECKING:
    from reportgen.charts.sheet import Sheet

HEIGHT = 1.15
"""How much higher than other charts one is whose lines run above its columns."""


def _scales(chart: Chart) -> Scales:
    first, second = pair_of_scales(chart)
    return first, second if chart.second else None


def _place(setting: Setting) -> Placement:
    plot = upright.frame(setting)
    labels = upright.furniture(setting, plot)
    boxes = tuple(upright.column_boxes(setting, plot).values())
    strokes = upright.segments(setting, plot)
    options = [tuple(clear_of(strokes, one, setting) for one in row) for row in column_options(setting, plot)]
    for series in upright.lines(setting):
        options[series] = upright.line_options(setting, series, plot, boxes)
    values = fitted(setting, tuple(options), [setting.box(label) for label in labels])
    entries, swatches, _ = legend(setting)
    return Placement(plot, labels + entries, values, swatches)


def _draw(sheet: Sheet, setting: Setting, placement: Placement) -> None:
    upright.draw_columns(sheet, setting, placement.frame)
    upright.draw_lines(sheet, setting, placement.frame)


def _height(setting: Setting) -> float:
    """Return the height at which columns and lines have room one above the other."""
    return HEIGHT * setting.look.height if setting.chart.second else 0.0


COLUMN_LINE = Kind(_scales, upright.categories, _place, _draw, _height)
