"""The gallery, which shows every block of the language, says the same in both files under every theme."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reportgen.model.block import Block, FigureRow, Table
from reportgen.model.document import blocks_and_parts
from reportgen.model.inline import Number, footnotes
from reportgen.pipeline import Composed, Request, compose
from tests.parity.reading import disagreements, pdf_blocks
from tests.parity.test_features import laid_out
from tests.writers.docx.readback import blocks, plainly, without_kinds

SPEC = Path(__file__).parents[2] / "specs" / "gallery.yaml"


@cache
def gallery() -> Composed:
    """Return the gallery's document."""
    return compose(Request(SPEC))


def found(kind: type[Block]) -> list[Block]:
    return [block for block in gallery().document.blocks if isinstance(block, kind)]


def test_nothing_is_wrong_with_it() -> None:
    assert gallery().problems == ()


@pytest.mark.parametrize("theme", ["bulletin", "plain"])
def test_both_files_say_the_same(theme: str) -> None:
    whole = gallery().document
    layout, pdf, docx = laid_out(whole, theme)
    said = plainly(whole, layout.geometry)
    assert disagreements(pdf_blocks(pdf), said) == []
    assert without_kinds(blocks(docx)) == said


def test_it_shows_footnotes_wide_tables_and_figures_side_by_side() -> None:
    assert [table for table in found(Table) if isinstance(table, Table) and table.wide]
    assert found(FigureRow)
    assert noted()


def noted() -> list[int]:
    rows = (getattr(block, "inlines", ()) for block in blocks_and_parts(gallery().document))
    items = (item.inlines for block in gallery().document.blocks for item in getattr(block, "items", ()))
    return sorted(note.ordinal for row in (*rows, *items) for note in footnotes(row))


def test_footnotes_count_through_the_document() -> None:
    assert noted() == list(range(1, len(noted()) + 1))


def test_numbers_in_footnotes_have_their_records() -> None:
    records = {record.id: record for record in gallery().trail.records}
    notes = [n for b in gallery().document.blocks for n in footnotes(getattr(b, "inlines", ()))]
    numbers = [inline for note in notes for inline in note.inlines if isinstance(inline, Number)]
    assert numbers
    assert all(records[number.record].text == number.text for number in numbers)
