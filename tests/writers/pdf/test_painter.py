"""Painted items: text where it was put, links where they lead."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from reportgen.model.pages import GlyphRun
from tests.writers.pdf.samples import BODY, HAN, given, line, page, pages_of, run, text_of, whole_document, written


def test_text_comes_out_as_it_went_in(data: bytes) -> None:
    second = whole_document().pages[1]
    assert text_of(data, 1) == given(second)


def test_text_stands_where_it_was_put() -> None:
    pages = pages_of(page(line(700, run("甲乙丙丁", 50, spacing=1.0, gaps=((1, 2.5), (3, 99.0))), path=BODY)))
    document = pypdfium2.PdfDocument(written(pages))
    letters = document[0].get_textpage()
    origins = [round(letters.get_charbox(index, loose=True)[0], 2) for index in range(4)]
    document.close()
    assert origins == pytest.approx([50, 50 + 11.5, 50 + 11.5 + 13, 50 + 11.5 + 13 + 11.5], abs=0.02)


def test_links_are_printed_described_and_lead_somewhere(pdf: pikepdf.Pdf) -> None:
    annotations = list(pdf.pages[0].Annots)
    assert [int(annotation.F) for annotation in annotations] == [4, 4, 4]
    assert [str(annotation.Contents) for annotation in annotations] == ["总体情况1", "图 1", "网站"]
    assert annotations[0].Dest[0].objgen == pdf.pages[0].obj.objgen
    assert [float(value) for value in (annotations[1].Dest[3],)] == [640]
    assert str(annotations[2].A.URI) == "https://example.org/%E7%BB%9F%E8%AE%A1?a=(1)"
    assert all(annotation.Rect[0] < annotation.Rect[2] for annotation in annotations)
    assert all(one.Tabs == "/S" for one in pdf.pages)


def test_an_empty_run_paints_nothing() -> None:
    pages = pages_of(page(line(700, GlyphRun("", HAN, 10.5, 50), path=BODY)))
    with pikepdf.open(BytesIO(written(pages))) as pdf:
        assert "Tj" not in {str(i.operator) for i in pikepdf.parse_content_stream(pdf.pages[0])}
