"""Small documents, a theme and a geometry, built by hand for the tests of the Word writer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportgen.model.block import (
    Align,
    Block,
    Box,
    Caption,
    CaptionKind,
    Cell,
    ChartFigure,
    Contents,
    FigureRow,
    Heading,
    HeadingNumber,
    ImageFigure,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Table,
)
from reportgen.model.chart import Axis, Chart, ChartKind, Plot, Point, Series, Side
from reportgen.model.document import Document, Field, Furniture, Metadata, blocks_and_parts
from reportgen.model.geometry import ChartForm, Geometry, LegendPlace, Scale
from reportgen.model.inline import CrossReference, Footnote, Inline, Link, Number, Text, Word
from reportgen.model.picture import Picture
from reportgen.numbering import NumberFormat, Numeral, written
from reportgen.origins import BlockId, RecordId, Span
from reportgen.pictures.reading import picture_of
from reportgen.roles import Role
from reportgen.theme.look import Alignment, ChartLook, FacePair, PageLook, Stroke, Style, TableLook, Theme, Typeface
from tests.pictures.making import noise, plain, saved

SPAN = Span("spec.yaml", 1, 1, 1, 2)
RECORD = RecordId("b#1")
HAN = NumberFormat(Numeral.CHINESE, "（", "）")
DOT = NumberFormat(Numeral.DECIMAL, "", ". ")
PAREN = NumberFormat(Numeral.DECIMAL, "", ") ")
FORMATS = (None, None, HAN, DOT)
HEADING_ROLES = (Role.SECTION, Role.ARTICLE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
LEVEL_OF = {role: level for level, role in enumerate(HEADING_ROLES, 1)}


def _typeface(chinese: str, latin: str) -> Typeface:
    faces = FacePair(chinese, latin)
    return Typeface(faces, faces, faces)


_BODY = Style("serif", 10.5, 16.8, first_indent_em=2)
_SMALL = Style("sans", 9, 14, align=Alignment.CENTER, before=5)
_LINE = Style("sans", 8, 12, align=Alignment.LEFT)
_HEAD = Style("sans", 10.5, 16.8, bold=True, align=Alignment.LEFT, before=10, keep_next=True)

STYLES: Mapping[Role, Style] = {
    Role.TITLE: Style("sans", 26, 38, bold=True, align=Alignment.CENTER, spread_em=0.5, before=20, keep_next=True),
    Role.ISSUE: replace(_LINE, align=Alignment.CENTER, rule_below=Stroke(1.5, "1B4B66", 9)),
    Role.COVER_TITLE: Style("sans", 34, 48, bold=True, align=Alignment.LEFT),
    Role.COVER_ISSUE: replace(_LINE, before=8),
    Role.COVER_CLIENT: _LINE,
    Role.COVER_DATE: replace(_LINE, before=2),
    Role.CONTENTS_TITLE: replace(_HEAD, pair_spread_em=1),
    Role.CONTENTS_1: Style("sans", 10.5, 16.8, bold=True, align=Alignment.LEFT, before=6),
    Role.CONTENTS_2: Style("serif", 10.5, 16.8, align=Alignment.LEFT, left_indent_em=1),
    Role.CONTENTS_3: Style("serif", 10.5, 16.8, align=Alignment.LEFT, left_indent_em=2),
    Role.SECTION: replace(_HEAD, size=20, leading=28, pair_spread_em=1, rule_below=Stroke(0.75, "1B4B66", 5)),
    Role.ARTICLE: replace(_HEAD, size=12.5, leading=20),
    Role.HEADING_1: _HEAD,
    Role.HEADING_2: replace(_HEAD, bold=False),
    Role.HEADING_3: replace(_HEAD, bold=False),
    Role.BODY: _BODY,
    Role.LIST_ITEM: _BODY,
    Role.CAPTION: _SMALL,
    Role.UNIT: replace(_LINE, align=Alignment.RIGHT),
    Role.TABLE_HEAD: replace(_LINE, bold=True),
    Role.TABLE_LABEL: _LINE,
    Role.TABLE_NUMBER: replace(_LINE, align=Alignment.RIGHT),
    Role.FIGURE: replace(_SMALL, before=12),
    Role.NOTE: replace(_LINE, before=2),
    Role.FOOTNOTE: Style("serif", 8.5, 13),
    Role.SOURCE: Style("kai", 10.5, 16.8, align=Alignment.RIGHT, before=3),
    Role.BOX_TITLE: Style("sans", 10.5, 16.8, bold=True, align=Alignment.LEFT, keep_next=True),
    Role.BOX_TEXT: Style("kai", 10.5, 16.8, first_indent_em=2),
    Role.HEADER: _LINE,
    Role.FOOTER: replace(_LINE, align=Alignment.CENTER),
    Role.CHART_LABEL: replace(_LINE, colour="2E3A42"),
}

THEME = Theme(
    name="samples",
    page=PageLook(595.28, 841.89, 76, 60, 50.8878, 50.8878, 50, 34, header_rule=0.5, header_rule_gap=6),
    typefaces={
        "serif": _typeface("宋体", "Times New Roman"),
        "sans": _typeface("黑体", "Arial"),
        "kai": _typeface("楷体", "Times New Roman"),
    },
    styles=STYLES,
    table=TableLook(1.25, 0.5, "1B4B66", 6, 2.5, "E8EFF2", 12, caption_gap=4),
    chart=ChartLook(
        ("1B4B66", "D9A441", "7FB0C4"), "C8651B", "A9BAC4", "5B6770", "DDE3E7", 8, 1.6, 395, 176, "sans", after=10
    ),
    emphasis="kai",
    link_colour="1B4B66",
)


def words(*inlines: Inline | str) -> tuple[Inline, ...]:
    """Return inlines; a plain string is the author's words."""
    return tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)


