"""The form of a chart, decided once: the PDF's figure and Word's native chart both take it over.

Pure: widths of texts are given, nothing is drawn.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from reportgen.charts.colours import highlight_colours, series_colours
from reportgen.charts.kinds import KINDS
from reportgen.charts.lettering import WidthOf
from reportgen.charts.placement import Label, Placement, Setting
from reportgen.charts.scale import grouped
from reportgen.charts.upright import ASIDE, DOWN, UP, spots
from reportgen.model.chart import Chart, ChartKind, Plot, Side
from reportgen.model.geometry import ChartForm, LabelPlace, LabelSide, LegendPlace
from reportgen.theme.look import ChartLook

TALLEST = 2.5
"""How many times the given height a chart may take where its categories need more."""


def form(chart: Chart, look: ChartLook, width: float, height: float, width_of: WidthOf) -> ChartForm:
    """Return the form of `chart` on `width` × `height` pt; it may come out higher where its bars need the room.

    `width_of` gives the width of a text in em of the chart's typeface (`lettering.Lettering.width`).
    """
    kind = KINDS[chart.kind]
    # Labels are tried at many places, each time asking for their widths.
    width_of = cache(width_of)
    first, second = (
        scale and grouped(scale, [series for series in chart.series if series.side is side])
        for scale, side in zip(kind.scales(chart), (Side.FIRST, Side.SECOND), strict=True)
    )
    several = len(chart.series) > 1 and chart.kind is not ChartKind.PIE
    shape = ChartForm(
        width,
        height,
        (),
        series_colours(chart, look),
        highlight_colours(chart, look),
        tuple(
            tuple(chart.show_labels and bool(p.label) and p.value is not None for p in s.points) for s in chart.series
        ),
        LegendPlace.BELOW if several else LegendPlace.NONE,
        first,
        second,
        turn=kind.turn(chart),
    )
    shape = replace(shape, categories=kind.categories(Setting(chart, shape, look, width_of)))
    needed = kind.height(Setting(chart, shape, look, width_of))
    shape = replace(shape, height=max(height, min(needed, TALLEST * height)))
    setting = Setting(chart, shape, look, width_of)
    placed = kind.place(setting)
    labelled = tuple(tuple(map(bool, row)) for row in placed.values)
    return replace(shape, labelled=labelled, plot=placed.frame, label_places=_label_places(setting, placed))


def _label_places(setting: Setting, placed: Placement) -> tuple[tuple[LabelPlace | None, ...], ...]:
    """Return where the labels of the points of lines came to stand; of other series it is their kind that says so."""
    rows: list[tuple[LabelPlace | None, ...]] = []
    for index, (series, labels) in enumerate(zip(setting.chart.series, placed.values, strict=True)):
        points = spots(setting, index, placed.frame) if series.plot is Plot.LINE else []
        rows.append(
            tuple(
                _label_place(setting, label[0], *point) if point and label else None
                for point, label in zip(points, labels, strict=False)
            )
        )
    return tuple(rows)


def _label_place(setting: Setting, label: Label, x: float, y: float) -> LabelPlace:
    """Return where a label stands beside the point at (x, y)."""
    box, size = setting.box(label), setting.size
    if box.bottom < y < box.top:
        if box.left > x:
            return LabelPlace(LabelSide.RIGHT, round(box.left - x - ASIDE * size, 2) + 0.0)
        return LabelPlace(LabelSide.LEFT, round(box.right - x + ASIDE * size, 2) + 0.0)
    shift = round((box.left + box.right) / 2 - x, 2)
    if box.top <= y:
        return LabelPlace(LabelSide.BELOW, shift, round(label.y - y - DOWN * size, 2) + 0.0)
    return LabelPlace(LabelSide.ABOVE, shift, round(label.y - y - UP * size, 2) + 0.0)
