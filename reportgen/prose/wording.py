"""The wording functions: what may follow a pipe. One table; the evaluator, the reference and the tests read it.

A function is named by what it prints. It takes what stands before the pipe and returns a phrase in which every number,
and every word that data chose, keeps its derivation and its cells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum

from reportgen.errors import Faulty
from reportgen.periods import Grain, Period
from reportgen.prose import directions
from reportgen.prose.changes import Manner, said
from reportgen.prose.directions import Verb, read_verb
from reportgen.prose.messages import NO_OVERALL, NOT_PERIOD, NOT_TENTHS
from reportgen.prose.numbers import NUMERALS, in_ten_thousands, printed, rounded
from reportgen.prose.phrase import Part, Phrase, Told, listed, phrase_of
from reportgen.prose.quantity import PERCENT, POINTS, Quantity, difference, ratio, united
from reportgen.prose.scope import Scope
from reportgen.prose.selection import (
    Selection,
    at_measure,
    at_period,
    change,
    label_of,
    label_use,
    overall_quantity,
    period_before,
    published_rate,
    quantities,
    quantity_at,
    year_before,
)
from reportgen.prose.values import NAME, NUMBER, WORD, EvaluatedTo, as_many, wrong_kind


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
class Example:
    """An expression over the sample data (`samples`) and what it prints."""

    expression: str
    prints: str


@dataclass(frozen=True, slots=True)
class Saying:
    """What a wording is applied to."""

    name: str
    subject: EvaluatedTo
    arguments: tuple[EvaluatedTo, ...]
    scope: Scope

    def word(self, index: int, usual: str = "") -> str:
        """Return the argument at `index` as a word, or the usual one where it is left out."""
        given = self.arguments[index] if index < len(self.arguments) else usual
        return given if isinstance(given, str) else usual


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


def number(quantity: Quantity, scope: Scope) -> Told:
    """Return a quantity as printed, with its record."""
    return Told(printed(quantity, scope.house), NUMBER, quantity.derivation, quantity.cells)


def numbers(several: Sequence[Quantity], scope: Scope) -> Phrase:
    """Return quantities as a list: 46.4%、44.4% 和 42.6%."""
    return listed([number(quantity, scope)] for quantity in several)


def name_of(selection: Selection, item: int, text: str | None = None) -> Told:
    """Return an item's label (or the part of it that is printed) with its record."""
    label = label_of(selection, item)
    cells = united(label_use(selection.table.items[item]), selection.deciding)
    return Told(label if text is None else text, NAME, selection.decision or selection.path, cells)


def data(saying: Saying) -> Selection:
    """Return the subject as data. Raises Faulty where it is something else."""
    if isinstance(saying.subject, Selection):
        return saying.subject
    raise wrong_kind(f"| {saying.name}", "数据", "data", saying.subject)


def _verb_for(now: Quantity) -> Verb:
    return directions.POINTS if now.unit in (PERCENT, POINTS) else directions.RATE


def _changed(saying: Saying, base: Selection, verb: str, lead: Sequence[Part]) -> Phrase:
    now = quantities(data(saying))
    before = quantities(base)
    if len(before) == 1 and len(now) > 1:
        before *= len(now)
    changes = [change(one, other) for one, other in zip(now, before, strict=True)]
    return said(changes, Manner(read_verb(verb, _verb_for(now[0])), phrase_of(*lead)), saying.scope.house)


# Changes.

BASES: dict[str, Callable[[Selection], Selection]] = {
    "上年": year_before,
    "上年同期": year_before,
    "上月": lambda selection: period_before(selection, "上月", Grain.MONTH),
    "上季": lambda selection: period_before(selection, "上季", Grain.QUARTER),
    "上季度": lambda selection: period_before(selection, "上季度", Grain.QUARTER),
    "上期": lambda selection: period_before(selection, "上期"),
}
"""Base periods that go by a name."""


def _against_last_year(saying: Saying) -> Phrase:
    subject = data(saying)
    yearly = subject.own_current is None or subject.own_current.grain is Grain.YEAR
    return _changed(saying, year_before(subject), saying.word(0), ["较上年" if yearly else "较上年同期"])


def _base(saying: Saying) -> tuple[Selection, str]:
    given = saying.arguments[0]
    subject = data(saying)
    if isinstance(given, Period):
        return at_period(subject, given), given.label
    if isinstance(given, str) and given in BASES:
        return BASES[given](subject), given
    raise Faulty([NOT_PERIOD.at(text=given if isinstance(given, str) else "?")])


def _against(saying: Saying) -> Phrase:
    base, label = _base(saying)
    return _changed(saying, base, saying.word(1), ["较", label])


def _changed_by(saying: Saying) -> Phrase:
    return _changed(saying, year_before(data(saying)), saying.word(0), [])


def rates(selection: Selection) -> tuple[Quantity, ...]:
    """Return the yearly rates of a selection: published ones where the table has them, else computed."""
    found = []
    for item in selection.items:
        published = published_rate(selection, item)
        for period in selection.periods:
            if published is not None:
                found.append(quantity_at(published, published.items[0], period))
            else:
                found.append(quantity_at(at_measure(selection, "同比"), item, period))
    return tuple(found)


