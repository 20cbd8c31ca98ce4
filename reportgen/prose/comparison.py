"""Comparing quantities as the workbook shows them: the conditions of `holds`, `checks` and `when`.

A comparison of several values is true when it is true for each. Both sides are rounded to the fewer digits of the two.
The house's digits (`numbers`) only say how numbers look, and decide nothing unless the report takes the printed numbers
for its basis; a comparison that they would decide otherwise is noted. A value that is not there raises its problem.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from reportgen.errors import Faulty
from reportgen.prose.labels import hints, plain
from reportgen.prose.messages import AMBIGUOUS_PART, COUNTS_DIFFER, TOO_FEW_PERIODS, UNITS_DIFFER, UNKNOWN_PART
from reportgen.prose.numbers import at_digits, digits, printed
from reportgen.prose.quantity import Quantity, number_of, united
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection, grid
from reportgen.prose.values import Listing, Many, Order, Verdict

SIGNS = {"eq": "==", "ne": "!=", "gt": ">", "gteq": ">=", "lt": "<", "lteq": "<="}


def stated(quantity: Quantity, house: Mapping[str, int]) -> str:
    """Return what a value is, for a verdict: 研发获取[2024]（86.6%）."""
    shown = printed(quantity, house)
    return shown if not quantity.cells else f"{quantity.derivation}（{shown}）"


def true_of(sign: str, left: Decimal, right: Decimal) -> bool:
    """Return whether a comparison (by Jinja2's name of its sign) is true of two numbers."""
    match sign:
        case "eq":
            return left == right
        case "ne":
            return left != right
        case "gt":
            return left > right
        case "gteq":
            return left >= right
        case "lt":
            return left < right
        case _:
            return left <= right


def _pairs(left: Many, right: Many) -> list[tuple[Quantity, Quantity]]:
    """Return the values to compare: item with item and period with period, a single one with each."""
    if not left.quantities or not right.quantities:
        raise Faulty([COUNTS_DIFFER.at(first=len(left.quantities), second=len(right.quantities))])
    items, periods = max(left.items, right.items), max(left.periods, right.periods)
    for one, most in ((left.items, items), (right.items, items), (left.periods, periods), (right.periods, periods)):
        if one not in (1, most):
            raise Faulty([COUNTS_DIFFER.at(first=len(left.quantities), second=len(right.quantities))])

    def pick(side: Many, item: int, period: int) -> Quantity:
        row = item if side.items > 1 else 0
        column = period if side.periods > 1 else 0
        return side.quantities[row * side.periods + column]

    return [(pick(left, i, p), pick(right, i, p)) for i in range(items) for p in range(periods)]


def combined(left: Many, right: Many, pairs: list[Quantity]) -> Many:
    """Return the results of an operation on the pairs of two sides, lying as the larger side lies."""
    return Many(tuple(pairs), max(left.items, right.items), max(left.periods, right.periods))


def paired(left: Many, right: Many) -> list[tuple[Quantity, Quantity]]:
    """Return the pairs of values that an operation on two sides takes. Raises Faulty where they do not match."""
    return _pairs(left, right)


def compare(sign: str, left: Many, right: Many, scope: Scope) -> Verdict:
    """Return whether the comparison is true of every pair."""
    holds = True
    otherwise: list[str] = []
    parts: list[str] = []
    used: list[Quantity] = []
    for one, other in _pairs(left, right):
        number_of(one), number_of(other)
        if one.unit and other.unit and one.unit != other.unit:
            raise Faulty(
                [
                    UNITS_DIFFER.at(
                        first=one.derivation, first_unit=one.unit, second=other.derivation, second_unit=other.unit
                    )
                ]
            )
        true = _true(sign, one, other, scope.judged)
        holds = holds and true
        told = f"{stated(one, scope.judged)} {SIGNS[sign]} {stated(other, scope.judged)} {'✓' if true else '✗'}"
        if not true or len(parts) < SHOWN:
            parts.append(told)
        if _true(sign, one, other, scope.house) != true:
            otherwise.append(told)
        used += [one, other]
    return Verdict(
        holds, "; ".join(parts), united(*(q.cells for q in used)), tuple(used), printed_otherwise=tuple(otherwise)
    )


SHOWN = 8
"""How many true comparisons a verdict spells out; false ones are all there."""


def _true(sign: str, one: Quantity, other: Quantity, house: Mapping[str, int]) -> bool:
    """Return whether a comparison is true of two values at the digits that they have under `house`."""
    places = _places(one, other, house)
    return true_of(sign, at_digits(number_of(one), places), at_digits(number_of(other), places))


def _places(one: Quantity, other: Quantity, house: Mapping[str, int]) -> int:
    """Return the fewer digits of two values; a typed number takes those of the other side."""
    first, second = digits(one, house), digits(other, house)
    if not one.cells or not other.cells:
        return max(first, second)
    return min(first, second)


def moving(selection: Selection, *, rising: bool, scope: Scope) -> Verdict:
    """Return whether each item rises (or falls) from each published value to the next.

    Blank periods between are passed over; the first and the last period must be there. Raises Faulty where there are
    fewer than two.
    """
    holds = True
    parts: list[str] = []
    used: list[Quantity] = []
    otherwise: list[str] = []
    if len(selection.periods) < 2:
        raise Faulty([TOO_FEW_PERIODS.at(name=selection.path)])
    for row in grid(selection):
        for end in (row[0], row[-1]):
            number_of(end)
        known = [quantity for quantity in row if quantity.gap is None]
        steps = pairwise(known)
        sign = "gt" if rising else "lt"
        verdicts = [compare(sign, Many((after,)), Many((before,)), scope) for before, after in steps]
        holds = holds and all(verdict.holds for verdict in verdicts)
        otherwise += [told for verdict in verdicts for told in verdict.printed_otherwise]
        parts.append(", ".join(stated(quantity, scope.judged) for quantity in known))
        used += list(row)
    known_ones = tuple(q for q in used if q.gap is None)
    cells = united(*(q.cells for q in used))
    return Verdict(holds, "; ".join(parts), cells, known_ones, printed_otherwise=tuple(otherwise))


def in_order(order: Order, listing: Listing, *, equal: bool) -> Verdict:
    """Return whether the listed names, each the beginning of one label, stand in the order of the data."""
    problems, meant = [], []
    for name in listing.names:
        wanted = plain(name)
        several = [i for i, label in enumerate(order.labels) if wanted in (plain(label), plain(order.aliases[i]))]
        several = several or [i for i, label in enumerate(order.labels) if wanted and plain(label).startswith(wanted)]
        if len(several) == 1:
            meant.append(several[0])
        elif several:
            labels = tuple(order.labels[i] for i in several)
            problems.append(AMBIGUOUS_PART.at(owner=order.path, name=name, several=labels))
        else:
            problems.append(UNKNOWN_PART.at(None, None, owner=order.path, name=name, **hints(name, order.labels)))
    if problems:
        raise Faulty(problems)
    same = meant == list(range(len(order.labels)))
    text = f"{order.path} = {'、'.join(order.labels)}"
    return Verdict(same == equal, text, order.cells)


def both(first: Verdict, second: Verdict, *, holds: bool) -> Verdict:
    """Return the verdict on two conditions joined by and/or."""
    return replace(
        first,
        holds=holds,
        text=f"{first.text}; {second.text}",
        cells=united(first.cells, second.cells),
        quantities=(*first.quantities, *second.quantities),
        printed_otherwise=(*first.printed_otherwise, *second.printed_otherwise),
    )
