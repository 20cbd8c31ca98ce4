"""Page furniture: head and foot, left and right, what fits and what is cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.layout.furniture import PageFacts, furniture
from reportgen.layout.lay_out import lay_out
from reportgen.layout.setting import Setting
from reportgen.model.document import Field, Furniture
from reportgen.model.pages import Rule, TextLine
from reportgen.roles import Role
from reportgen.theme.look import Theme
from tests.layout.documents import LONG, document, fake_faces, heading, paragraph
from tests.layout.looks import right_edge, small_theme, text_lines


def lines(words: Furniture, index: int = 0, theme: Theme | None = None) -> list[TextLine]:
    theme = theme or small_theme()
    setting = Setting(theme, fake_faces(theme), frozenset(), "续表")
    made = furniture(words, PageFacts(index, str(index + 1), 9, "专利"), setting)
    return [item for item in made if isinstance(item, TextLine)]


def said(found: list[TextLine]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in found]


def test_a_tab_parts_left_from_right() -> None:
    left, right = lines(Furniture(header=("月报\t", Field.SECTION)))
    assert said([left, right]) == ["月报", "专利"]
    assert left.runs[0].x == 40
    assert right_edge(right.runs[-1], fake_faces(small_theme())) == 240
    assert left.y == right.y == 400 - 30


def test_fields_are_filled_in() -> None:
    assert said(lines(Furniture(footer=("第 ", Field.PAGE, " 页，共 ", Field.PAGES, " 页")), index=2)) == [
        "第 3 页，共 9 页"
    ]


def test_an_ideographic_space_keeps_its_width() -> None:
    wide, narrow = (lines(Furniture(footer=(Field.SECTION, space, Field.PAGE)))[0] for space in ("\u3000", " "))
    theme = small_theme()
    faces, size = fake_faces(theme), wide.runs[0].size
    widths = [right_edge(line.runs[-1], faces) - line.runs[0].x for line in (wide, narrow)]
    assert widths == pytest.approx([(2 + 1 + 0.5) * size, (2 + 0.25 + 0.5) * size])


def test_a_part_without_words_is_not_set() -> None:
    assert said(lines(Furniture(header=("\t", Field.SECTION)))) == ["专利"]


def test_what_does_not_fit_is_cut() -> None:
    left, right = lines(Furniture(header=("国家知识产权局" * 5 + "\t", Field.SECTION)))
    faces = fake_faces(small_theme())
    assert said([left])[0].endswith("…")
    assert right_edge(left.runs[-1], faces) + 8 < right.runs[0].x
    assert said([right]) == ["专利"]


def test_the_first_page_may_have_no_head() -> None:
    theme = small_theme()
    quiet = replace(theme, page=replace(theme.page, first_header=False))
    words = Furniture(header=("月报",), footer=(Field.PAGE,))
    assert said(lines(words, 0, quiet)) == ["1"]
    assert said(lines(words, 1, quiet)) == ["月报", "2"]


def test_the_head_has_its_rule_and_nothing_is_read() -> None:
    theme = small_theme()
    setting = Setting(theme, fake_faces(theme), frozenset(), "续表")
    items = list(furniture(Furniture(header=("月报",)), PageFacts(0, "1", 1, ""), setting))
    (rule,) = [item for item in items if isinstance(item, Rule)]
    assert (rule.x0, rule.y0, rule.x1, rule.width) == (40, 366, 240, 0.5)
    assert all(isinstance(item, Rule) or not item.path for item in items if not hasattr(item, "height"))


def test_the_section_is_the_first_that_begins_on_a_page_or_the_one_before() -> None:
    theme = small_theme()
    made = document(
        heading("一", "专利", 1, Role.SECTION),
        *(paragraph(f"甲{index}", LONG) for index in range(7)),
        heading("二", "版权", 1, Role.SECTION),
        heading("三", "政策", 1, Role.SECTION),
        *(paragraph(f"乙{index}", LONG) for index in range(6)),
        header=(Field.SECTION,),
    )
    layout = lay_out(made, theme, fake_faces(theme))
    heads = [line.runs[0].text for _, line in text_lines(layout.pages) if line.block is None]
    assert heads == ["专利", "专利", "版权", "政策"]
