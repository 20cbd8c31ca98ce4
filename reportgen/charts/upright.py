"""Charts with an upright value axis: plot, axes, categories below; what line and column charts share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportgen.charts.fitting import Option, Options, crossings
from reportgen.charts.lettering import wrapped
from reportgen.charts.placement import (
    ASCENT,
    GAP,
    LEADING,
    Anchor,
    Box,
    Label,
    Setting,
    centred,
    ladder,
    legend,
    middle,
)
from reportgen.model.chart import Plot, Side
from reportgen.model.geometry import PlotFrame, Scale

if TYPE_CHECKING:
    from reportgen.charts.sheet import Sheet

CATEGORY_GAP = 0.4
"""What stays free between neighbouring category labels, in em."""

MOST_LINES, MOST_LINES_OF_SOME = 5, 3
"""How many lines a category label may have before others are left out, and then."""

GROUP = 0.68
"""The share of a category's room that its columns take; one column alone takes no more than `WIDEST` em."""

WIDEST = 5.0
BETWEEN = 0.06
"""What stays free between the columns of a group, as a share of a column."""

AIR = 0.1
"""What stays free between a label and a line, in em."""

MARKER = 2.0
"""The radius of a line's markers in pt."""


class Beside(NamedTuple):
    """A place for a label beside a point: how far along and up it begins, in em, and what speaks against it."""

    along: float
    up: float
    anchor: Anchor
    penalty: float
    in_valley: float


UP, DOWN, ASIDE = 0.55, -0.55 - ASCENT, 0.7
"""Where a label usually begins above, below and beside its point, in em from the point."""

_LEVEL, _FURTHER, _FURTHER_ASIDE = -0.36, 0.8, 0.5
SIDES = (
    Beside(0.0, UP, Anchor.CENTER, 0.0, 0.5),
    Beside(0.0, DOWN, Anchor.CENTER, 0.5, 0.0),
    Beside(0.15, UP, Anchor.RIGHT, 0.2, 0.8),
    Beside(-0.15, UP, Anchor.LEFT, 0.3, 0.9),
    Beside(-0.15, DOWN, Anchor.LEFT, 0.6, 0.2),
    Beside(0.15, DOWN, Anchor.RIGHT, 0.7, 0.3),
    Beside(ASIDE, _LEVEL, Anchor.LEFT, 0.9, 0.9),
    Beside(-ASIDE, _LEVEL, Anchor.RIGHT, 1.0, 1.0),
    Beside(0.0, UP + _FURTHER, Anchor.CENTER, 1.1, 1.3),
    Beside(0.0, DOWN - _FURTHER, Anchor.CENTER, 1.3, 1.1),
    Beside(0.15, UP + _FURTHER, Anchor.RIGHT, 1.4, 1.6),
    Beside(-0.15, UP + _FURTHER, Anchor.LEFT, 1.4, 1.6),
    Beside(-0.15, DOWN - _FURTHER, Anchor.LEFT, 1.6, 1.4),
    Beside(0.15, DOWN - _FURTHER, Anchor.RIGHT, 1.6, 1.4),
    Beside(ASIDE + _FURTHER_ASIDE, _LEVEL, Anchor.LEFT, 1.7, 1.7),
    Beside(-ASIDE - _FURTHER_ASIDE, _LEVEL, Anchor.RIGHT, 1.8, 1.8),
)


def frame(setting: Setting) -> PlotFrame:
    """Return the plot between the labels of its axes, the unit above it, the categories and the legend below."""
    form, size = setting.form, setting.size
    left = _axis_width(setting, form.first)
    right = _axis_width(setting, form.second) if form.second else GAP * size
    lines = max(map(len, form.categories), default=0)
    bottom = legend(setting)[2] + (lines * LEADING + GAP) * size
    unit = bool(setting.chart.first.unit or (setting.chart.second and setting.chart.second.unit))
    top = (unit * (LEADING + GAP / 2) + (LEADING if setting.chart.show_labels else GAP)) * size
    return PlotFrame(left, bottom, form.width - left - right, form.height - bottom - top)


