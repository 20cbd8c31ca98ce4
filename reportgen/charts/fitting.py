"""Which point labels a chart has room for, and which of their possible places each takes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from reportgen.charts.placement import Box, Label, Setting
from reportgen.model.chart import Plot

APART = 0.15
"""What stays free at either side of a point's label, in em."""


MOST = 0.8
"""The share of labels that must fit for the others to be simply left out."""


class Option(NamedTuple):
    """A place that a point's label may take, the lowest penalty first; only a highlighted point takes a `last` one."""

    penalty: float
    lines: tuple[Label, ...]
    last: bool = False


Options: TypeAlias = tuple[Option, ...]
Grid: TypeAlias = tuple[tuple[Options, ...], ...]
"""The options of each point, by series."""

Values: TypeAlias = tuple[tuple[tuple[Label, ...], ...], ...]


def fitted(setting: Setting, options: Grid, obstacles: Sequence[Box]) -> Values:
    """Return the labels of the points that the form wants labelled, where they meet neither each other nor `obstacles`.

    Columns and bars are labelled all or none, highlighted ones apart: some labels among them would read as missing
    numbers. Of a line, where many do not fit, only those that carry it remain: highlighted, first, last, greatest and
    least, as far as they fit. Asking again for just what was placed places the same.
    """
    wanted = [
        (series, point)
        for series, flags in enumerate(setting.form.labelled)
        for point, flag in enumerate(flags)
        if flag and options[series][point]
    ]
    wanted.sort(key=lambda place: place[1] not in setting.chart.highlight)
    placed = _placed(setting, options, wanted, obstacles)
    barred = {index for index, series in enumerate(setting.chart.series) if series.plot in (Plot.COLUMN, Plot.BAR)}
    if any(place[0] in barred and place not in placed for place in wanted):
        wanted = [place for place in wanted if place[0] not in barred or place[1] in setting.chart.highlight]
        placed = _placed(setting, options, wanted, obstacles)
    if len(placed) < MOST * len(wanted):
        carrying = {place for place in wanted if place[1] in _carrying(setting, place[0])}
        placed = _placed(setting, options, [place for place in wanted if place in carrying], obstacles)
    return tuple(
        tuple(placed.get((series, point), ()) for point in range(len(row))) for series, row in enumerate(options)
    )


def _placed(
    setting: Setting, options: Grid, wanted: Sequence[tuple[int, int]], obstacles: Sequence[Box]
) -> dict[tuple[int, int], tuple[Label, ...]]:
    taken = list(obstacles)
    placed = {}
    for series, point in wanted:
        forward = point in setting.chart.highlight
        for option in sorted(options[series][point], key=lambda option: option.penalty):
            if option.last and not forward:
                continue
            boxes = [setting.box(line) for line in option.lines]
            if _free(setting, boxes, taken):
                placed[series, point] = option.lines
                taken += boxes
                break
    return placed


def _free(setting: Setting, boxes: Sequence[Box], taken: Sequence[Box]) -> bool:
    margin = APART * setting.size
    for box in boxes:
        if not box.within(setting.form.width, setting.form.height):
            return False
        wide = Box(box.left - margin, box.bottom, box.right + margin, box.top)
        if any(wide.meets(other) for other in taken):
            return False
    return True


def _carrying(setting: Setting, series: int) -> set[int]:
    """Return the points that say most of a series."""
    there = [
        (index, point.value)
        for index, point in enumerate(setting.chart.series[series].points)
        if point.value is not None
    ]

    def value(pair: tuple[int, Decimal]) -> Decimal:
        return pair[1]

    return {*setting.chart.highlight, there[0][0], there[-1][0], max(there, key=value)[0], min(there, key=value)[0]}


def crossings(box: Box, segments: Sequence[tuple[float, float, float, float]]) -> int:
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
