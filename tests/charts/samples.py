"""Charts made by hand, and widths that need no font: a Chinese character is one em wide, all else half of one."""

from __future__ import annotations

from decimal import Decimal

from reportgen.model.chart import Axis, Chart, ChartKind, Plot, Point, Series, Side
from reportgen.theme.look import ChartLook

PERCENT = Axis("%")
LOOK = ChartLook(
    palette=("1B4B66", "D9A441", "7FB0C4"),
    highlight="C8651B",
    muted="A9BAC4",
    axis_colour="5B6770",
    grid_colour="DDE3E7",
    label_size=8.0,
    line_width=1.6,
    width=395.0,
    height=176.0,
    typeface="sans",
)
YEARS = ("2020 年", "2021 年", "2022 年", "2023 年", "2024 年")
INDUSTRIES = ("企业总体", "节能环保", "新一代信息技术", "生物", "高端装备制造", "新能源", "新能源汽车", "相关服务业")


def width_of(text: str) -> float:
    """Return the width of `text` in em."""
    return sum(1.0 if ord(char) > 0x2E7F else 0.5 for char in text)


def points(values: str, suffix: str = "") -> tuple[Point, ...]:
    """Return the points of values with spaces between them; `-` is a missing one."""
    return tuple(
        Point(None, missing="未公布") if value == "-" else Point(Decimal(value), f"{value}{suffix}")
        for value in values.split()
    )


def series(name: str, values: str, plot: Plot, suffix: str = "", side: Side = Side.FIRST) -> Series:
    """Return a series of values with spaces between them."""
    return Series(name, points(values, suffix), plot, side)


def forty(plot: Plot, kind: ChartKind) -> Chart:
    """Return a chart of forty years, the last one highlighted."""
    years = tuple(str(year) for year in range(1985, 2025))
    squares = " ".join(str(index * index) for index in range(40))
    return Chart(kind, years, (series("登记量", squares, plot),), Axis("件"), highlight=(39,))


CHARTS: dict[str, Chart] = {
    "line": Chart(
        ChartKind.LINE, YEARS, (series("企业", "82.1 83.6 83.9 84.8 86.6", Plot.LINE, "%"),), PERCENT, highlight=(4,)
    ),
    "lines with a missing point": Chart(
        ChartKind.LINE,
        YEARS,
        (
            series("研发获取", "82.1 83.6 - 84.8 86.6", Plot.LINE, "%"),
            series("合作研发", "85.1 81.6 82.0 83.1 82.2", Plot.LINE, "%"),
        ),
        PERCENT,
    ),
    "columns with one highlighted": Chart(
        ChartKind.COLUMN,
        INDUSTRIES,
        (series("比例", "86.6 88.1 90.2 89.4 87.7 91.3 - 84.0", Plot.COLUMN, "%"),),
        PERCENT,
        highlight=(0,),
    ),
    "columns side by side": Chart(
        ChartKind.COLUMN,
        ("100 万～500 万元", "500 万～1000 万元", "1000 万元以上"),
        (series("2023 年", "5.2 1.9 0.8", Plot.COLUMN, "%"), series("2024 年", "6.4 2.3 1.1", Plot.COLUMN, "%")),
        PERCENT,
    ),
    "columns on one another": Chart(
        ChartKind.COLUMN,
        YEARS,
        (series("作品", "331 398 451 642 777", Plot.COLUMN), series("软件", "172 228 183 249 2", Plot.COLUMN)),
        Axis("万件"),
        stacked=True,
    ),
    "columns below zero": Chart(
        ChartKind.COLUMN, YEARS, (series("同比", "-5.2 3.1 0.0 -2.5 4.1", Plot.COLUMN, "%"),), PERCENT
    ),
    "bars with long names": Chart(
        ChartKind.BAR,
        ("专利权人自行实施", "许可他人实施，包括普通许可、独占许可、排他许可和交叉许可", "转让", "作价入股"),
        (series("比例", "61.2 12.6 8.4 -", Plot.BAR, "%"),),
        PERCENT,
        highlight=(0,),
    ),
    "bars side by side": Chart(
        ChartKind.BAR,
        ("大型企业", "中型企业"),
        (series("2023 年", "71.2 62.6", Plot.BAR, "%"), series("2024 年", "75.0 66.6", Plot.BAR, "%")),
        PERCENT,
    ),
    "pie of two": Chart(
        ChartKind.PIE, ("不足 10 万元", "10 万元及以上"), (series("支出", "62.3 37.7", Plot.PIE, "%"),), PERCENT
    ),
    "pie of six": Chart(
        ChartKind.PIE,
        ("互联网、大数据和人工智能", "文字作品", "美术作品", "摄影作品", "其他", "电影和类似摄制电影的作品"),
        (series("登记", "32.3 27.7 20.1 17.9 1.2 0.8", Plot.PIE, "%"),),
        PERCENT,
    ),
    "columns and a line": Chart(
        ChartKind.COLUMN_LINE,
        YEARS,
        (
            series("登记总量", "503.9 626.4 635.3 892.4 1059.1", Plot.COLUMN),
            series("同比增长", "20.4 24.3 1.4 40.5 18.7", Plot.LINE, "%", Side.SECOND),
        ),
        Axis("万件"),
        PERCENT,
        highlight=(4,),
    ),
    "columns on one another and a line": Chart(
        ChartKind.COLUMN_LINE,
        YEARS,
        (
            series("作品登记", "332 398 452 643 780", Plot.COLUMN, " 万件"),
            series("软件登记", "172 228 184 250 283", Plot.COLUMN, " 万件"),
            series("总量同比", "- 24.30 1.42 40.46 19.13", Plot.LINE, "%", Side.SECOND),
        ),
        Axis("万件"),
        PERCENT,
        stacked=True,
    ),
    "one column": Chart(ChartKind.COLUMN, ("2024 年",), (series("量", "5", Plot.COLUMN),), Axis("件")),
    "nothing to show": Chart(ChartKind.COLUMN, ("甲", "乙"), (series("量", "- -", Plot.COLUMN),), Axis("件")),
    "forty points": forty(Plot.LINE, ChartKind.LINE),
    "forty columns": forty(Plot.COLUMN, ChartKind.COLUMN),
    "numbers grouped in thousands": Chart(
        ChartKind.COLUMN,
        YEARS[:2],
        (Series("量", (Point(Decimal(3316255), "3,316,255"), Point(Decimal(3983943), "3,983,943")), Plot.COLUMN),),
        Axis("件"),
    ),
    "huge numbers": Chart(
        ChartKind.COLUMN, ("甲", "乙"), (series("量", "12345678900 9900000000", Plot.COLUMN),), Axis("元")
    ),
    "tiny numbers": Chart(
        ChartKind.LINE, ("甲", "乙"), (series("量", "0.000012 0.000034", Plot.LINE),), Axis("克", decimals=1)
    ),
    "marks that are no markup": Chart(
        ChartKind.COLUMN,
        ("$100 — $200", "<b>", "\\alpha_{1}^2", "%s {x}"),
        (series("$x$", "1 2 3 4", Plot.COLUMN, " $"), series("a_b", "2 2 3 1", Plot.COLUMN, "^2")),
        Axis("$"),
    ),
}
