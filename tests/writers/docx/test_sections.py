"""Sections: wide tables on pages lying on their side, with the furniture of such pages."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from reportgen.model.block import Block, Table
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples
from tests.writers.docx.archive import members, tree_of, written
from tests.writers.docx.package_rules import faults

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def wide(identity: str, rows: int = 2) -> Table:
    return replace(samples.table(identity, rows), wide=True)


def sections(*blocks: Block) -> list[etree._Element]:
    content = written(*blocks)
    assert faults(content) == []
    return list(tree_of(content, "word/document.xml").iter(W + "sectPr"))


def lying(section: etree._Element) -> bool:
    size = section.find(W + "pgSz")
    assert size is not None
    turned = size.get(W + "orient") == "landscape"
    assert turned is (int(str(size.get(W + "w"))) > int(str(size.get(W + "h"))))
    return turned


def test_a_wide_table_stands_in_a_section_of_its_own() -> None:
    found = sections(samples.paragraph("p", "前"), wide("t"), samples.paragraph("q", "后"))
    assert [lying(section) for section in found] == [False, True, False]


def test_wide_tables_that_touch_share_a_section() -> None:
    found = sections(samples.paragraph("p", "前"), wide("t"), wide("u"), samples.paragraph("q", "后"))
    assert [lying(section) for section in found] == [False, True, False]


def test_a_document_may_begin_and_end_with_one() -> None:
    assert [lying(section) for section in sections(wide("t"), samples.paragraph("q", "后"))] == [True, False]
    assert [lying(section) for section in sections(samples.paragraph("q", "前"), wide("t"))] == [False, True]


def test_the_last_paragraph_before_ends_the_section_and_no_empty_one() -> None:
    body = tree_of(written(samples.paragraph("p", "前"), wide("t")), "word/document.xml")[0]
    first = body[0]
    assert [t.text for t in first.iter(W + "t")] == ["前"]
    assert first.find(f"{W}pPr/{W}sectPr") is not None


def test_every_section_names_its_furniture() -> None:
    found = sections(samples.paragraph("p", "前"), wide("t"), samples.paragraph("q", "后"))
    names = [[str(e.get(R + "id")) for e in section if e.get(R + "id")] for section in found]
    assert names == [["rIdHeader", "rIdFooter"], ["rIdTurnedHeader", "rIdTurnedFooter"], ["rIdHeader", "rIdFooter"]]


def test_the_header_of_a_turned_page_ends_at_its_edge() -> None:
    content = written(samples.paragraph("p", "前"), wide("t"))
    names = [name for name in members(content) if name.startswith("word/header")]
    stops = [[e.get(W + "val") for e in tree_of(content, name).iter(W + "tab") if e.get(W + "pos")] for name in names]
    assert stops == [[], ["clear", "right"]]


def test_lines_beside_a_wide_table_go_by_the_turned_measure() -> None:
    block = replace(wide("t"), unit="单位：件")
    whole = samples.document(samples.paragraph("p", "前"), block)
    geometry = replace(samples.geometry(whole), column_widths={block.id: (200.0, 200.0, 200.0)})
    tree = tree_of(write_docx(whole, geometry, samples.THEME), "word/document.xml")
    (indent,) = [e for e in tree.iter(W + "ind") if e.get(W + "right")]
    free = (samples.THEME.page.turned.measure - 600) / 2
    assert int(str(indent.get(W + "right"))) == round(free * 20)
