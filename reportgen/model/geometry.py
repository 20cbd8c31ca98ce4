"""What layout decided and the Word writer takes over: page labels, column widths, figure sizes, the form of charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from reportgen.model.picture import Picture
from reportgen.origins import BlockId
from reportgen.values import dataclass


class LegendPlace(StrEnum):
    """Where a chart's legend stands."""

    NONE = "none"
    BELOW = "below"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Scale:
    """A value axis as drawn: its ends, its step, and the labels of its ticks from the low end up.

    An empty label is not printed: of two axes, each has labels at its own part of the height.
    """

    low: float
    high: float
    step: float
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlotFrame:
    """Where a chart's plot (the field between its axes, the square round a pie) stands, in pt from the lower left."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The plot's right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """The plot's upper edge."""
        return self.bottom + self.height


class LabelSide(StrEnum):
    """On which side of its point a label stands."""

    ABOVE = "above"
    BELOW = "below"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """Where the label of a line's point stands.

    Above or below, its middle may lie `shift` pt right of the point's, and it may stand `lift` pt higher than usual;
    beside, it may stand `shift` pt further right than usual.
    """

    side: LabelSide = LabelSide.ABOVE
    shift: float = 0.0
    lift: float = 0.0


@dataclass(frozen=True, slots=True)
class ChartForm:
    """The form of a chart, decided once for both outputs.

    Sizes in pt. `categories` are the category labels as wrapped (lines of each). `colours` are the series' (for a pie:
    the points') fills as `RRGGBB`; `highlights` the fill of highlighted points, by series. `labelled` says, by series
    and point, whether the point's label is shown, and `label_places` where those of lines stand. Without a `plot` a
    writer chooses where the plot stands. `turn` is the angle at which a pie's first slice begins, in degrees clockwise
    from the top, from 0 to 360.
    """

    width: float
    height: float
    categories: tuple[tuple[str, ...], ...]
    colours: tuple[str, ...]
    highlights: tuple[str, ...]
    labelled: tuple[tuple[bool, ...], ...]
    legend: LegendPlace = LegendPlace.NONE
    first: Scale | None = None
    second: Scale | None = None
    plot: PlotFrame | None = None
    turn: float = 0.0
    label_places: tuple[tuple[LabelPlace | None, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture of the page furniture: its upper left corner from the sheet's, and its size, in pt.

    `alt` says in words what it shows, where a file can say it: in a PDF furniture is an artifact.
    """

    picture: Picture
    alt: str
    x: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Logos:
    """Where the logo stands: on the first page, be it a cover, and on the others, upright and turned."""

    first: PlacedPicture | None = None
    page: PlacedPicture | None = None
    turned: PlacedPicture | None = None


LEAST_ROWS = 2
"""How many rows of a table stand at least together before and after a break."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """By block id, what layout decided. Widths and heights in pt; page labels as printed.

    `whole` are the tables and boxes that stand on one page; the others may break between rows or lines. `smaller` says
    of tables that would not fit the measure by how many points size and leading of their cells are less than their
    styles say. `picture_sizes` are widths and heights. `turned` are the wide tables, and headings right
    above them, that stand on pages lying on their side. `cover_gap` is the space between the first and the second part
    of a cover (title and issue, client and date), None where there is no cover. `floated` are the figures that stand
    further on than where they belong, each with the block that it stands behind; they are in the order of the document.
    """

    page_count: int
    pages_of: Mapping[BlockId, str] = field(default_factory=dict)
    column_widths: Mapping[BlockId, tuple[float, ...]] = field(default_factory=dict)
    chart_forms: Mapping[BlockId, ChartForm] = field(default_factory=dict)
    whole: frozenset[BlockId] = frozenset()
    smaller: Mapping[BlockId, float] = field(default_factory=dict)
    picture_sizes: Mapping[BlockId, tuple[float, float]] = field(default_factory=dict)
    turned: frozenset[BlockId] = frozenset()
    logos: Logos = Logos()
    cover_gap: float | None = None
    floated: Mapping[BlockId, BlockId] = field(default_factory=dict)
