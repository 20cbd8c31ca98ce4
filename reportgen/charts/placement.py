"""Where things stand in a chart: its plot, the labels round it, the labels in it. Pure geometry in pt.

The origin is the chart's lower left corner. What a kind of chart has to place is in that kind's module; here is what
they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from reportgen.charts.lettering import WidthOf
from reportgen.model.chart import Chart, ChartKind, Plot
from reportgen.model.geometry import ChartForm, LegendPlace, PlotFrame
from reportgen.theme.look import ChartLook
from reportgen.values import dataclass

ASCENT, DESCENT = 0.80, 0.14
"""What a label takes above and below its baseline, in em: digits and Chinese characters."""

LEADING = 1.3
"""The distance of a label's lines, in em."""

GAP = 0.5
"""What stays free between an axis and its labels, in em."""

SWATCH, SWATCH_GAP, ENTRY_GAP = 0.8, 0.4, 2.0
"""A legend's swatch, the space after it, and the space between entries, in em."""

STROKE = 1.8
"""A legend's sample of a line, in em."""

WIDE_STROKE, WIDE_ROW, ROW_SPARE = 3.0, 0.9, 0.7
"""A sample in a native chart that has lines, in em; the share of a chart's width that its legend may take; and how much
higher its further rows are than ours, in em."""


class Anchor(StrEnum):
    """Which part of a label stands at its place; matplotlib's words."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Box(NamedTuple):
    """A box: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether the boxes overlap; boxes that only touch do not."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.top <= other.bottom or other.top <= self.bottom)

    def within(self, width: float, height: float) -> bool:
        """Whether the box lies in a chart of this size."""
        return self.left >= 0 and self.bottom >= 0 and self.right <= width and self.top <= height


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text on its baseline (x, y)."""

    text: str
    x: float
    y: float
    anchor: Anchor = Anchor.CENTER
    colour: str = "000000"

    def box(self, size: float, width_of: WidthOf) -> Box:
        """Return the room the label takes in letters of `size` pt."""
        width = width_of(self.text) * size
        share = {Anchor.LEFT: 0.0, Anchor.CENTER: 0.5, Anchor.RIGHT: 1.0}[self.anchor]
        left = self.x - share * width
        return Box(left, self.y - DESCENT * size, left + width, self.y + ASCENT * size)


@dataclass(frozen=True, slots=True)
class Swatch:
    """A legend's sample of a series: its left edge, the middle of its height, its width, and how it is drawn."""

    x: float
    y: float
    width: float
    plot: Plot
    colour: str


@dataclass(frozen=True, slots=True)
class Leader:
    """A thin line from a slice to its label, corner by corner."""

    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Everything placed: the plot, the labels of axes and legend, and each point's label where it fits.

    A point's label has several lines where its name stands beside the value (pie).
    """

    frame: PlotFrame
    furniture: tuple[Label, ...]
    values: tuple[tuple[tuple[Label, ...], ...], ...]
    swatches: tuple[Swatch, ...] = ()
    leaders: tuple[Leader, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What placing needs: the chart, its form, the look, and the width of texts."""

    chart: Chart
    form: ChartForm
    look: ChartLook
    width_of: WidthOf

    @property
    def size(self) -> float:
        """The size of labels in pt."""
        return self.look.label_size

    def width(self, text: str) -> float:
        """Return the width of `text` in pt."""
        return self.width_of(text) * self.size

    def box(self, label: Label) -> Box:
        """Return the room that `label` takes."""
        return label.box(self.size, self.width_of)

    def colour(self, series: int, point: int) -> str:
        """Return the colour of a point as drawn."""
        if self.chart.kind is ChartKind.PIE:
            return self.form.colours[point]
        return self.form.highlights[series] if point in self.chart.highlight else self.form.colours[series]

    def label_colour(self, series: int, point: int) -> str:
        """Return the colour of a point's label: the point's own where it is highlighted, else the text's."""
        highlighted = point in self.chart.highlight and self.form.highlights[series] == self.look.highlight
        return self.look.highlight if highlighted else self.look.axis_colour


def legend(setting: Setting) -> tuple[tuple[Label, ...], tuple[Swatch, ...], float]:
    """Return a legend's labels and swatches, in rows below the plot, and the height they take."""
    if setting.form.legend is LegendPlace.NONE:
        return (), (), 0.0
    size = setting.size
    samples = [(STROKE if series.plot is Plot.LINE else SWATCH) * size for series in setting.chart.series]
    names = [setting.width(series.name) for series in setting.chart.series]
    entries = [sample + SWATCH_GAP * size + name for sample, name in zip(samples, names, strict=True)]
    rows: list[list[int]] = [[]]
    # Word draws wider samples and breaks the row of its own legend by them; the plot must leave room for as many rows.
    widest = (WIDE_STROKE if STROKE * size in samples else SWATCH) * size
    full = WIDE_ROW * setting.form.width
    room = full
    for index, (entry, sample) in enumerate(zip(entries, samples, strict=True)):
        needed = entry + max(0.0, widest - sample)
        if rows[-1] and needed > room:
            rows.append([])
            room = full
        rows[-1].append(index)
        room -= needed + ENTRY_GAP * size
    labels, swatches = [], []
    for number, row in enumerate(reversed(rows)):
        baseline = DESCENT * size + number * LEADING * size
        x = (setting.form.width - sum(entries[i] for i in row) - ENTRY_GAP * size * (len(row) - 1)) / 2
        for index in row:
            series = setting.chart.series[index]
            middle = baseline + (ASCENT - DESCENT) / 2 * size
            swatches.append(Swatch(x, middle, samples[index], series.plot, setting.form.colours[index]))
            start = x + samples[index] + SWATCH_GAP * size
            labels.append(Label(series.name, start, baseline, Anchor.LEFT, setting.look.axis_colour))
            x += entries[index] + ENTRY_GAP * size
    return tuple(labels), tuple(swatches), (len(rows) * LEADING + GAP + (len(rows) - 1) * ROW_SPARE) * size


def centred(lines: Sequence[str], x: float, top: float, setting: Setting) -> Iterable[Label]:
    """Yield lines centred on `x`, or as near to it as the chart's edges let them, the first one's top at `top`."""
    for index, line in enumerate(lines):
        y = top - (ASCENT + index * LEADING) * setting.size
        yield Label(line, inside(x, line, setting), y, colour=setting.look.axis_colour)


def inside(x: float, text: str, setting: Setting) -> float:
    """Return where to centre `text` so that it stays in the chart, as near to `x` as can be."""
    half = setting.width(text) / 2
    return min(max(x, half), max(half, setting.form.width - half))


def middle(y: float, size: float) -> float:
    """Return the baseline of a line whose digits have their middle at `y`."""
    return y - 0.36 * size


def ladder(low: float, high: float, step: float) -> tuple[float, ...]:
    """Return the values of a scale's ticks."""
    return tuple(low + step * index for index in range(round((high - low) / step) + 1))
