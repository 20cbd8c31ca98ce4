"""Saying names and stretches of time: 美术、摄影和文字作品; 2020—2024 年; 前三季度."""

from __future__ import annotations

from reportgen.errors import Faulty
from reportgen.periods import Grain, Period
from reportgen.prose.messages import ABSENT, NOT_PERIOD
from reportgen.prose.phrase import Phrase, Told, listed, phrase_of
from reportgen.prose.saying import Saying, data, name_of
from reportgen.prose.selection import Selection, label_of, labels
from reportgen.prose.values import WORD, wrong_kind

AND, OTHER_AND = "和", "以及"


def item_names_said(saying: Saying) -> Phrase:
    """Say the items' names."""
    chosen = data(saying)
    # 资本形成总额和货物和服务净出口 would read as three.
    usual = OTHER_AND if any(AND in label for label in labels(chosen)) else AND
    return names(chosen, saying.word(0, usual))


def names(selection: Selection, conjunction: str = "和") -> Phrase:
    """Return the labels as a list; an ending that all share (the noun) is said once: 美术、摄影和文字作品."""
    noun = selection.noun
    every = [label_of(selection, item) for item in selection.items]
    shared = bool(noun) and len(every) > 1 and all(label.endswith(noun) and label != noun for label in every)
    final = len(every) - 1
    beside = selection.items if noun else ()
    return listed(
        (
            [name_of(selection, item, every[i].removesuffix(noun) if shared and i < final else None, beside)]
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


def year_month(saying: Saying) -> Phrase:
    """Say a month with its year."""
    period = _period(saying)
    if period.grain is not Grain.MONTH:
        raise Faulty([NOT_PERIOD.at(text=period.label)])
    return phrase_of(period.label)


def first_to_last(saying: Saying) -> Phrase:
    """Say the first and the last of the selected periods."""
    periods = [period for period in data(saying).periods if period is not None]
    if not periods:
        raise wrong_kind(f"| {saying.name}", "有时间的数据", "data with periods", saying.subject)
    name, table = data(saying).name, data(saying).table
    lacking = next((period for period in (periods[0], periods[-1]) if period not in table.periods), None)
    if lacking is not None:
        there = tuple(period.label for period in table.periods)
        raise Faulty([ABSENT.at(what=f"{name} 的 {lacking.label}", what_en=f"{name}[{lacking.iso}]", there=there)])
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


def since_new_year(saying: Saying) -> Phrase:
    """Say the stretch from the year's beginning; with its year where the data have got to another one since."""
    period, subject = _period(saying), saying.subject
    if not isinstance(subject, Selection):
        return phrase_of(accumulated(period))
    current = subject.own_current
    year = f"{period.year} 年" if current is not None and current.year != period.year else ""
    text = year + accumulated(period)
    return phrase_of(Told(text, WORD, subject.path, subject.deciding) if subject.deciding else text)
