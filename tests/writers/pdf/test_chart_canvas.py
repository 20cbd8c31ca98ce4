"""Charts on the page: text in our faces, few bytes, nothing left behind."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from reportgen.theme.load import load_theme
from reportgen.writers.pdf.write import write_pdf
from tests.charts.samples import CHARTS
from tests.writers.pdf.samples import (
    BODY,
    METADATA,
    chart_box,
    faces,
    line,
    page,
    pages_of,
    run,
    text_of,
    theme,
    written,
)

OPERATORS = {"q", "Q", "cm", "w", "RG", "rg", "J", "j", "d", "m", "l", "c", "h", "f", "S", "B", "re", "W", "n"}
OPERATORS |= {"BT", "ET", "Tf", "Tc", "Tm", "Tj", "BDC", "EMC"}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_s_labels_are_text_in_our_faces(name: str) -> None:
    box = chart_box(CHARTS[name])
    data = written(pages_of(page(box)))
    text = text_of(data)
    for series, flags in zip(box.chart.series, box.form.labelled, strict=True):
        for point, flag in zip(series.points, flags, strict=True):
            if flag:
                assert point.label.replace(" ", "") in text
    for lines in box.form.categories:
        for words in lines:
            assert words.replace(" ", "") in text
    assert operators(data) <= OPERATORS


def operators(data: bytes) -> set[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return {str(instruction.operator) for instruction in pikepdf.parse_content_stream(pdf.pages[0])}


def test_marks_in_a_chart_are_text() -> None:
    text = text_of(written(pages_of(page(chart_box(CHARTS["marks that are no markup"])))))
    for words in ("$100—$200", "<b>", "\\alpha_{1}^2", "%s{x}", "$x$", "a_b"):
        assert words in text


def test_a_chart_leaves_the_text_state_alone() -> None:
    before, after = line(800, run("前", 50, spacing=2.0), path=BODY), line(100, run("后文", 50, spacing=2.0), path=BODY)
    with_chart = written(pages_of(page(before, chart_box(CHARTS["line"]), after)))
    document = pypdfium2.PdfDocument(with_chart)
    letters = document[0].get_textpage()
    last = letters.count_chars() - 2
    gap = letters.get_charbox(last + 1, loose=True)[0] - letters.get_charbox(last, loose=True)[0]
    document.close()
    assert gap == pytest.approx(12.5, abs=0.05)


def test_a_chart_costs_a_few_kilobytes() -> None:
    look = theme().chart
    one = pages_of(page(chart_box(CHARTS["line"], y=500)))
    both = pages_of(page(chart_box(CHARTS["line"], y=500), chart_box(CHARTS["line"], y=200, key="图2")))
    assert look.height < 300
    assert len(written(both)) - len(written(one)) < 4000


def test_every_theme_s_charts_can_be_painted() -> None:
    plain = load_theme("plain")
    box = chart_box(CHARTS["columns side by side"])
    lettering = plain.typefaces[plain.chart.typeface].regular
    assert {lettering.east_asian, lettering.latin} <= set(faces())
    assert write_pdf(pages_of(page(box)), METADATA, plain, faces()).startswith(b"%PDF-1.7")
