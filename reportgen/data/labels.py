"""What labels say besides a name.

A period (2024 年, a date cell), a measure of a period (2024 年占比), a unit (登记量（件）).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from reportgen.data.clean import printed_label
from reportgen.data.numbers import exact
from reportgen.data.sheet import Cell, CellKind
from reportgen.periods import Grain, Period, parse_period
from reportgen.values import dataclass

_LONGEST = 24
"""Characters that a period may have, spaces included."""
_COMPACT = re.compile(r"(1[89]|20|21)(\d\d)(0[1-9]|1[0-2])")
_SCALES = "十百千万亿"
_UNIT = re.compile(
    rf"%|‰|个?百分点|[{_SCALES}]*(?:人民币|欧|美|日|港)?元|[{_SCALES}]*(?:人次|人|件|个|家|户|项|次|份|本|册|篇|部|种|套|台|辆|架|艘|名|所|座|条|倍|岁"
    rf"|天|日|小时|公里|千米|米|吨公里|人公里|吨标准煤|吨|公斤|千克|克|升|立方米|平方米|平方公里|公顷|亩|千瓦时|千瓦|度|吉瓦|兆瓦|点|位|株|头|只|斤|篇次|标准箱|TEU)"
)
_WITH_UNIT = re.compile(r"(?P<name>.+?)\s*[（(]\s*(?:单位\s*[:：])?\s*(?P<unit>[^（()）]+?)\s*[)）]", re.DOTALL)
_SEVERAL_UNITS = re.compile(r"[、，,；;]")
_NO_TITLE_UNITS = {"日"}
"""What a title may end in that says how often the table comes out, not its unit: 价格行情（日）."""
_NAMING_CORNERS = (
    *("地区", "地域", "区域", "地方", "省份", "省", "市", "城市", "国家", "国别", "年", "年份", "年度", "月份", "季度"),
    *("时间", "时期", "期别", "日期", "项目", "指标", "名称", "类别", "类型", "种类", "分类", "行业", "领域", "单位"),
)
"""How corners end that name what the labels are, which has no unit itself: 地区（件）; 年龄（岁） is of the labels."""
_GOES_ON = re.compile(r"[\d年月第一二三四上下季H\-—–~～至到较]|比(?![例重率值])")
"""How a label goes on whose first words are no period of its own: 2024年1—6月, 2024年比2023年增长; not 2024年比例."""
_FREQUENCIES = {
    "年": Grain.YEAR,
    "年度": Grain.YEAR,
    "半年": Grain.HALF,
    "半年度": Grain.HALF,
    "季": Grain.QUARTER,
    "季度": Grain.QUARTER,
}


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its name as printed, and the unit that it names in parentheses."""

    name: str
    unit: str = ""


def read_label(text: str) -> Label:
    """Return a label's name and unit: 登记量（件） is 登记量, 件; parentheses around anything else stay in the name."""
    plain = printed_label(text)
    found = _WITH_UNIT.fullmatch(plain) if plain.endswith((")", "）")) else None
    if found and _UNIT.fullmatch(found["unit"].replace("％", "%")):
        return Label(found["name"].strip(), found["unit"].replace("％", "%"))
    return Label(plain)


def read_title(text: str) -> Label:
    """Return a table's title without the unit that it ends in: 各省商标申请量（件） is 各省商标申请量, 件.

    There may be several units: 产值及增速（亿元、%）. A title without one stays as it is.
    """
    found = _WITH_UNIT.fullmatch(text.strip())
    units = [unit.strip() for unit in _SEVERAL_UNITS.split(found["unit"].replace("％", "%"))] if found else []
    if found and all(_UNIT.fullmatch(unit) and unit not in _NO_TITLE_UNITS for unit in units):
        return Label(found["name"], "、".join(units))
    return Label(text)


def read_corner(text: str) -> Label:
    """Return the name and the unit of the values that a table's corner says: 地区（件） is 地区, 件."""
    label = read_label(text)
    return label if label.name.endswith(_NAMING_CORNERS) else Label(label.name)


def period_of(cell: Cell) -> Period | None:
    """Return the period that a cell says: as text, as a year's number, as a date."""
    match cell.kind:
        case CellKind.TEXT if len(cell.text) > _LONGEST:
            return None
        case CellKind.TEXT:
            compact = _COMPACT.fullmatch(cell.text)
            return parse_period(f"{compact[1]}{compact[2]}-{compact[3]}" if compact else cell.text)
        case CellKind.NUMBER:
            number = exact(cell.text)
            return parse_period(f"{number:f}") if number == number.to_integral_value() and _is_year(number) else None
        case CellKind.DATE:
            return _of_date(datetime.fromisoformat(cell.text), cell.format)
        case _:
            return None


def _is_year(number: Decimal) -> bool:
    return 1800 <= number < 2200


def _of_date(day: date, code: str) -> Period:
    """Return the month of a date, or its year where the cell's format shows nothing finer."""
    shown = re.sub(r'"[^"]*"|\[[^\]]*\]', "", code).lower()
    if "m" in shown or "d" in shown:
        return Period(Grain.MONTH, day.year, day.month)
    return Period(Grain.YEAR, day.year)


def leading_period(text: str) -> tuple[Period, str] | None:
    """Return the period that a header begins with and the measure it goes on with (2024 年占比), or None.

    What goes on with a digit or a dash (2024年1—6月) is a span of time that no `Period` can say.
    """
    for end in range(min(len(text) - 1, _LONGEST), 3, -1):
        period = parse_period(text[:end])
        rest = text[end:].strip(" \u3000:：")
        if period is not None and rest and not _GOES_ON.match(rest):
            return period, rest
    return None


def at_frequency(period: Period, frequency: str) -> Period:
    """Return the period that a month stands for in data of a frequency: 2025-03 under 季 is the first quarter."""
    grain = _FREQUENCIES.get(frequency.strip())
    if grain is None or period.grain is not Grain.MONTH:
        return period
    months = 12 // grain
    return Period(grain, period.year, (period.number - 1) // months + 1)


def ends_at_frequency(period: Period, frequency: str) -> bool:
    """Whether data of a frequency has a value at `period`: a quarter's stands at its last month."""
    grain = _FREQUENCIES.get(frequency.strip())
    return grain is None or period.grain is not Grain.MONTH or period.number % (12 // grain) == 0
