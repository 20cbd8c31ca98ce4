"""`drafted`: a workbook → the text of a first spec that is checked before it is given out.

For each table, titles, sentences and charts are tried in the order of `phrases` until one has no problem. A trial is
the real thing: a small spec is read and resolved with the workbook. So whatever is written holds for these data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeAlias

from reportgen.data.sheet import Workbook
from reportgen.diagnostics import Problem
from reportgen.drafting.digits import house_decimals
from reportgen.drafting.phrases import caption, chart_notes, charts, item, period_in, sentences, titles, topic
from reportgen.drafting.subject import Subject, subjects_of
from reportgen.drafting.survey import tables_of
from reportgen.drafting.yaml_text import indented, listed, scalar
from reportgen.periods import Grain, Period
from reportgen.values import dataclass

Trial: TypeAlias = Callable[[str, Sequence[Workbook]], Sequence[Problem]]
"""Resolves the text of a spec with workbooks, and returns what is wrong with it."""

MOST_TABLES = 24
"""How many tables a first spec speaks of: more would be a data dump, not a draft."""

PARAMETERS = {Grain.YEAR: "year", Grain.QUARTER: "quarter", Grain.MONTH: "period"}
_TYPES = {Grain.YEAR: "year", Grain.QUARTER: "quarter", Grain.MONTH: "month"}
_BOOKS = {Grain.YEAR: "年度数据", Grain.QUARTER: "季度数据", Grain.MONTH: "月度数据"}
_ONLY_BOOK = "数据"
_OTHER_BOOK = "其他数据"


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a first spec, how many tables it speaks of, and how many the workbook has."""

    text: str
    tables: int
    found: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all tables of a draft share: parameters, names and file of the workbook, decimals by unit."""

    current: dict[Grain, Period]
    path: str
    decimals: Mapping[str, int]

    def book(self, subject: Subject) -> str:
        """Return the name under which the workbook holds this subject's table."""
        if subject.current is None:
            return self.names()[0]
        if self.current.get(subject.current.grain) != subject.current:
            return _OTHER_BOOK
        return _ONLY_BOOK if len(self.current) == 1 else _BOOKS[subject.current.grain]

    def names(self) -> list[str]:
        """Return the workbook's names, one for each grain of time."""
        if len(self.current) <= 1:
            return [_ONLY_BOOK]
        return [_BOOKS[grain] for grain in self.current]

    def period(self, subject: Subject) -> Period | None:
        """Return a subject's current period, which for a table without dates is that of the others."""
        return subject.current or next(iter(self.current.values()), None)

    def parameter(self, subject: Subject) -> str:
        """Return the parameter that is a subject's current period, empty where there is none."""
        if subject.current is None:
            return PARAMETERS[next(iter(self.current))] if self.current else ""
        return PARAMETERS[subject.current.grain] if self.book(subject) != _OTHER_BOOK else ""


def drafted(workbook: Workbook, file: str, title: str, trial: Trial) -> Draft:
    """Return a first spec for the tables of `workbook`, which lies at the relative path `file`.

    Its text is empty where the workbook has no table.
    """
    found = tables_of(replace(workbook, name=_ONLY_BOOK))
    taken = [*PARAMETERS.values(), *_BOOKS.values(), _ONLY_BOOK, _OTHER_BOOK]
    subjects = subjects_of(islice(found, MOST_TABLES), taken)
    if not subjects:
        return Draft("", 0, len(found))
    frame = _Frame(_current(subjects), file, house_decimals(subjects))
    books = [replace(workbook, name=name) for name in (*frame.names(), _OTHER_BOOK)]

    def clean(lines: Iterable[str], about: Sequence[Subject]) -> bool:
        return not _faults(trial, [*_opening("头稿", frame, about), *lines], books)

    bodies = [_body(one, frame, index, clean, [one]) for index, one in enumerate(subjects, 1)]
    told = [(subject, body) for subject, body in zip(subjects, bodies, strict=True) if body]
    about = [subject for subject, _ in told]
    if not clean(_assembled(body for _, body in told), about):
        # What one table says may be a name that another one prints: try each beside all the others.
        bodies = [_body(one, frame, index, clean, about) for index, one in enumerate(about, 1)]
        told = [(subject, body) for subject, body in zip(about, bodies, strict=True) if body]
        about = [subject for subject, _ in told]
    body = _assembled(body for _, body in told)
    names = [name for name in (*(topic(one.title) for one in about[:1]), title) if name]
    named = next((name for name in names if not _faults(trial, [*_opening(name, frame, about), *body], books)), _PLAIN)
    lines = [*_opening(named, frame, about, commented=True), *body]
    return Draft("\n".join([*lines, ""]), len(told), len(found))


