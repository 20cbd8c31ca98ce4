"""What a kind of chart has to say for itself; each has a module of its own that says it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from reportgen.charts.placement import Placement, Setting
from reportgen.model.chart import Chart
from reportgen.model.geometry import Scale
from reportgen.values import dataclass

if TYPE_CHECKING:
    from reportgen.charts.sheet import Sheet

Scales: TypeAlias = tuple[Scale | None, Scale | None]
Wrapped: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of chart: its scales, its categories' labels, where all its labels stand, and how its marks are drawn.

    `turn` says by how much a pie is turned. `height` says how high a chart
    must be at least for its categories to fit; the theme's height is enough for most.
    """

    scales: Callable[[Chart], Scales]
    categories: Callable[[Setting], Wrapped]
    place: Callable[[Setting], Placement]
    draw: Callable[[Sheet, Setting, Placement], None]
    height: Callable[[Setting], float] = lambda _: 0.0
    turn: Callable[[Chart], float] = lambda _: 0.0
