"""What a first spec can say of a table: sentences, charts and titles, the best first.

Which of them are right for the data is found out by trying them (`draft`): a wording that has no base, no words for the
data's sign or no value is a problem there, and the next one is tried. These are rows, not code, wherever they can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.drafting.subject import Subject
from reportgen.drafting.yaml_text import listed, scalar
from reportgen.periods import Grain, Period, parse_period

LAST = {Grain.YEAR: 5, Grain.HALF: 6, Grain.QUARTER: 8, Grain.MONTH: 13}
"""How many periods a chart shows: five years, two years of quarters, a month and the year before it."""

FEW = 3
SERIES = 4
COLUMNS = 6
GROUPED = 2
"""How many periods stand side by side in a column chart of several items."""

LONGEST_TOPIC = 20
MOST_BARS = 10
LONG_LABEL = 8

_BEFORE = {Grain.MONTH: "上月", Grain.QUARTER: "上季度"}
_YEARS = re.compile(r"(?:19|20|21)\d\d\s*年?\s*[—–\-~～至]+\s*(?:19|20|21)\d\d\s*年")
_TIME = re.compile(r"(?:19|20|21)\d\d\s*年(?:\s*\d{1,2}\s*月|\s*[一二三四]季度|\s*[上下]半年)?")
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_FORM = re.compile(r"的?(?:基本|总体)?(?:情况|统计|数据|一览|汇总)*表?$")
_SUM = re.compile(r"合计|总计|总量|总数|总额")
_WHOLES = ("全国", "全省", "全市", "全行业", "总体")
_NAME = re.compile(r"[^\W\d]\w*")
_MARKDOWN = re.compile(r"([*_`\[\]\\<>~])")
_SCALED = re.compile(r"[件个家户项次份人元吨台辆种套美欧日港人民币]+")


def item(subject: Subject, label: str) -> str:
    """Return the expression for one item of a subject."""
    if _NAME.fullmatch(label):
        return f"{subject.name}.{label}"
    quote = '"' if "'" in label else "'"
    return f"{subject.name}[{quote}{label}{quote}]"


def titles(subject: Subject, when: str, current: Period | None, ordinal: int) -> Iterator[str]:
    """Yield titles for a subject; `when` is the parameter whose value is its `current` period, empty without one."""
    title = _MARKDOWN.sub(r"\\\1", subject.title).replace("{{", "").replace("\n", " ")
    if title:
        shown = f"{subject.name}.近({chart_reach(subject)})" if subject.reach > 1 else ""
        if shown and _YEARS.search(title):
            yield _YEARS.sub(f"{{{{ {shown} | 起止 }}}}", title)
        if when and current:
            yield _current_replaced(title, current, when)
        yield _TIME.sub("", _YEARS.sub("", title)).strip(" ，、：:的")
        yield title
    if subject.corner and subject.measure:
        yield _MARKDOWN.sub(r"\\\1", f"各{subject.corner}{subject.measure}")
    if len(subject.labels) == 1:
        yield _MARKDOWN.sub(r"\\\1", subject.labels[0])
    yield subject.name
    yield f"第 {ordinal} 张表"


def topic(title: str) -> str:
    """Return what a title says that its table is about, without times, brackets and words such as 情况表."""
    bare = _TIME.sub("", _YEARS.sub("", _IN_BRACKETS.sub("", title)))
    return _FORM.sub("", "".join(bare.split("\n")).strip(" ，、：:的"))


def _topic_of(subject: Subject) -> str:
    """Return a subject's topic as a sentence can take it in, empty where it is too long or no plain words."""
    found = topic(subject.title)
    return found if len(found) <= LONGEST_TOPIC and re.fullmatch(r"[^\W\d_]+", found) else ""


def period_in(title: str) -> Period | None:
    """Return the one period that a title names; None where it names none, several or a span."""
    named = {found[0] for found in _TIME.finditer(title)}
    return parse_period(named.pop()) if len(named) == 1 and not _YEARS.search(title) else None


def _current_replaced(title: str, current: Period, when: str) -> str:
    """Return a title with the current period, where it is typed, as an expression."""
    year = Period(Grain.YEAR, current.year)
    for period, said in ((current, when), (year, f"{when}.年")):
        label = r"\s*".join(re.escape(char) for char in period.label if not char.isspace())
        replaced = re.sub(rf"(?<![\d—–\-~～至]){label}(?!\s*\d)", f"{{{{ {said} }}}}", title)
        if replaced != title:
            return replaced
    return title


def chart_reach(subject: Subject) -> int:
    """Return how many periods a subject's chart shows, where it shows a course of time."""
    limit = LAST[subject.current.grain] if subject.current else 1
    return min(limit, subject.reach)


