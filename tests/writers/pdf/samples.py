"""Pages made by hand: every kind of item, every tag that matters, a paragraph and a table over a page's end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

import pypdfium2

from reportgen.charts.form import form
from reportgen.charts.lettering import Lettering
from reportgen.fonts.book import open_faces
from reportgen.fonts.face import Face
from reportgen.model.chart import Chart
from reportgen.model.document import Metadata
from reportgen.model.pages import (
    ChartBox,
    Destination,
    Fill,
    GlyphRun,
    Item,
    ListNumbering,
    Node,
    OutlineEntry,
    Page,
    Pages,
    Path,
    Rule,
    Scope,
    Tag,
    Target,
    TextLine,
)
from reportgen.origins import BlockId
from reportgen.theme.load import load_theme
from reportgen.theme.look import Theme
from reportgen.writers.pdf.write import write_pdf
from tests.charts.samples import CHARTS

WIDTH, HEIGHT = 595.28, 841.89
HAN, LATIN = "NotoSerifSC-Regular", "LiberationSerif-Regular"
METADATA = Metadata("专利统计简报（第 1 期）", "专利 & <统计>", "统计处", issued=date(2025, 7, 1))


@cache
def theme() -> Theme:
    """Return the bulletin's theme."""
    return load_theme("bulletin")


@cache
def faces() -> Mapping[str, Face]:
    """Return the faces of the pages' text and of the theme's charts."""
    pair = theme().typefaces[theme().chart.typeface].regular
    return open_faces([HAN, LATIN, pair.east_asian, pair.latin])


def run(text: str, x: float, face: str = HAN, *, size: float = 10.5, **more: object) -> GlyphRun:
    """Return a run of 10.5 pt."""
    return GlyphRun(text, face, size, x, **more)  # type: ignore[arg-type]  # fields of a run, by name


def line(y: float, *runs: GlyphRun, block: str | None = None, path: Path = ()) -> TextLine:
    """Return a line of runs."""
    return TextLine(y, runs, BlockId(block) if block else None, path)


def page(*items: Item, label: str = "1") -> Page:
    """Return an A4 page."""
    return Page(WIDTH, HEIGHT, label, items)


def pages_of(*several: Page) -> Pages:
    """Return pages without bookmarks."""
    return Pages(several, (), ())


def chart_box(chart: Chart, x: float = 100, y: float = 300, key: str = "图1") -> ChartBox:
    """Return a chart in a figure."""
    look = theme().chart
    lettering = Lettering(faces(), theme().typefaces[look.typeface].regular)
    shape = form(chart, look, look.width, look.height, lettering.width)
    return ChartBox(x, y, chart, shape, BlockId(key), (figure(key),))


def written(pages: Pages, metadata: Metadata = METADATA) -> bytes:
    """Return the pages as a PDF."""
    return write_pdf(pages, metadata, theme(), faces())


def text_of(data: bytes, number: int = 0) -> str:
    """Return a page's text in the order it is painted in; pdfium's line ends and guessed spaces taken away."""
    document = pypdfium2.PdfDocument(data)
    try:
        text = document[number].get_textpage().get_text_range()
    finally:
        document.close()
    return re.sub(r"\s", "", text)


def given(one: Page) -> str:
    runs = [run for item in one.items if isinstance(item, TextLine) for run in item.runs]
    return re.sub(r"\s", "", "".join(run.text for run in runs))


def figure(key: str) -> Node:
    """Return the element of a figure."""
    return Node(Tag.FIGURE, key, alt="比例由 82.1% 升至 86.6%。")


FIGURE = figure("图1")
SECTION = Target(block=BlockId("节"))
HEADING: Path = (Node(Tag.H1, "节"),)
BODY: Path = (Node(Tag.P, "段"),)
CONTENTS: Path = (Node(Tag.TOC, "目录"), Node(Tag.TOCI, "目录/0"), Node(Tag.REFERENCE, "目录/0"))
LIST = Node(Tag.L, "列表", numbering=ListNumbering.DECIMAL)
ITEM = Node(Tag.LI, "列表/0")
TABLE = Node(Tag.TABLE, "表1")
HEAD = Node(Tag.TR, "表1/头")


