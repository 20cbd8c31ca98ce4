"""What each output can say: every kind of block, of inline and of chart, read back from both files.

The sample must hold every kind that the model has, so that nothing can be added which an output passes over in silence.
"""

from __future__ import annotations

from typing import get_args

import pytest

from reportgen.fonts.book import open_faces
from reportgen.layout.lay_out import Layout, lay_out
from reportgen.model.block import Block, ChartFigure, Heading, ListBlock, Paragraph, Table
from reportgen.model.chart import ChartKind
from reportgen.model.document import Document
from reportgen.model.inline import Inline
from reportgen.theme.load import load_theme
from reportgen.writers.docx.write import write_docx
from reportgen.writers.pdf.write import write_pdf
from tests.parity.reading import disagreements, pdf_blocks
from tests.writers.docx.readback import blocks, plainly, plainly_in_word, without_kinds
from tests.writers.docx.samples import CHARTS, bulletin, document, figure

THEMES = ["bulletin", "plain"]


def every_kind() -> Document:
    """Return the sample with every block and inline, and one figure for each kind of chart."""
    figures = (figure(f"chart {name}", chart) for name, chart in CHARTS.items())
    return document(*bulletin().blocks, *figures)


def laid_out(whole: Document, theme_name: str) -> tuple[Layout, bytes, bytes]:
    theme = load_theme(theme_name)
    faces = open_faces(theme.face_names())
    layout = lay_out(whole, theme, faces)
    return layout, write_pdf(layout.pages, whole.metadata, theme, faces), write_docx(whole, layout.geometry, theme)


@pytest.mark.parametrize("theme", THEMES)
def test_both_files_say_every_kind(theme: str) -> None:
    whole = every_kind()
    layout, pdf, docx = laid_out(whole, theme)
    said = plainly(whole, layout.geometry)
    assert disagreements(pdf_blocks(pdf), said) == []
    assert without_kinds(blocks(docx)) == plainly_in_word(whole, layout.geometry)


def test_the_sample_holds_every_kind_of_block() -> None:
    assert {type(block) for block in every_kind().blocks} == set(get_args(Block))


def test_the_sample_holds_every_kind_of_inline() -> None:
    found: set[type] = set()
    for block in every_kind().blocks:
        match block:
            case Heading() | Paragraph():
                found |= {type(inline) for inline in block.inlines}
            case ListBlock():
                found |= {type(inline) for item in block.items for inline in item.inlines}
            case Table():
                found |= {type(inline) for row in block.rows for cell in row for inline in cell.inlines}
            case _:
                continue
    assert found == set(get_args(Inline))


def test_the_sample_holds_every_kind_of_chart() -> None:
    assert {b.chart.kind for b in every_kind().blocks if isinstance(b, ChartFigure)} == set(ChartKind)
