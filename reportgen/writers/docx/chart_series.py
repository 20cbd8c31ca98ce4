"""Series of a native chart: caches that repeat the workbook's cells, fills, labels, highlighted points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model.chart import Chart, Plot, Point, Series
from reportgen.model.geometry import ChartForm
from reportgen.theme.look import Theme
from reportgen.writers.docx.chart_text import fill, label_text, line, no_line, shape
from reportgen.writers.docx.chart_workbook import category_range, digits, name_cell, value_range
from reportgen.writers.docx.markup import NOTHING, Xml, a, c, join, text
from reportgen.writers.docx.number_format import codes

_MARKER_SIZE = 5
_LEAD = 0.75


@dataclass(frozen=True, slots=True)
class Labels:
    """How the values of a series are printed: the format of most, and the others' by point."""

    usual: str
    others: dict[int, str]

    def of(self, index: int) -> str:
        """Return the format of a point."""
        return self.others.get(index, self.usual)


def labels_of(series: Series) -> Labels:
    """Return the number formats under which the points of `series` print as labelled."""
    present = [
        (index, point.value, point.label) for index, point in enumerate(series.points) if point.value is not None
    ]
    usual, others = codes([(value, label) for _, value, label in present])
    return Labels(usual, {present[index][0]: code for index, code in others.items()})


def series_markup(chart: Chart, form: ChartForm, theme: Theme, index: int) -> Xml:
    """Return `c:ser` for the series `index`, its children in the order of its kind (ECMA-376 part 1 §21.2.2.170)."""
    series = chart.series[index]
    labels = labels_of(series)
    head = join(
        c("idx", val=index),
        c("order", val=index),
        c("tx", _strings(name_cell(index), [series.name])),
    )
    points = _highlighted(chart, form, theme, index)
    shown = _data_labels(series, labels, form.labelled[index], theme, _label_place(chart, series))
    values = c("val", _numbers(value_range(chart, index), series.points, labels.usual))
    data = join(c("cat", _strings(category_range(chart), chart.categories)), values)
    match series.plot:
        case Plot.LINE:
            look = join(_line_look(form.colours[index], theme), points, shown, data, c("smooth", val=False))
        case Plot.COLUMN | Plot.BAR:
            bars = shape(fill(form.colours[index]), no_line())
            look = join(bars, c("invertIfNegative", val=False), points, shown, data)
        case Plot.PIE:
            look = join(shape(line("FFFFFF", _LEAD)), _slices(series, form), shown, data)
    return c("ser", head, look)


def _line_look(colour: str, theme: Theme) -> Xml:
    return join(shape(line(colour, theme.chart.line_width)), _marker(colour))


def _marker(colour: str) -> Xml:
    look = shape(fill(colour), line(colour, _LEAD))
    return c("marker", c("symbol", val="circle"), c("size", val=_MARKER_SIZE), look)


def _highlighted(chart: Chart, form: ChartForm, theme: Theme, index: int) -> Xml:
    """Return `c:dPt` for each highlighted point (ECMA-376 part 1 §21.2.2.52)."""
    series = chart.series[index]
    if series.plot is Plot.PIE or not form.highlights:
        return NOTHING
    colour = form.highlights[index]
    points = []
    for place in chart.highlight:
        if series.points[place].value is None:
            continue
        number = c("idx", val=place)
        if series.plot is Plot.LINE:
            stroke = shape(line(form.colours[index], theme.chart.line_width))
            points.append(c("dPt", number, _marker(colour), c("bubble3D", val=False), stroke))
        else:
            bar = shape(fill(colour), no_line())
            points.append(c("dPt", number, c("invertIfNegative", val=False), c("bubble3D", val=False), bar))
    return join(*points)


def _slices(series: Series, form: ChartForm) -> Xml:
    """Return `c:dPt` for each slice of a pie: every one has its own fill."""
    return join(
        *(
            c("dPt", c("idx", val=place), c("bubble3D", val=False), shape(fill(colour), line("FFFFFF", _LEAD)))
            for place, colour in enumerate(form.colours[: len(series.points)])
        )
    )


def _label_place(chart: Chart, series: Series) -> str:
    """Return where labels stand, among the places that Word allows for the kind (ECMA-376 part 1 §21.2.3.10)."""
    match series.plot:
        case Plot.LINE:
            return "t"
        case Plot.COLUMN | Plot.BAR:
            return "ctr" if chart.stacked else "outEnd"
        case Plot.PIE:
            return "outEnd"


def _data_labels(series: Series, labels: Labels, shown: Sequence[bool], theme: Theme, place: str) -> Xml:
    """Return `c:dLbls` (ECMA-376 part 1 §21.2.2.49): the usual look, with what differs point by point before it."""
    wanted = [flag and point.value is not None for flag, point in zip(shown, series.points, strict=True)]
    if not any(wanted):
        return c("dLbls", *_contents(series, value=False))
    look = join(shape(a("noFill"), no_line()), label_text(theme), c("dLblPos", val=place))
    points = []
    for index, (flag, point) in enumerate(zip(wanted, series.points, strict=True)):
        if point.value is None:
            continue
        if not flag:
            points.append(c("dLbl", c("idx", val=index), c("delete", val=True)))
        elif index in labels.others:
            own = c("numFmt", formatCode=labels.others[index], sourceLinked=False)
            points.append(c("dLbl", c("idx", val=index), own, look, *_contents(series, value=True, lines=False)))
    usual = c("numFmt", formatCode=labels.usual, sourceLinked=False)
    return c("dLbls", *points, usual, look, *_contents(series, value=True))


def _contents(series: Series, *, value: bool, lines: bool = True) -> tuple[Xml, ...]:
    """Return what labels hold, every switch written: what is left out counts as on."""
    return (
        c("showLegendKey", val=False),
        c("showVal", val=value),
        c("showCatName", val=False),
        c("showSerName", val=False),
        c("showPercent", val=False),
        c("showBubbleSize", val=False),
        c("showLeaderLines", val=False) if series.plot is Plot.PIE and lines else NOTHING,
    )


def _strings(address: str, values: Sequence[str]) -> Xml:
    """Return a reference to cells with texts, and what they hold."""
    points = (c("pt", c("v", text(value)), idx=index) for index, value in enumerate(values))
    return c("strRef", c("f", text(address)), c("strCache", c("ptCount", val=len(values)), *points))


def _numbers(address: str, points: Sequence[Point], code: str) -> Xml:
    """Return a reference to cells with numbers, and what they hold; a missing point is left out."""
    cached = (
        c("pt", c("v", text(digits(point.value))), idx=index)
        for index, point in enumerate(points)
        if point.value is not None
    )
    head = join(c("formatCode", text(code)), c("ptCount", val=len(points)))
    return c("numRef", c("f", text(address)), c("numCache", head, *cached))
