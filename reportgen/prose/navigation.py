"""Where the dots and brackets of an expression lead: names, items, measures, periods, ranks, references.

Knows values and no syntax; problems get their places from `evaluate`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.data.select import find_measure
from reportgen.errors import Faulty
from reportgen.periods import Grain, Period, parse_period
from reportgen.prose import comparison
from reportgen.prose.dots import DOTS, GOING, JUDGING, ORDERING
from reportgen.prose.entries import ChosenRow, ListedText, field_of, filled
from reportgen.prose.labels import hints, plain
from reportgen.prose.language import DOT_FORMS
from reportgen.prose.messages import (
    DROPPED_REFERENCE,
    NOT_PERIOD,
    UNKNOWN_NAME,
    UNKNOWN_PART,
    UNKNOWN_REFERENCE,
    WRONG_ARGUMENTS,
)
from reportgen.prose.phrase import Phrase, Referred
from reportgen.prose.quantity import Quantity, united
from reportgen.prose.ranking import first, ordered
from reportgen.prose.scope import Scope
from reportgen.prose.selection import (
    MOST_PERIODS,
    Computed,
    Selection,
    at_item,
    at_measure,
    at_period,
    find_item,
    item_names,
    labels,
    last,
    since,
)
from reportgen.prose.values import EvaluatedTo, Many, Order, wrong_kind

REFERRING = "见"
NUMBER_OF = "ref"


def named(name: str, scope: Scope) -> EvaluatedTo:
    """Return what a name means; white space and width do not matter."""
    if name in scope.names:
        return scope.names[name]
    wanted = plain(name)
    same = [known for known in scope.names if plain(known) == wanted]
    if len(same) == 1:
        return scope.names[same[0]]
    if name in scope.withheld:
        raise Faulty([])
    raise Faulty([UNKNOWN_NAME.at(None, None, name=name, **hints(name, list(scope.names)))])


def reference(space: str, name: str, scope: Scope) -> Phrase:
    """Return a reference to a figure or table: wrapped (见.), or its label alone (ref.)."""
    if name in scope.dropped:
        if space == REFERRING:
            return Phrase()
        raise Faulty([DROPPED_REFERENCE.at(name=name, where=scope.dropped[name])])
    if name not in scope.references:
        raise Faulty([UNKNOWN_REFERENCE.at(None, None, name=name, **hints(name, list(scope.references)))])
    found = scope.references[name]
    referred = Referred(found.text, found.target)
    if space == NUMBER_OF:
        return Phrase((referred,))
    before, _, after = found.wrapped.partition(found.text)
    return Phrase(part for part in (before, referred, after) if part)


def dotted(owner: EvaluatedTo, name: str, scope: Scope) -> EvaluatedTo:
    """Return what stands behind a dot: another measure, period or item, or what the values do."""
    if isinstance(owner, Period):
        return _other_period(owner, name)
    if isinstance(owner, ChosenRow):
        held = field_of(owner, name)
        return Many((held,)) if isinstance(held, Quantity) else held
    if not isinstance(owner, Selection):
        raise wrong_kind(f".{name}", "数据", "data", owner)
    if find_measure(owner.table, name) is not None:
        return at_measure(owner, name)
    if name in set(Computed):
        # A column of that very name beside others is what the table itself says of it.
        own = len(owner.items) > 1 and find_item(owner, name) is not None
        return _part(owner, name) if own else at_measure(owner, name)
    if name in GOING:
        return GOING[name](owner)
    if name in JUDGING:
        return comparison.moving(owner, rising=name == "上升", scope=scope)
    if name == ORDERING:
        return _order(owner)
    return _part(owner, name)


def _part(owner: Selection, name: str) -> Selection:
    item = find_item(owner, name)
    if item is not None:
        return at_item(owner, item, name)
    form = f".{name}(…)" if name in DOT_FORMS else ""
    known = [
        *item_names(owner),
        *(m.name for m in owner.table.measures if m.name),
        *(dot.name for dot in DOTS if dot.name not in DOT_FORMS),
    ]
    fields = {"hint": f"写 {form}", "hint_en": f"write {form}"} if form else hints(name, known)
    raise Faulty([UNKNOWN_PART.at(None, None, owner=owner.path, name=name, **fields)])


def _other_period(period: Period, name: str) -> Period:
    match name:
        case "上年" | "上年同期":
            return period.year_before
        case "上月" | "上季" | "上期":
            return period.shift(-1)
        case "年":
            return Period(Grain.YEAR, period.year)
        case _:
            raise Faulty(
                [UNKNOWN_PART.at(None, None, owner=period.label, name=name, **hints(name, ["上年", "上期", "年"]))]
            )


def _order(owner: Selection) -> Order:
    chosen = owner if owner.decision else ordered(owner)
    items = [chosen.table.items[item] for item in chosen.items]
    aliases = tuple(item.alias or item.label for item in items)
    return Order(f"{owner.path}.{ORDERING}", labels(chosen), aliases, chosen.deciding)


def bracketed(owner: EvaluatedTo, key: EvaluatedTo) -> EvaluatedTo:
    """Return what stands between brackets: an item by its label, or a period."""
    if not isinstance(owner, Selection):
        raise wrong_kind("[ ]", "数据", "data", owner)
    if isinstance(key, ChosenRow):
        key = key.label
    if isinstance(key, ListedText):
        try:
            found = bracketed(owner, filled(key).text)
        except Faulty as faulty:
            raise Faulty(replace(p, cell=p.cell or key.cells[0].ref) for p in faulty.problems) from None
        assert isinstance(found, Selection), "brackets narrow data"
        return replace(found, deciding=united(found.deciding, key.cells))
    if isinstance(key, str):
        item = find_item(owner, key)
        if item is not None:
            return at_item(owner, item, key)
    period = as_period(key)
    if period is not None:
        return at_period(owner, period)
    if isinstance(key, str):
        return _part(owner, key)
    raise wrong_kind("[ ]", "一期或一项的名字", "a period or the name of an item", key)


def as_period(value: EvaluatedTo) -> Period | None:
    """Return the period that a value says (2021, '2025-03', a parameter), or None."""
    match value:
        case Period():
            return value
        case str():
            return parse_period(value)
        case Decimal():
            return parse_period(str(value))
        case _:
            return None


def dot_form(owner: EvaluatedTo, form: str, arguments: Sequence[EvaluatedTo]) -> EvaluatedTo:
    """Return what a dot-form with its argument selects: .近(5), .自(2021), .前(3)."""
    if not isinstance(owner, Selection):
        raise wrong_kind(f".{form}(…)", "数据", "data", owner)
    usage = next(dot.usage for dot in DOTS if dot.name == form)
    if len(arguments) != 1:
        raise Faulty([WRONG_ARGUMENTS.at(name=form, usage=usage)])
    given = arguments[0]
    if form == "自":
        period = as_period(given)
        if period is None:
            raise Faulty([NOT_PERIOD.at(text=given if isinstance(given, str) else usage)])
        return since(owner, period)
    if not isinstance(given, Decimal) or given != given.to_integral_value() or not 1 <= given <= MOST_PERIODS:
        raise Faulty([WRONG_ARGUMENTS.at(name=form, usage=usage)])
    return last(owner, int(given)) if form == "近" else first(owner, int(given))
