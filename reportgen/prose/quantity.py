"""`Quantity`: a number with its unit, its digits and its cells; and the arithmetic between quantities.

A result carries the cells of all that went into it and says how it came about (图1[2024] − 图1[2023]). Nothing is
rounded here: printing rounds once (`numbers`). A value that is not there stays a quantity without a number, so that a
claim over many periods can pass over it; whoever needs the number asks `number_of`, which raises its problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import reduce
from typing import NoReturn

from reportgen.data.table import Gap, Value
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.model.audit import CellUse
from reportgen.periods import Period
from reportgen.prose.messages import ABSENT, MISSING, PLACEHOLDER, UNITS_DIFFER, ZERO_BASE
from reportgen.values import dataclass

PERCENT = "%"
POINTS = "个百分点"
TIMES = "倍"
RATE_DECIMALS = 2
RATIO_DECIMALS = 1
SHARE_DECIMALS = 1

ARITHMETIC = Context(prec=60, rounding=ROUND_HALF_UP)
"""Sums and differences of values of 15 digits are exact in it."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number from data.

    `exact` is None where the value is not there; `gap` then says why, or `problem` holds what is wrong with the cell.
    `decimals` are the digits to print, None where nothing says so. `cells` are all cells that the number depends on,
    those that decided which item it is of included. `label` and `period` say what it is of. `operands` are the two
    values that a difference is between.
    """

    exact: Decimal | None
    unit: str = ""
    decimals: int | None = None
    grouped: bool = False
    cells: tuple[CellUse, ...] = ()
    derivation: str = ""
    label: str = ""
    period: Period | None = None
    gap: Gap | None = None
    problem: Problem | None = None
    operands: tuple[Quantity, ...] = ()

    def __str__(self) -> NoReturn:
        msg = "a quantity is printed by a wording, which keeps its record; it has no text of its own"
        raise TypeError(msg)

    def __format__(self, form: str) -> NoReturn:
        str(self)
        raise AssertionError(form)


def united(*cells: Iterable[CellUse]) -> tuple[CellUse, ...]:
    """Return all the cells, each once, in order of first use."""
    return tuple(dict.fromkeys(use for several in cells for use in several))


def cell_use(value: Value) -> CellUse:
    """Return the use of the value's cell."""
    return CellUse(value.cell, value.raw, value.format)


def of_value(value: Value, derivation: str, what: str, label: str = "", period: Period | None = None) -> Quantity:
    """Return what a cell holds; `what` names it in Chinese messages (图1 的 2022 年)."""
    problem = value.fault
    if problem is None and value.number is None:
        if value.gap is Gap.PLACEHOLDER:
            problem = PLACEHOLDER.at(None, value.cell, what=what, what_en=derivation, raw=value.raw)
        else:
            problem = MISSING.at(None, value.cell, what=what, what_en=derivation)
    return Quantity(
        None if problem else value.number,
        value.unit,
        value.decimals,
        value.grouped,
        (cell_use(value),),
        derivation,
        label,
        period,
        (value.gap or Gap.BLANK) if problem and value.fault is None else None,
        problem,
    )


def absent(
    derivation: str, what: str, there: tuple[str, ...], label: str = "", period: Period | None = None
) -> Quantity:
    """Return the quantity that the table has no cell for; `there` lists what it has instead."""
    problem = ABSENT.at(what=what, what_en=derivation, there=there)
    return Quantity(None, derivation=derivation, label=label, period=period, gap=Gap.ABSENT, problem=problem)


def literal(number: Decimal) -> Quantity:
    """Return a number that the author typed into an expression."""
    return Quantity(number, derivation=f"{number}")


def number_of(quantity: Quantity) -> Decimal:
    """Return the exact number. Raises Faulty with the problem of its cell where there is none."""
    if quantity.exact is None:
        raise Faulty([quantity.problem or MISSING.at(what=quantity.derivation, what_en=quantity.derivation)])
    return quantity.exact


def _common_unit(first: Quantity, second: Quantity) -> str:
    known = first.exact is not None and second.exact is not None
    if known and first.unit and second.unit and first.unit != second.unit:
        cell = second.cells[0].ref if second.cells else None
        raise Faulty(
            [
                UNITS_DIFFER.at(
                    None,
                    cell,
                    first=first.derivation,
                    first_unit=first.unit,
                    second=second.derivation,
                    second_unit=second.unit,
                )
            ]
        )
    return first.unit or second.unit


