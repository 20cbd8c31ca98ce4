"""The wording functions: what may follow a pipe. One table; the evaluator, the reference and the tests read it.

A function is named by what it prints. It takes what stands before the pipe and returns a phrase in which every number,
and every word that data chose, keeps its derivation and its cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from reportgen.prose import comparing, naming, rounding
from reportgen.prose.phrase import Phrase
from reportgen.prose.saying import Example, Saying
from reportgen.values import dataclass


class ArgumentKind(StrEnum):
    """What an argument is: a period, a word taken as written, or an expression."""

    PERIOD = "期"
    WORD = "词"
    VALUE = "数据"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a wording; `name` is shown in its usage."""

    kind: ArgumentKind
    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A row of the table: its name, what it takes, what it does, and examples."""

    name: str
    takes: str
    arguments: tuple[Argument, ...]
    purpose: str
    purpose_en: str
    says: Callable[[Saying], Phrase]
    examples: tuple[Example, ...]

    @property
    def usage(self) -> str:
        """How it is written: 较(期, [词])."""
        if not self.arguments:
            return f"| {self.name}"
        inside = ", ".join(f"[{a.name}]" if a.optional else a.name for a in self.arguments)
        whole = f"| {self.name}({inside})"
        return f"| {self.name} / {whole}" if all(a.optional for a in self.arguments) else whole


_VERB = Argument(ArgumentKind.WORD, "词", optional=True)

WORDINGS: tuple[Wording, ...] = (
    Wording(
        "较上年",
        "数据",
        (_VERB,),
        "与上年比：百分数说个百分点（提升、下降），总量说增速（增长、下降），印出来是零说持平；各项方向不同时各说各的。"
        "词可以是程度（大幅）或动词（提高）。",
        "against the year before: points for percentages, a rate for amounts, 持平 for zero",
        comparing.against_last_year,
        (
            Example("研发获取 | 较上年", "较上年提升 1.8 个百分点"),
            Example("高额经费 | 较上年", "分别较上年提升 0.6 和 0.2 个百分点"),
            Example("合作方式 | 较上年", "分别较上年提升 4.7 个百分点和下降 14.4 个百分点"),
            Example("次选方式 | 较上年(大幅)", "较上年大幅下降 14.4 个百分点"),
            Example("研发获取 | 较上年(提高了)", "较上年提高了 1.8 个百分点"),
            Example("登记.登记总量 | 较上年", "较上年增长 19.13%"),
        ),
    ),
    Wording(
        "较",
        "数据",
        (Argument(ArgumentKind.PERIOD, "期"), _VERB),
        "与写明的一期比。词是上升时的说法，数据反向时自动换成反义词。",
        "against a named period; the word is the one for a rise, and turns into its opposite for a fall",
        comparing.against,
        (
            Example("研发获取 | 较(2021, 提升了)", "较 2021 年提升了 2.1 个百分点"),
            Example("研发获取 | 较(上年)", "较上年提升 1.8 个百分点"),
            Example("次选方式 | 较(2023, 提高了)", "较 2023 年降低了 14.4 个百分点"),
        ),
    ),
    Wording(
        "变动",
        "数据",
        (_VERB,),
        "只说与上年比变了多少，不说基期。",
        "the change against the year before, the base left unsaid",
        comparing.changed_by,
        (
            Example("首选方式 | 变动(提高)", "提高 4.7 个百分点"),
            Example("次选方式 | 变动(提高)", "降低 14.4 个百分点"),
        ),
    ),
    Wording(
        "同比",
        "数据",
        (_VERB,),
        "与上年同期比的增速。表上公布了同比（一列或一项）就用公布的数和位数，没有才算，算出来的印两位小数。",
        "the rate against the same period of the year before: the published one where the table has it",
        comparing.year_on_year,
        (
            Example("登记.登记总量 | 同比", "同比增长 19.13%"),
            Example("登记.作品登记 | 同比", "同比增长 21.39%"),
            Example("登记.质权登记 | 同比", "同比增长 5.11%"),
        ),
    ),
    Wording(
        "环比",
        "数据",
        (_VERB,),
        "与上一期比的增速。",
        "the rate against the period before",
        comparing.period_on_period,
        (Example("月度 | 环比", "环比增长 25.00%"),),
    ),
    Wording(
        "高出总体",
        "数据，要有 overall",
        (_VERB,),
        "与总体的差；低的说低于。",
        "the difference from the overall item",
        comparing.above_overall,
        (
            Example("新兴研发 | 高出总体", "分别高出企业总体 3.1 和 4.2 个百分点"),
            Example("新兴研发.未来产业 | 高出总体", "高出企业总体 4.2 个百分点"),
        ),
    ),
    Wording(
        "倍于总体",
        "数据，要有 overall",
        (),
        "是总体的几倍，一位小数。",
        "how many times the overall item, with one decimal",
        comparing.times_overall,
        (Example("产学研 | 倍于总体", "分别是企业总体的 1.5 倍和 1.7 倍"),),
    ),
    Wording(
        "占",
        "数据",
        (Argument(ArgumentKind.VALUE, "数据"),),
        "占另一数据的百分比，一位小数。",
        "the share of other data, with one decimal",
        comparing.part_of,
        (Example("登记.软件登记 | 占(登记.登记总量)", "26.6%"),),
    ),
    Wording(
        "占比",
        "数据",
        (),
        "各项占 total 的百分比，一位小数；没有写 total 的占总体，也没有总体的占所取各项之和。",
        "the share of the total, with one decimal; of the overall item, or the sum of the items picked, without one",
        comparing.parts_of_all,
        (Example("两类 | 占比", "73.4% 和 26.6%"),),
    ),
    Wording(
        "比",
        "数据",
        (Argument(ArgumentKind.VALUE, "数据"),),
        "比另一项高或低多少。",
        "by how much the data lie above or below another item",
        comparing.beside,
        (Example("登记.软件登记.同比 | 比(登记.登记总量.同比)", "比登记总量低 5.82 个百分点"),),
    ),
    Wording(
        "快慢",
        "增速",
        (Argument(ArgumentKind.PERIOD, "期"), _VERB),
        "增速比另一期快或慢多少；上年全年指上年最后一期的累计数。",
        "by how much a rate lies above or below that of another period",
        comparing.faster_or_slower,
        (
            Example("累计增速 | 快慢(上年全年)", "比上年全年放缓 0.4 个百分点"),
            Example("累计增速 | 快慢(上年同期)", "比上年同期加快 0.1 个百分点"),
        ),
    ),
    Wording(
        "增减",
        "增速",
        (_VERB,),
        "增速本身，按正负说增长或下降。",
        "rates as they are, each with the word for its sign",
        comparing.up_or_down,
        (
            Example("登记.软件登记.同比.近(3) | 增减", "下降 19.50%、增长 35.95% 和增长 13.31%"),
            Example("登记.作品登记.同比.近(2) | 增减", "增长 42.30% 和 21.39%"),
        ),
    ),
    Wording(
        "逐项",
        "数据",
        (),
        "各项的名字、数和同比，分号隔开；data 里写了 noun 就接在名字后面。",
        "each item with its value and its yearly rate",
        comparing.item_by_item,
        (Example("两类 | 逐项", "作品登记 7802965 件，同比增长 21.39%；软件登记 2827213 件，同比增长 13.31%"),),
    ),
    Wording(
        "成数",
        "百分数",
        (Argument(ArgumentKind.WORD, "词", optional=True),),
        "百分数说成几成：41.0% 超四成，39.5% 近四成，40.0% 四成。"
        "给了词（超过、均超过、不足、近）就照说；不是都成立时报错。",
        "percentages in tenths; a word that is not true of all of them is an error",
        rounding.in_tenths,
        (
            Example("产学研.企业总体 | 成数", "超四成"),
            Example("问题 | 成数(均超过)", "均超过四成"),
        ),
    ),
    Wording(
        "万余",
        "总量",
        (),
        "截到万位，有零头说“余”；不到一万照原数印。以亿计的仍以亿计：318758 亿元是 31 万余亿元。",
        "in whole 万, cut off, with 余 where something is left over; what is counted in 亿 stays so (31 万余亿元)",
        rounding.ten_thousands,
        (
            Example("登记.登记总量 | 万余", "1063 万余件"),
            Example("登记.质权登记 | 万余", "432 件"),
        ),
    ),
    Wording(
        "名称",
        "数据",
        (Argument(ArgumentKind.WORD, "连词", optional=True),),
        "各项的名字，顿号隔开，最后用连词（和）。data 里写了 noun 且各项都以它结尾时只说一次。",
        "the items' names as a list",
        naming.item_names_said,
        (
            Example("新兴研发 | 名称", "战略性新兴产业和未来产业"),
            Example("高额经费 | 名称(以及)", "50 万～100 万元以及 100 万元以上"),
            Example("作品类型.前(3) | 名称", "美术、摄影和文字作品"),
            Example("首选方式 | 名称", "根据企业需要开展联合研究"),
        ),
    ),
    Wording(
        "年月",
        "一期",
        (),
        "某年某月。",
        "the year and month",
        naming.year_month,
        (Example("period | 年月", "2025 年 3 月"),),
    ),
    Wording(
        "起止",
        "数据",
        (),
        "所选各期的头和尾。",
        "the first and last of the selected periods",
        naming.first_to_last,
        (Example("登记.近(5) | 起止", "2020—2024 年"),),
    ),
    Wording(
        "累计期",
        "一期",
        (),
        "年初到这一期末的说法：一季度、上半年、前三季度、全年；1—3 月。",
        "the stretch from the year's beginning to the period's end",
        naming.since_new_year,
        (Example("quarter | 累计期", "前三季度"), Example("period | 累计期", "1—3 月")),
    ),
)

EVERYDAY: Mapping[str, str] = {
    "比重": "占",
    "占比重": "占",
    "比例": "占",
    "份额": "占",
    "百分比": "占",
    "增速": "同比",
    "增幅": "同比",
    "增长率": "同比",
    "同比增长": "同比",
    "增长": "较上年",
    "比上年": "较上年",
    "环比增长": "环比",
    "较上月": "环比",
    "较上期": "环比",
    "取整": "万余",
    "累计": "累计期",
    "排名": "逐项",
    "排序": "逐项",
}
"""What people type for a wording whose name is another: a wrong name is answered with the right one."""

BY_NAME: dict[str, Wording] = {wording.name: wording for wording in WORDINGS}
