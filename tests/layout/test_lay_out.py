"""Whole documents on pages: what stands where, in which order, under which tags."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.layout.lay_out import Layout, lay_out
from reportgen.layout.paint import BASELINE
from reportgen.model.block import (
    Block,
    Box,
    ChartFigure,
    Contents,
    FigureRow,
    Heading,
    ImageFigure,
    ListBlock,
    PageBreak,
    Paragraph,
    Table,
)
from reportgen.model.document import Field
from reportgen.model.inline import plain
from reportgen.model.pages import ChartBox, Pages, Rule, Tag, Target, TextLine
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.theme.load import load_theme
from reportgen.theme.look import Stroke, Theme
from tests.layout.documents import (
    LONG,
    SPAN,
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
from tests.layout.looks import as_text, right_edge, small_theme, text_lines


def laid(*blocks: Block, theme: Theme | None = None, **furniture: tuple[str | Field, ...]) -> Layout:
    theme = theme or small_theme()
    return lay_out(document(*blocks, **furniture), theme, fake_faces(theme))


def printed(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def assert_page(layout: Layout, expected: str) -> None:
    assert [line.strip() for line in as_text(layout.pages).splitlines()] == printed(expected)


def test_a_small_document() -> None:
    layout = laid(
        paragraph("题", "月报", Role.TITLE),
        heading("专利", "专利", 1, Role.SECTION),
        heading("比例", "获取比例持续提升", 2, Role.HEADING_1, "（一）"),
        paragraph("文", "调查显示，我国企业专利研发动力持续增强，研发投入力度进一步加大。"),
        paragraph("源", "（来源：国知局）", Role.SOURCE),
        header=("月报\t", Field.SECTION),
        footer=("第 ", Field.PAGE, " 页"),
    )
    assert_page(
        layout,
        """
        page 1
          30.0 40.0 - 月报
          30.0 224.0 - 专利
          34.0 40.0 rule to 240.0 of 0.5
          380.0 40.0 - 第 1 页
          64.0 40.0 P 月报
          74.5 40.0 rule to 240.0 of 1
          99.0 40.0 H1 专利
          123.8 35.0 H2 （一）获取比例持续提升
          139.8 60.0 P 调查显示，我国企业专利研发动力持续增
          155.8 40.0 P 强，研发投入力度进一步加大。
          171.8 160.0 P （来源：国知局）
        """,
    )


def test_a_list_a_figure_and_a_table() -> None:
    layout = laid(
        items("条", ("维权支持体系：通过基金、保险、公益平台降低企业成本。",)),
        figure("图", "研发获取的比例", notes=(words("注：口径调整。"),)),
        table("表", 2, notes=(words("资料来源：国家版权局"),)),
    )
    assert_page(
        layout,
        """
        page 1
          52.8 60.0 L/LI/Lbl 1)
          52.8 73.2 L/LI/LBody 维权支持体系：通过基金、保险、公
          68.8 40.0 L/LI/LBody 益平台降低企业成本。
          158.0 60.0 chart 160.0 × 80.0
          171.6 101.0 Figure/Caption 图 1  研发获取的比例
          185.6 60.0 P 注：口径调整。
          209.6 93.0 Table/Caption 表 1  全国著作权登记情况
          221.6 208.0 Table/Caption 单位：件
          275.0 188.5 fill 51.5 × 48.0
          227.0 40.0 rule to 240.0 of 1
          238.6 44.0 Table/THead/TR/TH 年份
          238.6 101.0 Table/THead/TR/TH 作品登记
          238.6 152.5 Table/THead/TR/TH 软件登记
          238.6 204.0 Table/THead/TR/TH 质权登记
          243.0 40.0 rule to 240.0 of 0.5
          254.6 44.0 Table/TBody/TR/TH 1000 年
          254.6 121.0 Table/TBody/TR/TD 111
          254.6 168.5 Table/TBody/TR/TD 3003
          254.6 228.0 Table/TBody/TR/TD 36
          270.6 44.0 Table/TBody/TR/TH 1001 年
          270.6 121.0 Table/TBody/TR/TD 148
          270.6 168.5 Table/TBody/TR/TD 4004
          270.6 228.0 Table/TBody/TR/TD 48
          275.0 40.0 rule to 240.0 of 1
          286.6 40.0 P 资料来源：国家版权局
        """,
    )


def test_the_space_of_a_pair_is_spread() -> None:
    layout = laid(heading("甲", "专利", 1, Role.SECTION), heading("乙", "政策法规", 1, Role.SECTION))
    runs = [line.runs[0] for _, line in text_lines(layout.pages)]
    assert [(run.text, run.spacing) for run in runs] == [("专利", 14.0), ("政策法规", 0.0)]


def test_a_figure_floats_while_text_fills_the_page_it_left() -> None:
    layout = laid(paragraph("前", LONG * 3), figure("图", "比例"), paragraph("后", LONG * 2), theme=small_theme())
    first, second = ([item.block for item in page.items] for page in layout.pages.pages)
    assert first[-1] == "后"
    assert second[0] == "图"
    assert second[-1] == "后"


def test_a_figure_is_told_to_stand_behind_the_last_text_that_passed_it() -> None:
    following = heading("题", "企业", 4, Role.HEADING_2), paragraph("末", LONG * 2)
    layout = laid(paragraph("前", LONG * 3), figure("图", "比例"), *following, theme=small_theme())
    assert _pages_of(layout, "题") == {"1"}
    assert dict(layout.geometry.floated) == {"图": "末"}


def test_no_figure_leaves_its_article() -> None:
    following = heading("题", "企业", 2, Role.ARTICLE), paragraph("末", LONG * 2)
    layout = laid(paragraph("前", LONG * 3), figure("图", "比例"), *following, theme=small_theme())
    assert _pages_of(layout, "图") == _pages_of(layout, "题") == {"2"}
    assert dict(layout.geometry.floated) == {}


def test_a_source_line_does_not_pass_a_figure_of_its_article() -> None:
    layout = laid(paragraph("前", LONG * 3), figure("图", "比例"), paragraph("源", "（来源：国知局）", Role.SOURCE))
    assert _pages_of(layout, "图") == _pages_of(layout, "源") == {"2"}


def test_a_heading_of_several_lines_is_not_broken() -> None:
    body = [paragraph(f"文{index}", LONG) for index in range(3)] + [paragraph("文四", "我国企业。" * 10)]
    title = heading("题", "国家金融监督管理总局国家知识产权局国家版权局通知", 1, Role.ARTICLE)
    assert _pages_of(laid(*body, title, paragraph("后", LONG)), "题") == {"2"}


def test_the_contents_name_the_pages_that_headings_stand_on() -> None:
    layout = laid(
        Contents(BlockId("目录"), Role.CONTENTS_TITLE, SPAN, "目录", 2),
        heading("专利", "专利", 1, Role.SECTION),
        *(paragraph(f"文{index}", LONG) for index in range(8)),
        heading("登记", "国家版权局公布登记情况", 2, Role.ARTICLE, "一、"),
        heading("深", "不在目录里", 3, Role.HEADING_1),
        paragraph("完", "完。"),
    )
    entries: dict[BlockId | None, list[str]] = {}
    for _, line in text_lines(layout.pages):
        link = line.runs[0].link
        if line.path and line.path[0].tag is Tag.TOC and link is not None:
            entries.setdefault(link.block, []).append("".join(run.text for run in line.runs))
    assert entries == {"专利": ["专利", "1"], "登记": ["一、国家版权局公布登记情况", "3"]}
    assert layout.geometry.pages_of[BlockId("登记")] == "3"
    assert dict(layout.pages.destinations)[BlockId("登记")].page == 2


def test_the_last_entry_is_not_kept_with_what_follows_the_contents() -> None:
    theme = small_theme(CONTENTS_1=replace(small_theme().styles[Role.BODY], keep_next=True))
    body = [paragraph(f"文{index}", LONG) for index in range(3)] + [paragraph("文四", "我国企业。" * 10)]
    contents = Contents(BlockId("目录"), Role.CONTENTS_TITLE, SPAN, "", 1)
    layout = laid(*body, contents, heading("题", "专利", 1, Role.SECTION), paragraph("后", LONG), theme=theme)
    assert _pages_of(layout, "目录") == {"1"}
    assert _pages_of(layout, "题") == {"2"}


def test_deeper_items_stand_further_in() -> None:
    block = items("条", ("甲" * 30, "乙" * 30))
    outer, inner = block.items
    layout = laid(replace(block, items=(outer, replace(inner, level=1)), formats=block.formats * 2))
    starts = [line.runs[0].x for _, line in text_lines(layout.pages) if _tags(line)[-1] is Tag.LBL]
    bodies = [line for _, line in text_lines(layout.pages) if _tags(line)[-1] is Tag.LBODY]
    wrapped = [line.runs[0].x for line in bodies if line.runs[0].x <= 60]
    assert starts == [60, 80]
    assert wrapped == [40, 60]


def test_a_rule_above_a_paragraph_pushes_its_lines_down() -> None:
    theme = small_theme()
    ruled = replace(theme.styles[Role.BODY], rule_above=Stroke(2.0, "112233", 3.0))
    assert_page(
        laid(paragraph("文", "专利"), paragraph("又", "版权"), theme=small_theme(BODY=ruled)),
        """
        page 1
          41.0 40.0 rule to 240.0 of 2
          57.8 60.0 P 专利
          62.0 40.0 rule to 240.0 of 2
          78.8 60.0 P 版权
        """,
    )


def test_an_indent_at_the_left_narrows_the_measure() -> None:
    indented = replace(small_theme().styles[Role.BODY], left_indent_em=3.0, first_indent_em=0.0)
    theme = small_theme(BODY=indented)
    found = [line for _, line in text_lines(laid(paragraph("文", "国" * 34), theme=theme).pages)]
    assert [line.runs[0].x for line in found] == [70, 70]
    assert right_edge(found[0].runs[-1], fake_faces(theme)) == 240


def test_a_block_without_words_has_its_place_all_the_same() -> None:
    contents = Contents(BlockId("目录"), Role.CONTENTS_TITLE, SPAN, "", 1)
    layout = laid(contents, heading("空", "", 1, Role.SECTION), paragraph("无", ""), paragraph("文", "专利"))
    assert layout.geometry.pages_of == {"目录": "1", "空": "1", "无": "1", "文": "1"}


def test_leaders_stand_on_one_grid() -> None:
    layout = laid(
        Contents(BlockId("目录"), Role.CONTENTS_TITLE, SPAN, "目录", 2),
        heading("一", "专利", 1, Role.SECTION),
        heading("二", "专利a", 1, Role.SECTION),
    )
    leaders = [line.runs[0] for _, line in text_lines(layout.pages) if set(line.runs[0].text) == {"."}]
    step = leaders[0].spacing + 4.0
    assert len(leaders) == 2
    assert (leaders[0].x - leaders[1].x) % step == pytest.approx(0.0, abs=1e-9)
    assert leaders[0].x != leaders[1].x


def test_entries_stand_at_the_left_whatever_their_style_says() -> None:
    title = heading("长", "国家 AB 金融监督管理总局国家知识产权局国家版权局关于印发方案", 1, Role.SECTION)
    contents = Contents(BlockId("目录"), Role.CONTENTS_TITLE, SPAN, "", 1)
    layout = laid(contents, title, theme=small_theme(CONTENTS_1=small_theme().styles[Role.BODY]))
    entry = [line for _, line in text_lines(layout.pages) if line.path and line.path[0].tag is Tag.TOC]
    assert len(entry) > 2
    assert right_edge(entry[0].runs[-1], fake_faces(small_theme())) < 240 - 3 * 10 - 1


def test_an_entry_too_long_for_a_line_keeps_off_the_page_numbers() -> None:
    layout = laid(
        Contents(BlockId("目录"), Role.CONTENTS_TITLE, SPAN, "", 2),
        heading("长", "国家金融监督管理总局国家知识产权局国家版权局关于印发试点工作方案的通知", 1, Role.SECTION),
    )
    faces = fake_faces(small_theme())
    entry = [line for _, line in text_lines(layout.pages) if line.path and line.path[0].tag is Tag.TOC]
    assert len(entry) == 3
    assert all(right_edge(line.runs[-1], faces) <= 240 - 3 * 8 for line in entry[:2])


def test_a_table_goes_on_under_its_header_on_each_page() -> None:
    layout = laid(table("表", 50))
    pages = [
        ["".join(run.text for run in line.runs) for page, line in text_lines(layout.pages) if page.label == label]
        for label in ("1", "2", "3")
    ]
    head = ["年份", "作品登记", "软件登记", "质权登记"]
    assert pages[0][:6] == ["表 1  全国著作权登记情况", "单位：件", *head]
    assert pages[1][:5] == pages[2][:5] == ["续表 1\u3000\u3000单位：件", *head]
    labels = [line.runs[0].text for _, line in text_lines(layout.pages) if Tag.TH in _tags(line)]
    assert len([text for text in labels if text.isdigit() or text.startswith("10")]) == 50


def test_what_a_continuation_repeats_is_not_read_again() -> None:
    layout = laid(table("表", 50))
    heads = [line for _, line in text_lines(layout.pages) if Tag.THEAD in _tags(line)]
    repeated = [line for _, line in text_lines(layout.pages) if not line.path]
    assert len(heads) == 4
    assert len(repeated) == 2 * 5


def test_figures_in_a_repeated_head_are_not_read_again() -> None:
    block = table("表", 50)
    years = (block.header[0][0], *(replace(cell, inlines=words("2024")) for cell in block.header[0][1:]))
    layout = laid(replace(block, header=(years,)))
    read = [line for _, line in text_lines(layout.pages) if line.path and line.runs[0].text == "2024"]
    assert len(read) == 3


def test_a_table_has_its_three_rules_on_each_page() -> None:
    layout = laid(table("表", 50))
    for page in layout.pages.pages:
        rules = [item for item in page.items if isinstance(item, Rule)]
        assert [rule.width for rule in rules] == [1.0, 0.5, 1.0]


def test_a_short_table_stands_on_one_page() -> None:
    layout = laid(*(paragraph(f"文{index}", LONG) for index in range(3)), table("表", 5), paragraph("后", LONG))
    pages = {page.label for page, line in text_lines(layout.pages) if line.block == "表"}
    assert pages == {"2"}
    assert _pages_of(layout, "后") == {"1"}
    assert layout.geometry.whole == {"表"}


@pytest.mark.parametrize("rows", [3, 50])
def test_what_follows_a_table_stands_below_its_notes(rows: int) -> None:
    layout = laid(table("表", rows, notes=(words("注：" + "很长的注" * 9),)), paragraph("后", "专利"))
    *_, note, after = [line for _, line in text_lines(layout.pages)]
    assert after.block == "后"
    assert note.y - after.y == pytest.approx((1 - BASELINE) * 12 + 6 + BASELINE * 16)


def test_a_source_line_stands_with_the_end_of_its_article() -> None:
    body = [paragraph(f"文{index}", LONG) for index in range(4)]
    without = laid(*body, paragraph("源", "（来源：国知局）"))
    kept = laid(*body, paragraph("源", "（来源：国知局）", Role.SOURCE))
    assert _pages_of(without, "文3") == {"1"}
    assert _pages_of(kept, "文3") == {"1", "2"}


def test_what_announces_a_list_stands_with_it() -> None:
    body = [paragraph(f"文{index}", LONG) for index in range(3)] + [paragraph("文四", "我国企业。" * 14)]
    said = laid(*body, paragraph("要", "要点有。"), items("条", ("甲", "乙")))
    announced = laid(*body, paragraph("要", "要点有："), items("条", ("甲", "乙")))
    assert _pages_of(said, "要") == {"1"}
    assert _pages_of(announced, "要") == {"2"}


def _pages_of(layout: Layout, block: str) -> set[str]:
    return {page.label for page, line in text_lines(layout.pages) if line.block == block}


def _tags(line: TextLine) -> list[Tag]:
    return [node.tag for node in line.path]


@pytest.fixture(scope="module", params=["bulletin", "plain"])
def bulletin(request: pytest.FixtureRequest) -> tuple[Theme, Layout]:
    theme = load_theme(request.param)
    return theme, lay_out(every_block(), theme, fake_faces(theme))


def test_every_block_begins_somewhere(bulletin: tuple[Theme, Layout]) -> None:
    _, layout = bulletin
    assert [block for block, _ in layout.pages.destinations] == [block.id for block in every_block().blocks]
    assert list(layout.geometry.pages_of) == [block.id for block in every_block().blocks]


def test_every_item_has_a_path_or_is_an_artifact(bulletin: tuple[Theme, Layout]) -> None:
    _, layout = bulletin
    bare = [line for _, line in text_lines(layout.pages) if not line.path]
    furniture = [line for line in bare if line.block is None]
    assert len(furniture) >= len(layout.pages.pages)
    assert {line.block for line in bare if line.block is not None} == {"目录", "长表"}
    assert all(item.path for page in layout.pages.pages for item in page.items if isinstance(item, ChartBox))


def test_pages_are_read_in_the_order_of_the_document(bulletin: tuple[Theme, Layout]) -> None:
    _, layout = bulletin
    order = [block.id for block in every_block().blocks]
    for page in layout.pages.pages:
        places = [order.index(item.block) for item in page.items if item.block is not None]
        assert places == sorted(places)


def test_every_word_is_printed_once(bulletin: tuple[Theme, Layout]) -> None:
    _, layout = bulletin
    assert said_by_blocks(layout.pages) == {
        block.id: _bare(words_of(block)) for block in every_block().blocks if not isinstance(block, Contents)
    }


def test_lines_keep_to_the_measure_and_justified_ones_fill_it(bulletin: tuple[Theme, Layout]) -> None:
    theme, layout = bulletin
    faces = fake_faces(theme)
    right = theme.page.left + theme.page.measure
    body = [line for _, line in text_lines(layout.pages) if line.block in {"图后", "新兴文", "新兴后"}]
    for _, line in text_lines(layout.pages):
        # The blank half of a final full-width mark may stand out; nothing that shows does.
        assert right_edge(line.runs[-1], faces) <= right + 0.51 * line.runs[-1].size
    filled = [line for line, following in pairwise(body) if line.block == following.block]
    assert len(filled) > 10
    for line in filled:
        run = line.runs[-1]
        end = right_edge(run, faces)
        blank = 0.5 * run.size if run.text[-1] in "，。、；：”）" else 0.0
        assert min(abs(end - right), abs(end - blank - right)) <= 0.02 * run.size


def test_lines_keep_within_the_text_of_the_page(bulletin: tuple[Theme, Layout]) -> None:
    theme, layout = bulletin
    for _, line in text_lines(layout.pages):
        if line.block is not None:
            assert theme.page.bottom - 0.02 <= line.y <= theme.page.height - theme.page.top


def test_lines_of_a_paragraph_are_a_leading_apart(bulletin: tuple[Theme, Layout]) -> None:
    theme, layout = bulletin
    style = theme.styles[Role.BODY]
    first, *_ = [line for _, line in text_lines(layout.pages) if line.block == "导语"]
    destination = dict(layout.pages.destinations)[BlockId("导语")]
    assert destination.y - style.before - first.y == pytest.approx(BASELINE * style.leading)
    ys = [line.y for _, line in text_lines(layout.pages) if line.block == "导语"]
    assert all(one - other == pytest.approx(style.leading) for one, other in pairwise(ys))


def test_links_lead_to_blocks_and_addresses(bulletin: tuple[Theme, Layout]) -> None:
    _, layout = bulletin
    targets = {run.link for _, line in text_lines(layout.pages) if line.block == "正文" for run in line.runs}
    assert targets == {None, Target(block=BlockId("图1")), Target(url="https://www.cnipa.gov.cn/")}


def test_a_reference_to_what_is_not_there_is_no_link() -> None:
    (body,) = [block for block in every_block().blocks if block.id == "正文"]
    layout = laid(body)
    assert {run.link and run.link.block for _, line in text_lines(layout.pages) for run in line.runs} == {None}


def test_inlines_are_told_apart(bulletin: tuple[Theme, Layout]) -> None:
    _, layout = bulletin
    said: dict[int, str] = {}
    for _, line in text_lines(layout.pages):
        for run in line.runs if line.block == "正文" else ():
            said[run.inline] = said.get(run.inline, "") + run.text
    assert (said[1], said[3], said[5], said[7]) == ("研发获取", "86.6%", "“十四五”以来", "图 1")


def test_strong_and_emphasis_have_their_faces() -> None:
    (body,) = [block for block in every_block().blocks if block.id == "正文"]
    faces = {run.inline: run.face for _, line in text_lines(laid(body).pages) for run in line.runs}
    assert (faces[1], faces[5], faces[3]) == ("han-bold", "kai", "latin")


def test_bookmarks_say_numbers_and_levels() -> None:
    outer = heading("甲", "获取比例", 1, Role.HEADING_1, "（一）")
    inner = heading("乙", "保持高位", 2, Role.HEADING_2, "1. ")
    outline = laid(outer, inner).pages.outline
    assert [(entry.text, entry.level) for entry in outline] == [("（一）获取比例", 1), ("1. 保持高位", 2)]


def test_both_themes_print_the_same_words() -> None:
    both = [lay_out(every_block(), theme, fake_faces(theme)) for theme in map(load_theme, ("bulletin", "plain"))]
    first, second = (said_by_blocks(layout.pages) for layout in both)
    assert first == second


def said_by_blocks(pages: Pages) -> dict[BlockId, str]:
    """Return what each block says in its lines of text, without white space; the contents are left out."""
    said: dict[BlockId, str] = {}
    for _, line in text_lines(pages):
        if line.path and line.block is not None and line.path[0].tag is not Tag.TOC and line.block != "目录":
            said[line.block] = said.get(line.block, "") + "".join(run.text for run in line.runs)
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, ChartBox):
                said.setdefault(item.block, "")
    return {block: _bare(text) for block, text in said.items()}


def words_of(block: Block) -> str:
    """Return what a block says outside its chart."""
    match block:
        case Heading():
            return (block.number.text if block.number else "") + plain(block.inlines)
        case Paragraph():
            return plain(block.inlines)
        case ListBlock():
            return "".join(item.marker + plain(item.inlines) for item in block.items)
        case Table():
            cells = [plain(cell.inlines) for row in (*block.header, *block.rows) for cell in row]
            return _captioned(block) + block.unit + "".join(cells) + "".join(map(plain, block.notes))
        case ChartFigure() | ImageFigure():
            return _captioned(block) + "".join(map(plain, block.notes))
        case FigureRow(figures=parts):
            return "".join(map(words_of, parts))
        case Box(title=title, parts=parts):
            return plain(title) + "".join(map(words_of, parts))
        case Contents() | PageBreak():
            return ""


def _captioned(block: Table | ChartFigure | ImageFigure) -> str:
    caption = block.caption
    return caption.reference + caption.separator + plain(caption.inlines) if caption else ""


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


texts = st.text("专利数据，。（）“”aB1 5%", min_size=1, max_size=80).filter(str.strip)
blocks = st.one_of(
    texts.map(lambda text: ("文", text)),
    texts.map(lambda text: ("题", text)),
    texts.map(lambda text: ("条", text)),
    st.integers(1, 40).map(lambda rows: ("表", str(rows))),
    texts.map(lambda text: ("图", text)),
)


def _block(index: int, kind: str, said: str) -> Block:
    name = f"{kind}{index}"
    match kind:
        case "文":
            return paragraph(name, said)
        case "题":
            return heading(name, said, 1, Role.HEADING_1, "（一）")
        case "条":
            return items(name, (said, said))
        case "表":
            return table(name, int(said))
        case _:
            return figure(name, said, notes=(words(said),))


@settings(max_examples=40, deadline=None)
@given(st.lists(blocks, min_size=1, max_size=12))
def test_any_blocks_are_printed_once_and_within_the_page(kinds: list[tuple[str, str]]) -> None:
    made = [_block(index, kind, said) for index, (kind, said) in enumerate(kinds)]
    layout = laid(*made)
    assert said_by_blocks(layout.pages) == {block.id: _bare(words_of(block)) for block in made}
    for _, line in text_lines(layout.pages):
        assert 40 - 0.02 <= line.y <= 400 - 40
        assert line.runs[-1].x <= 240


@pytest.mark.parametrize(
    ("above", "below", "room"),
    [
        (Role.TITLE, paragraph("文", "企业。"), 14.0),
        (Role.ISSUE, paragraph("文", "企业。"), 12.0),
        (Role.ISSUE, heading("题", "企业", 3, Role.HEADING_1), 13.0),
        (Role.TITLE, paragraph("期", "2025 年", Role.ISSUE), 5.0),
    ],
)
def test_text_stands_clear_of_the_masthead(above: Role, below: Block, room: float) -> None:
    theme = load_theme("bulletin")
    layout = laid(paragraph("刊", "月报", above), below, theme=theme)
    first, second = (item for item in layout.pages.pages[0].items if isinstance(item, TextLine) and item.block)
    style, other = theme.styles[above], theme.styles[below.role]  # type: ignore[union-attr]  # paragraphs and headings
    rule = style.rule_below.height if style.rule_below else 0.0
    apart = first.y - second.y - (1 - BASELINE) * style.leading - rule - BASELINE * other.leading
    assert apart == pytest.approx(room, abs=0.01)