def _most(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else max(first, second)


def _grouping(text: str) -> str:
    return f"({text})" if " " in text else text


def _combined(first: Quantity, second: Quantity, sign: str, exact: Decimal | None) -> Quantity:
    """Return a quantity about what `first` is about, from both; where one is not there, neither is the result."""
    lacking = next((q for q in (first, second) if q.exact is None), None)
    second_text = _grouping(second.derivation) if sign in {"−", "÷"} else second.derivation
    first_text = _grouping(first.derivation) if sign == "÷" else first.derivation
    return replace(
        first,
        exact=exact,
        grouped=first.grouped or second.grouped,
        cells=united(first.cells, second.cells),
        derivation=f"{first_text} {sign} {second_text}",
        operands=(),
        gap=lacking.gap if lacking else None,
        problem=lacking.problem if lacking else None,
    )


def plus(first: Quantity, second: Quantity) -> Quantity:
    """Return first + second, of one unit."""
    unit = _common_unit(first, second)
    known = first.exact is not None and second.exact is not None
    exact = ARITHMETIC.add(first.exact, second.exact) if known else None  # type: ignore[arg-type]  # both are known
    return replace(_combined(first, second, "+", exact), unit=unit, decimals=_most(first.decimals, second.decimals))


def total(parts: Sequence[Quantity], derivation: str) -> Quantity:
    """Return the sum of several quantities of one unit, about none of them in particular."""
    for part in parts[1:]:
        _common_unit(parts[0], part)
    lacking = next((part for part in parts if part.exact is None), None)
    exact = None
    if lacking is None:
        exact = reduce(ARITHMETIC.add, (number_of(part) for part in parts), Decimal(0))
    return Quantity(
        exact,
        next((part.unit for part in parts if part.unit), ""),
        max((part.decimals for part in parts if part.decimals is not None), default=None),
        cells=united(*(part.cells for part in parts)),
        derivation=derivation,
        gap=lacking.gap if lacking else None,
        problem=lacking.problem if lacking else None,
    )


def difference(first: Quantity, second: Quantity) -> Quantity:
    """Return first − second, of one unit; between percentages it is in percentage points (个百分点)."""
    unit = _common_unit(first, second)
    exact = None
    if first.exact is not None and second.exact is not None:
        exact = ARITHMETIC.subtract(first.exact, second.exact)
    return replace(
        _combined(first, second, "−", exact),
        unit=POINTS if unit == PERCENT else unit,
        decimals=_most(first.decimals, second.decimals),
        operands=(first, second),
    )


def _divided(first: Quantity, second: Quantity, what: str, what_en: str) -> Decimal | None:
    _common_unit(first, second)
    if first.exact is None or second.exact is None:
        return None
    if second.exact <= 0:
        cell = second.cells[0].ref if second.cells else None
        raise Faulty([ZERO_BASE.at(None, cell, base=second.derivation, what=what, what_en=what_en)])
    return ARITHMETIC.divide(first.exact, second.exact)


def ratio(first: Quantity, second: Quantity) -> Quantity:
    """Return how many times the second the first is (倍). Raises Faulty where the second is not above zero."""
    exact = _divided(first, second, "倍数", "ratio")
    return replace(_combined(first, second, "÷", exact), unit=TIMES, decimals=RATIO_DECIMALS, grouped=False)


def share(part: Quantity, whole: Quantity) -> Quantity:
    """Return the part in percent of the whole. Raises Faulty where the whole is not above zero."""
    exact = _divided(part, whole, "占比", "share")
    return replace(
        _combined(part, whole, "÷", None if exact is None else ARITHMETIC.multiply(exact, Decimal(100))),
        unit=PERCENT,
        decimals=SHARE_DECIMALS,
        grouped=False,
    )


def rate(now: Quantity, base: Quantity, decimals: int = RATE_DECIMALS) -> Quantity:
    """Return by how many percent `now` lies above `base`. Raises Faulty where the base is not above zero."""
    exact = _divided(now, base, "增速", "rate")
    if exact is not None:
        exact = ARITHMETIC.multiply(ARITHMETIC.subtract(exact, Decimal(1)), Decimal(100))
    combined = _combined(now, base, "÷", exact)
    return replace(combined, unit=PERCENT, decimals=decimals, grouped=False, derivation=f"{combined.derivation} − 1")