def categories(setting: Setting) -> tuple[tuple[str, ...], ...]:
    """Return the lines of each category's label; a label left out for want of room has none."""
    names = setting.chart.categories
    slot = frame(setting).width / max(1, len(names)) / setting.size
    for every in range(1, len(names) + 1):
        lines = [wrapped(name, slot * every - CATEGORY_GAP, setting.width_of) for name in names[::every]]
        widest = max((setting.width_of(line) for label in lines for line in label), default=0.0)
        most = MOST_LINES if every == 1 else MOST_LINES_OF_SOME
        if widest <= slot * every - CATEGORY_GAP / 2 and max(map(len, lines), default=0) <= most:
            break
    return tuple(lines[i // every] if i % every == 0 else () for i in range(len(names)))


def furniture(setting: Setting, plot: PlotFrame) -> tuple[Label, ...]:
    """Return the units, the labels of the ticks and the categories' labels."""
    form, size, colour = setting.form, setting.size, setting.look.axis_colour
    labels = []
    axes = [(form.first, setting.chart.first, Anchor.RIGHT, plot.left - GAP * size, 0.0)]
    if form.second and setting.chart.second:
        axes.append((form.second, setting.chart.second, Anchor.LEFT, plot.right + GAP * size, form.width))
    for scale, axis, anchor, x, edge in axes:
        if axis.unit:
            labels.append(_unit(setting, axis.unit, anchor, x, edge))
        if scale:
            for value, text in zip(ladder(scale.low, scale.high, scale.step), scale.labels, strict=True):
                if text:
                    labels.append(Label(text, x, middle(height_of(value, scale, plot), size), anchor, colour))
    for index, lines in enumerate(form.categories):
        labels += centred(lines, centre(index, setting, plot), plot.bottom - GAP * size, setting)
    return tuple(labels)


def _unit(setting: Setting, unit: str, anchor: Anchor, x: float, edge: float) -> Label:
    """Return a unit above its axis: flush with the ticks' labels, or at the chart's edge where it is wider."""
    y = setting.form.height - ASCENT * setting.size
    if setting.width(unit) > abs(x - edge):
        anchor, x = (Anchor.LEFT, 0.0) if anchor is Anchor.RIGHT else (Anchor.RIGHT, setting.form.width)
    return Label(unit, x, y, anchor, setting.look.axis_colour)


def _axis_width(setting: Setting, scale: Scale | None) -> float:
    widest = max(map(setting.width, scale.labels)) if scale else 0.0
    return widest + GAP * setting.size


def centre(point: int, setting: Setting, plot: PlotFrame) -> float:
    """Return the x of the middle of a category's room."""
    return plot.left + plot.width * (point + 0.5) / len(setting.chart.categories)


def height_of(value: float, scale: Scale, plot: PlotFrame) -> float:
    """Return the y of a value."""
    return plot.bottom + plot.height * (value - scale.low) / (scale.high - scale.low)


def scale_of(setting: Setting, series: int) -> Scale:
    """Return the scale that a series is drawn on."""
    form = setting.form
    scale = form.second if setting.chart.series[series].side is Side.SECOND and form.second else form.first
    assert scale is not None
    return scale


def column_width(setting: Setting, plot: PlotFrame) -> float:
    """Return the width of a column."""
    side_by_side = 1 if setting.chart.stacked else len(columns(setting))
    group = GROUP * plot.width / max(1, len(setting.chart.categories))
    return min(group / (side_by_side + BETWEEN * (side_by_side - 1)), WIDEST * setting.size)


def columns(setting: Setting) -> tuple[int, ...]:
    """Return the series that are drawn as columns."""
    return tuple(index for index, series in enumerate(setting.chart.series) if series.plot is not Plot.LINE)


def lines(setting: Setting) -> tuple[int, ...]:
    """Return the series that are drawn as lines."""
    return tuple(index for index, series in enumerate(setting.chart.series) if series.plot is Plot.LINE)


def column_boxes(setting: Setting, plot: PlotFrame) -> dict[tuple[int, int], Box]:
    """Return the columns by series and point; stacked ones stand on those before them."""
    width = column_width(setting, plot)
    shown = columns(setting)
    boxes = {}
    for point in range(len(setting.chart.categories)):
        reached = {True: 0.0, False: 0.0}
        for order, series in enumerate(shown):
            value = setting.chart.series[series].points[point].value
            if value is None:
                continue
            start = reached[value >= 0] if setting.chart.stacked else 0.0
            end = start + float(value)
            reached[value >= 0] = end
            shift = 0.0 if setting.chart.stacked else (order - (len(shown) - 1) / 2) * width * (1 + BETWEEN)
            x = centre(point, setting, plot) + shift
            scale = scale_of(setting, series)
            low, high = sorted((height_of(start, scale, plot), height_of(end, scale, plot)))
            boxes[series, point] = Box(x - width / 2, low, x + width / 2, high)
    return boxes


def spots(setting: Setting, series: int, plot: PlotFrame) -> list[tuple[float, float] | None]:
    """Return the places of a line's points, None where one is missing."""
    scale = scale_of(setting, series)
    return [
        None if point.value is None else (centre(index, setting, plot), height_of(float(point.value), scale, plot))
        for index, point in enumerate(setting.chart.series[series].points)
    ]


def segments(setting: Setting, plot: PlotFrame) -> list[tuple[float, float, float, float]]:
    """Return the strokes of all lines, and each of their points."""
    strokes = []
    for series in lines(setting):
        places = spots(setting, series, plot)
        strokes += [(*a, *b) for a, b in pairwise(places) if a and b]
        strokes += [(*place, *place) for place in places if place]
    return strokes


def line_options(setting: Setting, series: int, plot: PlotFrame, columns: Sequence[Box] = ()) -> tuple[Options, ...]:
    """Return where the labels of a line's points may stand, by how well it reads there.

    Best is above, or below where the line comes down to the point. None stands across a line or the darker one at zero:
    its sign would be lost there. None stands beyond a value axis, where it would run into the axis's own numbers.
    """
    places = spots(setting, series, plot)
    strokes = (*segments(setting, plot), foot(setting, series, plot))
    options: list[Options] = []
    for index, (place, point) in enumerate(zip(places, setting.chart.series[series].points, strict=True)):
        if place is None:
            options.append(())
            continue
        beside = [other for other in (places[index - 1] if index else None, *places[index + 1 : index + 2]) if other]
        valley = len(beside) == 2 and all(other[1] > place[1] for other in beside)
        possible = []
        for side in SIDES:
            x, y = place[0] + side.along * setting.size, place[1] + side.up * setting.size
            label = Label(point.label, x, y, side.anchor, setting.label_colour(series, index))
            label = _between_axes(label, setting, plot)
            box = setting.box(label)
            if crossings(_with_air(box, setting), strokes):
                continue
            against = (side.in_valley if valley else side.penalty) + any(box.meets(column) for column in columns)
            possible.append(Option(against, (label,)))
        options.append(tuple(possible))
    return tuple(options)


def foot(setting: Setting, series: int, plot: PlotFrame) -> tuple[float, float, float, float]:
    """Return the darker line across the plot: at zero, or at its foot where the scale leaves zero out."""
    scale = setting.form.first or scale_of(setting, series)
    y = height_of(0.0, scale, plot) if scale.low <= 0 <= scale.high else plot.bottom
    return plot.left, y, plot.right, y


def _between_axes(label: Label, setting: Setting, plot: PlotFrame) -> Label:
    """Return the label pushed in from the value axes."""
    box = setting.box(label)
    right = plot.right if setting.form.second else setting.form.width
    shift = max(0.0, plot.left - box.left) + min(0.0, right - box.right)
    return replace(label, x=label.x + shift)


def _with_air(box: Box, setting: Setting) -> Box:
    """Return the room of a label with what a line must leave free; below, what digits leave of their box is enough."""
    air, half = AIR * setting.size, setting.look.line_width / 2
    return Box(box.left - air - half, box.bottom, box.right + air + half, box.top + half)


def draw_columns(sheet: Sheet, setting: Setting, plot: PlotFrame) -> None:
    """Draw the columns."""
    for (series, point), box in column_boxes(setting, plot).items():
        sheet.box(box, setting.colour(series, point))


def draw_lines(sheet: Sheet, setting: Setting, plot: PlotFrame) -> None:
    """Draw the lines, broken where a point is missing, with a dot at each point; highlighted dots are larger."""
    for series in lines(setting):
        places = spots(setting, series, plot)
        sheet.stroke(places, setting.form.colours[series], setting.look.line_width, level=3)
        sheet.dots(places, setting.form.colours[series], 2 * MARKER, level=3)
        forward = [places[point] for point in setting.chart.highlight]
        sheet.dots(forward, setting.form.highlights[series], 3 * MARKER, level=4)
