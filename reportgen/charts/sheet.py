"""What charts are drawn on: a matplotlib `Figure` that counts in points from its lower left corner.

`Figure` is used by itself, never pyplot: no window, no global state. There are no axes in it either: everything stands
where `placement` says, and a figure of bare artists draws four times as fast. Whatever a `matplotlibrc` in the working
folder says does not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from reportgen.charts.artists import Affine2D, Figure, Line2D, Rectangle, Text, Wedge, mpl
from reportgen.charts.placement import Box, Label
from reportgen.units import PT_PER_INCH

_KEPT = ("backend", "backend_fallback", "interactive")  # matters of windows, which a bare figure has no part in
_STYLE = {key: value for key, value in mpl.rcParamsDefault.items() if key not in _KEPT}
_STYLE |= {"text.parse_math": False, "text.usetex": False, "path.simplify": False}


@contextmanager
def plain_style() -> Iterator[None]:
    """Let matplotlib's own defaults hold, with no mathematics in labels: a `$` stays a dollar sign."""
    with mpl.rc_context(_STYLE):
        yield


class Sheet:
    """A figure to draw a chart on. Lengths in pt, colours as `RRGGBB`; what has a greater `level` lies above."""

    def __init__(self, width: float, height: float) -> None:
        size = (width / PT_PER_INCH, height / PT_PER_INCH)
        self.figure = Figure(figsize=size, dpi=PT_PER_INCH, frameon=False)
        self._points = Affine2D().scale(1 / PT_PER_INCH) + self.figure.dpi_scale_trans

    def box(self, box: Box, colour: str, level: float = 2) -> None:
        """Fill a box."""
        size = (box.right - box.left, box.top - box.bottom)
        rectangle = Rectangle((box.left, box.bottom), *size, facecolor=f"#{colour}", linewidth=0, zorder=level)
        rectangle.set_transform(self._points)
        self.figure.add_artist(rectangle)

    def stroke(self, points: Sequence[tuple[float, float] | None], colour: str, width: float, level: float = 1) -> None:
        """Draw a line from point to point, with a gap where one is None."""
        if points:
            xs, ys = _coordinates(points)
            line = Line2D(xs, ys, color=f"#{colour}", linewidth=width, solid_joinstyle="round", zorder=level)
            line.set_transform(self._points)
            self.figure.add_artist(line)

    def dots(
        self, points: Sequence[tuple[float, float] | None], colour: str, diameter: float, level: float = 3
    ) -> None:
        """Draw a dot with a thin white rim at each point that is there."""
        if points:
            xs, ys = _coordinates(points)
            dots = Line2D(xs, ys, linestyle="", marker="o", markersize=diameter, color=f"#{colour}", zorder=level)
            dots.set(markeredgecolor="white", markeredgewidth=0.6, transform=self._points)
            self.figure.add_artist(dots)

    def wedge(self, centre: tuple[float, float], radius: float, start: float, end: float, colour: str) -> None:
        """Fill a slice between two angles, in degrees clockwise from the top; a full turn has no edges."""
        wedge = Wedge(centre, radius, 90 - end, 90 - start, facecolor=f"#{colour}", zorder=2)
        wedge.set(edgecolor="white", linewidth=0.8 if end - start < 360 else 0, transform=self._points)
        self.figure.add_artist(wedge)

    def label(self, label: Label, size: float) -> None:
        """Set a label in letters of `size`."""
        text = Text(label.x, label.y, label.text, color=f"#{label.colour}", size=size, parse_math=False, zorder=5)
        text.set(ha=label.anchor.value, va="baseline", transform=self._points)
        self.figure.add_artist(text)


def _coordinates(points: Sequence[tuple[float, float] | None]) -> tuple[list[float], list[float]]:
    nothing = (float("nan"), float("nan"))
    there = [point or nothing for point in points]
    return [x for x, _ in there], [y for _, y in there]
