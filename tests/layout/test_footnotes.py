"""Footnotes: on the page of their marker, at its foot, lifted markers, links both ways."""

from __future__ import annotations

import pytest

from reportgen.errors import Faulty
from reportgen.layout.lay_out import Layout, lay_out
from reportgen.model.block import Block, Box, ListBlock, ListItem, Paragraph
from reportgen.model.inline import Footnote, Inline, Text
from reportgen.model.pages import Page, Rule, Tag, TextLine
from reportgen.origins import BlockId
from reportgen.roles import Role
from tests.layout.documents import SPAN, document, fake_faces, figure, paragraph, words
from tests.layout.looks import small_theme

THEME = small_theme()
FACES = fake_faces(THEME)


def note(ordinal: int, text: str = "注文") -> Footnote:
    return Footnote(str(ordinal), ordinal, BlockId(f"p/footnote{ordinal}"), words(text))


def noted(name: str, *inlines: Inline | str) -> Paragraph:
    made = tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)
    return Paragraph(BlockId(name), Role.BODY, SPAN, made)


def laid(*blocks: Block) -> Layout:
    return lay_out(document(*blocks), THEME, FACES)


def said(page: Page) -> list[str]:
    return ["".join(run.text for run in item.runs) for item in page.items if isinstance(item, TextLine)]


def line(page: Page, text: str) -> TextLine:
    return next(i for i in page.items if isinstance(i, TextLine) and "".join(r.text for r in i.runs) == text)


def test_a_note_ends_where_the_text_of_its_page_may_end() -> None:
    (page,) = laid(noted("p", "甲乙", note(1), "丙。"), paragraph("后", "后文")).pages.pages
    assert said(page) == ["甲乙1丙。", "后文", "1 ", "注文"]
    assert line(page, "注文").y == pytest.approx(THEME.page.bottom + 0.2 * THEME.styles[Role.FOOTNOTE].leading)
    (rule,) = [item for item in page.items if isinstance(item, Rule)]
    assert rule.y0 > line(page, "注文").y + 8
    assert rule.x1 - rule.x0 == THEME.footnote.rule_length


def test_a_page_without_notes_has_no_rule() -> None:
    (page,) = laid(paragraph("p", "甲")).pages.pages
    assert [item for item in page.items if isinstance(item, Rule)] == []


def test_the_marker_is_small_and_lifted_and_takes_no_gap() -> None:
    (page,) = laid(noted("p", "甲乙", note(1), "丙。")).pages.pages
    before, marker, after = line(page, "甲乙1丙。").runs
    assert (marker.text, marker.size, marker.rise) == ("1", 6.5, 3.5)
    assert marker.x == pytest.approx(before.x + 20)
    assert after.x == pytest.approx(marker.x + 3.25)
    assert before.rise == after.rise == 0


def test_marker_and_note_lead_to_one_another() -> None:
    layout = laid(noted("p", "甲", note(1), "乙。"))
    (page,) = layout.pages.pages
    places = dict(layout.pages.destinations)
    there = line(page, "甲1乙。").runs[1].link
    back = line(page, "1 ").runs[0].link
    assert there is not None
    assert back is not None
    assert there.block is not None
    assert back.block is not None
    assert there.footnote
    assert not back.footnote
    assert places[there.block].y == pytest.approx(line(page, "注文").y + 0.8 * 12)
    assert places[back.block].y == pytest.approx(line(page, "甲1乙。").y + 0.8 * 16)


def test_a_note_is_an_element_of_its_own_with_its_label() -> None:
    layout = laid(noted("p", "甲", note(1), "乙。"), paragraph("q", "丙"))
    assert [(node.tag, node.key) for node in layout.pages.structure] == [
        (Tag.P, "p"),
        (Tag.NOTE, "p/footnote1"),
        (Tag.P, "q"),
    ]
    (page,) = layout.pages.pages
    assert [node.tag for node in line(page, "1 ").path] == [Tag.NOTE, Tag.LBL]
    assert [node.tag for node in line(page, "注文").path] == [Tag.NOTE, Tag.P]


def test_a_line_and_its_note_stand_on_one_page() -> None:
    filling = [paragraph(f"f{index}", "填") for index in range(19)]
    first, second = laid(*filling, noted("p", "甲", note(1), "乙。")).pages.pages
    assert "甲1乙。" not in said(first)
    assert said(second) == ["甲1乙。", "1 ", "注文"]


def test_text_ends_above_the_notes() -> None:
    blocks = [noted(f"p{index}", f"第{index}段", note(index), "。") for index in range(1, 30)]
    pages = laid(*blocks).pages.pages
    assert len(pages) > 1
    for page in pages:
        texts = [item for item in page.items if isinstance(item, TextLine)]
        feet = [item for item in texts if item.path[0].tag is Tag.NOTE]
        rest = [item for item in texts if item.path[0].tag is not Tag.NOTE]
        (rule,) = [item for item in page.items if isinstance(item, Rule)]
        assert min(item.y for item in rest) - 3.2 >= rule.y0 + THEME.footnote.above
        assert min(item.y for item in feet) >= THEME.page.bottom
        assert [r.runs[1].text for r in rest] == [f.runs[0].text for f in feet if f.path[-1].tag is Tag.LBL]


def test_a_heading_goes_with_text_whose_note_needs_the_next_page() -> None:
    filling = [paragraph(f"f{index}", "填") for index in range(17)]
    title = Paragraph(BlockId("h"), Role.HEADING_1, SPAN, words("标题"))
    first, second = laid(*filling, title, noted("p", "甲", note(1), "乙。")).pages.pages
    assert "标题" not in said(first)
    assert said(second)[:2] == ["标题", "甲1乙。"]


def test_items_of_lists_and_boxes_have_notes() -> None:
    item = ListItem(0, "1) ", (Text("甲"), note(1)), 1)
    items = ListBlock(BlockId("l"), Role.LIST_ITEM, SPAN, (item,), (None,))
    box = Box(BlockId("b"), Role.BOX_TEXT, SPAN, words("要点"), (noted("b1", "乙", note(2), "。"),))
    (page,) = laid(items, box).pages.pages
    assert said(page)[-4:] == ["1 ", "注文", "2 ", "注文"]


def test_figures_that_wait_leave_the_notes_alone() -> None:
    layout = laid(
        *[noted(f"p{n}", "甲", note(n), "。") for n in range(1, 7)], figure("图", "题"), paragraph("后", "后")
    )
    assert [text for page in layout.pages.pages for text in said(page)].count("注文") == 6


def test_a_note_that_takes_half_a_page_is_told() -> None:
    with pytest.raises(Faulty) as caught:
        laid(noted("p", "甲", note(1, "很长的注文" * 80), "。"))
    assert [problem.code for problem in caught.value.problems] == ["layout.footnote-too-long"]
