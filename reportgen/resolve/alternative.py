"""A figure in words, made from its data: what a screen reader says instead of the picture (alt text)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.chart import Chart, ChartKind, Point, Series, Side

KINDS = {
    ChartKind.LINE: "折线图",
    ChartKind.COLUMN: "柱形图",
    ChartKind.BAR: "条形图",
    ChartKind.PIE: "饼图",
    ChartKind.COLUMN_LINE: "柱形与折线图",
}
NOT_THERE = "无数据"


def alternative_text(chart: Chart, title: str) -> str:
    """Return the kind and title of `chart`, then every point's label by series and category.

    A unit that the axis says, and not the points, stands after the title, or after the names of several series.
    """
    units = [_unit(chart, series) for series in chart.series]
    several = len(chart.series) > 1
    rows = (_row(chart, index, units[index], named=several) for index in range(len(chart.series)))
    whole = "" if several else units[0]
    return f"{KINDS[chart.kind]}：{title}{whole}。" + "".join(f"{row}。" for row in rows)


def _row(chart: Chart, index: int, unit: str, *, named: bool) -> str:
    series = chart.series[index]
    said = "，".join(_points(chart.categories, series.points))
    return f"{series.name}{unit}：{said}" if named else said


def _unit(chart: Chart, series: Series) -> str:
    """Return the unit of a series' axis in brackets, where its points are numbers without one."""
    axis = chart.second if series.side is Side.SECOND else chart.first
    bare = all(point.label[-1:].isdigit() for point in series.points if point.value is not None)
    return f"（{axis.unit}）" if axis is not None and axis.unit and bare else ""


def _points(categories: tuple[str, ...], points: tuple[Point, ...]) -> Iterator[str]:
    for category, point in zip(categories, points, strict=True):
        yield f"{category} {point.label if point.value is not None else NOT_THERE}"
