"""Which point labels a chart has room for, and which of their possible places each takes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from reportgen.charts.placement import Box, Label, Setting
from reportgen.model.chart import Plot

APART, ABOVE_ANOTHER, FROM_AXIS = 0.15, 0.2, 0.35
"""What stays free beside a point's label, between two of lines one above the other, and beside other texts, in em."""


class Option(NamedTuple):
    """A place that a point's label may take, the lowest penalty first; none takes a `blocked` one.

    What cannot stand anywhere else is blocked where it would lie on a line: columns show all of their labels or none.
    """

    penalty: float
    lines: tuple[Label, ...]
    blocked: bool = False


Options: TypeAlias = tuple[Option, ...]
Grid: TypeAlias = tuple[tuple[Options, ...], ...]
"""The options of each point, by series."""

Segment: TypeAlias = tuple[float, float, float, float]
"""A straight line: x0, y0, x1, y1."""

Values: TypeAlias = tuple[tuple[tuple[Label, ...], ...], ...]
Place: TypeAlias = tuple[int, int]
"""A series and a point of it."""


class _Choice(NamedTuple):
    """An option with the boxes of its lines, and the same with what stays free round them."""

    lines: tuple[Label, ...]
    boxes: tuple[Box, ...]
    wide: tuple[Box, ...]

    def meets(self, other: _Choice) -> bool:
        """Whether the labels would lie on one another, or nearly."""
        return any(one.meets(two) for one in self.wide for two in other.boxes)


Choices: TypeAlias = dict[Place, tuple[_Choice, ...]]


def fitted(setting: Setting, options: Grid, obstacles: Sequence[Box]) -> Values:
    """Return the labels of the points that the form wants labelled, where they meet neither each other nor `obstacles`.

    Columns and bars are labelled all or none, highlighted ones apart: some labels among them would read as missing
    numbers. Of a line whose labels do not all fit only those remain that carry it: highlighted, last, first, greatest
    and least, as far as they fit. Asking again for just what was placed places the same.
    """
    wanted = [
        (series, point)
        for series, flags in enumerate(setting.form.labelled)
        for point, flag in enumerate(flags)
        if flag and (options[series][point] or setting.chart.series[series].plot is Plot.LINE)
    ]
    claims = {place: _claim(setting, place) for place in wanted}
    wanted.sort(key=lambda place: claims[place])
    choices = {place: _choices(setting, place, options[place[0]][place[1]], obstacles) for place in wanted}
    placed = _placed(choices, wanted)
    while left := [place for place in wanted if place not in placed]:
        short = _together(setting, max(series for series, _ in left))
        fewer = [place for place in wanted if place[0] not in short or _stays(setting, place, claims[place])]
        if len(fewer) == len(wanted):
            fewer = [place for place in wanted if place[0] not in short or place in placed]
        wanted = fewer
        placed = _placed(choices, wanted)
    return tuple(
        tuple(placed[series, point].lines if (series, point) in placed else () for point in range(len(row)))
        for series, row in enumerate(options)
    )


def _claim(setting: Setting, place: Place) -> int:
    """Return how early a point's label may choose: highlighted ones first, then those that cannot move."""
    series, point = place
    if point in setting.chart.highlight:
        return 0
    if setting.chart.series[series].plot is not Plot.LINE:
        return 1
    carrying = _carrying(setting, series)
    return 2 + (carrying.index(point) if point in carrying else len(carrying))


def _carrying(setting: Setting, series: int) -> tuple[int, ...]:
    """Return the points that say most of a series, the most telling first: last, first, greatest, least."""
    there = [
        (index, point.value)
        for index, point in enumerate(setting.chart.series[series].points)
        if point.value is not None
    ]

    def value(pair: tuple[int, Decimal]) -> Decimal:
        return pair[1]

    return there[-1][0], there[0][0], max(there, key=value)[0], min(there, key=value)[0]


def _together(setting: Setting, series: int) -> frozenset[int]:
    """Return the series that keep or lose labels with this one: columns and bars, whichever it is of them."""
    barred = frozenset(i for i, one in enumerate(setting.chart.series) if one.plot in (Plot.COLUMN, Plot.BAR))
    return barred if series in barred else frozenset({series})


def _stays(setting: Setting, place: Place, claim: int) -> bool:
    """Whether a label stays wanted where those of its series do not all fit."""
    match setting.chart.series[place[0]].plot:
        case Plot.LINE:
            return claim < 2 + len(_carrying(setting, place[0]))
        case Plot.COLUMN | Plot.BAR:
            return claim == 0
        case Plot.PIE:
            return True


def _choices(setting: Setting, place: Place, options: Options, obstacles: Sequence[Box]) -> tuple[_Choice, ...]:
    """Return the options that lie in the chart and meet no obstacle, the best first."""
    beside, from_axis = APART * setting.size, FROM_AXIS * setting.size
    above = ABOVE_ANOTHER * setting.size if setting.chart.series[place[0]].plot is Plot.LINE else 0.0
    choices = []
    for option in sorted(options, key=lambda option: option.penalty):
        boxes = tuple(setting.box(line) for line in option.lines)
        outside = not all(box.within(setting.form.width, setting.form.height) for box in boxes)
        near = any(_grown(box, from_axis, 0.0).meets(other) for box in boxes for other in obstacles)
        if not (option.blocked or outside or near):
            choices.append(_Choice(option.lines, boxes, tuple(_grown(box, beside, above) for box in boxes)))
    return tuple(choices)


def _grown(box: Box, beside: float, above: float) -> Box:
    return Box(box.left - beside, box.bottom - above, box.right + beside, box.top + above)


def _placed(choices: Choices, wanted: Sequence[Place]) -> dict[Place, _Choice]:
    """Return what each label takes of its choices: the first that is free, or one from which another makes room."""
    placed: dict[Place, _Choice] = {}
    for place in wanted:
        free = next((c for c in choices[place] if not any(c.meets(other) for other in placed.values())), None)
        if free is not None:
            placed[place] = free
        else:
            _make_room(place, choices, placed)
    return placed


def _make_room(place: Place, choices: Choices, placed: dict[Place, _Choice]) -> None:
    """Place a label where a single other one stands in the way and has somewhere else to go."""
    for choice in choices[place]:
        in_the_way = [other for other, taken in placed.items() if choice.meets(taken)]
        if len(in_the_way) > 1:
            continue
        (other,) = in_the_way
        rest = [choice, *(taken for one, taken in placed.items() if one != other)]
        elsewhere = next((c for c in choices[other] if not any(c.meets(taken) for taken in rest)), None)
        if elsewhere is not None:
            placed[other], placed[place] = elsewhere, choice
            return


def clear_of(segments: Sequence[Segment], options: Options, setting: Setting) -> Options:
    """Return the options, blocked where a line segment runs through them."""
    return tuple(
        option._replace(blocked=option.blocked or any(crossings(setting.box(line), segments) for line in option.lines))
        for option in options
    )


def crossings(box: Box, segments: Sequence[Segment]) -> int:
    """Return how many of the line segments (x0, y0, x1, y1) run through `box`."""
    return sum(_crosses(box, *segment) for segment in segments)


def _crosses(box: Box, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Clip the segment to the box (Liang and Barsky): something is left where they meet."""
    start, end = 0.0, 1.0
    for delta, near, far in ((x1 - x0, box.left - x0, box.right - x0), (y1 - y0, box.bottom - y0, box.top - y0)):
        if delta == 0:
            if near > 0 or far < 0:
                return False
            continue
        first, last = sorted((near / delta, far / delta))
        start, end = max(start, first), min(end, last)
        if start > end:
            return False
    return True
