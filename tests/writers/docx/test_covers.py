"""The cover, the logo and strips of colour in Word: where layout put them, each picture once, headers by section."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from reportgen.model.document import Document, Field, Furniture
from reportgen.model.geometry import Geometry, Logos, PlacedPicture
from reportgen.roles import Role
from reportgen.theme.look import Alignment, CoverLook, LogoLook, Theme
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples
from tests.writers.docx.archive import members, text_of, tree_of
from tests.writers.docx.package_rules import faults

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FIRST = PlacedPicture(samples.PNG, "某标志", 400, 30, 120, 40)
SMALL = PlacedPicture(samples.PNG, "某标志", 490, 40, 48, 16)
WIDE = replace(SMALL, x=740)
LOGOS = Logos(FIRST, SMALL, WIDE)
THEME = replace(samples.THEME, logo=LogoLook("logo.png", align=Alignment.RIGHT, running=16, gap=10))
STRIPED = replace(THEME, page=replace(THEME.page, strip=9, strip_colour="0B5CAD", first_header=False))
COVERED = replace(THEME, cover=CoverLook(shown=True, top=300, foot=90, band=190, band_colour="0B5CAD"))


def report(*, said: bool = True) -> Document:
    whole = samples.document(
        samples.paragraph("title", "月报", role=Role.TITLE),
        samples.paragraph("issue", "三月", role=Role.ISSUE),
        samples.heading("s", Role.SECTION, "专利"),
        samples.paragraph("p", "正文。"),
    )
    cover = (
        samples.paragraph("client", "某企业", role=Role.COVER_CLIENT),
        samples.paragraph("date", "四月", role=Role.COVER_DATE),
    )
    furniture = Furniture(("月报\t", Field.SECTION), (Field.PAGE,)) if said else Furniture()
    return replace(whole, cover=cover, furniture=furniture)


def file(theme: Theme, logos: Logos = LOGOS, *, said: bool = True, **geometry: object) -> bytes:
    whole = report(said=said)
    made: Geometry = replace(samples.geometry(whole), logos=logos, **geometry)  # type: ignore[arg-type]
    return write_docx(whole, made, theme)


def sections(content: bytes) -> list[list[tuple[str, str]]]:
    """Return for each section the pages and the header or footer that they have."""
    related = tree_of(content, "word/_rels/document.xml.rels")
    names = {str(e.get("Id")): str(e.get("Target")).removesuffix(".xml") for e in related}
    return [
        [
            (str(e.get(W + "type")), names[str(e.get(R + "id"))].rsplit("/", 1)[-1])
            for e in section
            if str(e.tag).endswith("Reference")
        ]
        for section in tree_of(content, "word/document.xml").iter(W + "sectPr")
    ]


def anchors(content: bytes, name: str) -> list[tuple[float, float, float, float]]:
    """Return left, top, width and height in pt of what is anchored in a part."""
    found = []
    for anchor in tree_of(content, f"word/{name}.xml").iter(WP + "anchor"):
        left, top = (int(str(e.text)) for e in anchor.iter(WP + "posOffset"))
        extent = anchor.find(WP + "extent")
        assert extent is not None
        found.append(tuple(v / 12700 for v in (left, top, int(str(extent.get("cx"))), int(str(extent.get("cy"))))))
    return found  # type: ignore[return-value]  # four each


def test_the_logo_is_one_part_at_the_places_that_layout_chose() -> None:
    content = file(STRIPED)
    assert [name for name in members(content) if "media" in name] == ["word/media/logo.png"]
    assert sections(content) == [
        [("default", "header1"), ("first", "header2"), ("default", "footer3"), ("first", "footer4")]
    ]
    assert anchors(content, "header1") == [(0, 0, pytest.approx(595.28), 9), (490, 40, 48, 16)]
    assert anchors(content, "header2") == [(0, 0, pytest.approx(595.28), 9), (400, 30, 120, 40)]
    assert faults(content) == []


def test_the_logo_says_what_it_shows() -> None:
    assert 'descr="某标志"' in text_of(file(STRIPED), "word/header1.xml")


def test_words_keep_clear_of_the_logo() -> None:
    measure = THEME.page.measure
    stop = round((measure - 58) * 20)
    assert f'<w:tab w:val="right" w:pos="{stop}"/>' in text_of(file(STRIPED), "word/header1.xml")
    left = replace(STRIPED, logo=replace(THEME.logo, align=Alignment.LEFT))
    assert f'w:left="{58 * 20}"' in text_of(file(left), "word/header1.xml")


def test_without_words_there_are_headers_for_what_is_drawn() -> None:
    content = file(THEME, Logos(FIRST), said=False)
    assert sections(content) == [[("first", "header1")]]
    assert faults(content) == []


def test_a_cover_is_a_section_of_its_own() -> None:
    content = file(COVERED, cover_gap=120.0)
    assert sections(content) == [[("default", "header1")], [("default", "header2"), ("default", "footer3")]]
    assert anchors(content, "header1") == [(0, 0, pytest.approx(595.28), 190), (400, 30, 120, 40)]
    cover = tree_of(content, "word/document.xml").find(f".//{W}p//{W}sectPr/{W}pgMar")
    assert cover is not None
    assert cover.get(W + "top") == str(300 * 20)
    assert faults(content) == []


def test_what_stands_on_a_cover_stands_nowhere_else() -> None:
    body = tree_of(file(COVERED, cover_gap=120.0), "word/document.xml")[0]
    lines = [(_style(p), "".join(str(t.text) for t in p.iter(W + "t"))) for p in body.iter(W + "p")]
    assert lines == [
        ("CoverTitle", "月报"),
        ("CoverIssue", "三月"),
        ("CoverClient", "某企业"),
        ("CoverDate", "四月"),
        ("Heading1", "专利"),
        ("BodyText", "正文。"),
    ]
    client = list(body.iter(W + "p"))[2]
    spacing = client.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(W + "before") == str(120 * 20)


def test_a_cover_s_header_is_not_that_of_the_pages_after_it() -> None:
    content = file(COVERED, Logos(FIRST), said=False, cover_gap=120.0)
    assert sections(content) == [[("default", "header1")], [("default", "header2")]]
    assert anchors(content, "header2") == []


def test_a_rule_above_the_footer_is_its_style_s() -> None:
    page = replace(THEME.page, footer_rule=0.5, footer_rule_colour="9DB0BA", footer_rule_gap=6)
    (style,) = (
        s
        for s in tree_of(file(replace(THEME, page=page)), "word/styles.xml").iter(W + "style")
        if s.get(W + "styleId") == "Footer"
    )
    top = style.find(f"{W}pPr/{W}pBdr/{W}top")
    assert top is not None
    assert (top.get(W + "color"), top.get(W + "space")) == ("9DB0BA", "6")


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    assert style is not None
    return str(style.get(W + "val"))