_PLAIN = "月报"
"""The title where neither the first table nor the workbook's file has a name that can be one."""


def _faults(trial: Trial, lines: Iterable[str], books: Sequence[Workbook]) -> list[Problem]:
    """Return what is wrong with the lines of a spec, but not what is odd about the sheets: that is so anyway."""
    problems = trial("\n".join([*lines, ""]), books)
    return [problem for problem in problems if problem.fatal or not problem.code.startswith("data.")]


def _assembled(bodies: Iterable[Sequence[str]]) -> list[str]:
    return ["", "body:", *(line for body in bodies for line in ("", *indented(body, 2)))]


def _current(subjects: Sequence[Subject]) -> dict[Grain, Period]:
    """Return the latest period of each grain that a parameter can say; without dates, the one that titles name."""
    current: dict[Grain, Period] = {}
    periods = [subject.current for subject in subjects]
    for period in periods if any(periods) else [period_in(subject.title) for subject in subjects]:
        if period is not None and period.grain in PARAMETERS:
            current[period.grain] = max(period, current.get(period.grain, period))
    return current


def _body(
    subject: Subject,
    frame: _Frame,
    ordinal: int,
    clean: Callable[[Iterable[str], Sequence[Subject]], bool],
    about: Sequence[Subject],
) -> list[str]:
    """Return the heading of one table with its sentence and its chart; nothing where no words fit.

    It is tried in a spec that names the data of `about`.
    """

    def fits(lines: Sequence[str]) -> bool:
        return clean(["body:", *indented(lines, 2)], about)

    when = frame.parameter(subject)
    chart_id = subject.name if subject.name.startswith("图") else f"{subject.name}图"
    title = next(
        (t for t in titles(subject, when, frame.period(subject), ordinal) if t and fits([f"- heading: {scalar(t)}"])),
        "",
    )
    drawn: list[str] = []
    for form in charts(subject):
        candidates = (
            [_chart(form, chart_id, caption(subject, title), note) for note in chart_notes(subject)] if form else [[]]
        )
        chosen = next((lines for lines in candidates if fits(lines)), None) if form else []
        if chosen is not None:
            drawn = chosen
            break
    see = f"{{{{ 见.{chart_id} }}}}" if drawn else ""
    for sentence in sentences(subject, when, see):
        text = ["- text: |", f"    {sentence}"]
        if fits([*text, *drawn]):
            return [f"- heading: {scalar(title)}", "  body:", *indented([*text, *drawn], 4)]
    return []


def _chart(form: Sequence[str], chart_id: str, below: str, note: Sequence[str]) -> list[str]:
    first, *rest = form
    return [f"- {first}", *indented([f"id: {chart_id}", *rest, f"caption: {scalar(below)}", *note], 2)]


HEAD = """\
# 从工作簿 {file} 起的头稿，每一块都可以改、可以删。两条规矩：
#   一、点（.）走到单元格：{{{{ {name} }}}} 是本期的数，{{{{ {name}.上年 }}}} 是上年的，{{{{ {name}.最高 }}}} 是最高的。
#   二、竖线（|）把它说成话：{{{{ {name} | 较上年 }}}} 印出比上年升降多少，用词、单位、位数都由数据定。
# 所有的说法：reportgen wordings。边改边看：reportgen build 本文件 --watch。"""