def _year_on_year(saying: Saying) -> Phrase:
    subject = data(saying)
    usual = directions.POINTS if quantities(subject)[0].unit == PERCENT else directions.RATE
    manner = Manner(read_verb(saying.word(0), usual), phrase_of("同比"), base_first=True)
    return said(rates(subject), manner, saying.scope.house)


def _period_on_period(saying: Saying) -> Phrase:
    subject = data(saying)
    now = quantities(subject)
    before = quantities(period_before(subject, "上期"))
    changes = [change(one, other) for one, other in zip(now, before, strict=True)]
    manner = Manner(read_verb(saying.word(0), _verb_for(now[0])), phrase_of("环比"), base_first=True)
    return said(changes, manner, saying.scope.house)


# Against the overall item.


def _overall(subject: Selection) -> tuple[Told, list[Quantity]]:
    if subject.overall is None:
        raise Faulty([NO_OVERALL.at(name=subject.path)])
    name = Told(label_of(subject, subject.overall), NAME, subject.name, label_use(subject.table.items[subject.overall]))
    several = [overall_quantity(subject, period) for _ in subject.items for period in subject.periods]
    return name, [quantity for quantity in several if quantity is not None]


def _above_overall(saying: Saying) -> Phrase:
    subject = data(saying)
    name, overall = _overall(subject)
    changes = [difference(one, other) for one, other in zip(quantities(subject), overall, strict=True)]
    verb = read_verb(saying.word(0), directions.ABOVE)
    manner = Manner(verb, object=phrase_of(name), level=phrase_of("与", name))
    return said(changes, manner, saying.scope.house)


def _times_overall(saying: Saying) -> Phrase:
    subject = data(saying)
    name, overall = _overall(subject)
    ratios = [ratio(one, other) for one, other in zip(quantities(subject), overall, strict=True)]
    return phrase_of("分别是" if len(ratios) > 1 else "是", name, "的", numbers(ratios, saying.scope))


# Round forms.


def _ten_thousands(saying: Saying) -> Phrase:
    several = as_many(saying.subject, f"| {saying.name}").quantities
    return listed(
        [Told(in_ten_thousands(quantity, saying.scope.house), NUMBER, quantity.derivation, quantity.cells)]
        for quantity in several
    )


ABOVE_WORDS = ("超过", "超出", "超", "逾", "突破", "高于")
BELOW_WORDS = ("不足", "不到", "低于", "不超过")
NEAR_WORDS = ("接近", "近", "将近")
ALL_WORDS = ("均", "都", "皆", "全部")


def tenths_said(values: Sequence[Decimal], word: str) -> str | None:
    """Return 四成 for percentages of which `word` (超过, 不足, 近, each with 均) is true, or None.

    Above: the most whole tenths that all exceed. Below: the fewest that none reaches. Near: below, by one percent at
    most.
    """
    bare = next((word.removeprefix(a) for a in ALL_WORDS if word.startswith(a)), word)
    lowest, highest = min(values), max(values)
    if bare in ABOVE_WORDS:
        count = int((lowest / 10).to_integral_value(ROUND_FLOOR))
        true = lowest > count * 10
    elif bare in BELOW_WORDS or bare in NEAR_WORDS:
        count = int((highest / 10).to_integral_value(ROUND_CEILING))
        true = highest < count * 10 or bare == "不超过"
        if bare in NEAR_WORDS:
            true = true and lowest >= count * 10 - 1
    else:
        return None
    return f"{NUMERALS[count]}成" if true and 1 <= count <= 10 else None


def usual_tenths(value: Decimal) -> str | None:
    """Return a percentage in tenths: 四成 for exactly 40, 近四成 from 39 on, 超四成 above 40, 不足一成 below 9."""
    if not 0 < value <= 100:
        return None
    whole, rest = divmod(value, 10)
    if rest == 0:
        return f"{NUMERALS[int(whole)]}成"
    for word in ("近", "超", "不足"):
        said_as = tenths_said([value], word)
        if said_as is not None and said_as != "十成":
            return word + said_as
    return None


def _in_tenths(saying: Saying) -> Phrase:
    what = f"| {saying.name}"
    several = as_many(saying.subject, what).quantities
    word = saying.word(0)
    values = [rounded(quantity, saying.scope.house) for quantity in several]
    cells = united(*(quantity.cells for quantity in several))
    derivation = "、".join(quantity.derivation for quantity in several)
    percent = all(quantity.unit == PERCENT for quantity in several)
    text = tenths_said(values, word) if word and percent else usual_tenths(values[0]) if percent else None
    if text is None or (not word and len(values) > 1):
        shown = "、".join(printed(quantity, saying.scope.house) for quantity in several)
        raise Faulty([NOT_TENTHS.at(what=f"{derivation}（{shown}）", word=word)])
    return phrase_of(word, Told(text, WORD, derivation, cells))


# Names and times.


def _names(saying: Saying) -> Phrase:
    return names(data(saying), saying.word(0, "和"))


