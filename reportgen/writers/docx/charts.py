"""Native charts: the chart part (ECMA-376 part 1 §21.2) and the workbook it is fed from.

The form (axis ends, colours, which labels show) is layout's, so that Word and PDF draw the same chart; Word wraps long
categories by itself. Every switch is written: what is left out counts as on, and Word would smooth lines, round the
frame and draw a missing value as nought.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.model.chart import Chart, Plot, Side
from reportgen.model.geometry import ChartForm, LegendPlace
from reportgen.theme.look import Theme
from reportgen.writers.docx.chart_axes import FIRST, SECOND, AxisPair, axes
from reportgen.writers.docx.chart_layout import plot_layout, unit_title
from reportgen.writers.docx.chart_series import labels_of, series_markup
from reportgen.writers.docx.chart_text import label_text, no_line, shape
from reportgen.writers.docx.markup import NOTHING, Xml, a, c, element, join, part
from reportgen.writers.docx.number_format import GENERAL, is_fixed

WORKBOOK_RELATIONSHIP = "rId1"

_GAP_WIDTH = 80
_WIDEST_GAP = 500  # ECMA-376 part 1 §21.2.3.14, ST_GapAmount
_OVERLAP = -6  # what stays free between columns of a category, in percent of one
_GROUP = 0.67  # the share of a category's room that its columns take
_WIDEST_COLUMN_EM, _THICKEST_BAR_EM = 5.0, 2.2
_LEGEND_PLACES = {LegendPlace.BELOW: "b", LegendPlace.RIGHT: "r"}


def cell_formats(chart: Chart) -> list[list[str]]:
    """Return the number formats of the embedded workbook's cells, by series and category."""
    places = range(len(chart.categories))
    labels = [labels_of(series) for series in chart.series]
    return [[_cell_format(label.of(place)) for place in places] for label in labels]


def _cell_format(code: str) -> str:
    """Return the format of a cell whose point is labelled under `code`; a cell shows its number, whatever the label."""
    return GENERAL if is_fixed(code) else code


def chart_part(chart: Chart, form: ChartForm, theme: Theme) -> bytes:
    """Return the chart part."""
    area = c("plotArea", plot_layout(form), *_plots(chart, form, theme), *_axes(chart, form, theme), _no_frame())
    drawn = c(
        "chart",
        c("autoTitleDeleted", val=True),
        area,
        _legend(form, theme),
        c("plotVisOnly", val=True),
        c("dispBlanksAs", val="gap"),
    )
    data = element("c:externalData", {"r:id": WORKBOOK_RELATIONSHIP}, c("autoUpdate", val=False))
    head = join(c("date1904", val=False), c("lang", val="zh-CN"), c("roundedCorners", val=False))
    return part("c:chartSpace", "c a r", head, drawn, _no_frame(), label_text(theme), data)


def _no_frame() -> Xml:
    return shape(a("noFill"), no_line())


def _legend(form: ChartForm, theme: Theme) -> Xml:
    if form.legend is LegendPlace.NONE:
        return NOTHING
    place = c("legendPos", val=_LEGEND_PLACES[form.legend])
    return c("legend", place, c("overlay", val=False), label_text(theme))


def _groups(chart: Chart) -> Mapping[tuple[Side, Plot], Sequence[int]]:
    """Return the series by axis and plot: each group is drawn as one plot."""
    groups: dict[tuple[Side, Plot], list[int]] = {}
    for index, series in enumerate(chart.series):
        groups.setdefault((series.side, series.plot), []).append(index)
    return groups


def _plots(chart: Chart, form: ChartForm, theme: Theme) -> list[Xml]:
    plots = []
    for (side, plot), indices in _groups(chart).items():
        series = join(*(series_markup(chart, form, theme, index) for index in indices))
        gap = _gap_width(chart, form, theme, len(indices), lying=plot is Plot.BAR)
        pair = FIRST if side is Side.FIRST else SECOND
        plots.append(_plot(chart, plot, series, gap, form.turn, pair))
    return plots


def _gap_width(chart: Chart, form: ChartForm, theme: Theme, count: int, *, lying: bool) -> int:
    """Return the gap between the columns of neighbouring categories, as a percentage of a column's width."""
    if form.plot is None or not chart.categories:
        return _GAP_WIDTH
    slot = (form.plot.height if lying else form.plot.width) / len(chart.categories)
    beside = 1 if chart.stacked else count
    widest = (_THICKEST_BAR_EM if lying else _WIDEST_COLUMN_EM) * theme.chart.label_size
    width = min(_GROUP * slot / beside, widest)
    return min(_WIDEST_GAP, max(0, round((slot - beside * width) / width * 100)))


def _plot(chart: Chart, plot: Plot, series: Xml, gap: int, turn: float, pair: AxisPair) -> Xml:
    one_colour = c("varyColors", val=False)
    axis_ids = join(c("axId", val=pair.category), c("axId", val=pair.value))
    match plot:
        case Plot.COLUMN | Plot.BAR:
            direction = c("barDir", val="bar" if plot is Plot.BAR else "col")
            grouping = c("grouping", val="stacked" if chart.stacked else "clustered")
            spacing = join(c("gapWidth", val=gap), c("overlap", val=100 if chart.stacked else _OVERLAP))
            return c("barChart", direction, grouping, one_colour, series, spacing, axis_ids)
        case Plot.LINE:
            grouping = c("grouping", val="standard")
            return c("lineChart", grouping, one_colour, series, c("marker", val=True), axis_ids)
        case Plot.PIE:
            return c("pieChart", c("varyColors", val=True), series, c("firstSliceAng", val=round(turn) % 360))


def _axes(chart: Chart, form: ChartForm, theme: Theme) -> list[Xml]:
    """Return the axes that the plots name: none for a pie, two pairs where a series has the second value axis."""
    groups = _groups(chart)
    if any(plot is Plot.PIE for _, plot in groups):
        return []
    bars = any(plot is Plot.BAR for _, plot in groups)
    drawn: list[Xml] = []
    if any(side is Side.FIRST for side, _ in groups):
        unit = unit_title(chart.first.unit, form, theme, second=False, bars=bars)
        drawn += axes(theme, FIRST, form, form.first, unit, bars=bars)
    if any(side is Side.SECOND for side, _ in groups):
        unit = unit_title(chart.second.unit if chart.second else "", form, theme, second=True, bars=bars)
        drawn += axes(theme, SECOND, form, form.second or form.first, unit, bars=bars, second=bool(drawn))
    return drawn
