"""A whole file: it reads back as the document says, is sound, is the same every time, and Word's own rules take it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import get_args
from zipfile import ZipFile

import docx
import pytest

from reportgen.model.block import Block, Contents, ListBlock, PageBreak
from reportgen.model.document import Document
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples
from tests.writers.docx.archive import changed, file_of, members, text_of, written
from tests.writers.docx.outline import outline
from tests.writers.docx.package_rules import faults
from tests.writers.docx.readback import ReadBlock, blocks, plainly, without_kinds

GOLDEN = Path(__file__).parent / "golden" / "bulletin.txt"
VALIDATOR = (
    Path(__file__).parents[3] / ".tools" / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
)

ONE_OF_EACH: dict[str, Block] = {
    "heading": samples.heading("h", Role.SECTION, "专利"),
    "paragraph": samples.paragraph("p", "正文。"),
    "list": next(block for block in samples.bulletin().blocks if isinstance(block, ListBlock)),
    "table": samples.table("t"),
    "figure": samples.figure("f", samples.LINE),
    "image": samples.image("i", samples.PNG),
    "box": samples.box("b"),
    "figures side by side": samples.row("b", samples.figure("l", samples.LINE), samples.figure("r", samples.PIE)),
    "page break": PageBreak(BlockId("break"), samples.SPAN),
    "contents": Contents(BlockId("c"), Role.CONTENTS_TITLE, samples.SPAN, "目录", 2),
}


def validated(content: bytes, folder: Path) -> list[str]:
    """Return what the Open XML SDK says against a file."""
    node = shutil.which("node")
    assert node is not None
    path = folder / "file.docx"
    path.write_bytes(content)
    answer = subprocess.run([node, VALIDATOR, path], capture_output=True, check=False, text=True)
    assert answer.stdout, answer.stderr
    return [
        f"{error['path']} {error['xPath']}: {error['description']}" for error in json.loads(answer.stdout)["errors"]
    ]


def test_the_body_is_as_reviewed() -> None:
    """With UPDATE_GOLDEN set, the golden is written anew instead: read what has changed in it."""
    told = outline(file_of(samples.bulletin()))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_it_reads_back_as_the_document_says() -> None:
    whole = samples.bulletin()
    geometry = samples.geometry(whole)
    assert without_kinds(blocks(write_docx(whole, geometry, samples.THEME))) == plainly(whole, geometry)


def test_python_docx_reads_styles_by_their_names() -> None:
    read = docx.Document(BytesIO(file_of(samples.bulletin())))
    names = [paragraph.style.name for paragraph in read.paragraphs if paragraph.style is not None]
    # python-docx shows built-in headings and captions under their names on screen.
    assert {"Title", "Subtitle", "Heading 1", "Heading 4", "Caption", "Body Text", "toc 1"} <= set(names)


def test_a_file_is_sound() -> None:
    assert faults(file_of(samples.bulletin())) == []


@pytest.mark.parametrize("block", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_each_kind_of_block_stands_alone(block: Block) -> None:
    whole = samples.document(block)
    geometry = samples.geometry(whole)
    content = write_docx(whole, geometry, samples.THEME)
    assert faults(content) == []
    assert without_kinds(blocks(content)) == plainly(whole, geometry)


def test_every_kind_of_block_has_a_row() -> None:
    assert {type(block) for block in ONE_OF_EACH.values()} == set(get_args(Block))


def test_a_document_without_anything_is_a_file_all_the_same() -> None:
    content = file_of(
        replace(samples.document(), furniture=replace(samples.document().furniture, header=(), footer=()))
    )
    assert faults(content) == []
    assert blocks(content) == []


def test_the_same_input_gives_the_same_bytes() -> None:
    assert file_of(samples.bulletin()) == file_of(samples.bulletin())


def test_members_carry_no_time_and_a_fixed_order() -> None:
    content = file_of(samples.bulletin())
    with ZipFile(BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert members(content)[:3] == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]


def test_nothing_of_an_editing_session_is_written() -> None:
    text = text_of(file_of(samples.bulletin()), "word/document.xml") + text_of(
        file_of(samples.bulletin()), "word/settings.xml"
    )
    assert "rsid" not in text


def test_characters_that_xml_cannot_hold_are_dropped() -> None:
    content = written(samples.paragraph("p", "一\x00二\x0b三\ufffe四\ud800五"))
    assert blocks(content) == [ReadBlock("Body Text", "一二三四五")]


def test_markup_in_text_stays_text() -> None:
    said = '<w:p/> & "引号" ]]> {{ 1 }}'
    assert blocks(written(samples.paragraph("p", said))) == [ReadBlock("Body Text", said)]


def test_a_long_table_keeps_all_its_rows() -> None:
    content = written(samples.table("t", 300))
    (table,) = blocks(content)
    assert len(table.rows) == 302
    assert faults(content) == []


def test_an_empty_paragraph_is_left_out() -> None:
    assert blocks(written(samples.paragraph("p"), samples.paragraph("q", "有"))) == [ReadBlock("Body Text", "有")]


@pytest.mark.needs_ooxml_validator
@pytest.mark.parametrize(
    "whole",
    [
        samples.bulletin(),
        samples.document(),
        samples.document(samples.table("t", 2), samples.table("u", 2)),
        samples.document(*(samples.figure(name.replace(" ", ""), chart) for name, chart in samples.CHARTS.items())),
    ],
    ids=["bulletin", "empty", "tables that touch", "charts"],
)
def test_the_open_xml_sdk_finds_nothing(whole: Document, tmp_path: Path) -> None:
    assert validated(file_of(whole), tmp_path) == []


@pytest.mark.needs_ooxml_validator
def test_the_open_xml_sdk_would_find_something(tmp_path: Path) -> None:
    broken = changed(file_of(samples.bulletin()), "word/document.xml", "<w:jc ", "<w:jx ")
    assert validated(broken, tmp_path)


def test_the_samples_hold_every_kind() -> None:
    assert {type(block) for block in samples.bulletin().blocks} == set(get_args(Block))
