"""Sample data, built by hand: what the examples of the wording table are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.data.table import DataTable, Gap, Item, Measure, Value
from reportgen.origins import CellRef, SourceText, Span
from reportgen.periods import Grain, Period
from reportgen.prose.ranking import ordered, rank
from reportgen.prose.scope import Reference, Scope
from reportgen.prose.selection import Selection, aliased, of_table, only_items, with_overall

_COLUMNS = "BCDEFGHIJKLMNOPQRSTUVWXYZ"
CURRENT = Period(Grain.YEAR, 2024)


def source_text(text: str, file: str = "sample.yaml") -> SourceText:
    """Return `text` as if it were a whole file."""
    starts, offset = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        starts.append((offset, number, 1))
        offset += len(line) + 1
    lines = text.split("\n")
    return SourceText(text, Span(file, 1, 1, len(lines), len(lines[-1]) + 1), tuple(starts))


def table(
    name: str,
    rows: Mapping[str, Sequence[str | None]],
    periods: Sequence[Period],
    *,
    unit: str = "%",
    units: Mapping[str, str] | None = None,
    decimals: Mapping[str, int] | None = None,
    workbook: str = "样本",
) -> DataTable:
    """Return a table of items by periods; numbers are written as they print, None is a blank cell."""
    items = tuple(Item(label, CellRef(workbook, name, f"A{row}")) for row, label in enumerate(rows, 4))
    values: dict[tuple[int, int, int], Value] = {}
    for row, (label, numbers) in enumerate(rows.items()):
        own = (units or {}).get(label, unit)
        for column, text in enumerate(numbers):
            cell = CellRef(workbook, name, f"{_COLUMNS[column]}{row + 4}")
            digits = (decimals or {}).get(label, len(text.partition(".")[2]) if text else 0)
            values[row, 0, column] = (
                Value(None, cell, "", unit=own, gap=Gap.BLANK)
                if text is None
                else Value(Decimal(text), cell, text, "0." + "0" * digits, own, digits)
            )
    return DataTable(name, items, (Measure(""),), tuple(periods), values, unit=unit)


def years(*numbers: int) -> tuple[Period, ...]:
    """Return years as periods."""
    return tuple(Period(Grain.YEAR, number) for number in numbers)


def _year(name: str, rows: Mapping[str, Sequence[str | None]], *numbers: int, unit: str = "%") -> Selection:
    return of_table(table(name, rows, years(*(numbers or (2024,))), unit=unit), name, current=CURRENT)


def scope() -> Scope:
    """Return the scope of the examples."""
    ways = _year(
        "合作方式",
        {"根据企业需要开展联合研究": ["42.9", "47.6"], "委托高校或科研单位提供技术咨询或技术服务": ["56.7", "42.3"]},
        2023,
        2024,
    )
    kinds = _year(
        "作品类型",
        {
            "文字作品": ["295729", "329128", "728096"],
            "摄影作品": ["1553318", "2501968", "2478666"],
            "美术作品": ["1670092", "3296437", "4285495"],
            "录像制品": [None, "42793", "33487"],
        },
        2021,
        2023,
        2024,
        unit="件",
    )
    registered = table(
        "登记",
        {
            "作品登记": ["3316255", "3983943", "4517453", "6428277", "7802965"],
            "软件登记": ["1722904", "2280063", "1835341", "2495213", "2827213"],
            "质权登记": ["384", "372", "350", "411", "432"],
            "登记总量": ["5039543", "6264378", "6353144", "8923901", "10630610"],
            "总量同比": [None, "24.304485545614", "1.41699622851623", "40.4643275833194", "19.1251449338131"],
            "作品同比": [None, "20.1337955012507", "13.3915068563983", "42.2987023882706", "21.3850149892421"],
            "软件同比": [None, "32.3383659217229", "-19.5048119284423", "35.9536456712949", "13.3054773279876"],
        },
        years(2020, 2021, 2022, 2023, 2024),
        unit="件",
        units={"总量同比": "%", "作品同比": "%", "软件同比": "%"},
        decimals={"总量同比": 2, "作品同比": 2, "软件同比": 2},
    )
    march = Period(Grain.MONTH, 2025, 3)
    five = [march.shift(-back) for back in range(4, -1, -1)]
    months = table("月度", {"登记量": ["30", "36", "38", "40", "50"]}, five, unit="件")
    quarters = [Period(Grain.QUARTER, year, number) for year, number in ((2023, 3), (2023, 4), (2024, 3))]
    accumulated = table("累计增速", {"总量": ["4.7", "5.2", "4.8"]}, quarters)
    classes = table(
        "两类", {"作品登记": ["6428277", "7802965"], "软件登记": ["2495213", "2827213"]}, years(2023, 2024), unit="件"
    )
    information = _year(
        "专利信息",
        {
            "研发过程中利用专利信息的企业": ["83.1"],
            "大型企业：市场化服务为主、公共服务为补充": ["43.0"],
            "微型企业：全部依靠公共服务": ["27.7"],
        },
    )
    problems = {
        "专利信息滞后，在研发最新技术时时效性不足": ["44.4"],
        "缺乏可以深度利用专利信息进行检索分析的专业人员": ["46.4"],
        "专利信息不容易理解，专利语言与研发语言有区别": ["42.6"],
    }
    sizes = _year("规模合作", {"大型企业": [None], "中型企业": [None], "小型企业": ["8.1"], "微型企业": ["12.8"]})
    emerging = {"企业总体": ["86.6"], "战略性新兴产业": ["89.7"], "未来产业": ["90.8"]}
    joint = {"企业总体": ["41.0"], "战略性新兴产业": ["60.8"], "未来产业": ["68.1"]}
    research = {"研发获取比例": ["84.5", None, "84.8", "86.6"]}
    costly = {"50 万～100 万元": ["17.6", "18.2"], "100 万元以上": ["17.6", "17.8"]}
    figures = (1, 3, 4, 5, 6, 13)
    return Scope(
        {
            "period": march,
            "quarter": Period(Grain.QUARTER, 2024, 3),
            "year": CURRENT,
            "client": "某某公司",
            "研发获取": _year("研发获取", research, 2021, 2022, 2023, 2024),
            "新兴研发": with_overall(_year("新兴研发", emerging), "企业总体"),
            "产学研": with_overall(_year("产学研", joint), "企业总体"),
            "规模合作": sizes,
            "小微合作": only_items(sizes, ["小型企业", "微型企业"]),
            "高额经费": _year("高额经费", costly, 2023, 2024),
            "微型经费": _year("微型经费", {"不足 10 万元": ["46.7"]}),
            "合作方式": ordered(ways),
            "首选方式": rank(ways, 1),
            "次选方式": rank(ways, 2),
            "专利信息": aliased(
                information,
                {
                    "利用": "研发过程中利用专利信息的企业",
                    "大型": "大型企业：市场化服务为主、公共服务为补充",
                    "微型": "微型企业：全部依靠公共服务",
                },
            ),
            "问题": ordered(_year("问题", problems)),
            "登记": of_table(registered, "登记", current=CURRENT),
            "作品类型": ordered(of_table(kinds.table, "作品类型", current=CURRENT, noun="作品")),
            "两类": of_table(classes, "两类", current=CURRENT),
            "累计增速": of_table(accumulated, "累计增速", current=Period(Grain.QUARTER, 2024, 3)),
            "月度": of_table(months, "月度", current=march),
        },
        CURRENT,
        {f"图{n}": Reference(f"图 {n}", f"（参见图 {n}）", f"图{n}") for n in figures},
    )
