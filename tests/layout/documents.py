"""Documents and faces made by hand: every kind of block, and faces that need no font file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
    Heading,
    HeadingNumber,
    ImageFigure,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Table,
)
from reportgen.model.chart import Axis, Chart, ChartKind, Plot, Point, Series
from reportgen.model.document import Document, Field, Furniture, Metadata
from reportgen.model.inline import CrossReference, Inlines, Link, Number, Text
from reportgen.model.picture import Picture, PictureFormat
from reportgen.numbering import NumberFormat, Numeral
from reportgen.origins import BlockId, RecordId, Span
from reportgen.roles import Role
from reportgen.theme.look import Theme

SPAN = Span("book.yaml", 1, 1, 1, 2)
WIDE_FROM = 0x2E80


@dataclass(frozen=True, slots=True)
class FakeFace:
    """A face in which every ideograph and full-width mark is 1 em wide and everything else half an em."""

    lacks: str = ""

    def advances(self, text: str) -> list[float]:
        return [1.0 if ord(char) >= WIDE_FROM or char in "“”‘’—…" else 0.5 for char in text]

    def advance(self, char: str) -> float:
        return self.advances(char)[0]

    def covers(self, char: str) -> bool:
        return char not in self.lacks


def fake_faces(theme: Theme, lacks: Mapping[str, str] | None = None) -> dict[str, FakeFace]:
    """Return a fake face for each name of a theme's; `lacks` says which characters some of them have no glyph for."""
    return {name: FakeFace((lacks or {}).get(name, "")) for name in theme.face_names()}


def words(text: str) -> Inlines:
    return (Text(text),)


def at(line: int) -> Span:
    return Span("book.yaml", line, 1, line, 2)


