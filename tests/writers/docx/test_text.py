"""Inlines as runs: faces by script, accents, references and links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.model.block import Block, ListBlock, ListItem
from reportgen.model.inline import CrossReference, Inline, Link, Text
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.theme.look import Alignment
from reportgen.writers.docx import write_docx
from reportgen.writers.docx.text import Piece, alignment, pieces
from tests.writers.docx import samples
from tests.writers.docx.archive import text_of, written
from tests.writers.docx.outline import outline


def said(*inlines: Inline | str) -> str:
    """Return the outline of a paragraph with `inlines`, after a figure and a heading that can be referred to."""
    caption = samples.bulletin().blocks[10]
    whole = written(caption, samples.heading("h", Role.HEADING_1, "题", 1), samples.paragraph("p", *inlines))
    return outline(whole).splitlines()[-1].removeprefix("BodyText: ")


def test_quotation_marks_beside_chinese_are_set_in_the_chinese_face() -> None:
    assert said("“十四五”以来") == "、“十四五”以来"


def test_spaces_and_digits_are_set_in_the_latin_face() -> None:
    assert said("比例为 86.6% 和") == "、比例为| 86.6% |、和"


def test_a_label_and_a_unit_stay_with_their_numbers() -> None:
    assert (
        said("见表 2，", samples.number("14.4"), " 个百分点，共 3 类")
        == "、见表|␣2|、，|14.4|␣|、个百分点，共| 3␣|、类"
    )


def test_a_mark_at_the_seam_of_two_inlines_goes_by_both_sides() -> None:
    assert said("（参见", samples.number("“1”"), "）").startswith("、（参见|")
    assert pieces(["年", "…", "月"])[1] == (Piece("…", True),)


def test_bold_and_emphasis() -> None:
    assert said(Text("要", strong=True), Text("点", emphasis=True)) == "*、要*|~Emphasis 、点~"


@pytest.mark.parametrize(
    ("reference", "outlined"),
    [
        (CrossReference("图 1", BlockId("f1")), "[、图|␣|{|REF _f1 \\h|:|1|}](_f1)"),
        (CrossReference("题", BlockId("h")), "{|REF _h \\h|:|、题|}"),
        (CrossReference("（一）", BlockId("h")), "[、（一）](_h)"),
        (CrossReference("图 7", BlockId("f7")), "、图|␣7"),
    ],
)
def test_a_reference_is_live_where_word_would_print_the_same(reference: CrossReference, outlined: str) -> None:
    assert said(reference) == outlined


@pytest.mark.parametrize("url", ["http://a.cn", "HTTPS://a.cn/?q=1&r=<2>", "mailto:a@b.cn"])
def test_addresses_are_links(url: str) -> None:
    whole = written(samples.paragraph("p", Link("某", url)), samples.paragraph("q", Link("某", url)))
    relations = text_of(whole, "word/_rels/document.xml.rels")
    assert relations.count('TargetMode="External"') == 1
    assert outline(whole).count("[~Hyperlink 、某~](rIdLink1)") == 2


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.cn", "//a.cn", ""])
def test_other_schemes_are_words(url: str) -> None:
    whole = written(samples.paragraph("p", Link("某", url)))
    assert "External" not in text_of(whole, "word/_rels/document.xml.rels")
    assert outline(whole) == "BodyText: 、某\n"


def test_a_paragraph_with_a_web_address_is_not_spread() -> None:
    address = "详见 https://www.cac.gov.cn/2025-01/08/c_1.htm 。"
    note = samples.footnote(1, "见 www.stats.gov.cn 。")
    rows = (ListItem(0, "• ", samples.words("甲")), ListItem(0, "• ", samples.words(address)))
    listed = ListBlock(BlockId("l"), Role.LIST_ITEM, samples.SPAN, rows, (None,))
    told = written(samples.paragraph("p", address), samples.paragraph("q", "甲", note), listed)
    text, usual, first, second = outline(told).splitlines()
    assert text.startswith("BodyText (jc val=left): ")
    assert usual.startswith("BodyText: ")
    assert [" jc val=left" in item for item in (first, second)] == [False, True]
    assert '<w:jc w:val="left"/>' in text_of(told, "word/footnotes.xml")
    right = replace(samples.STYLES[Role.BODY], align=Alignment.RIGHT)
    assert alignment((Text(address),), right) is None


def test_a_pair_of_characters_stands_apart_where_the_style_says_so() -> None:
    style = replace(samples.STYLES[Role.SECTION], pair_spread_em=1.0, size=20)
    assert pieces(["专利"], style)[0] == (Piece("专", True, 20.0), Piece("利", True))
    assert pieces(["专", "利"], style) == ((Piece("专", True, 20.0),), (Piece("利", True),))
    assert pieces(["人", "人"], style) == ((Piece("人", True, 20.0),), (Piece("人", True),))
    assert pieces(["著作权"], style)[0] == (Piece("著作权", True),)
    assert pieces(["A4"], style)[0] == (Piece("A4", False),)
    assert pieces(["专利"])[0] == (Piece("专利", True),)


def test_text_stands_clear_of_what_is_above_it() -> None:
    styles = {**samples.STYLES, Role.TITLE: replace(samples.STYLES[Role.TITLE], clear=14.0)}
    theme = replace(samples.THEME, styles=styles)

    def below(*blocks: Block) -> str:
        whole = samples.document(samples.paragraph("刊", "月报", role=Role.TITLE), *blocks)
        return outline(write_docx(whole, samples.geometry(whole), theme)).splitlines()[1]

    assert "spacing before=280" in below(samples.paragraph("文", "企业"))
    assert "spacing" not in below(samples.paragraph("期", "2025 年", role=Role.ISSUE))
