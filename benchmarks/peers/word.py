"""The first peer: python-docx with matplotlib pictures; LibreOffice then makes the PDF of the file written here.

    python -m benchmarks.peers.word FONTS FOLDER CONTENT.json…

One process writes a single report; several are written side by side.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, assert_never

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from benchmarks.peers.content import Block, Chart, Content, Contents, read_content, sheet_rows
from benchmarks.peers.jobs import side_by_side

SERIF, SANS = ("Noto Serif SC", "Liberation Serif"), ("Noto Sans SC", "Liberation Sans")


def main() -> None:
    """Write the Word file of each content."""
    fonts, folder, *sources = (Path(argument) for argument in sys.argv[1:])
    side_by_side(partial(write, fonts, folder), sources)


def write(fonts: Path, folder: Path, source: Path) -> None:
    """Write one Word file below `folder`."""
    content = read_content(source)
    if any(block["kind"] == "chart" for block in content["blocks"]):
        from benchmarks.peers.drawing import prepare  # noqa: PLC0415 - matplotlib is heavy, and not every case needs it

        prepare(fonts)
    document = _blank()
    document.core_properties.title = content["title"]
    for block in content["blocks"]:
        _add(document, block, content)
    document.save(str(folder / f"{source.stem}.docx"))


def _blank() -> Any:
    """Return an empty document with the page and the styles of the report."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Pt(595.3), Pt(841.9)
    section.left_margin = section.right_margin = Pt(50.9)
    section.top_margin, section.bottom_margin = Pt(76), Pt(60.3)
    _field(section.footer.paragraphs[0], "PAGE", "1")
    section.footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    _style(document, "Normal", SERIF, 10.5, 16.8)
    for name, size in (("Title", 27.0), ("Heading 1", 20.0), ("Heading 2", 12.0), ("Heading 3", 10.5)):
        _style(document, name, SANS, size, size * 1.5)
    for name in ("Heading 4", "Heading 5"):
        _style(document, name, SANS, 10.5, 16.8)
    _style(document, "Caption", SANS, 9, 14)
    return document


def _style(document: Any, name: str, faces: tuple[str, str], size: float, leading: float) -> None:
    style = document.styles[name]
    style.font.name, style.font.size = faces[1], Pt(size)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), faces[0])
    style.paragraph_format.line_spacing = Pt(leading)
    style.paragraph_format.space_after = Pt(0)


def _add(document: Any, block: Block, content: Content) -> None:
    match block["kind"]:
        case "heading":
            document.add_heading(block["text"], min(block["level"], 5))
        case "paragraph":
            _paragraph(document, block["role"], block["text"])
        case "items":
            for item in block["items"]:
                _paragraph(document, "body", item)
        case "table":
            _note(document, block["caption"], centred=True)
            if block["unit"]:
                document.add_paragraph(block["unit"]).alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _table(document, [block["header"], *block["rows"]])
            for note in block["notes"]:
                _note(document, note)
        case "sheet":
            _note(document, block["caption"], centred=True)
            _table(document, list(sheet_rows(block)))
        case "chart":
            _picture(document, block)
        case "contents":
            _contents(document, block, content)
        case _:
            assert_never(block["kind"])


def _paragraph(document: Any, role: str, text: str) -> None:
    paragraph = document.add_paragraph(text, style="Title" if role == "title" else "Normal")
    if role == "body":
        paragraph.paragraph_format.first_line_indent = Pt(21)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    elif role == "source":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _note(document: Any, text: str, *, centred: bool = False) -> None:
    paragraph = document.add_paragraph(text, style="Caption")
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    """Add a table; its rows are filled by `row.cells` once each, the fast way that python-docx's users know."""
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    cells = table._cells  # noqa: SLF001 - table.cell() is quadratic; this list is the known way round it
    width = len(rows[0])
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            paragraph = cells[at * width + column].paragraphs[0]
            paragraph.text = text
            if column and at:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way to repeat a header row
    head.append(OxmlElement("w:tblHeader"))


def _picture(document: Any, chart: Chart) -> None:
    from benchmarks.peers.drawing import figure  # noqa: PLC0415 - as above

    picture = BytesIO()
    figure(chart).savefig(picture, format="png", dpi=200)
    picture.seek(0)
    document.add_picture(picture, width=Pt(395))
    paragraph = document.paragraphs[-1]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.keep_with_next = True
    _note(document, chart["caption"], centred=True)
    for note in chart["notes"]:
        _note(document, note)


def _contents(document: Any, block: Contents, content: Content) -> None:
    """Add a contents field with its entries filled in, without page numbers: python-docx knows of no pages."""
    document.add_paragraph(block["title"])
    headings = [b for b in content["blocks"] if b["kind"] == "heading" and b["level"] <= block["depth"]]
    paragraph = document.add_paragraph()
    _field(paragraph, f'TOC \\o "1-{block["depth"]}" \\h', "\n".join(heading["text"] for heading in headings))


def _field(paragraph: Any, instruction: str, shown: str) -> None:
    parts: Iterable[tuple[str, str]] = (("begin", ""), ("", instruction), ("separate", ""), ("=", shown), ("end", ""))
    for kind, text in parts:
        run = paragraph.add_run(text if kind == "=" else "")
        if kind == "":
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)  # noqa: SLF001 - fields have no other way in
        elif kind != "=":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 - as above


if __name__ == "__main__":
    main()
