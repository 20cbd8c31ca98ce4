"""What may follow a dot besides the names of items and measures. One table; navigation, reference and tests read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportgen.periods import Grain
from reportgen.prose.ranking import extreme
from reportgen.prose.saying import Example
from reportgen.prose.selection import Selection, all_periods, period_before, year_before
from reportgen.values import dataclass

JUDGING = ("上升", "下降")
ORDERING = "次序"


@dataclass(frozen=True, slots=True)
class Dot:
    """A row of the table: its name, how it is written, what it means, where it goes, and examples.

    `goes` is None for those that take an argument, compute or judge: `navigation` knows them.
    """

    name: str
    usage: str
    purpose: str
    purpose_en: str
    examples: tuple[Example, ...]
    goes: Callable[[Selection], Selection] | None = None


def _current(selection: Selection) -> Selection:
    own = selection.own_current
    return replace(selection, at=None if own is None else (own,), path=f"{selection.path}.本期")


DOTS: tuple[Dot, ...] = (
    Dot(
        "本期",
        ".本期",
        "数据自己的当期；不写时就是它。",
        "the data's own current period, which is also what is meant where nothing is said",
        (Example("研发获取[2021].本期", "86.6%"),),
        _current,
    ),
    Dot(
        "上年",
        ".上年",
        "上一年的同一期。",
        "the same period of the year before",
        (Example("研发获取.上年", "84.8%"),),
        year_before,
    ),
    Dot(
        "上年同期",
        ".上年同期",
        "同 .上年，月度、季度数据读来更顺。",
        "the same as .上年",
        (Example("累计增速.上年同期", "4.7%"),),
        lambda selection: year_before(selection, "上年同期"),
    ),
    Dot(
        "上月",
        ".上月",
        "月度数据的上一期。",
        "the month before",
        (Example("月度.上月", "40 件"),),
        lambda selection: period_before(selection, "上月", Grain.MONTH),
    ),
    Dot(
        "上季",
        ".上季",
        "季度数据的上一期。",
        "the quarter before",
        (Example("累计增速['2024-Q4'].上季", "4.8%"),),
        lambda selection: period_before(selection, "上季", Grain.QUARTER),
    ),
    Dot(
        "上期",
        ".上期",
        "上一期，不论年、季、月。",
        "the period before, whatever its length",
        (Example("月度.上期", "40 件"),),
        lambda selection: period_before(selection, "上期"),
    ),
    Dot(
        "全期",
        ".全期",
        "表上有的各期。",
        "all periods that the table has",
        (Example("首选方式.全期", "42.9% 和 47.6%"),),
        all_periods,
    ),
    Dot(
        "近",
        ".近(5)",
        "到本期为止的几期，一期一期数；表上缺的就是缺，不跳过。",
        "the last periods up to the current one, one by one; what is missing is missing",
        (Example("登记.登记总量.近(2)", "8923901 件和 10630610 件"),),
    ),
    Dot(
        "自",
        ".自(2021)",
        "从某期到本期。",
        "from a period up to the current one",
        (Example("登记.质权登记.自(2023)", "411 件和 432 件"),),
    ),
    Dot(
        "前",
        ".前(3)",
        "排在前面的几项：已排序的按其次序，没排的从高到低。",
        "the first few items: in the order they have, else from the top",
        (Example("作品类型.前(2)", "4285495 件和 2478666 件"),),
    ),
    Dot(
        "最高",
        ".最高",
        "最高的一项；只有一项而有多期时，最高的一期。",
        "the highest item, or the highest period of a single item",
        (Example("新兴研发.最高", "90.8%"), Example("登记.登记总量.近(5).最高", "10630610 件")),
        lambda selection: extreme(selection, highest=True),
    ),
    Dot(
        "最低",
        ".最低",
        "最低的一项或一期。",
        "the lowest item or period",
        (Example("新兴研发.最低", "89.7%"),),
        lambda selection: extreme(selection, highest=False),
    ),
    Dot(
        "同比",
        ".同比",
        "比上年同期的增速，算出来的（表上有叫“同比”的一列时取那一列）；百分数算个百分点。",
        "the computed yearly rate (or the table's own column of that name); points for percentages",
        (Example("登记.登记总量.同比", "19.13%"), Example("研发获取.同比", "1.8 个百分点")),
    ),
    Dot(
        "环比",
        ".环比",
        "比上一期的增速。",
        "the computed rate against the period before",
        (Example("月度.环比", "25.00%"),),
    ),
    Dot(
        "占比",
        ".占比",
        "占 total 的百分比（表上有叫“占比”的一列时取那一列）；没有写 total 的占总体，也没有总体的占所取各项之和。",
        "the share of the total (or the table's own column of that name); of the overall item where there is no total, "
        "else of the sum of the items picked",
        (Example("两类.占比", "73.4% 和 26.6%"),),
    ),
    Dot(
        "上升",
        ".上升",
        "判断：所选各期一期比一期高；中间的空格跳过，首尾两期必须有数。",
        "a condition: each published value above the one before; both ends must be there",
        (Example("研发获取.自(2021).上升", "成立"),),
    ),
    Dot(
        "下降",
        ".下降",
        "判断：所选各期一期比一期低。",
        "a condition: each published value below the one before",
        (Example("研发获取.自(2021).下降", "不成立"),),
    ),
    Dot(
        "次序",
        ".次序 == [甲, 乙]",
        "判断：手打的名单与数据同序；标签写开头几个字即可，要写全各项。",
        "a condition: the listed names, each the beginning of a label, stand in the order of the data",
        (Example("问题.次序 == [缺乏, 专利信息滞后, 专利信息不容易理解]", "成立"),),
    ),
)

GOING = {dot.name: dot.goes for dot in DOTS if dot.goes is not None}
"""Dots that go to other cells of the same data."""
