"""Series of a native chart: caches that repeat the workbook's cells, fills, labels, highlighted points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportgen.model.chart import Chart, ChartKind, Plot, Point, Series
from reportgen.model.geometry import ChartForm, LabelPlace, LabelSide, LegendPlace
from reportgen.theme.look import Theme, readable_on
from reportgen.values import dataclass
from reportgen.writers.docx.chart_text import fill, label_text, line, no_line, shape
from reportgen.writers.docx.chart_workbook import category_range, digits, name_cell, value_range
from reportgen.writers.docx.markup import CHART_2012, NOTHING, Xml, a, c, element, join, text
from reportgen.writers.docx.number_format import codes
from reportgen.writers.docx.pie_labels import crowded

_MARKER, _MARKER_FORWARD = 4, 6
_EDGE = 0.6
_NO_LEADERS = c(
    "extLst",
    element(
        "c:ext",
        {"uri": "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "xmlns:c15": CHART_2012},
        element("c15:showLeaderLines", {"val": False}),
    ),
)
"""No lines to labels that stand further from their points (MS-ODRAWXML §2.24.3.61)."""

_PLACES = {LabelSide.ABOVE: "t", LabelSide.BELOW: "b", LabelSide.LEFT: "l", LabelSide.RIGHT: "r"}


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
    shown = _data_labels(chart, form, theme, index, labels)
    values = c("val", _numbers(value_range(chart, index), series.points, labels.usual))
    data = join(c("cat", _strings(category_range(chart), _wrapped(chart, form))), values)
    match series.plot:
        case Plot.LINE:
            stroke = shape(line(form.colours[index], theme.chart.line_width))
            look = join(stroke, _marker(form.colours[index], _MARKER), points, shown, data, c("smooth", val=False))
        case Plot.COLUMN | Plot.BAR:
            bars = shape(fill(form.colours[index]), no_line())
            look = join(bars, c("invertIfNegative", val=False), points, shown, data)
        case Plot.PIE:
            look = join(shape(line("FFFFFF", _EDGE)), _slices(series, form), shown, data)
    return c("ser", head, look)


def _marker(colour: str, size: int) -> Xml:
    return c("marker", c("symbol", val="circle"), c("size", val=size), shape(fill(colour), line("FFFFFF", _EDGE)))


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
            points.append(c("dPt", number, _marker(colour, _MARKER_FORWARD), c("bubble3D", val=False), stroke))
        else:
            bar = shape(fill(colour), no_line())
            points.append(c("dPt", number, c("invertIfNegative", val=False), c("bubble3D", val=False), bar))
    return join(*points)


def _slices(series: Series, form: ChartForm) -> Xml:
    """Return `c:dPt` for each slice of a pie: every one has its own fill."""
    return join(
        *(
            c("dPt", c("idx", val=place), c("bubble3D", val=False), shape(fill(colour), line("FFFFFF", _EDGE)))
            for place, colour in enumerate(form.colours[: len(series.points)])
        )
    )


def _label_place(chart: Chart, form: ChartForm, index: int, point: int) -> str:
    """Return where a label stands, among the places that Word allows for the kind (ECMA-376 part 1 §21.2.3.10)."""
    match chart.series[index].plot:
        case Plot.LINE:
            return _PLACES[_placed_by_layout(form, index, point).side]
        case Plot.COLUMN | Plot.BAR:
            return "ctr" if chart.stacked else "outEnd"
        case Plot.PIE:
            return "outEnd"


def _placed_by_layout(form: ChartForm, series: int, point: int) -> LabelPlace:
    """Return where layout placed the label of a line's point."""
    row = form.label_places[series] if form.label_places else ()
    return (row[point] if row else None) or LabelPlace()


def _shifted(place: LabelPlace, form: ChartForm) -> Xml:
    """Return `c:layout` of a label (ECMA-376 part 1 §21.2.2.95): how far it stands from its usual place."""
    if not (place.shift or place.lift):
        return NOTHING
    along, down = place.shift / form.width, -place.lift / form.height
    return c("layout", c("manualLayout", c("x", val=f"{along:.5f}"), c("y", val=f"{down:.5f}" if down else 0)))


def _label_colour(chart: Chart, form: ChartForm, theme: Theme, index: int, point: int) -> str:
    """Return the colour of a label: what reads on the column it stands on, else the highlight or the usual one."""
    look = theme.chart
    forward = point in chart.highlight and index < len(form.highlights)
    if chart.stacked and chart.series[index].plot is not Plot.LINE:
        return readable_on(form.highlights[index] if forward else form.colours[index])
    return look.highlight if forward and form.highlights[index] == look.highlight else look.axis_colour


def _data_labels(chart: Chart, form: ChartForm, theme: Theme, index: int, labels: Labels) -> Xml:
    """Return `c:dLbls` (ECMA-376 part 1 §21.2.2.49): the usual look, with what differs point by point before it."""
    series = chart.series[index]
    names = series.plot is Plot.PIE and form.legend is LegendPlace.NONE
    shown = [flag and p.value is not None for flag, p in zip(form.labelled[index], series.points, strict=True)]
    if not any(shown):
        return c("dLbls", *_label_contents(series, value=False, names=False))
    aside = crowded(series, form, theme.chart.label_size) if names else frozenset()
    looks = [
        (
            labels.of(point),
            _label_colour(chart, form, theme, index, point),
            "bestFit" if point in aside else _label_place(chart, form, index, point),
        )
        for point in range(len(series.points))
    ]
    usual = Counter(look for look, flag in zip(looks, shown, strict=True) if flag).most_common(1)[0][0]
    own: list[Xml] = []
    for point, (look, flag) in enumerate(zip(looks, shown, strict=True)):
        number, place = c("idx", val=point), _shifted(_placed_by_layout(form, index, point), form)
        if not flag:
            own.append(c("dLbl", number, c("delete", val=True)))
        elif look != usual or place:
            told = _label_contents(series, names=names, lines=False)
            own.append(c("dLbl", number, place, *_label_look(look, theme), *told))
    lines = _NO_LEADERS if series.plot is Plot.LINE else NOTHING
    return c("dLbls", *own, *_label_look(usual, theme), *_label_contents(series, names=names), lines)


def _label_look(look: tuple[str, str, str], theme: Theme) -> tuple[Xml, ...]:
    code, colour, place = look
    return (
        c("numFmt", formatCode=code, sourceLinked=False),
        shape(a("noFill"), no_line()),
        label_text(theme, colour),
        c("dLblPos", val=place),
    )


def _label_contents(series: Series, *, names: bool, value: bool = True, lines: bool = True) -> tuple[Xml, ...]:
    """Return what labels hold, every switch written: what is left out counts as on."""
    pie = series.plot is Plot.PIE
    return (
        c("showLegendKey", val=False),
        c("showVal", val=value),
        c("showCatName", val=names),
        c("showSerName", val=False),
        c("showPercent", val=False),
        c("showBubbleSize", val=False),
        element("c:separator", {}, text("\n")) if names else NOTHING,
        c("showLeaderLines", val=value) if pie and lines else NOTHING,
    )


def _wrapped(chart: Chart, form: ChartForm) -> list[str]:
    """Return the categories with the line ends that layout gave them, whole where it left some out."""
    if chart.kind is ChartKind.PIE or not all(form.categories):
        return list(chart.categories)
    return ["\n".join(lines) for lines in form.categories]


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
