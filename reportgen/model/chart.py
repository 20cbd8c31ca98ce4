"""Charts, resolved: categories, series of points, axes. How they are drawn is the theme's and layout's business."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from reportgen.origins import RecordId
from reportgen.values import dataclass


class ChartKind(StrEnum):
    """The kinds of chart a spec may ask for."""

    LINE = "line"
    COLUMN = "column"
    BAR = "bar"
    PIE = "pie"
    COLUMN_LINE = "column+line"


class Plot(StrEnum):
    """How one series is drawn."""

    LINE = "line"
    COLUMN = "column"
    BAR = "bar"
    PIE = "pie"


class Side(StrEnum):
    """Which value axis a series belongs to; a chart without axes (pie) has only the first."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a series.

    `value` is what is plotted, already in the axis's unit and exact; `label` is the value as printed, in the digits of
    its data, filled for every value whether or not the chart shows it (`Chart.show_labels`). It leaves out a unit that
    its axis says, but for signs such as %. A missing point has no
    value and no label, and says why in `missing` (the note that goes with the figure says it to readers).
    """

    value: Decimal | None
    label: str = ""
    record: RecordId | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of points, one for each category."""

    name: str
    points: tuple[Point, ...]
    plot: Plot
    side: Side = Side.FIRST


@dataclass(frozen=True, slots=True)
class Axis:
    """A value axis: its unit as printed (%, 万件), and how many decimals its labels have at least."""

    unit: str
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as data.

    `highlight` names categories to bring forward (by index), `forward` series. `stacked` holds for the columns and
    bars. `show_labels` prints each point's label at the point.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    first: Axis
    second: Axis | None = None
    stacked: bool = False
    highlight: tuple[int, ...] = ()
    show_labels: bool = True
    forward: tuple[int, ...] = ()
