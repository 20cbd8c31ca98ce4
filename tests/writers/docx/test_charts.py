"""Native charts: cache, workbook and document hold the same numbers; labels, colours and axes are layout's."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

from reportgen.model.chart import Chart, Plot
from reportgen.model.geometry import ChartForm, LabelPlace, LabelSide, PlotFrame, Scale
from reportgen.writers.docx.chart_axes import _tick_format
from reportgen.writers.docx.charts import chart_part
from reportgen.writers.docx.kept_workbooks import Workbooks
from tests.writers.docx import samples
from tests.writers.docx.archive import member, members, written
from tests.writers.docx.package_rules import faults

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def drawn(chart: Chart, form: ChartForm | None = None) -> etree._Element:
    return etree.fromstring(chart_part(chart, form or samples.form(chart), samples.THEME))


def cached(series: etree._Element, kind: str) -> dict[int, str]:
    found = series.find(f"{C}{kind}")
    assert found is not None
    return {int(str(p.get("idx"))): str(p.findtext(C + "v")) for p in found.iter(C + "pt")}


def series_of(tree: etree._Element) -> list[etree._Element]:
    """Return the series in the order of the document."""
    return sorted(tree.iter(C + "ser"), key=lambda series: int(value(series, "idx")))


def value(element: etree._Element, name: str) -> str:
    found = element.find(C + name)
    assert found is not None
    return str(found.get("val"))


@pytest.mark.parametrize("chart", samples.CHARTS.values(), ids=samples.CHARTS)
def test_cache_and_workbook_hold_the_points(chart: Chart) -> None:
    sheet = openpyxl.load_workbook(BytesIO(Workbooks(None).of(chart)))["Sheet1"]
    for index, (series, drawn_series) in enumerate(zip(chart.series, series_of(drawn(chart)), strict=True)):
        values = {place: point.value for place, point in enumerate(series.points) if point.value is not None}
        assert {place: Decimal(text) for place, text in cached(drawn_series, "val").items()} == values
        assert cached(drawn_series, "cat") == dict(enumerate(chart.categories))
        assert cached(drawn_series, "tx") == {0: series.name}
        cells = [sheet.cell(row, index + 2).value for row in range(2, len(chart.categories) + 2)]
        assert [None if cell is None else Decimal(str(cell)) for cell in cells] == [p.value for p in series.points]
        assert sheet.cell(1, index + 2).value == series.name
    assert [sheet.cell(row, 1).value for row in range(2, len(chart.categories) + 2)] == list(chart.categories)


def test_categories_are_wrapped_as_layout_wrapped_them() -> None:
    chart = samples.LINE
    count = len(chart.categories)
    wrapped = replace(samples.form(chart), categories=(("长", "名"),) * count)
    assert cached(series_of(drawn(chart, wrapped))[0], "cat") == dict.fromkeys(range(count), "长\n名")
    some_left_out = replace(wrapped, categories=((),) + (("长", "名"),) * (count - 1))
    assert cached(series_of(drawn(chart, some_left_out))[0], "cat") == dict(enumerate(chart.categories))


def test_numbers_are_written_in_their_own_digits() -> None:
    with ZipFile(BytesIO(Workbooks(None).of(samples.LINE))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r"<v>([\d.]+\.\d+)</v>", sheet) == ["84.5", "84.8", "86.6"]


def test_a_cell_shows_its_number_whatever_the_label_says() -> None:
    series = replace(samples.BAR.series[0], points=samples.points(("4280000", "54.9%"), ("31.8", "31.8%")))
    sheet = openpyxl.load_workbook(BytesIO(Workbooks(None).of(replace(samples.BAR, series=(series,)))))["Sheet1"]
    assert [sheet.cell(row, 2).number_format for row in (2, 3)] == ["General", '0.0"%"']


def test_what_looks_like_a_formula_stays_text() -> None:
    sheet = openpyxl.load_workbook(BytesIO(Workbooks(None).of(samples.COLUMN)))["Sheet1"]
    cell = sheet["A3"]
    assert (cell.value, cell.data_type) == ("=cmd|'/c calc'!A0", "s")


def test_ranges_are_where_the_workbook_holds_the_cells() -> None:
    first, second = series_of(drawn(samples.COLUMN))
    formulas = [str(e.text) for e in (*first.iter(C + "f"), *second.iter(C + "f"))]
    assert formulas == [
        "Sheet1!$B$1",
        "Sheet1!$A$2:$A$4",
        "Sheet1!$B$2:$B$4",
        "Sheet1!$C$1",
        "Sheet1!$A$2:$A$4",
        "Sheet1!$C$2:$C$4",
    ]


def test_a_missing_point_leaves_a_gap() -> None:
    tree = drawn(samples.LINE)
    (series,) = series_of(tree)
    assert sorted(cached(series, "val")) == [0, 2, 3]
    chart = tree.find(C + "chart")
    assert chart is not None
    assert value(chart, "dispBlanksAs") == "gap"


def test_labels_print_as_the_document_says() -> None:
    first, second = series_of(drawn(samples.COLUMN))
    usual = first.find(f"{C}dLbls/{C}numFmt")
    assert usual is not None
    assert usual.get("formatCode") == "#,##0.0"
    own = {value(label, "idx"): str(label.find(C + "numFmt").get("formatCode")) for label in second.iter(C + "dLbl")}  # type: ignore[union-attr]  # a label with a format
    assert own == {"1": '"约 "0'}


def test_labels_that_layout_left_out_are_deleted() -> None:
    form = replace(samples.form(samples.BAR), labelled=((True, False),))
    (series,) = series_of(drawn(samples.BAR, form))
    labels = list(series.iter(C + "dLbl"))
    assert [(value(label, "idx"), value(label, "delete")) for label in labels] == [("1", "1")]


def test_no_labels_are_no_labels() -> None:
    (series,) = series_of(drawn(samples.BAR, samples.form(samples.BAR, labelled=False)))
    labels = series.find(C + "dLbls")
    assert labels is not None
    assert value(labels, "showVal") == "0"
    assert labels.find(C + "numFmt") is None


def test_labels_of_lines_stand_where_layout_placed_them() -> None:
    points = samples.points(("9", "9"), ("5", "5"), ("9", "9"), ("10", "10"))
    chart = replace(samples.LINE, series=(replace(samples.LINE.series[0], points=points),), highlight=())
    beside = (LabelPlace(), LabelPlace(LabelSide.BELOW), LabelPlace(LabelSide.RIGHT), LabelPlace(shift=-19.75))
    (series,) = series_of(drawn(chart, replace(samples.form(chart), label_places=(beside,))))
    own = {value(label, "idx"): value(label, "dLblPos") for label in series.iter(C + "dLbl")}
    assert own == {"1": "b", "2": "r", "3": "t"}
    (shifted,) = series.iter(C + "manualLayout")
    assert (value(shifted, "x"), value(shifted, "y")) == ("-0.05000", "0")


def test_labels_that_stand_further_from_their_points_have_no_lines_to_them() -> None:
    points = samples.points(("9", "9"), ("5", "5"))
    chart = replace(samples.LINE, series=(replace(samples.LINE.series[0], points=points),), highlight=())
    further = (LabelPlace(lift=6.4), LabelPlace(LabelSide.LEFT, shift=-4.0))
    form = replace(samples.form(chart), label_places=(further,))
    (series,) = series_of(drawn(chart, form))
    moved = [(value(one, "x"), value(one, "y")) for one in series.iter(C + "manualLayout")]
    assert moved == [("0.00000", f"{-6.4 / form.height:.5f}"), (f"{-4.0 / form.width:.5f}", "0")]
    (lines,) = series.iter("{http://schemas.microsoft.com/office/drawing/2012/chart}showLeaderLines")
    assert lines.get("val") == "0"


def test_a_highlighted_point_has_its_own_colour() -> None:
    (series,) = series_of(drawn(samples.LINE))
    (point,) = series.findall(C + "dPt")
    assert value(point, "idx") == "3"
    colour = point.find(f"{C}marker/{C}spPr/{A}solidFill/{A}srgbClr")
    assert colour is not None
    assert colour.get("val") == samples.THEME.chart.highlight


def test_a_highlighted_column_too_and_a_missing_one_not() -> None:
    chart = replace(samples.BAR, highlight=(1,))
    (point,) = series_of(drawn(chart))[0].findall(C + "dPt")
    assert value(point, "invertIfNegative") == "0"
    missing = replace(samples.LINE, highlight=(1,))
    assert series_of(drawn(missing))[0].findall(C + "dPt") == []


def test_slices_have_their_colours_and_their_names() -> None:
    form = replace(samples.form(samples.PIE), legend=samples.form(samples.LINE).legend)
    (series,) = series_of(drawn(samples.PIE, form))
    colours = [
        e.get("val") for point in series.findall(C + "dPt") for e in point.findall(f"{C}spPr/{A}solidFill/{A}srgbClr")
    ]
    assert colours == list(form.colours)
    labels = series.find(C + "dLbls")
    assert labels is not None
    assert (value(labels, "showCatName"), labels.findtext(C + "separator")) == ("1", "\n")


def test_a_pie_with_a_legend_does_not_repeat_the_names() -> None:
    (series,) = series_of(drawn(samples.PIE))
    labels = series.find(C + "dLbls")
    assert labels is not None
    assert value(labels, "showCatName") == "0"


def test_axes_end_and_step_as_layout_decided() -> None:
    axis = drawn(samples.COLUMN).find(f"{C}chart/{C}plotArea/{C}valAx")
    assert axis is not None
    scaling = axis.find(C + "scaling")
    assert scaling is not None
    assert (value(scaling, "min"), value(scaling, "max"), value(axis, "majorUnit")) == ("0", "1500", "500")
    form = axis.find(C + "numFmt")
    assert form is not None
    assert form.get("formatCode") == "#,##0"


def test_two_value_axes_stand_at_both_sides() -> None:
    area = drawn(samples.TWO_AXES).find(f"{C}chart/{C}plotArea")
    assert area is not None
    assert [value(axis, "axPos") for axis in area.findall(C + "valAx")] == ["l", "r"]
    assert [value(axis, "delete") for axis in area.findall(C + "catAx")] == ["0", "1"]
    titles = ["".join(str(e.text) for e in axis.iter(A + "t")) for axis in area.findall(C + "valAx")]
    assert titles == ["万件", "%"]


@pytest.mark.parametrize(("lines", "every"), [("1111", "1"), ("1010", "2"), ("1001", "3"), ("1000", "4")])
def test_categories_that_layout_left_out_are_skipped(lines: str, every: str) -> None:
    categories = tuple(("年",) if line == "1" else () for line in lines)
    axis = drawn(samples.LINE, replace(samples.form(samples.LINE), categories=categories)).find(f".//{C}catAx")
    assert axis is not None
    assert value(axis, "tickLblSkip") == every


def test_bars_run_from_the_top() -> None:
    area = drawn(samples.BAR).find(f"{C}chart/{C}plotArea")
    assert area is not None
    categories, values = area.find(C + "catAx"), area.find(C + "valAx")
    assert categories is not None
    assert values is not None
    scaling = categories.find(C + "scaling")
    assert scaling is not None
    assert (value(scaling, "orientation"), value(values, "crosses")) == ("maxMin", "max")


@pytest.mark.parametrize(
    ("scale", "code"),
    [
        (Scale(0, 20, 10, ("0", "10", "20")), "0"),
        (Scale(84, 85, 0.5, ("84.0", "84.5", "85.0")), "0.0"),
        (Scale(0, 1500, 500, ("0", "500", "1000", "")), '[>1000]"";0'),
        (Scale(-50, 50, 25, ("", "", "0%", "25%", "50%")), '[<0]"";0"%"'),
        (Scale(0, 10, 10, ("", "")), '""'),
    ],
)
def test_ticks_print_as_layout_labelled_them(scale: Scale, code: str) -> None:
    assert _tick_format(scale) == code


def test_the_plot_stands_where_layout_put_it() -> None:
    form = replace(samples.form(samples.LINE), plot=PlotFrame(39.5, 17.6, 316, 132))
    layout = drawn(samples.LINE, form).find(f"{C}chart/{C}plotArea/{C}layout/{C}manualLayout")
    assert layout is not None
    assert [value(layout, name) for name in "xywh"] == ["0.1", "0.15", "0.8", "0.75"]


def test_columns_are_as_wide_as_in_the_other_output() -> None:
    form = replace(samples.form(samples.BAR), plot=PlotFrame(40, 20, 300, 100))
    plot = drawn(samples.BAR, form).find(f"{C}chart/{C}plotArea/{C}barChart")
    assert plot is not None
    # Two categories on 100 pt, bars of at most 2.2 em of 8 pt: 17.6 pt of 50 are bar.
    assert value(plot, "gapWidth") == "184"


def test_every_label_names_all_its_faces() -> None:
    for chart in samples.CHARTS.values():
        for letters in drawn(chart).iter(A + "defRPr", A + "rPr"):
            assert [etree.QName(e).localname for e in letters] == ["solidFill", "latin", "ea", "cs"]


def test_labels_within_dark_columns_are_white() -> None:
    first, second = series_of(drawn(samples.STACKED))
    colours = [str(e.get("val")) for s in (first, second) for e in s.findall(f"{C}dLbls/{C}txPr//{A}srgbClr")]
    assert colours == ["FFFFFF", "000000"]


@pytest.mark.parametrize("chart", samples.CHARTS.values(), ids=samples.CHARTS)
def test_a_chart_in_a_file_is_sound(chart: Chart) -> None:
    content = written(samples.figure("f", chart))
    assert faults(content) == []
    assert "word/embeddings/chart1.xlsx" in members(content)
    assert member(content, "word/embeddings/chart1.xlsx") == Workbooks(None).of(chart)


def test_every_plot_is_drawn_by_a_sample() -> None:
    assert {series.plot for chart in samples.CHARTS.values() for series in chart.series} == set(Plot)
