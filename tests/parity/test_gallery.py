"""The gallery shows every kind of block and of chart, has nothing to be warned of, and says the same in both files."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import get_args

import pikepdf
import pytest

from reportgen import pipeline
from reportgen.composed import Composed
from reportgen.layout.lay_out import lay_out
from reportgen.model.block import Block, ChartFigure, ImageFigure
from reportgen.model.chart import ChartKind
from reportgen.model.document import blocks_and_parts
from reportgen.request import Request
from reportgen.writers.docx.write import write_docx
from reportgen.writers.pdf.write import write_pdf
from tests.parity.pdf_readback import elements, walk
from tests.parity.reading import disagreements, pdf_blocks
from tests.writers.docx.package_rules import faults
from tests.writers.docx.readback import ReadBlock, blocks, plainly, plainly_in_word, without_kinds

SPEC = Path(__file__).parents[2] / "specs" / "gallery.yaml"
THEMES = ["bulletin", "plain"]


@cache
def composed(theme: str) -> Composed:
    return pipeline.compose(Request(SPEC, theme=theme))


@cache
def files(theme: str) -> tuple[bytes, bytes, list[ReadBlock], list[ReadBlock]]:
    """Return the gallery as PDF and as Word file, and what each should say."""
    found = composed(theme)
    ready = pipeline.dressed(found)
    layout = lay_out(found.document, ready.theme, ready.faces)
    pdf = write_pdf(layout.pages, found.document.metadata, ready.theme, ready.faces)
    docx = write_docx(found.document, layout.geometry, ready.theme)
    geometry = layout.geometry
    return pdf, docx, plainly(found.document, geometry), plainly_in_word(found.document, geometry)


def test_there_is_nothing_to_be_warned_of() -> None:
    assert pipeline.dressed(composed("bulletin")).problems == ()


def test_every_kind_of_block_and_of_chart_is_shown() -> None:
    shown = list(blocks_and_parts(composed("bulletin").document))
    assert {type(block) for block in shown} == set(get_args(Block))
    assert {block.chart.kind for block in shown if isinstance(block, ChartFigure)} == set(ChartKind)


@pytest.mark.parametrize("theme", THEMES)
def test_both_files_say_what_the_document_says(theme: str) -> None:
    pdf, docx, said, said_in_word = files(theme)
    assert disagreements(pdf_blocks(pdf), said) == []
    assert without_kinds(blocks(docx)) == said_in_word
    assert faults(docx) == []


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_is_empty(theme: str) -> None:
    pdf, *_ = files(theme)
    with pikepdf.open(BytesIO(pdf)) as read:
        assert all(b"MCID" in page.Contents.read_bytes() for page in read.pages)


def test_pictures_are_in_the_pdf_with_their_words() -> None:
    pdf, *_ = files("bulletin")
    pictures = [b for b in composed("bulletin").document.blocks if isinstance(b, ImageFigure)]
    assert pictures
    alts = {element.alt for element in walk(elements(pdf)) if element.tag == "Figure"}
    assert {picture.alt for picture in pictures} <= alts
    with pikepdf.open(BytesIO(pdf)) as read:
        images = [(int(image.Width), int(image.Height)) for image in read.pages[0].Resources.XObject.values()]
    assert images == [(picture.picture.width, picture.picture.height) for picture in pictures]
