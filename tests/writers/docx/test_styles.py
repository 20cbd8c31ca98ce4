"""Styles: real names, exact lines, all faces named, levels that the document uses."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from reportgen.model.document import Document
from reportgen.roles import Role
from reportgen.theme.look import Alignment, Theme
from reportgen.writers.docx.styles import styles_part
from reportgen.writers.docx.stylesheet import style_sheet
from tests.writers.docx import samples

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def styles(whole: Document | None = None, theme: Theme = samples.THEME) -> etree._Element:
    return etree.fromstring(styles_part(theme, style_sheet(whole or samples.bulletin())))


def style(identity: str, theme: Theme = samples.THEME) -> etree._Element:
    found = styles(theme=theme).find(f"{W}style[@{W}styleId='{identity}']")
    assert found is not None
    return found


def attributes(parent: etree._Element, path: str) -> dict[str, str]:
    found = parent.find("/".join(W + name for name in path.split("/")))
    assert found is not None
    return {etree.QName(str(key)).localname: str(value) for key, value in found.attrib.items()}


def test_every_role_of_the_text_has_a_style() -> None:
    assert set(style_sheet(samples.bulletin()).names) == set(Role) - {Role.CHART_LABEL}


def test_names_and_ids_are_each_their_own() -> None:
    names = list(style_sheet(samples.bulletin()).names.values())
    assert len({name.id for name in names}) == len({name.name for name in names}) == len(names)


def test_headings_are_named_by_the_level_they_stand_at() -> None:
    sheet = style_sheet(samples.bulletin())
    assert [(role, name.name) for role, name in sheet.headings[:4]] == [
        (Role.SECTION, "heading 1"),
        (Role.ARTICLE, "heading 2"),
        (Role.HEADING_1, "heading 3"),
        (Role.HEADING_2, "heading 4"),
    ]


def test_without_sections_articles_are_the_first_level() -> None:
    whole = samples.document(
        samples.heading("a", Role.ARTICLE, "其一", level=1), samples.heading("b", Role.HEADING_1, "甲", level=2)
    )
    sheet = style_sheet(whole)
    assert sheet.names[Role.ARTICLE].name == "heading 1"
    assert sheet.names[Role.HEADING_1].name == "heading 2"


def test_lines_are_exact_and_only_above_is_there_space() -> None:
    expected = {"before": "0", "after": "0", "line": "336", "lineRule": "exact"}
    assert attributes(style("BodyText"), "pPr/spacing") == expected


def test_a_figure_grows_with_its_drawing() -> None:
    assert attributes(style("Figure"), "pPr/spacing")["lineRule"] == "auto"


def test_first_lines_are_indented_by_characters() -> None:
    indent = attributes(style("BodyText"), "pPr/ind")
    assert (indent["firstLineChars"], indent["firstLine"]) == ("200", "420")


def test_all_faces_are_named_and_no_theme_is() -> None:
    for fonts in styles().iter(W + "rFonts"):
        names = {etree.QName(str(key)).localname for key in fonts.attrib}
        assert names == {"ascii", "hAnsi", "eastAsia", "cs"}


def test_the_language_is_chinese() -> None:
    assert attributes(styles(), "docDefaults/rPrDefault/rPr/lang")["eastAsia"] == "zh-CN"


def test_spread_is_between_characters_and_a_centred_line_stays_in_the_middle() -> None:
    title = style("Title")
    assert attributes(title, "rPr/spacing") == {"val": "260"}
    assert attributes(title, "pPr/ind")["left"] == "260"


def test_a_left_line_with_spread_is_not_moved() -> None:
    looks = {**samples.STYLES, Role.TITLE: replace(samples.STYLES[Role.TITLE], align=Alignment.LEFT)}
    assert attributes(style("Title", replace(samples.THEME, styles=looks)), "pPr/ind")["left"] == "0"


def test_a_rule_below_a_paragraph() -> None:
    rule = attributes(style("Subtitle"), "pPr/pBdr/bottom")
    assert rule == {"val": "single", "sz": "12", "space": "9", "color": "1B4B66"}


def test_the_headers_rule_is_measured_from_its_baseline() -> None:
    # 6 pt below the baseline; the line itself reaches 0.2 of 12 pt below it.
    assert attributes(style("Header"), "pPr/pBdr/bottom")["space"] == "4"


def test_entries_of_the_contents_end_at_the_measure() -> None:
    tab = attributes(style("TOC1"), "pPr/tabs/tab")
    assert tab == {"val": "right", "leader": "dot", "pos": str(round(samples.THEME.page.measure * 20))}


def test_headings_carry_their_number_and_outline_level() -> None:
    heading = style("Heading3")
    assert attributes(heading, "pPr/numPr/ilvl") == {"val": "2"}
    assert attributes(heading, "pPr/outlineLvl") == {"val": "2"}


def test_a_theme_may_begin_sections_on_a_new_page() -> None:
    looks = {**samples.STYLES, Role.SECTION: replace(samples.STYLES[Role.SECTION], new_page=True)}
    assert style("Heading1", replace(samples.THEME, styles=looks)).find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_emphasis_takes_the_typeface_that_the_theme_names() -> None:
    assert attributes(style("Emphasis"), "rPr/rFonts")["eastAsia"] == "楷体"
    assert style("Emphasis", replace(samples.THEME, emphasis="")).find(W + "rPr") is None


def test_links_take_the_themes_colour() -> None:
    assert attributes(style("Hyperlink"), "rPr/color") == {"val": "1B4B66"}


def test_own_styles_say_that_they_are() -> None:
    own = {str(s.get(W + "styleId")) for s in styles().iter(W + "style") if s.get(W + "customStyle") == "1"}
    assert own == {
        "TableUnit",
        "TableHead",
        "TableLabel",
        "TableNumber",
        "Figure",
        "Note",
        "Source",
        "BoxTitle",
        "BoxText",
        "CoverTitle",
        "CoverIssue",
        "CoverClient",
        "CoverDate",
    }


def test_colours_are_six_digits() -> None:
    assert all(re.fullmatch(r"[0-9A-F]{6}", str(e.get(W + "val"))) for e in styles().iter(W + "color"))
