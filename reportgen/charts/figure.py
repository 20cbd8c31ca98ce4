"""A chart as a matplotlib figure: the plot's grid, the marks of its kind, the legend's samples, all labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.charts.kinds import KINDS
from reportgen.charts.lettering import WidthOf
from reportgen.charts.placement import Box, Label, Placement, Setting, Swatch, ladder
from reportgen.charts.sheet import Sheet, plain_style
from reportgen.model.chart import Chart, ChartKind, Plot
from reportgen.model.geometry import ChartForm, PlotFrame
from reportgen.theme.look import ChartLook

if TYPE_CHECKING:
    from matplotlib.figure import Figure

GRID, AXIS, LEADER = 0.4, 0.6, 0.5
"""Line widths in pt."""


def figure(chart: Chart, form: ChartForm, look: ChartLook, width_of: WidthOf) -> Figure:
    """Return `chart` drawn in `form`; `width_of` is the same that the form was made with.

    The figure has 72 dots an inch, so that a dot is a point.
    """
    kind = KINDS[chart.kind]
    setting = Setting(chart, form, look, width_of)
    placement = kind.place(setting)
    with plain_style():
        sheet = Sheet(form.width, form.height)
        _grid(sheet, setting, placement.frame)
        kind.draw(sheet, setting, placement)
        for swatch in placement.swatches:
            _swatch(sheet, swatch, look)
        for leader in placement.leaders:
            sheet.stroke(leader.points, look.axis_colour, LEADER)
        for label in _labels(placement):
            sheet.label(label, look.label_size)
    return sheet.figure


def _labels(placement: Placement) -> Iterator[Label]:
    yield from placement.furniture
    for row in placement.values:
        for lines in row:
            yield from lines


def _grid(sheet: Sheet, setting: Setting, plot: PlotFrame) -> None:
    """Draw a light line at each tick, and a darker one at zero, or at the foot where the scale leaves zero out."""
    scale = setting.form.first
    if scale is None:
        return
    lying = setting.chart.kind is ChartKind.BAR
    extent = plot.width if lying else plot.height
    foot = 0.0 if scale.low <= 0 <= scale.high else scale.low
    start = plot.left if lying else plot.bottom
    for value in (*ladder(scale.low, scale.high, scale.step), foot):
        at = start + extent * (value - scale.low) / (scale.high - scale.low)
        ends = ((at, plot.bottom), (at, plot.top)) if lying else ((plot.left, at), (plot.right, at))
        if value == foot:
            sheet.stroke(ends, setting.look.axis_colour, AXIS, level=2.5)
        else:
            sheet.stroke(ends, setting.look.grid_colour, GRID)


def _swatch(sheet: Sheet, swatch: Swatch, look: ChartLook) -> None:
    x, y, end = swatch.x, swatch.y, swatch.x + swatch.width
    if swatch.plot is Plot.LINE:
        sheet.stroke(((x, y), (end, y)), swatch.colour, look.line_width)
        sheet.dots((((x + end) / 2, y),), swatch.colour, 4)
    else:
        sheet.box(Box(x, y - swatch.width / 2, end, y + swatch.width / 2), swatch.colour)
