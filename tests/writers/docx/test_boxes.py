"""Boxes in Word: a cell whose paragraphs are like any others, in the look of the theme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.model.block import Block
from reportgen.theme.look import BoxLook
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples
from tests.writers.docx.archive import text_of, written
from tests.writers.docx.package_rules import faults
from tests.writers.docx.readback import ReadBlock, blocks


def body(look: BoxLook, *, whole: bool = False) -> str:
    document = samples.document(samples.box("b"))
    geometry = samples.geometry(document)
    if whole:
        geometry = replace(geometry, whole=frozenset([document.blocks[0].id]))
    return text_of(write_docx(document, geometry, replace(samples.THEME, box=look)), "word/document.xml")


def test_its_paragraphs_read_in_order_with_live_numbers() -> None:
    assert blocks(written(samples.box("b"))) == [
        ReadBlock("Box Title", "编者按"),
        ReadBlock("Box Text", "据调查，比例为 86.6%。"),
        ReadBlock("Box Text", "1. 甲项"),
        ReadBlock("Box Text", "• 其中一部分"),
        ReadBlock("Box Text", "见国知局。"),
    ]


def test_a_bar_takes_the_place_of_the_left_side() -> None:
    text = body(BoxLook(fill="EEF3F5", colour="1B4B66", bar=3, frame=0.5))
    assert '<w:left w:val="single" w:sz="24" w:space="0" w:color="1B4B66"/>' in text
    assert '<w:right w:val="single" w:sz="4" w:space="0" w:color="1B4B66"/>' in text
    assert 'w:fill="EEF3F5"' in text


def test_what_the_theme_leaves_out_is_not_drawn() -> None:
    text = body(BoxLook(fill="", bar=0, frame=0))
    assert "tblBorders" not in text
    assert "w:shd" not in text


def test_only_a_box_on_one_page_is_kept_whole() -> None:
    assert "cantSplit" not in body(BoxLook())
    assert "cantSplit" in body(BoxLook(), whole=True)


def test_a_box_that_may_break_is_kept_with_nothing() -> None:
    """What divides it from the text above would take it along whole; the text's last paragraph is another divider."""
    assert body(BoxLook()).count("<w:keepNext/>") == 1
    assert body(BoxLook(), whole=True).count("<w:keepNext/>") == 2


@pytest.mark.parametrize(
    "around",
    [
        (samples.box("a"), samples.box("b")),
        (samples.table("t", 2), samples.box("b"), samples.table("u", 2)),
        (samples.box("b"),),
    ],
    ids=["boxes that touch", "between tables", "alone"],
)
def test_a_box_stays_apart_from_tables(around: tuple[Block, ...]) -> None:
    assert faults(written(*around)) == []
    assert text_of(written(*around), "word/document.xml").count("<w:tbl>") == len(around)
