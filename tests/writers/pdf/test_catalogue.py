"""Bookmarks, page labels, and what the catalogue says."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from tests.writers.pdf.samples import BODY, line, page, pages_of, run, whole_document, written


def test_bookmarks_are_nested(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        shape = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert shape == [("（一）总体情况", ["图 1"]), ("表", [])]
    assert pdf.Root.Outlines.Count == 3


def test_a_bookmark_below_a_level_that_is_left_out_still_stands() -> None:
    pages = whole_document()
    outline = (
        replace(pages.outline[1], level=3),
        replace(pages.outline[0], level=2),
        replace(pages.outline[2], level=1),
    )
    with pikepdf.open(BytesIO(written(replace(pages, outline=outline)))) as pdf, pdf.open_outline() as read:
        assert [item.title for item in read.root] == ["图 1", "（一）总体情况", "表"]


@pytest.mark.parametrize("labels", [("1", "2", "3"), ("i", "1", "2"), ("封面", "", "5"), ("9", "10", "3")])
def test_pages_are_labelled_as_printed(labels: tuple[str, ...]) -> None:
    pages = pages_of(*(page(line(700, run("页", 50), path=BODY), label=label) for label in labels))
    document = pypdfium2.PdfDocument(written(pages))
    assert tuple(document.get_page_label(index) for index in range(len(labels))) == labels
    document.close()


def test_the_catalogue_says_language_marking_and_title(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "zh-CN"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
