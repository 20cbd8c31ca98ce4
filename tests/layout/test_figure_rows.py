"""Figures side by side: half the measure each, charts of one height, captions and notes below each, on one page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.layout.coverage import uncovered
from reportgen.layout.lay_out import Layout, lay_out
from reportgen.model.block import Block, ChartFigure, FigureRow
from reportgen.model.chart import ChartKind, Plot
from reportgen.model.inline import CrossReference
from reportgen.model.pages import ChartBox, Page, TextLine
from reportgen.origins import BlockId
from tests.layout.documents import SPAN, document, fake_faces, figure, paragraph, words
from tests.layout.looks import small_theme

THEME = small_theme()
FACES = fake_faces(THEME)


def row(name: str = "排", *figures: ChartFigure) -> FigureRow:
    both = figures or (figure("左", "左图", 1), figure("右", "右图", 2, (words("注：略。"),)))
    return FigureRow(BlockId(name), SPAN, both)


def bars(name: str, count: int) -> ChartFigure:
    block = figure(name, "条形图")
    (series,) = block.chart.series
    chart = replace(
        block.chart,
        kind=ChartKind.BAR,
        categories=tuple(f"类别{index}" for index in range(count)),
        series=(replace(series, plot=Plot.BAR, points=series.points[:1] * count),),
    )
    return replace(block, chart=chart)


def laid(*blocks: Block) -> Layout:
    return lay_out(document(*blocks), THEME, FACES)


def boxes(page: Page) -> list[ChartBox]:
    return [item for item in page.items if isinstance(item, ChartBox)]


def said(page: Page) -> list[str]:
    return ["".join(run.text for run in item.runs) for item in page.items if isinstance(item, TextLine)]


def test_each_takes_half_the_measure_less_the_gutter() -> None:
    (page,) = laid(row()).pages.pages
    left, right = boxes(page)
    width = (THEME.page.measure - THEME.chart.gutter) / 2
    assert (left.form.width, right.form.width) == (width, width)
    assert left.x == THEME.page.left
    assert right.x + width == pytest.approx(THEME.page.left + THEME.page.measure)
    assert left.y == right.y


def test_charts_are_as_high_as_the_highest() -> None:
    (page,) = laid(row("排", bars("条", 8), figure("柱", "柱形图"))).pages.pages
    tall, other = boxes(page)
    assert tall.form.height == other.form.height > THEME.chart.height


def test_one_is_read_after_the_other_with_its_caption_and_notes() -> None:
    layout = laid(row(), paragraph("后", "后文"))
    (page,) = layout.pages.pages
    assert said(page) == ["图 1  左图", "图 2  右图", "注：略。", "后文"]
    assert [node.key for node in layout.pages.structure][:2] == ["左", "右"]
    captions = [item for item in page.items if isinstance(item, TextLine)][:2]
    middles = [(line.runs[0].x, line.runs[-1].x) for line in captions]
    assert middles[0][1] < THEME.page.left + THEME.page.measure / 2 < middles[1][0]


def test_text_after_them_begins_below_the_lower_one() -> None:
    (page,) = laid(row(), paragraph("后", "后文")).pages.pages
    lines = {"".join(run.text for run in item.runs): item for item in page.items if isinstance(item, TextLine)}
    assert lines["后文"].y < lines["注：略。"].y < lines["图 2  右图"].y


def test_they_move_to_the_next_page_together_and_text_fills_the_page() -> None:
    filling = [paragraph(f"填{index}", "填") for index in range(16)]
    first, second = laid(*filling, row(), paragraph("后", "后文")).pages.pages
    assert boxes(first) == []
    assert len(boxes(second)) == 2
    assert said(first)[-1] == "后文"


def test_a_reference_leads_to_one_of_them_and_geometry_knows_both() -> None:
    said_before = replace(paragraph("前", ""), inlines=(CrossReference("图 2", BlockId("右")),))
    layout = laid(said_before, row())
    (link,) = [
        run.link
        for item in layout.pages.pages[0].items
        if isinstance(item, TextLine)
        for run in item.runs[:1]
        if run.link
    ]
    assert link.block == "右"
    assert {"左", "右", "排"} <= set(dict(layout.pages.destinations))
    assert set(layout.geometry.chart_forms) == {"左", "右"}
    assert layout.geometry.pages_of[BlockId("右")] == "1"


def test_their_characters_are_covered_or_told() -> None:
    faces = fake_faces(THEME, {"han": "右"})
    assert [problem.code for problem in uncovered(document(row()), THEME, faces)] == ["layout.no-glyph"]
