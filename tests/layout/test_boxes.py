"""Boxes: text within a ground or a frame, whole where it is short, broken as paragraphs are where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.layout.boxes import _breaks
from reportgen.layout.coverage import uncovered
from reportgen.layout.lay_out import lay_out
from reportgen.model.block import Block, Box
from reportgen.model.pages import Fill, Page, Rule, Tag, TextLine
from reportgen.roles import Role
from reportgen.theme.look import BoxLook
from tests.layout.documents import box, document, fake_faces, heading, items, paragraph
from tests.layout.looks import BODY, HEAD, as_text, small_theme, text_lines

LOOK = BoxLook(fill="EEEEEE", colour="112233", bar=3, frame=0, padding_x=10, padding_y=5, before=8, after=6)
THEME = replace(small_theme(BOX_TEXT=BODY, BOX_TITLE=HEAD), box=LOOK)
FACES = fake_faces(THEME)
LINE = "正文正文正文正文正文正文正文正文正文"
"""What fills a line of a box: its measure is 18 em."""


def lines_of(count: int) -> str:
    """Return a paragraph of `count` lines, the first of which is indented by two characters."""
    return (LINE * count)[: 18 * count - 3]


def pages(*blocks: Block) -> tuple[Page, ...]:
    return lay_out(document(*blocks), THEME, FACES).pages.pages


def within(page: Page) -> list[str]:
    return ["".join(run.text for run in item.runs) for item in page.items if isinstance(item, TextLine) and item.path]


def test_the_page_as_text() -> None:
    one = box("框", "总说一句。", items("框/单", ["甲项", "乙项"]), title="要点")
    laid = lay_out(document(paragraph("前", "前文。"), one, paragraph("后", "后文。")), THEME, FACES)
    assert as_text(laid.pages).split("\n") == [
        "page 1",
        "  52.8 60.0 P 前文。",
        "  138.0 40.0 fill 200.0 × 74.0",
        "  138.0 40.0 fill 3.0 × 74.0",
        "  81.8 50.0 Sect/P 要点",
        "  97.8 70.0 Sect/P 总说一句。",
        "  113.8 70.0 Sect/L/LI/Lbl 1) ",
        "  113.8 82.5 Sect/L/LI/LBody 甲项",
        "  129.8 70.0 Sect/L/LI/Lbl 2) ",
        "  129.8 82.5 Sect/L/LI/LBody 乙项",
        "  156.8 60.0 P 后文。",
    ]


def test_a_frame_lies_within_its_edges() -> None:
    framed = replace(THEME, box=replace(LOOK, fill="", bar=0, frame=1))
    (page,) = lay_out(document(box("框", "一句。", title="")), framed, FACES).pages.pages
    rules = [item for item in page.items if isinstance(item, Rule)]
    assert not [item for item in page.items if isinstance(item, Fill)]
    assert {(rule.x0, rule.x1) for rule in rules if rule.y0 == rule.y1} == {(40, 240)}
    assert sorted(rule.x0 for rule in rules if rule.x0 == rule.x1) == [40.5, 239.5]


def test_a_short_box_is_not_broken() -> None:
    filling = paragraph("前", "正文" * 10 * 18)
    layout = lay_out(document(filling, box("框", lines_of(3))), THEME, FACES)
    assert layout.geometry.whole == {"框"}
    assert [len(within(page)) for page in layout.pages.pages] == [19, 4]


def test_a_long_box_breaks_and_is_closed_on_both_pages() -> None:
    layout = lay_out(document(box("框", lines_of(12), lines_of(12))), THEME, FACES)
    assert layout.geometry.whole == frozenset()
    first, second = layout.pages.pages
    # 320 pt deep: the title and 18 lines with the padding at both ends take 314.
    assert (len(within(first)), len(within(second))) == (19, 6)
    tall = [item for page in (first, second) for item in page.items if isinstance(item, Fill) and item.width > 3]
    assert [fill.height for fill in tall] == [19 * 16 + 10, 6 * 16 + 10]
    assert [fill.y + fill.height for fill in tall] == [360, 360]


def test_no_single_line_of_a_paragraph_stands_apart() -> None:
    first, second = pages(box("框", lines_of(18), lines_of(4)))
    assert (len(within(first)), len(within(second))) == (19, 4)
    first, second = pages(box("框", lines_of(17), lines_of(6)))
    assert (len(within(first)), len(within(second))) == (18, 6)
    first, second = pages(box("框", lines_of(20), title=""))
    assert (len(within(first)), len(within(second))) == (18, 2)


def test_a_heading_stands_with_the_beginning_of_the_box_below_it() -> None:
    filling = paragraph("前", "正文" * 10 * 16)
    first, second = pages(filling, heading("题", "标题", 1, Role.ARTICLE), box("框", lines_of(12)))
    assert within(second)[:2] == ["标题", "要点"]
    assert len(within(first)) == 17


def test_its_parts_are_one_element_over_two_pages() -> None:
    layout = lay_out(document(box("框", lines_of(12), lines_of(12))), THEME, FACES)
    roots = {line.path[0] for _, line in text_lines(layout.pages) if line.path}
    assert [(node.tag, node.key) for node in roots] == [(Tag.SECT, "框")]


def test_a_box_without_words_is_a_box() -> None:
    empty = Box(box("框", "甲").id, Role.BOX_TEXT, box("框", "甲").span, (), ())
    (page,) = pages(empty)
    assert [type(item) for item in page.items] == [Fill, Fill]


def test_characters_without_glyphs_are_found_in_title_and_parts() -> None:
    faces = fake_faces(THEME, {"han": "乙丙", "han-bold": "甲"})
    problems = uncovered(document(box("框", "乙", items("框/单", ["丙"]), title="甲")), THEME, faces)
    assert {problem.code for problem in problems} == {"layout.no-glyph"}
    assert len(problems) == 3


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=1, max_size=6))
def test_breaks_leave_two_lines_of_everything(texts: list[tuple[int, bool]]) -> None:
    counts, kept = [count for count, _ in texts], [keep for _, keep in texts]
    ends = [sum(counts[: index + 1]) for index in range(len(counts))]
    for line in _breaks(counts, kept):
        assert 2 <= line <= ends[-1] - 2
        if line in ends:
            assert not kept[max(index for index, end in enumerate(ends) if end == line and counts[index])]
        else:
            begin = max([end for end in ends if end < line], default=0)
            assert line - begin >= 2
            assert min(end for end in ends if end > line) - line >= 2


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_lines_have_no_place_to_break(count: int) -> None:
    assert list(_breaks([count], [False])) == []
