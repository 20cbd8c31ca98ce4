"""Pie charts: the parts of one whole, clockwise from the top, each named and valued beside it."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from reportgen.charts.fitting import Option, fitted
from reportgen.charts.kind import Kind, Scales, Wrapped
from reportgen.charts.lettering import wrapped
from reportgen.charts.placement import (
    ASCENT,
    DESCENT,
    GAP,
    LEADING,
    Anchor,
    Frame,
    Label,
    Leader,
    Placement,
    Setting,
)
from reportgen.model.chart import Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RADIUS = 0.40
"""The radius as a share of the chart's height."""

ELBOW, ARM = 1.1, 1.4
"""How far beyond the edge a leader bends, and how far it then runs sideways at least, in em."""


@dataclass(frozen=True, slots=True)
class _Slice:
    """A slice: its point, and where it begins and ends, in degrees clockwise from the top."""

    point: int
    start: float
    end: float

    @property
    def direction(self) -> tuple[float, float]:
        """The unit vector from the centre through the slice's middle."""
        angle = (self.start + self.end) / 2 * pi / 180
        return sin(angle), cos(angle)


def _scales(_chart: Chart) -> Scales:
    return None, None


def _slices(setting: Setting) -> list[_Slice]:
    """Return the slices of the points that have one: values above zero."""
    points = setting.chart.series[0].points
    values = [float(point.value) if point.value is not None and point.value > 0 else 0.0 for point in points]
    whole, start, slices = sum(values), 0.0, []
    for index, value in enumerate(values):
        if value:
            end = start + 360 * value / whole
            slices.append(_Slice(index, start, end))
            start = end
    return slices


def _frame(setting: Setting) -> Frame:
    """Return the square round the pie."""
    size = 2 * RADIUS * setting.form.height
    return Frame((setting.form.width - size) / 2, (setting.form.height - size) / 2, size, size)


def _categories(setting: Setting) -> Wrapped:
    measure = (setting.form.width - _frame(setting).width) / 2 / setting.size - ELBOW - ARM - 2 * GAP
    return tuple(wrapped(name, measure, setting.width_of) for name in setting.chart.categories)


def _place(setting: Setting) -> Placement:
    plot = _frame(setting)
    slices = _slices(setting)
    options: list[tuple[Option, ...]] = [() for _ in setting.chart.categories]
    leaders = []
    for right in (True, False):
        side = [part for part in slices if (part.direction[0] >= 0) is right]
        side.sort(key=lambda part: -part.direction[1])
        for part, top in zip(side, _tops(setting, side, plot), strict=True):
            lines, leader = _label(setting, part, top, plot, right=right)
            options[part.point] = (Option(0.0, lines),)
            leaders.append((part.point, leader))
    values = fitted(setting, (tuple(options),), ())
    shown = tuple(leader for point, leader in sorted(leaders, key=lambda pair: pair[0]) if values[0][point])
    return Placement(plot, (), values, (), shown)


def _lines(setting: Setting, point: int) -> tuple[str, ...]:
    """Return a slice's label: the lines of its name, and its value on the last where there is room, else below."""
    return (*setting.form.categories[point], setting.chart.series[0].points[point].label)


def _tall(setting: Setting, point: int) -> float:
    return (len(_lines(setting, point)) * LEADING - (LEADING - ASCENT - DESCENT)) * setting.size


def _tops(setting: Setting, side: list[_Slice], plot: Frame) -> list[float]:
    """Return the tops of the labels at one side, from the top down: beside their slices, apart, inside the chart."""
    size = setting.size
    gap = GAP * size
    centre, radius = plot.bottom + plot.height / 2, plot.width / 2 + ELBOW * size
    tops: list[float] = []
    limit = setting.form.height
    for part in side:
        tall = _tall(setting, part.point)
        limit = min(centre + radius * part.direction[1] + tall / 2, limit)
        tops.append(limit)
        limit -= tall + gap
    floor = 0.0
    for index in range(len(side) - 1, -1, -1):  # what was pushed below the chart comes up again, with those above it
        tall = _tall(setting, side[index].point)
        tops[index] = max(tops[index], floor + tall)
        floor = tops[index] + gap
    return tops


def _label(setting: Setting, part: _Slice, top: float, plot: Frame, *, right: bool) -> tuple[tuple[Label, ...], Leader]:
    size, sign = setting.size, 1 if right else -1
    cx, cy, radius = plot.left + plot.width / 2, plot.bottom + plot.height / 2, plot.width / 2
    dx, dy = part.direction
    level = top - _tall(setting, part.point) / 2
    end = cx + sign * (radius + (ELBOW + ARM) * size)
    elbow = cx + (radius + ELBOW * size) * dx
    x = end + sign * GAP * size
    anchor = Anchor.LEFT if right else Anchor.RIGHT
    colour = setting.label_colour(0, part.point)
    lines = tuple(
        Label(text, x, top - (ASCENT + index * LEADING) * size, anchor, colour)
        for index, text in enumerate(_lines(setting, part.point))
    )
    return lines, Leader(((cx + radius * dx, cy + radius * dy), (elbow, level), (end, level)))


def _draw(axes: Axes, setting: Setting, placement: Placement) -> None:
    from matplotlib.patches import Wedge  # noqa: PLC0415 - matplotlib is loaded late

    plot = placement.frame
    centre, radius = (plot.left + plot.width / 2, plot.bottom + plot.height / 2), plot.width / 2
    slices = _slices(setting)
    for part in slices:
        wedge = Wedge(centre, radius, 90 - part.end, 90 - part.start, facecolor=f"#{setting.colour(0, part.point)}")
        wedge.set(edgecolor="white", linewidth=0.8 if len(slices) > 1 else 0, zorder=2)
        axes.add_patch(wedge)


PIE = Kind(_scales, _categories, _place, _draw)
