"""The Word file as LibreOffice sets it: the PDF's pages within one, each heading on its page within one, our faces."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.fonts.book import open_faces
from reportgen.layout.lay_out import lay_out
from reportgen.model.block import Align, CaptionKind, Cell, Heading
from reportgen.model.document import Document
from reportgen.model.inline import CrossReference, plain
from reportgen.model.pages import TextLine
from reportgen.theme.load import load_theme
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples
from tests.writers.docx.office import (
    FAMILIES,
    as_pdf,
    faces_of,
    font_configuration,
    lines_of,
    page_shapes,
    page_texts,
)

pytestmark = [pytest.mark.needs_soffice, pytest.mark.needs_poppler]


def long_bulletin() -> Document:
    """Return the sample bulletin with text enough for several pages."""
    text = "2024 年调查显示，我国企业专利研发动力持续增强，研发投入力度进一步加大，产学研合作创新更加活跃。" * 4
    extra = [samples.paragraph(f"x{number}", f"第 {number} 段。{text}") for number in range(40)]
    blocks = samples.bulletin().blocks
    return samples.document(*blocks[:10], *extra, *blocks[10:])


@pytest.mark.parametrize("name", ["bulletin", "plain"])
def test_pages_agree_within_one(name: str, tmp_path: Path) -> None:
    whole, theme = long_bulletin(), load_theme(name)
    geometry = lay_out(whole, theme, open_faces(theme.face_names())).geometry
    path = as_pdf(write_docx(whole, geometry, theme), tmp_path)
    pages = page_texts(path)
    assert abs(len(pages) - geometry.page_count) <= 1
    for block in whole.blocks:
        if isinstance(block, Heading):
            said = "".join(plain(block.inlines).split())
            page = int(geometry.pages_of[block.id])
            assert any(said in text for text in pages[max(0, page - 2) : page + 1]), (said, page)


def test_wide_tables_lie_on_their_side_and_no_page_is_empty(tmp_path: Path) -> None:
    wide = replace(samples.table("t", 3, samples.caption(CaptionKind.TABLE, 1, "宽表")), wide=True)
    long = replace(samples.table("u", 40), wide=True)
    text = [samples.paragraph(f"x{number}", "文" * 400) for number in range(6)]
    whole = samples.document(*text, wide, samples.paragraph("p", "后面的文字"), samples.table("v", 3), long)
    theme = load_theme("bulletin")
    geometry = lay_out(whole, theme, open_faces(theme.face_names())).geometry
    path = as_pdf(write_docx(whole, geometry, theme), tmp_path)
    pages = page_texts(path)
    assert re.fullmatch(r"\|\|-\|-{2,3}", page_shapes(path))
    assert abs(len(pages) - geometry.page_count) <= 1
    assert all("文" in text or "年份" in text for text in pages)


def test_what_is_one_line_of_a_narrow_column_stays_one(tmp_path: Path) -> None:
    head = tuple(Cell(samples.words(text), header=True) for text in ("年份", *["电力热力燃气生产和供应业"] * 12))
    rows = tuple(
        (Cell(samples.words(f"{year} 年"), header=True), *[Cell(samples.words("36544.6"))] * 12)
        for year in range(2015, 2025)
    )
    columns = (Align.CENTER, *[Align.RIGHT] * 12)
    block = replace(samples.table("t"), header=(head,), rows=rows, columns=columns, highlight=())
    whole, theme = samples.document(block), load_theme("bulletin")
    geometry = lay_out(whole, theme, open_faces(theme.face_names())).geometry
    found = lines_of(as_pdf(write_docx(whole, geometry, theme), tmp_path))
    assert [f"{year} 年" in "\n".join(found) for year in range(2015, 2025)] == [True] * 10


def test_a_label_stays_with_its_number(tmp_path: Path) -> None:
    """Where the label would fit the line and the number would not; LibreOffice hangs a space over an exact fit."""
    figure = samples.bulletin().blocks[10]
    text = samples.paragraph("x", "甲 12 " + "文" * 39, "参见", CrossReference("图 1", figure.id), "所示的数据")
    whole, theme = samples.document(figure, text), load_theme("bulletin")
    geometry = lay_out(whole, theme, open_faces(theme.face_names())).geometry
    lines = [line.strip() for line in lines_of(as_pdf(write_docx(whole, geometry, theme), tmp_path))]
    assert [line[-2:] for line in lines if "文" in line] == ["参见"]


def test_footnotes_stand_on_the_page_of_their_markers(tmp_path: Path) -> None:
    text = [
        samples.paragraph(f"x{number}", "文" * 300, samples.footnote(number, f"注{number}号"))
        for number in range(1, 12)
    ]
    whole, theme = samples.document(*text), load_theme("bulletin")
    layout = lay_out(whole, theme, open_faces(theme.face_names()))
    pages = page_texts(as_pdf(write_docx(whole, layout.geometry, theme), tmp_path))
    ours = [
        "".join(run.text for item in page.items if isinstance(item, TextLine) for run in item.runs)
        for page in layout.pages.pages
    ]
    assert len(pages) == len(ours)
    for number in range(1, 12):
        assert [f"注{number}号" in text for text in pages] == [f"注{number}号" in text for text in ours]


def test_the_contents_show_their_pages(tmp_path: Path) -> None:
    whole, theme = samples.bulletin(), load_theme("bulletin")
    geometry = lay_out(whole, theme, open_faces(theme.face_names())).geometry
    first = page_texts(as_pdf(write_docx(whole, geometry, theme), tmp_path))[0]
    for block in whole.blocks:
        if isinstance(block, Heading) and block.level <= 3:
            number = block.number.text if block.number else ""
            entry, _, rest = first.partition("".join((number + plain(block.inlines)).split()))
            assert entry
            assert rest.lstrip(".·…").startswith(geometry.pages_of[block.id])


def test_it_is_set_in_the_faces_of_this_clone(tmp_path: Path) -> None:
    whole = samples.bulletin()
    path = as_pdf(write_docx(whole, samples.geometry(whole), samples.THEME), tmp_path)
    families = {family.replace(" ", "") for family in FAMILIES.values()}
    assert {face.split("-")[0] for face in faces_of(path)} <= families


def test_the_font_configuration_names_every_face_once(tmp_path: Path) -> None:
    told = font_configuration(tmp_path)
    assert all(told.count(f"<string>{name}</string>") == 1 for name in FAMILIES)
