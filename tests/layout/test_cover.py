"""The cover and the logo: where they stand, what the other pages look like, what does not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.errors import Faulty
from reportgen.layout.coverage import uncovered
from reportgen.layout.lay_out import Layout, lay_out
from reportgen.model.block import Paragraph
from reportgen.model.document import Document, Field
from reportgen.model.pages import Fill, Page, PictureBox, TextLine
from reportgen.model.picture import Picture, PictureFormat
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.theme.look import Alignment, CoverLook, LogoLook, Theme
from tests.layout.documents import LONG, document, fake_faces, heading, paragraph
from tests.layout.looks import small_theme

LOGO = Picture(PictureFormat.PNG, b"logo", 300, 100, grey=False, digest="d")
COVER = CoverLook(shown=True, top=150, foot=50, band=30, band_colour="AA0000", logo_width=90, logo_top=60)
THEME = replace(small_theme(), cover=COVER)


def report(*more: Paragraph) -> Document:
    whole = document(
        paragraph("title", "月报", Role.TITLE),
        paragraph("issue", "三月", Role.ISSUE),
        heading("专利", "专利", 1, Role.SECTION),
        paragraph("正文", LONG * 4),
        header=("月报\t", Field.SECTION),
        footer=(Field.PAGE,),
    )
    return replace(whole, cover=more)


CLIENT, DATE = paragraph("client", "某企业", Role.COVER_CLIENT), paragraph("date", "四月", Role.COVER_DATE)


def laid(theme: Theme = THEME, logo: Picture | None = None, *more: Paragraph) -> Layout:
    return lay_out(report(*more), theme, fake_faces(theme), logo)


def lines(page: Page) -> list[TextLine]:
    return [item for item in page.items if isinstance(item, TextLine)]


def said(page: Page) -> list[tuple[str, float]]:
    return [("".join(run.text for run in line.runs), line.y) for line in lines(page)]


def pictures(page: Page) -> list[tuple[float, float, float, float]]:
    return [(i.x, i.y, i.width, i.height) for i in page.items if isinstance(i, PictureBox)]


def test_title_and_issue_move_to_the_cover_and_the_rest_begins_a_page() -> None:
    cover, *others = laid(THEME, None, CLIENT, DATE).pages.pages
    assert [text for text, _ in said(cover)] == ["月报", "三月", "某企业", "四月"]
    texts = [text for page in others for text, _ in said(page)]
    assert "专利" in texts
    assert "三月" not in texts


def test_the_upper_part_begins_and_the_lower_part_ends_where_the_theme_says() -> None:
    cover = laid(THEME, None, CLIENT, DATE).pages.pages[0]
    places = dict(said(cover))
    assert places["月报"] == pytest.approx(400 - 150 - 0.8 * 12)
    assert places["四月"] == pytest.approx(50 + 0.2 * 12)
    assert places["某企业"] == pytest.approx(50 + 12 + 0.2 * 12)


def test_the_space_between_the_parts_is_for_word_too() -> None:
    geometry = laid(THEME, None, CLIENT, DATE).geometry
    assert geometry.cover_gap == pytest.approx(400 - 150 - 50 - 24 - 24)
    assert laid(small_theme()).geometry.cover_gap is None


def test_pages_count_with_the_cover_and_the_cover_has_no_furniture() -> None:
    layout = laid(THEME, None, CLIENT)
    assert layout.geometry.pages_of[BlockId("title")] == "1"
    assert layout.geometry.pages_of[BlockId("client")] == "1"
    assert layout.geometry.pages_of[BlockId("专利")] == "2"
    assert dict(layout.pages.destinations)[BlockId("专利")].page == 1
    assert [text for text, _ in said(layout.pages.pages[0])] == ["月报", "三月", "某企业"]
    assert len(layout.pages.structure) == len(set(layout.pages.structure))
    assert [node.key for node in layout.pages.structure][:4] == ["title", "issue", "client", "专利"]


def test_a_band_of_colour_lies_along_the_top() -> None:
    (band,) = (item for item in laid().pages.pages[0].items if isinstance(item, Fill))
    assert (band.x, band.y, band.width, band.height, band.colour) == (0, 370, 280, 30, "AA0000")


def test_without_a_cover_nothing_of_it_is_said() -> None:
    pages = laid(small_theme(), None, CLIENT).pages.pages
    assert all("某企业" not in text for page in pages for text, _ in said(page))


def test_a_title_too_long_for_the_cover_is_told_at_its_place() -> None:
    with pytest.raises(Faulty) as caught:
        laid(replace(THEME, cover=replace(COVER, top=330)), None, CLIENT, DATE)
    assert [problem.code for problem in caught.value.problems] == ["layout.cover-too-long"]


def test_the_cover_s_characters_are_asked_for_too() -> None:
    faces = fake_faces(THEME, {"han": "某"})
    assert [problem.code for problem in uncovered(report(CLIENT), THEME, faces)] == ["layout.no-glyph"]
    assert uncovered(report(CLIENT), small_theme(), faces) == ()


def test_the_logo_keeps_its_shape_within_its_box() -> None:
    first = laid(replace(THEME, logo=LogoLook("logo.png")), LOGO).pages.pages[0]
    # 90 wide at the most, so 30 high, in the middle of a box of 60.
    assert pictures(first) == [(40, 400 - 60 - 45, 90, 30)]


@pytest.mark.parametrize(("align", "x"), [(Alignment.LEFT, 40), (Alignment.CENTER, 110), (Alignment.RIGHT, 180)])
def test_without_a_cover_it_stands_on_the_first_page(align: Alignment, x: float) -> None:
    theme = replace(small_theme(), logo=LogoLook("logo.png", width=60, height=20, top=5, align=align))
    first, *others = laid(theme, LOGO).pages.pages
    assert pictures(first) == [(x, 400 - 5 - 20, 60, 20)]
    assert [pictures(page) for page in others] == [[] for _ in others]


def test_in_the_head_of_other_pages_it_is_small_and_words_keep_clear() -> None:
    look = LogoLook("logo.png", width=60, height=20, top=5, align=Alignment.RIGHT, running=12, gap=8)
    theme = replace(small_theme(), logo=look)
    layout = laid(theme, LOGO)
    second = layout.pages.pages[1]
    assert pictures(second) == [(240 - 36, 400 - 30 - 3, 36, 12)]
    right = next(line for line in lines(second) if line.y == 370 and line.runs[0].text == "专利")
    assert right.runs[0].x + 2 * 8 == pytest.approx(240 - 36 - 8)
    assert layout.geometry.logos.page is not None
    assert layout.geometry.logos.turned is not None
    assert layout.geometry.logos.turned.x == 400 - 40 - 36


def test_a_strip_lies_along_every_sheet() -> None:
    theme = small_theme()
    theme = replace(theme, page=replace(theme.page, strip=7, strip_colour="123456", footer_rule=0.5))
    for page in laid(theme).pages.pages:
        (strip,) = (item for item in page.items if isinstance(item, Fill))
        assert (strip.y, strip.width, strip.height, strip.colour) == (393, 280, 7, "123456")


def test_where_the_first_page_has_a_head_its_words_keep_clear_of_the_logo() -> None:
    look = LogoLook("logo.png", width=60, height=20, top=5, align=Alignment.RIGHT, gap=8)
    first = laid(replace(small_theme(), logo=look), LOGO).pages.pages[0]
    right = next(line for line in lines(first) if line.y == 370 and line.runs[0].text == "专利")
    assert right.runs[0].x + 2 * 8 == pytest.approx(240 - 60 - 8)