def number(text: str, *, strong: bool = False) -> Number:
    return Number(text, RECORD, strong)


def paragraph(identity: str, *inlines: Inline | str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(BlockId(identity), role, SPAN, words(*inlines))


def heading(identity: str, role: Role, text: str, *counters: int, level: int | None = None) -> Heading:
    """Return a heading at its role's level, numbered by the format of that level where counters are given."""
    level = level or LEVEL_OF[role]
    shown = FORMATS[level - 1] if counters else None
    said = HeadingNumber(counters, written(shown, counters[-1])) if shown else None
    return Heading(BlockId(identity), role, SPAN, level, words(text), said)


def figure(identity: str, chart: Chart, caption: Caption | None = None, *notes: str) -> ChartFigure:
    rows = tuple(words(note) for note in notes)
    return ChartFigure(BlockId(identity), Role.FIGURE, SPAN, chart, "一张图：2024 年 86.6%", caption, rows)


PNG = picture_of(saved(plain(colour="navy"), "PNG"))
JPEG = picture_of(saved(noise(), "JPEG"))


def image(identity: str, picture: Picture, said: Caption | None = None, *notes: str) -> ImageFigure:
    rows = tuple(words(note) for note in notes)
    return ImageFigure(
        BlockId(identity), Role.FIGURE, SPAN, picture, f"一幅画：{identity}", share=0.5, caption=said, notes=rows
    )


def box(identity: str, title: str = "编者按", *parts: Paragraph | ListBlock) -> Box:
    """Return a box with two paragraphs and a list, unless it is given others."""
    within = parts or (
        paragraph(f"{identity}/1", "据调查，比例为 ", number("86.6%"), "。", role=Role.BOX_TEXT),
        ListBlock(
            BlockId(f"{identity}/2"),
            Role.BOX_TEXT,
            SPAN,
            (ListItem(0, "1. ", words("甲项"), 1), ListItem(1, "• ", words("其中一部分"))),
            (DOT, None),
        ),
        paragraph(f"{identity}/3", "见", Link("国知局", "https://www.cnipa.gov.cn/box"), "。", role=Role.BOX_TEXT),
    )
    return Box(BlockId(identity), Role.BOX_TEXT, SPAN, words(title) if title else (), within)


def footnote(ordinal: int, *inlines: Inline | str) -> Footnote:
    said = words(*inlines) or words(number("5.1%"), "为初步数，“口径”见 2024 年年报。")
    return Footnote(str(ordinal), ordinal, BlockId(f"note/footnote{ordinal}"), said)


LINKED = footnote(2, "又见", Link("版权局", "https://www.ncac.gov.cn/"), "。")


def row(identity: str, *figures: ChartFigure) -> FigureRow:
    return FigureRow(BlockId(identity), SPAN, figures)


def caption(kind: CaptionKind, ordinal: int, text: str) -> Caption:
    return Caption(kind, "图" if kind is CaptionKind.FIGURE else "表", ordinal, words(text))


def table(
    identity: str, rows: int = 3, said: Caption | None = None, unit: str = "", notes: Sequence[str] = ()
) -> Table:
    """Return a table of three columns with a header over two rows, the first of which has a cell over two columns."""
    header = (
        (Cell(words("年份"), header=True), Cell(words("登记量"), header=True, columns=2)),
        (Cell((), header=True), Cell(words("作品"), header=True), Cell(words("软件"), header=True)),
    )
    body = tuple(
        (Cell(words(f"{2020 + row} 年"), header=True), Cell(words(number(f"{row}.5%"))), Cell(words(number("1,205"))))
        for row in range(rows)
    )
    aligns = (Align.LEFT, Align.RIGHT, Align.RIGHT)
    below = tuple(words(note) for note in notes)
    return Table(BlockId(identity), Role.TABLE_NUMBER, SPAN, header, body, aligns, said, unit, below, highlight=(2,))


def points(*pairs: tuple[str, str] | None) -> tuple[Point, ...]:
    """Return points from pairs of value and label; None is a missing one."""
    return tuple(Point(Decimal(pair[0]), pair[1], RECORD) if pair else Point(None, missing="未公布") for pair in pairs)


YEARS = ("2021 年", "2022 年", "2023 年", "2024 年")
LINE = Chart(
    ChartKind.LINE,
    YEARS,
    (Series("研发获取", points(("84.5", "84.5%"), None, ("84.8", "84.8%"), ("86.6", "86.6%")), Plot.LINE),),
    Axis("%"),
    highlight=(3,),
)
COLUMN = Chart(
    ChartKind.COLUMN,
    ("战略性新兴产业", "=cmd|'/c calc'!A0", '<b>&"未来"产业'),
    (
        Series("2023 年", points(("1205.5", "1,205.5"), ("12.25", "12.3"), ("-3", "-3.0")), Plot.COLUMN),
        Series("2024 年", points(("1300", "1,300.0"), ("9", "约 9"), ("0", "0.0")), Plot.COLUMN),
    ),
    Axis("件"),
)
BAR = Chart(
    ChartKind.BAR,
    ("大型企业", "微型企业"),
    (Series("比例", points(("40.1", "40.1%"), ("33.3", "33.3%")), Plot.BAR),),
    Axis("%"),
)
STACKED = replace(BAR, stacked=True, series=(BAR.series[0], replace(BAR.series[0], name="其他")))
PIE = Chart(
    ChartKind.PIE,
    ("不足 10 万元", "10 万元及以上"),
    (Series("比例", points(("46.7", "46.7%"), ("53.3", "53.3%")), Plot.PIE),),
    Axis("%"),
)
TWO_AXES = Chart(
    ChartKind.COLUMN_LINE,
    YEARS,
    (
        Series("登记量", points(("500", "500"), ("600", "600"), ("700", "700"), ("800", "800")), Plot.COLUMN),
        Series("增长", points(("1", "1%"), ("2", "2%"), ("3", "3%"), ("4", "4%")), Plot.LINE, Side.SECOND),
    ),
    Axis("万件"),
    Axis("%"),
)
CHARTS = {"line": LINE, "column": COLUMN, "bar": BAR, "stacked": STACKED, "pie": PIE, "two axes": TWO_AXES}


def form(chart: Chart, *, labelled: bool = True) -> ChartForm:
    """Return a form for `chart`, plain but complete."""
    pie = chart.kind is ChartKind.PIE
    many = len(chart.categories) if pie else len(chart.series)
    colours = tuple(THEME.chart.palette[index % 3] for index in range(many))
    scale = Scale(0.0, 1500.0, 500.0, ("0", "500", "1,000", "1,500")) if chart.first.unit == "件" else None
    scale = scale or Scale(0.0, 100.0, 20.0, tuple(f"{tick}%" for tick in range(0, 101, 20)))
    return ChartForm(
        395,
        176,
        tuple((category,) for category in chart.categories),
        colours,
        tuple(THEME.chart.highlight for _ in chart.series),
        tuple(tuple(labelled for _ in series.points) for series in chart.series),
        LegendPlace.BELOW if len(chart.series) > 1 or pie else LegendPlace.NONE,
        None if pie else scale,
        Scale(0.0, 5.0, 1.0, tuple(f"{tick}%" for tick in range(6))) if chart.second else None,
    )


def document(*blocks: Block) -> Document:
    furniture = Furniture(("知识产权月报\t", Field.SECTION), ("第 ", Field.PAGE, " 页，共 ", Field.PAGES, " 页"))
    metadata = Metadata("知识产权月报", "2025 年 3 月", "编辑部", issued=date(2025, 3, 31))
    return Document(metadata, tuple(blocks), FORMATS, furniture)


def geometry(whole: Document) -> Geometry:
    """Return a geometry that serves `whole`: everything on page 1, tables over the measure."""
    tables = [block for block in whole.blocks if isinstance(block, Table)]
    figures = [block for block in blocks_and_parts(whole) if isinstance(block, ChartFigure)]
    pictures = [block for block in blocks_and_parts(whole) if isinstance(block, ImageFigure)]
    return Geometry(
        3,
        {block.id: "1" for block in whole.blocks},
        {block.id: tuple(THEME.page.measure / len(block.columns) for _ in block.columns) for block in tables},
        {block.id: form(block.chart) for block in figures},
        picture_sizes={block.id: (200.0, 150.0) for block in pictures},
        turned=frozenset(block.id for block in tables if block.wide),
    )


def bulletin() -> Document:
    """Return a document with every kind of block and of inline."""
    return document(
        paragraph("title", "知识产权月报", role=Role.TITLE),
        paragraph("issue", "2025 年 3 月", role=Role.ISSUE),
        Contents(BlockId("contents"), Role.CONTENTS_TITLE, SPAN, "目录", 3),
        heading("专利", Role.SECTION, "专利"),
        heading("a1", Role.ARTICLE, "2024 年专利调查报告系列——专题一：专利创造质量持续提高"),
        paragraph("source", "（来源：国知局《2024 年专利调查报告》）", role=Role.SOURCE),
        paragraph("p1", "2024 年调查显示，我国企业专利研发动力", Text("持续增强", strong=True), footnote(1), "。"),
        heading("h1", Role.HEADING_1, "企业专利研发获取比例持续提升", 1),
        heading("h2", Role.HEADING_2, "“十四五”以来保持高位", 1, 1),
        paragraph(
            "p2",
            "比例为 ",
            number("86.6%"),
            "，较上年",
            Word("提升", RECORD),
            " ",
            number("1.8 个百分点", strong=True),
            "（参见",
            CrossReference("图 1", BlockId("f1")),
            "，又见",
            CrossReference("企业专利研发获取比例持续提升", BlockId("h1")),
            "、",
            CrossReference("（一）", BlockId("h1")),
            "、",
            CrossReference("图 9", BlockId("gone")),
            "），",
            Text("着重", emphasis=True),
            "，见",
            Link("国知局", "https://www.cnipa.gov.cn/?a=1&b=2"),
            "与",
            Link("脚本", "javascript:alert(1)"),
            "。",
        ),
        figure("f1", LINE, caption(CaptionKind.FIGURE, 1, "研发获取比例"), "注：2022 年未公布。", "资料来源：国知局"),
        heading("h3", Role.HEADING_2, "新兴产业比例相对较高", 1, 2),
        figure("f3", COLUMN, caption(CaptionKind.FIGURE, 3, "新兴产业")),
        figure("f4", BAR, caption(CaptionKind.FIGURE, 4, "主要方式")),
        heading("h4", Role.HEADING_1, "投入力度稳步加大", 2),
        heading("h5", Role.HEADING_2, "较高经费", 2, 1),
        ListBlock(
            BlockId("l1"),
            Role.LIST_ITEM,
            SPAN,
            (
                ListItem(0, "1) ", words("第一项", LINKED), 1),
                ListItem(1, "• ", words("其中甲")),
                ListItem(1, "• ", words("其中乙")),
                ListItem(0, "2) ", words("第二项"), 2),
            ),
            (PAREN, None),
        ),
        heading("版权", Role.SECTION, "版权"),
        heading("a2", Role.ARTICLE, "国家版权局公布 2024 年全国著作权登记情况"),
        heading("h6", Role.HEADING_1, "登记总量", 1),
        table("t1", 4, caption(CaptionKind.TABLE, 1, "著作权登记情况"), "单位：件", ["注：含补正。"]),
        ListBlock(BlockId("l2"), Role.LIST_ITEM, SPAN, (ListItem(0, "1) ", words("又一项"), 1),), (PAREN,)),
        table("t2", 2),
        table("t3", 1, None, "单位：万件"),
        figure("f5", PIE),
        figure("f6", TWO_AXES, caption(CaptionKind.FIGURE, 5, "登记走势")),
        figure("f7", STACKED),
        image("i1", PNG, caption(CaptionKind.FIGURE, 6, "标志"), "注：图中地名为示意。"),
        box("b1"),
        PageBreak(BlockId("break1"), SPAN),
        table("t4", 1),
        image("i2", JPEG),
        image("i3", PNG, caption(CaptionKind.FIGURE, 7, "又是标志")),
        box("b2", "", paragraph("b2/1", "没有标题的一段。", role=Role.BOX_TEXT)),
        box("b3", "要点", paragraph("b3/1", "紧挨着的又一框。", role=Role.BOX_TEXT)),
        PageBreak(BlockId("break2"), SPAN),
        row("r1", figure("f8", COLUMN, caption(CaptionKind.FIGURE, 8, "左图")), figure("f9", LINE, None, "注：右图。")),
        row("r2", figure("f10", PIE), figure("f11", BAR)),
        replace(table("t5", 2, caption(CaptionKind.TABLE, 2, "宽表"), "单位：件"), wide=True),
        replace(table("t6", 2), wide=True),
        paragraph("p9", "完。"),
        PageBreak(BlockId("break3"), SPAN),
    )