def names(selection: Selection, conjunction: str = "和") -> Phrase:
    """Return the labels as a list; an ending that all share (the noun) is said once: 美术、摄影和文字作品."""
    noun = selection.noun
    every = [label_of(selection, item) for item in selection.items]
    shared = bool(noun) and len(every) > 1 and all(label.endswith(noun) and label != noun for label in every)
    final = len(every) - 1
    return listed(
        (
            [name_of(selection, item, every[i].removesuffix(noun) if shared and i < final else None)]
            for i, item in enumerate(selection.items)
        ),
        conjunction,
    )


def _period(saying: Saying) -> Period:
    subject = saying.subject
    if isinstance(subject, Period):
        return subject
    if isinstance(subject, Selection) and len(subject.periods) == 1 and subject.periods[0] is not None:
        return subject.periods[0]
    raise wrong_kind(f"| {saying.name}", "一期", "a period", subject)


def _year_month(saying: Saying) -> Phrase:
    period = _period(saying)
    if period.grain is not Grain.MONTH:
        raise Faulty([NOT_PERIOD.at(text=period.label)])
    return phrase_of(period.label)


def _first_to_last(saying: Saying) -> Phrase:
    periods = [period for period in data(saying).periods if period is not None]
    if not periods:
        raise wrong_kind(f"| {saying.name}", "有时间的数据", "data with periods", saying.subject)
    first, last = periods[0], periods[-1]
    if first == last:
        return phrase_of(first.label)
    if first.grain is Grain.YEAR:
        return phrase_of(f"{first.year}—{last.label}")
    if first.grain is Grain.MONTH and first.year == last.year:
        return phrase_of(f"{first.year} 年 {first.number}—{last.number} 月")
    if first.year == last.year:
        return phrase_of(f"{first.label}—{last.label.removeprefix(f'{last.year} 年')}")
    return phrase_of(f"{first.label}—{last.label}")


def accumulated(period: Period) -> str:
    """Return the stretch from the year's beginning to the end of `period`: 前三季度, 上半年, 1—3 月, 全年."""
    if period.number == period.grain:
        return "全年"
    match period.grain:
        case Grain.QUARTER:
            return ("一季度", "上半年", "前三季度")[period.number - 1]
        case Grain.MONTH:
            return "1 月" if period.number == 1 else f"1—{period.number} 月"
        case Grain.HALF:
            return "上半年"
        case Grain.YEAR:
            return "全年"


def _accumulated(saying: Saying) -> Phrase:
    return phrase_of(accumulated(_period(saying)))


_VERB = Argument(ArgumentKind.WORD, "词", optional=True)

WORDINGS: tuple[Wording, ...] = (
    Wording(
        "较上年",
        "数据",
        (_VERB,),
        "与上年比：百分数说个百分点（提升、下降），总量说增速（增长、下降），印出来是零说持平；各项方向不同时各说各的。"
        "词可以是程度（大幅）或动词（提高）。",
        "against the year before: points for percentages, a rate for amounts, 持平 for zero",
        _against_last_year,
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
        _against,
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
        _changed_by,
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
        _year_on_year,
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
        _period_on_period,
        (Example("月度 | 环比", "环比增长 25.00%"),),
    ),
    Wording(
        "高出总体",
        "数据，要有 overall",
        (_VERB,),
        "与总体的差；低的说低于。",
        "the difference from the overall item",
        _above_overall,
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
        _times_overall,
        (Example("产学研 | 倍于总体", "分别是企业总体的 1.5 倍和 1.7 倍"),),
    ),
    Wording(
        "成数",
        "百分数",
        (Argument(ArgumentKind.WORD, "词", optional=True),),
        "百分数说成几成：41.0% 超四成，39.5% 近四成，40.0% 四成。"
        "给了词（超过、均超过、不足、近）就照说；不是都成立时报错。",
        "percentages in tenths; a word that is not true of all of them is an error",
        _in_tenths,
        (
            Example("产学研.企业总体 | 成数", "超四成"),
            Example("问题 | 成数(均超过)", "均超过四成"),
        ),
    ),
    Wording(
        "万余",
        "总量",
        (),
        "截到万位，有零头说“余”；不到一万照原数印。",
        "in whole 万, cut off, with 余 where something is left over",
        _ten_thousands,
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
        _names,
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
        _year_month,
        (Example("period | 年月", "2025 年 3 月"),),
    ),
    Wording(
        "起止",
        "数据",
        (),
        "所选各期的头和尾。",
        "the first and last of the selected periods",
        _first_to_last,
        (Example("登记.近(5) | 起止", "2020—2024 年"),),
    ),
    Wording(
        "累计期",
        "一期",
        (),
        "年初到这一期末的说法：一季度、上半年、前三季度、全年；1—3 月。",
        "the stretch from the year's beginning to the period's end",
        _accumulated,
        (Example("quarter | 累计期", "前三季度"), Example("period | 累计期", "1—3 月")),
    ),
)

BY_NAME: dict[str, Wording] = {wording.name: wording for wording in WORDINGS}
