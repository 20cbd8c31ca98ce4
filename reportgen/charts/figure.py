"""A chart as a matplotlib figure.

`Figure` is used by itself, never pyplot: no window, no global state. The figure counts in points (72 dots an inch), its
one pair of axes covers it whole, and everything stands where `placement` says. Whatever a `matplotlibrc` in the
working folder says does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportgen.charts.kinds import KINDS
from reportgen.charts.lettering import WidthOf
from reportgen.charts.placement import Frame, Label, Placement, Setting, Swatch, ladder
from reportgen.model.chart import Chart, ChartKind, Plot
from reportgen.model.geometry import ChartForm
from reportgen.theme.look import ChartLook
from reportgen.units import PT_PER_INCH

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GRID, AXIS, LEADER = 0.4, 0.6, 0.5
"""Line widths in pt."""


@contextmanager
def plain_style() -> Iterator[None]:
    """Let matplotlib's own defaults hold, with no mathematics in labels: a `$` stays a dollar sign."""
    import matplotlib as mpl  # noqa: PLC0415 - matplotlib is loaded late

    style = {key: value for key, value in mpl.rcParamsDefault.items() if not key.startswith(("backend", "interactive"))}
    with mpl.rc_context({**style, "text.parse_math": False, "text.usetex": False, "path.simplify": False}):
        yield


def figure(chart: Chart, form: ChartForm, look: ChartLook, width_of: WidthOf) -> Figure:
    """Return `chart` drawn in `form`; `width_of` is the same that the form was made with."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - matplotlib is loaded late

    kind = KINDS[chart.kind]
    setting = Setting(chart, form, look, width_of)
    placement = kind.place(setting)
    with plain_style():
        drawn = Figure(figsize=(form.width / PT_PER_INCH, form.height / PT_PER_INCH), dpi=PT_PER_INCH, frameon=False)
        axes = drawn.add_axes((0, 0, 1, 1), xlim=(0, form.width), ylim=(0, form.height), autoscale_on=False)
        axes.set_axis_off()
        _grid(axes, setting, placement.frame)
        kind.draw(axes, setting, placement)
        for swatch in placement.swatches:
            _swatch(axes, swatch, look)
        for leader in placement.leaders:
            xs, ys = zip(*leader.points, strict=True)
            axes.plot(xs, ys, color=f"#{look.axis_colour}", linewidth=LEADER, zorder=1)
        for label in _labels(placement):
            axes.text(
                label.x,
                label.y,
                label.text,
                color=f"#{label.colour}",
                size=look.label_size,
                ha=label.anchor.value,
                va="baseline",
                parse_math=False,
            )
    return drawn


def _labels(placement: Placement) -> Iterator[Label]:
    yield from placement.furniture
    for row in placement.values:
        for lines in row:
            yield from lines


def _grid(axes: Axes, setting: Setting, plot: Frame) -> None:
    """Draw a light line at each tick, and a darker one at zero, or at the foot where the scale leaves zero out."""
    scale = setting.form.first
    if scale is None:
        return
    lying = setting.chart.kind is ChartKind.BAR
    extent = plot.width if lying else plot.height
    foot = 0.0 if scale.low <= 0 <= scale.high else scale.low
    start = plot.left if lying else plot.bottom
    for value in (*ladder(scale.low, scale.high, scale.step), foot):
        at = start + extent * (value - scale.low) / (scale.high - scale.low)
        is_foot = value == foot
        colour = f"#{setting.look.axis_colour if is_foot else setting.look.grid_colour}"
        ends = ([at, at], [plot.bottom, plot.top]) if lying else ([plot.left, plot.right], [at, at])
        axes.plot(*ends, color=colour, linewidth=AXIS if is_foot else GRID, zorder=2.5 if is_foot else 1)


def _swatch(axes: Axes, swatch: Swatch, look: ChartLook) -> None:
    size, colour = look.label_size, f"#{swatch.colour}"
    if swatch.plot is Plot.LINE:
        xs = [swatch.x, swatch.x + size]
        axes.plot(xs, [swatch.y] * 2, color=colour, linewidth=look.line_width)
        axes.plot(swatch.x + size / 2, swatch.y, color=colour, marker="o", markersize=3.5, markeredgewidth=0)
    else:
        axes.bar(swatch.x + size * 0.15, size * 0.7, size * 0.7, swatch.y - size * 0.35, align="edge", color=colour)
