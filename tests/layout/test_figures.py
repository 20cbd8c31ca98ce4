"""Figures: in the middle of the measure, whole, with caption and notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.errors import Faulty
from reportgen.layout.lay_out import lay_out
from reportgen.model.pages import ChartBox, Node, Tag
from tests.layout.documents import at, document, fake_faces, figure, words
from tests.layout.looks import small_theme, text_lines

THEME = small_theme()
FACES = fake_faces(THEME)


def test_a_chart_stands_in_the_middle_of_the_measure() -> None:
    (page,) = lay_out(document(figure("图", "比例")), THEME, FACES).pages.pages
    (box,) = [item for item in page.items if isinstance(item, ChartBox)]
    assert (box.x, box.x + box.form.width) == (60, 220)
    assert box.y + box.form.height == page.height - THEME.page.top


def test_a_chart_is_no_wider_than_the_measure() -> None:
    wide = replace(THEME, chart=replace(THEME.chart, width=900.0))
    layout = lay_out(document(figure("图", "比例")), wide, FACES)
    (form,) = layout.geometry.chart_forms.values()
    assert form.width == THEME.page.measure


def test_pages_and_geometry_hold_one_form() -> None:
    layout = lay_out(document(figure("图", "比例")), THEME, FACES)
    (box,) = [item for item in layout.pages.pages[0].items if isinstance(item, ChartBox)]
    assert list(layout.geometry.chart_forms.items()) == [("图", box.form)]


def test_alternative_text_and_caption_belong_to_the_figure_and_notes_do_not() -> None:
    block = figure("图", "比例", notes=(words("注：甲。"), words("资料来源：乙")))
    layout = lay_out(document(block), THEME, FACES)
    paths = [line.path for _, line in text_lines(layout.pages)]
    assert paths[0][0] == Node(Tag.FIGURE, "图", alt=block.alt)
    assert paths[0][1].tag is Tag.CAPTION
    assert [[node.tag for node in path] for path in paths[1:]] == [[Tag.P], [Tag.P]]
    assert paths[1] != paths[2]


def test_notes_are_as_wide_as_the_chart() -> None:
    layout = lay_out(document(figure("图", "比例", notes=(words("注：" + "很长的注" * 9),))), THEME, FACES)
    notes = [line for _, line in text_lines(layout.pages) if line.path[0].tag is Tag.P]
    assert len(notes) == 2
    assert {line.runs[0].x for line in notes} == {60}


def test_a_figure_that_no_page_can_hold_is_told_at_its_place() -> None:
    block = replace(figure("图", "比例", notes=(words("很长的注" * 200),)), span=at(4))
    with pytest.raises(Faulty) as caught:
        lay_out(document(block), THEME, FACES)
    (problem,) = caught.value.problems
    assert (problem.code, problem.span) == ("layout.chart-too-high", at(4))
