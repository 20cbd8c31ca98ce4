"""Pictures: as wide as was asked, in the middle of the measure, never larger than a page."""

from __future__ import annotations

import pytest

from reportgen.errors import Faulty
from reportgen.layout.lay_out import lay_out
from reportgen.model.block import ImageFigure
from reportgen.model.pages import Node, PictureBox, Tag
from tests.layout.documents import document, fake_faces, image, paragraph, words
from tests.layout.looks import as_text, small_theme, text_lines

THEME = small_theme()
FACES = fake_faces(THEME)
MEASURE = THEME.page.measure


def placed(block: ImageFigure) -> PictureBox:
    layout = lay_out(document(block), THEME, FACES)
    (found,) = [item for item in layout.pages.pages[0].items if isinstance(item, PictureBox)]
    assert layout.geometry.picture_sizes == {block.id: (found.width, found.height)}
    assert found.x - THEME.page.left == pytest.approx(THEME.page.left + MEASURE - found.x - found.width)
    return found


@pytest.mark.parametrize(
    ("block", "width", "height"),
    [
        (image("图", share=0.5), 100, 25),
        (image("图", width=60.0), 60, 15),
        (image("图", width=900.0), 200, 50),
        (image("图", size=(40, 40)), 30, 30),
        (image("图", size=(4000, 1000)), 160, 40),
        (image("图", size=(100, 1000), share=1.0, caption=""), 32, 320),
    ],
    ids=["share", "length", "wider than the measure", "own size", "own size up to a chart's", "higher than the page"],
)
def test_its_size(block: ImageFigure, width: float, height: float) -> None:
    found = placed(block)
    assert found.width == pytest.approx(width)
    assert found.height == pytest.approx(height)


def test_caption_and_notes_leave_it_what_is_left_of_the_page() -> None:
    found = placed(image("图", size=(100, 1000), share=1.0, notes=(words("注：甲。"),)))
    # The page is 320 pt deep; the caption takes 4 + 12 pt of it and the note 2 + 12.
    assert found.height == pytest.approx(290)


def test_notes_that_leave_no_room_are_told() -> None:
    with pytest.raises(Faulty) as caught:
        placed(image("图", notes=(words("很长的注" * 200),)))
    assert [problem.code for problem in caught.value.problems] == ["layout.picture-too-high"]


def test_alternative_text_and_caption_belong_to_the_figure_and_notes_do_not() -> None:
    layout = lay_out(document(image("图", notes=(words("注：甲。"),))), THEME, FACES)
    paths = [line.path for _, line in text_lines(layout.pages)]
    assert paths[0][0] == Node(Tag.FIGURE, "图", alt="画着标志")
    assert [[node.tag for node in path] for path in paths] == [[Tag.FIGURE, Tag.CAPTION], [Tag.P]]


def test_it_floats_as_figures_do() -> None:
    texts = [paragraph(f"文{index}", "正文" * 9) for index in range(20)]
    whole = document(*texts[:18], image("图", width=200.0), *texts[18:])
    first, second = lay_out(whole, THEME, FACES).pages.pages
    assert not [item for item in first.items if isinstance(item, PictureBox)]
    assert isinstance(second.items[0], PictureBox)


def test_the_page_as_text() -> None:
    block = image("图", share=0.5, notes=(words("注：甲。"),))
    assert as_text(lay_out(document(block), THEME, FACES).pages).split("\n") == [
        "page 1",
        "  65.0 90.0 picture 100.0 × 25.0",
        "  78.6 121.0 Figure/Caption 图 1  标志",
        "  92.6 60.0 P 注：甲。",
    ]
