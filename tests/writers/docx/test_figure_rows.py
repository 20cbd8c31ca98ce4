"""Figures side by side in Word: a table of one row without rules, a figure in each cell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from reportgen.model.block import CaptionKind
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples
from tests.writers.docx.archive import tree_of, written
from tests.writers.docx.package_rules import faults
from tests.writers.docx.readback import blocks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEFT = samples.figure("l", samples.LINE, samples.caption(CaptionKind.FIGURE, 1, "左"))
RIGHT = samples.figure("r", samples.BAR, samples.caption(CaptionKind.FIGURE, 2, "右"), "注：略。")
ROW = samples.row("row", LEFT, RIGHT)


def drawn() -> bytes:
    whole = samples.document(samples.paragraph("p", "前"), ROW, samples.paragraph("q", "后"))
    geometry = samples.geometry(whole)
    width = (samples.THEME.page.measure - samples.THEME.chart.gutter) / 2
    forms = {block: replace(form, width=width) for block, form in geometry.chart_forms.items()}
    return write_docx(whole, replace(geometry, chart_forms=forms), samples.THEME)


def table() -> etree._Element:
    found = tree_of(drawn(), "word/document.xml").find(f"{W}body/{W}tbl")
    assert found is not None
    return found


def test_it_is_sound_and_reads_in_order() -> None:
    assert faults(drawn()) == []
    said = [block.text for block in blocks(drawn())]
    alt = LEFT.alt
    assert said == ["前", alt, "图 1  左", alt, "图 2  右", "注：略。", "后"]


def test_its_cells_share_the_measure_and_halve_the_gutter() -> None:
    widths = [int(str(e.get(W + "w"))) for e in table().iter(W + "gridCol")]
    assert sum(widths) == pytest.approx(samples.THEME.page.measure * 20, abs=1)
    assert widths[0] == pytest.approx(widths[1], abs=1)
    half = round(samples.THEME.chart.gutter / 2 * 20)
    margins = [[(etree.QName(e).localname, int(str(e.get(W + "w")))) for e in m] for m in table().iter(W + "tcMar")]
    assert margins == [[("right", half)], [("left", half)]]


def test_it_has_no_rules_and_is_not_broken() -> None:
    assert table().find(f".//{W}tblBorders") is None
    assert table().find(f".//{W}tcBorders") is None
    assert table().find(f"{W}tr/{W}trPr/{W}cantSplit") is not None


def test_notes_are_as_wide_as_their_chart() -> None:
    note = table().findall(f".//{W}p")[-1]
    assert note.find(f"{W}pPr/{W}ind") is None


def test_rows_that_touch_are_parted() -> None:
    content = written(ROW, samples.row("again", samples.figure("f3", samples.PIE), samples.figure("f4", samples.PIE)))
    body = tree_of(content, "word/document.xml")[0]
    assert [etree.QName(e).localname for e in body] == ["p", "tbl", "p", "tbl", "p", "sectPr"]