def sentences(subject: Subject, when: str, see: str) -> Iterator[str]:
    """Yield sentences about a subject; `see` is the reference to its chart."""
    leads = [f"{{{{ {when} }}}}，"] if when else [f"{{{{ {subject.name} | 起止 }}}}，"] if subject.current else []
    for words in _said(subject):
        yield from (f"{lead}{words}{see}。" for lead in (*leads, ""))


def _said(subject: Subject) -> Iterator[str]:
    name, several = subject.name, len(subject.labels) > 1
    about = _topic_of(subject)
    by = f"{about}中，" if about else f"分{subject.corner}看，" if subject.corner else ""
    if subject.times:
        yield f"{by}{_seen_from(subject)}{_single(subject, subject.labels[-1])}"
        return
    if not several:
        only = f"{{{{ {name} | 名称 }}}}为 {{{{ {name} }}}}"
        by = (by if subject.reach == 1 else "") + _seen_from(subject)
        for change in _changes(subject, subject.labels):
            yield f"{by}{only}，{{{{ {name} | {change} }}}}"
        yield f"{by}{only}{_published(subject, subject.labels[0])}"
        return
    if subject.total and subject.unit == "%" and len(subject.parts) <= FEW:
        yield f"{by}{_seen_from(subject)}{{{{ {name} | 名称 }}}}分别为 {{{{ {name} }}}}，{{{{ {name} | 高出总体 }}}}"
    if subject.total and subject.unit != "%":
        total = item(subject, subject.total)
        few = len(subject.parts) <= FEW
        chosen = name if few else f"{name}.前({FEW})"
        each = "为" if len(subject.parts) == 1 else "分别为" if few else "居前，分别为"
        listed_plainly = f"{{{{ {chosen} | 名称 }}}}{each} {{{{ {chosen} }}}}"
        grown = f"{'' if few else '居前的是'}{{{{ {chosen} | 逐项 }}}}"
        parts = grown if subject.computable(subject.parts) else listed_plainly
        said = f"{_total_of(subject, about, by)}{_single(subject, subject.total)}"
        for change in _changes(subject, [subject.total]):
            yield f"{said}，{{{{ {total} | {change} }}}}。其中，{parts}"
        yield f"{said}{_published(subject, subject.total)}。其中，{listed_plainly}"
    by += _seen_from(subject)
    if len(subject.labels) <= FEW:
        for change in _changes(subject, subject.labels):
            yield f"{by}{{{{ {name} | 名称 }}}}分别为 {{{{ {name} }}}}，{{{{ {name} | {change} }}}}"
        yield f"{by}{{{{ {name} | 名称 }}}}分别为 {{{{ {name} }}}}"
    high, low = f"{name}.最高", f"{name}.最低"
    if subject.unit == "%":
        for change in _changes(subject, subject.labels):
            yield (
                f"{by}{{{{ {high} | 名称 }}}}最高，为 {{{{ {high} }}}}，{{{{ {high} | {change} }}}}；"
                f"{{{{ {low} | 名称 }}}}最低，为 {{{{ {low} }}}}"
            )
        yield f"{by}{{{{ {high} | 名称 }}}}最高，为 {{{{ {high} }}}}；{{{{ {low} | 名称 }}}}最低，为 {{{{ {low} }}}}"
    top = f"{name}.前({FEW})"
    for change in _changes(subject, subject.labels):
        yield f"{by}{{{{ {top} | 名称 }}}}居前，分别为 {{{{ {top} }}}}，{{{{ {top} | {change} }}}}"
    yield f"{by}{{{{ {top} | 名称 }}}}居前，分别为 {{{{ {top} }}}}"
    yield f"{by}{{{{ {high} | 名称 }}}}最高，为 {{{{ {high} }}}}"
    yield f"{_seen_from(subject)}{_single(subject, subject.labels[0])}"


def caption(subject: Subject, title: str) -> str:
    """Return what stands below a chart: the title, and the measure shown where the table has several."""
    measure = _measure(subject)
    return f"{title}：{measure}" if measure and measure not in title else title


def _single(subject: Subject, label: str) -> str:
    """Return what one item is, by its name."""
    return f"{{{{ {item(subject, label)} | 名称 }}}}为 {{{{ {item(subject, label)} }}}}"


def _seen_from(subject: Subject) -> str:
    """Return the words for the measure that is spoken of, where the table has several: 从发明专利看，."""
    return f"从{_measure(subject)}看，" if _measure(subject) else ""


def _measure(subject: Subject) -> str:
    return _MARKDOWN.sub(r"\\\1", subject.measure) if subject.other_measures else ""


def _total_of(subject: Subject, about: str, by: str) -> str:
    """Return what stands before a total: of what it is (合计 alone does not say it), and of which measure."""
    bare = subject.total is not None and _SUM.fullmatch(subject.total)
    if _measure(subject):
        return f"{by}{_measure(subject)}" if bare else f"{by}{_seen_from(subject)}"
    return about if bare and not about.endswith(subject.total or "") else by if subject.total in _WHOLES else ""


