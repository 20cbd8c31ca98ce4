"""Saying how data compare: with another period, with the overall item, with the whole, with other data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportgen.errors import Faulty
from reportgen.periods import Grain, Period
from reportgen.prose import directions
from reportgen.prose.changes import Manner, said
from reportgen.prose.comparison import paired
from reportgen.prose.directions import read_verb
from reportgen.prose.messages import NO_OVERALL, NOT_PERIOD
from reportgen.prose.numbers import from_printed
from reportgen.prose.phrase import Phrase, Told, phrase_of
from reportgen.prose.quantity import PERCENT, POINTS, Quantity, difference, ratio, share
from reportgen.prose.saying import Saying, data, name_of, numbers
from reportgen.prose.scope import Scope
from reportgen.prose.selection import (
    Computed,
    Selection,
    at_measure,
    at_period,
    change,
    grid,
    label_of,
    label_use,
    overall_quantity,
    period_before,
    published_rate,
    quantities,
    quantity_at,
    year_before,
)
from reportgen.prose.values import NAME, as_many, wrong_kind


def _between(subject: Selection, base: Selection) -> list[Quantity]:
    """Return the changes item by item; a base of one period serves all of them."""
    result = []
    for row, before in zip(grid(subject), grid(base), strict=True):
        bases = before * len(row) if len(before) == 1 else before
        result += [change(one, other) for one, other in zip(row, bases, strict=True)]
    return result


def _changes(subject: Selection, base: Selection) -> Sequence[Quantity]:
    """Return the changes item by item: against the year before they are the yearly rates, published ones first."""
    yearly = tuple(period and period.year_before for period in subject.periods)
    return rates(subject) if base.periods == yearly and base.items == subject.items else _between(subject, base)


def _with_verbs(manner: Manner, word: str) -> Manner:
    """Return the manner with the author's word, or with the usual ones for rates and for points."""
    return replace(manner, verb=read_verb(word, directions.RATE), points=read_verb(word, directions.POINTS))


def _changed(saying: Saying, base: Selection, verb: str, manner: Manner) -> Phrase:
    return _said(_changes(data(saying), base), _with_verbs(manner, verb), saying.scope)


def _said(changes: Sequence[Quantity], manner: Manner, scope: Scope) -> Phrase:
    """Return the changes in words, taken of exact or of printed values as the report asks."""
    taken = [from_printed(change, scope.house) for change in changes] if scope.printed_basis else changes
    return said(taken, manner, scope.house)


def whole_year_before(selection: Selection) -> Selection:
    """Return the selection at the end of the year before: what was accumulated over all of it (上年全年)."""
    period = selection.periods[-1]
    if period is None:
        return year_before(selection)
    return at_period(selection, Period(period.grain, period.year - 1, int(period.grain)))


BASES: dict[str, Callable[[Selection], Selection]] = {
    "上年": year_before,
    "上年同期": year_before,
    "上年全年": whole_year_before,
    "上月": lambda selection: period_before(selection, "上月", Grain.MONTH),
    "上季": lambda selection: period_before(selection, "上季", Grain.QUARTER),
    "上季度": lambda selection: period_before(selection, "上季度", Grain.QUARTER),
    "上期": lambda selection: period_before(selection, "上期"),
}
"""Base periods that go by a name."""


def against_last_year(saying: Saying) -> Phrase:
    """Say the change against the year before (against the same period of it, for shorter periods)."""
    subject = data(saying)
    yearly = subject.own_current is None or subject.own_current.grain is Grain.YEAR
    lead = phrase_of("较上年" if yearly else "较上年同期")
    return _changed(saying, year_before(subject), saying.word(0), Manner(base=lead))


def _base(saying: Saying) -> tuple[Selection, str]:
    given = saying.arguments[0]
    subject = data(saying)
    if isinstance(given, Period):
        return at_period(subject, given), given.label
    if isinstance(given, str) and given in BASES:
        return BASES[given](subject), given
    raise Faulty([NOT_PERIOD.at(text=given if isinstance(given, str) else "?")])


def against(saying: Saying) -> Phrase:
    """Say the change against a named period."""
    base, label = _base(saying)
    return _changed(saying, base, saying.word(1), Manner(base=phrase_of("较", label)))


def changed_by(saying: Saying) -> Phrase:
    """Say the change against the year before and leave the year unsaid."""
    return _changed(saying, year_before(data(saying)), saying.word(0), Manner())


