"""Tables: widths said twice alike, rules, repeated headers, rows that stay together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from reportgen.model.block import Caption, CaptionKind, Table
from reportgen.origins import BlockId
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples
from tests.writers.docx.archive import tree_of, written
from tests.writers.docx.outline import outline
from tests.writers.docx.package_rules import faults

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def drawn(block: Table, widths: tuple[float, ...] | None = None, *, whole: bool = False) -> bytes:
    document = samples.document(block)
    geometry = samples.geometry(document)
    if widths:
        geometry = replace(geometry, column_widths={block.id: widths})
    if whole:
        geometry = replace(geometry, whole=frozenset({block.id}))
    return write_docx(document, geometry, samples.THEME)


def rows(content: bytes) -> list[etree._Element]:
    return list(tree_of(content, "word/document.xml").iter(W + "tr"))


def held(content: bytes) -> list[bool]:
    """Return for each row whether it stands on the page of the next."""
    return [row.find(f".//{W}keepNext") is not None for row in rows(content)]


def test_widths_add_up_to_the_whole() -> None:
    content = drawn(samples.table("t"), (33.333, 33.333, 33.333))
    widths = [int(str(e.get(W + "w"))) for e in tree_of(content, "word/document.xml").iter(W + "gridCol")]
    assert sum(widths) == round(99.999 * 20)
    assert faults(content) == []


def test_header_rows_repeat_and_no_row_breaks() -> None:
    content = drawn(samples.table("t", 2))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows(content)] == [True, True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows(content))


def test_two_rows_stand_on_either_side_of_a_break() -> None:
    assert held(drawn(samples.table("t", 5))) == [True, True, True, False, False, True, False]


def test_a_table_that_stands_whole_is_held_together() -> None:
    assert held(drawn(samples.table("t", 3), whole=True)) == [True, True, True, True, False]


def test_cells_of_a_table_that_fits_only_smaller_take_a_style_of_their_own() -> None:
    document = samples.document(samples.table("t", 1), samples.table("u", 1))
    geometry = replace(samples.geometry(document), smaller={BlockId("t"): 1.5})
    content = write_docx(document, geometry, samples.THEME)
    named = [str(e.get(W + "val")) for row in rows(content) for e in row.iter(W + "pStyle")]
    assert {name for name in named if "Less" in name} == {"TableHeadLess15", "TableLabelLess15", "TableNumberLess15"}
    assert named.count("TableNumberLess15") == named.count("TableNumber") == 2
    (style,) = tree_of(content, "word/styles.xml").findall(f"{W}style[@{W}styleId='TableNumberLess15']")
    assert [e.get(W + "val") for e in style.iter(W + "sz")] == ["13"]
    assert [e.get(W + "line") for e in style.iter(W + "spacing")] == ["210"]
    assert faults(content) == []


def test_notes_stay_below_the_last_row() -> None:
    assert held(drawn(samples.table("t", 1, notes=["注：略。"])))[-1]


def test_a_table_without_header_has_no_repeated_rows() -> None:
    content = drawn(replace(samples.table("t", 2), header=()))
    assert [row.find(f"{W}trPr/{W}tblHeader") for row in rows(content)] == [None, None]
    assert faults(content) == []


def test_caption_and_unit_stand_above_notes_below() -> None:
    block = samples.table("t", 1, samples.caption(CaptionKind.TABLE, 1, "题"), "单位：件", ["注：甲。", "注：乙。"])
    lines = outline(written(block)).splitlines()
    assert [line.split(":")[0].split(" ")[0] for line in lines] == [
        "Caption",
        "TableUnit",
        "table",
        "",
        "",
        "",
        "Note",
        "Note",
    ]


def test_lines_beside_a_narrow_table_are_as_wide_as_it_is() -> None:
    content = drawn(samples.table("t", 1, None, "单位：件", ["注：甲。"]), (100.0, 100.0, 100.0))
    free = round((samples.THEME.page.measure - 300) / 2 * 20)
    assert outline(content).count(f"left={free} right={free}") == 2


@pytest.mark.parametrize("caption", [None, samples.caption(CaptionKind.TABLE, 1, "题")])
def test_space_below_a_table_is_above_what_follows(caption: Caption | None) -> None:
    after = outline(written(samples.table("t", 1, caption), samples.paragraph("p", "后"))).splitlines()[-1]
    assert after == "BodyText (spacing before=240): 、后"


def test_a_table_at_the_end_and_tables_that_touch_are_parted() -> None:
    content = written(samples.table("t", 1), samples.table("u", 1))
    assert faults(content) == []
    body = tree_of(content, "word/document.xml")[0]
    assert [etree.QName(e).localname for e in body] == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_a_table_is_told_by_its_id_alone() -> None:
    other = replace(samples.table("t", 1), id=BlockId("other"))
    assert outline(drawn(other)) == outline(drawn(samples.table("t", 1)))


def test_a_row_brought_forward_has_its_ground_in_every_cell() -> None:
    block = replace(samples.table("t"), highlight=(), forward=(1,))
    filled = [len(list(row.iter(W + "shd"))) for row in rows(drawn(block))]
    assert filled == [0, 0, 0, 3, 0]