def _published(subject: Subject, label: str) -> str:
    """Return the rate that the table publishes for an item in words that claim no more than its heading does."""
    rate = subject.rate_beside(label)
    return f"，{_single(subject, rate)}" if rate else ""


def _changes(subject: Subject, labels: Sequence[str]) -> Iterator[str]:
    """Yield the wordings of change that suit the subject's values and its grain of time."""
    grain = subject.current.grain if subject.current else None
    if grain is None or subject.reach < 2:
        return
    before = _BEFORE.get(grain)
    if subject.rates:
        yield f"快慢({before or '上年'})"
    elif subject.unit == "%" and before:
        yield f"较({before})"
    elif subject.unit != "%" and not subject.computable(labels):
        return
    elif grain is not Grain.YEAR:
        yield "同比"
    yield "较上年"


def charts(subject: Subject) -> Iterator[tuple[str, ...]]:
    """Yield charts for a subject as lines of YAML, without id, caption and note; an empty one means none."""
    for lines in _forms(subject):
        for unit in _units(subject):
            yield (*lines, *unit)
    yield ()


def _forms(subject: Subject) -> Iterator[tuple[str, ...]]:
    name, count = subject.name, len(subject.labels)
    if subject.times:
        yield ("chart: bar", f"data: {name}", f"items: {listed(subject.labels[-LAST[Grain.MONTH] :])}")
        return
    drawn = _visible(subject, subject.parts if subject.total else subject.labels)
    shown = len(drawn)
    all_of_them = shown == len(subject.parts if subject.total else subject.labels)
    items = () if all_of_them else (f"items: {listed(drawn)}",)
    short = max(map(len, subject.labels)) <= LONG_LABEL
    reach = chart_reach(subject)
    course = (f"data: {name}", *items, f"last: {reach}")
    if subject.total and len(subject.parts) == 1:
        # Its one part is not worth a chart; the total is what the sheet is about.
        name, course, count = item(subject, subject.total), (f"data: {item(subject, subject.total)}", course[-1]), 1
    if count == 1 and subject.reach > 1 and not subject.sparse:
        lined = subject.unit == "%" or subject.gaps or reach > COLUMNS
        form = "line" if lined and reach >= FEW else "column"
        yield (f"chart: {form}", *course, "highlight: 本期")
        # Where the sheet mixes years with quarters, only an expression says which are meant.
        yield (f"chart: {form}", f"data: {name}.近({reach})", "highlight: 本期")
    if count == 1 and subject.reach == 1 and subject.unit == "%":
        yield ("chart: pie", f"data: {name}", "rest: 其他")
    if shown > 1 and count <= SERIES + 1 and subject.reach > FEW and not subject.sparse:
        yield ("chart: line", *course)
    if shown > 1 and count <= COLUMNS and short and subject.reach > 1 and not subject.sparse:
        yield ("chart: column", "series: period", f"data: {name}", *items, f"last: {GROUPED}")
    if shown > 1 and count <= COLUMNS and short:
        yield ("chart: column", f"data: {name}", *items)
    if 1 < shown <= FEW and subject.reach > 1 and not subject.sparse:
        yield ("chart: bar", "series: period", f"data: {name}", *items, f"last: {GROUPED}")
    if shown > SERIES:
        yield ("chart: bar", f"data: {name}.前({min(MOST_BARS, shown)})")
    if count > 1:
        yield ("chart: bar", f"data: {name}", *items)


def _visible(subject: Subject, labels: Sequence[str]) -> tuple[str, ...]:
    """Return the items that a chart can show beside the largest: one in a hundred of it is a line's width."""
    largest = max(subject.sizes[label] for label in labels)
    return tuple(label for label in labels if subject.sizes[label] * 100 >= largest)


def _units(subject: Subject) -> Iterator[tuple[str, ...]]:
    """Yield the unit to show a subject in, so that no axis counts in millions; then the one it has."""
    if _SCALED.fullmatch(subject.unit):
        largest = max(subject.sizes.values())
        if largest >= Decimal(10) ** 9:
            yield (f"unit: {scalar('亿' + subject.unit)}",)
        if largest >= Decimal(10) ** 5:
            yield (f"unit: {scalar('万' + subject.unit)}",)
    yield ()


def chart_notes(subject: Subject) -> Iterator[tuple[str, ...]]:
    """Yield what stands below a chart: the sheet's own notes and sources, nothing, or that values are not there."""
    if subject.found.table.notes or subject.found.table.sources:
        yield ("note: auto",)
    yield ()
    yield ("note: 空着的各期没有数据。",)