def rates(selection: Selection) -> tuple[Quantity, ...]:
    """Return the yearly rates of a selection: published ones where the table has them, else computed.

    What is a rate itself changes by points.
    """
    if selection.computed is not None:
        return tuple(_between(selection, year_before(selection)))
    found = []
    for item in selection.items:
        published = published_rate(selection, item)
        for period in selection.periods:
            rate = None if published is None else quantity_at(published, published.items[0], period)
            if rate is None or rate.gap is not None:
                rate = quantity_at(replace(selection, computed=Computed.YEAR_ON_YEAR), item, period)
            found.append(rate)
    return tuple(found)


def year_on_year(saying: Saying) -> Phrase:
    """Say the yearly rate: the published one where the table has it."""
    subject = data(saying)
    manner = _with_verbs(Manner(base=phrase_of("同比"), base_first=True), saying.word(0))
    return _said(rates(subject), manner, saying.scope)


def period_on_period(saying: Saying) -> Phrase:
    """Say the rate against the period before."""
    base = period_before(data(saying), "上期")
    return _changed(saying, base, saying.word(0), Manner(base=phrase_of("环比"), base_first=True))


def faster_or_slower(saying: Saying) -> Phrase:
    """Say by how much a rate lies above or below that of another period."""
    base, label = _base(saying)
    changes = _changes(data(saying), base)
    verb = read_verb(saying.word(1), directions.FASTER)
    manner = Manner(verb, base=phrase_of("比", label), level=phrase_of(label))
    return _said(changes, manner, saying.scope)


def up_or_down(saying: Saying) -> Phrase:
    """Say rates or changes as they are, each with the word for its sign."""
    several = as_many(saying.subject, f"| {saying.name}").quantities
    wrong = next((quantity for quantity in several if quantity.unit not in (PERCENT, POINTS)), None)
    if wrong is not None:
        raise wrong_kind(f"| {saying.name}", "增速（如 .同比）", "rates (such as .同比)", saying.subject)
    return _said(several, _with_verbs(Manner(each=""), saying.word(0)), saying.scope)


def item_by_item(saying: Saying) -> Phrase:
    """Say each item with its value and its yearly rate."""
    subject = data(saying)
    result = Phrase()
    for index, item in enumerate(subject.items):
        one = replace(subject, items=(item,))
        noun = "" if label_of(subject, item).endswith(subject.noun) else subject.noun
        value = numbers(quantities(one), saying.scope)
        words = phrase_of(name_of(one, item), noun, " ", value, "，", year_on_year(replace(saying, subject=one)))
        result = phrase_of(result, "；" if index else "", words)
    return result


# Against other data: the overall item, the whole, another item.


def part_of(saying: Saying) -> Phrase:
    """Say how large a part of other data the data are."""
    return numbers([share(one, other) for one, other in _beside(saying)], saying.scope)


def parts_of_all(saying: Saying) -> Phrase:
    """Say how large a part of the whole each item is."""
    return numbers(quantities(at_measure(data(saying), Computed.SHARE)), saying.scope)


def beside(saying: Saying) -> Phrase:
    """Say by how much the data lie above or below other data."""
    other = saying.arguments[0]
    if not isinstance(other, Selection) or len(other.items) != 1:
        raise wrong_kind(f"| {saying.name}", "一项数据", "data of one item", other)
    name = name_of(other, other.items[0])
    changes = [difference(one, another) for one, another in _beside(saying)]
    manner = Manner(directions.HIGHER, base=phrase_of("比", name), level=phrase_of(name))
    return _said(changes, manner, saying.scope)


def _beside(saying: Saying) -> list[tuple[Quantity, Quantity]]:
    what = f"| {saying.name}"
    return paired(as_many(saying.subject, what), as_many(saying.arguments[0], what))


def _overall(subject: Selection) -> tuple[Told, list[Quantity]]:
    if subject.overall is None:
        raise Faulty([NO_OVERALL.at(name=subject.path)])
    name = Told(label_of(subject, subject.overall), NAME, subject.name, label_use(subject.table.items[subject.overall]))
    several = [overall_quantity(subject, period) for _ in subject.items for period in subject.periods]
    return name, [quantity for quantity in several if quantity is not None]


def above_overall(saying: Saying) -> Phrase:
    """Say by how much the data lie above or below the overall item."""
    subject = data(saying)
    name, overall = _overall(subject)
    changes = [difference(one, other) for one, other in zip(quantities(subject), overall, strict=True)]
    verb = read_verb(saying.word(0), directions.ABOVE)
    manner = Manner(verb, object=phrase_of(name), level=phrase_of(name))
    return _said(changes, manner, saying.scope)


def times_overall(saying: Saying) -> Phrase:
    """Say how many times the overall item the data are."""
    subject = data(saying)
    name, overall = _overall(subject)
    ratios = [ratio(one, other) for one, other in zip(quantities(subject), overall, strict=True)]
    return phrase_of("分别是" if len(ratios) > 1 else "是", name, "的", numbers(ratios, saying.scope))
