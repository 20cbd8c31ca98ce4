"""Page breaks in Word: what follows begins a page, by a property of its first paragraph and by no empty one."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.model.block import Block, Contents, PageBreak
from reportgen.origins import BlockId
from reportgen.roles import Role
from tests.writers.docx import samples
from tests.writers.docx.archive import text_of, written
from tests.writers.docx.outline import W

BREAK = PageBreak(BlockId("break"), samples.SPAN)
FOLLOWING: dict[str, Block] = {
    "heading": samples.heading("h", Role.SECTION, "专利"),
    "paragraph": samples.paragraph("p", "正文。"),
    "list": next(b for b in samples.bulletin().blocks if type(b).__name__ == "ListBlock"),
    "captioned table": next(b for b in samples.bulletin().blocks if b.id == "t1"),
    "table": samples.table("t", 2),
    "table with a unit": samples.table("t", 2, None, "单位：件"),
    "figure": samples.figure("f", samples.LINE),
    "image": samples.image("i", samples.PNG),
    "box": samples.box("b"),
    "contents": Contents(BlockId("c"), Role.CONTENTS_TITLE, samples.SPAN, "目录", 2),
}


def paragraphs(*blocks: Block) -> list[etree._Element]:
    return list(etree.fromstring(text_of(written(*blocks), "word/document.xml").encode()).iter(W + "p"))


def begun(*blocks: Block) -> list[int]:
    """Return the paragraphs that begin a page, by their place in the body."""
    return [i for i, p in enumerate(paragraphs(*blocks)) if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]


@pytest.mark.parametrize("following", FOLLOWING.values(), ids=FOLLOWING)
def test_the_first_paragraph_after_it_begins_a_page(following: Block) -> None:
    before = samples.paragraph("before", "前文。")
    assert begun(before, BREAK, following) == [1]
    assert len(paragraphs(before, BREAK, following)) == len(paragraphs(before, following))


@pytest.mark.parametrize("following", FOLLOWING.values(), ids=FOLLOWING)
def test_nothing_begins_a_page_without_one(following: Block) -> None:
    assert begun(samples.paragraph("before", "前文。"), following) == []


def test_a_break_at_either_end_breaks_nothing() -> None:
    assert begun(BREAK, samples.paragraph("p", "正文。"), BREAK) == []


def test_breaks_that_touch_are_one() -> None:
    assert begun(samples.paragraph("a", "甲"), BREAK, BREAK, samples.paragraph("b", "乙")) == [1]
