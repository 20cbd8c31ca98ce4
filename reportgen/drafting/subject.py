"""What a table is about: which of its items to speak of, in which period, and under which names.

A first spec speaks of values of one unit that are there in the table's latest period. Rates that a table publishes
beside its amounts (同比) are left to the wordings, which find them by themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from reportgen.data.clean import folded
from reportgen.data.row_periods import like_times
from reportgen.data.sheet import parse_area
from reportgen.data.table import DataTable, Value
from reportgen.drafting.survey import Found
from reportgen.periods import Grain, Period
from reportgen.prose.reading import RATE_ENDINGS, published_rate_of
from reportgen.spec.names import RESERVED
from reportgen.values import dataclass

MOST_ITEMS = 40
"""Items that one chart and one sentence can choose from."""

_TOTAL = re.compile(r"(?:全国|全省|全市|全行业|总体|合计|总计|总量|总数|总额|.+(?:总体|合计|总计|总量|总数|总额))")
_GENERIC = re.compile(r"(?:sheet|table|工作表|表|表_)\d*", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:附?[图表])\s*[\d一二三四五六七八九十][\d.\-—]*\s*[:：.、]?\s*")
_NOT_WORDS = re.compile(r"[^\w]+|_+")
_SPOKEN_CORNER = re.compile(r"年份?|年度|时间|日期|期间|月份?|季度|指标(?:名称)?|项目|名称|类别|类型|序号")
_LONGEST_NAME = 10


_GROWTH = re.compile(r"同比|比上年|较上年|比去年|增速|增长|增幅|涨幅|升降")
"""What the headings of published rates of growth hold."""


@dataclass(frozen=True, slots=True)
class Omitted:
    """An item that a draft does not speak of, and why."""

    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A table to be spoken of.

    `name` is what the spec calls it; `labels` are the items spoken of, `all_items` says whether those are all; `sizes`
    are their absolute values; `total` is the one of them that sums up the others; `current` its latest period, None for
    a table without time; `reach` how many periods there are from the first with a value up to it; `gaps` whether some
    between are blank, `sparse` whether most are; `rates` whether all values are rates of growth; `times` whether its
    labels are times that no period can be; `omitted` are its items that are not spoken of, each with the reason.
    """

    found: Found
    name: str
    title: str
    labels: tuple[str, ...]
    all_items: bool
    total: str | None
    unit: str
    sizes: Mapping[str, Decimal]
    rates: bool
    current: Period | None
    reach: int
    gaps: bool
    sparse: bool
    times: bool
    omitted: tuple[Omitted, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """The labels but that of the total."""
        return tuple(label for label in self.labels if label != self.total)

    @property
    def measure(self) -> str:
        """What is counted, where the table's header says it."""
        return self.found.table.measures[0].name

    @property
    def other_measures(self) -> tuple[str, ...]:
        """The amounts that the table counts besides the one spoken of."""
        return tuple(name for name in self._measure_names if not _is_rate(name) and not _GROWTH.search(name))

    def computable(self, labels: Sequence[str]) -> bool:
        """Whether a wording may compute how these items grew: not where the table publishes rates it cannot find."""
        table = self.found.table
        named = (*(item.label for item in table.items if item.label not in self.labels), *self._measure_names)
        if self.rates or not any(_GROWTH.search(name) for name in named):
            return True
        return all(published_rate_of(table, self._index(label), 0) is not None for label in labels)

    def rate_beside(self, label: str) -> str | None:
        """Return the column of rates right behind that of an amount, where it is headed by nothing else (增速)."""
        table, at = self.found.table, self._index(label)
        if at or len(table.items) < 2 or not self._spoken_alone or self.computable([label]):
            return None
        beside = table.items[1].label
        there = _value(table, 1, self.current) is not None
        return beside if there and beside.split("(")[0].split("（")[0] in RATE_ENDINGS else None

    @property
    def _spoken_alone(self) -> bool:
        """Whether a sentence is about one item: the total or the only one."""
        return self.total is not None or len(self.labels) == 1

    @property
    def _measure_names(self) -> tuple[str, ...]:
        return tuple(measure.name for measure in self.found.table.measures[1:])

    def _index(self, label: str) -> int:
        return next(index for index, item in enumerate(self.found.table.items) if item.label == label)

    @property
    def corner(self) -> str:
        """What the items are (作品类型), where the table's corner says it in a way that a sentence can use."""
        corner = self.found.table.corner
        spoken = not _SPOKEN_CORNER.fullmatch(corner) and len(corner) <= _LONGEST_NAME
        return corner if spoken and re.fullmatch(r"\w+", corner) else ""


def subjects_of(found: Iterable[Found], taken: Iterable[str]) -> tuple[Subject, ...]:
    """Return what to say of the tables, each under a name of its own that is not among `taken`."""
    names = set(taken)
    subjects: list[Subject] = []
    for one in found:
        table = one.table
        current = _current(table)
        items = _items(table, current)
        if not items:
            continue
        name = _named(one, names, len(subjects) + 1)
        names.add(name)
        labels = tuple(table.items[item].label for item in items)
        values = [value for item in items if (value := _value(table, item, current))]
        times = _times(table, items, current)
        subjects.append(
            Subject(
                one,
                name,
                _NUMBERED.sub("", table.title).strip(),
                labels,
                len(labels) == len(table.items),
                _total(labels),
                next((value.unit for value in values), ""),
                {label: abs(v.number) for label, v in zip(labels, values, strict=True) if v.number is not None},
                all(_is_rate(label) for label in labels),
                current,
                len(times),
                not all(times),
                sum(times) * 2 < len(times),
                len(like_times(labels)) * 2 > len(labels),
                tuple(_omitted(table, items, current)),
            )
        )
    return tuple(subjects)


def _current(table: DataTable) -> Period | None:
    """Return the latest period of the table's usual grain in which most of what is ever there is there."""
    if not table.period_cells:
        return None
    counts = Counter(
        table.periods[when] for (_, measure, when), value in table.values.items() if measure == 0 and _there(value)
    )
    if not counts:
        return None
    grain = Counter(period.grain for period in counts).most_common(1)[0][0]
    own = sorted(period for period in counts if period.grain is grain)
    enough = max(counts[period] for period in own[-_RECENT[grain] :]) / 2
    return next(period for period in reversed(own) if counts[period] >= enough)


_RECENT = {Grain.YEAR: 3, Grain.HALF: 4, Grain.QUARTER: 8, Grain.MONTH: 12}


def _there(value: Value | None) -> bool:
    return value is not None and value.number is not None


def _value(table: DataTable, item: int, period: Period | None) -> Value | None:
    when = 0 if period is None else table.periods.index(period)
    value = table.values.get((item, 0, when))
    return value if _there(value) else None


def _items(table: DataTable, current: Period | None) -> tuple[int, ...]:
    """Return the items to speak of: there in the current period, of one unit, told apart by their labels."""
    known = {i: value for i in range(len(table.items)) if (value := _value(table, i, current))}
    # A label that stands twice names neither.
    counts = Counter(folded(item.label) for item in table.items)
    usable = [i for i in known if table.items[i].label and counts[folded(table.items[i].label)] == 1]
    plain = [i for i in usable if not _is_rate(table.items[i].label)] or usable
    if not plain:
        return ()
    alike = [i for i in plain if known[i].unit == known[plain[0]].unit]
    if _mixed(table, plain) and len(plain) > 3:
        return (plain[0],)
    return tuple(alike[:MOST_ITEMS])


def _omitted(table: DataTable, taken: Sequence[int], current: Period | None) -> Iterator[Omitted]:
    """Yield the items that are not among those `taken`, with the reason."""
    counts = Counter(folded(item.label) for item in table.items)
    unit = next((value.unit for item in taken if (value := _value(table, item, current))), "")
    when = 0 if current is None else table.periods.index(current)
    for index, item in enumerate(table.items):
        if index in taken:
            continue
        value = table.values.get((index, 0, when))
        if counts[folded(item.label)] > 1:
            reason = "同名的不止一项"
        elif value is not None and value.fault is not None:
            reason = value.fault.zh
        elif value is None or value.number is None:
            reason = "本期没有数"
        elif _is_rate(item.label):
            reason = "是增长率，不与别的项并列"
        elif value.unit != unit:
            reason = f"单位（{value.unit or '没有写'}）不同"
        else:
            reason = "项太多" if len(taken) == MOST_ITEMS else "各列不是一类"
        yield Omitted(item.label, reason)


def _mixed(table: DataTable, items: Sequence[int]) -> bool:
    """Whether the columns of a table are series of all kinds (中国:GDP:现价, 中国:GDP:现价:第一产业)."""
    labels = [table.items[item].label for item in items]
    cells = [table.items[item].cell for item in items]
    tops = {area.top for cell in cells if cell and (area := parse_area(cell.cell))}
    return len(tops) == 1 and sum(bool(re.search(r"[:：]", label)) for label in labels) * 2 > len(labels)


def _is_rate(label: str) -> bool:
    return re.split("[(（]", label, maxsplit=1)[0].endswith(RATE_ENDINGS)


def _total(labels: Sequence[str]) -> str | None:
    totals = [label for label in labels if _TOTAL.fullmatch(label)]
    return totals[0] if len(totals) == 1 and len(labels) > 1 else None


def _times(table: DataTable, items: Sequence[int], current: Period | None) -> list[bool]:
    """Return for each period from the first that has a value up to the current one whether all values are there."""
    if current is None:
        return [True]
    own = [period for period in table.periods if period.grain is current.grain and period <= current]
    first = next(period for period in own if _value(table, items[0], period))
    span = [first.shift(step) for step in range(current.ordinal - first.ordinal + 1)]
    return [period in table.periods and all(_value(table, item, period) for item in items) for period in span]


def _named(found: Found, taken: set[str], ordinal: int) -> str:
    """Return a name for a table: its own, or one from its title, or a number."""
    titles = (_NUMBERED.sub("", found.table.title), found.table.measures[0].name)
    for text in (found.name, found.sheet, *titles):
        name = re.sub(r"^\d+(?:年度?)?", "", _NOT_WORDS.sub("", text))[:_LONGEST_NAME]
        if name and not _GENERIC.fullmatch(name) and name not in RESERVED:
            return _free(name, taken)
    return _free(f"数据表{ordinal}", taken)


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    # A digit behind a digit would read as another number: 图1, 图1_2.
    gap = "_" if name[-1].isdigit() else ""
    return next(new for n in range(2, len(taken) + 3) if (new := f"{name}{gap}{n}") not in taken)