def paragraph(name: str, text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(BlockId(name), role, SPAN, words(text))


def heading(name: str, text: str, level: int, role: Role, number: str = "") -> Heading:
    return Heading(BlockId(name), role, SPAN, level, words(text), HeadingNumber((1,), number) if number else None)


def figure(name: str, text: str, ordinal: int = 1, notes: tuple[Inlines, ...] = ()) -> ChartFigure:
    points = tuple(Point(Decimal(value), value + "%") for value in ("84.5", "83.9", "84.8", "86.6"))
    chart = Chart(
        ChartKind.COLUMN,
        ("2021 年", "2022 年", "2023 年", "2024 年"),
        (Series("研发获取", points, Plot.COLUMN),),
        Axis("%"),
    )
    caption = Caption(CaptionKind.FIGURE, "图", ordinal, words(text))
    return ChartFigure(BlockId(name), Role.FIGURE, SPAN, chart, "柱形图：" + text, caption, notes)


def table(name: str, rows: int, *, caption: str = "全国著作权登记情况", notes: tuple[Inlines, ...] = ()) -> Table:
    head = tuple(Cell(words(text), header=True) for text in ("年份", "作品登记", "软件登记", "质权登记"))
    body = tuple(
        (
            Cell(words(f"{1000 + row} 年"), header=True),
            *(Cell(words(str(number * (row + 3))), header=False) for number in (37, 1001, 12)),
        )
        for row in range(rows)
    )
    return Table(
        BlockId(name),
        Role.FIGURE,
        SPAN,
        (head,),
        body,
        (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
        Caption(CaptionKind.TABLE, "表", 1, words(caption)) if caption else None,
        "单位：件",
        notes,
        highlight=(3,),
    )


def image(
    name: str,
    size: tuple[int, int] = (400, 100),
    *,
    share: float | None = None,
    width: float | None = None,
    caption: str = "标志",
    notes: tuple[Inlines, ...] = (),
) -> ImageFigure:
    """Return a picture of `size` in pixels; layout never looks at its bytes."""
    picture = Picture(PictureFormat.PNG, b"", *size, grey=False, digest=name)
    said = Caption(CaptionKind.FIGURE, "图", 1, words(caption)) if caption else None
    return ImageFigure(BlockId(name), Role.FIGURE, SPAN, picture, "画着" + caption, share, width, said, notes)


def box(name: str, *texts: str | ListBlock, title: str = "要点") -> Box:
    """Return a box of paragraphs and lists."""
    made = (paragraph(f"{name}/{i}", text) if isinstance(text, str) else text for i, text in enumerate(texts))
    parts = tuple(replace(part, role=Role.BOX_TEXT) for part in made)
    return Box(BlockId(name), Role.BOX_TEXT, SPAN, words(title) if title else (), parts)


def page_break(name: str = "分页") -> PageBreak:
    return PageBreak(BlockId(name), SPAN)


def items(name: str, texts: Sequence[str], *, numbered: bool = True) -> ListBlock:
    number_format = NumberFormat(Numeral.DECIMAL, "", ") ") if numbered else None
    made = tuple(
        ListItem(0, f"{index}) " if numbered else "• ", words(text), index if numbered else 0)
        for index, text in enumerate(texts, 1)
    )
    return ListBlock(BlockId(name), Role.LIST_ITEM, SPAN, made, (number_format,))


def document(*blocks: Block, header: tuple[str | Field, ...] = (), footer: tuple[str | Field, ...] = ()) -> Document:
    formats = (None, None, NumberFormat(Numeral.CHINESE, "（", "）"), NumberFormat(Numeral.DECIMAL, "", ". "))
    return Document(Metadata("知识产权月报"), blocks, formats, Furniture(header, footer))


LONG = (
    "2024 年调查显示，我国企业研发获取的发明专利中，研发经费支出在 50 万～100 万元以及 100 万元以上的发明专利比例"
    "分别为 18.2% 和 17.8%，分别较上年提升 0.6 和 0.2 个百分点，均为“十四五”以来最高。"
)


def every_block() -> Document:
    """Return a document with every kind of block, as a bulletin has them."""
    table_notes = (words("注：登记量按登记日期统计。"), words("资料来源：国家版权局"))
    figure_notes = (words("注：2022 年起口径调整。"),)
    strong: Inlines = (
        Text("2024 年，我国企业发明专利中通过"),
        Text("研发获取", strong=True),
        Text("的比例为 "),
        Number("86.6%", RecordId("正文/1#1")),
        Text("，较上年提升 1.8 个百分点，"),
        Text("“十四五”以来", emphasis=True),
        Text("保持平稳提升态势（参见"),
        CrossReference("图 1", BlockId("图1")),
        Text("），详见"),
        Link("国家知识产权局网站", "https://www.cnipa.gov.cn/"),
        Text("。"),
    )
    return document(
        paragraph("题", "知识产权月报", Role.TITLE),
        paragraph("期", "2025 年 3 月", Role.ISSUE),
        Contents(BlockId("目录"), Role.CONTENTS_TITLE, SPAN, "目录", 3),
        heading("专利", "专利", 1, Role.SECTION),
        heading("调查", "2024 年专利调查报告系列——专题一：专利创造质量持续提高", 2, Role.ARTICLE),
        paragraph("导语", LONG),
        heading("比例", "企业专利研发获取比例持续提升", 3, Role.HEADING_1, "（一）"),
        heading("高位", "“十四五”以来企业发明专利中研发获取比例保持高位", 4, Role.HEADING_2, "1. "),
        Paragraph(BlockId("正文"), Role.BODY, SPAN, strong),
        figure("图1", "企业发明专利中通过研发获取的比例", 1, figure_notes),
        paragraph("图后", LONG * 2),
        heading("新兴", "新兴产业发明专利研发获取比例相对较高", 4, Role.HEADING_2, "2. "),
        paragraph("新兴文", LONG * 3),
        figure("图2", "新兴产业企业发明专利通过研发获取的比例", 2),
        paragraph("新兴后", LONG * 3),
        heading("投入", "企业专利研发投入力度稳步加大", 3, Role.HEADING_1, "（二）"),
        heading("经费", "较高研发经费支出专利比例持续提高", 4, Role.HEADING_2, "1. "),
        paragraph("经费文", LONG),
        heading("深", "战略性新兴产业与未来产业", 5, Role.HEADING_3),
        paragraph("深文", LONG),
        paragraph("来源", "（来源：国知局《2024 年专利调查报告》）", Role.SOURCE),
        heading("版权", "版权", 1, Role.SECTION),
        heading("登记", "国家版权局公布 2024 年全国著作权登记情况", 2, Role.ARTICLE),
        paragraph("登记文", "以下是过去五年间全国著作权登记的数据统计情况，供读者参考。"),
        table("短表", 5, notes=table_notes),
        paragraph("登记后", LONG),
        table("长表", 90, caption="逐年登记情况", notes=table_notes),
        paragraph("来源二", "（来源：国家版权局）", Role.SOURCE),
        heading("政策", "政策法规", 1, Role.SECTION),
        heading(
            "通知",
            "国家金融监督管理总局 国家知识产权局 国家版权局关于印发《知识产权金融生态综合试点工作方案》的通知",
            2,
            Role.ARTICLE,
        ),
        paragraph("要点", "对《规定》进行要点分析和内容梳理后，我们发现其关键创新点主要有："),
        items(
            "条",
            (
                "维权支持体系：通过基金、保险、公益平台降低企业成本。",
                "国家安全导向：将知识产权纠纷与国家安全、反制裁直接挂钩。",
                "数字化合规：" + LONG,
            ),
        ),
        items("点", ("建议企业提前布局合规体系，关注后续配套细则。",), numbered=False),
        box("框", "登记总量连续五年增长。", items("框/单", ("甲类作品增长较快；", "乙类作品大体持平。"))),
        image("流程图", caption="登记流程", notes=(words("注：示意图。"),)),
        paragraph("来源三", "（来源：中国政府网）", Role.SOURCE),
        header=("知识产权月报\t", Field.SECTION),
        footer=(Field.PAGE,),
    )
