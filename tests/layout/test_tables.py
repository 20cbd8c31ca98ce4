"""Tables: where cells stand in their columns, what wraps, what is a head of what."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from reportgen.errors import Faulty
from reportgen.layout.cells import SLACK
from reportgen.layout.flows import SetLines, TableFlow
from reportgen.layout.lay_out import lay_out
from reportgen.layout.setting import Setting
from reportgen.layout.tables import table_flow
from reportgen.model.block import Align, Cell, Table
from reportgen.model.inline import Text
from reportgen.model.pages import Fill, Rule, Scope, Tag, TextLine
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.theme.look import Theme
from tests.layout.documents import at, document, fake_faces, heading, paragraph, table, words
from tests.layout.looks import right_edge, small_theme, text_lines

THEME = small_theme()
FACES = fake_faces(THEME)


def flow(block: Table, theme: Theme = THEME) -> TableFlow:
    return table_flow(block, Setting(theme, fake_faces(theme), frozenset(), "续表"))


def lines(block: Table) -> dict[str, TextLine]:
    pages = lay_out(document(block), THEME, FACES).pages
    return {"".join(run.text for run in line.runs): line for _, line in text_lines(pages)}


def grid(*rows: tuple[str, ...], align: tuple[Align, ...], head: tuple[str, ...] = ()) -> Table:
    header = (tuple(Cell(words(text), header=True) for text in head),) if head else ()
    body = tuple(tuple(Cell(words(text)) for text in row) for row in rows)
    return replace(table("表", 1, caption=""), unit="", header=header, rows=body, columns=align, highlight=())


def test_figures_line_up_at_the_right_under_their_head() -> None:
    found = lines(table("表", 2))
    ends = [right_edge(found[text].runs[-1], FACES) for text in ("软件登记", "3003", "4004")]
    assert ends == pytest.approx([ends[0]] * 3)
    assert right_edge(found["48"].runs[-1], FACES) == 240 - 4


def test_labels_stand_at_the_left() -> None:
    found = lines(table("表", 2))
    assert [found[text].runs[0].x for text in ("年份", "1000 年")] == [44, 44]


def test_a_centred_column_is_centred() -> None:
    found = lines(grid(("甲", "12", "丙"), ("甲甲", "1", "丁"), align=(Align.LEFT, Align.CENTER, Align.LEFT)))
    middles = [(found[text].runs[0].x + right_edge(found[text].runs[0], FACES)) / 2 for text in ("12", "1")]
    assert middles[0] == pytest.approx(middles[1])


def test_numbers_never_wrap_and_labels_do() -> None:
    made = flow(grid(("很长的行名称" * 8, "1,234,567", "89.5%"), align=(Align.LEFT, Align.RIGHT, Align.RIGHT)))
    (row,) = made.rows
    label, *numbers = (cell.text for cell in row.cells)
    assert isinstance(label, SetLines)
    assert len(label.lines) > 1
    assert all(number.height == number.style.leading for number in numbers)
    assert row.height == label.height + 2 * THEME.table.padding_y
    assert made.edges[-1] == pytest.approx(THEME.page.measure)


@pytest.mark.parametrize("align", [Align.LEFT, Align.CENTER])
def test_no_line_fills_its_column_to_the_last(align: Align) -> None:
    head = ("年份", *["十二个字的很长的表头啊"] * 3)
    made = flow(grid(("2015 年", *["1234567"] * 3), align=(align, *[Align.RIGHT] * 3), head=head))
    rooms = [right - left - 2 * THEME.table.padding_x for left, right in pairwise(made.edges)]
    for row in (*made.header, *made.rows):
        for cell, room in zip(row.cells, rooms, strict=True):
            if isinstance(cell.text, SetLines):
                ends = [(min(piece.x for piece in line.pieces), line.right) for line in cell.text.lines]
                assert all(end - start <= room - SLACK + 0.05 for start, end in ends)


def test_cells_of_a_row_stand_in_its_middle() -> None:
    found = lines(grid(("很长的行名称" * 8, "12", "3"), align=(Align.LEFT, Align.RIGHT, Align.RIGHT)))
    ys = [line.y for text, line in found.items() if "名称" in text or "很长" in text]
    assert found["12"].y == pytest.approx((max(ys) + min(ys)) / 2)


def test_an_empty_row_is_a_line_high() -> None:
    made = flow(grid(("", "", ""), ("甲", "1", "2"), align=(Align.LEFT, Align.RIGHT, Align.RIGHT)))
    assert [row.height for row in made.rows] == [12 + 2 * 2, 12 + 2 * 2]


def test_heads_wrap_before_anything_is_given_up() -> None:
    made = flow(
        grid(("甲", *"123"), align=(Align.LEFT, *[Align.RIGHT] * 3), head=("年份", *["十二个字的很长的表头啊"] * 3))
    )
    assert {len(cell.text.lines) for cell in made.header[0].cells[1:] if isinstance(cell.text, SetLines)} == {2}


def test_no_word_is_broken_to_make_a_column_narrow() -> None:
    head = ("Registrations", *["Registrations of works"] * 2)
    made = flow(grid(("a", "1", "2"), align=(Align.LEFT, Align.RIGHT, Align.RIGHT), head=head))
    for cell in made.header[0].cells:
        assert isinstance(cell.text, SetLines)
        said = "".join(run.text for run in cell.text.text.runs)
        parts = [said[line.start : line.end] for line in cell.text.lines]
        assert all(part.strip() in {"Registrations", "of works", "of", "works"} for part in parts)


def test_a_table_too_wide_for_its_size_is_set_smaller_in_whole_half_points() -> None:
    block = grid(("1234567890",) * 5, align=(Align.RIGHT,) * 5)
    layout = lay_out(document(block), THEME, FACES)
    sizes = {run.size for _, line in text_lines(layout.pages) for run in line.runs}
    assert sizes == {6.0}
    assert layout.geometry.smaller == {block.id: 2.0}
    assert sum(layout.geometry.column_widths[block.id]) <= THEME.page.measure
    assert lay_out(document(table("表", 2)), THEME, FACES).geometry.smaller == {}


def test_a_table_that_cannot_fit_is_told_at_its_place() -> None:
    wide = replace(grid(("1234567890",) * 9, align=(Align.RIGHT,) * 9), span=at(9))
    with pytest.raises(Faulty) as caught:
        lay_out(document(wide, replace(wide, span=at(12))), THEME, FACES)
    assert [problem.code for problem in caught.value.problems] == ["layout.table-too-wide"] * 2
    assert [problem.span for problem in caught.value.problems] == [at(9), at(12)]


def test_a_table_that_does_not_fit_upright_stands_on_a_turned_page() -> None:
    block = grid(("1234567890",) * 6, align=(Align.RIGHT,) * 6)
    layout = lay_out(document(paragraph("前", "前"), block, paragraph("后", "后")), THEME, FACES)
    assert [(page.width, page.height) for page in layout.pages.pages] == [(280, 400), (400, 280), (280, 400)]
    assert [page.label for page in layout.pages.pages] == ["1", "2", "3"]
    assert layout.geometry.turned == {block.id}
    assert THEME.page.measure < sum(layout.geometry.column_widths[block.id]) <= THEME.page.turned.measure


def test_a_table_that_asks_for_it_stands_on_a_turned_page_with_its_furniture() -> None:
    block = replace(table("表", 3), wide=True)
    again = replace(block, id=BlockId("又"))
    whole = document(paragraph("前", "前"), block, again, header=("甲\t乙",), footer=("丙",))
    layout = lay_out(whole, THEME, FACES)
    upright, turned = layout.pages.pages
    assert (turned.width, turned.height) == (400, 280)
    ends = [max(right_edge(run, FACES) for run in line.runs) for line in turned.items if isinstance(line, TextLine)]
    assert max(ends) <= 360
    assert ends[1] == pytest.approx(360)
    assert upright.items[0] != turned.items[0]


def test_a_long_table_goes_on_on_turned_pages() -> None:
    block = replace(table("表", 40), wide=True)
    pages = lay_out(document(block, paragraph("后", "后")), THEME, FACES).pages.pages
    assert {page.width for page in pages[:-1]} == {400}
    assert pages[-1].width == 280
    heads = [
        line for page in pages for line in page.items if isinstance(line, TextLine) and line.runs[0].text == "年份"
    ]
    assert len(heads) == len(pages) - 1


def test_headings_right_above_a_wide_table_stand_on_its_page() -> None:
    block = replace(table("表", 3), wide=True)
    outer, inner = heading("甲", "外", 1, Role.SECTION), heading("乙", "内", 2, Role.ARTICLE)
    layout = lay_out(document(paragraph("前", "前"), outer, inner, block), THEME, FACES)
    upright, turned = layout.pages.pages
    assert [line.block for line in upright.items if isinstance(line, TextLine)] == ["前"]
    assert [line.block for line in turned.items if isinstance(line, TextLine)][:2] == ["甲", "乙"]
    assert layout.geometry.turned == {"甲", "乙", "表"}


def test_cells_say_what_they_head() -> None:
    found = lines(table("表", 2))
    head, label, value = (found[text].path for text in ("作品登记", "1000 年", "111"))
    assert [node.tag for node in head] == [Tag.TABLE, Tag.THEAD, Tag.TR, Tag.TH]
    assert head[-1].scope is Scope.COLUMN
    assert (label[-1].tag, label[-1].scope) == (Tag.TH, Scope.ROW)
    assert value[-1].tag is Tag.TD
    assert label[:-1] == value[:-1]


def test_a_head_over_several_columns_stands_in_their_middle_over_a_rule_of_its_own() -> None:
    block = table("表", 1, caption="")
    groups = (Cell((), header=True), Cell(words("登记"), header=True, columns=3))
    block = replace(block, header=(groups, *block.header), unit="", highlight=())
    (page,) = lay_out(document(block), THEME, FACES).pages.pages
    rules = [item for item in page.items if isinstance(item, Rule)]
    (group,) = [
        item for item in page.items if isinstance(item, TextLine) and [run.text for run in item.runs] == ["登记"]
    ]
    thin = rules[1]
    assert [rule.width for rule in rules] == [1.0, 0.5, 0.5, 1.0]
    assert thin.x1 < 240
    assert (thin.x0 + thin.x1) / 2 == pytest.approx((group.runs[0].x + right_edge(group.runs[0], FACES)) / 2)
    assert group.path[-1].columns == 3


def test_a_column_brought_forward_is_filled_behind_its_cells() -> None:
    (page,) = lay_out(document(table("表", 2)), THEME, FACES).pages.pages
    (fill,) = [item for item in page.items if isinstance(item, Fill)]
    rules = [item for item in page.items if isinstance(item, Rule)]
    assert (fill.y, fill.y + fill.height) == (rules[-1].y0, rules[0].y0)
    assert page.items.index(fill) < page.items.index(rules[0])


def test_strong_figures_take_the_bold_face() -> None:
    block = grid(("甲", "1", "2"), align=(Align.LEFT, Align.RIGHT, Align.RIGHT))
    row = (block.rows[0][0], Cell((Text("7", strong=True),)), Cell(words("8")))
    found = lines(replace(block, rows=(row,)))
    assert [found[text].runs[0].face for text in "78"] == ["latin-bold", "latin"]


def test_a_table_without_head_has_two_rules() -> None:
    (page,) = lay_out(document(grid(("甲", "1", "2"), align=(Align.LEFT,) * 3)), THEME, FACES).pages.pages
    assert [item.width for item in page.items if isinstance(item, Rule)] == [1.0, 1.0]


def test_a_table_without_number_goes_on_under_the_word_alone() -> None:
    block = replace(table("表", 50, caption=""), unit="")
    pages = lay_out(document(block), THEME, FACES).pages
    assert next(line.runs[0].text for _, line in text_lines(pages)) == "年份"
    assert "续表" in ["".join(run.text for run in line.runs) for _, line in text_lines(pages)]


@pytest.mark.parametrize("above", range(20))
def test_no_row_is_alone_on_a_page(above: int) -> None:
    blocks = [paragraph(f"文{index}", "我国企业。") for index in range(above)]
    for rows in (20, 21, 22):
        made = lay_out(document(*blocks, table("表", rows)), THEME, FACES).pages
        pages = [page.label for page, line in text_lines(made) if line.path and line.path[-1].scope is Scope.ROW]
        assert len(pages) == rows
        assert min(Counter(pages).values()) >= 2


def test_a_row_brought_forward_is_filled_behind_its_cells_on_its_page_alone() -> None:
    block = replace(table("表", 30), highlight=(), forward=(1, 28))
    pages = lay_out(document(block), THEME, FACES).pages.pages
    fills = [[item for item in page.items if isinstance(item, Fill)] for page in pages]
    assert [len(found) for found in fills] == [1, *(0 for _ in fills[2:]), 1]
    for page, found, label in ((pages[0], fills[0], "1001 年"), (pages[-1], fills[-1], "1028 年")):
        line = next(i for i in page.items if isinstance(i, TextLine) and "".join(r.text for r in i.runs) == label)
        assert found[0].y < line.y < found[0].y + found[0].height
        assert page.items.index(found[0]) < page.items.index(line)
