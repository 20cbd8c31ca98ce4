"""Page breaks among blocks: what follows begins a page, and no page is empty."""

from __future__ import annotations

import pytest

from reportgen.layout.lay_out import lay_out
from reportgen.model.block import Block
from reportgen.roles import Role
from tests.layout.documents import (
    box,
    document,
    fake_faces,
    figure,
    heading,
    image,
    items,
    page_break,
    paragraph,
    table,
)
from tests.layout.looks import small_theme

THEME = small_theme()
FACES = fake_faces(THEME)

FOLLOWING: dict[str, Block] = {
    "paragraph": paragraph("后", "后文。"),
    "heading": heading("后", "标题", 1, Role.SECTION),
    "list": items("后", ["甲", "乙"]),
    "table": table("后", 2),
    "long table": table("后", 30),
    "figure": figure("后", "题"),
    "image": image("后"),
    "box": box("后", "一句。"),
}


def begins(*blocks: Block) -> dict[str, str]:
    pages = lay_out(document(*blocks), THEME, FACES).geometry.pages_of
    return {str(block): page for block, page in pages.items()}


@pytest.mark.parametrize("following", FOLLOWING.values(), ids=FOLLOWING)
def test_what_follows_begins_a_page(following: Block) -> None:
    assert begins(paragraph("前", "前文。"), following)["后"] == "1"
    assert begins(paragraph("前", "前文。"), page_break(), following)["后"] == "2"


def test_no_page_is_empty() -> None:
    full = paragraph("前", "正文" * 10 * 20)
    assert len(lay_out(document(full), THEME, FACES).pages.pages) == 2
    exact = [paragraph(f"前{index}", "文。") for index in range(20)]
    assert begins(*exact, page_break(), paragraph("后", "后文。"))["后"] == "2"


def test_breaks_at_either_end_and_breaks_that_touch_make_no_pages() -> None:
    first, second, third, last = (page_break(name) for name in "甲乙丙丁")
    blocks = (first, paragraph("前", "前文。"), second, third, paragraph("后", "后文。"), last)
    layout = lay_out(document(*blocks), THEME, FACES)
    assert len(layout.pages.pages) == 2


def test_figures_that_wait_come_before_the_break() -> None:
    texts = [paragraph(f"前{index}", "文。") for index in range(18)]
    found = begins(*texts, figure("图", "题"), page_break(), paragraph("后", "后文。"))
    assert (found["图"], found["后"]) == ("2", "3")


def test_a_paragraph_that_is_kept_with_the_next_is_not_kept_over_a_break() -> None:
    found = begins(paragraph("前", "分三类："), page_break(), items("后", ["甲", "乙"]))
    assert (found["前"], found["后"]) == ("1", "2")
