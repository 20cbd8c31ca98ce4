"""The form of charts, as texts that a person can review, and what holds for every one of them."""

from __future__ import annotations

import os
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.charts.fitting import crossings
from reportgen.charts.form import form
from reportgen.charts.kinds import KINDS
from reportgen.charts.placement import Label, Placement, Setting
from reportgen.charts.upright import foot, segments
from reportgen.model.chart import Axis, Chart, ChartKind, Plot, Point, Series, Side
from reportgen.model.geometry import ChartForm, LabelSide, LegendPlace, Scale
from tests.charts.samples import CHARTS, LOOK, series, width_of

GOLDEN = Path(__file__).parent / "golden"


def formed(chart: Chart) -> ChartForm:
    return form(chart, LOOK, LOOK.width, LOOK.height, width_of)


def placed(chart: Chart, shape: ChartForm | None = None) -> Placement:
    return KINDS[chart.kind].place(Setting(chart, shape or formed(chart), LOOK, width_of))


def value_labels(placement: Placement) -> list[Label]:
    return [label for row in placement.values for lines in row for label in lines]


def as_text(chart: Chart) -> str:
    """Return form and placement as a text to review."""
    shape = formed(chart)
    placement = placed(chart, shape)

    def scale(one: Scale | None) -> str:
        return "none" if one is None else f"{one.low:g} to {one.high:g} by {one.step:g}: {' | '.join(one.labels)}"

    def at(label: Label) -> str:
        return f"  {label.x:6.1f} {label.y:6.1f} {label.anchor.value:<6} {label.colour} {label.text}"

    plot = placement.frame
    lines = [
        f"size {shape.width:g} × {shape.height:g}, legend {shape.legend.value}, turned by {shape.turn:g}",
        f"plot {plot.left:.1f} {plot.bottom:.1f}, {plot.width:.1f} × {plot.height:.1f}",
        f"colours {' '.join(shape.colours)}, highlighted {' '.join(shape.highlights)}",
        f"first {scale(shape.first)}",
        f"second {scale(shape.second)}",
        f"categories {' | '.join('/'.join(category) for category in shape.categories)}",
        *(f"labelled {''.join('x' if flag else '.' for flag in row)}" for row in shape.labelled),
        "values",
        *map(at, value_labels(placement)),
        "round the plot",
        *map(at, placement.furniture),
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", CHARTS)
def test_the_form_is_as_reviewed(name: str) -> None:
    """With UPDATE_GOLDEN set, the golden is written anew instead: read what has changed in it."""
    golden = GOLDEN / f"{name.replace(' ', '-')}.txt"
    text = as_text(CHARTS[name])
    if "UPDATE_GOLDEN" in os.environ:
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def check_the_labels(chart: Chart, width: float = LOOK.width, height: float = LOOK.height) -> None:
    """No label lies over another, a line or an axis, or outside the chart; the figure places what the form promised."""
    shape = form(chart, LOOK, width, height, width_of)
    setting = Setting(chart, shape, LOOK, width_of)
    placement = KINDS[chart.kind].place(setting)
    values = [setting.box(label) for label in value_labels(placement)]
    furniture = [setting.box(label) for label in placement.furniture]
    assert all(box.within(shape.width, shape.height) for box in values)
    assert not any(one.meets(other) for one, other in combinations(values, 2))
    assert not any(one.meets(other) for one in values for other in furniture)
    assert tuple(tuple(map(bool, row)) for row in placement.values) == shape.labelled
    strokes = segments(setting, placement.frame)
    for index, row in enumerate(chart.series):
        boxes = [setting.box(label) for lines in placement.values[index] for label in lines]
        if chart.kind is not ChartKind.PIE and not chart.stacked:
            assert not any(crossings(box, strokes) for box in boxes)
        if row.plot is Plot.LINE and boxes:
            assert not any(crossings(box, [foot(setting, index, placement.frame)]) for box in boxes)
            assert min(box.left for box in boxes) >= placement.frame.left - 0.01


@pytest.mark.parametrize("size", [(LOOK.width, LOOK.height), (240.0, 140.0), (480.0, 300.0)])
@pytest.mark.parametrize("name", CHARTS)
def test_labels_keep_apart(name: str, size: tuple[float, float]) -> None:
    check_the_labels(CHARTS[name], *size)


@pytest.mark.parametrize("size", [(LOOK.width, LOOK.height), (240.0, 140.0)])
def test_a_pie_says_what_its_slices_are(size: tuple[float, float]) -> None:
    """A slice has no other name than its label."""
    shape = form(CHARTS["pie of six"], LOOK, *size, width_of)
    assert all(shape.labelled[0])


def test_names_wrap_before_any_of_them_is_left_out() -> None:
    shape = form(CHARTS["columns with one highlighted"], LOOK, 240, 140, width_of)
    assert all(shape.categories)


@pytest.mark.parametrize("name", CHARTS)
def test_what_stands_round_the_plot_stays_in_the_chart(name: str) -> None:
    chart = CHARTS[name]
    setting = Setting(chart, formed(chart), LOOK, width_of)
    for one, other in combinations(placed(chart).furniture, 2):
        assert not setting.box(one).meets(setting.box(other)), (one, other)
    for label in placed(chart).furniture:
        box = setting.box(label)
        assert box.left >= -0.01, label
        assert box.bottom >= -0.01, label
        assert box.right <= setting.form.width + 0.01, label
        assert box.top <= setting.form.height + 0.01, label


POINTS = st.one_of(st.none(), st.decimals(-1000, 1000, places=1))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    kind = draw(st.sampled_from([ChartKind.LINE, ChartKind.COLUMN, ChartKind.BAR, ChartKind.COLUMN_LINE]))
    count = draw(st.integers(1, 14))
    plot = {ChartKind.LINE: Plot.LINE, ChartKind.BAR: Plot.BAR}.get(kind, Plot.COLUMN)
    rows = []
    for index in range(draw(st.integers(1, 3))):
        values = draw(st.lists(POINTS, min_size=count, max_size=count))
        over = kind is ChartKind.COLUMN_LINE and index > 0
        points = tuple(Point(value, "" if value is None else f"{value}%") for value in values)
        rows.append(Series(f"系列{index}", points, Plot.LINE if over else plot, Side.SECOND if over else Side.FIRST))
    names = tuple(draw(st.lists(st.text("甲乙丙丁 ab", min_size=1, max_size=12), min_size=count, max_size=count)))
    highlight = tuple(sorted(draw(st.sets(st.integers(0, count - 1), max_size=2))))
    second = Axis("%") if kind is ChartKind.COLUMN_LINE else None
    return Chart(kind, names, tuple(rows), Axis("万件"), second, highlight=highlight)


@given(charts())
@settings(max_examples=150, deadline=None)
def test_labels_keep_apart_whatever_the_data(chart: Chart) -> None:
    check_the_labels(chart)


@given(st.lists(st.decimals(Decimal("0.1"), 100, places=1), min_size=1, max_size=9))
@settings(max_examples=60, deadline=None)
def test_labels_of_slices_keep_apart_whatever_the_data(values: list[Decimal]) -> None:
    points = tuple(Point(value, f"{value}%") for value in values)
    names = tuple("电影和类似摄制电影的作品"[: index + 2] for index in range(len(values)))
    check_the_labels(Chart(ChartKind.PIE, names, (Series("登记", points, Plot.PIE),), Axis("%")))


def test_a_legend_stands_only_where_there_are_several_series() -> None:
    assert formed(CHARTS["line"]).legend is LegendPlace.NONE
    assert formed(CHARTS["pie of six"]).legend is LegendPlace.NONE
    assert formed(CHARTS["columns side by side"]).legend is LegendPlace.BELOW


def test_without_labels_none_is_shown() -> None:
    shape = formed(replace(CHARTS["line"], show_labels=False))
    assert not any(any(row) for row in shape.labelled)


def test_the_highlighted_point_is_labelled_even_in_a_crowd() -> None:
    for name in ("forty points", "forty columns"):
        assert formed(CHARTS[name]).labelled[0][39]


def test_of_a_line_whose_labels_do_not_fit_those_remain_that_carry_it() -> None:
    """The last point is what the text speaks of: it comes first, then the first, the greatest and the least."""
    values = [50 + (index * 37 % 41) + (60 if index == 11 else 0) - (60 if index == 22 else 0) for index in range(40)]
    wave = series("登记量", " ".join(map(str, values)), Plot.LINE, " 万件")
    shape = form(replace(CHARTS["forty points"], series=(wave,), highlight=()), LOOK, 240, 140, width_of)
    assert [point for point, flag in enumerate(shape.labelled[0]) if flag] == [0, 11, 22, 39]


def test_a_sign_is_not_lost_under_the_zero_line_or_another_series() -> None:
    names = tuple(f"{month} 月" for month in range(1, 13))
    rows = (
        ("消费", "0.8 -1.0 -0.1 0.4 0.0 -0.2 0.7 -0.4 -0.9 0.4 -0.4 0.8"),
        ("出厂", "-1.1 -0.3 -1.0 -0.8 0.2 -1.6 -2.3 -0.1 -0.1 -1.5 -0.3 -2.5"),
    )
    chart = Chart(ChartKind.LINE, names, tuple(series(*row, Plot.LINE, "%") for row in rows), Axis("%"))
    check_the_labels(chart)
    assert all(all(row) for row in formed(chart).labelled)


def test_columns_lose_their_labels_together() -> None:
    chart = replace(
        CHARTS["columns side by side"],
        series=(
            series("总量", "284997 308038 319992", Plot.COLUMN, " 亿元"),
            series("其中", "155475 165462 174000", Plot.COLUMN, " 亿元"),
        ),
    )
    assert all(all(row) for row in formed(chart).labelled)
    assert not any(any(row) for row in form(chart, LOOK, 200, 140, width_of).labelled)


def test_a_chart_of_many_bars_grows() -> None:
    count = 30
    bars = tuple(Point(Decimal(index), str(index)) for index in range(count))
    names = tuple(f"第{index}类" for index in range(count))
    shape = formed(Chart(ChartKind.BAR, names, (Series("量", bars, Plot.BAR),), Axis("件")))
    assert LOOK.height < shape.height <= 2.5 * LOOK.height
    assert all(shape.labelled[0])


def test_thin_slices_lie_at_a_side() -> None:
    """Their labels stand one above the other there; a pie without them begins at the top."""
    assert formed(CHARTS["pie of two"]).turn == 0
    turned = formed(CHARTS["pie of six"])
    assert 0 < turned.turn < 360
    placement = placed(CHARTS["pie of six"], turned)
    thin = [placement.leaders[point].points[0] for point in (4, 5)]
    plot = placement.frame
    assert all(x < plot.left + 0.02 * plot.width for x, _ in thin)


def test_a_label_in_a_valley_near_the_foot_stands_above_its_point_and_clear_of_the_axis() -> None:
    chart = CHARTS["line"]
    valley = replace(chart, highlight=(), series=(series("企业", "9 7 9 90 90", Plot.LINE, "%"),))
    shape = form(valley, LOOK, LOOK.width, LOOK.height, width_of)
    assert [place and place.side for place in shape.label_places[0]][1] is LabelSide.ABOVE


def test_the_form_says_where_the_labels_of_lines_stand() -> None:
    shape = form(CHARTS["line"], LOOK, LOOK.width, LOOK.height, width_of)
    assert [tuple(map(bool, row)) for row in shape.label_places] == list(shape.labelled)
    assert form(CHARTS["one column"], LOOK, LOOK.width, LOOK.height, width_of).label_places == ((),)
