"""Coverage: a character without a glyph is told at the block that says it, in whatever part of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.diagnostics import Problem
from reportgen.layout.coverage import uncovered
from reportgen.model.block import Block, Cell, ChartFigure, Contents
from reportgen.model.document import Document
from reportgen.model.inline import Text
from reportgen.origins import BlockId, CellRef, Span
from reportgen.roles import Role
from tests.layout.documents import (
    SPAN,
    at,
    document,
    every_block,
    fake_faces,
    figure,
    heading,
    items,
    paragraph,
    table,
    words,
)
from tests.layout.looks import small_theme

CELL = CellRef("名单", "客户", "B3")


def found(made: Document, **lacks: str) -> tuple[Problem, ...]:
    theme = small_theme()
    return uncovered(made, theme, fake_faces(theme, {name.replace("_", "-"): chars for name, chars in lacks.items()}))


def test_a_document_whose_characters_are_all_there_has_no_problem() -> None:
    assert found(every_block()) == ()


def test_a_missing_glyph_is_told_with_character_code_face_and_place() -> None:
    (problem,) = found(document(replace(paragraph("文", "生僻字𠮷。"), span=at(7))), han="𠮷")
    assert problem.code == "layout.no-glyph"
    assert problem.span == at(7)
    assert problem.zh == "字体 han 里没有“𠮷”（U+20BB7）"


@pytest.mark.parametrize("char", "\u200f\u202e\u2066")
def test_a_mark_that_turns_the_text_is_told_though_the_face_has_it(char: str) -> None:
    (problem,) = found(document(replace(paragraph("文", f"甲{char}乙"), span=at(7))))
    assert (problem.code, problem.span) == ("layout.turns-the-text", at(7))
    assert f"U+{ord(char):04X}" in problem.zh


def test_each_block_that_says_it_is_told_once() -> None:
    made = document(
        *(replace(paragraph(f"文{line}", "𠮷与𠮷"), span=at(line)) for line in (3, 5)), paragraph("又", "好")
    )
    assert [problem.span for problem in found(made, han="𠮷")] == [at(3), at(5)]


def test_the_place_is_what_is_found_in_the_block() -> None:
    theme, block = small_theme(), replace(paragraph("文", "好𠮷"), span=at(3))
    asked = []

    def find(char: str, span: Span) -> tuple[Span, CellRef | None]:
        asked.append((char, span))
        return at(4), CELL

    (problem,) = uncovered(document(block), theme, fake_faces(theme, {"han": "𠮷"}), find)
    assert (problem.span, problem.cell, asked) == (at(4), CELL, [("𠮷", at(3))])


def test_a_character_is_told_once_for_a_block_whatever_its_faces() -> None:
    block = replace(paragraph("文", ""), inlines=(Text("𠮷", strong=True), Text("𠮷")))
    assert len(found(document(block), han="𠮷", han_bold="𠮷")) == 1


def test_a_character_of_a_table_is_asked_again_in_every_make() -> None:
    made = table("表", 4)
    strong = Cell((Text("1001 年", strong=True),), header=True)
    rows = (made.rows[0], (strong, *made.rows[1][1:]), *made.rows[2:])
    assert found(document(replace(made, rows=rows)), han_bold="年") != ()
    assert len(found(document(made), han="年")) == 1


def test_a_cell_is_asked_in_the_face_of_its_column() -> None:
    theme = small_theme()
    styles = {**theme.styles, Role.TABLE_LABEL: replace(theme.styles[Role.TABLE_LABEL], typeface="kai")}
    theme = replace(theme, styles=styles)
    made = table("表", 1)
    ((_, *numbers),) = made.rows
    made = replace(made, rows=((Cell(words("𠮷")), *numbers),))
    assert uncovered(document(made), theme, fake_faces(theme, {"kai": "𠮷"}))
    assert not uncovered(document(made), theme, fake_faces(theme, {"han": "𠮷"}))


def test_the_face_is_the_one_that_the_character_would_be_set_in() -> None:
    assert found(document(paragraph("文", "汉A")), latin="汉", han="A") == ()
    assert len(found(document(paragraph("文", "汉A")), latin="A")) == 1
    strong = replace(paragraph("文", ""), inlines=(Text("汉", strong=True), Text("字", emphasis=True)))
    assert found(document(strong), han="汉字") == ()
    assert len(found(document(strong), han_bold="汉", kai="字")) == 2


@pytest.mark.parametrize(
    "block",
    [
        heading("题", "𠮷", 1, Role.HEADING_1),
        heading("题", "题", 1, Role.HEADING_1, "𠮷"),
        items("条", ("甲", "𠮷")),
        table("表", 1, caption="𠮷"),
        table("表", 1, notes=(words("𠮷"),)),
        replace(table("表", 1), unit="单位：𠮷"),
        replace(table("表", 1), header=((replace(table("表", 1).header[0][0], inlines=words("𠮷")),),)),
        replace(table("表", 1), rows=((replace(table("表", 1).rows[0][0], inlines=words("𠮷")),),)),
        replace(table("表", 1), rows=((replace(table("表", 1).rows[0][1], inlines=words("𠮷")),),)),
        figure("图", "𠮷"),
        figure("图", "图", notes=(words("𠮷"),)),
        Contents(BlockId("目录"), Role.CONTENTS_TITLE, SPAN, "𠮷", 1),
    ],
)
def test_every_part_of_a_block_is_asked(block: Block) -> None:
    assert found(document(block), han="𠮷", han_bold="𠮷")
    assert not found(document(block))


def _chart(block: ChartFigure) -> list[ChartFigure]:
    chart = block.chart
    (series,) = chart.series
    return [
        replace(block, chart=replace(chart, categories=("𠮷", "二", "三", "四"))),
        replace(block, chart=replace(chart, series=(replace(series, name="𠮷"),))),
        replace(block, chart=replace(chart, first=replace(chart.first, unit="𠮷"))),
        replace(
            block, chart=replace(chart, series=(replace(series, points=(replace(series.points[0], label="𠮷"),)),))
        ),
    ]


@pytest.mark.parametrize("block", _chart(figure("图", "图")))
def test_every_label_of_a_chart_is_asked(block: ChartFigure) -> None:
    assert found(document(block), han="𠮷")


def test_headings_are_asked_again_in_the_face_of_the_contents() -> None:
    contents = Contents(BlockId("目录"), Role.CONTENTS_TITLE, SPAN, "目录", 1)
    assert found(document(heading("题", "𠮷", 1, Role.HEADING_1)), han="𠮷") == ()
    assert len(found(document(contents, heading("题", "𠮷", 1, Role.HEADING_1)), han="𠮷")) == 1


def test_furniture_is_asked_too() -> None:
    (problem,) = found(document(replace(paragraph("文", "文"), span=at(3)), header=("𠮷\t",)), han="𠮷")
    assert problem.span == at(3)