def _opening(title: str, frame: _Frame, about: Sequence[Subject], *, commented: bool = False) -> list[str]:
    """Return what stands before the body: title, parameters, workbooks, data."""

    def remark(text: str) -> str:
        return f"    # {text}" if commented else ""

    lines: list[str] = []
    if commented and about:
        lines += HEAD.format(file=frame.path, name=about[0].name).splitlines()
    lines += ["reportgen: 1", f"title: {scalar(title)}" + remark("刊名，请改")]
    if frame.current:
        finest = max(frame.current)
        period = f"{{{{ {PARAMETERS[finest]} }}}}"
        lines.append(f'issue: "{period}"')
        lines.append(f"output: {scalar(f'{title}-{period}')}" + remark("输出名：每期一个文件夹，上一期的还在"))
        lines.append(
            "params:" + remark("本期：下一期先在工作簿里添上新的一行（列），再改这里，或在命令行写 -p 名字=值")
        )
        lines += [f"  {PARAMETERS[g]}: {{type: {_TYPES[g]}, default: {p.iso}}}" for g, p in frame.current.items()]
    lines.append(f"contents: {'true' if len(about) > COUNTS_AS_LONG else 'false'}" + remark("要不要目录"))
    lines.append("workbooks:")
    for name in dict.fromkeys(frame.book(subject) for subject in about):
        lines.append(_workbook(name, frame) + (remark(_PERIOD_REMARK[name == _OTHER_BOOK]) if frame.current else ""))
    if frame.decimals:
        pairs = ", ".join(f"{scalar(unit)}: {places}" for unit, places in frame.decimals.items())
        lines.append(f"numbers: {{{pairs}}}" + remark("单位: 小数位数；这些格没有数字格式，位数不一"))
    lines.append("data:" + remark("名字: 工作簿!工作表（或 Excel 表名、区域）；标题、单位、注、资料来源自动认出"))
    for subject in about:
        lines += [f"  # {remark}" for remark in left_out(subject)] if commented else []
        lines.append(_data(subject, frame))
    return lines


COUNTS_AS_LONG = 6
"""With more tables than this a draft has a table of contents."""

_PERIOD_REMARK = {
    False: "period：哪个参数是它的本期；工作簿里没有这一期就不出",
    True: "这些表还没有本期的数，各取自己的最后一期",
}


def _workbook(name: str, frame: _Frame) -> str:
    path = scalar(frame.path)
    if name == _OTHER_BOOK or not frame.current:
        return f"  {name}: {path}"
    grain = next((grain for grain, book in _BOOKS.items() if book == name), next(iter(frame.current)))
    return f"  {name}: {{path: {path}, period: {PARAMETERS[grain]}}}"


def left_out(subject: Subject) -> Iterator[str]:
    """Yield remarks on what a table holds and a draft does not speak of."""
    by_reason: dict[str, list[str]] = {}
    said = subject.rate_beside(subject.total or subject.labels[0])
    for one in (one for one in subject.omitted if one.label != said):
        by_reason.setdefault(one.reason, []).append(_one_line(one.label) or "（没有名字）")
    for reason, labels in by_reason.items():
        more = f"等 {len(labels)} 项" if len(labels) > MOST_NAMED else ""
        yield f"{subject.name} 没有说到{'、'.join(labels[:MOST_NAMED])}{more}：{_one_line(reason)}"
    if subject.other_measures and subject.measure:
        others = "、".join(map(_one_line, subject.other_measures[:MOST_NAMED]))
        example = f"{{{{ {item(subject, subject.labels[0])}.{subject.other_measures[0]} }}}}"
        yield f"{subject.name} 说的是“{_one_line(subject.measure)}”；没有说到{others}，写法如 {_one_line(example)}"
    if subject.times:
        yield f"{subject.name} 的标签像时间，却说不出是哪一期（累计数，或没有年份），按一般的项读，不分本期、上期"


MOST_NAMED = 8
"""How many items a remark on what is left out names."""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _data(subject: Subject, frame: _Frame) -> str:
    """Return the line that names a subject's data; a total is what the other items are compared with."""
    address = scalar(f"{frame.book(subject)}!{subject.found.place}")
    overall = subject.total
    parts = [f"from: {address}"]
    if not subject.all_items:
        parts.append(f"items: {listed(subject.parts)}")
    if overall:
        parts.append(f"overall: {scalar(overall)}")
    return f"  {subject.name}: {address}" if len(parts) == 1 else f"  {subject.name}: {{{', '.join(parts)}}}"
