"""Headers, footers and the page: fields with their results, baselines where the theme wants them."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from reportgen.model.document import Document, Field, Furniture, FurnitureLine
from reportgen.roles import Role
from reportgen.theme.look import PageLook
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples
from tests.writers.docx.archive import members, tree_of
from tests.writers.docx.outline import _paragraph as outlined

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
THEME = samples.THEME


def file(header: FurnitureLine, footer: FurnitureLine, page: PageLook = THEME.page, *, section: bool = True) -> bytes:
    blocks = [samples.heading("s", Role.SECTION, "专利")] if section else []
    whole: Document = replace(samples.document(*blocks), furniture=Furniture(header, footer))
    return write_docx(whole, samples.geometry(whole), replace(THEME, page=page))


def line(content: bytes, name: str) -> str:
    return outlined(tree_of(content, f"word/{name}.xml")[0])


def section(content: bytes) -> etree._Element:
    found = tree_of(content, "word/document.xml").find(f"{W}body/{W}sectPr")
    assert found is not None
    return found


def test_fields_have_their_results() -> None:
    content = file(("月报\t", Field.SECTION), ("第 ", Field.PAGE, " 页，共 ", Field.PAGES, " 页"))
    assert line(content, "header1") == "Header (jc val=left): 、月报|→|{|STYLEREF 1|:|、专利|}"
    assert line(content, "footer2") == "Footer: 、第| |{|PAGE|:|1|}| |、页，共| |{|NUMPAGES|:|3|}| |、页"


def test_without_sections_there_is_no_running_head() -> None:
    assert line(file((Field.SECTION,), (), section=False), "header1") == "Header: "


def test_a_text_that_reads_like_a_field_is_a_text() -> None:
    assert line(file(("page",), ()), "header1") == "Header: page"


def test_where_nothing_is_said_there_is_no_part() -> None:
    content = file((), ())
    assert not [name for name in members(content) if "header" in name or "footer" in name]
    assert section(content).find(W + "titlePg") is None


def test_a_first_page_without_header_keeps_its_footer() -> None:
    content = file(("月报",), (Field.PAGE,), replace(THEME.page, first_header=False))
    kinds = [(etree.QName(e).localname, e.get(W + "type")) for e in section(content) if "Reference" in str(e.tag)]
    assert kinds == [
        ("headerReference", "default"),
        ("headerReference", "first"),
        ("footerReference", "default"),
        ("footerReference", "first"),
    ]
    assert section(content).find(W + "titlePg") is not None
    assert line(content, "header2") == "Normal: "
    assert line(content, "footer4") == line(content, "footer3")


def test_the_page_is_the_themes_and_baselines_become_edges() -> None:
    margins = section(file(("月报",), ())).find(W + "pgMar")
    assert margins is not None
    said = {etree.QName(str(key)).localname: int(str(value)) for key, value in margins.attrib.items()}
    # 50 pt to the header's baseline, which lies 0.8 of 12 pt below the line's top; 34 pt from the foot likewise.
    assert said["header"] == round((50 - 9.6) * 20)
    assert said["footer"] == round((34 - 2.4) * 20)
    width = section(file((), ())).find(W + "pgSz")
    assert width is not None
    assert int(str(width.get(W + "w"))) - said["left"] - said["right"] == round(THEME.page.measure * 20)