def cell(row: Node, column: int, tag: Tag = Tag.TD, scope: Scope | None = None, columns: int = 1) -> Path:
    """Return the path of a cell."""
    group = Node(Tag.THEAD if row is HEAD else Tag.TBODY, f"表1/{'头' if row is HEAD else '身'}")
    return (TABLE, group, row, Node(tag, f"{row.key}/{column}", scope=scope, columns=columns))


def furniture(label: str) -> tuple[Item, ...]:
    """Return a header with its rule, and a footer."""
    return (
        line(800, run("专利统计简报", 50, size=9)),
        Rule(50, 795, 545, 795, 0.5, "1B4B66"),
        line(40, run(label, 297, LATIN, size=9)),
    )


def whole_document() -> Pages:
    """Return two pages with everything on them."""
    reference = Target(block=BlockId("图1"))
    address = Target(url="https://example.org/统计?a=(1)")
    rows = [Node(Tag.TR, f"表1/{index}") for index in range(2)]
    first = page(
        *furniture("1"),
        line(780, run("总体情况", 50, link=SECTION), run("1", 530, LATIN, link=SECTION), block="目录", path=CONTENTS),
        line(750, run("（一）总体情况", 50, size=16), block="节", path=HEADING),
        line(
            700,
            run("2024 ", 71, LATIN, inline=0),
            run("年，比例为", 100, spacing=0.25),
            run("86.6%", 160, LATIN),
            block="段",
            path=BODY,
        ),
        line(
            682,
            run("较上年提升（参见", 50, gaps=((2, 3.0), (4, 0.5)), spacing=0.1),
            run("图 1", 140, inline=3, link=reference),
            run("），见", 170),
            run("网站", 200, inline=5, link=address, colour="0000FF"),
            block="段",
            path=BODY,
        ),
        line(664, run("1) ", 71, LATIN), block="列表", path=(LIST, ITEM, Node(Tag.LBL, "列表/0/标"))),
        line(664, run("第一项", 85), block="列表", path=(LIST, ITEM, Node(Tag.LBODY, "列表/0/文"))),
        chart_box(CHARTS["line"], y=450),
        line(430, run("图 1  比例", 250, size=9), block="图1", path=(FIGURE, Node(Tag.CAPTION, "图1/题"))),
        line(60, run("一段话在页末", 50), block="末段", path=(Node(Tag.P, "末段"),)),
    )  # fmt: skip
    second = page(
        *furniture("2"),
        line(780, run("还没有说完。", 50), block="末段", path=(Node(Tag.P, "末段"),)),
        line(750, run("续表", 500, size=9), block="表1"),
        Fill(50, 716, 495, 14, "E8EFF2", BlockId("表1")),
        Rule(50, 730, 545, 730, 1.25, "1B4B66", BlockId("表1")),
        line(720, run("项目", 60), block="表1", path=cell(HEAD, 0, Tag.TH, Scope.COLUMN)),
        line(720, run("比例", 300), block="表1", path=cell(HEAD, 1, Tag.TH, Scope.COLUMN, columns=2)),
        line(704, run("企业总体", 60), block="表1", path=cell(rows[0], 0, Tag.TH, Scope.ROW)),
        line(704, run("86.6", 300, LATIN), block="表1", path=cell(rows[0], 1)),
        line(704, run("84.8", 400, LATIN), block="表1", path=cell(rows[0], 2)),
        line(690, run("新能源", 60), block="表1", path=cell(rows[1], 0, Tag.TH, Scope.ROW)),
        line(690, run("91.3", 300, LATIN), block="表1", path=cell(rows[1], 1)),
        label="2",
    )
    destinations = (
        (BlockId("节"), Destination(0, 766)),
        (BlockId("图1"), Destination(0, 640)),
        (BlockId("表1"), Destination(1, 760)),
    )
    outline = (
        OutlineEntry("（一）总体情况", 1, BlockId("节")),
        OutlineEntry("图 1", 2, BlockId("图1")),
        OutlineEntry("表", 1, BlockId("表1")),
    )
    return Pages((first, second), destinations, outline)
