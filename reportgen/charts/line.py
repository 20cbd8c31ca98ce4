"""Line charts: how values move from period to period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts import upright
from reportgen.charts.fitting import fitted
from reportgen.charts.kind import Kind, Scales
from reportgen.charts.placement import Placement, Setting, legend
from reportgen.charts.scale import value_scale, values_of
from reportgen.model.chart import Chart

if TYPE_CHECKING:
    from reportgen.charts.sheet import Sheet


def _scales(chart: Chart) -> Scales:
    return value_scale(values_of(chart.series), chart.first, from_zero=False), None


def _place(setting: Setting) -> Placement:
    plot = upright.frame(setting)
    labels = upright.furniture(setting, plot)
    options = tuple(upright.line_options(setting, series, plot) for series in range(len(setting.chart.series)))
    values = fitted(setting, options, [setting.box(label) for label in labels])
    entries, swatches, _ = legend(setting)
    return Placement(plot, labels + entries, values, swatches)


def _draw(sheet: Sheet, setting: Setting, placement: Placement) -> None:
    upright.draw_lines(sheet, setting, placement.frame)


LINE = Kind(_scales, upright.categories, _place, _draw)
