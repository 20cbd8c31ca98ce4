"""Text that looks like markup, mathematics, a template or a formula is text, whether an author or a workbook has it."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import ZipFile

import openpyxl
import pikepdf

from reportgen import pipeline
from reportgen.layout.lay_out import lay_out
from reportgen.model.block import ChartFigure, Table
from reportgen.model.document import Document
from reportgen.model.inline import plain
from reportgen.request import Request
from reportgen.writers.docx.write import write_docx
from reportgen.writers.pdf.write import write_pdf
from tests.parity.reading import disagreements, pdf_blocks
from tests.writers.docx.package_rules import faults
from tests.writers.docx.readback import ReadBlock, blocks, plainly, without_kinds

CANARY = "<b>R&D</b> <x% <img src='/etc/hostname'/> &lt; ${7*7}$ %s $100 — $200 {0.real}"
CELL = f"=cmd|'/C calc'!A0 {{0.__class__}} R&D <5% {CANARY} {{{{7*7}}}} {{% if %}}"
"""What a workbook may hold too, since nothing of it is ever read as an expression."""

SPEC = """reportgen: 1
title: &
issue: &
contents: true
output: canary
params:
  year: {type: year, default: 2024}
  client: {type: text, default: &}
workbooks:
  簿: {path: book.xlsx, period: year}
data:
  数: 簿!表
sections:
  - section: &
    body:
      - article: &
        source: &
        body:
          - heading: &
            body:
              - text: |
                  ! **!** {{ client }} {{ 数.前(1) | 名称 }}[^一] [!](https://example.org/?a=1&b=<2>)

                  - !

                  [^一]: !
              - box: |
                  !
                title: &
              - table: 数
                caption: &
                note: &
                missing: "%s"
              - chart: column
                data: 数
                caption: &
                note: &
"""


class Written(NamedTuple):
    """A report full of canaries, in both forms, with what both should say."""

    document: Document
    said: list[ReadBlock]
    pdf: bytes
    docx: bytes


def spec() -> str:
    """Return the spec with the canary in every text."""
    quoted = re.sub(r"(?<=: )&", lambda _: f'"{CANARY}"', SPEC)
    return re.sub(r"!(?!表)", lambda _: CANARY, quoted)


@cache
def written() -> Written:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "spec.yaml").write_text(spec(), encoding="utf-8")
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "表"
        for row in (["标题" + CELL], ["项目", CELL], ["甲" + CELL, 2], ["乙" + CELL, 1], ["注：" + CELL]):
            sheet.append(row)
        for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
            cell.data_type = "s"
        book.save(root / "book.xlsx")
        request = Request(root / "spec.yaml")
        composed = pipeline.compose(request)
        ready = pipeline.dressed(composed)
        assert [problem for problem in ready.problems if problem.fatal] == []
        layout = lay_out(composed.document, ready.theme, ready.faces)
        pdf = write_pdf(layout.pages, composed.document.metadata, ready.theme, ready.faces)
        docx = write_docx(composed.document, layout.geometry, ready.theme)
        return Written(composed.document, plainly(composed.document, layout.geometry), pdf, docx)


def test_the_document_holds_every_canary_letter_by_letter() -> None:
    texts = "\n".join(block.text for block in written().said)
    assert texts.count(CANARY) >= 14
    (table,) = (block for block in written().document.blocks if isinstance(block, Table))
    (figure,) = (block for block in written().document.blocks if isinstance(block, ChartFigure))
    assert [plain(row[0].inlines) for row in table.rows] == ["甲" + CELL, "乙" + CELL]
    assert figure.chart.categories == ("甲" + CELL, "乙" + CELL)


def test_both_files_say_it_letter_by_letter() -> None:
    assert disagreements(pdf_blocks(written().pdf), written().said) == []
    assert without_kinds(blocks(written().docx)) == written().said


def test_the_word_file_obeys_its_rules_and_holds_no_formula() -> None:
    assert faults(written().docx) == []
    with ZipFile(BytesIO(written().docx)) as archive:
        (inner,) = (name for name in archive.namelist() if name.endswith(".xlsx"))
        book = openpyxl.load_workbook(BytesIO(archive.read(inner)))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_the_pdf_leads_to_no_other_place_than_the_link_does() -> None:
    with pikepdf.open(BytesIO(written().pdf)) as pdf:
        assert {str(key) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) for key in item} & {
            "/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles"
        } == set()  # fmt: skip
        actions = [note.A for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note]
        assert {str(action.S) for action in actions} == {"/URI"}
        assert all(str(action.URI).startswith("https://example.org/") for action in actions)


def test_the_longest_text_that_a_cell_holds_is_set_in_both_files(tmp_path: Path) -> None:
    longest = "x" * 32_767
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "表"
    for row in (["项目", "数"], [longest, 2], ["乙", 1]):
        sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    head = SPEC.partition("sections:")[0].replace("&", "甲")
    body = "body:\n  - chart: bar\n    data: 数\n    caption: 图\n  - text: 有 {{ 数.前(1) | 名称 }}。\n"
    (tmp_path / "spec.yaml").write_text(head + body, encoding="utf-8")
    request = Request(tmp_path / "spec.yaml")
    files = pipeline.render(pipeline.compose(request), request)
    texts = "".join(block.text for block in pdf_blocks(files["canary.pdf"])).replace("\n", "")
    assert texts.count(longest) == "".join(block.text for block in blocks(files["canary.docx"])).count(longest) == 2
