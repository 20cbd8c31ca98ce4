"""Pie charts: the parts of one whole, clockwise from the top, each named and valued beside it."""

from __future__ import annotations

from math import atan2, cos, degrees, pi, sin, sqrt
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
    Label,
    Leader,
    Placement,
    Setting,
)
from reportgen.model.chart import Chart
from reportgen.model.geometry import PlotFrame
from reportgen.values import dataclass

if TYPE_CHECKING:
    from reportgen.charts.sheet import Sheet

RADIUS = 0.40
"""The radius as a share of the chart's height, or of half its width where that is less."""

ELBOW, ARM = 1.1, 1.4
"""How far beyond the edge a leader bends, and how far it then runs sideways at least, in em."""

THIN, ASIDE = 25.0, 45.0
"""A slice of fewer degrees is thin; thin ones within so many degrees of a side lie well."""


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


def _turn(chart: Chart) -> float:
    """Return where the first slice begins: at the top, unless several thin slices would lie at the top or the bottom.

    Their labels stand one above the other, so that they need to lie at a side; a whole degree, which Word keeps too.
    """
    thin = [part for part in _slices(chart, 0.0) if part.end - part.start < THIN]
    if len(thin) < 2:
        return 0.0
    east, north = (sum(part.direction[axis] for part in thin) for axis in (0, 1))
    middle = degrees(atan2(east, north)) % 360
    side = 90 if middle < 180 else 270
    return float(round(side - middle) % 360) if abs(side - middle) > ASIDE else 0.0


def _slices(chart: Chart, turn: float) -> list[_Slice]:
    """Return the slices of the points that have one: values above zero."""
    points = chart.series[0].points
    values = [float(point.value) if point.value is not None and point.value > 0 else 0.0 for point in points]
    whole, start, slices = sum(values), turn, []
    for index, value in enumerate(values):
        if value:
            end = start + 360 * value / whole
            slices.append(_Slice(index, start, end))
            start = end
    return slices


def _frame(setting: Setting) -> PlotFrame:
    """Return the square round the pie."""
    size = 2 * RADIUS * min(setting.look.height, setting.form.height, setting.form.width / 2)
    return PlotFrame((setting.form.width - size) / 2, (setting.form.height - size) / 2, size, size)


def _height(setting: Setting) -> float:
    """Return the height at which the labels of either side fit one above the other."""
    sides = _sides(setting)
    return max(
        sum(_tall(_lines(setting, part.point, side), setting) + GAP * setting.size for part in side) for side in sides
    )


def _sides(setting: Setting) -> tuple[list[_Slice], list[_Slice]]:
    """Return the slices whose labels stand at the right, and those at the left, from the top down."""
    slices = sorted(_slices(setting.chart, setting.form.turn), key=lambda part: -part.direction[1])
    return [part for part in slices if part.direction[0] >= 0], [part for part in slices if part.direction[0] < 0]


def _measure(setting: Setting) -> float:
    """Return how wide a label may be, in em."""
    return (setting.form.width - _frame(setting).width) / 2 / setting.size - ELBOW - ARM - 2 * GAP


def _categories(setting: Setting) -> Wrapped:
    return tuple(wrapped(name, _measure(setting), setting.width_of) for name in setting.chart.categories)


def _place(setting: Setting) -> Placement:
    plot = _frame(setting)
    options: list[tuple[Option, ...]] = [() for _ in setting.chart.categories]
    leaders = []
    for side in _sides(setting):
        texts = [_lines(setting, part.point, side) for part in side]
        for part, text, top in zip(side, texts, _tops(setting, side, texts, plot), strict=True):
            lines, leader = _label(setting, part, text, top, plot)
            options[part.point] = (Option(0.0, lines),)
            leaders.append((part.point, leader))
    values = fitted(setting, (tuple(options),), ())
    shown = tuple(leader for point, leader in sorted(leaders, key=lambda pair: pair[0]) if values[0][point])
    return Placement(plot, (), values, (), shown)


def _lines(setting: Setting, point: int, side: list[_Slice]) -> tuple[str, ...]:
    """Return a slice's label: its name's lines and its value below them.

    Where many slices lie at one side, the value follows the name on its last line if there is room.
    """
    name, value = setting.form.categories[point], setting.chart.series[0].points[point].label
    stack = sum((len(setting.form.categories[part.point]) + 1) * LEADING + GAP for part in side)
    together = f"{name[-1] if name else ''} {value}"
    crowded = stack * setting.size > setting.form.height
    if crowded and name and setting.width_of(together) <= _measure(setting):
        return (*name[:-1], together)
    return (*name, value)


def _tall(lines: tuple[str, ...], setting: Setting) -> float:
    return ((len(lines) - 1) * LEADING + ASCENT + DESCENT) * setting.size


def _tops(setting: Setting, side: list[_Slice], texts: list[tuple[str, ...]], plot: PlotFrame) -> list[float]:
    """Return the tops of the labels at one side, from the top down: beside their slices, apart, inside the chart."""
    size = setting.size
    centre, radius = plot.bottom + plot.height / 2, plot.width / 2 + ELBOW * size
    tops: list[float] = []
    limit = setting.form.height
    for part, text in zip(side, texts, strict=True):
        limit = min(centre + radius * part.direction[1] + _tall(text, setting) / 2, limit)
        tops.append(limit)
        limit -= _tall(text, setting) + GAP * size
    floor = 0.0
    for index in range(len(side) - 1, -1, -1):  # what was pushed below the chart comes up again, with those above it
        tops[index] = max(tops[index], floor + _tall(texts[index], setting))
        floor = tops[index] + GAP * size
    return tops


def _label(
    setting: Setting, part: _Slice, text: tuple[str, ...], top: float, plot: PlotFrame
) -> tuple[tuple[Label, ...], Leader]:
    """Return a slice's label below `top`, and the leader to it: out from the slice, round the pie, then level."""
    size = setting.size
    cx, cy, radius = plot.left + plot.width / 2, plot.bottom + plot.height / 2, plot.width / 2
    dx, dy = part.direction
    sign = 1 if dx >= 0 else -1
    level = top - _tall(text, setting) / 2
    clear = sqrt(max(0.0, (radius + ELBOW * size / 2) ** 2 - (level - cy) ** 2))
    elbow = cx + sign * max((radius + ELBOW * size) * abs(dx), clear)
    end = cx + sign * (radius + (ELBOW + ARM) * size)
    anchor = Anchor.LEFT if sign > 0 else Anchor.RIGHT
    colour = setting.label_colour(0, part.point)
    lines = tuple(
        Label(line, end + sign * GAP * size, top - (ASCENT + index * LEADING) * size, anchor, colour)
        for index, line in enumerate(text)
    )
    return lines, Leader(((cx + radius * dx, cy + radius * dy), (elbow, level), (end, level)))


def _draw(sheet: Sheet, setting: Setting, placement: Placement) -> None:
    plot = placement.frame
    centre, radius = (plot.left + plot.width / 2, plot.bottom + plot.height / 2), plot.width / 2
    for part in _slices(setting.chart, setting.form.turn):
        sheet.wedge(centre, radius, part.start, part.end, setting.colour(0, part.point))


PIE = Kind(_scales, _categories, _place, _draw, _height, _turn)
