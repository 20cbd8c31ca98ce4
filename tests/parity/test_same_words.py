"""Document, PDF and Word file say the same, block by block, under every theme."""

from __future__ import annotations

import pytest

from reportgen.model.block import Block, Heading, ListBlock, Paragraph, Table
from reportgen.model.document import blocks_and_parts
from reportgen.model.inline import Number, Word
from tests.parity.built import bulletin, resolved, workbooks
from tests.parity.reading import disagreements, pdf_blocks, same_words
from tests.writers.docx.readback import ReadBlock, blocks, plainly, plainly_in_word, without_kinds

THEMES = ["bulletin", "plain"]


@pytest.mark.parametrize("theme", THEMES)
def test_the_pdf_says_what_the_document_says(theme: str) -> None:
    files = bulletin(theme)
    assert disagreements(pdf_blocks(files.pdf), plainly(files.resolved.document, files.geometry)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_word_file_says_what_the_document_says(theme: str) -> None:
    files = bulletin(theme)
    assert without_kinds(blocks(files.docx)) == plainly_in_word(files.resolved.document, files.geometry)


def test_the_document_is_the_same_under_every_theme() -> None:
    assert bulletin("bulletin").resolved.document == bulletin("plain").resolved.document
    assert bulletin("bulletin").pdf != bulletin("plain").pdf


def test_every_number_and_word_from_data_has_its_record_and_its_cells() -> None:
    found = resolved(workbooks())
    records = {record.id: record for record in found.trail.records}
    told = [(block.id, inline) for block in blocks_and_parts(found.document) for inline in _from_data(block)]
    assert len(told) > 60
    for block, inline in told:
        record = records[inline.record]
        assert (record.text, record.block) == (inline.text, block)
        assert record.cells


def _from_data(block: Block) -> list[Number | Word]:
    match block:
        case Heading() | Paragraph():
            inlines = list(block.inlines)
        case ListBlock():
            inlines = [inline for item in block.items for inline in item.inlines]
        case Table():
            inlines = [inline for row in block.rows for cell in row for inline in cell.inlines]
        case _:
            inlines = []
    return [inline for inline in inlines if isinstance(inline, Number | Word)]


@pytest.mark.parametrize(
    ("read", "said", "same"),
    [
        ("比例为\n86.6%", "比例为 86.6%", True),
        ("比例\n为 86.6%", "比例为 86.6%", True),
        ("比例为86.6%", "比例为 86.6%", False),
        ("比例为\n86.5%", "比例为 86.6%", False),
    ],
)
def test_a_line_end_stands_for_a_space_or_nothing(read: str, said: str, same: bool) -> None:
    assert same_words(read, said) is same


def test_a_missing_block_is_a_disagreement() -> None:
    one, two = ReadBlock("", "甲"), ReadBlock("", "乙")
    assert disagreements([one], [one, two]) == [(None, two)]
    assert disagreements([two], [one]) == [(two, one)]
