"""Live numbers: Word's count is the document's, whatever the headings' own order of numbers."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.block import Heading, ListBlock, ListItem
from reportgen.numbering import NumberFormat, Numeral, written
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.writers.docx.numbering import UNNUMBERED, live_numbers
from reportgen.writers.docx.stylesheet import style_sheet
from tests.writers.docx import samples
from tests.writers.docx.archive import file_of, text_of
from tests.writers.docx.archive import written as file_with
from tests.writers.docx.package_rules import faults
from tests.writers.docx.readback import blocks, plainly, without_kinds


def reads_back(*headings: Heading) -> None:
    whole = samples.document(*headings)
    content = file_of(whole)
    assert without_kinds(blocks(content)) == plainly(whole, samples.geometry(whole))
    assert faults(content) == []


def test_plain_numbers_come_from_the_style_alone() -> None:
    whole = samples.bulletin()
    assert live_numbers(whole, samples.THEME, style_sheet(whole)).headings == {}


def test_sections_and_articles_start_the_numbers_below_them_again() -> None:
    reads_back(
        samples.heading("a", Role.SECTION, "专利"),
        samples.heading("b", Role.ARTICLE, "其一"),
        samples.heading("c", Role.HEADING_1, "甲", 1),
        samples.heading("d", Role.HEADING_1, "乙", 2),
        samples.heading("e", Role.ARTICLE, "其二"),
        samples.heading("f", Role.HEADING_1, "丙", 1),
        samples.heading("g", Role.HEADING_2, "丁", 1, 1),
    )


def test_numbers_that_go_on_where_word_would_start_again() -> None:
    reads_back(
        samples.heading("a", Role.ARTICLE, "其一", level=2),
        samples.heading("b", Role.HEADING_1, "甲", 1),
        samples.heading("c", Role.ARTICLE, "其二", level=2),
        samples.heading("d", Role.HEADING_1, "乙", 2),
        samples.heading("e", Role.HEADING_1, "丙", 3),
        samples.heading("f", Role.ARTICLE, "其三", level=2),
        samples.heading("g", Role.HEADING_1, "丁", 1),
    )


def test_a_heading_without_a_number_at_a_numbered_level_has_none_in_word() -> None:
    plain = samples.heading("b", Role.HEADING_1, "前言")
    whole = samples.document(samples.heading("a", Role.HEADING_1, "甲", 1), plain)
    assert live_numbers(whole, samples.THEME, style_sheet(whole)).headings == {BlockId("b"): UNNUMBERED}
    reads_back(samples.heading("a", Role.HEADING_1, "甲", 1), plain, samples.heading("c", Role.HEADING_1, "乙", 2))


def test_a_role_at_another_level_than_usual_is_numbered_by_its_level() -> None:
    reads_back(
        samples.heading("a", Role.ARTICLE, "其一", level=2),
        samples.heading("b", Role.HEADING_1, "甲", 1),
        samples.heading("c", Role.HEADING_1, "乙", 1, 1, level=4),
    )


def test_a_chinese_number_is_counted_as_chinese() -> None:
    text = text_of(file_of(samples.bulletin()), "word/numbering.xml")
    assert 'w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="Heading3"' in text
    assert 'w:lvlText w:val="（%3）"' in text


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 12), st.booleans()), max_size=12))
def test_word_counts_as_the_document_does(steps: list[tuple[int, int, bool]]) -> None:
    roles = {1: Role.SECTION, 2: Role.ARTICLE, 3: Role.HEADING_1, 4: Role.HEADING_2}
    reads_back(
        *(
            samples.heading(f"h{index}", roles[level], "题", *((counter,) if numbered and level > 2 else ()))
            for index, (level, counter, numbered) in enumerate(steps)
        )
    )


HAN_LIST = NumberFormat(Numeral.CHINESE, "", "、")


def items(form: NumberFormat, *counters: int) -> tuple[ListItem, ...]:
    return tuple(ListItem(0, written(form, counter), samples.words("项"), counter) for counter in counters)


def test_each_list_begins_anew_and_a_gap_is_kept() -> None:
    first = ListBlock(BlockId("l1"), Role.LIST_ITEM, samples.SPAN, items(samples.PAREN, 1, 2, 5, 6), (samples.PAREN,))
    second = ListBlock(BlockId("l2"), Role.LIST_ITEM, samples.SPAN, items(samples.PAREN, 1, 2), (samples.PAREN,))
    third = ListBlock(BlockId("l3"), Role.LIST_ITEM, samples.SPAN, items(HAN_LIST, 1, 2), (HAN_LIST,))
    content = file_with(first, second, third)
    said = [block.text for block in blocks(content)]
    assert said == ["1) 项", "2) 项", "5) 项", "6) 项", "1) 项", "2) 项", "一、项", "二、项"]
    assert faults(content) == []


def test_lists_of_one_look_share_their_definition() -> None:
    lists = [
        ListBlock(BlockId(f"l{n}"), Role.LIST_ITEM, samples.SPAN, items(samples.PAREN, 1), (samples.PAREN,))
        for n in (1, 2)
    ]
    text = text_of(file_with(*lists), "word/numbering.xml")
    assert text.count("<w:abstractNum ") == 2  # the headings' and the lists'
