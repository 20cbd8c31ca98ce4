"""Document, PDF and Word file say the same, block by block, under every theme."""

from __future__ import annotations

import pytest

from reportgen.model.block import Table
from reportgen.model.inline import Number
from tests.parity.built import bulletin, resolved, workbooks
from tests.parity.reading import disagreements, pdf_blocks, same_words
from tests.writers.docx.readback import ReadBlock, blocks, plainly, without_kinds

THEMES = ["bulletin", "plain"]


@pytest.mark.parametrize("theme", THEMES)
def test_the_pdf_says_what_the_document_says(theme: str) -> None:
    files = bulletin(theme)
    assert disagreements(pdf_blocks(files.pdf), plainly(files.resolved.document, files.geometry)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_word_file_says_what_the_document_says(theme: str) -> None:
    files = bulletin(theme)
    assert without_kinds(blocks(files.docx)) == plainly(files.resolved.document, files.geometry)


def test_the_document_is_the_same_under_every_theme() -> None:
    assert bulletin("bulletin").resolved.document == bulletin("plain").resolved.document
    assert bulletin("bulletin").pdf != bulletin("plain").pdf


def test_every_number_of_a_table_has_its_record() -> None:
    found = resolved(workbooks())
    records = {record.id: record for record in found.trail.records}
    tables = [block for block in found.document.blocks if isinstance(block, Table)]
    assert tables
    for table in tables:
        numbers = [i for row in table.rows for cell in row for i in cell.inlines if isinstance(i, Number)]
        assert numbers
        assert all(records[number.record].text == number.text for number in numbers)


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
